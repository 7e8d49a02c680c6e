from django.urls import path

from vacancies.employers.views import lending, link, mine, school

MINE = "mijn/plaatsing/<uuid:public_id>"
SCHOOL = "school/plaatsingen/<uuid:public_id>"
LENDING = "detachering"

urlpatterns = [
    path(f"{MINE}/werkgever/", mine.my_employer, name="my_employer"),
    path(f"{MINE}/werkgever/verbeteren/", mine.correct, name="my_employer_correct"),
    path(f"{MINE}/werkgever/intrekken/", mine.take_back, name="my_employer_take_back"),
    path(f"{MINE}/akkoord/", mine.confirm, name="my_placement_confirm"),
    path(f"{MINE}/{LENDING}/", lending.mine, name="my_lending"),
    path(f"{MINE}/{LENDING}/concept/", lending.my_agreement, name="my_agreement"),
    path(f"{MINE}/{LENDING}/concept.pdf", lending.my_pdf, name="my_agreement_pdf"),
    path(f"{SCHOOL}/wijzigen/", school.change, name="placement_change"),
    path(f"{SCHOOL}/jaar/", school.plan_year, name="placement_year"),
    path(f"{SCHOOL}/akkoord/", school.confirm, name="placement_confirm"),
    path(f"{SCHOOL}/{LENDING}/", lending.at_school, name="placement_lending"),
    path(f"{SCHOOL}/{LENDING}/concept/", lending.agreement_at_school, name="placement_agreement"),
    path(f"{SCHOOL}/{LENDING}/concept.pdf", lending.pdf_at_school, name="placement_agreement_pdf"),
    path("werkgever/<str:token>/", link.employer, name="employer_page"),
    path("werkgever/<str:token>/antwoord/", link.answer, name="employer_answer"),
]
