import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from accounts.enums import InstitutionStatus
from accounts.models import Institution, Notice, User
from accounts.notifications import delivery
from tests.conftest import SignIn
from tests.desk import faults
from vacancies.enums import VacancyStatus
from vacancies.models import Vacancy, WordingRule
from vacancies.posting import actions as posting
from vacancies.posting.sections import Work

pytestmark = pytest.mark.django_db

LIST = reverse("admin:vacancies_vacancy_changelist")


def url(vacancy: Vacancy, page: str = "change") -> str:
    return reverse(f"admin:vacancies_vacancy_{page}", args=[vacancy.pk])


def status(vacancy: Vacancy) -> str:
    vacancy.refresh_from_db()
    return vacancy.status


def told(client: Client, response: object) -> str:
    return client.get(response.headers["Location"]).content.decode()  # type: ignore[attr-defined]


def test_approving_opens_it_and_goes_on_to_the_next(
    desk: Client, waiting: Vacancy, waiting_less: Vacancy
) -> None:
    response = desk.post(url(waiting, "approve"), {"version": waiting.version})

    assert response.headers["Location"] == url(waiting_less)
    assert status(waiting) == VacancyStatus.PUBLISHED
    assert "“Gastdocent lassen” is approved." in told(desk, response)


def test_after_the_last_one_the_desk_says_that_nothing_waits(
    desk: Client, waiting: Vacancy
) -> None:
    response = desk.post(url(waiting, "approve"), {"version": waiting.version})

    assert response.headers["Location"] == reverse("admin:index")
    assert "No vacancy waits for you" in told(desk, response)


def test_what_changed_meanwhile_is_not_approved(desk: Client, waiting: Vacancy, bram: User) -> None:
    seen = waiting.version
    posting.take_back(waiting, by=bram)
    posting.save_section(waiting, Work(title="Gastdocent lassen en zagen"), by=bram)
    Vacancy.objects.filter(pk=waiting.pk).update(status=VacancyStatus.SUBMITTED)

    response = desk.post(url(waiting, "approve"), {"version": seen})

    assert response.headers["Location"] == url(waiting)
    assert status(waiting) == VacancyStatus.SUBMITTED
    assert "Bram Kok changed this text on" in told(desk, response)


def test_without_a_version_nothing_is_approved(desk: Client, waiting: Vacancy) -> None:
    desk.post(url(waiting, "approve"))

    assert status(waiting) == VacancyStatus.SUBMITTED


def test_a_vacancy_of_a_school_that_is_not_verified_stays(
    desk: Client, waiting: Vacancy, school_a: Institution
) -> None:
    Institution.objects.filter(pk=school_a.pk).update(status=InstitutionStatus.PENDING)

    response = desk.post(url(waiting, "approve"), {"version": waiting.version})

    assert status(waiting) == VacancyStatus.SUBMITTED
    page = told(desk, response)
    assert "This school is not verified. Verify the school first" in page
    assert "Approve and open" not in page


def test_approving_twice_tells_that_somebody_was_first(desk: Client, waiting: Vacancy) -> None:
    desk.post(url(waiting, "approve"), {"version": waiting.version})

    response = desk.post(url(waiting, "return"), {"return-reason": "Toch niet?"})
    again = desk.post(url(waiting, "approve"), {"version": waiting.version})

    assert response.status_code == 302
    assert status(waiting) == VacancyStatus.RETURNED
    assert "Somebody decided about this vacancy before you" in told(desk, again)


def test_the_reason_of_a_return_reaches_the_school_by_mail(
    desk: Client, waiting: Vacancy, bram: User, mailoutbox: list[object]
) -> None:
    desk.post(url(waiting, "return"), {"return-reason": "Waarom niet ouder dan 35 jaar?"})
    delivery.deliver()

    assert status(waiting) == VacancyStatus.RETURNED
    [mail] = mailoutbox
    assert mail.to == [bram.email]  # type: ignore[attr-defined]
    assert "Waarom niet ouder dan 35 jaar?" in mail.body  # type: ignore[attr-defined]


def test_a_return_without_a_reason_asks_for_one(desk: Client, waiting: Vacancy) -> None:
    response = desk.post(url(waiting, "return"), {"return-reason": "  "})

    assert "Write what the school should change." in response.content.decode()
    assert faults(response) == []
    assert status(waiting) == VacancyStatus.SUBMITTED


def test_taking_down_needs_a_reason_and_tells_the_school(desk: Client, waiting: Vacancy) -> None:
    desk.post(url(waiting, "approve"), {"version": waiting.version})

    empty = desk.post(url(waiting, "take_down"), {"down-reason": ""})
    desk.post(url(waiting, "take_down"), {"down-reason": "Dit is geen echte vacature."})

    assert "Write why the vacancy has to go." in empty.content.decode()
    assert status(waiting) == VacancyStatus.TAKEN_DOWN
    assert Notice.objects.filter(kind="vacancy_taken_down").exists()


def test_the_page_marks_words_and_shows_the_ground(
    desk: Client, waiting: Vacancy, rules: list[WordingRule]
) -> None:
    waiting.body = "Je komt in een jong team.\nJe bent maximaal 35 jaar."
    waiting.wording_ground = "De wet noemt deze grens voor nachtwerk."
    waiting.save()

    page = desk.get(url(waiting)).content.decode()

    assert '<mark class="hit-oker">jong team</mark><sup><a href="#hit-1">1</a></sup>' in page
    assert '<mark class="hit-bad">maximaal 35 jaar</mark>' in page
    assert "Instead: Describe the work." in page
    assert "De wet noemt deze grens voor nachtwerk." in page


def test_a_text_of_a_school_is_never_markup(desk: Client, waiting: Vacancy) -> None:
    waiting.body = "<script>alert(1)</script>"
    waiting.save()

    page = desk.get(url(waiting))

    assert faults(page) == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.content.decode()


def test_the_page_shows_what_changed_since_the_approval(
    desk: Client, waiting: Vacancy, bram: User
) -> None:
    desk.post(url(waiting, "approve"), {"version": waiting.version})
    posting.save_section(
        waiting,
        Work(
            title="Gastdocent zagen",
            function_kind=waiting.function_kind,
            domains=tuple(waiting.domains.all()),
            locations=tuple(waiting.locations.all()),
            summary=waiting.summary,
            body=waiting.body,
        ),
        by=bram,
    )

    page = desk.get(url(waiting)).content.decode()

    assert '<del><span class="vh">Before: </span>Gastdocent lassen</del>' in page
    assert '<ins><span class="vh">After: </span>Gastdocent zagen</ins>' in page
    assert "Approve the change" in page
    assert "Text saved" in page


def test_a_change_is_approved_as_it_was_read(desk: Client, waiting: Vacancy, bram: User) -> None:
    desk.post(url(waiting, "approve"), {"version": waiting.version})
    waiting.refresh_from_db()
    Vacancy.objects.filter(pk=waiting.pk).update(
        summary="Leer studenten zagen.", review_since=waiting.published_at
    )

    desk.post(url(waiting, "approve"), {"version": waiting.version})

    waiting.refresh_from_db()
    assert (waiting.status, waiting.review_since) == (VacancyStatus.PUBLISHED, None)
    assert waiting.approved_snapshot["summary"] == "Leer studenten zagen."


def test_the_list_shows_the_queue_first_and_all_on_request(
    desk: Client, waiting: Vacancy, waiting_less: Vacancy
) -> None:
    posting.return_with_reason(waiting_less, by=None, reason="Nog niet.")

    queue = desk.get(LIST).content.decode()
    everything = desk.get(LIST, {"which": "all"}).content.decode()

    assert "Gastdocent lassen" in queue
    assert "Instructeur zagen" not in queue
    assert "Instructeur zagen" in everything


def test_the_oldest_stands_first(desk: Client, waiting_less: Vacancy, waiting: Vacancy) -> None:
    for page in (LIST, reverse("admin:index")):
        text = desk.get(page).content.decode()
        assert text.index("Gastdocent lassen") < text.index("Instructeur zagen")


def test_bulk_approval_leaves_what_needs_eyes(
    desk: Client, waiting: Vacancy, waiting_less: Vacancy, rules: list[WordingRule]
) -> None:
    Vacancy.objects.filter(pk=waiting.pk).update(body="Je komt in een jong team.")

    response = desk.post(
        LIST,
        {
            "action": "approve_without_hits",
            "_selected_action": [waiting.pk, waiting_less.pk],
        },
    )

    assert (status(waiting), status(waiting_less)) == ("submitted", "published")
    page = told(desk, response)
    assert "1 vacancy is approved." in page
    assert "1 vacancy still needs your eyes" in page


@pytest.mark.parametrize("step", ["approve", "return", "take_down"])
def test_a_step_needs_a_post(desk: Client, waiting: Vacancy, step: str) -> None:
    assert desk.get(url(waiting, step)).status_code == 405


@pytest.mark.parametrize("step", ["approve", "return", "take_down"])
def test_a_stranger_takes_no_step(
    as_bram: Client, as_carla: Client, waiting: Vacancy, step: str
) -> None:
    typed = {"version": 1, "return-reason": "Nee.", "down-reason": "Nee."}
    for client in (as_bram, as_carla, Client()):
        assert client.post(url(waiting, step), typed).status_code in (302, 403)
    assert status(waiting) == VacancyStatus.SUBMITTED


def test_staff_who_may_only_look_sees_no_buttons(
    mo: User, desk: Client, waiting: Vacancy, sign_in: SignIn
) -> None:
    User.objects.filter(pk=mo.pk).update(is_superuser=False)
    mo.user_permissions.add(Permission.objects.get(codename="view_vacancy"))

    page = desk.get(url(waiting))
    response = desk.post(url(waiting, "approve"), {"version": waiting.version})

    assert page.status_code == 200
    assert "Approve and open" not in page.content.decode()
    assert response.status_code == 403
    assert status(waiting) == VacancyStatus.SUBMITTED
