from django.urls import path

from accounts.news import views

urlpatterns = [
    path("nieuws/", views.news, name="news"),
    path("nieuws/<int:pk>/", views.news_item, name="news_item"),
]
