from vacancies.posting.forms.planning import PlanningForm
from vacancies.posting.forms.routes import RoutesForm
from vacancies.posting.forms.section import SectionForm
from vacancies.posting.forms.steps import CloseForm, ConfirmForm, ExtendForm, SubmitForm, TitleForm
from vacancies.posting.forms.terms import TermsForm
from vacancies.posting.forms.when import WhenForm
from vacancies.posting.forms.work import WorkForm
from vacancies.posting.sections import Section

SECTION_FORMS: dict[Section, type[SectionForm]] = {
    Section.WORK: WorkForm,
    Section.WHEN: WhenForm,
    Section.ROUTE: RoutesForm,
    Section.TERMS: TermsForm,
    Section.PLANNING: PlanningForm,
}

__all__ = [
    "SECTION_FORMS",
    "CloseForm",
    "ConfirmForm",
    "ExtendForm",
    "RoutesForm",
    "SectionForm",
    "SubmitForm",
    "TitleForm",
    "WhenForm",
]
