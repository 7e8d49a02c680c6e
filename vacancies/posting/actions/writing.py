from collections.abc import Iterable
from dataclasses import fields
from typing import Final

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import Institution, User
from vacancies.models import Requirement, Vacancy
from vacancies.posting import lawful, queries, snapshots
from vacancies.posting.actions import gates
from vacancies.posting.errors import InstitutionNotVerifiedError
from vacancies.posting.lifecycle import LIVE, WRITING
from vacancies.posting.sections import MANY, PLAIN, SECTION_OF, Demand, Section, Values

NOT_COPIED: Final = frozenset({"starts_on", "ends_on", "closes_on", "answer_by"})


@transaction.atomic
def create_draft(institution: Institution, *, by: User | None, title: str) -> Vacancy:
    """A draft with a name from the start."""
    vacancy = Vacancy.objects.create(institution=institution, title=title, created_by=by)
    audit.record("vacancy.created", vacancy, by=by)
    return vacancy


@transaction.atomic
def save_section(
    vacancy: Vacancy, values: Values, *, by: User | None, version: int | None = None
) -> Vacancy:
    """Save one section; on an open vacancy it is live at once and shown to a moderator.

    Raises StaleError when somebody else saved since `version`, NotEditableError in a state that
    has no editing, and for an open vacancy NotWholeError, WordingBlockedError or
    InstitutionNotVerifiedError. Nothing is written then. Another function accepts all its routes.
    """
    row = gates.locked_for_edit(vacancy, version)
    before = (snapshots.snapshot_of(row), row.wording_ground)
    function = row.function_kind
    _apply(row, values)
    if row.function_kind != function:
        row.routes_mask = lawful.sensible(row.function_kind, will_train=row.will_train)
    after = (snapshots.snapshot_of(row), row.wording_ground)
    if before == after:
        return row
    return _saved(row, SECTION_OF[type(values)], by=by)


@transaction.atomic
def set_requirements(
    vacancy: Vacancy, demands: Iterable[Demand], *, by: User | None, version: int | None = None
) -> Vacancy:
    """Replace the demands. Raises as `save_section` does."""
    row = gates.locked_for_edit(vacancy, version)
    _replace_demands(row, demands)
    return _saved(row, Section.WHEN, by=by)


@transaction.atomic
def copy(vacancy: Vacancy, *, by: User | None) -> Vacancy:
    """A new draft with the same text and demands, without dates."""
    plain = {name: getattr(vacancy, name) for name in PLAIN if name not in NOT_COPIED}
    draft = Vacancy.objects.create(institution=vacancy.institution, created_by=by, **plain)
    for name in MANY:
        getattr(draft, name).set(getattr(vacancy, name).all())
    _replace_demands(
        draft,
        (
            Demand(row.kind, row.strength, row.value, row.competence, row.reason)
            for row in vacancy.requirements.select_related("competence")
        ),
    )
    audit.record("vacancy.copied", draft, by=by, detail={"from": vacancy.pk})
    return draft


@transaction.atomic
def discard(vacancy: Vacancy, *, by: User | None) -> None:
    """Throw away a draft that nobody but its writers ever saw. Raises IllegalTransitionError."""
    row = queries.locked(vacancy)
    if row.status not in WRITING or row.published_at is not None:
        raise gates.not_now(row, "discarded")
    audit.record("vacancy.discarded", row, by=by)
    row.delete()


def _apply(row: Vacancy, values: Values) -> None:
    for field in fields(values):
        value = getattr(values, field.name)
        if field.name in MANY:
            getattr(row, field.name).set(value)
        elif field.name == "demands":
            _replace_demands(row, value)
        else:
            setattr(row, field.name, value)


def _replace_demands(row: Vacancy, demands: Iterable[Demand]) -> None:
    wanted = [
        Requirement(
            vacancy=row,
            kind=demand.kind,
            strength=demand.strength,
            value=demand.value,
            competence=demand.competence,
            reason=demand.reason,
        )
        for demand in demands
    ]
    row.requirements.all().delete()
    Requirement.objects.bulk_create(wanted)


def _saved(row: Vacancy, section: Section, *, by: User | None) -> Vacancy:
    if row.status in LIVE:
        _require_fit_for_readers(row)
        _note_review(row)
    row.version += 1
    row.save()
    audit.record("vacancy.saved", row, by=by, detail={"section": section.value})
    gates.tell_listeners(row, was=row.status)
    return row


def _require_fit_for_readers(row: Vacancy) -> None:
    if not row.institution.is_verified:
        raise InstitutionNotVerifiedError
    gates.require_whole(row)
    gates.require_fair_words(row)


def _note_review(row: Vacancy) -> None:
    """What differs from the approved text is to be looked at, since the first such change."""
    differs = row.approved_snapshot != snapshots.snapshot_of(row)
    row.review_since = (row.review_since or timezone.now()) if differs else None
