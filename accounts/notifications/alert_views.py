from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from accounts.models import User
from accounts.notifications import alert_notices, alerts
from portal.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@csrf_exempt
@never_cache
def keep_alerts(request: HttpRequest, token: str) -> HttpResponse:
    """Yes, keep mailing me: the token is the permission, and only a POST counts."""
    try:
        reader = User.objects.filter(pk=alert_notices.reader_of(token), is_active=True).first()
    except (BadSignature, ValueError) as error:
        raise Http404 from error
    if reader and request.user.is_authenticated and request.user.pk != reader.pk:
        reader = None
    done = reader is not None and request.method == "POST"
    if reader and done:
        alerts.keep(reader)
    with translation.override(reader.language if reader else translation.get_language()):
        context = {"done": done, "is_ours": reader is not None, "path": request.path}
        response = render(request, "accounts/notifications/keep_alerts.html", context)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
