from django.urls import path

from vacancies.meetings.views import agenda, mine, school

urlpatterns = [
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/vernieuwen/", agenda.renew, name="agenda_renew"),
    path("agenda/<str:token>.ics", agenda.feed, name="agenda_feed"),
    path("mijn/sollicitaties/<uuid:public_id>/afspraak/", mine.propose, name="my_meeting_new"),
    path("mijn/afspraken/<uuid:public_id>/", mine.meeting, name="my_meeting"),
    path("mijn/afspraken/<uuid:public_id>/kiezen/", mine.take, name="my_meeting_take"),
    path("mijn/afspraken/<uuid:public_id>/anders/", mine.other, name="my_meeting_other"),
    path("mijn/afspraken/<uuid:public_id>/afzeggen/", mine.cancel, name="my_meeting_cancel"),
    path("mijn/afspraken/<uuid:public_id>/afspraak.ics", mine.file, name="my_meeting_file"),
    path("school/interesse/<uuid:public_id>/afspraak/", school.propose, name="meeting_new"),
    path("school/afspraken/<uuid:public_id>/", school.meeting, name="meeting"),
    path("school/afspraken/<uuid:public_id>/kiezen/", school.take, name="meeting_take"),
    path("school/afspraken/<uuid:public_id>/anders/", school.other, name="meeting_other"),
    path("school/afspraken/<uuid:public_id>/afzeggen/", school.cancel, name="meeting_cancel"),
    path("school/afspraken/<uuid:public_id>/afspraak.ics", school.file, name="meeting_file"),
]
