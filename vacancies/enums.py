"""The words of the work: vacancies, demands, matches and applications."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VacancyStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for moderation")
    RETURNED = "returned", _("Returned with a question")
    PUBLISHED = "published", _("Open")
    PAUSED = "paused", _("Paused")
    CLOSED = "closed", _("Closed")
    TAKEN_DOWN = "taken_down", _("Taken down")


class Outcome(TextChoices):
    """How a vacancy ended: a short list that means something."""

    FILLED_HERE = "filled_here", _("Filled with somebody from this site")
    FILLED_ELSEWHERE = "filled_elsewhere", _("Filled in another way")
    NOBODY_FOUND = "nobody_found", _("Nobody found")
    NOT_NEEDED = "not_needed", _("No longer needed")
    EXPIRED = "expired", _("Closing date passed")


class Track(TextChoices):
    BOL = "bol", _("School-based (bol)")
    BBL = "bbl", _("Work-based (bbl)")
    THIRD = "third", _("Other courses for adults")


class ContractLength(TextChoices):
    TEMPORARY = "temporary", _("Temporary")
    TEMPORARY_WITH_PROSPECT = (
        "temporary_with_prospect",
        _("Temporary, with a prospect of permanent"),
    )
    PERMANENT = "permanent", _("Permanent")


class RequirementKind(TextChoices):
    LEVEL = "level", _("Education level")
    EXPERIENCE = "experience", _("Years in the occupation")
    LANGUAGE = "language", _("Dutch")
    COMPETENCE = "competence", _("Competence")


class Strength(TextChoices):
    MUST = "must", _("Must")
    WISH = "wish", _("Wish")
    LEARN = "learn", _("Learnt on the job")


class PayScale(TextChoices):
    """Scales of the cao mbo, see the pay table."""

    S6 = "6", "6"
    S7 = "7", "7"
    S8 = "8", "8"
    S9 = "9", "9"
    LB = "LB", "LB"
    LC = "LC", "LC"
    LD = "LD", "LD"
    LE = "LE", "LE"


class MatchState(TextChoices):
    NEW = "new", _("New")
    NOTIFIED = "notified", _("Told")
    SEEN = "seen", _("Seen")
    INTERESTED = "interested", _("Interested")
    DISMISSED = "dismissed", _("Not relevant")


class DismissReason(TextChoices):
    """Why a match is not relevant: each says what could change."""

    TOO_FAR = "too_far", _("Too far away")
    WRONG_TIME = "wrong_time", _("The day-parts do not suit me")
    WRONG_TRADE = "wrong_trade", _("Not my trade")
    PAY = "pay", _("The pay is too low")
    NOT_NOW = "not_now", _("Not now")


class ApplicationStatus(TextChoices):
    NEW = "new", _("New")
    DECLINED = "declined", _("Not further")
    PLACED = "placed", _("Chosen")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ReportReason(TextChoices):
    DISCRIMINATION = "discrimination", _("The text shuts people out")
    INCORRECT = "incorrect", _("Something is not right")
    FRAUD = "fraud", _("This does not look like a real vacancy")


class PayTableStatus(TextChoices):
    DRAFT = "draft", _("To be confirmed")
    CONFIRMED = "confirmed", _("Confirmed")


class WordingLevel(TextChoices):
    WARN = "W", _("Warn")
    BLOCK = "B", _("Block until changed or a ground is given")


class WordingGround(TextChoices):
    AGE = "age", _("Age")
    SEX = "sex", _("Sex")
    CIVIL_STATE = "civil_state", _("Civil state")
    NATIONALITY = "nationality", _("Nationality")
    ORIGIN = "origin", _("Origin")
    RELIGION = "religion", _("Religion")
    DISABILITY = "disability", _("Health or disability")
    LOOKS = "looks", _("Looks")
    ORIENTATION = "orientation", _("Orientation")
    POLITICS = "politics", _("Politics")
    HOURS = "hours", _("Working hours")
    MOBILITY = "mobility", _("Mobility")
    RESIDENCE = "residence", _("Residence")
    PRIVACY = "privacy", _("Privacy")
    PAY_HISTORY = "pay_history", _("Pay history")
    PAY_TRANSPARENCY = "pay_transparency", _("Clear pay")
    CRIMINAL_DATA = "criminal_data", _("Criminal data")
    LEGAL_CLARITY = "legal_clarity", _("Clear legal route")
