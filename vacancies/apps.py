from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = _("Vacancies and matches")

    def ready(self) -> None:
        from accounts.notifications import registry
        from accounts.profiles import hooks as profiles
        from vacancies.matching import actions as matching
        from vacancies.matching import notices as matches
        from vacancies.posting import hooks
        from vacancies.posting import notices as posting
        from vacancies.search import actions as search

        for kind in (*posting.KINDS, *matches.KINDS):
            registry.register(kind())

        hooks.changed.register(search.index)
        hooks.changed.register(matching.refresh_vacancy)
        hooks.closed.register(matching.refresh_vacancy)
        profiles.changed.register(matching.refresh_professional)
