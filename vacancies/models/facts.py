"""The two projections: all that matching reads, integers only.

Dates are proleptic ordinals (`date.toordinal`), hours are tenths of a clock hour, positions are
whole metres on the Dutch plane. What is unknown is chosen so that a demand on it fails. Columns
stand in the order in which matching reads them, the most selective first.
"""

from django.db import models
from django.db.models import Q

from accounts.models import Institution, Professional
from vacancies.models.vacancy import Vacancy

NEVER = 0
FOREVER = 9_999_999
NOWHERE = 9_000_000  # metres: a vacancy without location is far from everybody
LOST = -9_000_000  # and a person without place far from every vacancy
NO_HOURS = 9_999


class CandidateFacts(models.Model):
    """One row a visible professional; rebuilt in the transaction that changes its source."""

    professional = models.OneToOneField(
        Professional, models.CASCADE, primary_key=True, related_name="facts"
    )
    domains_mask = models.BigIntegerField()
    functions_mask = models.IntegerField()
    x = models.BigIntegerField()  # LOST: place or distance not told
    y = models.BigIntegerField()
    max_distance_m = models.BigIntegerField()  # -1: place or distance not told
    day_parts_mask = models.IntegerField()
    employment_mask = models.IntegerField()
    from_on = models.IntegerField()  # FOREVER: not told
    until_on = models.IntegerField()  # FOREVER: no end
    hours_min = models.SmallIntegerField()  # tenths; NO_HOURS: not told
    hours_max = models.SmallIntegerField()  # tenths; -1: not told
    level = models.SmallIntegerField()  # 0: not told
    years = models.SmallIntegerField()  # -1: not told
    dutch = models.SmallIntegerField()  # 0: not told
    fresh_on = models.IntegerField()
    routes_open_mask = models.IntegerField(default=0)
    routes_open_if_mask = models.IntegerField(default=0)
    papers_told = models.SmallIntegerField(default=0)  # 1: what is not told is not held
    is_matched = models.BooleanField(default=False)  # False: `vacancies.heal_matches` will

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["professional"],
                condition=Q(is_matched=False),
                name="candidate_facts_to_match",
            ),
            models.Index(  # SQLite finds by it; `vacancies.matching.finding` tells how
                fields=[
                    "domains_mask",
                    "functions_mask",
                    "x",
                    "y",
                    "max_distance_m",
                    "day_parts_mask",
                ],
                name="candidate_facts_to_sift",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class VacancyFacts(models.Model):
    """One row an open vacancy."""

    vacancy = models.OneToOneField(Vacancy, models.CASCADE, primary_key=True, related_name="facts")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    must_mask = models.IntegerField()  # bit i: criterion i decides; else it only scores
    domains_mask = models.BigIntegerField()
    x1 = models.BigIntegerField()  # up to three locations; a missing one repeats the first
    y1 = models.BigIntegerField()
    more_locations = models.SmallIntegerField()  # 0: the second and third repeat the first
    x2 = models.BigIntegerField()
    y2 = models.BigIntegerField()
    x3 = models.BigIntegerField()
    y3 = models.BigIntegerField()
    function_mask = models.IntegerField()
    day_parts_mask = models.IntegerField()
    day_parts_needed = models.SmallIntegerField()
    day_parts_enough = models.SmallIntegerField()  # of one person: 1 where it may be shared
    fixed_mask = models.IntegerField()  # 0 where it may be shared
    employment_mask = models.IntegerField()
    starts_on = models.IntegerField()
    until_on = models.IntegerField()
    hours_min = models.SmallIntegerField()  # tenths; -1 where it may be shared
    hours_max = models.SmallIntegerField()  # tenths
    level_min = models.SmallIntegerField()  # 0: not asked
    practice_counts = models.SmallIntegerField()  # 0 or 1
    years_min = models.SmallIntegerField()  # -1: not asked
    dutch_min = models.SmallIntegerField()  # 0: not asked
    competence_musts = models.SmallIntegerField()
    competence_wishes = models.SmallIntegerField()
    fresh_on = models.IntegerField()
    routes_mask = models.IntegerField(default=0)  # accepted and open to the function
    routes_help_mask = models.IntegerField(default=0)  # of these, where the school does its part
    is_matched = models.BooleanField(default=False)  # False: `vacancies.heal_matches` will

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["vacancy"], condition=Q(is_matched=False), name="vacancy_facts_to_match"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
