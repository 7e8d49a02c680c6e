"""The past weeks, day by day: vacancies open and end, people answer, mails go out."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.core.mail import get_connection

from accounts.credentials import actions as credentials
from accounts.enums import CredentialKind
from accounts.models import Professional, User
from accounts.notifications import delivery
from accounts.notifications.actions import mark_all_read
from accounts.privacy.actions import record_view
from portal.demo import annas_weeks, decisions, files, meetings, placements, postings, script
from portal.demo.arrivals import Book
from portal.demo.clock import days_ago
from portal.demo.files import Posting
from portal.demo.script import Yes
from vacancies.applications import actions as applications
from vacancies.enums import DismissReason, MeetingKind, Outcome, ReportReason
from vacancies.matching import actions as matching
from vacancies.matching import queries as matches
from vacancies.models import Application, Match, Vacancy
from vacancies.posting import actions as posting_actions
from vacancies.showcase import actions as showcase

MORNING, NOON, EVENING, NIGHT = time(7, 5), time(13, 10), time(19, 40), time(23, 5)


@dataclass(frozen=True)
class Cast:
    """Who plays: HR of each school, the moderator, Anna, and what the demo points at."""

    hr: dict[str, User]
    mo: User
    anna: Professional
    book: Book
    today: date
    vacancies: dict[str, Vacancy]
    placed: dict[str, placements.Scene] = field(default_factory=dict)


def play(cast: Cast) -> None:
    """From the oldest vacancy until this evening."""
    for day in range(max(posting.age for posting in files.postings()), -1, -1):
        with days_ago(day, MORNING) as now:
            post(now)
        opening = [posting for posting in files.postings() if posting.age == day]
        if opening:
            with days_ago(day, NOON):
                cast.vacancies.update({row.key: _sent_in(cast, row) for row in opening})
        with days_ago(day, EVENING):
            _answers(cast, day)
            _anna(cast, day)
            annas_weeks.play(annas_weeks.Scene(cast.anna, cast.hr, cast.vacancies, cast.today), day)
            _desk(cast, day)
            _deltion(cast, day)
            if day == 0:
                _invite_along(cast)
                _others_look(cast)
        with days_ago(day, NIGHT) as now:
            post(now)


def post(now: datetime) -> None:
    """Send what was due to nowhere: nothing leaves this machine, whatever the settings say."""
    nowhere = get_connection("django.core.mail.backends.dummy.EmailBackend")
    delivery.deliver(nowhere, now=now)


def _sent_in(cast: Cast, posting: Posting) -> Vacancy:
    """As far as this vacancy comes; the endings follow on later days."""
    hr = cast.hr[posting.school]
    vacancy = postings.drafted(posting, cast.book, cast.today, by=hr)
    if posting.state == "draft":
        return vacancy
    vacancy = posting_actions.submit(vacancy, by=hr)
    if posting.state in ("submitted", "returned"):
        return vacancy
    return posting_actions.approve(vacancy, by=cast.mo)


def _answers(cast: Cast, day: int) -> None:
    for yes in script.YESSES:
        if yes.days == day:
            _say_yes(cast, yes)


def _say_yes(cast: Cast, yes: Yes) -> None:
    candidates = _others(cast, cast.vacancies[yes.vacancy])
    match = candidates[yes.nth] if yes.nth < len(candidates) else None
    if match is None:
        return
    person = match.professional
    hr = cast.hr[match.vacancy.institution.slug]
    row = applications.show_interest(
        match.vacancy, person, message=yes.message, by=_user_of(person)
    )
    if yes.then == "withdrawn":
        applications.withdraw(row, by=_user_of(person))
    if yes.then in ("seen", "declined", *placements.STORIES):
        applications.mark_seen(row, by=hr)
        _look_at_papers(match, yes.days, cast, by=hr)
        record_view(person, institution=match.vacancy.institution, viewer=hr, with_name=True)
    if yes.then == "declined":
        applications.decline(row, answer=yes.answer, by=hr)
    decisions.record(match, yes, cast.today, by=hr)
    if yes.then in placements.STORIES:
        cast.placed[yes.vacancy] = placements.Scene(row, yes, cast.today, hr)
        placements.play(cast.placed[yes.vacancy])


def _look_at_papers(match: Match, days: int, cast: Cast, *, by: User) -> None:
    """A school sees the VOG on the day it reads the interest, and says when a paper ran out."""
    school, day = match.vacancy.institution, cast.today - timedelta(days=days)
    for paper in match.professional.credentials.order_by("pk"):
        if paper.valid_until and paper.valid_until < day:
            credentials.reject(paper, institution=school, reason=script.RAN_OUT, by=by)
        elif paper.kind == CredentialKind.VOG:
            credentials.mark_seen(paper, institution=school, shown_on=day, by=by)


def _others(cast: Cast, vacancy: Vacancy) -> list[Match]:
    """The candidates without Anna, who chooses for herself."""
    rows = matches.candidates_of(vacancy).exclude(professional=cast.anna)
    return list(rows[:8])


def _user_of(person: Professional) -> User:
    return User.objects.get(pk=person.user_id)


def _anna(cast: Cast, day: int) -> None:
    """What Anna did, and what was done for her."""
    user, named = cast.anna.user, cast.vacancies
    if day == 13:
        row = applications.show_interest(
            named["migmag-apeldoorn"], cast.anna, message=script.ANNA_TO_AVENTUS, by=user
        )
        applications.mark_seen(row, by=cast.hr["aventus"])
        _looked(cast, "aventus", with_name=True)
    if day == 5:
        row = Application.objects.get(vacancy=named["migmag-apeldoorn"], professional=cast.anna)
        meeting = meetings.propose(
            row, kind=MeetingKind.SHADOW_DAY, note=script.ANNA_COMES_ALONG, by=cast.hr["aventus"]
        )
        meetings.take_first(meeting)
    if day == 4:
        matching.mark_seen(matches.matches_of(cast.anna))
        mark_all_read(user)
        _dismiss(cast, "laswerk-harderwijk")
        _looked(cast, "deltion-college", with_name=False)
    if day == 3 and (match := _match(cast, "lassen-zwolle")):
        matching.invite(match, by=cast.hr["deltion-college"])
        _looked(cast, "deltion-college", with_name=False)
    if day == 2:
        row = applications.show_interest(
            named["constructie-hengelo"], cast.anna, message=script.ANNA_TO_TECHWISE, by=user
        )
        applications.decline(row, answer=script.DECLINED_ANNA, by=cast.hr["techwise-twente"])
    if day == 1:
        applications.save_vacancy(named["metaal-vormgeving-zwolle"], cast.anna)


def _looked(cast: Cast, school: str, *, with_name: bool) -> None:
    record_view(
        cast.anna,
        institution=cast.book.schools[school],
        viewer=cast.hr[school],
        with_name=with_name,
    )


def _dismiss(cast: Cast, key: str) -> None:
    match = _match(cast, key)
    if match:
        matching.dismiss(match, reason=DismissReason.TOO_FAR, by=cast.anna.user)


def _match(cast: Cast, key: str) -> Match | None:
    return matches.matches_of(cast.anna).filter(vacancy=cast.vacancies[key]).first()


def _desk(cast: Cast, day: int) -> None:
    """What the moderator did, and what somebody reported."""
    named = cast.vacancies
    if day == 25:
        row = named["lassen-dubbel-zwolle"]
        posting_actions.take_down(row, by=cast.mo, reason=script.TAKEN_DOWN)
    if day == 3:
        row = named["evenementen-zwolle"]
        posting_actions.return_with_reason(row, by=cast.mo, reason=script.RETURNED)
    if day == 1:
        row = named["warmtepompen-woerden"]
        showcase.report(row, reason=ReportReason.INCORRECT, text=script.REPORTED)


def _deltion(cast: Cast, day: int) -> None:
    """What Bram did with the vacancies of Deltion College."""
    bram, named = cast.hr["deltion-college"], cast.vacancies
    if day == 12:
        _close_what_is_filled(named["gastkok-zwolle"], by=bram)
    if day == 0 and (scene := cast.placed.get("gastkok-zwolle")):
        placements.begin(scene)
    if day == 6:
        posting_actions.pause(named["autotechniek-zwolle"], by=bram)
        for match in _others(cast, named["verpleegkunde-zwolle"])[3:6]:
            matching.invite(match, by=bram)
    if day == 2:
        mark_all_read(bram)
    if day == 1:
        _change(cast, next(row for row in files.postings() if row.state == "changed"))


def _close_what_is_filled(vacancy: Vacancy, *, by: User) -> None:
    """With the yes to its offer it closed by itself; else it was filled without this site."""
    vacancy.refresh_from_db()
    if vacancy.is_open:
        posting_actions.close(vacancy, by=by, outcome=Outcome.FILLED_ELSEWHERE)


def _invite_along(cast: Cast) -> None:
    """Bram answers who asked to come along; nothing is chosen yet. Where few people fit that may be
    nobody: Anna, who said yes there too, has a proposal of her own."""
    rows = Application.objects.open().filter(vacancy=cast.vacancies["lassen-zwolle"])
    others = rows.exclude(professional=cast.anna).order_by("-pk")
    kind, note = MeetingKind.SHADOW_DAY, script.ALONG_WITH_WIM
    for row in others[:1]:
        meetings.propose(row, kind=kind, note=note, by=cast.hr["deltion-college"])


def _change(cast: Cast, posting: Posting) -> None:
    """An open vacancy is changed: live at once, and shown to the moderator."""
    vacancy = cast.vacancies[posting.key]
    changed = dataclasses.replace(posting, summary=script.CHANGED_SUMMARY)
    spots = list(vacancy.locations.all())
    posting_actions.save_section(
        vacancy, postings.work(changed, cast.book, spots), by=cast.hr[posting.school]
    )


def _others_look(cast: Cast) -> None:
    """Some looked at their matches, some put one aside."""
    for number, match in enumerate(_told(cast)):
        if number % 3 == 0:
            matching.mark_seen([match])
        if number % 19 == 0:
            reason = list(DismissReason)[number % len(DismissReason)]
            matching.dismiss(match, reason=reason, by=_user_of(match.professional))


def _told(cast: Cast) -> Iterator[Match]:
    rows = Match.objects.current().filter(decided_at=None, seen_at=None)
    rows = rows.exclude(professional=cast.anna).select_related("professional")
    return rows.order_by("pk").iterator()
