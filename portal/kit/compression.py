"""Pages travel compressed; pictures and papers are compressed already.

Pages that hold a secret and repeat what was typed can be measured from outside by their length
(BREACH). Ours are not: the token of a form is masked anew in every answer, Django adds a piece of
random length, and another site cannot ask for a page with the reader's cookie (SameSite=Lax).
"""

from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

PACKED: Final = ("image/", "application/pdf", "application/zip", "font/woff")


class TextGZipMiddleware(GZipMiddleware):
    """Django's, for what gets smaller by it."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.headers.get("Content-Type", "").startswith(PACKED):
            return response
        return super().process_response(request, response)
