"""News: written in both languages, read as a mail before it goes, and told once."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.admin.base import DeskAdmin
from accounts.admin.forms import NewsForm
from accounts.identity.gates import UserRequest
from accounts.models import News
from accounts.news import actions, preview, queries

SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


@admin.register(News)
class NewsAdmin(DeskAdmin):
    """A draft is edited; what was told stays as people read it."""

    actions = None
    form = NewsForm
    list_display = ("title_nl", "audience", "created_at", "published_at")
    list_filter = (("published_at", admin.EmptyFieldListFilter),)
    search_fields = ("title_nl", "title_en")

    def get_urls(self) -> list[URLPattern]:
        named = self.admin_site.admin_view
        own = [
            path("<int:pk>/mail/", named(self.mail), name="accounts_news_mail"),
            path("<int:pk>/mail/<slug:language>/", named(self.sheet), name="accounts_news_sheet"),
            path("<int:pk>/tell/", named(require_POST(self.tell)), name="accounts_news_tell"),
        ]
        return [*own, *super().get_urls()]

    def has_change_permission(self, request: HttpRequest, obj: News | None = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.published_at)

    def has_delete_permission(self, request: HttpRequest, obj: News | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.published_at)

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """What was told has a page, not a form."""
        if queries.told().filter(pk=object_id if object_id.isdecimal() else 0).exists():
            return redirect(self.named("mail"), object_id)
        try:
            return super().change_view(request, object_id, *args, **kwargs)
        except actions.RefusedError as refusal:  # told while the form was open
            messages.error(request, str(refusal))
            return redirect(self.named("mail"), object_id)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """One way on: to the mail."""
        one_way = {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().changeform_view(
            request, object_id, form_url, {**one_way, **(extra_context or {})}
        )

    def save_model(self, request: HttpRequest, obj: News, form: Any, change: bool) -> None:
        actions.save(obj, by=request.user)  # type: ignore[arg-type]

    def response_add(self, request: HttpRequest, obj: News, *args: Any) -> HttpResponse:
        return redirect(self.named("mail"), obj.pk)

    def response_change(self, request: HttpRequest, obj: News) -> HttpResponse:
        return redirect(self.named("mail"), obj.pk)

    def mail(self, request: UserRequest, pk: int) -> HttpResponse:
        """The mail in both languages, and who gets it."""
        row = self._row(request, pk)
        context = {
            "mails": list(preview.mails(row, request.user)),
            "readers": queries.readers_of(row).count(),
            "moments": self.moments(row),
        }
        return self.page(request, "admin/desk/news.html", row, context)

    def sheet(self, request: UserRequest, pk: int, language: str) -> HttpResponse:
        """The mail as a mail program shows it, on a page that can do nothing."""
        row = self._row(request, pk)
        pages = {code.value: words.html for code, words in preview.mails(row, request.user)}
        if language not in pages:
            raise Http404
        response = HttpResponse(pages[language])
        response._csp_exempt = True  # type: ignore[attr-defined]
        response.headers["Content-Security-Policy"] = SANDBOX
        return response

    def tell(self, request: UserRequest, pk: int) -> HttpResponse:
        row = self._row(request, pk)
        if not self.may_act(request):
            raise PermissionDenied
        try:
            people = actions.tell(row, by=request.user)
        except actions.RefusedError as refusal:
            messages.error(request, str(refusal))
        else:
            told = ngettext("It is told to %(n)d person.", "It is told to %(n)d people.", people)
            messages.success(request, told % {"n": people} + " " + _("Everybody can read it."))
        return redirect(self.named("mail"), pk)

    def _row(self, request: HttpRequest, pk: int) -> News:
        row: News | None = self.get_object(request, str(pk))
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return row
