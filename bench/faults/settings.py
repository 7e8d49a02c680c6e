"""The site's own settings, with what a run needs: a kind of notice, a clock, and haste.

Haste makes waits shorter, never the work: with 1 all times are those of a public site.
"""

import os

from bench.faults import clock
from portal.settings import *

HASTE = float(os.environ.get("FAULTS_HASTE", "1"))
SWEEPS = {"accounts.deliver_mail", "accounts.make_digests"}

INSTALLED_APPS = [*INSTALLED_APPS, "bench.faults"]
ROOT_URLCONF = "bench.faults.urls"
EMAIL_TIMEOUT = max(1.0, EMAIL_TIMEOUT / HASTE)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
if HASTE > 1:
    for _entry in CELERY_BEAT_SCHEDULE.values():
        if _entry["task"] in SWEEPS:
            _entry["schedule"] = max(1.0, 30 / HASTE)

clock.install()
