"""What features above add to both pages of a placement; registered in `vacancies.apps`."""

from vacancies.applications.hooks import Panels
from vacancies.models import Placement

panels: Panels[Placement] = Panels()
