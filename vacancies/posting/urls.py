from django.urls import path

from vacancies.posting.views import easing, editing, lists, softening, steps

VACANCY = "school/vacatures/<slug:code>/"

urlpatterns = [
    path("school/vacatures/", lists.school_vacancies, name="school_vacancies"),
    path("school/vacatures/nieuw/", lists.vacancy_new, name="vacancy_new"),
    path(VACANCY, lists.vacancy_manage, name="vacancy_manage"),
    path(f"{VACANCY}voorbeeld/", lists.vacancy_preview, name="vacancy_preview"),
    path(f"{VACANCY}bewerken/<slug:section>/", editing.vacancy_edit, name="vacancy_edit"),
    path(f"{VACANCY}woordkeuze/", editing.vacancy_wording, name="vacancy_wording"),
    path(f"{VACANCY}bedrag/", editing.vacancy_pay, name="vacancy_pay"),
    path(f"{VACANCY}bereik/", softening.vacancy_reach, name="vacancy_reach"),
    path(f"{VACANCY}versoepelen/", easing.vacancy_ease, name="vacancy_ease"),
    path(f"{VACANCY}wet/", editing.vacancy_law, name="vacancy_law"),
    path(f"{VACANCY}pauzeren/", steps.pause, name="vacancy_pause"),
    path(f"{VACANCY}hervatten/", steps.resume, name="vacancy_resume"),
    path(f"{VACANCY}verlengen/", steps.extend, name="vacancy_extend"),
    path(f"{VACANCY}sluiten/", steps.close, name="vacancy_close"),
    path(f"{VACANCY}kopieren/", steps.copy, name="vacancy_copy"),
    path(f"{VACANCY}terugnemen/", steps.take_back, name="vacancy_take_back"),
    path(f"{VACANCY}weggooien/", steps.discard, name="vacancy_discard"),
]
