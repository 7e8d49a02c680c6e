"""Files of rule constants are held to the law of the form."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.audit.queries import timeline
from accounts.models import User
from tests.desk import page
from tests.vacancies.admin.numbers import NAME, in_days, rows, today
from tests.vacancies.admin.test_reference import imported
from vacancies.models import RuleConstant
from vacancies.moderation import actions
from vacancies.moderation.actions import NewNumber

pytestmark = pytest.mark.django_db

HEAD = "name,value,unit,valid_from,valid_to,source_title,source_url,confirm_code\n"


def line(value: str, first: Any, last: Any = "", unit: str = "", source: str = "WEB 4.2.1") -> str:
    return f"{NAME},{value},{unit},{first},{last},{source},,\n"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (lambda: line("7", "2021-01-01"), "so its value stays"),
        (lambda: line("6", "2021-01-01", unit="lessons"), "so its unit stays"),
        (lambda: line("6", "2021-01-01", in_days(-1)), "The last day is"),
        (lambda: line("5", "2020-06-01", "2020-12-31"), "The first day is"),
        (lambda: line("8", today()), "The first day is"),
        (lambda: line("8", in_days(1)), "overlap"),
        (lambda: line("6", "2021-01-01", in_days(5)) + line("8", in_days(9)), "without a row"),
        (lambda: line("6", "2021-01-01", in_days(5)) + line("x", in_days(6)), "Write a number"),
        (lambda: line("6", "2021-01-01", in_days(5)) + line("8", "soon"), "could not be parsed"),
        (lambda: line("8", in_days(9)).replace(NAME, "moon_phase"), "No rule of this site reads"),
    ],
)
def test_a_file_is_held_to_the_same_law(
    desk: Client, now: RuleConstant, lines: Any, told: str
) -> None:
    before = rows()

    answer = imported(desk, RuleConstant, HEAD + lines())

    assert told in answer
    assert rows() == before
    assert RuleConstant.objects.count() == 2


def test_a_file_replaces_a_number_whatever_the_order_of_its_lines(
    desk: Client, now: RuleConstant, mo: User
) -> None:
    lines = line("8", in_days(6)) + line("7", in_days(4), in_days(5))
    lines += line("6", "2021-01-01", in_days(3))

    imported(desk, RuleConstant, HEAD + lines)

    assert rows()[1:] == [
        ("6", date(2021, 1, 1), in_days(3)),
        ("7", in_days(4), in_days(5)),
        ("8", in_days(6), None),
    ]
    made = RuleConstant.objects.get(value="8")
    assert (made.confirm_code, made.history.get().history_user) == ("new", mo)
    assert timeline(made)[0].verb == "constant.added"


def test_a_file_does_not_settle_what_is_to_be_confirmed(desk: Client, now: RuleConstant) -> None:
    RuleConstant.objects.filter(pk=now.pk).update(confirm_code="C2")

    imported(desk, RuleConstant, HEAD + line("6", "2021-01-01", source="WEB 4.2.1 lid 6"))

    now.refresh_from_db()
    assert (now.source_title, now.confirm_code) == ("WEB 4.2.1 lid 6", "C2")


def test_an_export_can_be_imported_and_changes_nothing(desk: Client, later: RuleConstant) -> None:
    before = rows()
    exported = desk.post(page(RuleConstant, "export"), {"format": "0", "resource": ""})

    imported(desk, RuleConstant, exported.content.decode())

    assert rows() == before
    assert later.history.count() == 1


def test_a_file_that_became_wrong_before_its_yes_is_refused_whole(
    desk: Client, now: RuleConstant, mo: User
) -> None:
    lines = line("6", "2021-01-01", in_days(5)) + line("8", in_days(6))
    file = SimpleUploadedFile("rows.csv", (HEAD + lines).encode(), "text/csv")
    preview = desk.post(page(RuleConstant, "import"), {"import_file": file, "format": "0"})
    confirm = preview.context["confirm_form"].initial
    actions.replace_constant(now, NewNumber("9", in_days(2), "Stcrt"), by=mo)
    before = rows()

    told = desk.post(page(RuleConstant, "process_import"), confirm, follow=True)

    assert "Nothing is imported" in told.content.decode()
    assert rows() == before
