from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

MAX_DOMAINS = 60


class TwoNames(models.Model):
    """Something with a Dutch and an English name."""

    name_nl = models.CharField(_("Dutch name"), max_length=80)
    name_en = models.CharField(_("English name"), max_length=80)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_nl


class Domain(TwoNames):
    """A training domain of the crebo tree; `bit` is its place in a mask and never changes."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    crebo_code = models.CharField(_("crebo code"), max_length=5, blank=True)
    bit = models.PositiveSmallIntegerField(_("bit"), unique=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("domain")
        verbose_name_plural = _("domains")
        ordering = ["name_nl", "pk"]
        constraints = [
            models.CheckConstraint(name="domain_bit_fits", condition=models.Q(bit__lt=MAX_DOMAINS)),
        ]


class Competence(TwoNames):
    """Something a person of the trade can do, with the words people use for it."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    domain = models.ForeignKey(
        Domain, models.PROTECT, related_name="competences", verbose_name=_("domain")
    )
    synonyms = models.CharField(
        _("synonyms"), max_length=400, blank=True, help_text=_("Separated by |")
    )
    search = models.CharField(max_length=600, editable=False, blank=True)
    is_active = models.BooleanField(_("can be chosen"), default=True)
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")
        ordering = ["name_nl", "pk"]
