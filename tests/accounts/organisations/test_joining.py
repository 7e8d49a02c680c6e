import pytest
from django.core import mail

from accounts.enums import InstitutionStatus, MembershipStatus, Role
from accounts.models import Institution, Invitation, MailDomain, Membership
from accounts.notifications import delivery
from accounts.organisations import actions
from accounts.organisations.actions import RefusedError
from tests import factories


@pytest.fixture
def deltion(school_a) -> Institution:
    MailDomain.objects.create(institution=school_a, domain="deltion.example")
    return school_a


@pytest.mark.parametrize("address", ["piet@deltion.example", "piet@metaal.deltion.example"])
def test_an_address_at_the_schools_own_domain_joins_at_once(deltion, address):
    membership = actions.join(deltion, by=factories.UserFactory(email=address))

    assert (membership.role, membership.status) == (Role.RECRUITER, MembershipStatus.ACTIVE)


@pytest.mark.parametrize("address", ["piet@gmail.com", "piet@notdeltion.example"])
def test_another_address_waits_and_the_owner_is_told(deltion, olga, address):
    membership = actions.join(deltion, by=factories.UserFactory(email=address))
    delivery.deliver()

    assert membership.status == MembershipStatus.PENDING
    assert [m.to for m in mail.outbox] == [[olga.email]]


def test_an_unconfirmed_address_at_the_domain_waits(deltion):
    user = factories.UserFactory(email="piet@deltion.example", confirmed_at=None)

    assert actions.join(deltion, by=user).status == MembershipStatus.PENDING


def test_somebody_with_a_profile_cannot_join_a_school(deltion, anna):
    with pytest.raises(RefusedError):
        actions.join(deltion, by=anna.user)


def test_a_suspended_school_cannot_be_joined(school_a):
    school_a.status = InstitutionStatus.SUSPENDED
    school_a.save()

    with pytest.raises(RefusedError):
        actions.join(school_a, by=factories.UserFactory())


def test_a_new_school_waits_for_verification_and_its_asker_owns_it(db):
    user = factories.UserFactory()

    membership = actions.request_institution(
        name="Vakschool Edam", kind="private_recognised", holiday_region="north", by=user
    )

    assert membership.role == Role.OWNER
    assert membership.institution.status == InstitutionStatus.PENDING


def test_verifying_a_school_tells_its_colleagues(school_a, bram, mo):
    school_a.status = InstitutionStatus.PENDING
    school_a.save()

    actions.verify(school_a, by=mo)
    delivery.deliver()

    assert school_a.is_verified
    assert [m.to for m in mail.outbox] == [[bram.email]]


def test_an_owner_approves_who_waits(school_a, olga, as_olga):
    waiting = factories.MembershipFactory(institution=school_a, status=MembershipStatus.PENDING)

    as_olga.post(f"/school/collegas/{waiting.pk}/akkoord/")

    waiting.refresh_from_db()
    assert waiting.is_active


def test_an_owner_of_another_school_finds_no_such_colleague(bram, sign_in, school_b):
    owner = factories.MembershipFactory(institution=school_b, role=Role.OWNER).user
    membership = Membership.objects.get(user=bram)

    answer = sign_in(owner).post(f"/school/collegas/{membership.pk}/stoppen/")

    assert answer.status_code == 404


def test_a_recruiter_does_not_manage_colleagues(as_bram):
    assert as_bram.get("/school/collegas/").status_code == 404


def test_the_last_owner_cannot_leave(school_a, olga):
    with pytest.raises(RefusedError):
        actions.end_member(Membership.objects.get(user=olga), by=olga)


def test_an_owner_hands_over_and_then_leaves(school_a, olga, bram):
    actions.change_role(Membership.objects.get(user=bram), role=Role.OWNER, by=olga)

    actions.end_member(Membership.objects.get(user=olga), by=olga)

    assert [m.user for m in school_a.memberships.owners()] == [bram]


def test_an_invited_colleague_accepts_by_the_link_in_the_mail(school_a, olga, sign_in):
    actions.invite(school_a, email="Nina@Example.org", role=Role.RECRUITER, by=olga)
    delivery.deliver()
    nina = factories.UserFactory(email="nina@example.org")

    path = f"/uitnodiging/{Invitation.objects.get().token}/"
    assert path in mail.outbox[0].body
    sign_in(nina).post(path)

    assert Membership.objects.get(user=nina).is_active


def test_an_invitation_works_once(school_a, olga):
    invitation = actions.invite(school_a, email="n@example.org", role=Role.VIEWER, by=olga)
    actions.accept_invitation(invitation, by=factories.UserFactory())

    with pytest.raises(RefusedError):
        actions.accept_invitation(invitation, by=factories.UserFactory())


def test_an_invitation_ends_after_two_weeks(school_a, olga, time_machine):
    time_machine.move_to("2026-11-01T12:00:00+01:00", tick=False)
    invitation = actions.invite(school_a, email="n@example.org", role=Role.VIEWER, by=olga)

    time_machine.move_to("2026-11-15T12:00:01+01:00", tick=False)

    with pytest.raises(RefusedError):
        actions.accept_invitation(invitation, by=factories.UserFactory())


def test_inviting_again_replaces_the_first_link(school_a, olga):
    first = actions.invite(school_a, email="n@example.org", role=Role.VIEWER, by=olga)
    actions.invite(school_a, email="n@example.org", role=Role.RECRUITER, by=olga)

    first.refresh_from_db()
    assert first.revoked_at is not None


def test_a_colleague_is_not_invited_again(school_a, olga, bram):
    with pytest.raises(RefusedError):
        actions.invite(school_a, email=bram.email, role=Role.VIEWER, by=olga)


def test_a_free_mail_service_is_no_domain_of_a_school(school_a, mo):
    with pytest.raises(RefusedError):
        actions.add_domain(school_a, domain="gmail.com", by=mo)


def test_two_colleagues_editing_the_school_the_second_is_told(school_a, olga):
    actions.edit(school_a, version=1, by=olga, kvk="12345678")

    with pytest.raises(RefusedError):
        actions.edit(school_a, version=1, by=olga, kvk="87654321")

    school_a.refresh_from_db()
    assert school_a.kvk == "12345678"


def test_a_location_name_is_used_once_in_a_school(school_a, bram):
    place = factories.PlaceFactory()
    facts = {"place": place, "address": "", "postcode": "", "by": bram}
    actions.save_location(school_a, location=None, name="Mozartlaan", **facts)

    with pytest.raises(RefusedError):
        actions.save_location(school_a, location=None, name="mozartlaan", **facts)


def test_a_stranger_finds_no_location_of_this_school(school_a, as_carla):
    location = factories.LocationFactory(institution=school_a)

    assert as_carla.get(f"/school/locaties/{location.pk}/").status_code == 404


def test_the_school_of_the_own_mail_domain_is_offered_first(deltion, sign_in):
    user = factories.UserFactory(email="piet@deltion.example")

    answer = sign_in(user).get("/school/kies/")

    assert answer.context["own"] == deltion


def test_a_school_is_found_by_its_former_name(db, sign_in):
    factories.InstitutionFactory(name="Yonder", aliases="ROC Tilburg")

    answer = sign_in(factories.UserFactory()).get("/school/kies/", {"q": "tilburg"})

    assert "Yonder" in answer.content.decode()


def test_a_location_is_changed_with_its_place_by_name(school_a, bram, as_bram):
    place = factories.PlaceFactory(name="Hattem")
    location = factories.LocationFactory(institution=school_a, place=place)
    page = as_bram.get(f"/school/locaties/{location.pk}/")

    assert f'value="{place.label}"' in page.text
    assert f'value="{place.pk}"' not in page.text
