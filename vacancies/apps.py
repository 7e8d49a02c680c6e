from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = _("Vacancies and matches")

    def ready(self) -> None:
        from accounts.audit import words as audit_words
        from accounts.availability import hooks as week
        from accounts.credentials import registry as papers
        from accounts.notifications import registry
        from accounts.organisations import hooks as organisations
        from accounts.privacy import registry as privacy
        from accounts.profiles import hooks as profiles
        from vacancies.applications import actions as applications
        from vacancies.applications import notices as application_notices
        from vacancies.applications import personal
        from vacancies.applications import queries as application_queries
        from vacancies.assessment import words as assessment_words
        from vacancies.matching import actions as matching
        from vacancies.matching import better as better_matches
        from vacancies.matching import insight, panel
        from vacancies.matching import notices as matches
        from vacancies.moderation import actions as moderation
        from vacancies.moderation import words as moderation_words
        from vacancies.openings import queries as openings
        from vacancies.posting import better, hooks
        from vacancies.posting import notices as posting
        from vacancies.posting import words as posting_words
        from vacancies.routes import personal as decisions
        from vacancies.routes import visit
        from vacancies.routes.papers import vog_months
        from vacancies.search import actions as search

        for kind in (*posting.KINDS, *matches.KINDS, better_matches.BetterTerms):
            registry.register(kind())
        for told in application_notices.KINDS:
            registry.register(told)

        hooks.changed.register(search.index)
        hooks.changed.register(matching.refresh_vacancy)
        hooks.closed.register(matching.refresh_vacancy)
        hooks.reach.register(panel.panel_of)
        hooks.closed.register(applications.answer_all)
        better.improved.register(better_matches.tell)
        profiles.changed.register(matching.refresh_professional)
        profiles.became_professional.register(visit.arrive)
        week.insight.register(insight.sentence)
        week.hints.register(openings.hints)
        for key, section in (personal.SECTIONS | decisions.SECTIONS).items():
            privacy.sections.register(key, section)
        papers.readers.register(application_queries.shown_to)
        papers.vog_term.register(vog_months)
        organisations.suspended.register(moderation.pause_open_vacancies)
        for words in (posting_words, moderation_words, assessment_words):
            audit_words.register(words.EVENTS)
