"""What the work keeps about a person, for the download of `accounts.privacy`."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.urls import reverse

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.matching.criteria import keys_of
from vacancies.models import (
    Application,
    ApplicationStep,
    Lapse,
    Match,
    Message,
    Muting,
    Opinion,
    SavedVacancy,
)

TO_APPLICATION: Final = ("application__vacancy", "application__professional__user")


def matches(user: User) -> list[Row]:
    rows = Match.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


def lapses(user: User) -> list[Row]:
    rows = Lapse.objects.filter(match__professional__user=user)
    return [
        {
            "vacancy": str(row.match.vacancy),
            "from_at": row.from_at,
            "until_at": row.until_at,
            "failed": keys_of(row.failed_mask),
        }
        for row in rows.select_related("match__vacancy")
    ]


def mail_rules(user: User) -> list[Row]:
    """What a no to a vacancy taught about the mail, with that vacancy."""
    rules = Muting.objects.filter(professional__user=user).select_related("match__vacancy")
    told = rows_of(rules)
    return [
        {"vacancy": str(rule.match.vacancy)} | row for row, rule in zip(told, rules, strict=True)
    ]


def interest(user: User) -> list[Row]:
    rows = Application.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


def saved(user: User) -> list[Row]:
    rows = SavedVacancy.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


def steps(user: User) -> list[Row]:
    rows = ApplicationStep.objects.filter(application__professional__user=user)
    return rows_of(rows.select_related(*TO_APPLICATION))


def conversations(user: User) -> list[Row]:
    """What both sides wrote, with the address of each file."""
    rows = Message.objects.filter(application__professional__user=user)
    messages = list(rows.select_related(*TO_APPLICATION))
    told = rows_of(messages)
    return [row | {"file": _address(one)} for row, one in zip(told, messages, strict=True)]


def opinions(user: User) -> list[Row]:
    rows = Opinion.objects.filter(application__professional__user=user)
    return rows_of(rows.select_related(*TO_APPLICATION))


def _address(message: Message) -> str:
    if not message.file:
        return ""
    return settings.SITE_URL + reverse("my_message_file", args=[message.public_id])


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "matches": matches,
    "matches_that_lapsed": lapses,
    "rules_about_match_mail": mail_rules,
    "interest": interest,
    "steps_of_interest": steps,
    "messages_with_schools": conversations,
    "opinions_of_schools": opinions,
    "saved_vacancies": saved,
}
