"""The desk for people and organisations: lists, facts, and the steps a moderator may take."""

from accounts.admin import (
    institutions,
    memberships,
    news,
    outbox,
    papers,
    records,
    taxonomy,
    users,
)

__all__ = [
    "institutions",
    "memberships",
    "news",
    "outbox",
    "papers",
    "records",
    "taxonomy",
    "users",
]
