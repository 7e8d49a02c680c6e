from django.urls import path

from vacancies.applications import views

urlpatterns = [
    path("mijn/interesse/<str:code>/", views.show_interest, name="show_interest"),
    path("mijn/sollicitaties/", views.my_applications, name="my_applications"),
    path(
        "mijn/sollicitaties/<uuid:public_id>/intrekken/",
        views.withdraw,
        name="application_withdraw",
    ),
    path("mijn/bewaard/", views.saved, name="saved_vacancies"),
    path("mijn/bewaard/<str:code>/", views.save, name="save_vacancy"),
    path("school/interesse/", views.received, name="applications"),
    path("school/interesse/<uuid:public_id>/", views.application, name="application"),
    path("school/interesse/<uuid:public_id>/niet-verder/", views.answer, name="application_answer"),
]
