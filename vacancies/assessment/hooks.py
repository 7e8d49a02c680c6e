"""What a record of a school sets off in the features above; registered in `vacancies.apps`."""

from portal.kit.hooks import Hook
from vacancies.models import BoardDecision

decided: Hook[BoardDecision] = Hook("decision of a school recorded")
