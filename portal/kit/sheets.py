"""A page made elsewhere, shown inside one of ours: it can do nothing and lead nowhere."""

from typing import Final

from django.http import HttpResponse

POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
)


def sheet(html: str) -> HttpResponse:
    """For a frame of our own: no script, no form, no picture from elsewhere, no origin."""
    response = HttpResponse(html)
    response._csp_exempt = True  # type: ignore[attr-defined]
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response
