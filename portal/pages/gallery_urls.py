"""Addresses of the gallery. Its mails show what is in the database: never on a public site."""

from django.urls import URLPattern, path

from portal.pages.gallery import gallery
from portal.pages.mail_views import gallery_mail, gallery_mail_sheet, gallery_mails


def patterns(shown: bool) -> list[URLPattern]:
    """All of them, or none."""
    if not shown:
        return []
    return [
        path("ui/", gallery, name="gallery"),
        path("ui/mails/", gallery_mails, name="gallery_mails"),
        path("ui/mails/<slug:kind>/", gallery_mail, name="gallery_mail"),
        path(
            "ui/mails/<slug:kind>/<slug:language>/html/",
            gallery_mail_sheet,
            name="gallery_mail_sheet",
        ),
    ]
