"""What colleagues are told about colleagues and their school."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.models import Institution, Invitation, Membership
from accounts.notifications.actions import NoticeRow, notify, notify_many, post
from accounts.notifications.letters import Letter
from accounts.notifications.registry import Link, Noted, NoticeItem, NoticeKind
from accounts.organisations import queries


class ColleagueWaits(NoticeKind):
    """To the owners: somebody asks to join."""

    key = "colleague_waits"
    category = Category.ACCOUNT

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = queries.waiting_by_id(notice.facts["membership"] for notice in notices)
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=_("%(name)s wants to join") % {"name": rows[pk].user},
                url=reverse("colleagues"),
                lines=(_("Somebody with another mail domain needs your yes."),),
                action=_("Answer"),
            )
            for notice in notices
            if (pk := notice.facts["membership"]) in rows
        ]


class ColleagueWelcome(NoticeKind):
    """To the newcomer: an owner or moderator said yes."""

    key = "colleague_welcome"
    category = Category.ACCOUNT
    is_personal = True

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        schools = _schools_of(notices)
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=_("You now work for %(school)s here") % {"school": schools[pk]},
                url=reverse("dashboard"),
                lines=(_("You can write vacancies and see who fits."),),
                action=_("Begin"),
            )
            for notice in notices
            if (pk := notice.institution_id) in schools
        ]


class SchoolVerified(NoticeKind):
    """To the colleagues: the school may publish."""

    key = "school_verified"
    category = Category.ACCOUNT

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        schools = _schools_of(notices)
        return [
            NoticeItem(
                notice_id=notice.pk,
                title=_("%(school)s is verified") % {"school": schools[pk]},
                url=reverse("school_vacancies"),
                lines=(_("You can now have your vacancies published."),),
                action=_("To our vacancies"),
            )
            for notice in notices
            if (pk := notice.institution_id) in schools
        ]


KINDS: tuple[NoticeKind, ...] = (ColleagueWaits(), ColleagueWelcome(), SchoolVerified())


def colleague_waits(membership: Membership) -> None:
    """Tell every owner of the school."""
    notify_many(
        ColleagueWaits.key,
        (
            NoticeRow(
                recipient_id=owner.user_id,
                dedupe=f"{ColleagueWaits.key}:{membership.pk}:{owner.pk}",
                target=f"membership:{membership.pk}",
                facts={"membership": membership.pk},
                institution_id=membership.institution_id,
            )
            for owner in membership.institution.memberships.owners()
        ),
    )


def colleague_welcome(membership: Membership) -> None:
    notify(
        ColleagueWelcome.key,
        to=membership.user,
        dedupe=f"{ColleagueWelcome.key}:{membership.pk}",
        target=f"membership:{membership.pk}",
        institution=membership.institution,
    )


def school_verified(institution: Institution) -> None:
    notify_many(
        SchoolVerified.key,
        (
            NoticeRow(
                recipient_id=colleague.user_id,
                dedupe=f"{SchoolVerified.key}:{institution.pk}:{colleague.pk}",
                target=f"institution:{institution.pk}",
                institution_id=institution.pk,
            )
            for colleague in queries.colleagues(institution)
        ),
    )


def post_invitation(invitation: Invitation) -> None:
    """To the invited address, in the language of who invites."""
    with translation.override(invitation.invited_by.language):
        letter = _letter(invitation)
    post(
        letter,
        kind="invitation_of_colleague",
        key=f"invitation:{invitation.pk}",
        to=invitation.email,
        language=invitation.invited_by.language,
        recipient=None,
    )


def _letter(invitation: Invitation) -> Letter:
    school = invitation.institution.name
    inviter = invitation.invited_by.name or school
    return Letter(
        subject=_("%(name)s invites you to %(school)s") % {"name": inviter, "school": school},
        paragraphs=(
            _("%(name)s asks you to work together for %(school)s.")
            % {"name": inviter, "school": school},
        ),
        button=Link(_("Accept"), reverse("invitation", args=[invitation.token])),
        closing=(_("The link works for two weeks, once."),),
        why=_("You get this because a colleague gave your address. Is it a mistake? Do nothing."),
    )


def _schools_of(notices: Sequence[Noted]) -> dict[int | None, Institution]:
    ids = {notice.institution_id for notice in notices if notice.institution_id}
    return {row.pk: row for row in Institution.objects.filter(pk__in=ids)}
