"""What a change of papers or answers sets off; passed on to the profile's hook in `accounts.apps`."""

from accounts.models import Professional
from portal.kit.hooks import Hook

changed: Hook[Professional] = Hook("papers changed")
