from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People and organisations")

    def ready(self) -> None:
        from allauth.account.signals import email_changed, email_confirmed
        from anymail.signals import tracking

        from accounts.availability import hooks as week
        from accounts.credentials import actions as papers
        from accounts.credentials import hooks as paper_hooks
        from accounts.credentials import notices as paper_notices
        from accounts.identity import hooks as identity
        from accounts.news.notices import NewsTold
        from accounts.notifications import alert_notices, registry
        from accounts.organisations import actions as organisations
        from accounts.organisations.notices import KINDS
        from accounts.privacy import registry as privacy
        from accounts.profiles import hooks as profile
        from accounts.profiles.renewal import ConsentEnds

        for kind in (*KINDS, *paper_notices.KINDS, *alert_notices.KINDS, NewsTold(), ConsentEnds()):
            registry.register(kind)
        week.changed.register(profile.changed.fire)
        paper_hooks.changed.register(profile.changed.fire)
        privacy.erasers.register(papers.forget_files)
        privacy.erasers.register(organisations.let_go)
        identity.activity_changed.register(_note_activity)
        email_confirmed.connect(_note_confirmed, dispatch_uid="note confirmed")
        email_changed.connect(_note_address, dispatch_uid="note another address")
        tracking.connect(_note_report, dispatch_uid="note what became of a mail")


def _note_confirmed(email_address: Any, **kwargs: Any) -> None:
    """A signal, because allauth has no other way to say it."""
    from accounts.identity import actions

    actions.note_confirmed(email_address.user)


def _note_address(user: Any, **kwargs: Any) -> None:
    """Another signal of allauth. To a new address mail goes again."""
    from accounts.notifications import stops

    stops.resume_mail(user, by=user)


def _note_report(event: Any, **kwargs: Any) -> None:
    """A signal of anymail: a mail service tells what became of a mail."""
    from accounts.notifications import bounces, reports

    report = reports.report_of(event)
    if report:
        bounces.note(report)


def _note_activity(user: Any) -> None:
    """Somebody who is switched off is no longer found."""
    from accounts.identity import queries
    from accounts.profiles import hooks

    professional = queries.professional_of(user)
    if professional:
        hooks.changed.fire(professional)
