"""Every outcome of every demand as the two readers see it."""

from datetime import date, timedelta

import pytest

from accounts.enums import DutchLevel, EmploymentForm, FunctionKind, Level, mask_of
from accounts.models import Availability
from portal.kit import dayparts
from tests import factories
from vacancies.enums import Strength
from vacancies.matching import queries

STARTS = date(2027, 1, 4)
INSTRUCTOR = mask_of(FunctionKind, [FunctionKind.INSTRUCTOR])
LENT = mask_of(EmploymentForm, [EmploymentForm.SECONDMENT_COMPANY])


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a, starts_on=STARTS)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def reason_of(vacancy, professional, key, strength=None):
    found = queries.explain(vacancy, professional).reasons
    return next(one for one in found if one.key == key and strength in (None, one.strength))


def said(reason) -> tuple[str, str, str, str]:
    return reason.state, plain(reason.text), plain(reason.fact), plain(reason.hr_text)


def demand(vacancy, kind, value, strength=Strength.MUST):
    return factories.RequirementFactory(vacancy=vacancy, kind=kind, value=value, strength=strength)


@pytest.mark.parametrize(
    ("key", "change", "expected"),
    [
        ("function", {}, ("met", "you look for work as guest teacher.", "", "looks for work as guest teacher.")),
        ("function", {"functions_mask": INSTRUCTOR}, ("missing", "the school looks for something else: guest teacher. You did not choose that.", "You: instructor.", "does not look for work as guest teacher.")),
        ("function", {"functions_mask": 0}, ("unknown", "your profile does not say what you want to do at school.", "", "the profile does not say which function this person looks for.")),
        ("domain", {}, ("met", "your trade belongs here: Technology and process industry.", "", "the trade belongs here: Technology and process industry.")),
        ("domain", {"domains": []}, ("unknown", "your profile does not name a domain yet.", "", "the profile does not name a domain.")),
        ("hours", {}, ("met", "5 clock hours a week fits.", "You: 2 to 8 clock hours.", "5 clock hours a week fits.")),
        ("hours", {"hours_min": 1, "hours_max": 1}, ("missing", "the school asks 5 clock hours a week. That is not what you want.", "You: 1 clock hour.", "5 clock hours a week is not what this person wants.")),
        ("hours", {"hours_min": None}, ("unknown", "your profile does not say how many hours you want. Asked: 5 clock hours a week.", "", "the profile does not say how many hours. Asked: 5 clock hours a week.")),
        ("period", {}, ("met", "you can start on 4 January 2027.", "", "can start on 4 January 2027.")),
        ("period", {"available_from": date(2027, 1, 5)}, ("missing", "it starts on 4 January 2027. You can from 5 January 2027.", "", "it starts on 4 January 2027. This person can from 5 January 2027.")),
        ("period", {"available_until": STARTS + timedelta(weeks=19)}, ("missing", "it lasts at least until 24 May 2027. You can until 17 May 2027.", "", "it lasts at least until 24 May 2027. This person can until 17 May 2027.")),
        ("period", {"available_from": None}, ("unknown", "your profile does not say from when you can start.", "", "the profile does not say from when this person can start.")),
        ("distance", {}, ("met", "less than 1 km from your home. You travel up to 25 km.", "", "less than 1 km away. Travels up to 25 km.")),
        ("distance", {"max_distance_km": None}, ("unknown", "your profile does not say where you live or how far you travel.", "", "the profile does not say from where, or how far, this person travels.")),
        ("employment", {}, ("met", "it can be done the way you want: own contract with the school.", "", "one form in common: own contract with the school.")),
        ("employment", {"employment_mask": LENT}, ("missing", "the school offers another form: own contract with the school.", "You: lent by the own company.", "wants another form than own contract with the school.")),
        ("employment", {"employment_mask": 0}, ("unknown", "your profile does not say how you want to be employed.", "", "the profile does not say which form of employment this person wants.")),
        ("level", {}, ("met", "no education level is asked.", "", "no education level is asked.")),
        ("experience", {}, ("met", "no years in the trade are asked.", "", "no years in the trade are asked.")),
        ("language", {}, ("met", "no level of Dutch is asked.", "", "no level of Dutch is asked.")),
        ("competence", {}, ("met", "no particular skills are asked.", "", "no particular skills are asked.")),
        ("fixed_day_parts", {}, ("met", "no day-part is fixed.", "", "no day-part is fixed.")),
    ],
)  # fmt: skip
def test_sentences(vacancy, key, change, expected):
    person = factories.ProfessionalFactory(**change)

    assert said(reason_of(vacancy, person, key)) == expected


def test_another_domain(vacancy):
    care = factories.DomainFactory(code="care", name_en="Care and welfare", bit=7)
    person = factories.ProfessionalFactory(domains=[care])

    assert said(reason_of(vacancy, person, "domain")) == (
        "missing",
        "the vacancy belongs to another domain: Technology and process industry.",
        "You: Care and welfare.",
        "comes from another domain than Technology and process industry.",
    )


def test_too_far(vacancy):
    place = factories.PlaceFactory(name="Hattem", latitude=52.4750, longitude=6.0640)
    person = factories.ProfessionalFactory(place=place, max_distance_km=4)

    assert said(reason_of(vacancy, person, "distance"))[:2] == (
        "missing",
        "5 km from your home. That is farther than your 4 km.",
    )


def test_a_vacancy_without_location(school_a):
    vacancy = factories.VacancyFactory(locations=[])
    explanation = queries.explain(vacancy, factories.ProfessionalFactory())

    reason = next(one for one in explanation.reasons if one.key == "distance")
    assert reason.text == "the vacancy does not say where it is."
    assert explanation.distance_m is None


@pytest.mark.parametrize(
    ("free", "needed", "shared", "expected"),
    [
        ("tuesday_afternoon thursday_evening", 2, False, ("met", "you are free on 2 of the 4 day-parts asked. More is not needed.")),
        ("monday_evening tuesday_afternoon thursday_evening", 2, False, ("met", "you are free on 3 of the 4 day-parts asked. 2 is enough.")),
        ("monday_evening tuesday_afternoon thursday_evening friday_afternoon", 2, False, ("met", "you are free on all 4 day-parts that are asked.")),
        ("tuesday_afternoon", 2, False, ("missing", "you are free on 1 of the 4 day-parts asked. At least 2 are needed.")),
        ("tuesday_afternoon", 2, True, ("partly", "you are free on 1 of the 4 day-parts asked. Somebody else may do the rest.")),
        ("", 2, False, ("unknown", "your week is still empty. The school asks Monday evening, Tuesday afternoon, Thursday evening and Friday afternoon.")),
    ],
)  # fmt: skip
def test_sentences_about_day_parts(vacancy, free, needed, shared, expected):
    vacancy.day_parts_needed, vacancy.may_be_shared = needed, shared
    vacancy.save()
    person = factories.ProfessionalFactory(day_parts=free)

    assert said(reason_of(vacancy, person, "day_parts"))[:2] == expected


@pytest.mark.parametrize(
    ("fixed", "expected"),
    [
        ("tuesday_afternoon", ("met", "what is fixed suits you: Tuesday afternoon.", "free on what is fixed: Tuesday afternoon.")),
        ("tuesday_afternoon friday_afternoon", ("missing", "this is fixed and you are not free then: Friday afternoon.", "this is fixed and not free: Friday afternoon.")),
    ],
)  # fmt: skip
def test_sentences_about_fixed_day_parts(vacancy, fixed, expected):
    vacancy.fixed_mask = dayparts.parse(fixed)
    vacancy.save()

    reason = reason_of(vacancy, factories.ProfessionalFactory(), "fixed_day_parts")

    assert (reason.state, reason.text, reason.hr_text) == expected


def test_fixed_day_parts_and_an_empty_week(vacancy):
    vacancy.fixed_mask = dayparts.parse("tuesday_afternoon")
    vacancy.save()
    person = factories.ProfessionalFactory()
    Availability.objects.all().delete()

    reason = reason_of(vacancy, person, "fixed_day_parts")

    assert (reason.state, reason.text) == (
        "unknown",
        "your week is still empty. This is fixed: Tuesday afternoon.",
    )


@pytest.mark.parametrize(
    ("kind", "value", "strength", "change", "expected"),
    [
        ("level", 4, "must", {}, ("met", "your education is high enough: at least mbo 4, havo or vwo.", "You: mbo 4, havo or vwo.")),
        ("level", 6, "must", {}, ("missing", "asked: hbo or university bachelor.", "You: mbo 4, havo or vwo.")),
        ("level", 6, "wish", {}, ("missing", "a wish of the school: hbo or university bachelor.", "You: mbo 4, havo or vwo.")),
        ("level", 4, "must", {"level": None}, ("unknown", "your profile says nothing about your education. Asked: mbo 4, havo or vwo.", "")),
        ("level", 4, "learn", {"level": Level.NLQF_2}, ("learn", "mbo 4, havo or vwo: you may still work on that here.", "")),
        ("experience", 3, "must", {}, ("met", "you worked in the trade for at least 3 years.", "You: 12 years.")),
        ("experience", 3, "must", {"years_experience": 1}, ("missing", "3 years in the trade is asked.", "You: 1 year.")),
        ("experience", 3, "wish", {"years_experience": 0}, ("missing", "3 years in the trade is a wish.", "You: 0 years.")),
        ("experience", 3, "must", {"years_experience": None}, ("unknown", "your profile does not say how long you work in the trade. Asked: 3 years.", "")),
        ("experience", 3, "learn", {}, ("learn", "3 years in the trade: you build that up here.", "")),
        ("language", 4, "must", {}, ("met", "your Dutch is good enough: at least B2.", "You: B2.")),
        ("language", 5, "must", {}, ("missing", "Dutch at level C1 is asked.", "You: B2.")),
        ("language", 5, "wish", {"dutch_level": DutchLevel.A1}, ("missing", "Dutch at level C1 is a wish.", "You: A1.")),
        ("language", 4, "must", {"dutch_level": None}, ("unknown", "your profile says nothing about your Dutch. Asked: B2.", "")),
        ("language", 4, "learn", {}, ("learn", "Dutch at level B2: you get there on the job.", "")),
    ],
)  # fmt: skip
def test_sentences_about_requirements(vacancy, kind, value, strength, change, expected):
    demand(vacancy, kind, value, strength)
    person = factories.ProfessionalFactory(**change)

    reason = reason_of(vacancy, person, kind)

    assert said(reason)[:3] == expected
    assert (reason.strength, reason.is_asked) == (strength, True)


def test_practice_counts_instead_of_a_level(vacancy):
    vacancy.practice_counts = True
    vacancy.save()
    demand(vacancy, "level", 6)

    reason = reason_of(vacancy, factories.ProfessionalFactory(), "level")

    assert said(reason)[:3] == (
        "met",
        "your years in the trade count instead of hbo or university bachelor.",
        "You: 12 years.",
    )


@pytest.mark.parametrize(
    ("strength", "held", "expected"),
    [
        ("must", [0, 1], ("met", "you can do this: weld and TIG.", "")),
        ("must", [0], ("missing", "not in your profile: TIG.", "")),
        ("must", [], ("unknown", "your profile does not say what you can do. Asked: weld and TIG.", "")),
        ("wish", [0], ("partly", "you can do 1 of the 2: weld.", "Not in the profile: TIG.")),
        ("wish", [2], ("missing", "not in your profile: weld and TIG.", "")),
        ("learn", [], ("learn", "weld and TIG.", "")),
        ("learn", [0, 1], ("learn", "you can do this already: weld and TIG.", "")),
    ],
)  # fmt: skip
def test_sentences_about_competences(vacancy, strength, held, expected):
    rows = [factories.CompetenceFactory(name_en=name) for name in ("Weld", "TIG", "Bake")]
    for one in rows[:2]:
        factories.RequirementFactory(
            vacancy=vacancy, kind="competence", strength=strength, value=None, competence=one
        )
    person = factories.ProfessionalFactory(competences=[rows[n] for n in held])

    assert said(reason_of(vacancy, person, "competence", strength))[:3] == expected


def test_unknown_says_where_to_fill_it_in_but_not_to_hr(vacancy):
    person = factories.ProfessionalFactory(max_distance_km=None)

    reason = reason_of(vacancy, person, "distance")

    assert (reason.url, reason.action) == ("/mijn/profiel/plaats/", "Fill this in")
    assert (reason.for_hr.url, reason.for_hr.action) == ("", "")


def test_groups_and_the_best_three(vacancy):
    demand(vacancy, "language", 6, "wish")
    demand(vacancy, "experience", 3, "learn")
    explanation = queries.explain(vacancy, factories.ProfessionalFactory())

    assert [one.key for one in explanation.best()] == ["day_parts", "distance", "language"]
    assert [one.key for one in explanation.wishes] == ["language"]
    assert [one.key for one in explanation.learns] == ["experience"]
    assert "fixed_day_parts" not in [one.key for one in explanation.musts]
    assert explanation.reasons[0].sentence == "You look for work as guest teacher."


def test_a_draft_can_be_explained(school_a):
    draft = factories.DraftFactory(
        institution=school_a,
        function_kind="",
        day_parts_mask=0,
        day_parts_needed=None,
        hours_min=None,
        hours_max=None,
        starts_on=None,
        employment_mask=0,
        domains=[],
        locations=[],
    )

    explanation = queries.explain(draft, factories.ProfessionalFactory())

    assert not explanation.fits
    assert all(reason.text and reason.hr_text for reason in explanation.reasons)
