"""What a change of a profile sets off above; listeners are registered in `vacancies.apps`."""

from accounts.models import Professional
from portal.kit.hooks import Hook

changed: Hook[Professional] = Hook("profile changed")
