"""People on the way to a PDG at Deltion College, each in another phase, by the real actions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import chain
from typing import Final

from django.db.models import F

from accounts.credentials import actions as credentials
from accounts.credentials.kinds import Facts
from accounts.enums import CredentialKind
from accounts.models import Notice, Professional, User
from portal.demo import courses
from portal.demo.clock import days_ago
from vacancies.applications import actions as applications
from vacancies.assessment import actions as assessment
from vacancies.codes import Decision, Route
from vacancies.lifecycles import Side
from vacancies.matching import queries as matches
from vacancies.models import CourseStart, Trajectory, Vacancy
from vacancies.training import actions
from vacancies.training.actions import Agreements, Answer
from vacancies.training.errors import RefusedError

VACANCY: Final = "docent-techniek-zwolle"
PERSON, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL
TWO_DAYS: Final = timedelta(days=2)
FRIDAY: Final = 0b11 << 12
MESSAGE: Final = "Ik wil dit werk blijven doen en er een echte docent in worden."
GOOD: Final = Answer(4, Decimal(2), True, "De lesbezoeken helpen me het meest.")
FINE: Final = Answer(4, Decimal(2), True, "")
POOR: Final = Answer(
    2, Decimal("0.5"), False, "Een vaste tijd met mijn begeleider. Nu valt het vaak uit."
)
HURRIED: Final = Answer(3, Decimal(1), False, "Het rooster van vrijdag moet anders.")


@dataclass(frozen=True)
class Story:
    """What happened on which day: so many days ago, the step, and what was answered in week n.

    `starts_in`: the first day of work, in days from today; before today it has passed.
    """

    starts_in: int
    steps: tuple[tuple[int, str], ...]
    coach: str = "Els de Boer"
    answers: tuple[tuple[int, int, Answer | None, Answer | None], ...] = ()
    run: Callable[[date], CourseStart] | None = None


BEGUN: Final = (
    (79, "begin"),
    (78, "match"),
    (77, "papers"),
    (76, "begin_check"),
    (74, "statement"),
)
APPOINTED: Final = (*BEGUN, (73, "appoint"))
TRAINED: Final = (
    *APPOINTED,
    (71, "apply"),
    (68, "admit"),
    (66, "agreement"),
    (64, "begin_training"),
)
SANNES: Final = Story(
    -72,
    (*APPOINTED, (60, "apply"), (55, "admit"), (50, "agreement"), (46, "begin_training")),
    answers=((31, 2, GOOD, FINE), (3, 6, None, GOOD)),
    run=courses.last_part,
)
STORIES: Final = (
    SANNES,
    Story(120, ((3, "begin"),)),
    Story(50, ((30, "begin"), (28, "match"), (20, "papers"), (18, "begin_check"))),
    Story(35, ((60, "begin"), (58, "match"), (50, "papers"), (40, "begin_check"), (12, "statement"))),
    Story(-50, (*APPOINTED, (60, "apply"))),
    Story(-70, TRAINED, answers=((49, 2, GOOD, FINE), (20, 6, POOR, HURRIED))),
    Story(-72, TRAINED, "Wim Hoekstra", ((47, 2, FINE, GOOD), (21, 6, GOOD, None))),
    Story(-72, (*TRAINED, (25, "pause")), "Wim Hoekstra", ((46, 2, HURRIED, FINE),)),
    Story(-71, (*TRAINED, (6, "obtain")), answers=((48, 2, GOOD, FINE), (20, 6, FINE, GOOD))),
)  # fmt: skip


@dataclass
class Scene:
    """One person on the way, and who records it."""

    person: Professional
    hr: User
    story: Story
    today: date
    row: Trajectory

    @property
    def user(self) -> User:
        return User.objects.get(pk=self.person.user_id)

    @property
    def first(self) -> date:
        return self.today + timedelta(days=self.story.starts_in)

    def now(self) -> Trajectory:
        self.row.refresh_from_db()
        return self.row


def play(
    vacancy: Vacancy, hr: User, today: date, *, sanne: Professional, but: Professional
) -> None:
    """Every story with a person of its own, Sanne in the first, day by day; then what the clock
    does."""
    people = chain([sanne], _people(vacancy, {sanne.pk, but.pk}))
    scenes: list[Scene] = []
    for story in STORIES:
        scene = _begun(story, vacancy, people, hr, today)
        if scene:
            scenes.append(scene)
    days = sorted({day for one in scenes for day in _days(one.story)}, reverse=True)
    for day in days:
        with days_ago(day, time(15, 30)):
            actions.care_for_all(today - timedelta(days=day))
            for scene in scenes:
                _play_day(scene, day)
    _has_read(hr, today)
    with days_ago(0, time(7, 45)):
        actions.care_for_all(today)


def _has_read(hr: User, today: date) -> None:
    """What came before the last days was read on the day that it came."""
    old = Notice.objects.filter(recipient=hr, read_at=None, created_at__date__lt=today - TWO_DAYS)
    old.update(read_at=F("created_at"))


def _people(vacancy: Vacancy, but: set[int]) -> Iterator[Professional]:
    """Who fits and said no yes here yet, the best first."""
    rows = matches.candidates_of(vacancy).exclude(professional__in=but)
    busy = set(vacancy.applications.values_list("professional", flat=True))
    return (row.professional for row in rows if row.professional_id not in busy)


def _begun(
    story: Story, vacancy: Vacancy, people: Iterator[Professional], hr: User, today: date
) -> Scene | None:
    """The first of these people for whom the law leaves room."""
    first = today + timedelta(days=story.starts_in)
    for person in people:
        with days_ago(story.steps[0][0], time(15, 30)):
            user = User.objects.get(pk=person.user_id)
            application = applications.show_interest(vacancy, person, message=MESSAGE, by=user)
            applications.talk(application, by=hr)
            try:
                row = actions.begin(application, starts_on=first, side=SCHOOL, by=hr)
            except RefusedError:
                continue
        return Scene(person, hr, story, today, row)
    return None


def _days(story: Story) -> list[int]:
    return [day for day, _verb in story.steps] + [day for day, *_rest in story.answers]


def _play_day(scene: Scene, day: int) -> None:
    on = scene.today - timedelta(days=day)
    for when, verb in scene.story.steps:
        if when == day and verb != "begin":
            PLAYED.get(verb, _plain(verb))(scene, on)
    for when, week, own, school in scene.story.answers:
        if when == day:
            _answer(scene, week, own, school, on)


def _plain(verb: str) -> Callable[[Scene, date], object]:
    side = PERSON if verb in ("match", "apply", "begin_training") else SCHOOL

    def taken(scene: Scene, on: date) -> object:
        by = scene.user if side == PERSON else scene.hr
        row = scene.now()
        return actions.take(row, verb, side=side, by=by, seen=row.version)

    return taken


def _papers(scene: Scene, on: date) -> None:
    """A diploma, a VOG that the school saw, the declaration, and what they agree."""
    diploma = Facts(field="Techniek", issuer="Windesheim", issued_on=date(2014, 7, 1))
    person, user, school = scene.person, scene.user, scene.row.institution
    paper = credentials.add(person, CredentialKind.HIGHER_DIPLOMA, diploma, by=user)
    credentials.mark_seen(paper, institution=school, shown_on=on, by=scene.hr)
    vog = credentials.add(
        person, CredentialKind.VOG, Facts(issued_on=on - timedelta(days=9)), by=user
    )
    credentials.mark_seen(vog, institution=school, shown_on=on, by=scene.hr)
    credentials.answer(person, by=user, no_ban_declared_on=on)
    row = scene.now()
    agreed = Agreements(
        starts_on=row.starts_on,
        course_start=scene.story.run(scene.today) if scene.story.run else None,
        guide=scene.hr,
        coach=scene.story.coach,
        coach_hours_week=Decimal(2),
        study_day_mask=FRIDAY,
    )
    actions.agree(row, agreed, by=scene.hr, seen=row.version)


def _statement(scene: Scene, on: date) -> None:
    school = scene.row.institution
    assessment.record_statement(
        scene.person,
        institution=school,
        route=Route.SUITABILITY_IN_TRAINING,
        decided_on=on,
        judged=list(Decision),
        by=scene.hr,
    )
    assessment.record_decision(
        scene.person, institution=school, by=scene.hr, kind=Decision.TRAINING_PLAN, decided_on=on
    )


def _appoint(scene: Scene, on: date) -> None:
    row = scene.now()
    actions.appoint(row, appointed_on=scene.first, is_signed=True, by=scene.hr, seen=row.version)


def _agreement(scene: Scene, on: date) -> None:
    row = scene.now()
    actions.sign_agreement(row, signed_on=on, by=scene.hr, seen=row.version)


def _pause(scene: Scene, on: date) -> None:
    row = scene.now()
    actions.pause(row, starts_on=on, by=scene.hr, seen=row.version)


def _obtain(scene: Scene, on: date) -> None:
    row = scene.now()
    actions.obtain(row, issued_on=on, issuer="Windesheim", by=scene.hr, seen=row.version)


def _answer(scene: Scene, week: int, own: Answer | None, school: Answer | None, on: date) -> None:
    if own:
        actions.answer_check_in(scene.now(), week, own, side=PERSON, by=scene.user, on=on)
    if school:
        actions.answer_check_in(scene.now(), week, school, side=SCHOOL, by=scene.hr, on=on)


PLAYED: Final[Mapping[str, Callable[[Scene, date], object]]] = {
    "papers": _papers,
    "statement": _statement,
    "appoint": _appoint,
    "agreement": _agreement,
    "pause": _pause,
    "obtain": _obtain,
}
