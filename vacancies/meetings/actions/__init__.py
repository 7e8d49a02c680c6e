from vacancies.meetings.actions.feeding import make_feed, renew_feed
from vacancies.meetings.actions.following import follow
from vacancies.meetings.actions.leaving import let_go
from vacancies.meetings.actions.moving import cancel, propose, propose_others, take
from vacancies.meetings.actions.reminding import remind
from vacancies.meetings.errors import RefusedError, StaleError

__all__ = [
    "RefusedError",
    "StaleError",
    "cancel",
    "follow",
    "let_go",
    "make_feed",
    "propose",
    "propose_others",
    "remind",
    "renew_feed",
    "take",
]
