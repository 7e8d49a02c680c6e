from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig

from portal.celery import app as celery_app  # shared tasks and pokes find it from here on

__all__ = ["PortalAdminConfig", "PortalConfig", "celery_app"]


class PortalConfig(AppConfig):
    name = "portal"


class PortalAdminConfig(AdminConfig):
    default_site = "portal.admin_site.PortalAdminSite"
