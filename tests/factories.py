"""Real rows with plausible values; a test names only what matters to it."""

from datetime import date, timedelta

import factory
from allauth.account.models import EmailAddress
from django.utils import timezone
from factory.django import DjangoModelFactory

from accounts.enums import (
    Category,
    CheckOutcome,
    CredentialKind,
    DutchLevel,
    EmploymentForm,
    Frequency,
    FunctionKind,
    HolidayRegion,
    InstitutionKind,
    InstitutionStatus,
    Level,
    MembershipStatus,
    Province,
    Role,
    Visibility,
    mask_of,
)
from accounts.models import (
    Availability,
    Competence,
    Credential,
    CredentialCheck,
    Domain,
    Institution,
    Location,
    Mail,
    MailWords,
    Membership,
    NoticePreference,
    Place,
    Professional,
    RouteAnswers,
    User,
)
from portal.kit import dayparts
from portal.kit.geo import rijksdriehoek
from vacancies.codes import Route
from vacancies.codes import mask_of as routes_mask_of
from vacancies.enums import (
    OPEN_APPLICATION,
    ApplicationStatus,
    ContractLength,
    PayScale,
    RequirementKind,
    Strength,
    VacancyStatus,
)
from vacancies.lifecycles import APPLICATION, Side
from vacancies.models import Application, Requirement, Vacancy
from vacancies.routes.masks import OPENS


def every_route(function: str, *, train: bool = False) -> int:
    """All routes of a function; a career switcher in training only where the school trains."""
    opened = OPENS.get(function, 0)
    return opened if train else opened & ~routes_mask_of([Route.SUITABILITY_IN_TRAINING])


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    language = "en"
    password = "!"
    confirmed_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def address(self, create: bool, extracted: object, **kwargs: object) -> None:
        if create:
            EmailAddress.objects.create(
                user=self, email=self.email, primary=True, verified=self.confirmed_at is not None
            )


class PlaceFactory(DjangoModelFactory):
    class Meta:
        model = Place
        django_get_or_create = ("code",)

    name = "Zwolle"
    code = factory.LazyAttribute(lambda o: o.name.lower().replace(" ", "-"))
    search = factory.LazyAttribute(lambda o: o.name.lower())
    municipality = factory.SelfAttribute("name")
    province = Province.OVERIJSSEL
    population = 130_000
    latitude = 52.5126
    longitude = 6.0936
    rd_x = factory.LazyAttribute(lambda o: rijksdriehoek(o.latitude, o.longitude)[0])
    rd_y = factory.LazyAttribute(lambda o: rijksdriehoek(o.latitude, o.longitude)[1])


class DomainFactory(DjangoModelFactory):
    class Meta:
        model = Domain
        django_get_or_create = ("code",)

    code = "technology"
    crebo_code = "79020"
    name_nl = "Techniek en procesindustrie"
    name_en = "Technology and process industry"
    bit = factory.LazyAttribute(
        lambda o: 2 if o.code == "technology" else Domain.objects.count() + 20
    )


class CompetenceFactory(DjangoModelFactory):
    class Meta:
        model = Competence
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"competence-{n}")
    domain = factory.SubFactory(DomainFactory)
    name_nl = factory.Sequence(lambda n: f"Vaardigheid {n}")
    name_en = factory.Sequence(lambda n: f"Skill {n}")


class InstitutionFactory(DjangoModelFactory):
    class Meta:
        model = Institution

    name = factory.Sequence(lambda n: f"School {n}")
    slug = factory.Sequence(lambda n: f"school-{n}")
    kind = InstitutionKind.ROC
    status = InstitutionStatus.VERIFIED
    verified_at = factory.LazyFunction(timezone.now)
    holiday_region = HolidayRegion.NORTH


class LocationFactory(DjangoModelFactory):
    class Meta:
        model = Location

    institution = factory.SubFactory(InstitutionFactory)
    name = factory.Sequence(lambda n: f"Building {n}")
    place = factory.SubFactory(PlaceFactory)


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    institution = factory.SubFactory(InstitutionFactory)
    role = Role.RECRUITER
    status = MembershipStatus.ACTIVE


class ProfessionalFactory(DjangoModelFactory):
    """A welder in Zwolle who fits `VacancyFactory`'s vacancy in every demand."""

    class Meta:
        model = Professional
        skip_postgeneration_save = True

    user = factory.SubFactory(UserFactory)
    occupation = "Welder"
    place = factory.SubFactory(PlaceFactory)
    max_distance_km = 25
    hours_min = 2
    hours_max = 8
    available_from = date(2026, 1, 1)
    functions_mask = mask_of(FunctionKind, [FunctionKind.GUEST_TEACHER])
    employment_mask = mask_of(EmploymentForm, [EmploymentForm.OWN_CONTRACT])
    level = Level.NLQF_4
    years_experience = 12
    dutch_level = DutchLevel.B2
    willing_to_train = True
    visibility = Visibility.VISIBLE

    @factory.post_generation
    def domains(self, create: bool, extracted: object, **kwargs: object) -> None:
        if create:
            self.domains.set([DomainFactory()] if extracted is None else extracted)

    @factory.post_generation
    def competences(self, create: bool, extracted: object, **kwargs: object) -> None:
        if create and extracted:
            self.competences.set(extracted)

    @factory.post_generation
    def frequency(self, create: bool, extracted: str | None, **kwargs: object) -> None:
        """How often mail about matches; an empty text for never asked."""
        if create and extracted != "":
            NoticePreference.objects.create(
                user=self.user, category=Category.MATCH, frequency=extracted or Frequency.DAILY
            )

    @factory.post_generation
    def day_parts(self, create: bool, extracted: str | None, **kwargs: object) -> None:
        """Names as in `dayparts.parse`; an empty text for none."""
        if create:
            names = "tuesday_afternoon thursday_evening" if extracted is None else extracted
            Availability.objects.create(professional=self, day_parts_mask=dayparts.parse(names))


class CredentialFactory(DjangoModelFactory):
    """A certificate of the trade, without a file."""

    class Meta:
        model = Credential

    professional = factory.SubFactory(ProfessionalFactory)
    kind = CredentialKind.TRADE_CERTIFICATE
    field = factory.LazyAttribute(
        lambda o: "VCA VOL" if o.kind == CredentialKind.TRADE_CERTIFICATE else ""
    )
    issued_on = date(2025, 5, 1)


class CredentialCheckFactory(DjangoModelFactory):
    """A school saw a paper."""

    class Meta:
        model = CredentialCheck

    credential = factory.SubFactory(CredentialFactory)
    institution = factory.SubFactory(InstitutionFactory)
    outcome = CheckOutcome.SEEN
    shown_on = date(2025, 6, 2)


class RouteAnswersFactory(DjangoModelFactory):
    """All papers told, no ban declared."""

    class Meta:
        model = RouteAnswers

    professional = factory.SubFactory(ProfessionalFactory)
    papers_told_on = date(2025, 5, 1)
    no_ban_declared_on = date(2025, 5, 1)


class VacancyFactory(DjangoModelFactory):
    """An open vacancy for a guest teacher of welding in Zwolle."""

    class Meta:
        model = Vacancy
        skip_postgeneration_save = True

    institution = factory.SubFactory(InstitutionFactory)
    status = VacancyStatus.PUBLISHED
    title = "Gastdocent lassen"
    slug = "gastdocent-lassen-zwolle"
    summary = "Leer studenten van niveau 3 lassen met MIG/MAG en TIG."
    body = "Je geeft twee keer per week praktijkles aan twaalf studenten."
    function_kind = FunctionKind.GUEST_TEACHER
    day_parts_mask = dayparts.parse(
        "monday_evening tuesday_afternoon thursday_evening friday_afternoon"
    )
    day_parts_needed = 2
    hours_min = 5
    hours_max = 5
    starts_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=45))
    pay_scale_min = PayScale.LB
    pay_scale_max = PayScale.LC
    employment_mask = mask_of(EmploymentForm, [EmploymentForm.OWN_CONTRACT])
    contract_length = ContractLength.TEMPORARY
    routes_mask = factory.LazyAttribute(lambda o: every_route(o.function_kind, train=o.will_train))
    will_train = False
    named_teacher = "Wim Hoekstra"
    closes_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=20))
    answer_by = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=34))
    after_closing = "We lezen alles en bellen binnen een week."
    contact_name = "Wim Bakker"
    contact_email = "wim@deltion.example"
    published_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def domains(self, create: bool, extracted: object, **kwargs: object) -> None:
        if create:
            self.domains.set([DomainFactory()] if extracted is None else extracted)

    @factory.post_generation
    def locations(self, create: bool, extracted: object, **kwargs: object) -> None:
        if create:
            default = [LocationFactory(institution=self.institution)]
            self.locations.set(default if extracted is None else extracted)


class DraftFactory(VacancyFactory):
    status = VacancyStatus.DRAFT
    published_at = None


class RequirementFactory(DjangoModelFactory):
    class Meta:
        model = Requirement

    vacancy = factory.SubFactory(VacancyFactory)
    kind = RequirementKind.EXPERIENCE
    strength = Strength.MUST
    value = 3


class MailWordsFactory(DjangoModelFactory):
    """What a mail says."""

    class Meta:
        model = MailWords

    text = "Olga invites you."


class MailFactory(DjangoModelFactory):
    """A queued mail to an address, with its words; without them by `words=None`."""

    class Meta:
        model = Mail
        skip_postgeneration_save = True

    key = factory.Sequence(lambda n: f"mail:{n}")
    to_address = factory.Sequence(lambda n: f"reader{n}@example.org")
    kind = "invitation"
    language = "en"
    subject = "Come and join us"
    message_id = factory.Sequence(lambda n: f"mail-{n}@dagdeel.example")
    words = factory.RelatedFactory(MailWordsFactory, factory_related_name="mail")


class ApplicationFactory(DjangoModelFactory):
    """A professional's yes to a vacancy, waiting for an answer."""

    class Meta:
        model = Application
        skip_postgeneration_save = True

    vacancy = factory.SubFactory(VacancyFactory)
    professional = factory.SubFactory(ProfessionalFactory)
    status = ApplicationStatus.NEW
    ended_at = factory.LazyAttribute(
        lambda o: None if o.status in OPEN_APPLICATION else timezone.now()
    )

    @factory.post_generation
    def steps(self, create: bool, extracted: object, **kwargs: object) -> None:
        """The shortest history that leads to its state."""
        if create:
            for verb, source, target, side in way_to(self.status):
                self.steps.create(verb=verb, source=source, target=target, side=side)


def way_to(state: str) -> list[tuple[str, str, str, str]]:
    """Verb, source, target and side of the steps from the first yes to a state."""
    ways = {APPLICATION.first: [("say_yes", "", APPLICATION.first, Side.PROFESSIONAL.value)]}
    while state not in ways:
        for step in APPLICATION.steps:
            for source in sorted(step.sources & ways.keys()):
                side = min(step.sides).value
                more = [*ways[source], (step.verb, source, step.target, side)]
                ways.setdefault(step.target, more)
    return ways[state]
