"""The two projections: all that matching reads, integers only.

Dates are proleptic ordinals (`date.toordinal`), hours are tenths of a clock hour, positions are
whole metres on the Dutch plane. What is unknown is chosen so that a demand on it fails.
"""

from django.db import models

from accounts.models import Institution, Professional
from vacancies.models.vacancy import Vacancy

NEVER = 0
FOREVER = 9_999_999


class CandidateFacts(models.Model):
    """One row a visible professional; rebuilt in the transaction that changes its source."""

    professional = models.OneToOneField(
        Professional, models.CASCADE, primary_key=True, related_name="facts"
    )
    functions_mask = models.IntegerField()
    domains_mask = models.BigIntegerField()
    employment_mask = models.IntegerField()
    day_parts_mask = models.IntegerField()
    level = models.SmallIntegerField()  # 0: not told
    years = models.SmallIntegerField()  # -1: not told
    dutch = models.SmallIntegerField()  # 0: not told
    hours_min = models.SmallIntegerField()  # tenths; 9999: not told
    hours_max = models.SmallIntegerField()  # tenths; -1: not told
    from_on = models.IntegerField()  # FOREVER: not told
    until_on = models.IntegerField()  # FOREVER: no end
    x = models.BigIntegerField()
    y = models.BigIntegerField()
    max_distance_m = models.BigIntegerField()  # -1: place or distance not told
    fresh_on = models.IntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class VacancyFacts(models.Model):
    """One row an open vacancy."""

    vacancy = models.OneToOneField(Vacancy, models.CASCADE, primary_key=True, related_name="facts")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    must_mask = models.IntegerField()  # bit i: criterion i decides; else it only scores
    function_mask = models.IntegerField()
    domains_mask = models.BigIntegerField()
    employment_mask = models.IntegerField()
    day_parts_mask = models.IntegerField()
    day_parts_needed = models.SmallIntegerField()
    fixed_mask = models.IntegerField()
    shared = models.SmallIntegerField()  # 0 or 1
    level_min = models.SmallIntegerField()  # 0: not asked
    practice_counts = models.SmallIntegerField()  # 0 or 1
    years_min = models.SmallIntegerField()  # 0: not asked
    dutch_min = models.SmallIntegerField()  # 0: not asked
    competence_musts = models.SmallIntegerField()
    competence_wishes = models.SmallIntegerField()
    hours_min = models.SmallIntegerField()  # tenths
    hours_max = models.SmallIntegerField()  # tenths
    starts_on = models.IntegerField()
    until_on = models.IntegerField()
    x1 = models.BigIntegerField()  # up to three locations; a missing one repeats the first
    y1 = models.BigIntegerField()
    x2 = models.BigIntegerField()
    y2 = models.BigIntegerField()
    x3 = models.BigIntegerField()
    y3 = models.BigIntegerField()
    published_on = models.IntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)
