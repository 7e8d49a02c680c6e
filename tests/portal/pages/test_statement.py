from datetime import date

import pytest
from django.utils import timezone

from portal.pages.statement import statement_on

TODAY = date(2026, 8, 31)


@pytest.mark.parametrize(
    ("audit_on", "status"),
    [
        (None, "D"),
        (date(2026, 8, 30), "D"),
        (date(2026, 8, 31), "C"),
        (date(2027, 2, 28), "C"),
        (date(2027, 3, 1), "D"),
    ],
)
def test_status_needs_an_examination_within_six_months(audit_on, status):
    found = statement_on(TODAY, owner="", signed_by="", audit_on=audit_on)

    assert found.status == status
    assert found.audit_on == (audit_on if status == "C" else None)


def test_page_says_who_declares_what(client, db, settings):
    settings.SITE_OWNER = "ROC van Nergens"

    html = client.get("/toegankelijkheid/").content.decode()

    assert "ROC van Nergens" in html
    assert "D: does not comply" in html
    assert "Nobody who may sign for an organisation has signed yet." in html


def test_page_names_the_day_of_the_examination(client, db, settings):
    settings.ACCESSIBILITY_AUDIT_ON = timezone.localdate()

    assert "C: first measures taken" in client.get("/toegankelijkheid/").content.decode()
