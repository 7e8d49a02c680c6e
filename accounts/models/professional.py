import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import DutchLevel, EmploymentForm, FunctionKind, Level, Visibility, values_of
from accounts.models.organisation import Institution
from accounts.models.place import Place
from accounts.models.taxonomy import Competence, Domain
from accounts.models.user import User


class ProfessionalQuerySet(models.QuerySet["Professional"]):
    def visible(self) -> "ProfessionalQuerySet":
        """Those who may be matched: shown by themselves, active, address confirmed."""
        return self.filter(
            visibility=Visibility.VISIBLE, user__is_active=True, user__confirmed_at__isnull=False
        )


class Professional(models.Model):
    """Somebody who knows a trade and wants to teach it. What is not told is null, never a guess."""

    user = models.OneToOneField(
        User, models.CASCADE, related_name="professional", verbose_name=_("user")
    )
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    occupation = models.CharField(_("occupation"), max_length=80, blank=True)
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    max_distance_km = models.PositiveSmallIntegerField(
        _("farthest distance in km"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(300)],
    )
    hours_min = models.DecimalField(
        _("at least this many clock hours a week"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    hours_max = models.DecimalField(
        _("at most this many clock hours a week"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    available_from = models.DateField(_("available from"), null=True, blank=True)
    available_until = models.DateField(_("available until"), null=True, blank=True)
    functions_mask = models.PositiveIntegerField(_("functions sought"), default=0)
    employment_mask = models.PositiveIntegerField(_("employment forms"), default=0)
    level = models.PositiveSmallIntegerField(
        _("education level"), choices=Level.choices, null=True, blank=True
    )
    years_experience = models.PositiveSmallIntegerField(
        _("years in the occupation"), null=True, blank=True, validators=[MaxValueValidator(60)]
    )
    dutch_level = models.PositiveSmallIntegerField(
        _("level of Dutch"), choices=DutchLevel.choices, null=True, blank=True
    )
    willing_to_train = models.BooleanField(_("willing to train"), null=True, blank=True)
    visibility = models.CharField(
        _("visibility"), max_length=8, choices=Visibility.choices, default=Visibility.DRAFT
    )
    domains = models.ManyToManyField(
        Domain, related_name="professionals", blank=True, verbose_name=_("domains")
    )
    competences = models.ManyToManyField(
        Competence,
        through="ProfessionalCompetence",
        related_name="professionals",
        blank=True,
        verbose_name=_("competences"),
    )
    hidden_from = models.ManyToManyField(
        Institution, related_name="+", blank=True, verbose_name=_("hidden from")
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False, verbose_name=_("since"))
    refreshed_at = models.DateTimeField(_("last kept up to date at"), default=timezone.now)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ProfessionalQuerySet.as_manager()

    class Meta:
        verbose_name = _("professional")
        verbose_name_plural = _("professionals")
        ordering = ["-refreshed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="professional_visibility_is_known",
                condition=Q(visibility__in=Visibility.values),
            ),
            models.CheckConstraint(
                name="professional_hours_are_a_range",
                condition=Q(hours_min__isnull=True)
                | Q(hours_max__isnull=True)
                | Q(hours_min__lte=F("hours_max")),
            ),
            models.CheckConstraint(
                name="professional_period_is_a_range",
                condition=Q(available_from__isnull=True)
                | Q(available_until__isnull=True)
                | Q(available_from__lte=F("available_until")),
            ),
            models.CheckConstraint(
                name="professional_level_is_known",
                condition=Q(level__isnull=True) | Q(level__in=Level.values),
            ),
            models.CheckConstraint(
                name="professional_dutch_level_is_known",
                condition=Q(dutch_level__isnull=True) | Q(dutch_level__in=DutchLevel.values),
            ),
            models.CheckConstraint(
                name="professional_functions_fit",
                condition=Q(functions_mask__lt=1 << len(FunctionKind.values)),
            ),
            models.CheckConstraint(
                name="professional_employment_fits",
                condition=Q(employment_mask__lt=1 << len(EmploymentForm.values)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def functions(self) -> list[str]:
        return values_of(FunctionKind, self.functions_mask)

    @property
    def employment_forms(self) -> list[str]:
        return values_of(EmploymentForm, self.employment_mask)


class ProfessionalCompetence(models.Model):
    professional = models.ForeignKey(Professional, models.CASCADE)
    competence = models.ForeignKey(Competence, models.PROTECT)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["professional", "competence"], name="professional_competence_is_unique"
            ),
        ]
        indexes = [
            models.Index(fields=["competence", "professional"], name="competence_professional")
        ]

    def __str__(self) -> str:
        return str(self.competence)
