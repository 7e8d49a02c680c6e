from vacancies.placement.actions.answering import accept, refuse, tell_hours
from vacancies.placement.actions.checking import tick
from vacancies.placement.actions.following import follow
from vacancies.placement.actions.lapsing import lapse_by_clock
from vacancies.placement.actions.leaving import hold, let_go
from vacancies.placement.actions.offering import offer, take_back
from vacancies.placement.actions.running import cancel, end, end_by_clock, start

__all__ = [
    "accept",
    "cancel",
    "end",
    "end_by_clock",
    "follow",
    "hold",
    "lapse_by_clock",
    "let_go",
    "offer",
    "refuse",
    "start",
    "take_back",
    "tell_hours",
    "tick",
]
