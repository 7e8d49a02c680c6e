"""The words of people and organisations. Codes follow `docs/glossary.md`."""

from collections.abc import Iterable

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class FunctionKind(TextChoices):
    """Teaching functions, smallest first step first; the order is the bit in a mask: append only."""

    PRACTICE_COACH = "practice_coach", _("Practice coach")
    GUEST_TEACHER = "guest_teacher", _("Guest teacher")
    INSTRUCTOR = "instructor", _("Instructor")
    TEACHER = "teacher", _("Teacher")
    CONTRACT_TRAINER = "contract_trainer", _("Trainer in company courses")
    WORKPLACE_TRAINER = "workplace_trainer", _("Workplace trainer")
    OTHER_STAFF = "other_staff", _("Other teaching support")


class EmploymentForm(TextChoices):
    """How somebody works at the school; the order is the bit in a mask: append only."""

    OWN_CONTRACT = "own_contract", _("Own contract with the school")
    SECONDMENT_COMPANY = "secondment_company", _("Lent by the own company")
    SECONDMENT_SCHOOL = "secondment_school", _("Lent by another school")
    FREE_LENDING = "free_lending", _("Lent without a fee")
    PAYROLL = "payroll", _("Through a payroll firm")
    SELF_EMPLOYED = "self_employed", _("Self-employed")
    CONTRACT_ASSIGNMENT = "contract_assignment", _("Contract education")


class Level(IntegerChoices):
    """Education levels of NLQF (nuffic.nl)."""

    NLQF_1 = 1, _("mbo 1 or vmbo basis")
    NLQF_2 = 2, _("mbo 2 or vmbo")
    NLQF_3 = 3, _("mbo 3")
    NLQF_4 = 4, _("mbo 4, havo or vwo")
    NLQF_5 = 5, _("Associate degree")
    NLQF_6 = 6, _("hbo or university bachelor")
    NLQF_7 = 7, _("Master")
    NLQF_8 = 8, _("Doctor")


class DutchLevel(IntegerChoices):
    """Command of Dutch by CEFR."""

    A1 = 1, "A1"
    A2 = 2, "A2"
    B1 = 3, "B1"
    B2 = 4, "B2"
    C1 = 5, "C1"
    C2 = 6, "C2"


class Language(TextChoices):
    DUTCH = "nl", _("Dutch")
    ENGLISH = "en", _("English")


class InstitutionKind(TextChoices):
    ROC = "roc", _("ROC")
    VOCATIONAL_COLLEGE = "vocational_college", _("Vocational college")
    PRIVATE_RECOGNISED = "private_recognised", _("Private recognised school")
    COMPANY_TRADE_SCHOOL = "company_trade_school", _("Company trade school")
    TECH_CENTRE = "tech_centre", _("Technology centre")


class InstitutionStatus(TextChoices):
    PENDING = "pending", _("Waiting for verification")
    VERIFIED = "verified", _("Verified")
    SUSPENDED = "suspended", _("Suspended")


class HolidayRegion(TextChoices):
    NORTH = "north", _("North")
    CENTRAL = "central", _("Central")
    SOUTH = "south", _("South")


class Province(TextChoices):
    GRONINGEN = "NL-GR", "Groningen"
    FRIESLAND = "NL-FR", "Friesland"
    DRENTHE = "NL-DR", "Drenthe"
    OVERIJSSEL = "NL-OV", "Overijssel"
    FLEVOLAND = "NL-FL", "Flevoland"
    GELDERLAND = "NL-GE", "Gelderland"
    UTRECHT = "NL-UT", "Utrecht"
    NOORD_HOLLAND = "NL-NH", "Noord-Holland"
    ZUID_HOLLAND = "NL-ZH", "Zuid-Holland"
    ZEELAND = "NL-ZE", "Zeeland"
    NOORD_BRABANT = "NL-NB", "Noord-Brabant"
    LIMBURG = "NL-LI", "Limburg"


class Role(TextChoices):
    """What a member may do; the table is in `accounts/identity/permissions.py`."""

    OWNER = "owner", _("Owner")
    RECRUITER = "recruiter", _("Recruiter")
    VIEWER = "viewer", _("Viewer")


class MembershipStatus(TextChoices):
    PENDING = "pending", _("Waiting for approval")
    ACTIVE = "active", _("Active")
    ENDED = "ended", _("Ended")


class Visibility(TextChoices):
    DRAFT = "draft", _("Not shown yet")
    VISIBLE = "visible", _("Visible for schools")
    PAUSED = "paused", _("Paused")


class ConsentKind(TextChoices):
    PROFILE = "profile", _("Showing the profile to schools, without name")
    MATCH_MAIL = "match_mail", _("Mail about matches")


class CredentialKind(TextChoices):
    """Papers that a professional keeps here. Which route asks which is in `docs/routes.md`."""

    VOG = "vog", _("VOG, certificate of conduct")
    TEACHER_DIPLOMA = (
        "teacher_diploma",
        _("Teacher diploma for secondary education (1e or 2e graads)"),
    )
    PABO = "pabo", _("Teacher diploma for primary education (pabo)")
    PDG = "pdg", _("PDG certificate")
    HIGHER_DIPLOMA = "higher_diploma", _("Diploma of hbo or university")
    ASSOCIATE_DEGREE = "associate_degree", _("Associate degree")
    INSTRUCTOR_DIPLOMA = "instructor_diploma", _("Mbo diploma Instructeur mbo")
    INSTRUCTOR_DEGREE = (
        "instructor_degree",
        _("Associate degree for teaching support or instructor"),
    )
    BBO_PROOF = "bbo_proof", _("Proof of ability as an instructor")
    PDC = "pdc", _("PDC certificate")
    VOCATIONAL_DIPLOMA = "vocational_diploma", _("Mbo diploma")
    TRAINER_COURSE = "trainer_course", _("Course for workplace trainers (praktijkopleider)")
    FOREIGN_DIPLOMA = "foreign_diploma", _("Diploma from abroad")
    FOREIGN_RATING = "foreign_rating", _("Rating of a diploma from abroad")
    EU_RECOGNITION = "eu_recognition", _("Recognition by DUO, diploma from the EEA or Switzerland")
    FOREIGN_EQUATED = "foreign_equated", _("Right to teach by DUO, diploma from another country")
    TRADE_CERTIFICATE = "trade_certificate", _("Certificate of the trade, such as VCA or NEN 3140")


class CredentialScope(TextChoices):
    """The work that a diploma from abroad, or its recognition, is about."""

    TEACHING = "teaching", _("Teaching")
    SUPPORT = "support", _("Instructor or other teaching support")
    OTHER = "other", _("Another profession")


class CredentialOrigin(TextChoices):
    """Which law recognises a diploma from abroad; the country itself is not kept."""

    EEA = "eea", _("A country of the EEA, or Switzerland")
    ELSEWHERE = "elsewhere", _("Another country")


class CheckOutcome(TextChoices):
    """What a school found when it looked at a paper."""

    SEEN = "seen", _("Seen")
    REJECTED = "rejected", _("Not accepted")


class CourseKind(TextChoices):
    """A course with the work of an instructor as a part of it (WEB 4.2.2 lid 3)."""

    BBL = "bbl", _("Bbl, work and learn (mbo)")
    DUAL = "dual", _("Dual course (hbo)")


class Category(TextChoices):
    """What a notice is about; a person chooses a frequency for each."""

    MATCH = "match", _("New matches")
    ANSWER = "answer", _("Interest and answers")
    VACANCY = "vacancy", _("Vacancy administration")
    PAPERS = "papers", _("My papers and training")
    ACCOUNT = "account", _("Account and colleagues")
    NEWS = "news", _("News")


class Frequency(TextChoices):
    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day")
    WEEKLY = "weekly", _("Once a week")
    NEVER = "never", _("Never")


class NoticeState(TextChoices):
    """What became of a notice's mail."""

    WAITING = "waiting", _("Waiting")
    MAILED = "mailed", _("In a mail")
    NOT_WANTED = "not_wanted", _("Not wanted by mail")
    NO_ADDRESS = "no_address", _("The address takes no mail")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class MailState(TextChoices):
    QUEUED = "queued", _("Queued")
    SENDING = "sending", _("Sending")
    SENT = "sent", _("Sent")
    PARKED = "parked", _("Parked")
    RETURNED = "returned", _("Came back")
    CANCELLED = "cancelled", _("Cancelled")


class MailStop(TextChoices):
    """Why an address gets no mail any more; a code that its owner asks for still goes."""

    BOUNCED = "bounced", _("Mail to this address comes back")
    COMPLAINED = "complained", _("Mail to this address was called spam")


class NewsAudience(TextChoices):
    EVERYONE = "everyone", _("Everyone")
    PROFESSIONALS = "professionals", _("Professionals")
    SCHOOLS = "schools", _("Colleagues of schools")


def mask_of(kind: type[TextChoices], values: Iterable[str]) -> int:
    """The mask in which bit i stands for the i-th member of `kind`."""
    order = kind.values
    return sum(1 << order.index(value) for value in set(values))


def values_of(kind: type[TextChoices], mask: int) -> list[str]:
    """The members of `kind` whose bit is set, in order."""
    return [value for number, value in enumerate(kind.values) if mask >> number & 1]
