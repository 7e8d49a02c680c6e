"""One page waits at most once for a broker that hangs: after that it is left alone for a moment.

A broker that is down refuses at once and costs nothing; one that took the call and says nothing
costs its time-out, for every question again.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

SLOW_S: Final = 0.5
PAUSE_S: Final = 5.0


class Patience:
    """Whether it is worth asking now; each process finds out for itself."""

    def __init__(self) -> None:
        self._until = 0.0

    @property
    def is_out(self) -> bool:
        return time.monotonic() < self._until

    @contextmanager
    def tried(self) -> Iterator[None]:
        """Around a question; one that fails slowly starts a pause."""
        began = time.monotonic()
        try:
            yield
        except Exception:
            if time.monotonic() - began > SLOW_S:
                self._until = time.monotonic() + PAUSE_S
            raise


broker = Patience()
