from django.urls import path

from vacancies.applications.views import kept, mine, received, yes

urlpatterns = [
    path("mijn/interesse/<str:code>/", yes.show_interest, name="show_interest"),
    path("mijn/sollicitaties/", yes.my_applications, name="my_applications"),
    path("mijn/sollicitaties/<uuid:public_id>/", mine.my_application, name="my_application"),
    path("mijn/sollicitaties/<uuid:public_id>/bericht/", mine.write, name="my_application_write"),
    path(
        "mijn/sollicitaties/<uuid:public_id>/intrekken/",
        yes.withdraw,
        name="application_withdraw",
    ),
    path("mijn/sollicitaties/bestand/<uuid:public_id>/", mine.file, name="my_message_file"),
    path("mijn/bewaard/", kept.saved, name="saved_vacancies"),
    path("mijn/bewaard/<str:code>/", kept.save, name="save_vacancy"),
    path("school/interesse/<uuid:public_id>/", received.application, name="application"),
    path("school/interesse/<uuid:public_id>/bericht/", received.write, name="application_write"),
    path("school/interesse/<uuid:public_id>/in-gesprek/", received.talk, name="application_talk"),
    path(
        "school/interesse/<uuid:public_id>/niet-verder/",
        received.answer,
        name="application_answer",
    ),
    path(
        "school/interesse/<uuid:public_id>/toch-verder/",
        received.go_on,
        name="application_go_on",
    ),
    path("school/interesse/bestand/<uuid:public_id>/", received.file, name="message_file"),
]
