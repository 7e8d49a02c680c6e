"""The web process. Threads, as fast here as workers without: browsers open connections ahead, and a
worker without threads waits half a minute for somebody who asks nothing yet."""

import os

from django.conf import settings
from gunicorn.workers import gthread

from portal.run.leash import end_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
gthread.DEFAULT_WORKER_DATA_TIMEOUT = 0.05  # s that a thread waits for a connection without a word
keepalive = 5  # a page and its files come over the same few connections
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
