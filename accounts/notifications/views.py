from typing import cast

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.enums import Frequency
from accounts.models import User
from accounts.notifications import actions, composing, hooks, queries, stops
from accounts.notifications.forms import PreferencesForm
from accounts.notifications.registry import Noted
from accounts.notifications.touches import touch
from portal.kit.audience import Audience, open_to
from portal.kit.forms import sent_in
from portal.kit.paging import page_of

IN_THE_DEMO = 30
SHOWN_ALONE = {"default-src": [NONE], "style-src": [UNSAFE_INLINE], "sandbox": ["allow-popups"]}


@open_to(Audience.SIGNED_IN)
@login_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What is not true today is not shown, and is not counted as unread."""
    user = cast(User, request.user)
    page = page_of(request, queries.inbox(user))
    items = composing.items_of(map(Noted.of, page.object_list))
    actions.mark_read(user, notices=[notice.pk for notice in page if notice.pk not in items])
    rows = [(notice, items[notice.pk]) for notice in page if notice.pk in items]
    return render(request, "accounts/notifications/inbox.html", {"page": page, "rows": rows})


@open_to(Audience.SIGNED_IN)
@login_required
@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """To what the notice is about; opening it is reading it."""
    user = cast(User, request.user)
    found = get_object_or_404(queries.inbox(user), pk=pk)
    actions.mark_read(user, notices=[found.pk])
    item = composing.items_of([Noted.of(found)]).get(found.pk)
    if item is None:
        messages.info(request, _("What this message was about is no longer there."))
        return redirect("inbox")
    return redirect(item.url)


@open_to(Audience.SIGNED_IN)
@login_required
@require_POST
def mark_all_read(request: HttpRequest) -> HttpResponse:
    actions.mark_all_read(cast(User, request.user))
    return redirect("inbox")


@open_to(Audience.SIGNED_IN)
@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    form = PreferencesForm(sent_in(request), user=user)
    if request.method == "POST" and form.is_valid():
        actions.save_choices(user, form.chosen, by=user, **form.rhythm)
        touch(user)
        messages.success(request, _("Saved. This is how you hear from us from now on."))
        return redirect("notice_preferences")
    context = {"form": form, "panels": hooks.panels.of(request)}
    return render(request, "accounts/notifications/preferences.html", context)


@open_to(Audience.SIGNED_IN)
@login_required
@require_POST
def resume_mail(request: HttpRequest) -> HttpResponse:
    """The way out of the note on every page that mail does not arrive."""
    user = cast(User, request.user)
    if stops.resume_mail(user, by=user):
        words = _(
            "We send mail to %(address)s again. If it comes back once more, you read it here."
        )
        messages.success(request, words % {"address": user.email})
    return redirect("notice_preferences")


@open_to(Audience.EVERYONE)
@csrf_exempt
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """The token is the permission: a mail program posts here without session or form (RFC 8058)."""
    try:
        reader = queries.reader_of(token)
    except (signing.BadSignature, ValueError) as error:
        raise Http404 from error
    stopped, slower = queries.stopped_by(token), request.POST.get("frequency") == Frequency.WEEKLY
    if request.method == "POST":
        actions.unsubscribe(token, frequency=Frequency.WEEKLY if slower else Frequency.NEVER)
    with translation.override(reader.language if reader else translation.get_language()):
        context = {
            "done": request.method == "POST",
            "slowed": slower,
            "stopped": stopped,
            "can_slow": reader and any(one.is_often for one in stopped),
            "still": queries.still_coming(reader) if reader else [],
        }
        response = render(request, "accounts/notifications/unsubscribe.html", context)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@open_to(Audience.EVERYONE)
@require_safe
def demo_mailbox(request: HttpRequest) -> HttpResponse:
    """Every mail of the demo, for everybody: the address exists in the demo only."""
    mails = queries.latest_mails(IN_THE_DEMO)
    return render(request, "accounts/notifications/demo_mailbox.html", {"mails": mails})


@open_to(Audience.EVERYONE)
@require_safe
@csp(SHOWN_ALONE)  # type: ignore[arg-type]  # it also takes arguments
def demo_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """A mail as a mail program shows it: no scripts, no forms, styles of its own."""
    mail = get_object_or_404(queries.worded_mails().exclude(words__html=""), pk=pk)
    return HttpResponse(mail.words.html)
