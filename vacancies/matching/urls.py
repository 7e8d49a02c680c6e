from django.urls import path

from vacancies.matching import rehearsal_views, relevance_views, views

urlpatterns = [
    path("mijn/matches/", views.my_matches, name="my_matches"),
    path("mijn/matches/<int:pk>/", views.why, name="my_match"),
    path("relevant/<str:token>/", relevance_views.relevance_of, name="relevance"),
    path(
        "mijn/meldingen/regels/<int:pk>/vergeten/",
        relevance_views.forget_rule,
        name="mail_rule_forget",
    ),
    path("vacatures/<slug:address>/waarom/", views.why_vacancy, name="vacancy_why"),
    path("mijn/matches/<int:pk>/niet-voor-mij/", views.dismiss, name="match_dismiss"),
    path("mijn/matches/<int:pk>/toch-wel/", views.undismiss, name="match_undismiss"),
    path(
        "school/vacatures/<str:code>/voorbeeld/mail/",
        rehearsal_views.vacancy_mail,
        name="vacancy_mail",
    ),
    path(
        "school/vacatures/<str:code>/voorbeeld/mail/<slug:language>/",
        rehearsal_views.vacancy_mail_sheet,
        name="vacancy_mail_sheet",
    ),
    path("school/vacatures/<str:code>/samen/", views.team, name="team"),
    path("school/vacatures/<str:code>/samen/uitnodigen/", views.invite_team, name="team_invite"),
    path("school/vacatures/<str:code>/vakmensen/", views.candidates, name="candidates"),
    path(
        "school/vacatures/<str:code>/vakmensen/<uuid:public_id>/", views.candidate, name="candidate"
    ),
    path(
        "school/vacatures/<str:code>/vakmensen/<uuid:public_id>/uitnodigen/",
        views.invite,
        name="candidate_invite",
    ),
]
