"""Sending a message, the same way from both sides."""

from django.contrib import messages
from django.utils.translation import gettext as _

from accounts.identity.gates import UserRequest
from portal.kit.limits import within_limit
from vacancies.applications import actions
from vacancies.applications.actions import RefusedError
from vacancies.applications.forms import MessageForm
from vacancies.lifecycles import Side
from vacancies.models import Application

MOST = 60
HOUR = 3600


def sent(request: UserRequest, row: Application, form: MessageForm, *, side: Side) -> bool:
    """Send what was typed; what is wrong with it stands in the form."""
    if not form.is_valid():
        return False
    if not within_limit("message", str(request.user.pk), most=MOST, seconds=HOUR):
        form.add_error(None, _("You sent many messages in an hour. Wait a little and try again."))
        return False
    file = form.cleaned_data["file"]
    try:
        text = form.cleaned_data["text"]
        actions.write(row, side=side, text=text, file=file, by=request.user)
    except RefusedError as refusal:
        form.add_error("text", str(refusal))
        return False
    messages.success(request, _("Your message is sent."))
    if file and file.had_number:
        messages.warning(
            request,
            _(
                "The name of the file held what looks like a citizen service number (BSN). We took "
                "it out of the name. Is it in the file as well? Then tell the other not to keep it."
            ),
        )
    return True
