"""A whole journey with words that nobody else uses; none of them is in the log, in either form."""

import io
import json
import logging
import re
from urllib.parse import quote

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.enums import Category, Frequency
from accounts.models import Mail, User
from accounts.notifications.actions import post, set_frequency
from accounts.notifications.letters import Letter
from accounts.notifications.tasks import deliver_mail
from accounts.profiles import hooks as profiles
from portal.kit.logs import JsonLine, PlainLine
from tests import factories
from tests.house.broken import break_down_later
from vacancies.models import Application, Vacancy

CODE = re.compile(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", re.MULTILINE)
DOOR = "/account/login/code/"


class Words:
    """Names, addresses, a number and texts that are in nothing but this journey."""

    address = "qxzanna.vrouwe@qxzmail.example"
    name = "Qxzanna Vrouwezand"
    phone = "0687654301"
    trade = "qxztrade lasser"
    wish = "qxzwish ik kan dinsdag"
    title = "qxztitle docent"
    summary = "qxzsummary leer lassen"
    body = "qxzbody je geeft les"
    talk = "qxztalk kom je langs"
    reply = "qxzreply graag"
    refusal = "qxzrefusal het past niet"
    wrong = "qxzwrong geen adres"
    looked = "qxzlooked"
    gone = "qxzhr@gone.example"
    slow = "qxzhr@slow.example"
    matched = "qxzmatch@qxzmail.example"

    @classmethod
    def all(cls) -> set[str]:
        told = [text for name, text in vars(cls).items() if name.islower() and name[0] != "_"]
        texts = [text for text in told if isinstance(text, str)]
        return {part for text in texts for part in (text, *text.split()) if len(part) > 8}


@pytest.fixture
def logged():
    """What every logger says, in both forms, with nothing held back."""
    root, level = logging.getLogger(), logging.getLogger().level
    kept = {logger: logger.level for logger in map(logging.getLogger, ("celery", "portal.done"))}
    handlers = [logging.StreamHandler(io.StringIO()) for _ in range(2)]
    for handler, form in zip(handlers, (JsonLine(), PlainLine()), strict=True):
        handler.setFormatter(form)
        root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    for logger in kept:
        logger.setLevel(logging.DEBUG)
    yield [handler.stream for handler in handlers]
    root.setLevel(level)
    for handler in handlers:
        root.removeHandler(handler)
    for logger, before in kept.items():
        logger.setLevel(before)


@pytest.fixture
def visitor(db, settings) -> Client:
    settings.ROOT_URLCONF = "tests.house.broken"
    settings.EMAIL_BACKEND = "tests.house.broken.RefusingBackend"
    settings.STAFF_SECOND_FACTOR = False
    return Client(headers={"accept-language": "en"}, raise_request_exception=False)


def _deliver() -> None:
    deliver_mail.apply(throw=True)


def _come_in(visitor: Client) -> User:
    visitor.post(DOOR, {"email": Words.wrong})
    visitor.post(DOOR, {"email": Words.address})
    _deliver()
    visitor.post("/account/login/code/confirm/", {"code": Words.wrong})
    code = CODE.search(mail.outbox[-1].body)[1]
    visitor.post("/account/login/code/confirm/", {"code": code})
    visitor.post(reverse("profile_start"))
    return User.objects.get(email=Words.address)


def _fill_in(visitor: Client, user: User) -> None:
    place = factories.PlaceFactory()
    steps = {
        "werk": {"occupation": Words.trade},
        "contact": {"name": Words.name, "phone": Words.phone},
        "plaats": {"place": place.name, "max_distance_km": "20"},
    }
    for slug, typed in steps.items():
        for sent in ({"occupation": f"{Words.wrong}@", "phone": Words.wrong}, typed):
            version = user.professional.version
            visitor.post(reverse("profile_step", args=[slug]), {**sent, "version": version})
            user.professional.refresh_from_db()


def _publish(school: Client, desk: Client, institution) -> Vacancy:
    school.post(reverse("vacancy_new"), {"title": Words.title})
    vacancy = Vacancy.objects.get(title=Words.title)
    typed = {"title": Words.title, "summary": Words.summary, "body": Words.body, "version": 1}
    school.post(reverse("vacancy_edit", args=[vacancy.code, "werk"]), typed)
    waiting = factories.VacancyFactory(
        institution=institution,
        status="submitted",
        published_at=None,
        title=Words.title,
        summary=Words.summary,
        body=Words.body,
        contact_name=Words.name,
        contact_email=Words.gone,
    )
    desk.post(reverse("admin:vacancies_vacancy_approve", args=[waiting.pk]), {"version": 1})
    return waiting


def _somebody_who_fits() -> None:
    """She hears at once of every vacancy that fits."""
    person = factories.ProfessionalFactory(
        user__email=Words.matched, user__name=Words.name, occupation=Words.trade
    )
    set_frequency(person.user, Category.MATCH, Frequency.AT_ONCE, by=person.user)
    profiles.changed.fire(person)


def _talk(visitor: Client, school: Client, vacancy: Vacancy) -> None:
    typed = {"name": Words.name, "message": Words.wish}
    visitor.post(reverse("show_interest", args=[vacancy.code]), typed)
    row = Application.objects.get()
    school.post(reverse("application_talk", args=[row.public_id]))
    school.post(reverse("application_write", args=[row.public_id]), {"text": Words.talk})
    visitor.post(reverse("my_application_write", args=[row.public_id]), {"text": Words.reply})
    school.post(reverse("application_answer", args=[row.public_id]), {"answer": Words.refusal})
    for address in (Words.gone, Words.slow):
        letter = Letter(subject=Words.title, paragraphs=(Words.body,))
        post(letter, kind="invitation", key=f"logs:{address[-12:]}", to=address, language="nl")
    _deliver()


def _go_wrong(visitor: Client, stranger: Client, row: Application) -> None:
    visitor.get(f"/no/such/{quote(Words.looked)}/?email={quote(Words.address)}")
    visitor.get(f"/vacatures/?q={quote(Words.looked)}&email={quote(Words.address)}")
    visitor.get(f"/afmelden/{quote(Words.looked)}/")
    visitor.get("/", headers={"host": Words.looked, "x-request-id": Words.looked})
    stranger.get(reverse("application", args=[row.public_id]))
    stranger.get("/beheer/", {"q": Words.looked})
    Client(enforce_csrf_checks=True).post(DOOR, {"email": Words.address})
    visitor.post("/broken/", {"text": Words.wish})
    visitor.post("/twice/", {"email": Words.address, "name": Words.name})
    break_down_later.apply([Words.wish])


def _leave(visitor: Client) -> None:
    visitor.get(reverse("my_data_download"))
    visitor.post(reverse("account_delete"), {"email": Words.wrong})
    visitor.post(reverse("account_delete"), {"email": Words.address})
    _deliver()


def test_nothing_of_anybody_is_logged(logged, visitor, school_a, carla, mo, sign_in):
    factories.MembershipFactory(institution=school_a, user__email=Words.slow, user__name=Words.name)
    refused = factories.MembershipFactory(
        institution=school_a, user__email=Words.gone, user__name=Words.name
    )
    clients = [sign_in(user) for user in (refused.user, carla, mo)]
    for client in clients:
        client.raise_request_exception = False
    school, stranger, desk = clients

    user = _come_in(visitor)
    _fill_in(visitor, user)
    _somebody_who_fits()
    vacancy = _publish(school, desk, school_a)
    _deliver()
    _talk(visitor, school, vacancy)
    _go_wrong(visitor, stranger, Application.objects.get())
    answers = set(Mail.objects.values_list("server_answer", flat=True))
    _leave(visitor)

    told = [stream.getvalue() for stream in logged]
    found = {word for word in Words.all() for text in told if word.lower() in text.lower()}
    assert found == set()
    assert not any("qxz" in text.lower() for text in told)
    _was_whole(told[0], answers)


def _was_whole(text: str, answers: set[str]) -> None:
    """The journey did go everywhere: else an empty log would be a good one."""
    events = [json.loads(line) for line in text.splitlines()]
    statuses = {event["status"] for event in events if "status" in event}
    errors = {event["error"].split(" ")[0] for event in events if "error" in event}
    tasks = {event["task"] for event in events if "task" in event}
    assert statuses >= {200, 302, 400, 403, 404, 500}
    assert errors >= {"ValueError", "LookupError", "django.db.utils.IntegrityError"}
    assert tasks == {"accounts.deliver_mail", "tests.break_down"}
    assert {answer[:3] for answer in answers} >= {"451", "550"}
    assert [letter.to for letter in mail.outbox].count([Words.matched]) == 1
    assert not User.objects.filter(email=Words.address).exists()
