"""The web process. Sync workers: measured fastest for these pages."""

import os

from django.conf import settings

from portal.run.leash import end_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
preload_app = True  # loaded once, shared by the workers
timeout = 30
graceful_timeout = 4  # shorter than the supervisor's patience
max_requests = 5000
max_requests_jitter = 500
loglevel = "warning"
logconfig_dict = settings.LOGGING
control_socket_disable = True


def post_fork(server: object, worker: object) -> None:
    """A worker never outlives its master."""
    end_with_parent()
