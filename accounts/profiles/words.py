"""Functions, employment forms and language levels, each in a sentence for who has to choose."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from accounts.enums import DutchLevel, EmploymentForm, FunctionKind

FUNCTIONS: Final[dict[str, object]] = {
    FunctionKind.PRACTICE_COACH: _("You guide students while they practise."),
    FunctionKind.GUEST_TEACHER: _(
        "You teach about your own trade, a few hours a week. A teacher of the school stays responsible."
    ),
    FunctionKind.INSTRUCTOR: _("You give practical lessons, next to a teacher."),
    FunctionKind.TEACHER: _("You teach classes of your own and are responsible for them."),
    FunctionKind.CONTRACT_TRAINER: _("You train employees in courses that companies pay for."),
    FunctionKind.WORKPLACE_TRAINER: _("You guide students inside a company."),
    FunctionKind.OTHER_STAFF: _("You help in class, in the workshop or in the kitchen."),
}
EMPLOYMENT_FORMS: Final[dict[str, object]] = {
    EmploymentForm.OWN_CONTRACT: _("You are employed by the school for these hours."),
    EmploymentForm.SECONDMENT_COMPANY: _("You stay employed by your company; the school pays it."),
    EmploymentForm.SECONDMENT_SCHOOL: _("You work at another school that lends you."),
    EmploymentForm.FREE_LENDING: _("Your company lends you and asks no money."),
    EmploymentForm.PAYROLL: _("A payroll firm employs you for the school."),
    EmploymentForm.SELF_EMPLOYED: _("You send invoices from your own firm."),
    EmploymentForm.CONTRACT_ASSIGNMENT: _("You do an assignment in courses for companies."),
}
DUTCH_LEVELS: Final = [
    (DutchLevel.A1, _("A1: some words and short sentences")),
    (DutchLevel.A2, _("A2: simple talks about daily things")),
    (DutchLevel.B1, _("B1: ordinary talks at work")),
    (DutchLevel.B2, _("B2: explaining your trade and discussing it")),
    (DutchLevel.C1, _("C1: fluent, also in writing")),
    (DutchLevel.C2, _("C2: every text and every talk")),
]
