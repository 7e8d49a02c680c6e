from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VacanciesConfig(AppConfig):
    """Here the features hear of each other: each method is about one thing to listen to."""

    name = "vacancies"
    verbose_name = _("Vacancies and matches")

    def ready(self) -> None:
        self._tell()
        self._help_with_money()
        self._follow_vacancies()
        self._follow_people()
        self._follow_applications()
        self._select()
        self._keep_account_of_people()
        self._meet()
        self._ask_employers()
        self._train()

    def _tell(self) -> None:
        """Kinds of notices, and what the verbs of the audit mean."""
        from accounts.audit import words as audit_words
        from accounts.notifications import kind_words, registry
        from vacancies.applications import notices as applications
        from vacancies.assessment import words as assessment_words
        from vacancies.matching import better
        from vacancies.matching import notices as matches
        from vacancies.moderation import kinds
        from vacancies.moderation import words as moderation_words
        from vacancies.placement import left_notices as left
        from vacancies.placement import notices as placement
        from vacancies.placement import words as placement_words
        from vacancies.posting import notices as posting
        from vacancies.posting import words as posting_words

        for kind in (*posting.KINDS, *matches.KINDS, better.BetterTerms):
            registry.register(kind())
        for told in (*applications.KINDS, *placement.KINDS, *left.KINDS):
            registry.register(told)
        for words in (posting_words, moderation_words, assessment_words, placement_words):
            audit_words.register(words.EVENTS)
        kind_words.register(kinds.KINDS)

    def _follow_vacancies(self) -> None:
        from accounts.organisations import hooks as organisations
        from vacancies.applications import actions as applications
        from vacancies.matching import actions as matching
        from vacancies.matching import better as better_matches
        from vacancies.matching import panel, rehearsing
        from vacancies.moderation import actions as moderation
        from vacancies.posting import better, hooks
        from vacancies.search import actions as search

        hooks.changed.register(search.index)
        hooks.changed.register(matching.refresh_vacancy)
        hooks.closed.register(matching.refresh_vacancy)
        hooks.reach.register(panel.panel_of)
        hooks.rehearsal.register(rehearsing.rehearsal_of)
        hooks.closed.register(applications.answer_all)
        better.improved.register(better_matches.tell)
        organisations.suspended.register(moderation.pause_open_vacancies)

    def _help_with_money(self) -> None:
        """Grants of a training: what is told of them, and what is kept."""
        from accounts.audit import words as audit_words
        from accounts.notifications import registry
        from accounts.privacy import registry as privacy
        from vacancies.training.grants import notices, personal, words

        for told in notices.KINDS:
            registry.register(told)
        audit_words.register(words.EVENTS)
        for key, section in personal.SECTIONS.items():
            privacy.sections.register(key, section)

    def _follow_people(self) -> None:
        from accounts.availability import hooks as week
        from accounts.credentials import registry as papers
        from accounts.notifications import hooks as mail
        from accounts.profiles import hooks as profiles
        from vacancies.applications import queries as applications
        from vacancies.matching import actions as matching
        from vacancies.matching import insight, rules
        from vacancies.openings import queries as openings
        from vacancies.routes import visit
        from vacancies.routes.papers import vog_months

        profiles.changed.register(matching.refresh_professional)
        profiles.became_professional.register(visit.arrive)
        week.insight.register(insight.sentence)
        mail.panels.register(rules.panel)
        week.hints.register(openings.hints)
        papers.readers.register(applications.shown_to)
        papers.vog_term.register(vog_months)

    def _follow_applications(self) -> None:
        """What features above and beside add to the two pages of an application."""
        from vacancies.applications import hooks, todos
        from vacancies.openings import rows as openings
        from vacancies.placement import actions as placement
        from vacancies.placement import panels

        hooks.to_do.register(todos.to_do)
        hooks.own_to_do.register(todos.own_to_do)
        hooks.openings.register(openings.best_of)
        hooks.moved.register(placement.follow)
        hooks.panels.register(panels.panel)
        hooks.entries.register(panels.entries)
        hooks.to_do.register(panels.to_do)
        hooks.own_to_do.register(panels.own_to_do)

    def _select(self) -> None:
        """The list of everybody who said yes to a school."""
        from accounts.audit import words as audit_words
        from accounts.notifications import registry
        from vacancies.applications import hooks
        from vacancies.selection import notices, panels, words

        audit_words.register(words.EVENTS)
        for told in notices.KINDS:
            registry.register(told)
        notices.register_links()
        hooks.panels.register(panels.opinions)
        hooks.panels.register(panels.texts)
        hooks.entries.register(panels.entries)

    def _keep_account_of_people(self) -> None:
        """The download of what is kept about somebody, and what goes when an account goes."""
        from accounts.privacy import registry
        from vacancies.applications import actions as applications
        from vacancies.applications import personal
        from vacancies.placement import actions as placement
        from vacancies.placement import personal as placements
        from vacancies.routes import personal as decisions

        sections = personal.SECTIONS | decisions.SECTIONS | placements.SECTIONS
        for key, section in sections.items():
            registry.sections.register(key, section)
        registry.holders.register(placement.hold)
        registry.erasers.register(applications.forget_files)
        registry.erasers.register(placement.let_go)

    def _meet(self) -> None:
        """Meetings stand on the pages of their application and end with it."""
        from accounts.audit import words as audit_words
        from accounts.notifications import registry
        from accounts.privacy import registry as privacy
        from vacancies.applications import hooks
        from vacancies.meetings import actions, left_notices, notices, panels, personal, words

        for told in (*notices.KINDS, *left_notices.KINDS):
            registry.register(told)
        audit_words.register(words.EVENTS)
        for key, section in personal.SECTIONS.items():
            privacy.sections.register(key, section)
        privacy.erasers.register(actions.let_go)
        hooks.moved.register(actions.follow)
        hooks.panels.register(panels.panel)
        hooks.entries.register(panels.entries)
        hooks.to_do.register(panels.to_do)
        hooks.own_to_do.register(panels.own_to_do)

    def _ask_employers(self) -> None:
        """Own employers, and who agrees to what was changed."""
        from accounts.audit import words as audit_words
        from accounts.notifications import registry
        from accounts.privacy import registry as privacy
        from vacancies.applications import hooks
        from vacancies.employers import actions, notices, panels, personal, words
        from vacancies.placement import hooks as placements

        for told in notices.KINDS:
            registry.register(told)
        audit_words.register(words.EVENTS)
        for key, section in personal.SECTIONS.items():
            privacy.sections.register(key, section)
        hooks.moved.register(actions.follow)
        hooks.panels.register(panels.of_application)
        hooks.entries.register(panels.entries)
        hooks.own_to_do.register(panels.own_to_do)
        placements.panels.register(panels.of_placement)

    def _train(self) -> None:
        """Trajectories follow papers and judgements, and tell of themselves."""
        from accounts.audit import words as audit_words
        from accounts.credentials import registry as papers
        from accounts.notifications import registry
        from accounts.privacy import registry as privacy
        from accounts.profiles import hooks as profiles
        from vacancies.applications import hooks as applications
        from vacancies.assessment import hooks as assessment
        from vacancies.placement import hooks as placements
        from vacancies.training import (
            actions,
            care_notices,
            notices,
            panels,
            personal,
            queries,
            words,
        )

        placements.panels.register(panels.of_placement)
        for told in (*notices.KINDS, *care_notices.KINDS):
            registry.register(told)
        audit_words.register(words.EVENTS)
        for key, section in personal.SECTIONS.items():
            privacy.sections.register(key, section)
        papers.readers.register(queries.running_at)
        profiles.changed.register(actions.follow_person)
        assessment.decided.register(actions.follow_decisions)
        applications.panels.register(panels.panel)
        applications.to_do.register(panels.to_do)
        applications.own_to_do.register(panels.own_to_do)
