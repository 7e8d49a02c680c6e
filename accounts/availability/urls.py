from django.urls import path

from accounts.availability import views

urlpatterns = [path("mijn/week/", views.week, name="week")]
