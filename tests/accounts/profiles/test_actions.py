from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.audit.queries import timeline
from accounts.availability.errors import StaleProfileError
from accounts.enums import (
    Category,
    ConsentKind,
    DutchLevel,
    EmploymentForm,
    Frequency,
    FunctionKind,
    Level,
    Visibility,
)
from accounts.models import AuditEvent, Availability, Consent, Professional
from accounts.notifications.queries import frequency_of
from accounts.profiles import actions, hooks, queries
from accounts.profiles.errors import ConsentMissingError, IncompleteProfileError, RoleTakenError
from portal.kit.lifecycle import IllegalTransitionError
from tests.factories import (
    CompetenceFactory,
    DomainFactory,
    InstitutionFactory,
    PlaceFactory,
    ProfessionalFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

TRADE = {"occupation": "Nurse", "domains": (), "competences": (), "years_experience": 3}


@pytest.fixture
def heard(monkeypatch):
    """The professionals of whom a change was told."""
    told = SimpleNamespace(by=[])
    monkeypatch.setattr(hooks.changed, "_listeners", [told.by.append])
    return told.by


def verbs(row) -> list[str]:
    return [event.verb for event in timeline(row)]


def test_create_makes_an_empty_profile_with_an_empty_week():
    user = UserFactory()

    professional = actions.create(user)

    assert professional.visibility == Visibility.DRAFT
    assert professional.occupation == ""
    assert Availability.objects.get().day_parts_mask == 0
    assert verbs(professional) == ["profile.created"]


def test_create_twice_is_the_same_profile():
    user = UserFactory()

    assert actions.create(user) == actions.create(user)
    assert Professional.objects.count() == 1


def test_create_refuses_somebody_of_a_school(bram):
    with pytest.raises(RoleTakenError):
        actions.create(bram)


def test_save_trade_keeps_it_and_tells_it(anna, heard):
    domain, skill = DomainFactory(code="care"), CompetenceFactory()

    actions.save_trade(
        anna,
        by=anna.user,
        version=anna.version,
        occupation="Nurse",
        domains=[domain],
        competences=[skill],
        years_experience=7,
    )

    anna.refresh_from_db()
    assert (anna.occupation, anna.years_experience, anna.version) == ("Nurse", 7, 2)
    assert list(anna.domains.all()) == [domain]
    assert list(anna.competences.all()) == [skill]
    assert heard == [anna]
    event = timeline(anna).get()
    assert event.verb == "profile.trade_saved"
    assert event.actor == anna.user
    assert "Nurse" not in str(event.detail)


def test_the_same_again_changes_nothing(anna, heard):
    saved = actions.save_trade(anna, by=anna.user, version=anna.version, **TRADE)
    again = actions.save_trade(anna, by=anna.user, version=anna.version, **TRADE)

    assert again.version == saved.version == 2
    assert len(heard) == 1


def test_an_old_version_overwrites_nothing(anna, heard):
    actions.save_trade(anna, by=anna.user, version=1, **TRADE)

    with pytest.raises(StaleProfileError) as stale:
        actions.save_trade(anna, by=anna.user, version=1, **(TRADE | {"occupation": "Baker"}))

    anna.refresh_from_db()
    assert anna.occupation == "Nurse"
    assert stale.value.version == 2


@pytest.mark.parametrize("person", ["bram", "carla"])
def test_a_stranger_saves_nothing(anna, person, request):
    stranger = request.getfixturevalue(person)

    with pytest.raises(PermissionDenied):
        actions.save_trade(anna, by=stranger, version=None, **TRADE)

    anna.refresh_from_db()
    assert anna.occupation == "Welder"


def test_save_functions_keeps_what_is_told_and_what_stays_open(anna, heard):
    actions.save_functions(
        anna,
        by=anna.user,
        version=None,
        functions=[FunctionKind.TEACHER, FunctionKind.INSTRUCTOR],
        level=Level.NLQF_6,
        dutch_level=DutchLevel.C1,
        willing_to_train=None,
    )

    anna.refresh_from_db()
    assert anna.functions == [FunctionKind.INSTRUCTOR, FunctionKind.TEACHER]
    assert (anna.level, anna.dutch_level, anna.willing_to_train) == (6, 5, None)
    assert heard == [anna]


def test_save_place_and_employment(anna, heard):
    place = PlaceFactory(name="Meppel")

    actions.save_place(anna, by=anna.user, version=None, place=place, max_distance_km=40)
    actions.save_employment(
        anna, by=anna.user, version=None, employment_forms=[EmploymentForm.PAYROLL]
    )

    anna.refresh_from_db()
    assert (anna.place, anna.max_distance_km) == (place, 40)
    assert anna.employment_forms == [EmploymentForm.PAYROLL]
    assert len(heard) == 2


def test_save_contact_keeps_the_name_with_the_person(anna):
    actions.save_contact(anna, by=anna.user, version=1, name="Anna Wit", phone="06 12345678")

    anna.user.refresh_from_db()
    anna.refresh_from_db()
    assert (anna.user.name, anna.phone, anna.version) == ("Anna Wit", "06 12345678", 2)
    assert "Anna" not in str(AuditEvent.objects.get(verb="profile.contact_saved").detail)


def test_a_new_name_in_an_old_form_is_stale(anna):
    actions.save_contact(anna, by=anna.user, version=1, name="Anna Wit", phone="")

    with pytest.raises(StaleProfileError):
        actions.save_contact(anna, by=anna.user, version=1, name="Anna Zwart", phone="")

    anna.user.refresh_from_db()
    assert anna.user.name == "Anna Wit"


def test_save_messages_keeps_frequency_and_consent(anna):
    actions.save_messages(anna, by=anna.user, version=None, frequency=Frequency.WEEKLY)

    assert frequency_of(anna.user, Category.MATCH) == Frequency.WEEKLY
    assert queries.running_consent(anna.user, ConsentKind.MATCH_MAIL)


def test_never_takes_the_consent_back(anna):
    actions.save_messages(anna, by=anna.user, version=None, frequency=Frequency.DAILY)
    actions.save_messages(anna, by=anna.user, version=None, frequency=Frequency.NEVER)

    assert frequency_of(anna.user, Category.MATCH) == Frequency.NEVER
    assert queries.running_consent(anna.user, ConsentKind.MATCH_MAIL) is None


def test_make_visible_needs_all_that_matching_cannot_do_without():
    empty = actions.create(UserFactory())

    with pytest.raises(IncompleteProfileError) as refused:
        actions.make_visible(empty, by=empty.user, consent=True)

    assert [gap.key for gap in refused.value.gaps] == [
        *("domain", "functions", "week", "hours", "from", "place", "distance", "employment"),
        "messages",
    ]
    assert not Consent.objects.exists()


def test_make_visible_needs_a_yes(heard):
    draft = ProfessionalFactory(visibility=Visibility.DRAFT)

    with pytest.raises(ConsentMissingError):
        actions.make_visible(draft, by=draft.user)

    assert heard == []


def test_make_visible_keeps_the_yes_with_its_text(heard):
    draft = ProfessionalFactory(visibility=Visibility.DRAFT)

    actions.make_visible(draft, by=draft.user, consent=True)

    draft.refresh_from_db()
    assert draft.visibility == Visibility.VISIBLE
    assert Consent.objects.get().text_version == "2026-11-21"
    assert heard == [draft]
    assert verbs(draft) == ["profile.visible"]


def test_make_visible_by_a_stranger_is_refused(bram):
    draft = ProfessionalFactory(visibility=Visibility.DRAFT)

    with pytest.raises(PermissionDenied):
        actions.make_visible(draft, by=bram, consent=True)


def test_pause_and_resume(anna, heard):
    actions.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)

    actions.pause(anna, by=anna.user)
    anna.refresh_from_db()
    assert anna.visibility == Visibility.PAUSED

    actions.resume(anna, by=anna.user)
    anna.refresh_from_db()
    assert anna.visibility == Visibility.VISIBLE
    assert len(heard) == 2


def test_pausing_twice_and_resuming_what_is_visible_are_refused(anna):
    with pytest.raises(IllegalTransitionError):
        actions.resume(anna, by=anna.user)
    actions.pause(anna, by=anna.user)
    with pytest.raises(IllegalTransitionError):
        actions.pause(anna, by=anna.user)


def test_pause_by_a_stranger_is_refused(anna, carla):
    with pytest.raises(PermissionDenied):
        actions.pause(anna, by=carla)


def test_hide_from_a_school_and_show_again(anna, school_a, heard):
    actions.hide_from(anna, school_a, by=anna.user)
    actions.hide_from(anna, school_a, by=anna.user)
    assert list(queries.hidden_from(anna)) == [school_a]

    actions.show_to(anna, school_a, by=anna.user)
    actions.show_to(anna, school_a, by=anna.user)
    assert list(queries.hidden_from(anna)) == []
    assert verbs(anna) == ["profile.shown_to", "profile.hidden_from"]
    assert len(heard) == 2


def test_hiding_somebody_else_is_refused(anna, bram):
    with pytest.raises(PermissionDenied):
        actions.hide_from(anna, InstitutionFactory(), by=bram)


def test_a_new_yes_closes_the_one_before(anna):
    first = actions.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)
    second = actions.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)

    first.refresh_from_db()
    assert first.withdrawn_at
    assert queries.running_consent(anna.user) == second


def test_a_yes_for_somebody_else_is_refused(anna, bram):
    with pytest.raises(PermissionDenied):
        actions.give_consent(anna.user, ConsentKind.PROFILE, by=bram)
    with pytest.raises(PermissionDenied):
        actions.withdraw_consent(anna.user, ConsentKind.PROFILE, by=bram)


def test_taking_back_the_yes_hides_the_profile_at_once(anna, heard):
    actions.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)

    actions.withdraw_consent(anna.user, ConsentKind.PROFILE, by=anna.user)

    anna.refresh_from_db()
    assert anna.visibility == Visibility.DRAFT
    assert queries.running_consent(anna.user) is None
    assert heard == [anna]


def test_a_yes_holds_for_one_year(anna):
    actions.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)
    later = timezone.now() + timedelta(days=366)

    assert queries.running_consent(anna.user, now=later) is None


def test_old_consents_hide_the_profile(anna, heard):
    other = ProfessionalFactory()
    actions.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)
    actions.give_consent(other.user, ConsentKind.PROFILE, by=other.user)
    Consent.objects.filter(user=anna.user).update(given_at=timezone.now() - timedelta(days=366))

    assert actions.end_old_consents() == 1

    anna.refresh_from_db()
    other.refresh_from_db()
    assert (anna.visibility, other.visibility) == (Visibility.DRAFT, Visibility.VISIBLE)
    assert heard == [anna]


def test_a_change_that_a_listener_refuses_is_undone(anna, monkeypatch):
    def refuse(professional):
        raise RuntimeError

    monkeypatch.setattr(hooks.changed, "_listeners", [refuse])

    with pytest.raises(RuntimeError):
        actions.save_trade(anna, by=anna.user, version=None, **TRADE)

    anna.refresh_from_db()
    assert (anna.occupation, anna.version) == ("Welder", 1)
    assert not AuditEvent.objects.exists()
