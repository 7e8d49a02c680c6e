"""What one change opens is what matching anew with the changed offer would find."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.enums import DutchLevel, EmploymentForm, FunctionKind
from portal.kit import dayparts
from tests.vacancies.matching.pairs_of_facts import ask, competent, offer
from tests.vacancies.matching.test_sql_is_python import asks, offers, routes
from vacancies.matching import unlock
from vacancies.matching.criteria import ALWAYS, BITS, fits
from vacancies.matching.scoring import score
from vacancies.matching.sides import Ask, Offer
from vacancies.matching.unlock import Change, Gain, Kind, Near

TRAINING = (Kind.TRAINING, "pdg")
VOG = (Kind.PAPER, "vog")
ways = st.dictionaries(st.sampled_from([TRAINING, VOG]), st.tuples(routes, routes))
kind_asks = st.one_of(
    asks.map(lambda drawn: ask_of(**drawn)),
    st.builds(  # nearer to the offers than chance brings
        lambda change: ask(**change),
        st.fixed_dictionaries(
            {},
            optional={
                "day_parts_mask": st.integers(0, dayparts.FULL_WEEK),
                "day_parts_enough": st.sampled_from([1, 2, 3]),
                "fixed_mask": st.integers(0, 0b111),
                "x1": st.sampled_from([200_000, 230_000, 245_000, 250_000]),
                "hours_min": st.sampled_from([-1, 50, 60, 70]),
                "dutch_min": st.sampled_from([0, 4, 5, 6]),
                "function_mask": st.sampled_from([1, 2, 4, 64]),
                "employment_mask": st.integers(0, 127),
                "level_min": st.sampled_from([0, 4, 5]),
                "must_competences": st.frozensets(st.integers(0, 2)),
                "routes_mask": routes,
                "routes_help_mask": routes,
            },
        ),
    ),
)
near_offers = st.builds(
    lambda change: offer(**change),
    st.fixed_dictionaries(
        {},
        optional={
            "day_parts_mask": st.integers(0, dayparts.FULL_WEEK),
            "max_distance_m": st.sampled_from([-1, 25_000, 290_000, 300_000]),
            "hours_max": st.sampled_from([-1, 50, 390, 400]),
            "hours_min": st.sampled_from([10, 20, 80, 100, 9_999]),
            "dutch": st.integers(0, 6),
            "competences": st.frozensets(st.integers(0, 2)),
        },
    ),
)


def ask_of(**drawn) -> Ask:
    x, second, shared = drawn.pop("x"), drawn.pop("second"), drawn.pop("shared")
    musts, wishes = drawn.pop("musts"), drawn.pop("wishes")
    return ask(
        **drawn,
        day_parts_enough=1 if shared else drawn["day_parts_needed"],
        x1=x,
        more_locations=int(second is not None),
        x2=x if second is None else second,
        must_competences=musts,
        wish_competences=wishes - musts,
        competence_musts=len(musts),
        competence_wishes=len(wishes - musts),
    )


def near_of(asked: list[Ask], person: Offer) -> list[Near]:
    return [
        Near(number, one.starts_on, one, unlock.failed_musts(one, person))
        for number, one in enumerate(asked)
    ]


def gains_of(person: Offer, *asked: Ask, ways=()) -> list[Gain]:
    return unlock.gains(person, near_of(list(asked), person), dict(ways))


def keys(gains: list[Gain]) -> dict[str, tuple[int, ...]]:
    return {gain.change.key: gain.vacancies for gain in gains}


def every_change(person: Offer, asked: list[Ask], ways) -> list[Change]:
    """The changes without any shortcut: also each competence that anybody asks."""
    asked_for = frozenset().union(*(one.must_competences for one in asked)) - person.competences
    return [
        *unlock.changes_of(person, ways),
        *(
            Change(
                Kind.COMPETENCE,
                str(pk),
                lambda o, pk=pk: replace(o, competences=o.competences | {pk}),
            )
            for pk in asked_for
        ),
    ]


@settings(max_examples=400, deadline=None)
@given(st.lists(kind_asks, max_size=12), st.one_of(offers, near_offers), ways)
def test_the_answer_is_what_matching_anew_would_find(asked, person, masks):
    person = replace(person, hidden_from=frozenset())
    found = {key: set(opened) for key, opened in keys(gains_of(person, *asked, ways=masks)).items()}

    wanted = {}
    for change in every_change(person, asked, masks):
        changed = change.apply(person)
        new = {n for n, one in enumerate(asked) if fits(one, changed) and not fits(one, person)}
        wanted[change.key] = new
    farther = wanted.get("afstand-25"), wanted.get("afstand-10")
    if None not in farther and len(farther[0]) == len(farther[1]):
        del wanted["afstand-25"]

    assert found == {key: new for key, new in wanted.items() if new}


@settings(max_examples=100, deadline=None)
@given(st.lists(kind_asks, max_size=12), near_offers, ways)
def test_the_biggest_gain_comes_first_and_the_best_vacancy_in_it(asked, person, masks):
    found = gains_of(person, *asked, ways=masks)

    assert [len(gain) for gain in found] == sorted((len(gain) for gain in found), reverse=True)
    for gain in found:
        changed = gain.change.apply(person)
        order = [(-score(asked[n], changed), -asked[n].starts_on, n) for n in gain.vacancies]
        assert order == sorted(order)


def test_one_day_part_more():
    wednesday = dayparts.parse("wednesday_afternoon")
    person = offer(day_parts_mask=dayparts.parse("tuesday_afternoon"))
    both = ask(day_parts_mask=person.day_parts_mask | wednesday)
    fixed = replace(both, fixed_mask=wednesday)

    (gain,) = gains_of(person, both, fixed)

    assert (gain.change.key, gain.vacancies) == ("dagdeel-7", (0, 1))
    assert gain.change.apply(person).day_parts_mask == person.day_parts_mask | wednesday


def test_two_things_missing_are_no_single_change():
    far = ask(x1=230_000, hours_min=60)

    assert gains_of(offer(), far) == []


def test_what_nobody_can_change_with_one_tap_is_left_out():
    assert gains_of(offer(), ask(domains_mask=1), ask(level_min=6), ask(until_on=10**7)) == []


def test_a_longer_way_is_told_only_where_it_opens_more():
    near, far = ask(x1=233_000), ask(x1=248_000)

    assert keys(gains_of(offer(), near)) == {"afstand-10": (0,)}
    assert keys(gains_of(offer(), near, far)) == {"afstand-25": (0, 1), "afstand-10": (0,)}


@pytest.mark.parametrize(
    ("person", "asked", "key"),
    [
        ({"hours_max": 50}, {"hours_min": 70}, "uren-meer-2"),
        ({"hours_min": 100, "hours_max": 200}, {"hours_min": 50}, "uren-minder-2"),
        ({}, {"function_mask": 1 << 6}, "functie-6"),
        ({}, {"employment_mask": 1 << 4}, "dienstverband-4"),
        ({}, {"dutch_min": 5}, "nederlands-5"),
        (
            {"competences": frozenset({1})},
            {"must_competences": frozenset({1, 2}), "competence_musts": 2},
            "vaardigheid-2",
        ),
    ],
)
def test_each_kind_of_change(person, asked, key):
    assert keys(gains_of(offer(**person), ask(**asked))) == {key: (0,)}


def test_two_competences_missing_are_no_single_change():
    assert gains_of(offer(), competent({1, 2}, set())) == []


def test_a_paper_and_training_open_what_their_routes_open():
    closed = ask(routes_mask=0b1000, routes_help_mask=0b1000)
    masks = {TRAINING: (0b000001, 0b101000), VOG: (0b000001, 0b100000)}

    assert keys(gains_of(offer(), closed, ways=masks)) == {"opleiding-pdg": (0,)}


@pytest.mark.parametrize(
    "untold",
    [{"max_distance_m": -1}, {"hours_max": -1}, {"hours_min": 9_999}, {"dutch": 0}],
)
def test_what_is_not_told_is_an_answer_and_no_change(untold):
    kinds = {"max_distance_m": "afstand", "hours_max": "uren-meer", "hours_min": "uren-minder"}
    kind = kinds.get(next(iter(untold)), "nederlands")

    assert kind not in {one.kind for one in unlock.changes_of(offer(**untold), {})}


def test_changes_end_where_a_profile_ends():
    most = offer(max_distance_m=300_000, hours_max=400, hours_min=10, dutch=6)

    ended = {Kind.DISTANCE, Kind.HOURS_MORE, Kind.HOURS_LESS, Kind.DUTCH}
    assert not ended & {one.kind for one in unlock.changes_of(most, {})}


def test_a_demand_that_is_a_wish_needs_no_change():
    wish = ask(must_mask=ALWAYS, dutch_min=6)

    assert gains_of(offer(), wish) == []


def test_the_bits_are_those_of_the_profile():
    assert len(FunctionKind) == unlock.FUNCTIONS
    assert len(EmploymentForm) == unlock.EMPLOYMENT_FORMS
    assert max(DutchLevel) == unlock.BEST_DUTCH
    assert BITS["domain"] & unlock.TOUCHED == 0
    assert sum({*unlock.TOUCHES.values()}) == unlock.TOUCHED
