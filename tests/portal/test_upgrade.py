"""What a site of before had, it has after an upgrade.

The way back to the first release and up again is long: all that is told of it goes in one journey.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from accounts.enums import Visibility
from accounts.models import MailWords, Notice
from tests import factories
from vacancies.applications import history
from vacancies.codes import Route, routes_of
from vacancies.enums import ApplicationStatus as Status
from vacancies.matching import actions
from vacancies.matching.criteria import BITS
from vacancies.models import CandidateFacts, Match, Vacancy, VacancyFacts
from vacancies.posting import snapshots
from vacancies.routes.book import forget_rule_book
from vacancies.routes.masks import OPENS

FIRST = [("accounts", "0001_initial"), ("vacancies", "0001_initial")]
BEFORE_WORDS = [("accounts", "0005_find_mail_by_address_and_day")]


@contextmanager
def as_of(targets) -> Iterator[Apps]:
    """Back to an older release; on leaving up to the newest, whatever happened.

    The tables of a test are made from the models, as the newest migration would leave them.
    """

    def to(state, *, fake=False):
        executor = MigrationExecutor(connection)
        executor.migrate(state, fake=fake)
        return executor.loader.project_state(state).apps

    with override_settings(MIGRATION_MODULES={}):
        newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
        to(newest, fake=True)
        try:
            yield to(targets)
        finally:
            to(newest)


@pytest.fixture(scope="module")
def upgraded(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[SimpleNamespace]:
    """A site that went back to the first release and was upgraded from there."""
    site = SimpleNamespace()
    try:
        with django_db_blocker.unblock():
            forget_rule_book()
            _plant_match(site)
            _plant_applications(site)
            with as_of(FIRST) as old:
                _make_matches_old(old, site.open.institution_id)
                rows = old.get_model("vacancies", "Application").objects
                site.answer = rows.values_list("answer", flat=True).get(pk=site.declined.pk)
        yield site
    finally:
        with django_db_blocker.unblock():
            call_command("flush", interactive=False, verbosity=0)


def _plant_match(site):
    """One professional suits one of three vacancies, and both were told."""
    school, anna = factories.InstitutionFactory(), factories.ProfessionalFactory()
    site.open = factories.VacancyFactory(institution=school, will_train=True)
    site.draft = factories.DraftFactory(institution=school, function_kind="instructor")
    site.empty = factories.DraftFactory(institution=school, function_kind="")
    Vacancy.objects.update(approved_snapshot=snapshots.snapshot_of(site.open))
    actions.refresh_professional(anna)
    actions.refresh_vacancy(site.open)
    site.told = Notice.objects.count()
    site.match = Match.objects.get()


def _make_matches_old(old, school):
    """As the first release kept them: no route was asked."""
    must_mask = VacancyFacts.objects.values_list("must_mask", flat=True).get() & ~BITS["route"]
    old.get_model("vacancies", "VacancyFacts").objects.update(must_mask=must_mask)
    old.get_model("vacancies", "Match").objects.update(rule_version=1, score=100)
    for row in old.get_model("vacancies", "Vacancy").objects.filter(institution=school):
        for name in ("routes_mask", "named_teacher"):
            row.approved_snapshot.pop(name)
        row.save()


def _plant_applications(site):
    """Of people and for vacancies that nothing is matched with."""
    ended = timezone.now() - timedelta(days=9)
    site.declined, *site.others = (
        factories.ApplicationFactory(
            status=status,
            vacancy=factories.DraftFactory(),
            professional=factories.ProfessionalFactory(visibility=Visibility.DRAFT),
            **values,
        )
        for status, values in (
            (Status.DECLINED, {"created_at": ended - timedelta(days=2), "ended_at": ended}),
            (Status.NEW, {}),
            (Status.PLACED, {}),
        )
    )
    site.declined.messages.create(side="school", text="We kozen iemand anders.", at=ended)


@pytest.mark.django_db
def test_an_upgrade_drops_no_match_and_tells_nobody_twice(upgraded):
    own = Vacancy.objects.filter(institution=upgraded.open.institution)
    masks = dict(own.values_list("pk", "routes_mask"))
    assert masks == {
        upgraded.open.pk: OPENS["guest_teacher"],
        upgraded.draft.pk: OPENS["instructor"],
        upgraded.empty.pk: 0,
    }
    snapshot = own.get(pk=upgraded.open.pk).approved_snapshot
    assert snapshot["routes_mask"] == masks[upgraded.open.pk]
    assert CandidateFacts.objects.get().routes_open_if_mask == 0

    rebuilt = actions.rebuild_outdated()

    before, after = upgraded.match, Match.objects.get()
    assert rebuilt is not None
    assert (rebuilt.facts_changed, rebuilt.pairs.added, rebuilt.pairs.dropped) == (2, 0, 0)
    assert (after.pk, after.is_current, after.state) == (before.pk, True, before.state)
    assert after.score == before.score
    assert Notice.objects.count() == upgraded.told
    assert actions.rebuild_outdated() is None


def test_the_migration_opens_what_the_law_opens():
    migration = import_module("vacancies.migrations.0006_accept_every_route")

    assert {str(kind): mask for kind, mask in OPENS.items()} == migration.OPENS
    assert routes_of(migration.IN_TRAINING) == [Route.SUITABILITY_IN_TRAINING]


@pytest.mark.django_db
def test_applications_of_before_get_their_steps_and_keep_the_answer(upgraded):
    assert upgraded.answer == "We kozen iemand anders."
    assert upgraded.declined.messages.get().text == "We kozen iemand anders."
    for row in (upgraded.declined, *upgraded.others):
        assert history.replayed(row.steps.all()) == row.status
    chosen = upgraded.others[1].steps.order_by("-pk")[0]
    assert (chosen.side, chosen.by) == ("clock", None)
    assert chosen.reason


@pytest.mark.django_db(transaction=True)
def test_a_mail_keeps_its_words_when_they_get_a_table_and_when_they_lose_it():
    said = factories.MailFactory(words__html="<p>Olga invites you.</p>", words__calendars=["BEGIN"])
    unsaid = factories.MailFactory(words=None)

    with as_of(BEFORE_WORDS) as old:
        before = old.get_model("accounts", "Mail").objects.in_bulk()

    rows = [before[pk] for pk in (said.pk, unsaid.pk)]
    words = [(row.text, row.html, row.calendars) for row in rows]
    assert words == [("Olga invites you.", "<p>Olga invites you.</p>", ["BEGIN"]), ("", "", [])]
    kept = MailWords.objects.get()
    assert (kept.mail, kept.text, kept.html) == (said, said.words.text, said.words.html)
    assert kept.calendars == ["BEGIN"]
