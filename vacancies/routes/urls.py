from django.urls import path

from vacancies.routes.views import check, rules

urlpatterns = [
    path("mag-ik-voor-de-klas/", check.route_check, name="route_check"),
    path("mag-ik-voor-de-klas/meenemen/", check.route_check_carry, name="route_check_carry"),
    path(
        "mag-ik-voor-de-klas/uitslag/<slug:code>/",
        check.route_check_result,
        name="route_check_result",
    ),
    path(
        "mag-ik-voor-de-klas/uitslag/<slug:code>/bewaren/",
        check.route_check_keep,
        name="route_check_keep",
    ),
    path("mag-ik-voor-de-klas/regels/", rules.route_rules, name="route_rules"),
]
