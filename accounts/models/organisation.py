from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import HolidayRegion, InstitutionKind, InstitutionStatus, MembershipStatus, Role
from accounts.models.place import Place
from accounts.models.user import User
from portal.kit.fields import WebField

INVITATION_TERM = timedelta(days=14)

brin_validator = RegexValidator(
    r"^\d{2}[A-Z]{2}$", _("A BRIN is two digits and two capitals, like 25PJ.")
)
kvk_validator = RegexValidator(r"^\d{8}$", _("A KvK number has eight digits."))


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def verified(self) -> "InstitutionQuerySet":
        return self.filter(status=InstitutionStatus.VERIFIED)

    def to_verify(self) -> "InstitutionQuerySet":
        return self.filter(status=InstitutionStatus.PENDING).order_by("created_at", "pk")

    def findable(self) -> "InstitutionQuerySet":
        """What a newcomer may choose from: everything but suspended schools."""
        return self.exclude(status=InstitutionStatus.SUSPENDED)


class Institution(models.Model):
    """A school or other organisation that looks for people."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address on the site"), max_length=80, unique=True)
    aliases = models.CharField(
        _("other and former names"), max_length=300, blank=True, help_text=_("Separated by |")
    )
    kind = models.CharField(_("kind"), max_length=24, choices=InstitutionKind.choices)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=InstitutionStatus.choices,
        default=InstitutionStatus.PENDING,
    )
    brin = models.CharField(_("BRIN"), max_length=4, blank=True, validators=[brin_validator])
    other_brins = models.CharField(_("other BRINs"), max_length=60, blank=True)
    kvk = models.CharField(_("KvK number"), max_length=8, blank=True, validators=[kvk_validator])
    website = WebField(_("website"), blank=True)
    holiday_region = models.CharField(
        _("holiday region"), max_length=8, choices=HolidayRegion.choices
    )
    prep_factor = models.DecimalField(
        _("preparation factor"),
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(3)],
        help_text=_("Hours of preparation paid for each clock hour of lessons, for example 0.6."),
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    status_reason = models.TextField(_("reason of the status"), blank=True)
    created_at = models.DateTimeField(
        default=timezone.now, editable=False, verbose_name=_("here since")
    )
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="institution_kind_is_known",
                condition=models.Q(kind__in=InstitutionKind.values),
            ),
            models.CheckConstraint(
                name="institution_status_is_known",
                condition=models.Q(status__in=InstitutionStatus.values),
            ),
            models.CheckConstraint(
                name="institution_holiday_region_is_known",
                condition=models.Q(holiday_region__in=HolidayRegion.values),
            ),
            models.CheckConstraint(
                name="institution_verified_has_a_moment",
                condition=~models.Q(status=InstitutionStatus.VERIFIED)
                | models.Q(verified_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def other_names(self) -> str:
        """Other and former names as one readable text."""
        return ", ".join(name.strip() for name in self.aliases.split("|") if name.strip())

    @property
    def is_verified(self) -> bool:
        return self.status == InstitutionStatus.VERIFIED


class MailDomain(models.Model):
    """A mail domain that is the institution's own: who has an address there may join at once."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="mail_domains")
    domain = models.CharField(_("mail domain"), max_length=120, unique=True)

    class Meta:
        verbose_name = _("mail domain")
        verbose_name_plural = _("mail domains")
        ordering = ["domain"]
        constraints = [
            models.CheckConstraint(
                name="mail_domain_is_lower_case", condition=models.Q(domain=Lower("domain"))
            ),
        ]

    def __str__(self) -> str:
        return self.domain


class Location(models.Model):
    """A building where lessons are given."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="locations")
    name = models.CharField(_("name"), max_length=80)
    address = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(
        _("postcode"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^[1-9]\d{3} ?[A-Z]{2}$", _("A postcode looks like 8031 BL."))],
    )
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    is_closed = models.BooleanField(_("no longer used"), default=False)

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                "institution", Lower("name"), name="location_name_is_unique_in_institution"
            ),
        ]

    def __str__(self) -> str:
        place = self.place.name
        return self.name if self.name == place else f"{self.name}, {place}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self) -> "MembershipQuerySet":
        return self.filter(status=MembershipStatus.ACTIVE, user__is_active=True)

    def pending(self) -> "MembershipQuerySet":
        return self.filter(status=MembershipStatus.PENDING)

    def owners(self) -> "MembershipQuerySet":
        return self.active().filter(role=Role.OWNER)


class Membership(models.Model):
    """A colleague of an institution on this site."""

    user = models.ForeignKey(
        User, models.CASCADE, related_name="memberships", verbose_name=_("user")
    )
    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="memberships", verbose_name=_("institution")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    status = models.CharField(_("status"), max_length=8, choices=MembershipStatus.choices)
    created_at = models.DateTimeField(default=timezone.now, editable=False, verbose_name=_("since"))
    updated_at = models.DateTimeField(auto_now=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("colleague")
        verbose_name_plural = _("colleagues")
        ordering = ["institution", "created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "institution"], name="membership_is_unique_per_institution"
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=~models.Q(status=MembershipStatus.ENDED),
                name="membership_one_running_per_user",
            ),
            models.CheckConstraint(
                name="membership_role_is_known", condition=models.Q(role__in=Role.values)
            ),
            models.CheckConstraint(
                name="membership_status_is_known",
                condition=models.Q(status__in=MembershipStatus.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.institution}"

    @property
    def is_active(self) -> bool:
        return self.status == MembershipStatus.ACTIVE


class Invitation(models.Model):
    """An owner asks a colleague by mail; the token opens it once, within its term."""

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="invitations", verbose_name=_("institution")
    )
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    token = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        User, models.CASCADE, related_name="+", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(
        default=timezone.now, editable=False, verbose_name=_("sent at")
    )
    expires_at = models.DateTimeField(_("expires at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation of a colleague")
        verbose_name_plural = _("invitations of colleagues")
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="invitation_role_is_known", condition=models.Q(role__in=Role.values)
            ),
            models.UniqueConstraint(
                fields=["institution", "email"],
                condition=models.Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_one_open_per_address",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution}"

    def is_open(self, now: datetime) -> bool:
        return self.accepted_at is None and self.revoked_at is None and now < self.expires_at
