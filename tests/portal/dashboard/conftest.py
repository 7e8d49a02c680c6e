"""Esra's way to the PDG at school A."""

from tests.vacancies.training.conftest import (  # noqa: F401 - pytest finds them here
    application,
    appointed,
    begun,
    course,
    esra,
    training,
    vacancy,
    vog,
)
