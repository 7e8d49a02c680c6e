"""What somebody told in the check, kept in the own profile."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.credentials import actions as credentials
from accounts.credentials import queries as papers
from accounts.credentials.kinds import Facts
from accounts.enums import CredentialKind
from accounts.models import Professional, User
from accounts.profiles import actions as profiles
from vacancies.routes.check import KINDS, Abroad, Answers, Held, recognition_of

WITHOUT_PAPER = frozenset({Held.COURSE, Held.INSTRUCTOR_BEFORE})


@dataclass(frozen=True, slots=True)
class Kept:
    """What was empty and is filled now."""

    functions: bool = False
    level: bool = False
    years: bool = False
    papers: int = 0
    answers: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What was filled in, one phrase each."""
        papers = ngettext("%(n)d paper", "%(n)d papers", self.papers) % {"n": self.papers}
        said = (
            (self.functions, _("what you want to do")),
            (self.level, _("your highest diploma")),
            (self.years, _("your years of practice")),
            (self.papers, papers),
            (self.answers, _("your answers about the law")),
        )
        return tuple(phrase for told, phrase in said if told)


@transaction.atomic
def keep(professional: Professional, answers: Answers, *, by: User, own: bool = True) -> Kept:
    """Fill what is empty in a profile with these answers; nothing told before is changed.

    `own`: the answers were given in this visit. Of a link that somebody got, the declaration that
    no judge barred them is left out. Raises PermissionDenied to a stranger.
    """
    row = Professional.objects.select_for_update(of=("self",)).get(pk=professional.pk)
    papers.require_owner(row, by)
    functions = bool(answers.functions) and not row.functions_mask
    level = answers.level is not None and row.level is None
    if functions or level:
        profiles.save_functions(
            row,
            by=by,
            version=None,
            functions=answers.functions or () if functions else row.functions,
            level=answers.level if level else row.level,
            dutch_level=row.dutch_level,
            willing_to_train=row.willing_to_train,
        )
    return Kept(
        functions=functions,
        level=level,
        years=_keep_years(row, answers, by),
        papers=_keep_papers(row, answers, by),
        answers=_keep_answers(row, answers, by, own=own),
    )


def _keep_years(row: Professional, answers: Answers, by: User) -> bool:
    years = answers.years
    if years is None and answers.since:
        today = timezone.localdate()
        years = today.year - answers.since.year - (today.month < answers.since.month)
    if years is None or years < 0 or row.years_experience is not None:
        return False
    profiles.save_trade(
        row,
        by=by,
        version=None,
        occupation=row.occupation,
        domains=row.domains.all(),
        competences=row.competences.all(),
        years_experience=years,
    )
    return True


def _keep_papers(row: Professional, answers: Answers, by: User) -> int:
    """Add each paper of a kind that is not there yet."""
    held = set(row.credentials.values_list("kind", flat=True))
    lacking = [(kind, facts) for kind, facts in _papers(answers) if kind not in held]
    for kind, facts in lacking:
        credentials.add(row, kind, facts, by=by)
    return len(lacking)


def _papers(answers: Answers) -> Iterator[tuple[str, Facts]]:
    for held in answers.papers or ():
        if held in KINDS:
            yield str(held), Facts()
    if answers.vog_on:
        yield CredentialKind.VOG.value, Facts(issued_on=answers.vog_on)
    if answers.abroad in (Abroad.EEA, Abroad.ELSEWHERE) and answers.abroad_scope:
        scope = str(answers.abroad_scope)
        yield CredentialKind.FOREIGN_DIPLOMA.value, Facts(scope=scope, origin=str(answers.abroad))
        if answers.abroad_recognised:
            kind = str(recognition_of(answers.abroad, answers.abroad_scope))
            yield kind, Facts() if kind == CredentialKind.FOREIGN_RATING else Facts(scope=scope)


def _keep_answers(row: Professional, answers: Answers, by: User, *, own: bool) -> bool:
    now, today = papers.answers_of(row), timezone.localdate()
    said: credentials.Answers = {}
    if _are_all_papers(answers) and now.papers_told_on is None:
        said["papers_told_on"] = today
    if answers.declares_no_ban and own and now.no_ban_declared_on is None:
        said["no_ban_declared_on"] = today
    if answers.since and answers.since <= today and now.practice_since is None:
        said["practice_since"] = answers.since
    if said:
        credentials.answer(row, by=by, **said)
    return bool(said)


def _are_all_papers(answers: Answers) -> bool:
    """Whether everything that was told about papers could be kept as papers."""
    whole = answers.abroad is Abroad.NONE or answers.abroad_scope is not None
    return answers.papers is not None and whole and not WITHOUT_PAPER & set(answers.papers)
