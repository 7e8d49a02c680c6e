"""Who is told what of a match: rows of notices, by the thousand. The words stand in `notices`."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import product
from typing import Final, NamedTuple

from django.db.models import Max, QuerySet
from django.utils import timezone

from accounts.enums import NoticeState
from accounts.identity.permissions import ROLES, Permission
from accounts.models import Membership, Notice, Professional
from accounts.notifications.actions import NoticeRow, notify, notify_many
from accounts.notifications.registry import RANK
from vacancies.enums import MatchState
from vacancies.matching import silence
from vacancies.matching.terms import terms_of
from vacancies.models import Match

NEW_MATCHES: Final = "new_matches"
ABOUT_MATCHES: Final = (NEW_MATCHES, "better_terms")
CHUNK: Final = 1000
PAIR: Final = ("pk", "professional__user_id", "vacancy_id", "vacancy__institution_id", "score")


class Pair(NamedTuple):
    """A match to tell a professional of."""

    match: int
    user: int
    vacancy: int
    school: int
    score: int


class Back(NamedTuple):
    """A pair that fits again."""

    pair: Pair
    back_at: datetime


def tell_of(matches: QuerySet[Match]) -> tuple[int, Collection[int]]:
    """Notices for matches that nobody was told of, for both sides; the school hears of everybody.

    How many professionals hear, and of which matches none does: a rule silences those.
    """
    pairs = list(map(Pair._make, matches.order_by("pk").values_list(*PAIR)))
    if not pairs:
        return 0, ()
    silent = silence.silenced(matches)
    terms = terms_of({pair.vacancy for pair in pairs})
    heard = [pair for pair in pairs if pair.match not in silent] if silent else pairs
    notify_many(NEW_MATCHES, (_notice(pair, terms[pair.vacancy]) for pair in heard))
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    fresh = matches.filter(matched_at__gte=today).order_by()
    _tell_schools(fresh.values_list("vacancy_id", "vacancy__institution_id").distinct())
    return len(heard), silent


def back(matches: QuerySet[Match]) -> None:
    """Of what fits again: who heard nothing of it yet will hear of it as new, and who did hear is
    told again only if the vacancy changed meanwhile."""
    ended = matches.filter(
        is_current=True,
        state__in=[MatchState.NOTIFIED, MatchState.SEEN],
        lapses__until_at__isnull=False,
    )
    rows = ended.annotate(back_at=Max("lapses__until_at")).order_by("pk")
    pairs = [Back(Pair(*row), at) for *row, at in rows.values_list(*PAIR, "back_at")]
    for start in range(0, len(pairs), CHUNK):
        chunk = pairs[start : start + CHUNK]
        forget([one.pair.match for one in chunk], (NoticeState.WITHDRAWN,))
        _tell_changed(chunk)


def hush(professional: Professional) -> None:
    """After a no: what waits for a mail, and a rule silences now, goes in none.

    What was not looked at is as if it was never told; the rest stays readable on the site.
    """
    waiting = Notice.objects.filter(
        recipient=professional.user_id, kind__in=ABOUT_MATCHES, state=NoticeState.WAITING
    )
    keys = [facts["match"] for facts in waiting.values_list("facts", flat=True)]
    silent = silence.silenced(Match.objects.filter(pk__in=keys).exclude(state=MatchState.DISMISSED))
    forget(list(silent), (NoticeState.WAITING,))
    rest = waiting.filter(target__in=[f"match:{pk}" for pk in silent])
    rest.update(state=NoticeState.NOT_WANTED)


def forget(matches: Sequence[int], states: Collection[NoticeState]) -> None:
    """Notices in these states that nobody read go; a match without any is new again.

    The matches are held first, in their order, as whoever matches anew does.
    """
    mine = Match.objects.filter(pk__in=matches, state=MatchState.NOTIFIED).order_by("pk")
    held = {f"match:{pk}" for pk in mine.select_for_update().values_list("pk", flat=True)}
    told = Notice.objects.filter(kind=NEW_MATCHES, target__in=held)
    gone = told.filter(state__in=states, read_at=None).select_for_update()
    unread = {row.pk: row.target for row in gone.order_by("pk")}
    told.filter(pk__in=unread).delete()
    never = set(unread.values()) - set(told.values_list("target", flat=True))
    Match.objects.filter(pk__in=[int(one.partition(":")[2]) for one in never]).update(
        state=MatchState.NEW, notified_at=None
    )


def invited(match: Match, part_mask: int = 0) -> None:
    """Tell the professional, once a match; of a team only the own part."""
    notify(
        "invitation",
        to=match.professional.user,
        dedupe=f"invitation:{match.pk}",
        target=f"match:{match.pk}",
        facts={"match": match.pk} | ({"part": part_mask} if part_mask else {}),
    )


def _tell_changed(pairs: Sequence[Back]) -> None:
    """Each state of a vacancy is told once: what was heard unchanged is not told again."""
    terms = terms_of({pair.vacancy for pair, _at in pairs})
    last = _last_heard([pair.match for pair, _at in pairs])
    changed = [
        pair
        for pair, back_at in pairs
        if (notice := last.get(pair.match))
        and notice.created_at < back_at
        and notice.facts.get("terms", terms[pair.vacancy]) != terms[pair.vacancy]
    ]
    if not changed:
        return
    silent = silence.silenced(Match.objects.filter(pk__in=[pair.match for pair in changed]))
    notify_many(
        NEW_MATCHES,
        [
            _notice(pair, terms[pair.vacancy], since=last[pair.match].facts["terms"])
            for pair in changed
            if pair.match not in silent
        ],
    )


def _notice(pair: Pair, terms: str, since: str = "") -> NoticeRow:
    """`since`: the terms that were told before, of which each change is told once."""
    facts = {"match": pair.match, "school": pair.school, "terms": terms, RANK: pair.score}
    return NoticeRow(
        recipient_id=pair.user,
        dedupe=f"{NEW_MATCHES}:{pair.match}{f':{terms}' if since else ''}"[:120],
        target=f"match:{pair.match}",
        facts=facts | {"since": since} if since else facts,
        institution_id=None,
    )


def _last_heard(matches: Sequence[int]) -> dict[int, Notice]:
    """The last notice of each match, unless one still waits: that will say how it is now."""
    rows = Notice.objects.filter(kind=NEW_MATCHES, target__in=[f"match:{pk}" for pk in matches])
    found = {row.facts["match"]: row for row in rows.order_by("pk")}
    return {pk: row for pk, row in found.items() if row.state != NoticeState.WAITING}


def _tell_schools(vacancies: Iterable[tuple[int, int]]) -> None:
    """One notice a day for each vacancy and colleague; it counts when it is read."""
    today = timezone.localdate().isoformat()
    pairs = sorted(vacancies)
    roles = [role for role, may in ROLES.items() if Permission.CANDIDATE_SEE in may]
    members = Membership.objects.active().filter(
        role__in=roles, institution__in={school for _vacancy, school in pairs}
    )
    recipients = members.order_by("pk").values_list("institution_id", "user_id")
    notify_many(
        "new_candidates",
        (
            NoticeRow(
                recipient_id=user,
                dedupe=f"new_candidates:{vacancy}:{today}:{user}",
                target=f"vacancy:{vacancy}",
                facts={"vacancy": vacancy, "on": today},
                institution_id=school,
            )
            for (vacancy, school), (employer, user) in product(pairs, recipients)
            if school == employer
        ),
    )
