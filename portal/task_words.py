"""What background tasks do, in words for a moderator."""

from typing import Final

from django.utils.translation import gettext_lazy as _

NAMES: Final = {
    "accounts.ask_alerts": _("Ask who wants to keep hearing of vacancies"),
    "accounts.ask_for_consents": _("Ask whether a profile stays visible"),
    "accounts.deliver_mail": _("Deliver mail"),
    "accounts.end_old_consents": _("Hide profiles whose yes is a year old"),
    "accounts.forget_mail_words": _("Forget the words of old mails"),
    "accounts.forget_unconfirmed": _("Forget who never confirmed"),
    "accounts.remind_of_papers": _("Remind people of papers that run out"),
    "portal.note_pulse": _("Give a sign of life"),
    "vacancies.care_for_trajectories": _("Ask, help and remind on the way to a certificate"),
    "vacancies.check_projections": _("Check what matching reads"),
    "vacancies.close_expired": _("Close vacancies past their date"),
    "vacancies.end_placements": _("End placements after their last day"),
    "vacancies.expire_employer_requests": _("End questions that no employer answered"),
    "vacancies.heal_matches": _("Match what was not matched at once"),
    "vacancies.heal_search_index": _("Mend the search index"),
    "vacancies.lapse_offers": _("Let offers lapse that nobody answered"),
    "vacancies.open_grants": _("Open grants of who is in training"),
    "vacancies.remind_employers": _("Remind employers of a question"),
    "vacancies.remind_of_answers": _("Remind schools of promised answers"),
    "vacancies.remind_of_closing": _("Remind schools of a closing vacancy"),
    "vacancies.remind_of_grants": _("Remind of grants that close"),
    "vacancies.remind_of_meetings": _("Remind people of tomorrow's appointments"),
    "vacancies.remind_of_offers": _("Remind people of an offer"),
    "vacancies.replan_trajectories": _("Follow days that a provider moved"),
}


def name_of(task: str) -> str:
    """A task in words; its name while nobody worded it."""
    return str(NAMES.get(task, task))
