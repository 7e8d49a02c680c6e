"""The site's settings as the suite wants them: no network, fast passwords, a cache of its own."""

import atexit
import os
import shutil
import tempfile

os.environ["DEBUG"] = "0"
os.environ["DEMO"] = "0"
os.environ["PRODUCTION"] = "0"
os.environ["STATE_DIR"] = tempfile.mkdtemp(prefix="dagdeel-tests-")
atexit.register(shutil.rmtree, os.environ["STATE_DIR"], ignore_errors=True)
os.environ.setdefault("DATABASE_URL", "sqlite:///" + os.environ["STATE_DIR"] + "/tests.sqlite3")
os.environ["EMAIL_URL"] = "memory://"
os.environ["REDIS_URL"] = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:1/0")
os.environ["SITE_URL"] = "http://testserver"
os.environ["SITE_NAME"] = "Dagdeel"

from portal.kit.catalogue import compile_all
from portal.settings import *
from tests.traps import UnknownVariable

STAFF_SECOND_FACTOR = True
GALLERY = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "private": STORAGES["private"],  # in STATE_DIR, on disk as in real life
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in real life: in memory two connections lock each other out at once.
    DATABASES["default"]["TEST"] = {"NAME": STATE_DIR / "tests.sqlite3"}
elif "TEST_TEMPLATE" in os.environ:
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ["TEST_TEMPLATE"]}
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UnknownVariable()  # type: ignore[index]

# A clean clone has no compiled translations yet; what is compiled already is left alone.
compile_all(BASE_DIR / "locale")
