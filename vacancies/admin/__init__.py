"""The desk for vacancies, matches and the reference data of the work."""

from vacancies.admin import law, matches, professionals, reports, vacancies, wording

__all__ = ["law", "matches", "professionals", "reports", "vacancies", "wording"]
