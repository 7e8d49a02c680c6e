from django.urls import include, path

urlpatterns = [
    path("", include("vacancies.showcase.urls")),
    path("", include("vacancies.feeds.urls")),
    path("", include("vacancies.posting.urls")),
    path("", include("vacancies.courses.urls")),
    path("", include("vacancies.routes.urls")),
    path("", include("vacancies.training.grants.urls")),
    path("", include("vacancies.matching.urls")),
    path("", include("vacancies.openings.urls")),
    path("", include("vacancies.applications.urls")),
    path("", include("vacancies.assessment.urls")),
    path("", include("vacancies.meetings.urls")),
    path("", include("vacancies.selection.urls")),
    path("", include("vacancies.training.urls")),
    path("", include("vacancies.placement.urls")),
    path("", include("vacancies.employers.urls")),
]
