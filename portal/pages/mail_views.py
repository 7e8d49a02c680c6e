"""The mails in the gallery: a list of all kinds, and each in both languages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from accounts.enums import Language
from accounts.notifications import kind_words
from portal.kit.audience import Audience, open_to
from portal.kit.sheets import sheet
from portal.pages import mails


@open_to(Audience.EVERYONE)
def gallery_mails(request: HttpRequest) -> HttpResponse:
    """All kinds of mail by name."""
    return render(request, "portal/ui/mails.html", {"groups": mails.groups()})


@open_to(Audience.EVERYONE)
def gallery_mail(request: HttpRequest, kind: str) -> HttpResponse:
    """One kind, as a mail program shows it and as text."""
    if not mails.is_known(kind):
        raise Http404
    asked = request.GET.get("taal", "")
    language = asked if asked in Language.values else get_language() or Language.DUTCH.value
    context = {
        "kind": kind,
        "name": kind_words.name_of(kind),
        "language": language,
        "languages": Language,
        "mail": mails.preview(kind, language),
    }
    return render(request, "portal/ui/mail.html", context)


@open_to(Audience.EVERYONE)
def gallery_mail_sheet(request: HttpRequest, kind: str, language: str) -> HttpResponse:
    """The mail alone, in a frame that can do nothing."""
    mail = mails.preview(kind, language) if _is_there(kind, language) else None
    if mail is None:
        raise Http404
    return sheet(mail.html)


def _is_there(kind: str, language: str) -> bool:
    return mails.is_known(kind) and language in Language.values
