"""The address at which a mail service tells what became of a mail; anymail checks and reads it."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path
from django.utils.module_loading import import_string

from accounts.notifications.providers import VIEWS
from portal.kit.audience import Audience, open_to


def patterns(provider: str) -> list[URLPattern]:
    """The address of this service, and of no other; none without a service."""
    if not provider:
        return []
    view: Callable[..., Any] = import_string(f"anymail.webhooks.{VIEWS[provider]}").as_view()
    return [path(f"hooks/mail/{provider}/", open_to(Audience.EVERYONE)(view), name="mail_hook")]
