"""The site's settings for `bench/pages.py`: a bare view beside the pages, a cache without a server."""

from portal.settings import *
from portal.settings import STORAGES as SITE_STORAGES

ROOT_URLCONF = "bench.hello_urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PLAIN_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STORAGES = {**SITE_STORAGES, "staticfiles": PLAIN_FILES}
