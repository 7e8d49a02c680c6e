from collections.abc import Iterable

from django.db import transaction

from accounts.models import Competence, Place
from accounts.taxonomy.folding import SEPARATOR, search_text

BATCH = 500


@transaction.atomic
def index_places(places: Iterable[Place] | None = None) -> int:
    """Fill what places are found by; all of them if none are given. Returns how many changed."""
    changed = []
    for place in Place.objects.all() if places is None else places:
        search = search_text(place.name, *place.aliases.split(SEPARATOR))[:300]
        if search != place.search:
            place.search = search
            changed.append(place)
    Place.objects.bulk_update(changed, ["search"], batch_size=BATCH)
    return len(changed)


@transaction.atomic
def index_competences(competences: Iterable[Competence] | None = None) -> int:
    """Fill what competences are found by; all of them if none are given. Returns how many changed."""
    changed = []
    for row in Competence.objects.all() if competences is None else competences:
        names = (row.name_nl, row.name_en, *row.synonyms.split(SEPARATOR))
        search = search_text(*names)[:600]
        if search != row.search:
            row.search = search
            changed.append(row)
    Competence.objects.bulk_update(changed, ["search"], batch_size=BATCH)
    return len(changed)
