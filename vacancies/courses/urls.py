from django.urls import path

from vacancies.courses import views

urlpatterns = [
    path("opleidingen/", views.courses, name="courses"),
    path("opleidingen/subsidie/", views.grants, name="grants"),
    path("opleidingen/<slug:code>/", views.course, name="course"),
]
