"""The mail about a vacancy as one of those whom it fits would get it, before anybody gets it.

The real path words it, so its rows are really written: in a transaction that is always rolled back.
Its reader is made up, without a name or a choice; the person behind the facts is one of the five
whom the vacancy fits best, and nothing but what the mail itself says is shown of that person.
"""

import re
from dataclasses import dataclass
from typing import Final
from uuid import uuid4
from zlib import crc32

from django.db import transaction
from django.utils import timezone, translation

from accounts.enums import Category, NoticeState
from accounts.models import Mail, Notice, Professional, User
from accounts.notifications import composing
from accounts.notifications.letters import Words, words_of
from vacancies.enums import MatchState
from vacancies.matching import made_up, projection, rehearsing
from vacancies.matching.notices import NewMatches
from vacancies.matching.pairs import Fitting
from vacancies.matching.panel import FEW
from vacancies.matching.scoring import RULE_VERSION
from vacancies.models import CandidateFacts, Match, Vacancy, VacancyFacts

LINK: Final = re.compile(r'(\shref=")[^"]*(")')
MADE_UP_SCORE: Final = 90


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What would arrive; `is_made_up`: too few fit to show it as one of them gets it."""

    subject: str
    html: str
    is_made_up: bool


def mail_of(vacancy: Vacancy, language: str) -> Rehearsed:
    """The mail in this language, its links leading nowhere. Nothing is stored or sent."""
    fitting = _one_of(vacancy)
    with transaction.atomic():
        words = _staged(vacancy, fitting, language)
        transaction.set_rollback(True)
    return Rehearsed(words.subject, LINK.sub(r"\1#\2", words.html), fitting is None)


def _one_of(vacancy: Vacancy) -> Fitting | None:
    """Always the same one of the best five, and which of them nobody can tell."""
    people = rehearsing.readers_for(vacancy)
    return people[crc32(vacancy.code.encode()) % FEW] if len(people) >= FEW else None


def _staged(vacancy: Vacancy, fitting: Fitting | None, language: str) -> Words:
    nonce = uuid4().hex
    reader = User.objects.create(
        email=f"{nonce}@rehearsal.invalid", language=language, confirmed_at=timezone.now()
    )
    _open(vacancy)
    person = _person(vacancy, fitting, reader)
    score = fitting.score if fitting else MADE_UP_SCORE
    mail = _mail(reader, _match(vacancy, person, score), nonce)
    letters, _gone = composing.letters_for([mail])
    with translation.override(language):
        return words_of(letters[mail.pk])


def _open(vacancy: Vacancy) -> None:
    """The facts of the vacancy, as if it opened now."""
    read = projection.vacancies_read(Vacancy.objects.filter(pk=vacancy.pk)).get()
    projection.write(VacancyFacts, [projection.vacancy_facts(read)])


def _person(vacancy: Vacancy, fitting: Fitting | None, reader: User) -> Professional:
    if fitting:
        return Professional.objects.get(pk=fitting.professional_id)
    person = made_up.person_for(vacancy, reader)
    projection.write(CandidateFacts, [projection.candidate_facts(person)])
    return person


def _match(vacancy: Vacancy, person: Professional, score: int) -> Match:
    new = {"state": MatchState.NEW, "dismiss_reason": "", "is_current": True}
    match, _made = Match.objects.update_or_create(
        vacancy=vacancy,
        professional=person,
        defaults=new | {"score": score, "rule_version": RULE_VERSION},
    )
    return match


def _mail(reader: User, match: Match, nonce: str) -> Mail:
    """A mail of one notice, as bundling makes it."""
    mail = Mail.objects.create(
        key=f"rehearsal:{nonce}",
        recipient=reader,
        to_address=reader.email,
        kind=NewMatches.key,
        language=reader.language,
        message_id=nonce,
    )
    Notice.objects.create(
        recipient=reader,
        kind=NewMatches.key,
        category=Category.MATCH,
        target=f"match:{match.pk}",
        facts={"match": match.pk, "school": match.vacancy.institution_id},
        dedupe_key=f"rehearsal:{nonce}",
        state=NoticeState.MAILED,
        mail=mail,
    )
    return mail
