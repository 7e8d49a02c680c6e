"""Constants of the law from the files: no answer of before changes, and a late site still starts."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from portal.reference.files import BadFileError
from portal.reference.loading import load_all
from tests.portal.reference.conftest import Rewrite
from vacancies.models import RuleConstant
from vacancies.moderation import actions
from vacancies.moderation.actions import NewNumber

pytestmark = pytest.mark.django_db

FILE = "vacancies/reference/rule_constants.csv"
NAME = "guest_teaching_weeks"
ROW = "guest_teaching_weeks,40,weeks,2021-01-01,,"


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def rows() -> list[tuple[str, date, date | None]]:
    found = RuleConstant.objects.filter(name=NAME).order_by("valid_from")
    return list(found.values_list("value", "valid_from", "valid_to"))


def followed(value: str, first: date) -> str:
    """The row of the file, ended, and the next."""
    ended = ROW[:-1] + f"{first - timedelta(days=1)},"
    return f"{ended}HTO,,C3\n{NAME},{value},weeks,{first},,"


def refused(root: Path) -> tuple[str, ...]:
    return load_all(root)[-1].refused


def test_a_new_number_in_the_file_follows_the_old(files: Path, rewrite: Rewrite) -> None:
    load_all(files)
    rewrite(FILE, ROW, followed("38", in_days(1)))

    assert refused(files) == ()
    assert rows() == [("40", date(2021, 1, 1), in_days(0)), ("38", in_days(1), None)]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (lambda: ROW.replace("40", "38"), "2021-01-01, value: This row has begun"),
        (lambda: ROW.replace(",weeks", ",lessons"), "2021-01-01, unit: This row has begun"),
        (lambda: ROW[:-1] + f"{in_days(-1)},", "2021-01-01, valid_to: The last day is"),
        (lambda: followed("38", in_days(0)), "valid_from: The first day is"),
        (lambda: ROW.replace("2021", "2020"), "2020-01-01, valid_from: The first day is"),
    ],
)
def test_a_file_cannot_change_what_was_answered(
    files: Path, rewrite: Rewrite, after: object, told: str
) -> None:
    load_all(files)
    number = RuleConstant.objects.count()
    rewrite(FILE, ROW, after())  # type: ignore[operator]

    lines = refused(files)

    assert any(f"{NAME}, " in line and told in line for line in lines)
    assert rows() == [("40", date(2021, 1, 1), None)]
    assert RuleConstant.objects.count() == number


def test_what_is_refused_is_told_and_the_rest_is_loaded(
    files: Path, rewrite: Rewrite, settings: object, capsys: pytest.CaptureFixture[str]
) -> None:
    load_all(files)
    rewrite(FILE, ROW, ROW.replace("40", "38"))
    rewrite(FILE, "digitaalvog.nl,https", "Digitaal VOG,https")
    settings.BASE_DIR = files  # type: ignore[attr-defined]

    call_command("load_reference")

    told = capsys.readouterr().out
    assert f"refused: {NAME}, 2021-01-01, value: This row has begun" in told
    assert RuleConstant.objects.get(name="vog_profile").source_title == "Digitaal VOG"
    assert rows() == [("40", date(2021, 1, 1), None)]


def test_a_number_that_a_moderator_replaced_stays(files: Path, rewrite: Rewrite, mo: User) -> None:
    load_all(files)
    row = RuleConstant.objects.get(name=NAME)
    actions.replace_constant(row, NewNumber("36", in_days(5), "Stcrt"), by=mo)
    before = rows()

    assert refused(files) == ()
    assert rows() == before

    rewrite(FILE, ROW, followed("38", in_days(30)))
    assert "overlap" in refused(files)[0]
    assert rows() == before


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (lambda: ROW.replace("40", "forty"), "column value: Write a whole number from 1 to 53."),
        (lambda: ROW.replace(NAME, "moon_phase"), "column name: No rule of this site reads"),
        (lambda: f"{ROW}HTO,,C3\n{NAME},38,weeks,2027-08-01,,", "column valid_to: The rows of"),
        (
            lambda: f"{ROW[:-1]}2026-07-31,HTO,,C3\n{NAME},38,weeks,2027-08-01,,",
            "column valid_to: Between the row of",
        ),
        (lambda: ROW[:-1] + "2020-01-01,", "column valid_to: The last day comes before"),
    ],
)
def test_a_file_that_is_wrong_by_itself_is_not_loaded(
    files: Path, rewrite: Rewrite, after: object, told: str
) -> None:
    rewrite(FILE, ROW, after())  # type: ignore[operator]

    with pytest.raises(BadFileError) as caught:
        load_all(files)

    assert told in str(caught.value)
    assert not RuleConstant.objects.exists()
