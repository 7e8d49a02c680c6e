from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from accounts.models import Consent
from accounts.notifications.touches import touch
from accounts.profiles import actions, queries, renewal
from accounts.profiles.consents import TERM
from portal.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@csrf_exempt
@never_cache
def renew(request: HttpRequest, token: str) -> HttpResponse:
    """A new yes for a year by a signed link: the text stands there, and only a press counts."""
    try:
        consent = renewal.consent_of(token)
    except (BadSignature, ValueError) as error:
        raise Http404 from error
    signed_in = request.user.is_authenticated
    if consent and signed_in and request.user.pk != consent.user_id:
        consent = None
    step = _step(consent)
    if consent and step == "ask" and request.method == "POST":
        actions.give_consent(consent.user, consent.kind, by=consent.user)
        touch(consent.user)
        step = "done"
    with translation.override(consent.user.language if consent else translation.get_language()):
        context = {"step": step, "path": request.path}
        response = render(request, "accounts/profiles/renew.html", context)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _step(consent: Consent | None) -> str:
    """Still to ask, done by a later yes, or too late: then the profile is shown after signing in."""
    if consent is None:
        return "not_yours"
    if consent.withdrawn_at is None and consent.given_at > timezone.now() - TERM:
        return "ask"
    return "done" if queries.running_consent(consent.user, consent.kind) else "late"
