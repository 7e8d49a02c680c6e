from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.audit.queries import timeline
from accounts.credentials import actions, files
from accounts.credentials.errors import RefusedError, RefusedFileError
from accounts.credentials.kinds import RULES, Facts
from accounts.enums import CredentialKind
from accounts.models import Credential, RouteAnswers
from accounts.models.credential import private_files
from accounts.privacy import actions as privacy
from tests import factories
from tests.papers import JPEG, PDF, PNG, content_of, upload

pytestmark = pytest.mark.django_db

VCA = Facts(
    field="VCA VOL", issuer="SSVV", issued_on=date(2025, 5, 1), valid_until=date(2035, 5, 1)
)
TODAY = timezone.localdate()


@pytest.fixture
def kept(anna, django_capture_on_commit_callbacks):
    """A certificate with a file."""
    with django_capture_on_commit_callbacks(execute=True):
        return actions.add(
            anna, CredentialKind.TRADE_CERTIFICATE, VCA, by=anna.user, file=files.accepted(upload())
        )


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Runs something and what follows on its commit."""

    def run(action, *args, **values):
        with django_capture_on_commit_callbacks(execute=True):
            return action(*args, **values)

    return run


def is_stored(address: str) -> bool:
    return private_files().exists(address)


# Keeping


def test_add_keeps_the_facts_and_tells_them(anna, heard):
    row = actions.add(anna, CredentialKind.TRADE_CERTIFICATE, VCA, by=anna.user)

    row.refresh_from_db()
    assert (
        Facts(row.field, row.scope, row.origin, row.issuer, row.issued_on, row.valid_until) == VCA
    )
    assert heard == [anna]
    assert timeline(row).get().verb == "credential.added"


def test_add_keeps_a_file_under_a_name_that_says_nothing(kept):
    assert kept.file.name.startswith("papers/")
    assert "diploma" not in kept.file.name
    assert (kept.file_name, kept.file_type) == ("diploma.pdf", "application/pdf")
    assert content_of(kept) == PDF


@pytest.mark.parametrize("kind", CredentialKind.values)
def test_every_kind_can_be_kept_with_what_it_needs(anna, kind):
    needed = {"scope": "teaching", "origin": "eea", "field": "VCA", "issued_on": date(2026, 5, 1)}
    facts = Facts(**{name: needed[name] for name in RULES[kind].needs})

    assert actions.add(anna, kind, facts, by=anna.user).kind == kind


@pytest.mark.parametrize(
    ("kind", "facts", "field"),
    [
        (CredentialKind.VOG, Facts(), "issued_on"),
        (CredentialKind.VOG, Facts(issued_on=TODAY + timedelta(days=1)), "issued_on"),
        (CredentialKind.VOG, Facts(issued_on=TODAY, field="welder"), "field"),
        (CredentialKind.VOG, Facts(issued_on=TODAY, valid_until=TODAY), "valid_until"),
        (CredentialKind.TRADE_CERTIFICATE, Facts(), "field"),
        (CredentialKind.TRADE_CERTIFICATE, Facts(field="111222333"), "field"),
        (CredentialKind.TRADE_CERTIFICATE, replace(VCA, issuer="bsn 111.222.333"), "issuer"),
        (CredentialKind.TRADE_CERTIFICATE, replace(VCA, issued_on=date(1900, 1, 1)), "issued_on"),
        (CredentialKind.TRADE_CERTIFICATE, replace(VCA, valid_until=date(2999, 1, 1)), "valid_until"),
        (CredentialKind.TRADE_CERTIFICATE, replace(VCA, valid_until=date(2025, 4, 30)), "valid_until"),
        (CredentialKind.FOREIGN_DIPLOMA, Facts(origin="eea"), "scope"),
        (CredentialKind.FOREIGN_DIPLOMA, Facts(scope="teaching"), "origin"),
        (CredentialKind.EU_RECOGNITION, Facts(), "scope"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_not_kept(anna, kind, facts, field):
    with pytest.raises(RefusedError) as refusal:
        actions.add(anna, kind, facts, by=anna.user)

    assert refusal.value.field == field
    assert not Credential.objects.exists()


def test_a_vog_takes_no_file(anna):
    facts = Facts(issued_on=TODAY)
    row = actions.add(anna, CredentialKind.VOG, facts, by=anna.user)
    file = files.accepted(upload())

    with pytest.raises(RefusedFileError):
        actions.add(anna, CredentialKind.VOG, facts, by=anna.user, file=file)
    with pytest.raises(RefusedFileError):
        actions.attach(row, file, by=anna.user)


def test_nobody_keeps_more_than_sixty(anna, monkeypatch):
    monkeypatch.setattr("accounts.credentials.actions.keeping.MOST_PAPERS", 1)
    actions.add(anna, CredentialKind.PDG, Facts(), by=anna.user)

    with pytest.raises(RefusedError, match="60 papers"):
        actions.add(anna, CredentialKind.PABO, Facts(), by=anna.user)


def test_a_failed_change_leaves_no_file_behind(anna, monkeypatch):
    def fail(professional):
        raise RuntimeError

    monkeypatch.setattr("accounts.profiles.hooks.changed._listeners", [fail])
    stored = set(private_files().listdir("papers")[1]) if is_stored("papers") else set()

    with pytest.raises(RuntimeError):
        actions.add(anna, CredentialKind.PDG, Facts(), by=anna.user, file=files.accepted(upload()))

    assert set(private_files().listdir("papers")[1]) == stored
    assert not Credential.objects.exists()


def test_change_keeps_what_is_new_and_tells_it(anna, paper, heard):
    facts = replace(VCA, field="NEN 3140")

    actions.change(paper, facts, by=anna.user)

    paper.refresh_from_db()
    assert (paper.field, paper.valid_until) == ("NEN 3140", date(2035, 5, 1))
    assert heard == [anna]


def test_the_same_again_changes_nothing(anna, kept, school_a, heard):
    factories.CredentialCheckFactory(credential=kept, institution=school_a)

    actions.change(kept, VCA, by=anna.user)

    assert heard == []
    assert kept.checks.count() == 1


def test_a_changed_paper_has_to_be_seen_again(anna, kept, school_a):
    factories.CredentialCheckFactory(credential=kept, institution=school_a)

    actions.change(kept, replace(VCA, issued_on=date(2025, 6, 1)), by=anna.user)

    assert not kept.checks.exists()
    assert timeline(kept).first().detail["seen_before"] == [school_a.pk]


def test_a_change_that_cannot_be_right_is_refused(anna, paper):
    with pytest.raises(RefusedError):
        actions.change(paper, Facts(), by=anna.user)


def test_attach_replaces_the_file_and_deletes_the_old_one(anna, kept, school_a, commit):
    factories.CredentialCheckFactory(credential=kept, institution=school_a)
    old = kept.file.name

    row = commit(actions.attach, kept, files.accepted(upload(PNG, "foto.png")), by=anna.user)

    row.refresh_from_db()
    assert (row.file_name, row.file_type, content_of(row)) == ("foto.png", "image/png", PNG)
    assert not is_stored(old)
    assert not row.checks.exists()


def test_a_first_file_leaves_who_saw_the_paper(anna, paper, school_a):
    factories.CredentialCheckFactory(credential=paper, institution=school_a)

    actions.attach(paper, files.accepted(upload(JPEG, "foto.jpg")), by=anna.user)

    assert paper.checks.count() == 1


def test_detach_deletes_the_file_and_keeps_the_paper(anna, kept, commit):
    old = kept.file.name

    row = commit(actions.detach, kept, by=anna.user)

    assert (row.file.name, row.file_name, row.file_type) == ("", "", "")
    assert not is_stored(old)
    assert commit(actions.detach, row, by=anna.user) == row


def test_remove_deletes_paper_and_file(anna, kept, heard, commit):
    old, pk = kept.file.name, kept.pk

    commit(actions.remove, kept, by=anna.user)

    assert not Credential.objects.filter(pk=pk).exists()
    assert not is_stored(old)
    assert heard == [anna]


def test_a_file_is_there_until_the_commit(anna, kept):
    actions.remove(kept, by=anna.user)

    assert is_stored(kept.file.name)


def test_deleting_the_account_deletes_the_files(anna, kept, commit):
    old = kept.file.name

    commit(privacy.delete_account, anna.user, by=anna.user)

    assert not is_stored(old)
    assert not Credential.objects.exists()


@pytest.mark.parametrize("stranger", ["bram", "carla", "mo"])
def test_nobody_else_touches_a_paper(request, anna, kept, yes, stranger):
    by = request.getfixturevalue(stranger)
    for refused in (
        lambda: actions.add(anna, CredentialKind.PDG, Facts(), by=by),
        lambda: actions.change(kept, VCA, by=by),
        lambda: actions.attach(kept, files.accepted(upload()), by=by),
        lambda: actions.detach(kept, by=by),
        lambda: actions.remove(kept, by=by),
        lambda: actions.answer(anna, by=by, practice_since=None),
    ):
        with pytest.raises(PermissionDenied):
            refused()


# Telling


def test_answers_are_kept_and_told(anna, heard):
    actions.answer(anna, by=anna.user, practice_since=date(2014, 1, 1), no_ban_declared_on=TODAY)

    row = RouteAnswers.objects.get(professional=anna)
    assert (row.practice_since, row.no_ban_declared_on) == (date(2014, 1, 1), TODAY)
    assert (row.papers_told_on, row.course_kind) == (None, "")
    assert heard == [anna]
    assert timeline(anna).first().detail["changed"] == ["practice_since", "no_ban_declared_on"]


def test_what_is_left_out_stays_and_a_declaration_can_be_taken_back(anna):
    factories.RouteAnswersFactory(professional=anna, practice_since=date(2014, 1, 1))

    row = actions.answer(anna, by=anna.user, no_ban_declared_on=None)

    row.refresh_from_db()
    assert (row.no_ban_declared_on, row.practice_since) == (None, date(2014, 1, 1))


def test_the_same_answers_again_change_nothing(anna, heard):
    actions.answer(anna, by=anna.user, course_kind="bbl", course_until=TODAY)
    actions.answer(anna, by=anna.user, course_kind="bbl", course_until=TODAY)

    assert heard == [anna]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"practice_since": TODAY + timedelta(days=1)}, "practice_since"),
        ({"instructor_since": TODAY + timedelta(days=1)}, "instructor_since"),
        ({"course_kind": "bbl"}, "course_until"),
        ({"course_until": TODAY}, "course_kind"),
    ],
)
def test_answers_that_cannot_be_right_are_refused(anna, said, field):
    with pytest.raises(RefusedError) as refusal:
        actions.answer(anna, by=anna.user, **said)

    assert refusal.value.field == field
