"""The moderators' desk: Django's admin, behind the site's own door."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.enums import MailState
from accounts.models import Institution, Mail, Membership
from accounts.notifications import kind_words
from accounts.notifications.queries import OutboxHealth, outbox_health
from accounts.organisations import queries as organisations
from portal import mail_health
from vacancies.models import PayTable, Report, RuleConstant, SubsidyScheme
from vacancies.moderation import queries as moderation

SHOWN: Final = 15
LISTED: Final = 5
MAILS: Final = "admin:accounts_mail_changelist"
OWN_APPS: Final = {"accounts", "vacancies"}


@dataclass(frozen=True)
class Desk:
    """What waits for a moderator, the most urgent first."""

    rows: Sequence[moderation.QueueRow]
    waiting: int
    schools: Sequence[Institution]
    members: Sequence[Membership]
    reports: Sequence[Report]
    parked: Sequence[tuple[Mail, str]]
    constants: Sequence[RuleConstant]
    tables: Sequence[PayTable]
    courses: int
    grants: Sequence[SubsidyScheme]
    outbox: OutboxHealth

    @property
    def oldest(self) -> moderation.QueueRow | None:
        return self.rows[0] if self.rows else None

    @property
    def to_confirm(self) -> int:
        return len(self.tables) + len(self.constants) + self.courses + len(self.grants)

    @property
    def late_minutes(self) -> int:
        return self.outbox.oldest_unsent_s // 60

    @property
    def more(self) -> int:
        return self.waiting - len(self.rows)


def desk_of_today() -> Desk:
    queue = moderation.queue()
    rows = moderation.rows_of(list(queue[:SHOWN]))
    parked = Mail.objects.filter(state=MailState.PARKED)
    return Desk(
        rows=rows,
        waiting=queue.count() if len(rows) == SHOWN else len(rows),
        schools=list(organisations.to_verify()),
        members=list(organisations.all_waiting()),
        reports=list(moderation.open_reports()),
        parked=kind_words.named(parked),
        constants=list(moderation.constants_to_confirm()),
        tables=list(moderation.pay_tables_to_confirm()),
        courses=moderation.courses_to_confirm().count(),
        grants=list(moderation.grants_to_confirm()),
        outbox=outbox_health(),
    )


class PortalAdminSite(AdminSite):
    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = _("Moderation")
    enable_nav_sidebar = False
    empty_value_display = "–"

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """By the site's own door: the admin has no form of its own to sign in with."""
        answer: HttpResponse = secure_admin_login(super().login)(request, extra_context)
        return answer

    def get_urls(self) -> list[URLPattern | URLResolver]:
        health = path("post/", self.admin_view(self.mail_health), name="mail_health")
        return [health, *super().get_urls()]

    def mail_health(self, request: HttpRequest) -> TemplateResponse:
        """How mail and background work go."""
        request.current_app = self.name
        context = {
            **self.each_context(request),
            "title": gettext("How the mail goes"),
            "list_url": reverse(MAILS),
            "opts": Mail._meta,
            "health": mail_health.now(),
        }
        return TemplateResponse(request, "admin/desk/mail_health.html", context)

    def register(self, model_or_iterable: Any, *args: Any, **options: Any) -> None:
        """Only our own tables: those of other packages hold keys and codes."""
        single = isinstance(model_or_iterable, type)
        models: list[Any] = [model_or_iterable] if single else list(model_or_iterable)
        own = [model for model in models if model._meta.app_label in OWN_APPS]
        super().register(own, *args, **options)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {
            **super().each_context(request),
            "DEMO": settings.DEMO,
            "factor_waived": not settings.STAFF_SECOND_FACTOR,
            "nav": list(_nav(request)),
        }

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """What waits, then all there is."""
        request.current_app = self.name
        context = {
            **self.each_context(request),
            "title": gettext("Moderation"),
            "desk": desk_of_today(),
            "listed": f":{LISTED}",
            "app_list": self.get_app_list(request),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/desk/index.html", context)


def _nav(request: HttpRequest) -> Iterator[dict[str, Any]]:
    places = (
        (gettext("Desk"), "admin:index"),
        (gettext("Vacancies"), "admin:vacancies_vacancy_changelist"),
        (gettext("Schools"), "admin:accounts_institution_changelist"),
        (gettext("Mail"), MAILS),
    )
    home = reverse("admin:index")
    for label, name in places:
        url = reverse(name)
        current = request.path == url if url == home else request.path.startswith(url)
        current = current or (name == MAILS and request.path == reverse("admin:mail_health"))
        yield {"label": label, "url": url, "current": current}
