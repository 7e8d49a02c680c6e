from django.urls import path, re_path

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
    re_path(
        r"^school/interesse/(?P<public_id>[0-9a-f-]{36})/(?P<step>kiezen|niet-verder)/$",
        views.answer,
        name="application_answer",
    ),
]
