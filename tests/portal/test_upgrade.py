"""A site of before routes were asked keeps its matches when it is upgraded."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from accounts.models import MailWords, Notice
from tests import factories
from vacancies.applications import history
from vacancies.codes import Route, routes_of
from vacancies.enums import ApplicationStatus as Status
from vacancies.matching import actions
from vacancies.matching.criteria import BITS
from vacancies.models import CandidateFacts, Match, Vacancy, VacancyFacts
from vacancies.posting import snapshots
from vacancies.routes.masks import OPENS

FIRST = [("accounts", "0001_initial"), ("vacancies", "0001_initial")]


@pytest.fixture
def migrate(transactional_db, settings) -> Iterator[Callable]:
    """To a state and back to the newest, whatever the test does.

    The tables of a test are made from the models, as the newest migration would leave them.
    """

    def to(targets, *, fake=False):
        executor = MigrationExecutor(connection)
        executor.migrate(targets, fake=fake)
        return executor.loader.project_state(targets).apps

    settings.MIGRATION_MODULES = {}
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    to(newest, fake=True)
    yield lambda targets=newest: to(targets)
    to(newest)


def test_an_upgrade_drops_no_match_and_tells_nobody_twice(migrate, anna, school_a):
    vacancy = factories.VacancyFactory(institution=school_a, will_train=True)
    closed = factories.DraftFactory(institution=school_a, function_kind="instructor")
    empty = factories.DraftFactory(institution=school_a, function_kind="")
    Vacancy.objects.update(approved_snapshot=snapshots.snapshot_of(vacancy))
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)
    told = Notice.objects.count()
    before = Match.objects.get()

    old = migrate(FIRST)
    must_mask = VacancyFacts.objects.values_list("must_mask", flat=True).get() & ~BITS["route"]
    old.get_model("vacancies", "VacancyFacts").objects.update(must_mask=must_mask)
    old.get_model("vacancies", "Match").objects.update(rule_version=1, score=100)
    for row in old.get_model("vacancies", "Vacancy").objects.all():
        for name in ("routes_mask", "named_teacher"):
            row.approved_snapshot.pop(name)
        row.save()
    migrate()

    masks = dict(Vacancy.objects.values_list("pk", "routes_mask"))
    assert masks == {
        vacancy.pk: OPENS["guest_teacher"],
        closed.pk: OPENS["instructor"],
        empty.pk: 0,
    }
    assert Vacancy.objects.get(pk=vacancy.pk).approved_snapshot["routes_mask"] == masks[vacancy.pk]
    assert CandidateFacts.objects.get().routes_open_if_mask == 0

    rebuilt = actions.rebuild_outdated()

    after = Match.objects.get()
    assert rebuilt is not None
    assert (rebuilt.facts_changed, rebuilt.pairs.added, rebuilt.pairs.dropped) == (2, 0, 0)
    assert (after.pk, after.is_current, after.state) == (before.pk, True, before.state)
    assert after.score == before.score
    assert Notice.objects.count() == told
    assert actions.rebuild_outdated() is None


def test_the_migration_opens_what_the_law_opens():
    migration = import_module("vacancies.migrations.0006_accept_every_route")

    assert {str(kind): mask for kind, mask in OPENS.items()} == migration.OPENS
    assert routes_of(migration.IN_TRAINING) == [Route.SUITABILITY_IN_TRAINING]


BEFORE_STEPS = [("accounts", "0002_papers"), ("vacancies", "0016_known_facts_of_courses")]


def test_applications_of_before_get_their_steps_and_keep_the_answer(migrate):
    ended = timezone.now() - timedelta(days=9)
    declined = factories.ApplicationFactory(
        status=Status.DECLINED, created_at=ended - timedelta(days=2), ended_at=ended
    )
    declined.messages.create(side="school", text="We kozen iemand anders.", at=ended)
    others = [factories.ApplicationFactory(status=status) for status in (Status.NEW, Status.PLACED)]

    old = migrate(BEFORE_STEPS).get_model("vacancies", "Application").objects.get(pk=declined.pk)
    migrate()

    assert old.answer == "We kozen iemand anders."
    assert declined.messages.get().text == "We kozen iemand anders."
    for row in (declined, *others):
        assert history.replayed(row.steps.all()) == row.status
    chosen = others[1].steps.order_by("-pk")[0]
    assert (chosen.side, chosen.by) == ("clock", None)
    assert chosen.reason


BEFORE_WORDS = [("accounts", "0005_find_mail_by_address_and_day")]


def test_a_mail_keeps_its_words_when_they_get_a_table_and_when_they_lose_it(migrate):
    said = factories.MailFactory(words__html="<p>Olga invites you.</p>", words__calendars=["BEGIN"])
    unsaid = factories.MailFactory(words=None)

    old = migrate(BEFORE_WORDS).get_model("accounts", "Mail").objects.in_bulk()
    migrate()

    words = [(old[pk].text, old[pk].html, old[pk].calendars) for pk in (said.pk, unsaid.pk)]
    assert words == [("Olga invites you.", "<p>Olga invites you.</p>", ["BEGIN"]), ("", "", [])]
    kept = MailWords.objects.get()
    assert (kept.mail, kept.text, kept.html) == (said, said.words.text, said.words.html)
    assert kept.calendars == ["BEGIN"]
