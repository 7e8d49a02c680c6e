"""Not further with several people: words, a look at what each will read, and then the answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from vacancies.selection import actions, queries
from vacancies.selection.bulk import Selection, letters
from vacancies.selection.forms import DeclineForm
from vacancies.selection.views.chosen import chosen_in


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def decline(request: MemberRequest) -> HttpResponse:
    """In steps: choose and write, look, send. Nothing is sent before the last."""
    chosen = chosen_in(request)
    if not chosen.chosen:
        messages.error(request, _("Choose at least one person in the list."))
        return redirect("applications")
    step = request.POST.get("stap", "")
    if step not in ("bekijk", "verstuur"):
        return _page(request, chosen, DeclineForm(initial={"text": _words(request)}))
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _page(request, chosen, form)
    if step == "bekijk":
        return _preview(request, chosen, form)
    return _send(request, chosen, form.cleaned_data["text"])


def _words(request: MemberRequest) -> str:
    """Of the chosen template; what was typed stays while none is chosen."""
    chosen = request.POST.get("sjabloon", "")
    rows = queries.templates_for_declining(request.institution)
    found = rows.filter(pk=chosen).first() if chosen.isdecimal() else None
    return found.text if found else request.POST.get("text", "")


def _page(request: MemberRequest, chosen: Selection, form: DeclineForm) -> HttpResponse:
    templates = queries.templates_for_declining(request.institution)
    context = {"chosen": chosen, "form": form, "templates": templates}
    return render(request, "vacancies/selection/decline.html", context)


def _preview(request: MemberRequest, chosen: Selection, form: DeclineForm) -> HttpResponse:
    words = form.cleaned_data["text"]
    context = {"chosen": chosen, "text": words, "letters": letters(chosen.open, words)}
    return render(request, "vacancies/selection/decline_preview.html", context)


def _send(request: MemberRequest, chosen: Selection, text: str) -> HttpResponse:
    late = actions.decline_each(chosen.open, text=text, by=request.user)
    told = len(chosen.open) - len(late)
    if told:
        words = ngettext("%(n)d person is informed.", "%(n)d people are informed.", told)
        messages.success(request, words % {"n": told})
    if missed := len(late) + len(chosen.answered) + chosen.gone:
        words = ngettext(
            "%(n)d person had an answer already, or took the yes back. Nothing was sent there.",
            "%(n)d people had an answer already, or took the yes back. Nothing was sent there.",
            missed,
        )
        messages.warning(request, words % {"n": missed})
    return redirect("applications")
