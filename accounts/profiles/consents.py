"""To which text somebody says yes, and how long a yes holds. Change the version with the text."""

from datetime import timedelta
from typing import Final

from accounts.enums import ConsentKind

TERM: Final = timedelta(days=365)
TEXT_VERSIONS: Final[dict[str, str]] = {
    ConsentKind.PROFILE: "2026-11-21",  # templates/accounts/profiles/_consent.html
    ConsentKind.MATCH_MAIL: "2026-11-21",  # accounts/profiles/forms.py: MessagesForm
}
