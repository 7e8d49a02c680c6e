"""What is written to the log: never somebody's e-mail address."""

import logging
import re
from typing import Final

ADDRESS: Final = re.compile(r"[\w.+%'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")


class WithoutAddresses(logging.Formatter):
    """Blots out addresses wherever they come from: a message, a path, a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        return ADDRESS.sub("<address>", super().format(record))
