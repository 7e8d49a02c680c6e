from django.urls import path

from vacancies.training.grants import views

urlpatterns = [
    path(
        "school/trajecten/<uuid:public_id>/opleiding/",
        views.trajectory_course,
        name="trajectory_course",
    ),
    path(
        "school/trajecten/<uuid:public_id>/opleiding/onderdelen/",
        views.trajectory_parts,
        name="trajectory_parts",
    ),
    path(
        "school/trajecten/<uuid:public_id>/opleiding/<int:pk>/papieren/",
        views.grant_papers,
        name="grant_papers",
    ),
    path(
        "school/trajecten/<uuid:public_id>/opleiding/<int:pk>/stap/",
        views.grant_step,
        name="grant_step",
    ),
    path("mijn/traject/<uuid:public_id>/opleiding/", views.my_course, name="my_trajectory_course"),
    path(
        "mijn/traject/<uuid:public_id>/opleiding/onderdelen/",
        views.my_parts,
        name="my_trajectory_parts",
    ),
]
