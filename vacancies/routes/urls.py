from django.urls import path

from vacancies.routes.views import rules

urlpatterns = [
    path("mag-ik-voor-de-klas/regels/", rules.route_rules, name="route_rules"),
]
