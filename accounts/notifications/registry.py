"""Kinds of notices. A feature above registers its kinds in `AppConfig.ready`.

A notice stores ids; its kind words it when somebody reads it, in the language of that reader.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, ClassVar, Final, NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import Category
from accounts.notifications import week

IN_A_MAIL: Final = 10
RANK: Final = "rank"  # the fact of a notice that says how good it is: the best of a kind come first
SIGNS: Final = {"met": "✓", "partly": "◪", "missing": "▢", "unknown": "?", "learn": "▹"}


def absolute(url: str, site_url: str = "") -> str:
    """The whole address of a path; an address that is whole already stays."""
    return (site_url or settings.SITE_URL) + url if url.startswith("/") else url


class Link(NamedTuple):
    """A link by path; `note` is the rest of the sentence behind it."""

    label: str
    url: str
    note: str = ""

    @property
    def href(self) -> str:
        return absolute(self.url)


class Reason(NamedTuple):
    """Why something fits or not; `state` as in `components/reasons.html`."""

    state: str
    text: str

    @property
    def sign(self) -> str:
        return SIGNS.get(self.state, "")


class Noted(NamedTuple):
    """A notice as its kind reads it; thousands are read at once."""

    pk: int
    recipient_id: int
    institution_id: int | None
    kind: str
    category: str
    facts: dict[str, Any]
    created_at: datetime
    mail_id: int | None

    @classmethod
    def of(cls, notice: Any) -> "Noted":
        """From a row of the table."""
        return cls(*(getattr(notice, name) for name in cls._fields))


@dataclass(slots=True)
class NoticeItem:
    """A notice in words: how it stands in the inbox and in a mail. `asked`, `free`: day-parts;
    `calendar`: an iCalendar object with a METHOD, which goes along with the mail as a file."""

    notice_id: int
    title: str
    url: str
    lines: tuple[str, ...] = ()
    asked: int | None = None
    free: int | None = None
    reasons: tuple[Reason, ...] = ()
    action: str = ""
    links: tuple[Link, ...] = ()
    rank: int = 0
    calendar: str = ""

    @property
    def href(self) -> str:
        return absolute(self.url)


@dataclass(frozen=True)
class Section:
    """A part of a mail: `intro`, one item in full, the others short under `heading`, the rest by link.

    `lead` is what to say first of the first item.
    """

    intro: str = ""
    first: NoticeItem | None = None
    heading: str = ""
    others: tuple[NoticeItem, ...] = ()
    more: Link | None = None
    lead: str = ""

    @property
    def first_lines(self) -> tuple[str, ...]:
        lines = self.first.lines if self.first else ()
        return (self.lead, *lines) if self.lead else lines

    def grid(self, language: str) -> SafeString:
        """The week of the first item as a table, in this language, which is active."""
        first = self.first
        return week.grid(first.asked, first.free, language) if first else SafeString("")

    @cached_property
    def grid_lines(self) -> tuple[str, ...]:
        return week.grid_lines(self.first.asked, self.first.free) if self.first else ()


class NoticeKind(ABC):
    """What a feature can tell. Subclass, set `key` and `category`, give `words`."""

    key: ClassVar[str]
    category: ClassVar[Category]
    weight: ClassVar[int] = 0
    """In a digest of several kinds the heaviest comes first and names the subject."""
    is_personal: ClassVar[bool] = False
    """Told to somebody about that person: it does not go to the owners when the colleague leaves."""
    at_once_a_day: ClassVar[int] = 0
    """In so many mails at once a day one school may stand (`share`), by the fact "school"; 0: in all."""

    @abstractmethod
    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        """Items for the notices that are still true, in any order, by grouped queries.

        The notices may be of many people, who all read the active language.
        """

    def arranged(self, items: Sequence[NoticeItem]) -> list[NoticeItem]:
        """The items of one person in the order of a mail, best first; none is left out."""
        return sorted(items, key=lambda item: (-item.rank, -item.notice_id))

    def subject(self, items: Sequence[NoticeItem]) -> str:
        """The subject of a mail with these items of one person, best first."""
        first, more = items[0].title, len(items) - 1
        if not more:
            return first
        return ngettext("%(title)s, and %(count)d more", "%(title)s, and %(count)d more", more) % {
            "title": first,
            "count": more,
        }

    def intro(self, items: Sequence[NoticeItem]) -> str:
        """The sentence that opens a mail with these items."""
        return ""

    def heading(self) -> str:
        """What stands above the items that follow the first one."""
        return _("Also new")

    def more_url(self) -> str:
        """The path of the page with all of them."""
        return reverse("inbox")

    def sections(self, items: Sequence[NoticeItem]) -> list[Section]:
        """What a mail says of these items of one person, arranged, best first, at most ten of them.

        Unless a kind parts them: the best item in full, nine more in short, and where the rest is.
        """
        left = len(items) - IN_A_MAIL
        first, *others = items[:IN_A_MAIL]
        more = self.more_link(left) if left > 0 else None
        return [Section(self.intro(items), first, self.heading(), tuple(others), more)]

    def more_link(self, count: int) -> Link:
        """To so many items that are not in the mail."""
        words = ngettext("View %(count)d more", "View %(count)d more", count)
        return Link(words % {"count": count}, self.more_url())


_kinds: dict[str, NoticeKind] = {}


def register(kind: NoticeKind) -> None:
    """Make a kind known. Raises ValueError when another kind has the same key."""
    known = _kinds.setdefault(kind.key, kind)
    if type(known) is not type(kind):
        raise ValueError(f"two kinds of notices are called {kind.key}")


def kind_of(key: str) -> NoticeKind:
    """The kind with this key. Raises LookupError when no feature registered it."""
    return _kinds[key]


def is_known(key: str) -> bool:
    """Whether a kind with this key is registered."""
    return key in _kinds


def all_kinds() -> list[NoticeKind]:
    """Every kind that a feature registered."""
    return list(_kinds.values())


def weights() -> dict[str, int]:
    """What weighs how much in a digest, by kind."""
    return {kind.key: kind.weight for kind in _kinds.values()}


def sharing() -> list[NoticeKind]:
    """The kinds of which one school may fill only a share of the mails at once."""
    return [kind for kind in _kinds.values() if kind.at_once_a_day]


_link_terms: dict[str, timedelta] = {}


def register_link(mail_kind: str, term: timedelta) -> None:
    """Secret mails of this kind hold a link that works so long: until then they may still leave."""
    _link_terms[mail_kind] = term


def link_term(mail_kind: str, otherwise: timedelta) -> timedelta:
    """How long a secret mail of this kind may wait."""
    return _link_terms.get(mail_kind, otherwise)
