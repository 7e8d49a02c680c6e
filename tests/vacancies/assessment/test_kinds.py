"""What a school records is asked with the numbers that the law has today."""

import re
from datetime import date

import pytest
from django.utils import timezone

from tests import factories
from vacancies.assessment import vog
from vacancies.assessment.forms import DecisionForm
from vacancies.assessment.kinds import BY_SLUG, KINDS
from vacancies.models import RuleConstant
from vacancies.routes.book import forget_rule_book
from vacancies.showcase.demands import groups

NUMBER = re.compile(r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|twelve)\b")


@pytest.fixture
def other_law(db):
    """As if the law had other numbers since the beginning."""
    changed = {"vog_max_age_at_showing": 9, "practice_years_min": 5, "reach_level_within": 4}
    for name, value in changed.items():
        RuleConstant.objects.create(name=name, value=str(value), valid_from=date(2000, 1, 1))
    forget_rule_book()
    yield timezone.localdate()
    forget_rule_book()


def about(slug):
    return DecisionForm(BY_SLUG[slug], ()).fields["answer"].help_text.replace("\u00a0", " ")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_no_text_writes_a_number_of_the_law_itself(kind):
    assert not NUMBER.search(f"{kind.question} {kind.about} {kind.own_label}")


def test_texts_say_the_numbers_of_today(other_law):
    assert "after 5 years in the occupation" in about("hbo-niveau")
    assert about("haalt-het-niveau").startswith("Within 4 years of the appointment.")
    assert "within 9 months after its issue" in vog.when_it_counts().replace("\u00a0", " ")


def test_a_vacancy_asks_a_vog_as_old_as_the_law_says(other_law, school_a):
    (musts, *_others) = groups(factories.VacancyFactory(institution=school_a))

    assert "at most 9 months old" in musts.vog.replace("\u00a0", " ")
