from django.urls import path, re_path

from vacancies.training.views import board, checking_in, competence_file, mine, school

OWN = "mijn/traject/<uuid:public_id>/"
SCHOOL = "school/trajecten/<uuid:public_id>/"

urlpatterns = [
    path("mijn/traject/", mine.my_trajectory, name="my_trajectory"),
    path("mijn/traject/beginnen/<uuid:public_id>/", mine.my_begin, name="my_trajectory_begin"),
    path(OWN, mine.my_trajectory_at, name="my_trajectory_at"),
    path(f"{OWN}stap/<slug:slug>/", mine.my_step, name="my_trajectory_step"),
    path(f"{OWN}mijlpaal/<slug:code>/", mine.my_milestone, name="my_milestone"),
    path("school/trajecten/beginnen/<uuid:public_id>/", school.begin, name="trajectory_begin"),
    path("school/trajecten/", board.trajectories, name="trajectories"),
    path("school/trajecten/volgend-jaar/", board.next_year, name="next_year"),
    path(SCHOOL, school.trajectory, name="trajectory"),
    path(f"{SCHOOL}stap/<slug:slug>/", school.step, name="trajectory_step"),
    path(f"{SCHOOL}mijlpaal/<slug:code>/", school.milestone, name="trajectory_milestone"),
    path(f"{OWN}week/<int:week>/", checking_in.my_check_in, name="my_check_in"),
    path(f"{SCHOOL}week/<int:week>/", checking_in.check_in, name="trajectory_check_in"),
    path(f"{SCHOOL}hulp/<int:task_id>/", checking_in.help_given, name="trajectory_help"),
    re_path(
        r"^mijn/traject/(?P<public_id>[0-9a-f-]{36})/dossier\.(?P<form>pdf|json)$",
        competence_file.my_own,
        name="my_competence_file",
    ),
    re_path(
        r"^school/trajecten/(?P<public_id>[0-9a-f-]{36})/dossier\.(?P<form>pdf|json)$",
        competence_file.of_school,
        name="competence_file",
    ),
    path(f"{SCHOOL}afspraken/", school.agreements, name="trajectory_agreements"),
]
