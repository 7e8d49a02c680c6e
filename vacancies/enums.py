"""The words of the work: vacancies, demands, matches and applications."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
    TALKING = "talking", _("Talking")
    TRIAL = "trial", _("Trying out")
    OFFERED = "offered", _("Offer")
    PLACED = "placed", _("Chosen")
    DECLINED = "declined", _("Not further")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OPEN_APPLICATION = (
    ApplicationStatus.NEW,
    ApplicationStatus.TALKING,
    ApplicationStatus.TRIAL,
    ApplicationStatus.OFFERED,
)


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


class StepSide(TextChoices):
    """Who took a step; the codes of `vacancies.lifecycles.Side`."""

    PROFESSIONAL = "professional", _("the professional")
    SCHOOL = "school", _("the school")
    EMPLOYER = "employer", _("the employer")
    MODERATOR = "moderator", _("a moderator")
    CLOCK = "clock", _("the site itself")


class MeetingKind(TextChoices):
    """A small first step together."""

    SHADOW_DAY = "shadow_day", _("Join in for a day-part")
    GUEST_LESSON = "guest_lesson", _("Guest lesson")
    TALK = "talk", _("Talk")


class MeetingStatus(TextChoices):
    PROPOSED = "proposed", _("Proposed")
    AGREED = "agreed", _("Agreed")
    CANCELLED = "cancelled", _("Cancelled")


class PlacementStatus(TextChoices):
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    STARTED = "started", _("In class")
    ENDED = "ended", _("Ended")
    REFUSED = "refused", _("Refused")
    CANCELLED = "cancelled", _("Cancelled")


class ItemOwner(TextChoices):
    """Who sees to it."""

    PROFESSIONAL = "professional", _("the professional")
    SCHOOL = "school", _("the school")
    EMPLOYER = "employer", _("the employer")
    PROVIDER = "provider", _("the training provider")


class EmployerStatus(TextChoices):
    ASKED = "asked", _("Asked")
    COUNTERED = "countered", _("Proposed something else")
    GIVEN = "given", _("Agreed")
    REFUSED = "refused", _("Refused")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Taken back")


class EmployerScope(TextChoices):
    SIDE_WORK = "side_work", _("Side work")
    LENDING = "lending", _("Lending")


class RefusalGround(TextChoices):
    """The objective reasons that the law knows for forbidding side work (BW 7:653a)."""

    HEALTH = "health", _("Health and safety")
    CONFIDENTIALITY = "confidentiality", _("Confidential information")
    INTEGRITY = "integrity", _("Integrity of the company")
    CONFLICT = "conflict", _("Conflict of interest")
    LAW = "law", _("It would break a law")
    PLANNING = "planning", _("These day-parts do not fit our planning")


class LendingBasis(TextChoices):
    OWN_GROUP = "own_group", _("Within one group of companies")
    NO_PROFIT = "no_profit_favour", _("As a favour, without profit")
    ADMITTED = "admitted_lender", _("Admitted lender")
    EXEMPTED = "exempted_lender", _("Exempted lender")
    SCHOOL_TO_SCHOOL = "school_to_school", _("From school to school")


class LendingFee(TextChoices):
    NONE = "none", _("No fee")
    WAGE_COST = "wage_cost", _("Wage cost")
    WAGE_COST_PLUS = "wage_cost_plus", _("Wage cost and a percentage")


class TrajectoryStatus(TextChoices):
    ORIENTATION = "orientation", pgettext_lazy("trajectory", "Orientation")
    MATCHED = "matched", _("Matched")
    SUITABILITY_CHECK = "suitability_check", _("Suitability assessment")
    SUITABILITY_ISSUED = "suitability_issued", _("Statement signed")
    SUITABILITY_REFUSED = "suitability_refused", _("Statement not given")
    APPOINTED = "appointed", _("Appointed")
    PDG_APPLIED = "pdg_applied", _("Applied for the PDG")
    PDG_ADMITTED = "pdg_admitted", _("Admitted to the PDG")
    PDG_REJECTED = "pdg_rejected", _("Not admitted to the PDG")
    AGREEMENT_SIGNED = "agreement_signed", _("Agreement signed")
    IN_TRAINING = "in_training", _("In training")
    EXTENDED = "extended", _("In training, extended")
    PAUSED = "paused", _("Paused")
    PDG_OBTAINED = "pdg_obtained", _("PDG obtained")
    STOPPED = "stopped", _("Stopped")


class StopReason(TextChoices):
    OTHER_WORK = "other_work", _("Other work")
    TOO_MUCH = "too_much", _("Too much beside the job")
    HOME = "home", _("Circumstances at home")
    EMPLOYER = "employer", _("The employer no longer agrees")
    TRAINING = "training", _("The training does not fit")
    SCHOOL = "school", _("The school stops")
    UNSUITABLE = "unsuitable", _("Teaching turns out not to fit")


class CourseForm(TextChoices):
    ON_SITE = "on_site", _("At the provider")
    BLENDED = "blended", _("Partly online")
    ONLINE = "online", _("Online")
    IN_COMPANY = "in_company", _("At your school")


class TrainingKind(TextChoices):
    PDG = "pdg", _("PDG")
    INSTRUCTOR = "instructor", _("Course for instructors")
    HYBRID = "hybrid", _("Course for hybrid teachers")
    TRAINER = "trainer", _("Course for workplace trainers")
    SHORT = "short", _("Short preparation")


class SubsidyStatus(TextChoices):
    TO_REQUEST = "to_request", _("To request")
    REQUESTED = "requested", _("Requested")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")
    ACCOUNTED = "accounted", _("Accounted for")
    REPAID = "repaid", _("Paid back")
    NOT_ASKED = "not_asked", _("Not asked")


class ModuleState(TextChoices):
    TO_DO = "to_do", _("To do")
    EXEMPT = "exempt", pgettext_lazy("part of a course", "Exemption")
    DONE = "done", _("Done")
