"""The site's settings as the suite wants them: no network, fast passwords, a cache of its own."""

import os
import tempfile

os.environ["DEBUG"] = "0"
os.environ["DEMO"] = "0"
os.environ["PRODUCTION"] = "0"
os.environ["STATE_DIR"] = tempfile.mkdtemp(prefix="dagdeel-tests-")
os.environ.setdefault("DATABASE_URL", "sqlite:///" + os.environ["STATE_DIR"] + "/tests.sqlite3")
os.environ["EMAIL_URL"] = "memory://"
os.environ["REDIS_URL"] = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:1/0")
os.environ["SITE_URL"] = "http://testserver"
os.environ["SITE_NAME"] = "Dagdeel"

from portal.settings import *

STAFF_SECOND_FACTOR = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
