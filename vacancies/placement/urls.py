from django.urls import path, re_path

from vacancies.placement.views import mine, offering, school

urlpatterns = [
    path("school/interesse/<uuid:public_id>/aanbod/", offering.offer, name="placement_offer"),
    path("school/plaatsingen/", school.placements, name="placements"),
    path("school/plaatsingen/<uuid:public_id>/", school.placement, name="placement"),
    re_path(
        r"^school/plaatsingen/(?P<public_id>[0-9a-f-]{36})/"
        r"(?P<step>intrekken|beginnen|afzeggen|beeindigen)/$",
        school.step,
        name="placement_step",
    ),
    path(
        "school/plaatsingen/<uuid:public_id>/lijst/<slug:item>/",
        school.tick,
        name="placement_tick",
    ),
    path("mijn/plaatsing/<uuid:public_id>/", mine.my_placement, name="my_placement"),
    re_path(
        r"^mijn/plaatsing/(?P<public_id>[0-9a-f-]{36})/"
        r"(?P<step>aannemen|weigeren|afzeggen|beeindigen)/$",
        mine.step,
        name="my_placement_step",
    ),
    path("mijn/plaatsing/<uuid:public_id>/uren/", mine.hours, name="my_placement_hours"),
    path("mijn/plaatsing/<uuid:public_id>/lijst/<slug:item>/", mine.tick, name="my_placement_tick"),
]
