"""Two kinds of notices to tell about: vacancies that fit (a grid, reasons) and an answer."""

from collections.abc import Iterator, Sequence

import pytest
from django.core.cache import cache
from django.db import connection

from accounts.enums import Category
from accounts.models import User
from accounts.notifications import registry
from accounts.notifications.registry import Link, Noted, NoticeItem, NoticeKind, Reason
from portal.kit import dayparts

collect_ignore = ["test_ahead.py"] if connection.vendor == "sqlite" else []  # nothing is sent there

ASKED = dayparts.parse("monday_evening tuesday_afternoon thursday_evening friday_afternoon")
FREE = dayparts.parse("tuesday_afternoon thursday_evening saturday_evening")


class Fits(NoticeKind):
    key = "test_fits"
    category = Category.MATCH

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        return [self.item(notice) for notice in notices if "gone" not in notice.facts]

    def item(self, notice: Noted) -> NoticeItem:
        number = notice.facts.get("number", 1)
        if number == 13:
            raise ZeroDivisionError("thirteen")
        return NoticeItem(
            notice_id=notice.pk,
            title=f"Welding teacher {number}",
            url=f"/vacatures/{number}/",
            lines=("Deltion College, Zwolle, 7 km.",),
            asked=ASKED,
            free=FREE,
            reasons=(Reason("met", "two day-parts are enough, you have two."),),
            action="View the vacancy",
            links=(Link("Not for me", f"/niet/{number}/", note="Then we send you less of this."),),
            rank=number,
        )

    def intro(self, items: Sequence[NoticeItem]) -> str:
        return f"{len(items)} vacancies fit your week."


class Answered(NoticeKind):
    key = "test_answered"
    category = Category.ANSWER
    weight = 10

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        users = User.objects.in_bulk({notice.recipient_id for notice in notices})
        return [
            NoticeItem(
                notice.pk,
                f"An answer for {users[notice.recipient_id].name}",
                "/mijn/",
                calendar=notice.facts.get("calendar", ""),
            )
            for notice in notices
        ]


@pytest.fixture(autouse=True)
def _kinds() -> Iterator[None]:
    before = dict(registry._kinds)
    registry.register(Fits())
    registry.register(Answered())
    cache.clear()
    yield
    registry._kinds.clear()
    registry._kinds.update(before)
