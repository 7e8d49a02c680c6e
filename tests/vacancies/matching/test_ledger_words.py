"""Whatever became of a message, and whatever stands in the way: each reader hears a whole sentence
in both languages, and nobody hears what is not theirs."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from django.utils import translation

from accounts.enums import Frequency, MailState, NoticeState
from vacancies.enums import DismissReason
from vacancies.matching import words
from vacancies.matching.events import (
    HURDLES_TO_SCHOOL,
    TO_SCHOOL,
    Event,
    Hurdle,
    Kind,
    Reader,
    may_hear,
)
from vacancies.matching.story import Muted, Obstacle, Rows, Standing, obstacles_of, story_of
from vacancies.matching.telling import Posted, Told

T = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ANSWER = "550 5.1.1 <anna@example.org>: no such user"
EVERYWHERE = pytest.mark.parametrize(
    ("reader", "language"), [*product(Reader, ("nl", "en"))], ids=str
)
MAIL_KINDS = ("new_matches", "digest_daily", "digest_weekly", "invitation")


def mails():
    """No mail, and one in every state, of every kind, with and without what may be unknown."""
    yield None
    for state, kind in product(MailState.values, MAIL_KINDS):
        yield Posted(state, kind, T)
        yield Posted(state, kind, T, T + DAY, T + 2 * DAY, ANSWER, 3, is_by_hand=True)


def tellings():
    """Every state of a notice with every mail, rhythm and reason to wait."""
    for state, mail in product(NoticeState.values, mails()):
        for about in ("new_matches", "better_terms", "invitation", "a_kind_of_long_ago"):
            yield Told(about, T, state, mail=mail)
    for rhythm, due_at in product([*Frequency.values, ""], (None, T + DAY)):
        for rests, is_beyond in product((False, True), repeat=2):
            yield Told("new_matches", T, "waiting", rhythm, due_at, rests, is_beyond)
    for state, is_off in product(NoticeState.values, (False, True)):
        yield Told("new_matches", T, state, is_account_off=is_off, read_at=T + DAY)


def is_a_sentence(text):
    """Whole, and with nothing left to fill in; the words of a server may follow it."""
    text = text.removesuffix(ANSWER).strip()
    starts = text[:1].isupper() or text[:1].isdigit()
    return starts and text[-1:] in ".:" and "%(" not in text and "None" not in text


@EVERYWHERE
def test_every_fate_of_a_message_has_words(reader, language):
    with translation.override(language):
        for told in tellings():
            moments = [
                words.moment(event, reader) for event in story_of(Rows(told=(told,)), reader=reader)
            ]

            assert moments
            assert all(is_a_sentence(moment.text) and moment.when for moment in moments)


@EVERYWHERE
def test_every_kind_of_event_has_words(reader, language):
    with translation.override(language):
        for kind, is_due in product(Kind, (False, True)):
            assert is_a_sentence(words.moment(Event(T, kind, is_due=is_due), reader).text)


def obstacles():
    for hurdle, reason in product(Hurdle, DismissReason.values):
        between = (T, T + DAY) if hurdle == Hurdle.LAPSED else None
        detail = "day_parts,hours" if between else reason
        day = date(2027, 3, 3) if hurdle in (Hurdle.MAIL_RESTS, Hurdle.NO_ADDRESS) else None
        yield Obstacle(hurdle, detail, 2, between, day, title="Gastdocent lassen")


@EVERYWHERE
def test_every_hurdle_has_words(reader, language):
    with translation.override(language):
        for obstacle in obstacles():
            hint = words.hint(obstacle, reader)

            assert is_a_sentence(hint.text)
            assert bool(hint.url) == bool(hint.action)
            assert not hint.url or reader == Reader.PERSON


@pytest.mark.parametrize("reader", [Reader.PERSON, Reader.SCHOOL])
def test_what_a_mail_server_said_reaches_nobody_but_a_moderator(reader):
    for told in tellings():
        for event in story_of(Rows(told=(told,)), reader=reader):
            said = words.moment(event, reader).text

            assert "550" not in said
            assert "@" not in said


def test_a_school_hears_no_more_than_is_listed():
    for told in tellings():
        heard = {event.kind for event in story_of(Rows(told=(told,)), reader=Reader.SCHOOL)}

        assert heard <= TO_SCHOOL
    assert not {kind for kind in Kind if may_hear(Reader.SCHOOL, kind)} - TO_SCHOOL


def test_a_school_never_hears_when_a_mail_goes_nor_how_often_nor_that_it_rests():
    texts = {
        words.moment(event, Reader.SCHOOL).text
        for told in tellings()
        for event in story_of(Rows(told=(told,)), reader=Reader.SCHOOL)
    }

    assert texts == {
        "This person got a message on the site.",
        "This person got a message about it.",
        "This person got a message that the vacancy got better.",
        "It goes with the next mail to this person.",
        "The mail is ready and goes out within a few minutes.",
        "We mailed it to this person.",
    }


def test_a_school_hears_of_no_hurdle_of_the_person():
    standing = Standing(
        vacancy_status="paused",
        is_active=False,
        visibility="paused",
        is_hidden=True,
        musts_failed=1,
        is_matched=False,
        dismissed_for=DismissReason.PAY,
        muted=Muted(DismissReason.TOO_FAR, "Elders"),
        wants_mail=False,
        mail_stopped_on=date(2026, 11, 1),
    )

    heard = {one.kind for one in obstacles_of(standing, reader=Reader.SCHOOL)}

    assert heard == {Hurdle.VACANCY_PAUSED, Hurdle.BELOW_MUSTS} <= HURDLES_TO_SCHOOL
    assert len(obstacles_of(standing, reader=Reader.DESK)) == 8


@pytest.mark.parametrize(
    ("standing", "hurdle"),
    [
        ({"muted": Muted(DismissReason.NOT_NOW, "Elders")}, Hurdle.MUTED),
        ({"wants_mail": False}, Hurdle.NO_MAIL),
        ({"mail_rests_until": date(2027, 3, 3)}, Hurdle.MAIL_RESTS),
        ({"mail_stopped_on": date(2026, 11, 1), "wants_mail": False}, Hurdle.NO_ADDRESS),
    ],
)
def test_why_no_mail_comes_now(standing, hurdle):
    now = Standing(**standing)

    assert [one.kind for one in obstacles_of(now, reader=Reader.PERSON)] == [hurdle]
    assert obstacles_of(now, reader=Reader.SCHOOL) == ()
