"""What a change of a vacancy sets off above and beside; registered in `vacancies.apps`."""

from portal.kit.hooks import Hook
from vacancies.models import Vacancy

changed: Hook[Vacancy] = Hook("vacancy changed")
closed: Hook[Vacancy] = Hook("vacancy closed")
