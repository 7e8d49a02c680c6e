from django.urls import path

from accounts.taxonomy import views

urlpatterns = [
    path("zoek/plaats/", views.places, name="place_search"),
    path("zoek/vaardigheid/", views.competences, name="competence_search"),
]
