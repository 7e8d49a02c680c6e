from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from accounts.enums import Province


class PlaceQuerySet(models.QuerySet["Place"]):
    def starting_with(self, text: str) -> "PlaceQuerySet":
        """Places whose name or other name starts like this, the largest first."""
        words = models.Q(search__startswith=text) | models.Q(search__contains=f"|{text}")
        return self.filter(words).order_by("-population", "name", "pk")


class Place(models.Model):
    """A Dutch place with its position; source and licence in `accounts/reference/README.md`."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=80)
    aliases = models.CharField(_("other names"), max_length=200, blank=True)
    search = models.CharField(max_length=300, editable=False, db_index=True)
    municipality = models.CharField(_("municipality"), max_length=80, blank=True)
    province = models.CharField(_("province"), max_length=5, choices=Province.choices)
    labour_region = models.PositiveSmallIntegerField(
        _("labour-market region"), null=True, blank=True
    )
    population = models.PositiveIntegerField(_("inhabitants"), default=0)
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))
    rd_x = models.BigIntegerField(editable=False)
    rd_y = models.BigIntegerField(editable=False)
    history = HistoricalRecords(excluded_fields=["search"])

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name", "province", "pk"]
        constraints = [
            models.CheckConstraint(
                name="place_province_is_known", condition=models.Q(province__in=Province.values)
            ),
            models.CheckConstraint(
                name="place_is_in_the_netherlands",
                condition=models.Q(rd_x__range=(-10_000, 300_000), rd_y__range=(300_000, 630_000)),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The name with what tells it from places of the same name."""
        area = "" if self.municipality == self.name else self.municipality
        return f"{self.name}, {area or self.get_province_display()}"
