"""Relevant, yes or no, from a mail: by a signed link, without signing in."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AuditEvent, MailRhythm
from tests import factories
from vacancies.enums import DismissReason, MatchState, VacancyStatus
from vacancies.matching import actions
from vacancies.matching.tokens import Answer, answer_path
from vacancies.models import Muting


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a, pay_scale_max="LB")


@pytest.fixture
def anyone():
    """Nobody who signed in, as in a mail program."""
    return Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"})


@pytest.fixture
def yes(match):
    return answer_path(match.pk, Answer.YES)


@pytest.fixture
def no(match):
    return answer_path(match.pk, Answer.NO)


def state(match):
    match.refresh_from_db()
    return match.state


def test_looking_changes_nothing(anyone, match, yes, no):
    before = AuditEvent.objects.count()

    for _scan in range(2):
        assert anyone.get(yes).status_code == anyone.get(no).status_code == 200

    assert state(match) == MatchState.NOTIFIED
    assert (AuditEvent.objects.count(), MailRhythm.objects.count()) == (before, 0)


def test_yes_is_pressed_at_once_where_scripts_run(anyone, yes):
    page = anyone.get(yes).content.decode()

    assert f'data-hx-post="{yes}" data-hx-trigger="load"' in page
    assert '<meta name="robots" content="noindex">' in page


def test_no_asks_which_of_five_reasons(anyone, no):
    page = anyone.get(no).content.decode()

    for reason in DismissReason:
        assert f'name="reason" value="{reason.value}"' in page


def test_yes_thanks_and_offers_the_vacancy_once_or_twice(anyone, match, yes, vacancy):
    pages = [anyone.post(yes) for _twice in range(2)]

    assert [vacancy.get_absolute_url() in page.content.decode() for page in pages] == [True, True]
    assert state(match) == MatchState.SEEN
    assert AuditEvent.objects.filter(verb="match.relevant").count() == 1
    assert MailRhythm.objects.get().user == match.professional.user


def test_no_says_exactly_what_changes_once_or_twice(anyone, match, no):
    pages = [anyone.post(no, {"reason": "pay"}).content.decode() for _twice in range(2)]

    said = "We mail you no more about vacancies that pay scale LB or less."
    assert [said in page for page in pages] == [True, True]
    assert (state(match), match.dismiss_reason) == (MatchState.DISMISSED, DismissReason.PAY)
    assert Muting.objects.get().match == match
    assert AuditEvent.objects.filter(verb="match.dismissed").count() == 1


def test_another_reason_takes_the_place_of_the_first(anyone, match, no):
    anyone.post(no, {"reason": "pay"})
    anyone.post(no, {"reason": "not_now"})

    assert [one.reason for one in Muting.objects.all()] == ["not_now"]
    assert (state(match), match.dismiss_reason) == (MatchState.DISMISSED, "not_now")


def test_who_answered_no_reads_it_again(anyone, no):
    anyone.post(no, {"reason": "pay"})

    assert "scale LB or less" in anyone.get(no).content.decode()


def test_a_no_can_be_undone(anyone, match, no):
    anyone.post(no, {"reason": "pay"})

    pages = [anyone.post(no, {"undo": "1"}).status_code for _twice in range(2)]

    assert pages == [200, 200]
    assert state(match) == MatchState.SEEN
    assert not Muting.objects.exists()


def test_one_may_change_ones_mind(anyone, match, yes, no):
    anyone.post(no, {"reason": "pay"})
    anyone.post(yes)

    assert state(match) == MatchState.SEEN
    assert not Muting.objects.exists()


@pytest.mark.parametrize("reason", ["", "made_up"])
def test_a_no_without_a_reason_of_ours_asks_again(anyone, match, no, reason):
    page = anyone.post(no, {"reason": reason})

    assert "Choose what does not fit." in page.content.decode()
    assert state(match) == MatchState.NOTIFIED


def test_after_interest_a_no_says_what_comes_first(anyone, match, no, vacancy, anna):
    actions.mark_interested(vacancy, anna, by=anna.user)

    page = anyone.post(no, {"reason": "pay"})

    assert "Take your yes back first" in page.content.decode()
    assert state(match) == MatchState.INTERESTED


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_token_that_is_not_ours_is_no_address(anyone, match, yes, method):
    other = answer_path(match.pk + 1, Answer.YES).rpartition(".")[2]
    forged = (yes[:-3] + "xx/", f"{yes.rpartition('.')[0]}.{other}", yes.replace("ja.", "soms."))

    for path in (*forged, "/relevant/ja.1/"):
        assert getattr(anyone, method)(path).status_code == 404


def test_the_token_of_another_match_opens_only_that(anyone, match):
    token = answer_path(match.pk, Answer.YES).removeprefix("/relevant/")
    forged = token.replace(str(match.pk), str(match.pk + 1), 1)

    assert anyone.get(f"/relevant/{forged}").status_code == 404


@pytest.mark.parametrize("stranger", ["as_bram", "as_carla", "as_mo"])
def test_who_signed_in_as_another_learns_and_changes_nothing(request, match, no, vacancy, stranger):
    client = request.getfixturevalue(stranger)

    pages = [client.get(no), client.post(no, {"reason": "pay"})]

    for page in pages:
        assert "somebody else" in page.content.decode()
        assert vacancy.title not in page.content.decode()
    assert state(match) == MatchState.NOTIFIED


def test_the_owner_may_answer_signed_in(as_anna, match, yes):
    page = as_anna.post(yes)

    assert reverse("my_matches") in page.content.decode()
    assert state(match) == MatchState.SEEN


def test_a_vacancy_that_closed_says_so_kindly(anyone, match, yes, no, vacancy):
    vacancy.status = VacancyStatus.PAUSED
    vacancy.save()

    for path in (yes, no):
        assert "no longer there for you" in anyone.get(path).content.decode()
        assert "no longer there for you" in anyone.post(path).content.decode()
    assert state(match) == MatchState.NOTIFIED


def test_a_match_that_is_gone_says_so_kindly(anyone, match, yes):
    match.delete()

    assert "no longer there for you" in anyone.post(yes).content.decode()


def test_the_page_tells_nobody_where_it_came_from(anyone, yes):
    answer = anyone.get(yes)

    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_mail_choices_show_what_was_learnt_and_undo_it(as_anna, match, anna):
    actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)
    rule = Muting.objects.get()

    page = as_anna.get(reverse("notice_preferences")).content.decode()
    assert "pay scale LB or less" in page

    as_anna.post(reverse("mail_rule_forget", args=[rule.pk]))
    assert not Muting.objects.exists()
    assert state(match) == MatchState.DISMISSED


def test_nobody_forgets_the_rule_of_another(as_bram, sign_in, match, anna):
    actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)
    path = reverse("mail_rule_forget", args=[Muting.objects.get().pk])
    dirk = sign_in(factories.ProfessionalFactory().user)

    assert [client.post(path).status_code for client in (as_bram, dirk)] == [404, 404]
    assert Client().post(path).status_code == 302
    assert Muting.objects.exists()
