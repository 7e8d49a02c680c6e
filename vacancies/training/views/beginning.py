"""Propose a trajectory, from an application whose yes stands."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.identity.gates import UserRequest
from portal.kit.forms import sent_in
from vacancies.lifecycles import Side
from vacancies.models import Application
from vacancies.routes.book import rule_book
from vacancies.routes.calendar import plus_years, study_year_of
from vacancies.training import actions, queries
from vacancies.training.errors import RefusedError
from vacancies.training.forms import BeginForm


def begin_page(request: UserRequest, application: Application, side: Side) -> HttpResponse:
    """What it is, from which day; with one there already, that one."""
    name = "trajectory" if side == Side.SCHOOL else "my_trajectory_at"
    there = queries.at_school(application.professional, application.vacancy.institution)
    if there:
        return redirect(name, there.public_id)
    form = BeginForm(_first_day(application), sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            day = form.cleaned_data["starts_on"]
            row = actions.begin(application, starts_on=day, side=side, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        except PermissionDenied as error:
            raise Http404 from error
        else:
            return redirect(name, row.public_id)
    context = {"form": form, "application": application, "is_school": side == Side.SCHOOL}
    return render(request, "vacancies/training/begin.html", context)


def _first_day(application: Application) -> date:
    """Of the placement, of the vacancy, or of the next study year."""
    placement = application.placements.order_by("-pk").first()
    asked = placement.starts_on if placement else application.vacancy.starts_on
    today = timezone.localdate()
    begins = rule_book().month_day("study_year_start", today)
    return asked or plus_years(study_year_of(today, begins), 1)
