"""Rows become events, in order, and each reader hears what is theirs to hear."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from vacancies.matching.events import HURDLES_TO_SCHOOL, TO_SCHOOL, Hurdle, Kind, Reader
from vacancies.matching.story import (
    OF_VERB,
    Apart,
    Recorded,
    Rows,
    Standing,
    fitted_before,
    obstacles_of,
    story_of,
)
from vacancies.matching.telling import Posted, Told

T = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TOLD = Told("new_matches", T + HOUR, state="mailed", rhythm="daily")
MAIL = Posted("sent", "digest_daily", T + DAY, sent_at=T + DAY, said="250 ok anna@example.org")


def kinds(rows, reader=Reader.DESK):
    return [event.kind for event in story_of(rows, reader=reader)]


def test_a_match_from_opening_to_yes():
    rows = Rows(
        opened_at=T,
        matched_at=T + HOUR,
        seen_at=T + 2 * DAY,
        said_yes_at=T + 3 * DAY,
        answered_at=T + 4 * DAY,
        school_told_at=T + HOUR,
        school_mailed_at=T + DAY,
        told=(replace(TOLD, mail=MAIL),),
    )

    assert kinds(rows) == [
        Kind.VACANCY_OPENED,
        Kind.MATCHED,
        Kind.TOLD,
        Kind.SCHOOL_TOLD,
        Kind.MAIL_SENT,
        Kind.SCHOOL_MAILED,
        Kind.SEEN,
        Kind.SAID_YES,
        Kind.ANSWERED,
    ]


def posted(state, **facts):
    return {"mail": replace(MAIL, state=state, sent_at=None, **facts)}


@pytest.mark.parametrize(
    ("told", "kinds_of_mail"),
    [
        ({"state": "waiting", "due_at": T + DAY}, [Kind.MAIL_WAITS]),
        ({"state": "waiting", "due_at": T + DAY, "rests": True}, [Kind.MAIL_RESTS]),
        ({"state": "waiting", "is_moot": True}, []),
        ({"state": "waiting", "is_beyond_share": True}, [Kind.SHARE_FULL, Kind.MAIL_WAITS]),
        ({"state": "not_wanted"}, [Kind.MAIL_NOT_WANTED]),
        ({"state": "not_wanted", "is_account_off": True}, [Kind.MAIL_ACCOUNT_OFF]),
        ({"state": "no_address"}, [Kind.MAIL_NO_ADDRESS]),
        ({"state": "withdrawn"}, [Kind.MAIL_DROPPED]),
        (posted("queued"), [Kind.MAIL_QUEUED]),
        (posted("queued", deferrals=2), [Kind.MAIL_DEFERRED]),
        (posted("sending"), [Kind.MAIL_QUEUED]),
        ({"mail": MAIL}, [Kind.MAIL_SENT]),
        ({"mail": replace(MAIL, state="returned")}, [Kind.MAIL_SENT, Kind.MAIL_RETURNED]),
        (posted("parked", deferrals=9), [Kind.MAIL_PARKED]),
        (posted("cancelled", is_by_hand=True), [Kind.MAIL_CANCELLED]),
        (posted("cancelled"), [Kind.MAIL_EMPTY]),
        (posted("cancelled", is_stopped=True), [Kind.MAIL_NO_ADDRESS]),
        ({}, [Kind.MAIL_NOT_KEPT]),
    ],
)
def test_what_became_of_the_mail(told, kinds_of_mail):
    assert kinds(Rows(told=(replace(TOLD, **told),))) == [Kind.TOLD, *kinds_of_mail]


def test_what_the_mail_server_said_is_for_a_moderator_alone():
    rows = Rows(told=(replace(TOLD, mail=MAIL),))

    said = {reader: story_of(rows, reader=reader)[-1].said for reader in Reader}

    assert said == {Reader.DESK: MAIL.said, Reader.PERSON: "", Reader.SCHOOL: ""}


def test_a_mail_that_came_back_says_when_and_what_the_server_said_then():
    back = replace(MAIL, state="returned", returned_at=T + 2 * DAY)

    sent, returned = story_of(Rows(told=(replace(TOLD, mail=back),)), reader=Reader.DESK)[-2:]

    assert (sent.at, sent.said) == (T + DAY, "")
    assert (returned.at, returned.said) == (T + 2 * DAY, MAIL.said)


def test_reading_a_message_and_looking_at_the_match_in_one_go_is_one_look():
    read = (replace(TOLD, state="waiting", read_at=T + DAY),)

    assert Kind.READ not in kinds(Rows(seen_at=T + DAY, told=read))
    assert Kind.READ in kinds(Rows(seen_at=T + 3 * DAY, told=read))
    assert Kind.READ in kinds(Rows(told=read))
    assert Kind.READ not in kinds(Rows(told=read), Reader.SCHOOL)


def test_a_mail_that_waits_says_when_it_is_due():
    rows = Rows(told=(replace(TOLD, state="waiting", rhythm="weekly", due_at=T + 7 * DAY),))

    waits = story_of(rows, reader=Reader.PERSON)[-1]

    assert (waits.at, waits.detail, waits.is_due) == (T + 7 * DAY, "weekly", True)
    for_school = story_of(rows, reader=Reader.SCHOOL)[-1]
    assert (for_school.kind, for_school.at, for_school.is_due) == (waits.kind, TOLD.at, False)


def test_only_what_happened_since_the_vacancy_opened_is_told():
    recorded = (Recorded("profile.paused", T - DAY), Recorded("profile.resumed", T + DAY))

    assert kinds(Rows(opened_at=T, recorded=recorded)) == [
        Kind.VACANCY_OPENED,
        Kind.PROFILE_RESUMED,
    ]
    assert kinds(Rows(recorded=recorded)) == []


def test_an_entry_that_says_nothing_here_is_left_out():
    assert kinds(Rows(opened_at=T, recorded=(Recorded("profile.contact_saved", T),))) == [
        Kind.VACANCY_OPENED
    ]


def test_many_changes_of_a_day_are_one():
    saved = [Recorded("profile.week_saved", T + HOUR * n) for n in (1, 2, 3, 30)]
    paused = Recorded("vacancy.paused", T + HOUR * 2.5)

    assert kinds(Rows(opened_at=T, recorded=tuple(saved))).count(Kind.PROFILE_CHANGED) == 2
    found = kinds(Rows(opened_at=T, recorded=(*saved, paused)))
    assert found.count(Kind.PROFILE_CHANGED) == 3


@pytest.mark.parametrize(
    "verb",
    [
        "profile.hidden_from",
        "profile.shown_to",
        "profile.paused",
        "profile.resumed",
        "profile.withdrawn",
        "profile.week_saved",
        "match.dismissed",
        "match.undismissed",
        "match.relevant",
        "match.rule_forgotten",
    ],
)
def test_a_school_never_hears_what_somebody_hides_pauses_or_puts_aside(verb):
    rows = Rows(opened_at=T, recorded=(Recorded(verb, T + HOUR),))

    assert kinds(rows, Reader.SCHOOL) == [Kind.VACANCY_OPENED]
    assert kinds(rows, Reader.PERSON) == kinds(rows) == [Kind.VACANCY_OPENED, OF_VERB[verb]]


@pytest.mark.parametrize("state", ["not_wanted", "withdrawn"])
def test_a_school_hears_that_somebody_was_told_and_not_what_they_chose(state):
    rows = Rows(seen_at=T, told=(replace(TOLD, state=state),))

    assert kinds(rows, Reader.SCHOOL) == [Kind.TOLD]


def test_whether_colleagues_were_mailed_is_not_for_the_person():
    rows = Rows(school_told_at=T, school_mailed_at=T + DAY)

    assert kinds(rows, Reader.PERSON) == [Kind.SCHOOL_TOLD]


def test_each_time_apart_is_told_with_what_failed_and_when_it_was_over():
    apart = (Apart(T + DAY, T + 2 * DAY, ("day_parts", "hours")), Apart(T + 3 * DAY))
    rows = Rows(matched_at=T, apart=apart)

    assert [
        (event.at, event.kind, event.detail) for event in story_of(rows, reader=Reader.PERSON)
    ] == [
        (T, Kind.MATCHED, ""),
        (T + DAY, Kind.LAPSED, "day_parts,hours"),
        (T + 2 * DAY, Kind.FITS_AGAIN, ""),
        (T + 3 * DAY, Kind.LAPSED, ""),
    ]
    assert kinds(rows, Reader.SCHOOL) == [Kind.MATCHED]


def test_how_long_it_fitted_is_counted_from_the_last_time():
    first = Apart(T + DAY, T + 2 * DAY, ("hours",))
    last = Apart(T + 3 * DAY, None, ("distance",))

    assert fitted_before(T, ()) is None
    assert fitted_before(T, (first,)) is None
    assert fitted_before(T, (first, last)) == (T + 2 * DAY, last)


@pytest.mark.parametrize(
    ("changes", "hurdles"),
    [
        ({}, []),
        ({"vacancy_status": "paused", "is_matched": False}, [Hurdle.VACANCY_PAUSED]),
        ({"vacancy_status": "closed"}, [Hurdle.VACANCY_NOT_OPEN]),
        ({"is_active": False, "is_confirmed": False}, [Hurdle.ACCOUNT_OFF]),
        ({"is_confirmed": False, "is_matched": False}, [Hurdle.ACCOUNT_UNCONFIRMED]),
        ({"visibility": "draft", "is_matched": False}, [Hurdle.PROFILE_DRAFT]),
        (
            {"visibility": "paused", "musts_failed": 2},
            [Hurdle.PROFILE_PAUSED, Hurdle.BELOW_MUSTS],
        ),
        ({"is_hidden": True, "is_matched": False}, [Hurdle.HIDDEN]),
        ({"dismissed_for": "pay", "wants_mail": False}, [Hurdle.DISMISSED, Hurdle.NO_MAIL]),
        ({"is_matched": False}, [Hurdle.NOT_MATCHED_YET]),
        (
            {
                "musts_failed": 1,
                "is_matched": False,
                "fitted": (T, Apart(T + DAY, None, ("hours",))),
            },
            [Hurdle.BELOW_MUSTS, Hurdle.LAPSED],
        ),
        (
            {"vacancy_status": "paused", "is_matched": False, "fitted": (T, Apart(T + DAY))},
            [Hurdle.VACANCY_PAUSED],
        ),
    ],
)
def test_what_keeps_a_pair_apart(changes, hurdles):
    now = Standing(**changes)

    assert [one.kind for one in obstacles_of(now, reader=Reader.DESK)] == hurdles
    heard = [one.kind for one in obstacles_of(now, reader=Reader.SCHOOL)]
    assert heard == [one for one in hurdles if one in HURDLES_TO_SCHOOL]


def test_nothing_private_is_on_the_list_of_a_school():
    private = ("profile_", "hidden", "shown", "seen", "dismissed", "brought", "mail_not", "account")

    assert not [one for one in (*TO_SCHOOL, *HURDLES_TO_SCHOOL) if one.startswith(private)]
