"""The moderators' desk: Django's admin, behind the site's own door."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(AdminSite):
    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = _("Moderation")
    enable_nav_sidebar = False

    login = secure_admin_login(AdminSite.login)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().each_context(request), "DEMO": settings.DEMO}
