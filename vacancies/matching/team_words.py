"""What the page of a team says, in the reader's language."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from django.utils import formats
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.kit.day_words import day_parts_text
from portal.kit.dayparts import count
from portal.kit.templatetags.ui import km
from vacancies.matching.team import Shared, Team

FILL: Final[dict[int, str | Promise]] = {
    1: gettext_lazy("One professional fills %(parts)s"),
    2: gettext_lazy("Two professionals together fill %(parts)s"),
    3: gettext_lazy("Three professionals together fill %(parts)s"),
}
INVITE: Final[dict[int, str | Promise]] = {
    1: gettext_lazy("Invite this professional"),
    2: gettext_lazy("Invite both"),
    3: gettext_lazy("Invite all three"),
}


def nobody() -> str:
    """Where there is no team at all."""
    return _("Nobody fits yet")


def title(asked: Shared, team: Team) -> str:
    """How many people fill how much."""
    return str(FILL[len(team.members)]) % {"parts": _parts(asked, team)}


def lead(asked: Shared, team: Team, *, is_chosen: bool) -> str:
    """What the team can and what it cannot."""
    said = _what_is_short(asked, team)
    if team.is_whole and len(team.members) > 1 and not is_chosen:
        said.append(_("None of them can do it alone."))
    if team.is_whole and team.covered_mask != asked.day_parts_mask:
        said.append(
            ngettext("%(n)d day-part is needed.", "%(n)d day-parts are needed.", asked.needed)
            % {"n": asked.needed}
        )
    return " ".join(said)


def compared(asked: Shared, other: Team, team: Team) -> str:
    """What another team has or lacks beside the one shown."""
    gone = [one not in other.members for one in team.members]
    letters = [letter for letter, is_gone in zip("ABC", gone, strict=False) if is_gone]
    without = _("Without %(letters)s.") % {"letters": get_text_list(letters, _("and"))}
    said = [without, *_what_is_short(asked, other)]
    travel = km(sum(one.distance_m for one in other.members))
    said.append(_("Together %(km)s of travel.") % {"km": travel})
    points = sum(100 - one.short for one in other.members) // len(other.members)
    said.append(_("On average %(points)d points out of 100.") % {"points": points})
    return " ".join(said)


def day_parts(mask: int) -> str:
    return day_parts_text(mask)


def clock_hours(tenths: int) -> str:
    return ngettext("%(hours)s clock hour", "%(hours)s clock hours", tenths // 10) % {
        "hours": _number(tenths)
    }


def hours_of(tenths: int, asked: Shared) -> str:
    """So many of the most that is asked."""
    return _("%(hours)s of %(most)s") % {
        "hours": _number(tenths),
        "most": _number(asked.hours_max),
    }


def hours_asked(asked: Shared) -> str:
    """The range that is asked, where it is one."""
    if asked.hours_min == asked.hours_max:
        return ""
    return _("Asked: %(low)s to %(high)s.") % {
        "low": _number(asked.hours_min),
        "high": _number(asked.hours_max),
    }


def hours_each(hours: Sequence[int]) -> str:
    return ", ".join(
        f"{letter}\u00a0{_number(tenths)}" for letter, tenths in zip("ABC", hours, strict=False)
    )


def invite_label(to_invite: int, members: int) -> str:
    """What the button says; nothing where everybody heard already."""
    if not to_invite:
        return ""
    return str(INVITE[members]) if to_invite == members else _("Invite who did not hear yet")


def _parts(asked: Shared, team: Team) -> str:
    number, covered = count(asked.day_parts_mask), count(team.covered_mask)
    if covered == number == 2:
        return _("both day-parts")
    if covered == number:
        return ngettext("the one day-part", "all %(n)d day-parts", number) % {"n": number}
    return ngettext(
        "%(covered)d of the %(n)d day-parts", "%(covered)d of the %(n)d day-parts", covered
    ) % {"covered": covered, "n": number}


def _what_is_short(asked: Shared, team: Team) -> list[str]:
    said = []
    if team.lacking:
        left = day_parts_text(asked.day_parts_mask & ~team.covered_mask)
        said.append(_("Still open: %(day_parts)s.") % {"day_parts": left})
    low = sum(one.hours_min for one in team.members)
    high = sum(one.hours_max for one in team.members)
    if low > asked.hours_max:
        words = _("Together they want at least %(low)s clock hours a week, you ask %(most)s.")
        said.append(words % {"low": _number(low), "most": _number(asked.hours_max)})
    if high < asked.hours_min:
        words = _("Together they have at most %(high)s clock hours a week, you ask %(least)s.")
        said.append(words % {"high": _number(high), "least": _number(asked.hours_min)})
    return said


def _number(tenths: int) -> str:
    whole = tenths % 10 == 0
    return formats.number_format(Decimal(tenths) / 10, decimal_pos=0 if whole else 1)
