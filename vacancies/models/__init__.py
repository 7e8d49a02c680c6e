"""The shared vocabulary of the work, one file an aggregate."""

from vacancies.models.application import Application, SavedVacancy
from vacancies.models.conversation import ApplicationStep, Message, MessageTemplate, Opinion
from vacancies.models.course import Course, CourseModule, CourseStart, SubsidyScheme
from vacancies.models.employer import Confirmation, EmployerRequest, EmployerStep, LendingTerms
from vacancies.models.facts import CandidateFacts, VacancyFacts
from vacancies.models.lapse import Lapse
from vacancies.models.match import Match
from vacancies.models.meeting import CalendarFeed, Meeting, MeetingOption, MeetingStep
from vacancies.models.muting import Muting
from vacancies.models.placement import Placement, PlacementStep, StartItem
from vacancies.models.reference import (
    PayStep,
    PayTable,
    RuleConstant,
    WordingException,
    WordingRule,
)
from vacancies.models.report import Report
from vacancies.models.search import SearchEntry, SearchWord
from vacancies.models.suitability import BoardDecision, PlannedBlock
from vacancies.models.trajectory import (
    CheckIn,
    HelpTask,
    Milestone,
    ModuleProgress,
    Pause,
    SubsidyCase,
    Trajectory,
    TrajectoryStep,
)
from vacancies.models.vacancy import Requirement, Vacancy

__all__ = [
    "Application",
    "ApplicationStep",
    "BoardDecision",
    "CalendarFeed",
    "CandidateFacts",
    "CheckIn",
    "Confirmation",
    "Course",
    "CourseModule",
    "CourseStart",
    "EmployerRequest",
    "EmployerStep",
    "HelpTask",
    "Lapse",
    "LendingTerms",
    "Match",
    "Meeting",
    "MeetingOption",
    "MeetingStep",
    "Message",
    "MessageTemplate",
    "Milestone",
    "ModuleProgress",
    "Muting",
    "Opinion",
    "Pause",
    "PayStep",
    "PayTable",
    "Placement",
    "PlacementStep",
    "PlannedBlock",
    "Report",
    "Requirement",
    "RuleConstant",
    "SavedVacancy",
    "SearchEntry",
    "SearchWord",
    "StartItem",
    "SubsidyCase",
    "SubsidyScheme",
    "Trajectory",
    "TrajectoryStep",
    "Vacancy",
    "VacancyFacts",
    "WordingException",
    "WordingRule",
]
