"""From a yes to an answer: who may take which step, and what is kept of it."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.notifications import delivery
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from vacancies.applications import actions, history, hooks
from vacancies.applications.actions import RefusedError
from vacancies.applications.hooks import Todo
from vacancies.enums import ApplicationStatus, MatchState
from vacancies.lifecycles import APPLICATION, Side
from vacancies.matching import actions as matching
from vacancies.models import Application, ApplicationStep, Match


def _take(verb, application, *, anna, bram):
    """The action of a verb, taken by who may."""
    act = getattr(actions, verb)
    if verb == "lapse":
        return act(application)
    if verb in ("try_out", "undo_placement"):
        return act(application, by=bram, side=Side.SCHOOL)
    pro = verb in ("accept", "refuse_offer", "withdraw")
    return act(application, by=anna.user if pro else bram)


VERBS = sorted({step.verb for step in APPLICATION.steps} - {"say_yes_again"})
ROWS = [(step.verb, source) for step in APPLICATION.steps for source in sorted(step.sources)]


@pytest.mark.parametrize(("verb", "source"), [row for row in ROWS if row[0] in VERBS])
def test_every_step_of_the_table_leads_where_it_says(verb, source, vacancy, anna, bram):
    row = factories.ApplicationFactory(vacancy=vacancy, professional=anna, status=source)

    moved = _take(verb, row, anna=anna, bram=bram)

    [target] = [step.target for step in APPLICATION.steps if step.verb == verb]
    row.refresh_from_db()
    assert (moved.status, row.status) == (target, target)
    assert history.replayed(row.steps.all()) == target


@pytest.mark.parametrize("verb", VERBS)
def test_a_step_that_is_not_in_the_table_changes_nothing(verb, vacancy, anna, bram):
    row = factories.ApplicationFactory(
        vacancy=vacancy, professional=anna, status=ApplicationStatus.WITHDRAWN
    )
    before = row.steps.count()

    with pytest.raises(IllegalTransitionError):
        _take(verb, row, anna=anna, bram=bram)

    assert row.steps.count() == before


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "lapse"])
def test_a_stranger_takes_no_step(verb, vacancy, anna, carla):
    [step] = [step for step in APPLICATION.steps if step.verb == verb]
    row = factories.ApplicationFactory(vacancy=vacancy, professional=anna, status=min(step.sources))
    other = factories.ProfessionalFactory()

    with pytest.raises(PermissionDenied):
        _take(verb, row, anna=other, bram=carla)

    row.refresh_from_db()
    assert row.status == min(step.sources)


def test_a_viewer_of_the_school_decides_nothing(vacancy, interest, school_a):
    viewer = factories.MembershipFactory(institution=school_a, role="viewer").user

    with pytest.raises(PermissionDenied):
        actions.talk(interest, by=viewer)


def test_a_step_tells_who_took_it_and_when(interest, bram):
    actions.talk(interest, by=bram)

    first, second = interest.steps.all()
    assert (first.verb, first.source, first.target) == ("say_yes", "", "new")
    assert (second.by, second.side, second.source, second.target) == (
        bram,
        "school",
        "new",
        "talking",
    )


def test_the_professional_hears_that_the_school_wants_to_talk(interest, anna, bram):
    actions.talk(interest, by=bram)
    delivery.deliver()

    [letter] = mail.outbox
    assert letter.to == [anna.user.email]
    assert "Deltion College wants to talk with you" in letter.subject


def test_a_no_can_be_taken_back_by_the_school(interest, anna, bram):
    actions.decline(interest, answer="Helaas.", by=bram)

    back = actions.go_on_after_all(interest, by=bram)

    assert (back.status, back.ended_at) == (ApplicationStatus.TALKING, None)
    delivery.deliver()
    [letter] = mail.outbox
    assert "goes on with you after all" in letter.subject
    assert "Helaas." not in letter.body


def test_a_school_that_read_it_hears_that_a_yes_was_taken_back(interest, anna, bram):
    actions.mark_seen(interest, by=bram)

    actions.withdraw(interest, by=anna.user)
    delivery.deliver()

    [letter] = mail.outbox
    assert letter.to == [bram.email]
    assert "taken back" in letter.subject
    assert "Anna" not in letter.body


def test_a_school_that_never_looked_hears_nothing_of_a_yes_taken_back(interest, anna, bram):
    actions.withdraw(interest, by=anna.user)

    assert not bram.notices.filter(kind="application_moved").exists()


def test_a_moderator_undoes_a_step_and_both_read_why(interest, anna, bram, mo):
    actions.decline(interest, by=bram)

    row = actions.undo_last_step(interest, reason="Verkeerde knop.", by=mo)

    assert (row.status, row.ended_at) == (ApplicationStatus.NEW, None)
    last = row.steps.last()
    assert (last.is_undo, last.reason, last.side) == (True, "Verkeerde knop.", "moderator")
    assert anna.user.notices.filter(kind="application_moved").exists()
    assert bram.notices.filter(kind="application_moved").exists()


def test_undoing_twice_goes_back_two_steps(interest, bram, mo):
    actions.talk(interest, by=bram)
    actions.decline(interest, by=bram)

    actions.undo_last_step(interest, reason="Verkeerde knop.", by=mo)
    row = actions.undo_last_step(interest, reason="Ook die.", by=mo)

    assert row.status == ApplicationStatus.NEW
    assert history.replayed(row.steps.all()) == ApplicationStatus.NEW


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_an_undo_needs_a_reason(interest, bram, mo, reason):
    actions.talk(interest, by=bram)

    with pytest.raises(RefusedError):
        actions.undo_last_step(interest, reason=reason, by=mo)


def test_the_first_yes_is_not_undone(interest, mo):
    with pytest.raises(RefusedError):
        actions.undo_last_step(interest, reason="Verkeerde knop.", by=mo)


def test_nobody_shares_a_name_again_but_its_owner(interest, anna, mo):
    actions.withdraw(interest, by=anna.user)

    with pytest.raises(RefusedError):
        actions.undo_last_step(interest, reason="De school vroeg erom.", by=mo)


def test_only_a_moderator_undoes(interest, bram):
    actions.talk(interest, by=bram)

    with pytest.raises(PermissionDenied):
        actions.undo_last_step(interest, reason="Verkeerde knop.", by=bram)


def test_undoing_a_yes_given_again_takes_it_from_the_match(vacancy, anna, interest, mo):
    matching.refresh_professional(anna)
    matching.refresh_vacancy(vacancy)
    actions.withdraw(interest, by=anna.user)
    actions.show_interest(vacancy, anna, by=anna.user)

    actions.undo_last_step(interest, reason="Per ongeluk.", by=mo)

    assert Match.objects.get().state == MatchState.SEEN


ILLEGAL = [
    {"source": "new", "target": "placed"},
    {"source": "", "target": "talking"},
    {"source": "talking", "target": "new"},
    {"source": "new", "target": "placed", "is_undo": True, "reason": "Zo maar."},
    {"source": "talking", "target": "new", "is_undo": True},
    {"source": "new", "target": "talking", "side": "stranger"},
]


@pytest.mark.parametrize("values", ILLEGAL)
def test_the_database_refuses_a_step_that_is_not_in_the_table(interest, values):
    row = ApplicationStep(**({"application": interest, "verb": "x", "side": "school"} | values))

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_who_listens_hears_every_step_in_the_same_transaction(interest, bram, monkeypatch):
    heard = []
    monkeypatch.setattr(hooks.moved, "_listeners", [lambda row, step: heard.append(step.verb)])

    actions.talk(interest, by=bram)
    actions.try_out(interest, by=bram, side=Side.SCHOOL)

    assert heard == ["talk", "try_out"]


def test_a_listener_that_raises_undoes_the_step(interest, bram, monkeypatch):
    def refuse(row, step):
        raise RefusedError("no")

    monkeypatch.setattr(hooks.moved, "_listeners", [refuse])

    with pytest.raises(RefusedError):
        actions.talk(interest, by=bram)

    assert Application.objects.get().status == ApplicationStatus.NEW
    assert interest.steps.count() == 1


def test_the_most_urgent_thing_to_do_is_shown():
    todos = hooks.Todos()
    todos.register(lambda rows: {1: Todo(20, "later", "/"), 2: Todo(5, "now", "/")})
    todos.register(lambda rows: {1: Todo(10, "sooner", "/")})

    assert {key: todo.text for key, todo in todos.of([]).items()} == {1: "sooner", 2: "now"}


def test_a_history_with_a_gap_is_not_replayed():
    steps = [
        ApplicationStep(source="", target="new"),
        ApplicationStep(source="talking", target="trial"),
    ]

    with pytest.raises(ValueError, match="does not follow"):
        history.replayed(steps)
