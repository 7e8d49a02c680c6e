"""Vacancies kept for later."""

from accounts.models import Professional
from vacancies.models import SavedVacancy, Vacancy


def save_vacancy(vacancy: Vacancy, professional: Professional) -> None:
    """Keep for later; twice is once."""
    SavedVacancy.objects.get_or_create(vacancy=vacancy, professional=professional)


def forget_vacancy(vacancy: Vacancy, professional: Professional) -> None:
    """No longer keep; twice is once."""
    SavedVacancy.objects.filter(vacancy=vacancy, professional=professional).delete()
