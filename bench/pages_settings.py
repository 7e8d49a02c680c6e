"""The site's settings for `bench/pages.py`: a bare view beside the pages, a cache without a server."""

from portal.settings import *  # noqa: F403

ROOT_URLCONF = "bench.hello_urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
