import pytest
from django.utils import timezone

from tests import factories
from vacancies.enums import Outcome, Strength, VacancyStatus
from vacancies.models import SearchEntry, SearchWord
from vacancies.search import actions, queries


def weight(vacancy, word):
    return SearchEntry.objects.get(vacancy=vacancy, word__word=word).weight


def test_index_weighs_a_word_by_its_best_part(db):
    competence = factories.CompetenceFactory(
        name_nl="TIG-lassen", name_en="TIG welding", synonyms="argonlassen|tiggen"
    )
    vacancy = factories.VacancyFactory(
        title="Lasinstructeur", summary="Leer studenten lassen.", body="Studenten oefenen thuis."
    )
    factories.RequirementFactory(
        vacancy=vacancy,
        kind="competence",
        value=None,
        competence=competence,
        strength=Strength.WISH,
    )

    actions.index(vacancy)

    assert weight(vacancy, "lasinstructeur") == 8
    assert weight(vacancy, "argonlassen") == 4
    assert weight(vacancy, "welding") == 4
    assert weight(vacancy, "technology") == 4
    assert weight(vacancy, "zwolle") == 4
    assert weight(vacancy, "studenten") == 2
    assert weight(vacancy, "thuis") == 1


def test_index_follows_a_changed_title(db):
    vacancy = factories.VacancyFactory(title="Docent zagen", summary="", body="")
    actions.index(vacancy)
    vacancy.title = "Docent frezen"
    vacancy.save()

    actions.index(vacancy)

    words = set(vacancy.search_entries.values_list("word__word", flat=True))
    assert "frezen" in words
    assert "zagen" not in words


@pytest.mark.parametrize(
    "change",
    [
        {"status": VacancyStatus.PAUSED},
        {
            "status": VacancyStatus.CLOSED,
            "outcome": Outcome.NOBODY_FOUND,
            "closed_at": timezone.now(),
        },
    ],
)
def test_index_forgets_what_is_not_open(db, change):
    vacancy = factories.VacancyFactory()
    actions.index(vacancy)
    for name, value in change.items():
        setattr(vacancy, name, value)
    vacancy.save()

    actions.index(vacancy)

    assert not SearchEntry.objects.exists()


def test_indexing_again_writes_nothing(db, django_assert_num_queries):
    vacancy = factories.VacancyFactory()
    actions.index(vacancy)
    before = list(SearchEntry.objects.order_by("pk").values_list("pk", flat=True))

    actions.index(vacancy)

    assert list(SearchEntry.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_heal_finds_nothing_to_do_after_indexing(db):
    for _ in range(3):
        actions.index(factories.VacancyFactory())

    assert actions.heal() == 0


def test_heal_brings_in_a_renamed_school_and_drops_unused_words(db):
    vacancy = factories.VacancyFactory(institution__name="Deltion")
    actions.index(vacancy)
    vacancy.institution.name = "Windesheim"
    vacancy.institution.save()

    assert actions.heal() == 2

    assert SearchWord.objects.filter(word="windesheim").exists()
    assert not SearchWord.objects.filter(word="deltion").exists()


def test_heal_indexes_what_no_hook_indexed(db):
    vacancy = factories.VacancyFactory()

    assert actions.heal() == vacancy.search_entries.count() > 0


@pytest.mark.django_db(transaction=True)
def test_counts_are_fresh_after_a_change(school_a):
    assert queries.counts().functions == {}

    actions.index(factories.VacancyFactory(institution=school_a))

    assert queries.counts().functions == {"guest_teacher": 1}
    assert len(queries.all_needs()) == 1
