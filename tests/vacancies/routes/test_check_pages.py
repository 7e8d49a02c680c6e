"""The public check as a visitor meets it: questions, an answer at an address, and what follows."""

import re
from datetime import timedelta
from decimal import Decimal
from http import HTTPStatus

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from accounts.identity import queries as identity
from accounts.models import Credential, RouteAnswers
from tests import factories
from vacancies.routes.packing import unpack

pytestmark = pytest.mark.django_db

CHECK = reverse("route_check")
WELDER = {
    "functions": ["guest_teacher", "teacher"],
    "level": "4",
    "papers": ["none"],
    "abroad": "none",
    "years": "12",
    "week_hours": "4",
    "weeks": "40",
    "start_on": "2027-01-04",
    "vog": "no",
    "ban": "no",
}


def reader(language="en"):
    client = Client()
    client.cookies["language"] = language
    return client


@pytest.fixture
def client():
    """Somebody who reads English and is not signed in."""
    return reader()


def answer(client, **changes):
    """Send the form; where it leads."""
    sent = client.post(CHECK, {**WELDER, **changes})
    assert sent.status_code == HTTPStatus.FOUND, sent.context["form"].errors
    return sent.headers["Location"]


def page(client, url):
    return client.get(url).content.decode()


def flat(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_eight_questions_and_nothing_filled_in(client):
    html = page(client, CHECK)

    assert html.count("data-ask ") == 8
    assert "checked" not in html
    assert "Question 8 of 8" in html


def test_answer_stands_at_an_address_of_its_own(client):
    url = answer(client)
    response = client.get(url)
    text = flat(response.content.decode())

    assert unpack(url.rstrip("/").split("/")[-1]).years == 12
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "There is a possible route. You could begin as a guest teacher." in text
    assert "This is possible if" in text
    assert "Guest teacher from practice" in text
    assert "160 of 240 clock hours" in text
    assert "WEB" in text


def test_somebody_else_reads_the_same_answer(client):
    url = answer(client)

    assert "Guest teacher from practice" in page(reader(), url)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_answer_unknown_is_an_answer(client, language):
    client.cookies["language"] = language
    sent = client.post(CHECK, {})
    response = client.get(sent.headers["Location"])

    assert response.status_code == HTTPStatus.OK
    assert len(response.context["outcome"].rows) == 7
    assert len(response.context["outcome"].gaps) == 7


def test_unknown_may_be_said_aloud(client):
    said = dict.fromkeys(("level", "abroad", "vog"), "unknown")
    url = answer(client, functions=["unknown"], papers=["unknown"], ban="unsaid", **said)

    answers = unpack(url.rstrip("/").split("/")[-1])
    assert (answers.functions, answers.papers, answers.level) == (None, None, None)
    assert (answers.abroad, answers.has_vog, answers.declares_no_ban) == (None, None, False)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"papers": ["pdg", "none"]}, "papers", "Choose the papers that you have"),
        ({"years": "many"}, "years", "Write whole years"),
        ({"years": "61"}, "years", "Write whole years"),
        ({"week_hours": "50"}, "week_hours", "40 hours"),
        ({"weeks": "53"}, "weeks", "Write whole weeks"),
        ({"start_on": "1990-01-01"}, "start_on", "Choose a day between"),
        ({"start_on": "tomorrow"}, "start_on", "This is not a date"),
        ({"since_month": "3"}, "since_year", "Write the year too"),
        ({"since_year": "2015"}, "since_month", "Choose the month too"),
        ({"since_month": "1", "since_year": "2099"}, "since_year", "still to come"),
        ({"vog": "yes", "vog_on": "2099-01-01"}, "vog_on", "still to come"),
        ({"vog": "yes", "vog_on": "1999-01-01"}, "vog_on", "too long ago"),
        ({"level": "9"}, "level", "Choose from the list"),
        ({"functions": ["king"]}, "functions", "Choose from the list"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_kept(client, changes, field, words):
    response = client.post(CHECK, {**WELDER, **changes})
    html = response.content.decode()

    assert response.status_code == HTTPStatus.OK
    assert words in response.context["form"].errors[field][0]
    assert f'id="id_{field}_error"' in html
    assert 'value="2027-01-04"' in html or "start_on" in changes


def test_hours_with_a_comma_in_dutch(client):
    client.cookies["language"] = "nl"
    url = answer(client, week_hours="4,5")

    assert unpack(url.rstrip("/").split("/")[-1]).week_hours == Decimal("4.5")


@pytest.mark.parametrize("code", ["1", "zzz", "1" + "z" * 60, "niets-hier", "9abc"])
def test_a_wrong_or_old_code_is_a_friendly_404(client, code):
    for url in (
        reverse("route_check_result", args=[code]),
        f"{reverse('route_check_result', args=[code])}?week_hours=4",
    ):
        response = client.get(url)
        assert response.status_code == HTTPStatus.NOT_FOUND
        assert "Begin again" in response.content.decode()
    assert client.post(reverse("route_check_keep", args=[code])).status_code == 404
    assert client.get(CHECK, {"antwoorden": code}).status_code == HTTPStatus.OK


def test_a_tampered_code_is_no_answer(client):
    url = answer(client).rstrip("/")
    last = "0" if url[-1] != "0" else "1"

    assert client.get(f"{url[:-1]}{last}/").status_code == HTTPStatus.NOT_FOUND


def test_answers_can_be_changed(client):
    code = answer(client).rstrip("/").split("/")[-1]
    html = page(client, f"{CHECK}?antwoorden={code}")

    assert re.search(r'value="guest_teacher"[^>]* checked', html)
    assert re.search(r'name="papers" value="none"[^>]* checked', html)
    assert re.search(r'name="years" value="12"', html)


def test_a_ban_is_in_this_visit_only(client):
    url = answer(client, ban="yes")

    mine, theirs = client.get(url), reader().get(url)

    assert url == answer(reader(), ban="unsaid")
    assert mine.context["is_banned"]
    assert [group.css for group in mine.context["outcome"].groups] == ["closed"]
    assert not theirs.context["is_banned"]
    assert [group.css for group in theirs.context["outcome"].groups] == ["if"]


def test_a_ban_stays_while_playing_with_hours(client):
    url = answer(client, ban="yes")

    played = client.get(url, {"week_hours": "2", "weeks": "10", "start_on": ""}, follow=True)

    assert played.context["is_banned"]


def test_other_hours_lead_to_another_address_without_a_script(client):
    url = answer(client)

    played = client.get(url, {"week_hours": "8", "weeks": "40", "start_on": ""})
    text = flat(page(client, played.headers["Location"]))

    assert played.status_code == HTTPStatus.FOUND
    assert played.headers["Location"].endswith("#uren")
    assert "320 of 240 clock hours" in text
    assert "80 too many" in text
    assert "Then it fits: at most 6 hours a week" in text.replace("\xa0", " ")


@pytest.mark.parametrize(("functions", "folded"), [(["guest_teacher"], 0), (["unknown"], 5)])
def test_past_the_two_nearest_the_kinds_of_work_are_folded(client, functions, folded):
    html = page(client, answer(client, functions=functions))

    later = html.partition('class="verdict-later"')[2]
    assert later.count('class="verdict-row"') == folded


def test_other_hours_answer_live(client):
    url = answer(client)
    live = client.get(
        url, {"week_hours": "8", "weeks": "40", "start_on": ""}, headers={"HX-Request": "true"}
    )
    html = live.content.decode()

    assert "<html" not in html
    assert live.headers["HX-Replace-Url"] != url
    assert 'id="answer" data-hx-swap-oob="true"' in html
    assert 'id="said" data-hx-swap-oob="innerHTML"' in html
    assert "320" in html


@pytest.mark.parametrize("live", [True, False])
def test_hours_that_cannot_be_are_said_and_kept(client, live):
    url = answer(client)
    headers = {"HX-Request": "true"} if live else {}
    response = client.get(url, {"week_hours": "99", "weeks": "40", "start_on": ""}, headers=headers)
    html = response.content.decode()

    assert response.status_code == HTTPStatus.OK
    assert "40 hours" in html
    assert "160" in html
    assert live or 'value="99"' in html


def test_an_ended_hour_budget_names_the_route_that_would_fit(client):
    url = answer(client, functions=["guest_teacher"], week_hours="10")
    row = client.get(url).context["outcome"].rows[0]

    assert [one.told.route.name for one in row.over] == ["Guest teacher from practice"]


def test_a_fresh_vog_and_a_diploma_open_a_route_now(client):
    issued = timezone.localdate() - timedelta(days=30)
    url = answer(
        client,
        functions=["teacher"],
        papers=["teacher_diploma"],
        vog="yes",
        vog_on=issued.isoformat(),
    )
    text = flat(page(client, url))

    assert "Yes, there is a possible route. You can begin as a teacher." in text
    assert "This is possible now" in text


@pytest.mark.parametrize("word", ["bevoegd", "goedgekeurd", "gecertificeerd", "toegestaan"])
def test_dutch_never_says_more_than_the_law(client, word):
    client.cookies["language"] = "nl"
    text = flat(page(client, answer(client, functions=["unknown"]))).lower()

    assert not re.search(rf"\b{word}\b", text.replace("bevoegd gezag", ""))


def test_the_ladder_has_four_treads_and_one_small_first_step(client):
    ladder = client.get(answer(client)).context["outcome"].ladder

    assert [tread.label for tread in ladder] == [
        "Practice coach",
        "Guest teacher",
        "Instructor",
        "Teacher",
    ]
    assert [tread.is_start for tread in ladder] == [True, False, False, False]


@time_machine.travel("2026-11-22 10:00+00:00")
def test_dates_are_drawn_by_study_year(client):
    rows = client.get(answer(client, functions=["teacher"])).context["outcome"].rows
    clock = rows[0].best.told.term.years

    assert [year.label for year in clock] == ["2026–27", "2027–28", "2028–29", "2029–30"]
    assert clock[0].stages[:5] == ("", "", "", "", "")
    assert clock[1].ends == (11,)
    assert set(clock[2].stages) == {"extension"}


def test_answers_go_along_into_a_new_profile(client):
    url = answer(client, papers=["pdg"], ban="no")
    code = url.rstrip("/").split("/")[-1]
    keep = client.post(reverse("route_check_keep", args=[code]), follow=True)
    assert "account/login" in keep.redirect_chain[-1][0]
    user = factories.UserFactory()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("route_check_carry")).headers["Location"] == reverse("choose_role")

    response = client.post(reverse("profile_start"), follow=True)

    person = identity.professional_of(user)
    assert person.functions == ["guest_teacher", "teacher"]
    assert (person.level, person.years_experience) == (4, 12)
    assert Credential.objects.filter(professional=person).values_list("kind", flat=True)[0] == "pdg"
    told = RouteAnswers.objects.get(professional=person)
    assert told.papers_told_on == told.no_ban_declared_on == timezone.localdate()
    assert "Kept in your profile" in response.content.decode()


def test_a_link_of_somebody_else_declares_nothing_for_me(client):
    code = answer(reader()).rstrip("/").split("/")[-1]
    user = factories.UserFactory()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.post(reverse("route_check_keep", args=[code]))
    client.post(reverse("profile_start"))

    told = RouteAnswers.objects.get(professional=identity.professional_of(user))
    assert told.papers_told_on is not None
    assert told.no_ban_declared_on is None


def test_who_has_a_profile_already_is_brought_back_to_keep(client, anna):
    code = answer(client).rstrip("/").split("/")[-1]
    client.post(reverse("route_check_keep", args=[code]))
    client.force_login(anna.user, backend="django.contrib.auth.backends.ModelBackend")

    back = client.get(reverse("route_check_carry"), follow=True)

    assert "Keep this in my profile" in back.content.decode()


def test_keeping_fills_only_what_is_empty(anna, as_anna):
    anna.level = None
    anna.save(update_fields=["level"])
    issued = timezone.localdate() - timedelta(days=10)
    url = answer(
        as_anna,
        level="6",
        papers=["pdg"],
        vog="yes",
        vog_on=issued.isoformat(),
        abroad="eea",
        abroad_scope="teaching",
        abroad_recognised="yes",
        since_month="3",
        since_year="2014",
    )
    code = url.rstrip("/").split("/")[-1]

    kept = as_anna.post(reverse("route_check_keep", args=[code]), follow=True)
    again = as_anna.post(reverse("route_check_keep", args=[code]), follow=True)

    anna.refresh_from_db()
    assert anna.functions == ["guest_teacher"]
    assert (anna.level, anna.years_experience) == (6, 12)
    assert set(Credential.objects.values_list("kind", flat=True)) == {
        "pdg",
        "vog",
        "foreign_diploma",
        "eu_recognition",
    }
    assert "your highest diploma, 4 papers, your answers about the law" in kept.content.decode()
    assert "Nothing was changed" in again.content.decode()
    assert Credential.objects.count() == 4


def test_a_page_of_the_dutch_says_it_in_dutch(client):
    client.cookies["language"] = "nl"
    with translation.override("nl"):
        text = flat(page(client, answer(client)))

    assert "Gastdocent uit de praktijk" in text
    assert "Speel met je uren" in text
