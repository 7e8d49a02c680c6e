"""Everybody who is on the way at our school."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from vacancies.training.board import GROUPS, SHOWN, Asked, Board
from vacancies.training.next_year import NextYear


@member_required(Permission.SUITABILITY_RECORD)
@never_cache
def trajectories(request: MemberRequest) -> HttpResponse:
    """By phase and by next deadline, a year ahead; unknown filters are as none."""
    told = request.GET
    asked = Asked(
        phase=told.get("fase", "") if told.get("fase", "") in GROUPS else "",
        guide=told.get("begeleider", ""),
        show=told.get("toon", "") if told.get("toon", "") in SHOWN else "",
        by_day=told.get("volgorde") == "dag",
    )
    board = Board(request.institution, asked, timezone.localdate())
    context = {
        "board": board,
        "asked": asked,
        "phases": [(key, label, board.counts[key]) for key, (label, _states) in GROUPS.items()],
        "shown": [(key, label) for key, (label, _wanted) in SHOWN.items()],
    }
    return render(request, "vacancies/training/board.html", context)


@member_required(Permission.SUITABILITY_RECORD)
@never_cache
def next_year(request: MemberRequest) -> HttpResponse:
    """What runs out around the first day of the next school year, and who is ready."""
    year = NextYear(request.institution, timezone.localdate())
    return render(request, "vacancies/training/next_year.html", {"year": year})
