from django.urls import path

from vacancies.selection.views import declining, listing, wording

urlpatterns = [
    path("school/interesse/", listing.received, name="applications"),
    path("school/interesse/lijst.csv", listing.sheet, name="applications_sheet"),
    path("school/interesse/niet-verder/", declining.decline, name="applications_decline"),
    path("school/teksten/", wording.templates, name="message_templates"),
    path("school/teksten/nieuw/", wording.new, name="message_template_new"),
    path("school/teksten/<int:pk>/", wording.template, name="message_template"),
    path("school/teksten/<int:pk>/weg/", wording.remove, name="message_template_remove"),
]
