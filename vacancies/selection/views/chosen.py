"""Who was chosen in the list."""

from uuid import UUID

from accounts.identity.gates import MemberRequest
from vacancies.selection import queries
from vacancies.selection.bulk import Selection, selection_of

MOST = 200


def chosen_in(request: MemberRequest) -> Selection:
    """The people that were ticked, as far as this school may see them."""
    keys = list(dict.fromkeys(filter(None, map(_key, request.POST.getlist("kies")))))[:MOST]
    return selection_of(queries.chosen_people(request.institution, keys), len(keys))


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
