"""The desk for vacancies, matches and the reference data of the work."""

from vacancies.admin import constants, law, matches, professionals, reports, vacancies, wording

__all__ = ["constants", "law", "matches", "professionals", "reports", "vacancies", "wording"]
