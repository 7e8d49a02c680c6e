"""Mails to an employer: never the name of the professional, for an address may be wrong."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.notifications.actions import post
from accounts.notifications.letters import Letter
from accounts.notifications.registry import Link
from portal.kit.day_words import day_parts_text
from portal.kit.templatetags.ui import day
from vacancies.employers import links
from vacancies.models import EmployerRequest
from vacancies.placement import words as placement_words

LANGUAGE = settings.LANGUAGE_CODE


def ask(row: EmployerRequest, *, is_changed: bool = False) -> None:
    """The question with its link; `is_changed`: the answer of before was about other hours."""
    with translation.override(LANGUAGE):
        first = _changed(row) if is_changed else _question(row)
        letter = Letter(
            subject=_subject(row),
            greeting=_greeting(row),
            paragraphs=(
                first,
                _what(row),
                _("On the page you see who it is and what is asked, and you answer there."),
            ),
            button=Link(_("Read and answer"), links.address_of(row)),
            closing=(_until(row), _no_account()),
            why=_why(row),
        )
    _post(row, letter, f"employer_ask:{row.pk}:{row.version}")


def remind(row: EmployerRequest) -> None:
    """Once a question, before the link runs out."""
    with translation.override(LANGUAGE):
        letter = Letter(
            subject=_("Still open: your answer about work at a school"),
            greeting=_greeting(row),
            paragraphs=(_question(row), _what(row), _("There is no answer yet.")),
            button=Link(_("Read and answer"), links.address_of(row)),
            closing=(_until(row), _no_account()),
            why=_why(row),
        )
    _post(row, letter, f"employer_reminder:{row.pk}:{int(row.asked_at.timestamp())}")


def moved(row: EmployerRequest) -> None:
    """A link of one's own, to read an answer that is there already."""
    with translation.override(LANGUAGE):
        letter = Letter(
            subject=_("Your new link about work at a school"),
            greeting=_greeting(row),
            paragraphs=(
                _("%(employer)s has answered already. Nothing is asked of you.")
                % {"employer": row.employer},
                _("With this link you read the answer again. A link of before no longer works."),
            ),
            button=Link(_("Read the answer"), links.address_of(row)),
            closing=(_until(row),),
            why=_why(row),
        )
    _post(row, letter, f"employer_link:{row.pk}:{row.version}")


def off(row: EmployerRequest) -> None:
    """Nothing is asked any more; the link still says so."""
    with translation.override(LANGUAGE):
        letter = Letter(
            subject=_("You need do nothing more about work at a school"),
            greeting=_greeting(row),
            paragraphs=(
                _("The question to %(employer)s about work at %(school)s is taken back.")
                % {"employer": row.employer, "school": _school(row)},
                _("If you answered before, that answer is no longer used."),
            ),
            why=_why(row),
        )
    _post(row, letter, f"employer_off:{row.pk}:{row.version}")


def _post(row: EmployerRequest, letter: Letter, key: str) -> None:
    """To the address as it is now; an address that was wiped gets nothing."""
    if row.contact_email:
        post(letter, kind="employer", key=key, to=row.contact_email, language=LANGUAGE)


def _subject(row: EmployerRequest) -> str:
    return _("A question to %(employer)s about work at a school") % {"employer": row.employer}


def _greeting(row: EmployerRequest) -> str:
    return _("Hello %(name)s,") % {"name": row.contact_name}


def _question(row: EmployerRequest) -> str:
    text = _("Somebody who works at %(employer)s wants to teach at %(school)s. Do you agree?")
    return text % {"employer": row.employer, "school": _school(row)}


def _changed(row: EmployerRequest) -> str:
    text = _(
        "What you were asked about work at %(school)s has changed. What you answered before no"
        " longer counts, so we ask you once more."
    )
    return text % {"school": _school(row)}


def _what(row: EmployerRequest) -> str:
    facts = {
        "hours": placement_words.hours(row.hours_week),
        "parts": day_parts_text(row.day_parts_mask),
        "day": day(row.starts_on),
    }
    return _("It is about %(hours)s: %(parts)s, from %(day)s.") % facts


def _until(row: EmployerRequest) -> str:
    return _("The link works until %(day)s.") % {"day": day(row.expires_on)}


def _no_account() -> str:
    return _("You need no account. Is this not for you? Say so on the page.")


def _why(row: EmployerRequest) -> str:
    return _("You get this because somebody at %(employer)s gave your address.") % {
        "employer": row.employer
    }


def _school(row: EmployerRequest) -> str:
    return row.placement.application.vacancy.institution.name
