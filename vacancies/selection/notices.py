"""What the school is told of its list, and colleagues by a link; never the name of somebody."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import Category
from accounts.models import User
from accounts.notifications import registry
from accounts.notifications.actions import NoticeRow, notify_many, post
from accounts.notifications.letters import Letter
from accounts.notifications.registry import Link, Noted, NoticeItem, NoticeKind
from accounts.organisations import queries as organisations
from portal.kit.templatetags.ui import day
from vacancies.enums import ApplicationStatus
from vacancies.models import Application, Opinion, Vacancy
from vacancies.selection import links, queries
from vacancies.selection.filters import Filters
from vacancies.selection.promises import LATE

QUESTION = "opinion_asked"


class OpinionGiven(NoticeKind):
    """To who asked: the colleague said yes or no; what exactly stands on the page."""

    key = "opinion_given"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = Opinion.objects.select_related("application__vacancy").in_bulk(
            [notice.facts["opinion"] for notice in notices]
        )
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=_("Your colleague answered: %(title)s")
                % {"title": row.application.vacancy.title},
                url=reverse("application", args=[row.application.public_id]) + "#oordelen",
                lines=(_("You asked for an opinion about somebody who said yes."),),
                action=_("Read the answer"),
            )
            for notice in notices
            if (row := rows.get(notice.facts["opinion"])) and row.application.is_open
        ]


class AnswersDue(NoticeKind):
    """To the recruiters: people wait while the promised day is near, or has passed."""

    key = "answers_due"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        keys = [notice.facts["vacancy"] for notice in notices]
        rows, waiting = Vacancy.objects.in_bulk(keys), queries.waiting_by_vacancy(keys)
        return [
            _due_item(notice, row, waiting[row.pk])
            for notice in notices
            if (row := rows.get(notice.facts["vacancy"]))
            and row.pk in waiting
            and str(row.answer_by) == notice.facts["on"]
        ]


class AnswerLate(NoticeKind):
    """To the professional, once: the promised day has passed without an answer."""

    key = "answer_late"
    category = Category.ANSWER

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        waiting = Application.objects.filter(status=ApplicationStatus.NEW)
        rows = waiting.select_related("vacancy__institution").in_bulk(
            [notice.facts["application"] for notice in notices]
        )
        return [
            _late_item(notice, row)
            for notice in notices
            if (row := rows.get(notice.facts["application"]))
        ]


KINDS: tuple[NoticeKind, ...] = (OpinionGiven(), AnswersDue(), AnswerLate())


def register_links() -> None:
    registry.register_link(QUESTION, links.TERM)


def given(opinion: Opinion) -> None:
    """Tell who asked; when that colleague left, the recruiters."""
    application = opinion.application
    notify_many(
        OpinionGiven.key,
        (
            NoticeRow(
                recipient_id=user.pk,
                dedupe=f"{OpinionGiven.key}:{opinion.pk}:{user.pk}",
                target=f"application:{application.pk}",
                facts={"opinion": opinion.pk},
                institution_id=application.vacancy.institution_id,
            )
            for user in _askers(application, opinion.asked_by)
        ),
    )


def answers_due(vacancy: Vacancy, stage: str) -> None:
    """Remind the recruiters; once for each stage of each promised day."""
    about = f"{AnswersDue.key}:{vacancy.pk}:{vacancy.answer_by}:{stage}"
    notify_many(
        AnswersDue.key,
        (
            NoticeRow(
                recipient_id=user.pk,
                dedupe=f"{about}:{user.pk}",
                target=f"vacancy:{vacancy.pk}",
                facts={"vacancy": vacancy.pk, "on": str(vacancy.answer_by), "stage": stage},
                institution_id=vacancy.institution_id,
            )
            for user in organisations.recruiters(vacancy.institution)
        ),
    )


def answers_late(applications: Iterable[Application]) -> None:
    """Own up to everybody who waits in vain; once for each yes."""
    notify_many(
        AnswerLate.key,
        (
            NoticeRow(
                recipient_id=row.professional.user_id,
                dedupe=f"{AnswerLate.key}:{row.pk}",
                target=f"application:{row.pk}",
                facts={"application": row.pk},
            )
            for row in applications
        ),
    )


def post_question(opinion: Opinion, token: str) -> None:
    """To the address, in the language of who asks. Its words are wiped once it left."""
    asker = opinion.asked_by
    language = asker.language if asker else "nl"
    with translation.override(language):
        letter = _question(opinion, token)
    post(
        letter,
        kind=QUESTION,
        key=f"{QUESTION}:{opinion.pk}:{opinion.token_digest[:16]}",
        to=opinion.email,
        language=language,
        secret=True,
    )


def _due_item(notice: Noted, vacancy: Vacancy, waiting: int) -> NoticeItem:
    names = {"title": vacancy.title, "day": day(vacancy.answer_by)}
    is_late = notice.facts["stage"] == LATE
    title = (
        _("The promised day has passed: %(title)s")
        if is_late
        else _("Answer before %(day)s: %(title)s")
    )
    people = ngettext(
        "%(n)d person waits for your answer.", "%(n)d people wait for your answer.", waiting
    )
    after = _("We told them that there is no answer yet. A short message helps already.")
    before = _("After that day we tell them honestly that there is no answer yet.")
    chosen = Filters(vacancy=vacancy.code, status=ApplicationStatus.NEW)
    return NoticeItem(
        notice_id=notice.pk,
        title=title % names,
        url=f"{reverse('applications')}?{chosen.query}",
        lines=(people % {"n": waiting}, after if is_late else before),
        action=_("Answer them"),
        rank=1500,
    )


def _late_item(notice: Noted, row: Application) -> NoticeItem:
    vacancy = row.vacancy
    names = {"title": vacancy.title, "school": vacancy.institution.name}
    promised = {"day": day(vacancy.answer_by)} if vacancy.answer_by else {}
    first = _("%(school)s gave no answer yet.") % names
    return NoticeItem(
        notice_id=notice.pk,
        title=_("No answer yet: %(title)s, %(school)s") % names,
        url=reverse("my_application", args=[row.public_id]),
        lines=(
            f"{first} {_('It promised one before %(day)s.') % promised}" if promised else first,
            _("We reminded the school. Your yes stands. Write to the school, or look further."),
        ),
        action=_("See how it stands"),
    )


def _question(opinion: Opinion, token: str) -> Letter:
    vacancy = opinion.application.vacancy
    names = {
        "name": (opinion.asked_by and opinion.asked_by.name) or vacancy.institution.name,
        "school": vacancy.institution.name,
        "title": vacancy.title,
        "day": day(timezone.localdate(opinion.expires_at)),
    }
    return Letter(
        subject=_("What do you think? %(title)s") % names,
        paragraphs=(
            _("%(name)s of %(school)s asks what you think of somebody for “%(title)s”.") % names,
            _("You read one page and say yes or no. You need no account."),
        ),
        button=Link(_("Look and answer"), reverse("opinion", args=[token])),
        closing=(
            _("The link works until %(day)s and is for you alone: do not send it on.") % names,
        ),
        why=_("You get this because a colleague gave your address. Is it a mistake? Do nothing."),
    )


def _askers(application: Application, asked_by: User | None) -> list[User]:
    recruiters = list(organisations.recruiters(application.vacancy.institution))
    return [one for one in recruiters if one == asked_by] or recruiters
