"""What the small forms of a placement send."""

from django.http import HttpRequest


def version_of(request: HttpRequest) -> int | None:
    """Which version the page showed; what is no number is a page of long ago."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0


def is_ticked(request: HttpRequest) -> bool:
    return request.POST.get("done") == "yes"
