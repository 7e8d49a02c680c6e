"""Anybody may say that something is wrong with a vacancy."""

from django.db import transaction

from accounts.audit import actions as audit
from vacancies.models import Report, Vacancy


@transaction.atomic
def report(vacancy: Vacancy, *, reason: str, text: str = "") -> Report:
    """Keep a report for the moderators, without a trace of who made it."""
    row = Report.objects.create(vacancy=vacancy, reason=reason, text=text)
    audit.record("vacancy.reported", vacancy, by=None, detail={"reason": reason})
    return row
