from django.urls import path

from vacancies.assessment.views import hours, page, records

ROUTE = "school/vacatures/<str:code>/vakmensen/<uuid:public_id>/route/"

urlpatterns = [
    path(ROUTE, page.assessment, name="assessment"),
    path(f"{ROUTE}vastleggen/<slug:kind>/", records.record, name="assessment_record"),
    path(f"{ROUTE}geschiktheidsverklaring/", records.statement, name="assessment_statement"),
    path(f"{ROUTE}bewijsstuk/<uuid:paper_id>/", records.paper, name="assessment_paper"),
    path(f"{ROUTE}uren/", hours.plan, name="assessment_plan"),
    path(f"{ROUTE}uren/<uuid:plan_id>/", hours.change, name="assessment_plan_change"),
    path(f"{ROUTE}uren/<uuid:plan_id>/schrappen/", hours.cancel, name="assessment_plan_cancel"),
    path(f"{ROUTE}<slug:document>.pdf", page.document, name="assessment_document"),
    path("mijn/uren/", page.my_hours, name="my_hours"),
]
