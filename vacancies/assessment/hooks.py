"""What a record of a school sets off in the features above; registered in `vacancies.apps`."""

from collections.abc import Sequence

from portal.kit.hooks import Hook
from vacancies.models import BoardDecision

# What one act recorded about one person at one school, never nothing.
decided: Hook[Sequence[BoardDecision]] = Hook("decisions of a school recorded")
