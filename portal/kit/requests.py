"""Every request has an id, in the log and in the answer; and a line when it is done."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from portal.kit import origin

HEADER = "X-Request-ID"
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}
log = logging.getLogger("portal.done")


class RequestIdMiddleware:
    """Takes the id of a proxy, or makes one. A line tells the route, never the address: an address
    may hold a token, or what somebody looks for.

    The id stays until the next request comes: Django tells of a refusal after the middleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        number = origin.safe(request.headers.get(HEADER, "")) or origin.new()
        origin.request_id.set(number)
        response = self.get_response(request)
        response.headers[HEADER] = number
        route = f"/{request.resolver_match.route}" if request.resolver_match else "none"
        facts = {
            "method": request.method if request.method in METHODS else "other",
            "route": route,
            "status": response.status_code,
            "ms": round((time.monotonic() - began) * 1000),
        }
        log.info("request", extra={"facts": facts})
        return response
