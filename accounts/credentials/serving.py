"""How a private file leaves the site: saved to a disk, and run by nothing on the way."""

from django.db.models.fields.files import FieldFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header


def attachment(file: FieldFile, *, name: str, media_type: str) -> HttpResponse:
    """The file as a download; never shown inside the site, never kept on the way."""
    with file.open("rb") as opened:
        response = HttpResponse(opened.read(), content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'none'"
    return response
