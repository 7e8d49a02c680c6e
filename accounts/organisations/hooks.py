"""What a change of a school sets off above; listeners are registered in `vacancies.apps`."""

from accounts.models import Institution
from portal.kit.hooks import Hook

suspended: Hook[Institution] = Hook("school suspended")
