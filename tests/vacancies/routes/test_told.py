"""A verdict as a person or a school reads it: heading, sentence, lists, budget, clocks, source."""

from datetime import date
from decimal import Decimal

import pytest

from tests.vacancies.routes.spoken import CLOCKS, LIMIT, OVER, START, dutch, with_value
from vacancies.codes import Need, Route
from vacancies.routes import words
from vacancies.routes.facts import Block, Function
from vacancies.routes.verdict import Limit, Reason, Remedy, Status, Verdict
from vacancies.routes.words.voice import Voice


def test_a_possible_route_is_left_to_the_school(book):
    verdict = Verdict(Route.GUEST_TEACHER_SIX_HOURS, Status.OPEN)

    person, school = dutch(verdict, book), dutch(verdict, book, Voice.SCHOOL)

    assert person.heading == "Dit kan nu"
    assert person.summary == "Een mogelijke route voor jou. De school beoordeelt."
    assert school.summary == "Een mogelijke route. Jouw school beoordeelt en beslist."


def test_what_is_missing_is_counted_by_who_acts(book):
    verdict = Verdict(
        Route.GUEST_TEACHER_SIX_HOURS,
        Status.OPEN_IF,
        missing_person=(Need.VOG_OK,),
        missing_school=(Need.NAMED_TEACHER,),
        board_judges=(Need.SPECIFIC_KNOWLEDGE_JUDGED,),
    )

    said = dutch(verdict, book)

    assert said.heading == "Dit kan als …"
    assert said.summary.endswith("Nog nodig: 1 ding van jou en 2 van de school.")
    assert [one.need for one in said.missing] == [
        Need.VOG_OK,
        Need.NAMED_TEACHER,
        Need.SPECIFIC_KNOWLEDGE_JUDGED,
    ]


def test_what_both_sign_is_listed_once(book):
    both = (Need.EFFORT_STATEMENT,)
    verdict = Verdict(
        Route.TEMPORARY_EXEMPTION_TEACHER,
        Status.OPEN_IF,
        missing_person=both,
        missing_school=both,
    )

    assert [one.need for one in dutch(verdict, book).missing] == [Need.EFFORT_STATEMENT]


def test_a_closed_route_says_why_in_one_sentence(book):
    verdict = Verdict(
        Route.SUITABILITY_WITH_PDG,
        Status.CLOSED,
        missing_person=(Need.PRACTICE_YEARS, Need.PDG),
        opens_on=date(2027, 12, 1),
    )

    said = dutch(verdict, book)

    assert said.line == (
        "Dit kan nog niet, want je hebt minstens 3\xa0jaar praktijk nodig in het beroep waarover"
        " je lesgeeft, en je hebt het PDG nodig, het getuigschrift van een opleiding in lesgeven."
    )
    assert said.opens_on == "Dit kan op z'n vroegst vanaf 1\xa0december\xa02027."


@pytest.mark.parametrize(
    ("need", "heading"),
    [
        (Need.TEACHER_DIPLOMA, "Dit kan nog niet, want …"),
        (Need.AVG_HOURS, "Dit kan zo niet, want …"),
        (Need.NOT_EXCLUDED, "Dit kan niet, want …"),
    ],
)
def test_the_heading_says_whether_it_can_change(book, need, heading):
    verdict = Verdict(Route.QUALIFIED_TEACHER, Status.CLOSED, missing_person=(need,))

    assert dutch(verdict, book).heading == heading


def test_a_route_that_is_not_needed_says_so(book):
    verdict = Verdict(
        Route.SUITABILITY_IN_TRAINING,
        Status.CLOSED,
        missing_person=(Need.NO_TEACHER_DIPLOMA,),
        reason=Reason.NOT_NEEDED,
    )

    assert dutch(verdict, book).line == (
        "Dit kan niet, want je hebt deze route niet nodig: je hebt al een lerarendiploma of"
        " erkenning."
    )


def test_the_budget_is_a_sentence(book):
    verdict = Verdict(Route.GUEST_TEACHER_SIX_HOURS, Status.OPEN, limit=LIMIT)

    limit = dutch(verdict, book).limit

    assert limit.sentence == "200 van de 240 klokuren per jaar; 40 over"
    assert limit.explanation.startswith(
        "Gemiddeld 6 klokuren per week: 6\xa0×\xa040\xa0weken = 240."
    )
    assert limit.remedy == ""
    assert not limit.is_over


def test_too_many_hours_come_with_a_way_out(book):
    remedies = (Remedy(week_hours=Decimal("6.0")), Remedy(weeks=34, hours_year=Decimal(238)))
    verdict = Verdict(Route.GUEST_TEACHER_SIX_HOURS, Status.CLOSED, limit=OVER, remedies=remedies)

    limit = dutch(verdict, book).limit

    assert limit.rest == "40 te veel"
    assert limit.remedy.replace("\xa0", " ") == (
        "Dan past het: hooguit 6 uur per week, of 34 weken (238 klokuren)."
    )


def test_weeks_that_are_not_whole_are_not_shown_as_a_sum(book):
    odd = Limit(Decimal(200), Decimal(100), Decimal(100))
    verdict = Verdict(Route.GUEST_TEACHER_SIX_HOURS, Status.OPEN, limit=odd)

    assert "×" not in dutch(verdict, book).limit.explanation


def test_an_empty_remedy_is_not_said(book):
    verdict = Verdict(
        Route.GUEST_TEACHER_SIX_HOURS, Status.CLOSED, limit=OVER, remedies=(Remedy(weeks=0),)
    )

    assert dutch(verdict, book).limit.remedy == ""


def test_two_clocks_and_which_comes_first(book):
    verdict = Verdict(Route.SUITABILITY_IN_TRAINING, Status.OPEN, **CLOCKS)

    term = dutch(verdict, book, block=Block(Function.TEACHER, start_on=START)).term

    assert [text.replace("\xa0", " ") for text in term.sentences] == [
        "Loopt tot en met 31 juli 2028.",
        "Haal je PDG uiterlijk op 3 januari 2029.",
        "Verlengen kan tot en met 31 juli 2030.",
    ]
    assert (
        term.first.replace("\xa0", " ") == "Het einde van de periode komt het eerst: 31 juli 2028."
    )
    assert [tick.is_first for tick in term.ticks] == [True, False, False]


@pytest.mark.parametrize(
    ("ends_on", "first"),
    [
        (date(2029, 7, 31), "De afspraak over het PDG komt het eerst: 3 januari 2029."),
        (
            date(2029, 1, 3),
            "De periode en de afspraak over het PDG eindigen op dezelfde dag: 3 januari 2029.",
        ),
    ],
)
def test_the_agreement_on_the_pdg_can_come_first(book, ends_on, first):
    clocks = CLOCKS | {"ends_on": ends_on}
    verdict = Verdict(Route.SUITABILITY_IN_TRAINING, Status.OPEN_IF, **clocks)

    assert dutch(verdict, book).term.first.replace("\xa0", " ") == first


def test_the_months_of_the_picture(book):
    verdict = Verdict(
        Route.TEMPORARY_EXEMPTION_TEACHER,
        Status.OPEN,
        ends_on=date(2027, 1, 3),
        extendable_to=date(2027, 3, 3),
    )
    block = Block(Function.TEACHER, start_on=date(2026, 10, 4))

    years = dutch(verdict, book, block=block).term.years

    assert years == (
        words.YearOfClock(
            label="2026–27",
            stages=(
                *("", ""),
                *("passed", "now", "coming", "coming", "extension", "extension"),
                *("", "", "", ""),
            ),
            ends=(5, 7),
        ),
    )


def test_a_route_without_an_end_has_no_clocks(book):
    assert dutch(Verdict(Route.QUALIFIED_TEACHER, Status.OPEN), book).term is None


def test_the_source_is_written_out_with_its_date(book):
    source = dutch(Verdict(Route.GUEST_TEACHER_SIX_HOURS, Status.OPEN), book).source

    assert source.label.replace("\xa0", " ") == (
        "Wet educatie en beroepsonderwijs (WEB), artikel 4.2.1 lid 6. Tekst van 1 januari 2026."
    )
    assert source.confirm == "te bevestigen (C2, C3, C33)"


def test_a_confirmed_number_is_no_longer_to_be_confirmed():
    seen = with_value(
        "guest_teaching_weeks", "40", is_confirmed=True, confirmed_on=date(2026, 11, 1)
    )

    source = dutch(Verdict(Route.GUEST_TEACHER_SIX_HOURS, Status.OPEN), seen).source

    assert source.codes == ("C2", "C33")
