"""Whatever people, clock and whoever has a link try on a question to an employer: the tables hold,
the history tells, a link that was replaced or made up changes nothing, nobody hears twice."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from hypothesis.stateful import invariant

from accounts.models import AuditEvent, Mail, Notice
from portal.kit import tokens
from tests import factories
from tests.vacancies.employers.conftest import a_change, an_ask
from tests.vacancies.lifecycles.walking import Walk, Who, clock, user, walk
from tests.vacancies.placement.conftest import TODAY, an_offer
from vacancies.applications import actions as talks
from vacancies.employers import actions, links
from vacancies.employers.facts import facts_of
from vacancies.employers.parts import digest
from vacancies.enums import EmployerStatus, PlacementStatus
from vacancies.lifecycles import EMPLOYER_REQUEST, Process, Side
from vacancies.models import EmployerRequest, Placement
from vacancies.placement import actions as placements

PERSON, SCHOOL, EMPLOYER, CLOCK = Side.PROFESSIONAL, Side.SCHOOL, Side.EMPLOYER, Side.CLOCK
ADDRESSES = ("jan@lasbedrijf.example", "piet@lasbedrijf.example")
YESTERDAY = TODAY - timedelta(days=1)
ANSWERED = (EmployerStatus.GIVEN, EmployerStatus.REFUSED, EmployerStatus.COUNTERED)
HEARD = {  # verb: who hears of it by a notice
    "agree": ("person", "school"),
    "refuse": ("person", "school"),
    "counter": ("person", "school"),
    "revoke": ("person", "school"),
    "expire": ("person", "school"),
    "turn_away": ("person",),
    "take_back": ("school",),
}


class Question(Walk):
    """From the first question to an answer: changed, corrected, taken back, run out, called off."""

    others = ("employer", "old link", "no link", "clock")
    tries = {
        "ask": lambda walk, by: actions.ask(walk.place, ask=walk.ask, by=user(by)),
        "ask by an old page": lambda walk, by: actions.ask(
            walk.place, ask=walk.ask, by=user(by), version=0
        ),
        "mend a name": lambda walk, by: walk.correct(by, contact_name="Jan de Kuiper"),
        "mend the address": lambda walk, by: walk.correct(by, contact_email=walk.other_address),
        "take back": lambda walk, by: actions.take_back(
            walk.row, by=user(by), version=walk.row.version
        ),
        "change the hours": lambda walk, by: walk.change(by, week_hours=(walk.other_hours,)),
        "change the coach": lambda walk, by: walk.change(by, coach="Wim"),
        "confirm": lambda walk, by: walk.confirm(by, PERSON),
        "confirm at school": lambda walk, by: walk.confirm(by, SCHOOL),
        "call off": lambda walk, by: placements.cancel(walk.place, by=user(by), side=SCHOOL),
        "agree": lambda walk, by: walk.answer(by, "ja"),
        "agree to an old page": lambda walk, by: walk.answer(by, "ja", older=1),
        "refuse": lambda walk, by: walk.answer(by, "nee", ground="law"),
        "counter": lambda walk, by: walk.answer(by, "anders", day_parts=["0", "3"]),
        "revoke": lambda walk, by: walk.answer(by, "terug", ground="law"),
        "turn away": lambda walk, by: walk.post(by, what="nietvoormij", version=walk.row.version),
        "another link": lambda walk, by: walk.post(by, what="nieuwelink"),
        "days pass": lambda walk, by: walk.let_pass(by),
        "remind": lambda walk, by: clock(by) and actions.remind(),
    }
    legal = {
        "ask": (EMPLOYER_REQUEST, "ask_again", PERSON),
        "take back": (EMPLOYER_REQUEST, "take_back", PERSON),
        "agree": (EMPLOYER_REQUEST, "agree", EMPLOYER),
        "refuse": (EMPLOYER_REQUEST, "refuse", EMPLOYER),
        "counter": (EMPLOYER_REQUEST, "counter", EMPLOYER),
        "revoke": (EMPLOYER_REQUEST, "revoke", EMPLOYER),
        "turn away": (EMPLOYER_REQUEST, "turn_away", EMPLOYER),
        "days pass": (EMPLOYER_REQUEST, "expire", CLOCK),
    }

    def build(self) -> None:
        cache.clear()
        school = factories.InstitutionFactory()
        anna = factories.ProfessionalFactory(user__name="Anna de Wit")
        factories.RouteAnswersFactory(professional=anna)
        bram = factories.MembershipFactory(institution=school).user
        self.people = {
            "person": anna.user,
            "school": bram,
            "stranger": factories.MembershipFactory().user,
            "moderator": factories.UserFactory(is_staff=True),
        }
        vacancy = factories.VacancyFactory(institution=school)
        talk = talks.show_interest(vacancy, anna, by=anna.user)
        placement = placements.offer(talk, offer=an_offer(), by=bram)
        self.pk = placements.accept(placement, by=anna.user).pk
        self.tokens: list[str] = []
        self.visitor = Client()
        actions.ask(self.place, ask=an_ask(), by=anna.user)

    def rows(self) -> list[Placement | EmployerRequest]:
        return [self.place, self.row]

    def row_of(self, process: Process) -> EmployerRequest:
        return self.known()[1]

    @property
    def place(self) -> Placement:
        return Placement.objects.get(pk=self.pk)

    @property
    def row(self) -> EmployerRequest:
        return EmployerRequest.objects.get(placement=self.pk)

    @property
    def ask(self) -> actions.Ask:
        return an_ask(contact_email=self.row.contact_email or ADDRESSES[0])

    @property
    def other_address(self) -> str:
        return ADDRESSES[self.row.contact_email == ADDRESSES[0]]

    @property
    def other_hours(self) -> Decimal:
        return Decimal(4) if self.row.hours_week == 5 else Decimal(5)

    def correct(self, by: Who, **changes: str) -> None:
        row = self.row
        values = {"contact_email": row.contact_email or ADDRESSES[0]} | changes
        actions.correct(row, ask=an_ask(**values), by=user(by), version=row.version)

    def change(self, by: Who, **changes: object) -> None:
        place = self.place
        change = a_change(place, **changes)
        actions.change(place, change=change, by=user(by), version=place.version)

    def confirm(self, by: Who, side: Side) -> None:
        shown = digest(facts_of(self.place, self.row), side)
        actions.confirm(self.place, side=side, by=user(by), shown=shown)

    def answer(self, by: Who, what: str, *, older: int = 0, **values: object) -> None:
        typed = {"name": "Jan Kuiper", "version": self.row.version - older} | values
        self.post(by, what=what, **{f"{what}-{name}": value for name, value in typed.items()})

    def post(self, by: Who, **values: object) -> None:
        """Through the page, by the link that this one has; who has none, has an account."""
        token = {
            "employer": self.link,
            "old link": next((one for one in self.tokens if one != self.link), "x.y"),
        }.get(str(by), "x.y")
        expected = (200, 302) if token == self.link else (404, 410)
        response = self.visitor.post(reverse("employer_answer", args=[token]), values)
        assert response.status_code in expected

    @property
    def link(self) -> str:
        """The one that works; all that went before are kept."""
        row = self.row
        token = links.token_of(row)
        if tokens.digest_of(token) == row.token_digest and token not in self.tokens:
            self.tokens.append(token)
        digests = {tokens.digest_of(one): one for one in self.tokens}
        return digests[row.token_digest]

    def let_pass(self, by: Who) -> None:
        """The last day of the link goes by."""
        clock(by)
        assert self.link
        EmployerRequest.objects.filter(placement=self.pk).update(expires_on=YESTERDAY)
        actions.expire_by_clock()

    def _picture(self) -> dict[str, object]:
        row = self.known()[1]
        return super()._picture() | {"mails": Mail.objects.count(), "version": row.version}

    @invariant()
    def a_link_works(self) -> None:
        digests = {tokens.digest_of(one) for one in (*self.tokens, links.token_of(self.known()[1]))}
        assert self.known()[1].token_digest in digests

    @invariant()
    def an_answer_stands_as_long_as_it_counts(self) -> None:
        row = self.known()[1]
        assert bool(row.answered_by) == (row.answered_at is not None)
        assert row.answered_by or row.status not in ANSWERED
        assert row.status != EmployerStatus.ASKED or not row.answered_by

    @invariant()
    def nothing_is_asked_about_what_does_not_go_on(self) -> None:
        if self.known()[0].status == PlacementStatus.CANCELLED:
            assert self.known()[1].status not in (EmployerStatus.ASKED, EmployerStatus.COUNTERED)

    @invariant()
    def every_answer_is_told_once(self) -> None:
        told = Counter(
            (notice.facts["what"], notice.recipient_id)
            for notice in Notice.objects.filter(kind="employer_moved")
        )
        due: Counter[tuple[str, int]] = Counter()
        steps = self.known()[0].steps.all()
        called_off = next((step for step in steps if step.verb == "cancel"), None)
        for step in self.known()[1].steps.all():
            if step.verb == "expire" and called_off and step.at > called_off.at:
                continue  # both know that it is called off
            due.update((step.verb, self.people[one].pk) for one in HEARD.get(step.verb, ()))
        assert told == due

    @invariant()
    def every_mail_to_the_employer_is_sent_once(self) -> None:
        """A question, a new link and a goodbye each make one; a reminder at most one a question."""
        keys = Counter(key.partition(":")[0] for key in Mail.objects.values_list("key", flat=True))
        steps = Counter(step.verb for step in self.known()[1].steps.all())
        linked = AuditEvent.objects.filter(target_type="vacancies.employerrequest")
        renewed = linked.filter(verb="employer.link_renewed").count()
        elsewhere = linked.filter(verb="employer.corrected", detail__elsewhere=True).count()
        asked = steps["ask"] + steps["ask_again"]
        assert keys["employer_ask"] + keys["employer_link"] == asked + renewed + elsewhere
        assert keys["employer_reminder"] <= asked
        assert steps["take_back"] <= keys["employer_off"] <= steps["take_back"] + 1


@pytest.mark.django_db
def test_no_walk_through_a_question_to_an_employer_goes_wrong():
    walk(Question, examples=12)
