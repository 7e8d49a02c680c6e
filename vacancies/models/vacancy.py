import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.enums import EmploymentForm, FunctionKind, MembershipStatus, values_of
from accounts.models import Competence, Domain, Institution, Location, User
from portal.kit.dayparts import FULL_WEEK
from vacancies.codes import Route
from vacancies.enums import (
    ContractLength,
    Outcome,
    PayScale,
    RequirementKind,
    Strength,
    Track,
    VacancyStatus,
)

MAX_LOCATIONS = 3
HOURS = [MinValueValidator(1), MaxValueValidator(40)]


def new_code() -> str:
    """The end of a vacancy's address: eight hexadecimal characters."""
    return secrets.token_hex(4)


class VacancyQuerySet(models.QuerySet["Vacancy"]):
    def open(self) -> "VacancyQuerySet":
        return self.filter(status=VacancyStatus.PUBLISHED)

    def visible_to(self, user: User) -> "VacancyQuerySet":
        """What this user may manage: the vacancies of the own institution."""
        own = Q(
            institution__memberships__user=user,
            institution__memberships__status=MembershipStatus.ACTIVE,
        )
        return self.filter(own) if user.is_authenticated else self.none()

    def to_moderate(self) -> "VacancyQuerySet":
        """Submitted or changed since the last approval, the oldest first."""
        return self.filter(
            Q(status=VacancyStatus.SUBMITTED) | Q(review_since__isnull=False)
        ).order_by(F("review_since").asc(nulls_last=True), "pk")


class Vacancy(models.Model):
    """What a school asks: the work, the day-parts, the demands and the terms."""

    code = models.CharField(max_length=8, unique=True, default=new_code, editable=False)
    slug = models.SlugField(max_length=100, editable=False, blank=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="vacancies", verbose_name=_("institution")
    )
    status = models.CharField(
        _("status"), max_length=12, choices=VacancyStatus.choices, default=VacancyStatus.DRAFT
    )

    # the work
    title = models.CharField(_("title"), max_length=90)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    body = models.TextField(_("text"), max_length=8000, blank=True)
    function_kind = models.CharField(
        _("function"), max_length=20, choices=FunctionKind.choices, blank=True
    )
    domains = models.ManyToManyField(
        Domain, related_name="vacancies", blank=True, verbose_name=_("domains")
    )
    locations = models.ManyToManyField(
        Location, related_name="vacancies", blank=True, verbose_name=_("locations")
    )
    team = models.CharField(_("team"), max_length=80, blank=True)
    level_taught = models.PositiveSmallIntegerField(
        _("mbo level taught"),
        choices=[(n, f"mbo {n}") for n in range(1, 5)],
        null=True,
        blank=True,
    )
    track = models.CharField(_("learning track"), max_length=6, choices=Track.choices, blank=True)

    # when
    day_parts_mask = models.PositiveIntegerField(_("day-parts asked"), default=0)
    fixed_mask = models.PositiveIntegerField(_("fixed day-parts"), default=0)
    day_parts_needed = models.PositiveSmallIntegerField(
        _("how many of them at least"), null=True, blank=True
    )
    may_be_shared = models.BooleanField(_("may be shared"), default=False)
    hours_min = models.DecimalField(
        _("clock hours a week, at least"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=HOURS,
    )
    hours_max = models.DecimalField(
        _("clock hours a week, at most"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=HOURS,
    )
    starts_on = models.DateField(_("first day of work"), null=True, blank=True)
    ends_on = models.DateField(_("last day of work"), null=True, blank=True)
    positions = models.PositiveSmallIntegerField(
        _("how many people"), default=1, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )

    # what is asked: level, experience, Dutch and competences are `Requirement` rows
    practice_counts = models.BooleanField(
        _("three years in the occupation counts instead of the level"), default=False
    )
    will_train = models.BooleanField(_("the school trains"), default=False)

    # the law: which routes are accepted, in the order of `vacancies.codes.Route`
    routes_mask = models.PositiveIntegerField(_("routes accepted"), default=0)
    named_teacher = models.CharField(_("responsible teacher"), max_length=80, blank=True)

    # the terms
    pay_scale_min = models.CharField(
        _("lowest scale"), max_length=2, choices=PayScale.choices, blank=True
    )
    pay_scale_max = models.CharField(
        _("highest scale"), max_length=2, choices=PayScale.choices, blank=True
    )
    employment_mask = models.PositiveIntegerField(_("employment forms"), default=0)
    contract_length = models.CharField(
        _("length of the contract"), max_length=24, choices=ContractLength.choices, blank=True
    )
    coach_hours = models.DecimalField(
        _("hours of coaching a week"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(20)],
    )

    # planning
    closes_on = models.DateField(_("closing date"), null=True, blank=True)
    answer_by = models.DateField(_("answer before"), null=True, blank=True)
    after_closing = models.TextField(
        _("what happens after the closing date"), max_length=1000, blank=True
    )
    contact_name = models.CharField(_("contact"), max_length=80, blank=True)
    contact_email = models.EmailField(_("e-mail of the contact"), blank=True)
    contact_phone = models.CharField(_("phone of the contact"), max_length=20, blank=True)
    no_acquisition = models.BooleanField(_("no calls from agencies, please"), default=False)

    # moderation
    wording_ground = models.TextField(_("ground for the wording"), max_length=500, blank=True)
    return_reason = models.TextField(_("reason of return"), blank=True)
    approved_snapshot = models.JSONField(default=dict, blank=True, editable=False)
    review_since = models.DateTimeField(_("to be looked at since"), null=True, blank=True)

    # history
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, blank=True)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = VacancyQuerySet.as_manager()

    class Meta:
        verbose_name = _("vacancy")
        verbose_name_plural = _("vacancies")
        ordering = ["-published_at", "-pk"]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="vacancy_list"),
            models.Index(fields=["institution", "status"], name="vacancy_of_institution"),
            models.Index(fields=["status", "closes_on"], name="vacancy_closing"),
        ]
        constraints = [
            models.CheckConstraint(
                name="vacancy_status_is_known", condition=Q(status__in=VacancyStatus.values)
            ),
            models.CheckConstraint(
                name="vacancy_function_is_known",
                condition=Q(function_kind="") | Q(function_kind__in=FunctionKind.values),
            ),
            models.CheckConstraint(
                name="vacancy_outcome_is_known",
                condition=Q(outcome="") | Q(outcome__in=Outcome.values),
            ),
            models.CheckConstraint(
                name="vacancy_words_are_known",
                condition=Q(track__in=["", *Track.values])
                & Q(pay_scale_min__in=["", *PayScale.values])
                & Q(pay_scale_max__in=["", *PayScale.values])
                & Q(contract_length__in=["", *ContractLength.values])
                & (Q(level_taught=None) | Q(level_taught__range=(1, 4))),
            ),
            models.CheckConstraint(
                name="vacancy_closed_has_moment_and_outcome",
                condition=(
                    Q(status=VacancyStatus.CLOSED) & Q(closed_at__isnull=False) & ~Q(outcome="")
                )
                | (~Q(status=VacancyStatus.CLOSED) & Q(outcome="")),
            ),
            models.CheckConstraint(
                name="vacancy_published_is_whole",
                condition=~Q(status__in=[VacancyStatus.PUBLISHED, VacancyStatus.PAUSED])
                | (
                    ~Q(function_kind="")
                    & Q(day_parts_mask__gt=0)
                    & Q(day_parts_needed__gte=1)
                    & Q(hours_min__isnull=False)
                    & Q(hours_max__isnull=False)
                    & Q(starts_on__isnull=False)
                    & Q(closes_on__isnull=False)
                    & Q(published_at__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="vacancy_day_parts_are_a_week", condition=Q(day_parts_mask__lte=FULL_WEEK)
            ),
            models.CheckConstraint(
                name="vacancy_hours_are_a_range",
                condition=Q(hours_min__isnull=True)
                | Q(hours_max__isnull=True)
                | Q(hours_min__lte=F("hours_max")),
            ),
            models.CheckConstraint(
                name="vacancy_period_is_a_range",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="vacancy_routes_fit", condition=Q(routes_mask__lt=1 << len(Route))
            ),
            models.CheckConstraint(
                name="vacancy_employment_fits",
                condition=Q(employment_mask__lt=1 << len(EmploymentForm.values)),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse(
            "vacancy", args=[f"{self.slug or slugify(self.title) or 'vacature'}-{self.code}"]
        )

    @property
    def is_open(self) -> bool:
        return self.status == VacancyStatus.PUBLISHED

    @property
    def is_answer_late(self) -> bool:
        """Whether the day before which everybody would have an answer has passed."""
        return self.answer_by is not None and self.answer_by < timezone.localdate()

    @property
    def employment_forms(self) -> list[str]:
        return values_of(EmploymentForm, self.employment_mask)


class Requirement(models.Model):
    """One demand on the person: its kind, its value and how hard it is."""

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="requirements")
    kind = models.CharField(_("kind"), max_length=12, choices=RequirementKind.choices)
    strength = models.CharField(_("strength"), max_length=5, choices=Strength.choices)
    value = models.PositiveSmallIntegerField(
        _("value"), null=True, blank=True, help_text=_("NLQF level, years, or CEFR 1–6.")
    )
    competence = models.ForeignKey(
        Competence, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("function requirement")
        verbose_name_plural = _("function requirements")
        ordering = ["kind", "pk"]
        indexes = [
            models.Index(fields=["vacancy", "kind", "strength"], name="requirement_of_vacancy"),
        ]
        constraints = [
            models.CheckConstraint(
                name="requirement_kind_is_known", condition=Q(kind__in=RequirementKind.values)
            ),
            models.CheckConstraint(
                name="requirement_strength_is_known", condition=Q(strength__in=Strength.values)
            ),
            models.CheckConstraint(
                name="requirement_has_what_its_kind_needs",
                condition=Q(
                    kind=RequirementKind.COMPETENCE, competence__isnull=False, value__isnull=True
                )
                | (
                    ~Q(kind=RequirementKind.COMPETENCE)
                    & Q(competence__isnull=True, value__isnull=False)
                ),
            ),
            models.UniqueConstraint(
                fields=["vacancy", "competence"], name="requirement_competence_is_unique"
            ),
            models.UniqueConstraint(
                fields=["vacancy", "kind"],
                condition=~Q(kind=RequirementKind.COMPETENCE),
                name="requirement_kind_is_unique",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.competence or self.value}"
