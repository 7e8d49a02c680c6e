from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Frequency, MailState, MembershipStatus, NoticeState, Visibility
from accounts.models import (
    Credential,
    CredentialCheck,
    Domain,
    Institution,
    Invitation,
    Mail,
    Membership,
    News,
    Notice,
    Professional,
    ProfileView,
    RouteAnswers,
    User,
)
from accounts.notifications import queries as outbox
from portal.demo import history
from portal.demo.accounts import ACCOUNTS, ANNA, BRAM, MO, SANNE, DemoAccount, context
from portal.demo.arrivals import Book
from portal.pages import mail_letters, mails
from vacancies.enums import (
    ApplicationStatus,
    MatchState,
    MeetingKind,
    PlacementStatus,
    TrajectoryStatus,
    VacancyStatus,
)
from vacancies.lifecycles import Side
from vacancies.matching import actions as matching
from vacancies.matching import queries as matches
from vacancies.models import (
    Application,
    BoardDecision,
    CourseStart,
    Match,
    Meeting,
    Placement,
    PlannedBlock,
    Report,
    Trajectory,
    Vacancy,
)
from vacancies.posting.queries import wording_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_seeding_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = (User.objects.count(), Vacancy.objects.count(), Match.objects.count())

    call_command("seed_demo")

    assert capsys.readouterr().out == "The demo is there already.\n"
    assert (User.objects.count(), Vacancy.objects.count(), Match.objects.count()) == before


def test_seeding_is_refused_in_production(settings: Any) -> None:
    settings.PRODUCTION = True

    with pytest.raises(CommandError, match="not in production"):
        call_command("seed_demo")


def test_seeding_with_too_few_people_is_refused() -> None:
    with pytest.raises(CommandError, match="at least 20"):
        call_command("seed_demo", people=3)


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.key)
def test_a_demo_account_signs_in_with_its_password(account: DemoAccount) -> None:
    client = Client()

    client.post(reverse("account_login"), {"login": account.email, "password": account.password})

    assert client.session["_auth_user_id"] == str(User.objects.get(email=account.email).pk)


def test_open_vacancies_shut_nobody_out() -> None:
    told = {row.title: [hit.text for hit in wording_of(row)] for row in Vacancy.objects.open()}

    assert {title: hits for title, hits in told.items() if hits} == {}


def test_open_vacancies_cover_every_domain_and_teaching_function() -> None:
    rows = Vacancy.objects.open()

    domains = set(rows.values_list("domains__code", flat=True))
    kinds = set(rows.values_list("function_kind", flat=True))
    assert domains == set(Domain.objects.values_list("code", flat=True))
    assert kinds >= {
        *("practice_coach", "guest_teacher", "instructor", "teacher"),
        *("contract_trainer", "workplace_trainer"),
    }
    assert rows.count() >= 40


def test_the_moderator_has_a_queue_with_hits_a_change_and_a_plain_one() -> None:
    queue = list(Vacancy.objects.to_moderate())

    levels = [sorted({hit.level for hit in wording_of(row)}) for row in queue]
    assert sorted(levels) == [[], [], ["B"], ["W"]]
    assert [row.status for row in queue].count(VacancyStatus.PUBLISHED) == 1
    assert Report.objects.count() == 1
    assert Institution.objects.to_verify().count() == 1
    assert User.objects.get(email=MO.email).is_superuser


def test_bram_has_vacancies_in_every_state_and_interest_waiting() -> None:
    own = Vacancy.objects.visible_to(User.objects.get(email=BRAM.email))

    assert set(own.values_list("status", flat=True)) == set(VacancyStatus.values)
    assert Membership.objects.filter(status=MembershipStatus.PENDING).count() == 1
    assert Invitation.objects.count() == 1


def test_anna_has_good_matches_of_which_one_asked_her_and_one_answered() -> None:
    anna = Professional.objects.get(user__email=ANNA.email)
    scores = dict(matches.matches_of(anna).values_list("vacancy__title", "score"))

    assert len(scores) >= 4
    assert max(scores.values()) - min(scores.values()) >= 10
    assert scores["Gastdocent lassen"] >= 90
    assert anna.matches.filter(invited_at__isnull=False).count() == 1
    assert anna.matches.filter(state=MatchState.DISMISSED).count() == 1
    statuses = sorted(anna.applications.values_list("status", flat=True))
    assert statuses == [
        ApplicationStatus.DECLINED,
        ApplicationStatus.OFFERED,
        ApplicationStatus.PLACED,
        ApplicationStatus.TALKING,
    ]
    assert ProfileView.objects.filter(professional=anna).count() == 3


def test_anna_has_a_lesson_to_choose_an_offer_and_work_to_start_with() -> None:
    own = Application.objects.filter(professional__user__email=ANNA.email)
    talk = own.get(status=ApplicationStatus.TALKING)

    assert talk.meetings.get().kind == MeetingKind.GUEST_LESSON
    assert talk.messages.count() == 2
    assert Placement.objects.get(application__in=own, status=PlacementStatus.OFFERED)
    work = Placement.objects.get(application__in=own, status=PlacementStatus.ACCEPTED)
    assert work.start_items.filter(done_on=None).exists()


def test_bram_invites_nobody_along_where_only_anna_said_yes() -> None:
    vacancy = Vacancy.objects.get(title="Gastdocent lassen", institution__slug="deltion-college")
    anna = Professional.objects.get(user__email=ANNA.email)
    Application.objects.filter(vacancy=vacancy).exclude(professional=anna).delete()
    before = Meeting.objects.count()
    cast = history.Cast(
        hr={"deltion-college": User.objects.get(email=BRAM.email)},
        mo=User.objects.get(email=MO.email),
        anna=anna,
        book=Book.opened(),
        today=timezone.localdate(),
        vacancies={"lassen-zwolle": vacancy},
    )

    history._invite_along(cast)

    assert Meeting.objects.count() == before


def test_sanne_has_questions_to_answer_and_a_milestone_that_is_near() -> None:
    row = Trajectory.objects.get(professional__user__email=SANNE.email)
    soon = timezone.localdate() + timedelta(weeks=8)

    assert row.status == TrajectoryStatus.IN_TRAINING
    assert row.check_ins.filter(side=Side.PROFESSIONAL, week=6, answered_at=None).exists()
    assert row.milestones.filter(done_on=None, due_on__lte=soon).exists()


def test_courses_that_begin_soon_say_that_they_are_invented() -> None:
    coming = CourseStart.objects.filter(starts_on__gt=timezone.localdate())

    assert coming.count() >= 4
    assert all("verzonnen" in start.course.provider for start in coming)
    assert not coming.filter(is_sure=True).exists()


def test_the_mails_went_out_over_the_past_weeks() -> None:
    sent = Mail.objects.filter(state=MailState.SENT).order_by("sent_at")

    assert sent.last().sent_at <= timezone.now()
    assert sent.last().sent_at - sent.first().sent_at > timedelta(days=14)
    assert not sent.filter(subject="").exists()
    assert not Mail.objects.filter(state=MailState.QUEUED).exists()
    assert all(mail.to_address.endswith(".example") for mail in Mail.objects.all())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_mail_of_the_gallery_breaks(language: str) -> None:
    """With so few people not every story of the demo can be told."""
    keys = [entry.key for group in mails.groups() for entry in group.entries]

    shown = [key for key in keys if mails.preview(key, language)]

    assert len(shown) > 0.8 * len(keys)
    assert {*mails.ACCOUNT, *mail_letters.POSTED, "new_matches", "meeting_moved"} <= {*shown}


def test_nothing_happens_in_the_future() -> None:
    now = timezone.now()

    assert not Match.objects.filter(matched_at__gt=now).exists()
    assert not Application.objects.filter(created_at__gt=now).exists()
    assert not Vacancy.objects.filter(published_at__gt=now).exists()


def test_matching_agrees_with_itself() -> None:
    rebuilt = matching.rebuild_all()

    assert rebuilt.facts_changed == 0
    assert (rebuilt.pairs.added, rebuilt.pairs.dropped) == (0, 0)


def test_profiles_are_as_far_as_their_people_came() -> None:
    shown = Professional.objects.filter(visibility=Visibility.VISIBLE)

    assert shown.count() >= 15
    assert Professional.objects.count() == 20
    assert not User.objects.filter(professional__isnull=False, confirmed_at=None).exists()


def test_people_told_of_their_papers_before_they_were_visible() -> None:
    anna = Professional.objects.get(user__email=ANNA.email)
    kinds = sorted(anna.credentials.values_list("kind", flat=True))

    assert kinds == ["trade_certificate", "trade_certificate", "vocational_diploma", "vog"]
    assert anna.route_answers.papers_told_on == timezone.localdate(anna.created_at)
    assert RouteAnswers.objects.count() >= 12
    assert not Credential.objects.filter(
        created_at__gt=timezone.now() - timedelta(days=20)
    ).exists()
    assert not CredentialCheck.objects.filter(at__gt=timezone.now()).exists()


def test_what_schools_recorded_is_of_the_day_on_which_they_did() -> None:
    decisions = BoardDecision.objects.all()
    checks = CredentialCheck.objects.all()

    assert [row for row in decisions if row.decided_on != timezone.localdate(row.recorded_at)] == []
    assert [row for row in checks if row.shown_on != timezone.localdate(row.at)] == []
    assert all(row.starts_on > timezone.localdate() for row in PlannedBlock.objects.all())


def test_demo_accounts_are_printed_with_the_password(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo_accounts")

    printed = capsys.readouterr().out
    assert "dagdeel-demo" in printed
    assert [account.email in printed for account in ACCOUNTS] == [True] * len(ACCOUNTS)


def test_the_sign_in_page_offers_the_accounts_in_a_demo_only(settings: Any) -> None:
    request = RequestFactory().get("/")
    page = "portal/demo/_accounts.html"

    assert ANNA.email not in render_to_string(page, context(request), request)

    settings.DEMO = True
    assert ANNA.email in render_to_string(page, context(request), request)


def test_who_is_told_as_a_colleague_is_told_so() -> None:
    """So what colleagues chose for their school counts for every kind of notice."""
    professionals = Professional.objects.values("user")
    to_colleagues = Notice.objects.exclude(recipient__in=professionals)

    assert to_colleagues.values("kind").distinct().count() > 8
    assert not to_colleagues.filter(institution=None).exists()


def test_every_notice_that_waits_has_a_plan() -> None:
    waiting = Notice.objects.filter(state=NoticeState.WAITING)

    assert not waiting.filter(due_at=None).exists()
    assert not waiting.exclude(rhythm__in=[Frequency.DAILY, Frequency.WEEKLY]).exists()


def test_no_mail_is_late_when_the_site_opens() -> None:
    assert outbox.oldest_unsent_s() < 3600


def test_there_is_news_to_read_and_to_tell(client: Client) -> None:
    told = News.objects.filter(published_at__isnull=False)

    assert told.filter(published_at__lt=timezone.now() - timedelta(days=5)).count() == 2
    assert News.objects.count() == 3
    assert "Kies zelf wanneer je mail komt" in client.get(reverse("news")).content.decode()
