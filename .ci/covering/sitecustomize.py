"""Slipcover has no way to tell the processes of pytest-xdist that a line, once seen, need not be watched
any longer (`--immediate`). Here they are told, and coverage costs next to nothing."""

import os

if "SLIPCOVER_ENABLED" in os.environ:
    from slipcover import Slipcover

    _immediate, *others = Slipcover.__init__.__defaults__
    Slipcover.__init__.__defaults__ = (True, *others)
