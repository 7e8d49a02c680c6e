"""What the school is told of its list, and colleagues by a link; never the name of somebody."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.models import Notice, User
from accounts.notifications import registry
from accounts.notifications.actions import NoticeRow, notify_many, post
from accounts.notifications.letters import Letter
from accounts.notifications.registry import Link, NoticeItem, NoticeKind
from accounts.organisations import queries as organisations
from portal.kit.templatetags.ui import day
from vacancies.models import Application, Opinion
from vacancies.selection import links

QUESTION = "opinion_asked"


class OpinionGiven(NoticeKind):
    """To who asked: the colleague said yes or no; what exactly stands on the page."""

    key = "opinion_given"
    category = Category.ANSWER

    def words(self, notices: Sequence[Notice]) -> list[NoticeItem]:
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
