from tests.vacancies.matching.conftest import MONDAY, THURSDAY, TUESDAY
from vacancies.codes import Route, mask_of
from vacancies.matching import actions
from vacancies.models import PlannedBlock


def todos(page) -> list[tuple[str, str]]:
    return [(todo.word, todo.text) for todo in page.context["team"].todos]


def letter_of(page, person) -> str:
    seats = page.context["team"].seats
    return next(one.letter.upper() for one in seats if one.row.match.professional_id == person.pk)


def test_who_has_to_be_asked_is_to_do_until_there_is_an_answer(shared, pair, address, as_bram):
    assert ("To do", "invite A and B.") in todos(as_bram.get(address))

    actions.mark_interested(shared, pair[0], by=pair[0].user)
    as_bram.post(f"{address}uitnodigen/", {"met": [pair[1].public_id]})

    page = as_bram.get(address)
    assert ("Done", f"{letter_of(page, pair[0])} said yes.") in todos(page)
    waiting = f"{letter_of(page, pair[1])} is invited. There is no answer yet."
    assert ("Under way", waiting) in todos(page)
    states = [todo.state for todo in page.context["team"].todos]
    assert states == sorted(states, key=["met", "partly", "missing"].index)


def test_what_nobody_covers_is_to_do(address, someone, as_bram):
    someone(MONDAY | TUESDAY | THURSDAY)

    text = "find somebody for what is open, or ask fewer day-parts. Open: Friday afternoon."
    assert ("To do", text) in todos(as_bram.get(address))


def test_what_routes_ask_of_the_school_stands_once_for_all_of_whom_it_is_asked(
    shared, pair, address, as_bram
):
    shared.routes_mask = mask_of([Route.GUEST_TEACHER_SIX_HOURS])
    shared.named_teacher = ""
    shared.save()
    found = todos(as_bram.get(address))

    assert ("To do", "a teacher who stays responsible, for A and B.") in found
    assert ("To do", "give your school's judgement on A and B.") in found

    shared.named_teacher = "M. de Boer"
    shared.save()
    found = todos(as_bram.get(address))

    assert ("Done", "M. de Boer is named as the teacher who stays responsible.") in found
    assert not any("a teacher who stays" in text for _word, text in found)


def test_a_route_is_judged_for_the_hours_of_the_own_part(shared, pair, address, as_bram):
    """Alone the hours of the whole vacancy would be too many for a guest teacher."""
    shared.routes_mask = mask_of([Route.GUEST_TEACHER_SIX_HOURS])
    shared.hours_min, shared.hours_max = 10, 12
    shared.save()

    assert not any("look for a route" in text for _word, text in todos(as_bram.get(address)))


def test_hours_that_are_planned_are_done(shared, pair, address, as_bram):
    PlannedBlock.objects.create(
        vacancy=shared,
        institution=shared.institution,
        professional=pair[0],
        function_kind=shared.function_kind,
        route=Route.GUEST_TEACHER_SIX_HOURS,
        week_hours=4,
        weeks=20,
        starts_on=shared.starts_on,
    )
    page = as_bram.get(address)

    assert ("Done", f"hours are planned for {letter_of(page, pair[0])}.") in todos(page)
