from django.urls import path

from accounts.privacy import views

urlpatterns = [
    path("mijn/gegevens/", views.my_data, name="my_data"),
    path("mijn/gegevens/toestemming/", views.consent, name="consent"),
    path("mijn/gegevens/download/", views.download, name="my_data_download"),
    path("mijn/gegevens/verwijderen/", views.delete, name="account_delete"),
]
