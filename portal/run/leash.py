"""A process that ends when its parent does, however the parent ended (Linux)."""

import ctypes
import signal
import sys
from typing import Final

PR_SET_PDEATHSIG: Final = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def end_with_parent(wanted: signal.Signals = signal.SIGTERM) -> None:
    """Ask the kernel for this signal when the parent is gone; elsewhere nothing happens."""
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, int(wanted), 0, 0, 0)
