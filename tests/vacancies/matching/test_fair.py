"""One school does not drown the others in a mail, and the same always comes out the same."""

from collections import Counter
from datetime import timedelta

from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Mail, Notice
from accounts.notifications import mailing
from accounts.notifications.composing import letters_for
from accounts.notifications.registry import IN_A_MAIL, kind_of
from tests import factories
from vacancies.matching import actions
from vacancies.matching.fair import IN_A_ROUND, shared

ROWS = st.lists(st.tuples(st.integers(0, 100), st.sampled_from("abcde")), max_size=40)


def school(row):
    return row[1]


def test_a_school_gives_three_and_then_the_others_have_their_turn():
    rows = [(99, "a"), (98, "a"), (97, "a"), (96, "a"), (40, "b"), (30, "a")]

    assert [row[0] for row in shared(rows, of=school)] == [99, 98, 97, 40, 96, 30]


@given(ROWS)
def test_nothing_is_lost_and_nothing_added(rows):
    assert Counter(shared(rows, of=school)) == Counter(rows)


@given(ROWS)
def test_of_one_school_the_order_stays(rows):
    for one in "abcde":
        mine = [row for row in rows if school(row) == one]
        assert [row for row in shared(rows, of=school) if school(row) == one] == mine


@given(ROWS)
def test_nobody_has_a_fourth_while_another_has_less_than_three_shown(rows):
    first = shared(rows, of=school)[:IN_A_MAIL]
    left = Counter(map(school, rows)) - Counter(map(school, first))

    if max(Counter(map(school, first)).values(), default=0) > IN_A_ROUND:
        assert all(Counter(map(school, first))[one] >= IN_A_ROUND for one in left)


def test_a_digest_shows_three_of_one_school_first_and_counts_the_rest(anna, school_a, school_b):
    actions.refresh_professional(anna)
    for _ in range(12):
        actions.refresh_vacancy(factories.VacancyFactory(institution=school_a, title="Veel"))
    oldest = timezone.now() - timedelta(days=9)
    actions.refresh_vacancy(
        factories.VacancyFactory(institution=school_b, title="Een", published_at=oldest)
    )
    Notice.objects.update(category="answer")  # at once, so that the mail is made now
    mailing.make_mails()
    mail = Mail.objects.get(recipient=anna.user)

    (letter,) = letters_for([mail])[0].values()
    (section,) = letter.sections

    titles = [section.first.title, *(item.title for item in section.others)]
    assert titles == ["Veel"] * 3 + ["Een"] + ["Veel"] * 6
    assert section.more is not None
    assert (section.more.label, section.more.url) == ("View 3 more", "/mijn/matches/")


def test_the_order_of_a_mail_is_that_of_the_list(anna, school_a):
    actions.refresh_professional(anna)
    older, newer = (factories.VacancyFactory(institution=school_a) for _ in "ab")
    twin = factories.VacancyFactory(institution=school_a, published_at=older.published_at)
    for one in (newer, older, twin):
        actions.refresh_vacancy(one)
    kind = kind_of("new_matches")
    items = kind.words(list(Notice.objects.filter(kind="new_matches")))

    arranged = kind.arranged(items)

    urls = [one.get_absolute_url() for one in (newer, older, twin)]
    assert [item.url for item in arranged] == urls
    assert kind.arranged(arranged[::-1]) == arranged
