from accounts.profiles.actions.showing import (
    end_old_consents,
    give_consent,
    hide_from,
    make_visible,
    pause,
    resume,
    show_to,
    withdraw_consent,
)
from accounts.profiles.actions.steps import (
    create,
    save_contact,
    save_employment,
    save_functions,
    save_messages,
    save_place,
    save_trade,
)

__all__ = [
    "create",
    "end_old_consents",
    "give_consent",
    "hide_from",
    "make_visible",
    "pause",
    "resume",
    "save_contact",
    "save_employment",
    "save_functions",
    "save_messages",
    "save_place",
    "save_trade",
    "show_to",
    "withdraw_consent",
]
