from django.urls import path

from vacancies.showcase import views

urlpatterns = [
    path("scholen/<slug:slug>/", views.school, name="school"),
    path("vacatures/", views.vacancies, name="vacancies"),
    path("vacatures/<slug:address>/", views.vacancy, name="vacancy"),
    path("vacatures/<slug:address>/melden/", views.report, name="vacancy_report"),
]
