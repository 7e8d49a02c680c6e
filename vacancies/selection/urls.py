from django.urls import path

from vacancies.selection.views import declining, dossiers, listing, opinions, wording

urlpatterns = [
    path("school/interesse/", listing.received, name="applications"),
    path("school/interesse/lijst.csv", listing.sheet, name="applications_sheet"),
    path("school/interesse/niet-verder/", declining.decline, name="applications_decline"),
    path("school/interesse/dossiers/", dossiers.several, name="dossiers"),
    path("school/interesse/<uuid:public_id>/dossier/", dossiers.one, name="dossier"),
    path("school/interesse/<uuid:public_id>/dossier.pdf", dossiers.one_pdf, name="dossier_pdf"),
    path("school/interesse/<uuid:public_id>/oordeel/", opinions.ask, name="opinion_ask"),
    path(
        "school/interesse/<uuid:public_id>/oordeel/<int:pk>/intrekken/",
        opinions.take_back,
        name="opinion_take_back",
    ),
    path("oordeel/<str:token>/", opinions.opinion, name="opinion"),
    path("school/teksten/", wording.templates, name="message_templates"),
    path("school/teksten/nieuw/", wording.new, name="message_template_new"),
    path("school/teksten/<int:pk>/", wording.template, name="message_template"),
    path("school/teksten/<int:pk>/weg/", wording.remove, name="message_template_remove"),
]
