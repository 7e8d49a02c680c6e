from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from accounts.enums import Category, Frequency
from accounts.models import Professional
from accounts.notifications import actions as notifications
from accounts.profiles import actions, queries
from tests.factories import (
    CompetenceFactory,
    InstitutionFactory,
    ProfessionalFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_a_public_profile_tells_nobody_who_it_is():
    professional = ProfessionalFactory(user__name="Anna de Wit", phone="06 12345678")

    shown = repr(queries.public_profile(professional))

    for secret in ("Anna", "Wit", "@", "06 1", "Zwolle"):
        assert secret not in shown
    assert "Overijssel" in shown
    assert "Welder" in shown


def test_a_full_profile_adds_name_place_and_contact(anna):
    shown = queries.full_profile(anna)

    assert (shown.name, shown.email, shown.place) == ("Anna de Wit", "anna@example.org", "Zwolle")
    assert dict(shown.facts)["Lives in"] == "Zwolle, Overijssel"


def test_facts_say_what_is_told_and_nothing_else():
    empty = queries.public_profile(actions.create(UserFactory()))

    assert empty.facts == []
    assert empty.title == "Professional"


def test_facts_in_the_words_of_the_reader(anna):
    with translation.override("nl"):
        facts = dict(queries.public_profile(anna).facts)

    assert facts["Uren"] == "2 tot 8 klokuren per week"
    assert facts["Werkt in"] == "Techniek en procesindustrie"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (2, 8, "2 to 8 clock hours a week"),
        (4, 4, "4 clock hours a week"),
        (Decimal("2.5"), None, "at least 2.5 clock hours a week"),
        (None, 6, "6 clock hours a week"),
        (None, None, ""),
    ],
)
def test_hours_in_words(low, high, text):
    low, high = (None if n is None else Decimal(n) for n in (low, high))
    professional = ProfessionalFactory(hours_min=low, hours_max=high)

    assert queries.public_profile(professional).hours_text == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2027, 1, 4), date(2027, 6, 30), "from 4 January 2027 until 30 June 2027"),
        (date(2027, 1, 4), None, "from 4 January 2027"),
        (None, date(2027, 6, 30), "until 30 June 2027"),
        (None, None, ""),
    ],
)
def test_period_in_words(start, end, text):
    professional = ProfessionalFactory(available_from=start, available_until=end)

    assert queries.public_profile(professional).period_text.replace("\u00a0", " ") == text


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_of_profiles_takes_as_many_queries_for_one_as_for_three(
    number, django_assert_num_queries
):
    for _ in range(number):
        ProfessionalFactory(competences=[CompetenceFactory()])

    with django_assert_num_queries(5):
        shown = queries.public_profiles(Professional.objects.all())

    assert len(shown) == number


def test_gaps_of_an_empty_profile_are_all_wants_but_the_name():
    empty = actions.create(UserFactory())

    assert [gap.key for gap in queries.gaps_of(empty)] == [
        *("occupation", "domain", "competences", "years", "functions", "level", "dutch"),
        *("training", "week", "hours", "from", "place", "distance", "employment", "messages"),
    ]


def test_a_whole_profile_has_no_gaps():
    anna = ProfessionalFactory(competences=[CompetenceFactory()], years_experience=0)
    notifications.set_frequency(anna.user, Category.MATCH, Frequency.NEVER, by=anna.user)

    assert queries.gaps_of(anna) == []


def test_gaps_notice_an_answer_of_zero_and_no():
    anna = ProfessionalFactory(years_experience=0, willing_to_train=False)

    assert {"years", "training"} <= queries.told_by(anna)


def test_schools_to_hide_from_are_found_by_part_of_a_name(anna):
    twente = InstitutionFactory(name="ROC van Twente")
    hidden = InstitutionFactory(name="ROC Twente oud")
    anna.hidden_from.add(hidden)

    assert queries.institutions_to_hide_from(anna, "twen roc") == [twente]
    assert queries.institutions_to_hide_from(anna, " ") == []


@pytest.mark.parametrize(
    ("key", "url"),
    [
        ("experience", "/mijn/profiel/vak/"),
        ("week", "/mijn/profiel/week/"),
        ("no such key", "/mijn/profiel/"),
    ],
)
def test_every_gap_has_a_page(key, url):
    assert queries.step_url(key) == url
