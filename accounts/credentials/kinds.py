"""The kinds of papers: what is asked of each, and what cannot be right. One table."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.credentials.numbers import holds_bsn
from accounts.enums import CredentialKind as Kind

Words = str | Promise

SUBJECT_OR_FIELD: Final = _("Subject or field")


@dataclass(frozen=True)
class Facts:
    """What a paper says, as its owner tells it; what is not told is empty."""

    field: str = ""
    scope: str = ""
    origin: str = ""
    issuer: str = ""
    issued_on: date | None = None
    valid_until: date | None = None

    @property
    def told(self) -> frozenset[str]:
        return frozenset(one.name for one in fields(self) if getattr(self, one.name))


@dataclass(frozen=True)
class KindRule:
    """What one kind asks, in the order of the form; `needs` cannot stay open."""

    about: Words
    asks: tuple[str, ...]
    needs: frozenset[str] = frozenset()
    field_label: Words = SUBJECT_OR_FIELD
    field_help: Words = ""
    takes_file: bool = True


DIPLOMA: Final = ("field", "issuer", "issued_on")
DIRECTION: Final = _("Direction")
FOR_EXAMPLE: Final = _("For example: English, or Engineering.")
OLDER, FARTHER = 70, 50  # years back and ahead in which a date can be right

RULES: Final[dict[str, KindRule]] = {
    Kind.VOG: KindRule(
        _("From Justis. A school asks it of nearly everybody who works with students."),
        ("issued_on",), frozenset({"issued_on"}), takes_file=False,
    ),
    Kind.TEACHER_DIPLOMA: KindRule(
        _("From a hogeschool or university, for teaching a subject."),
        DIPLOMA, field_label=_("Subject"), field_help=_("For example: English."),
    ),
    Kind.PABO: KindRule(_("For teaching at primary schools."), ("issuer", "issued_on")),
    Kind.PDG: KindRule(
        _("The course for people who became a teacher from another job."), ("issuer", "issued_on")
    ),
    Kind.HIGHER_DIPLOMA: KindRule(
        _("A bachelor or master of any direction, no teacher training."),
        DIPLOMA, field_label=DIRECTION, field_help=_("For example: mechanical engineering."),
    ),
    Kind.ASSOCIATE_DEGREE: KindRule(
        _("A course of two years at a hogeschool."),
        DIPLOMA, field_label=DIRECTION, field_help=_("For example: logistics."),
    ),
    Kind.VOCATIONAL_DIPLOMA: KindRule(
        _("Of any level and direction."),
        DIPLOMA, field_label=DIRECTION, field_help=_("For example: first electrician, level 4."),
    ),
    Kind.INSTRUCTOR_DIPLOMA: KindRule(
        _("The course for who gives practical lessons next to a teacher."), ("issuer", "issued_on")
    ),
    Kind.INSTRUCTOR_DEGREE: KindRule(
        _("At a hogeschool, for who supports teachers or gives practical lessons."),
        ("issuer", "issued_on"),
    ),
    Kind.BBO_PROOF: KindRule(
        _("A proof that you meet the demands of the law for instructors."), ("issuer", "issued_on")
    ),
    Kind.PDC: KindRule(
        _("A short course in teaching for instructors and guest teachers."), ("issuer", "issued_on")
    ),
    Kind.TRAINER_COURSE: KindRule(
        _("For who guides students inside a company."), ("issuer", "issued_on", "valid_until")
    ),
    Kind.FOREIGN_DIPLOMA: KindRule(
        _("Of a school or university in another country."),
        ("origin", "scope", *DIPLOMA), frozenset({"origin", "scope"}), field_label=DIRECTION,
    ),
    Kind.FOREIGN_RATING: KindRule(
        _("A letter that says what your diploma is worth in the Netherlands."),
        DIPLOMA, field_label=_("Worth"), field_help=_("For example: a bachelor of a hogeschool."),
    ),
    Kind.EU_RECOGNITION: KindRule(
        _("A letter of DUO: your profession is recognised here."),
        ("scope", "field", "issued_on", "valid_until"), frozenset({"scope"}),
        field_help=FOR_EXAMPLE,
    ),
    Kind.FOREIGN_EQUATED: KindRule(
        _("For a diploma from outside Europe, sometimes with conditions."),
        ("scope", "field", "issued_on", "valid_until"), frozenset({"scope"}),
        field_help=FOR_EXAMPLE,
    ),
    Kind.TRADE_CERTIFICATE: KindRule(
        _("A proof that your trade asks, often with a last day."),
        ("field", "issuer", "issued_on", "valid_until"), frozenset({"field"}),
        field_label=_("Which certificate?"), field_help=_("For example: VCA VOL, NEN 3140, BIG."),
    ),
}  # fmt: skip

GROUPS: Final[tuple[tuple[Words, tuple[str, ...]], ...]] = (
    (_("Conduct"), (Kind.VOG,)),
    (_("Of your trade"), (Kind.TRADE_CERTIFICATE, Kind.VOCATIONAL_DIPLOMA)),
    (_("Higher education"), (Kind.HIGHER_DIPLOMA, Kind.ASSOCIATE_DEGREE)),
    (_("To teach"), (Kind.TEACHER_DIPLOMA, Kind.PDG, Kind.PABO)),
    (
        _("To be an instructor or trainer"),
        (Kind.INSTRUCTOR_DIPLOMA, Kind.INSTRUCTOR_DEGREE, Kind.PDC, Kind.BBO_PROOF, Kind.TRAINER_COURSE),
    ),
    (
        _("From abroad"),
        (Kind.FOREIGN_DIPLOMA, Kind.FOREIGN_RATING, Kind.EU_RECOGNITION, Kind.FOREIGN_EQUATED),
    ),
)  # fmt: skip


def faults(kind: str, facts: Facts, today: date) -> dict[str, Words]:
    """What cannot be right, by the name of the field; nothing when the paper can be kept."""
    rule = RULES[kind]
    lacking = {name: _("Fill this in.") for name in rule.needs - facts.told}
    foreign = {name: _("This is not asked of such a paper.") for name in facts.told - {*rule.asks}}
    return {**dict(_wrong_texts(facts)), **dict(_wrong_days(facts, today)), **lacking, **foreign}


def _wrong_texts(facts: Facts) -> Iterator[tuple[str, Words]]:
    for name in ("field", "issuer"):
        if holds_bsn(getattr(facts, name)):
            yield name, _("This looks like a citizen service number (BSN). Leave it out.")


def _wrong_days(facts: Facts, today: date) -> Iterator[tuple[str, Words]]:
    issued, last = facts.issued_on, facts.valid_until
    if issued and issued > today:
        yield "issued_on", _("This day is still to come.")
    elif issued and issued.year < today.year - OLDER:
        yield "issued_on", _("Look at the year: this is too long ago.")
    if last and last.year > today.year + FARTHER:
        yield "valid_until", _("Look at the year: this is too far away.")
    elif last and issued and last < issued:
        yield "valid_until", _("This is before the day on which it was issued.")
