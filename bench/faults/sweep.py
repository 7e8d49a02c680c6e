"""One sweep after the other until the run ends: the job of beat, started by mistake."""

import logging
import time
from typing import Final

import django
from django.db import DatabaseError, close_old_connections

from portal.run.leash import end_with_parent

PAUSE_S: Final = 0.3
logger = logging.getLogger(__name__)


def main() -> None:
    end_with_parent()
    django.setup()
    from accounts.notifications import delivery

    while True:
        try:
            close_old_connections()
            delivery.deliver()
        except DatabaseError as error:  # as in a worker: this sweep fails, the next one goes on
            logger.warning("sweep failed: %s", type(error).__name__)
        time.sleep(PAUSE_S)


if __name__ == "__main__":
    main()
