"""Dossiers on paper: the same words as on the screen, in the language of who prints."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from portal.kit.day_words import day_parts_text
from portal.kit.templatetags.ui import day, state_word
from vacancies.assessment.typesetting import pdf_of
from vacancies.matching.explanation import Reason
from vacancies.selection.dossier import Dossier, Judged

DOCUMENTS: Final = Path(__file__).parent / "documents"


def pdf_of_dossiers(dossiers: Sequence[Dossier]) -> bytes:
    """One accessible PDF, each person on a page of their own. Raises DraftError."""
    return pdf_of("dossier", data_of(dossiers), folder=DOCUMENTS)


def data_of(dossiers: Sequence[Dossier]) -> dict[str, Any]:
    """Everything that the template shows, as plain values for JSON."""
    school = dossiers[0].application.vacancy.institution.name
    return {
        "lang": get_language() or "nl",
        "title": _("Dossier for the panel"),
        "school": school,
        "foot": _("Confidential, for the panel of %(school)s. Printed on %(day)s.")
        % {"school": school, "day": day(timezone.localdate())},
        "of": pgettext("page 1 of 3", "of"),
        "words": _words(),
        "people": [_person(one) for one in dossiers],
    }


def _words() -> dict[str, str]:
    return {
        "message": _("In their own words"),
        "when": _("When"),
        "asked": _("Asked"),
        "free": _("Free"),
        "both": _("Fits"),
        "facts": _("Who it is"),
        "fact": _("Detail"),
        "value": _("Told"),
        "reasons": _("Why this person"),
        "way": _("May this person do the work?"),
        "papers": _("Papers"),
        "no_papers": _("No papers yet."),
        "notes": _("Notes of the panel"),
        "strong": _("What speaks for this person"),
        "ask": _("What you still want to know"),
        "advice": _("Your advice"),
        "choices": _("Go on   /   In doubt   /   Not further"),
        "who": _("Name and date"),
    }


def _person(one: Dossier) -> dict[str, Any]:
    application, weeks = one.application, one.explanation
    return {
        "name": one.name,
        "work": application.vacancy.title,
        "line": " ".join([f"{one.occupation}.", one.stand + "."]),
        "yes": _("Said yes on %(day)s.") % {"day": day(application.created_at)},
        "message": application.message,
        "asked": day_parts_text(weeks.asked_mask),
        "free": day_parts_text(weeks.free_mask),
        "both": day_parts_text(weeks.overlap_mask) or _("no day-part"),
        "facts": [list(fact) for fact in (*one.facts, (_("Can do"), one.skills)) if fact[1]],
        "reasons": [_reason(reason) for reason in one.reasons],
        **(_judged(one.judged) if one.judged else {"way": "", "papers": []}),
    }


def _reason(reason: Reason) -> dict[str, str]:
    return {"mark": state_word(reason.state), "text": reason.text, "fact": reason.fact}


def _judged(judged: Judged) -> dict[str, Any]:
    return {
        "way": f"{judged.way.route.name}. {judged.way.line}",
        "missing": [need.name for need in judged.way.missing],
        "source": judged.way.source.label,
        "papers": [[row.title, _seen(row.check is not None)] for row in judged.papers],
    }


def _seen(is_seen: bool) -> str:
    return _("noted by your school") if is_seen else _("not seen yet")
