from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = _("Vacancies and matches")

    def ready(self) -> None:
        from accounts.notifications import registry
        from vacancies.posting import hooks
        from vacancies.posting import notices as posting
        from vacancies.search import actions as search

        for kind in posting.KINDS:
            registry.register(kind())

        hooks.changed.register(search.index)
