from urllib.parse import parse_qs

import pytest

from tests import factories
from vacancies.search.filters import Filters, Order, Spot
from vacancies.search.queries import counts
from vacancies.showcase.address import query_of
from vacancies.showcase.forms import SearchForm


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        (Filters(), ""),
        (Filters(text="las & meer"), "q=las+%26+meer"),
        (Filters(day_parts=0b101), "dagdeel=0&dagdeel=2"),
        (Filters(within_km=25), ""),
        (Filters(spot=Spot("Zwolle", 1, 2, "Zwolle, Zwolle")), "plaats=Zwolle%2C+Zwolle"),
        (Filters(order=Order.NEAREST), "sorteer=afstand"),
    ],
)
def test_query_is_as_short_as_can_be(filters, query):
    assert query_of(filters) == query


def test_query_leads_back_to_the_same_filters(db, rf):
    factories.DomainFactory()
    place = factories.PlaceFactory()
    filters = Filters(
        text="lassen",
        spot=Spot(place.name, place.rd_x, place.rd_y, place.label),
        within_km=25,
        domain="technology",
        function="guest_teacher",
        day_parts=0b1001,
        hours_min=2,
        hours_max=8,
        employment="own_contract",
        order=Order.NEWEST,
    )

    form = SearchForm(rf.get(f"/?{query_of(filters)}").GET, counts=counts())

    assert form.is_valid(), form.errors
    assert form.filters == filters
    assert parse_qs(query_of(form.filters))["uren_tot"] == ["8"]
