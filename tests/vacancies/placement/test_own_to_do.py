"""What an offer or placement asks of the professional, in the list of everything."""

from tests.vacancies.placement.conftest import in_days, next_september
from vacancies.employers import actions as employers
from vacancies.placement import actions, panels


def to_do(person):
    return list(panels.own_to_do(person))


def test_an_offer_is_to_be_answered(offered, anna):
    (todo,) = to_do(anna)

    assert (todo.text, todo.due_on, todo.rank) == ("Answer the offer", in_days(1), panels.ANSWER)
    assert todo.about.endswith(offered.application.vacancy.title)
    assert str(offered.public_id) in todo.url


def test_after_the_yes_what_only_the_person_can_arrange(accepted, anna):
    (todo,) = to_do(anna)

    assert todo.due_on == next_september()
    assert todo.text.startswith("Arrange ")
    assert todo.url.endswith("#lijst")


def test_an_employer_that_was_asked_is_no_more_to_arrange(accepted, anna):
    (before,) = to_do(anna)
    ask = employers.Ask(
        employer="Lasbedrijf Kuiper",
        contact_name="Jan Kuiper",
        contact_email="jan@lasbedrijf.example",
        scope="side_work",
    )
    employers.ask(accepted, ask=ask, by=anna.user)

    (after,) = to_do(anna)

    assert (before.text, after.text) != (after.text, before.text)


def test_who_has_everything_or_started_has_nothing_to_do(started, anna):
    assert to_do(anna) == []


def test_all_that_is_arranged_is_silent(today_accepted, lawful, anna):
    lawful()
    actions.tell_hours(today_accepted, has_other=False, hours=None, by=anna.user)

    assert to_do(anna) == []
