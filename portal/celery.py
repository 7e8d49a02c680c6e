"""The worker and beat processes. What runs when is in `portal/schedule.py`."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(
    [
        "accounts.identity",
        "accounts.notifications",
        "accounts.organisations",
        "accounts.privacy",
        "vacancies.applications",
        "vacancies.matching",
        "vacancies.posting",
        "portal.pulse",
    ]
)
