"""Reading the files: every wrong cell is told with its file, row and column."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

from django.db.models import Choices

HEADER_ROWS: Final = 1


class BadFileError(Exception):
    """A file cannot be used; the message names file, row and column."""

    def __init__(self, path: Path, row: int, column: str, why: str) -> None:
        place = f"row {row}, column {column}" if column else f"row {row}"
        super().__init__(f"{path.name}, {place}: {why}")


@dataclass(frozen=True)
class Row:
    """One line of a file, read cell by cell."""

    path: Path
    number: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        return self.cells[column].strip()

    def needed(self, column: str) -> str:
        """A text that may not be empty."""
        return self.text(column) or self._fail(column, "is empty")

    def whole(self, column: str, default: int | None = None) -> int | None:
        """A whole number; `default` for an empty cell."""
        text = self.text(column)
        if not text:
            return default
        return int(text) if text.isdecimal() else self._fail(column, f"{text!r} is not a number")

    def number_in(self, column: str) -> int:
        """A whole number that may not be empty."""
        value = self.whole(column)
        return self._fail(column, "is empty") if value is None else value

    def degrees(self, column: str) -> float:
        text = self.needed(column)
        try:
            return float(text)
        except ValueError:
            return self._fail(column, f"{text!r} is not a number")

    def day(self, column: str) -> date:
        text = self.needed(column)
        try:
            return date.fromisoformat(text)
        except ValueError:
            return self._fail(column, f"{text!r} is not a date like 2025-01-31")

    def day_or_none(self, column: str) -> date | None:
        return self.day(column) if self.text(column) else None

    def choice(self, column: str, choices: type[Choices]) -> str:
        text = self.text(column)
        known = [str(value) for value in choices.values]
        return text if text in known else self._fail(column, f"{text!r} is not {', '.join(known)}")

    def names(self, column: str) -> list[str]:
        """Names separated by |."""
        return [name.strip() for name in self.text(column).split("|") if name.strip()]

    def wrong(self, column: str, why: str) -> BadFileError:
        return BadFileError(self.path, self.number, column, why)

    def _fail(self, column: str, why: str) -> NoReturn:
        raise self.wrong(column, why)


def rows_of(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The lines of a file that has at least these columns. Raises BadFileError."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
            if missing:
                raise BadFileError(path, HEADER_ROWS, ", ".join(missing), "is not in the file")
            for number, cells in enumerate(reader, start=HEADER_ROWS + 1):
                if None in cells or None in cells.values():
                    raise BadFileError(path, number, "", "has too many or too few cells")
                yield Row(path, number, cells)
    except FileNotFoundError:
        raise BadFileError(path, 0, "", "the file is not there") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadFileError(path, 0, "", str(error)) from None
