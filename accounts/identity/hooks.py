"""What switching an account on or off sets off above; registered in `accounts.apps`."""

from accounts.models import User
from portal.kit.hooks import Hook

activity_changed: Hook[User] = Hook("account switched on or off")
