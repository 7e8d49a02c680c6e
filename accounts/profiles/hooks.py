"""What a change of a profile sets off above; listeners are registered in `vacancies.apps`."""

from dataclasses import dataclass

from django.http import HttpRequest

from accounts.models import Professional
from portal.kit.hooks import Hook


@dataclass(frozen=True)
class Arrival:
    """Somebody just became a professional; `request` holds what the visit told before that."""

    professional: Professional
    request: HttpRequest


changed: Hook[Professional] = Hook("profile changed")
became_professional: Hook[Arrival] = Hook("became a professional")
