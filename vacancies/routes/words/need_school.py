"""Needs that the school fills in: decisions, signatures, and how it plans the hours."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from vacancies.codes import Need
from vacancies.routes.words.need_text import (
    AT_ONCE,
    BY_SCHOOL,
    IN_THE_CHECK,
    SBB,
    SCHOOL_PLANS,
    WEB,
    NeedText,
)
from vacancies.routes.words.voice import Actor, Said, Text

OF_THE_PLAN: Final = _("This is a matter of planning.")
BOTH_SIGN: Final = Said(
    _("you and the school, both sign"), _("you and the professional, both sign")
)


def _school(
    name: Text,
    ask: Said,
    how: Said,
    article: str,
    duration: Text = SCHOOL_PLANS,
    issuer: Said = BY_SCHOOL,
    issuer_url: str = "",
) -> NeedText:
    return NeedText(
        name, ask, how, Actor.SCHOOL, issuer, duration, article, url=WEB, issuer_url=issuer_url
    )


PAPERS_OF_THE_SCHOOL: Final[dict[Need, NeedText]] = {
    Need.STATEMENT_BY: _school(
        _("Suitability statement of this school"),
        Said(
            _("This school has to give you a suitability statement; one from elsewhere is no use."),
            _("Your own school has to give a suitability statement; another one is no use."),
        ),
        Said(
            _("Ask the school for a suitability check. After a good outcome the board signs."),
            _(
                "Do the suitability check. After a good outcome let the board sign, and note the day."
            ),
        ),
        "WEB 4.2.4 lid 1",
        IN_THE_CHECK,
    ),
    Need.TRAINING_PLAN: _school(
        _("Plan for training and coaching"),
        Said(
            _("The school has to write down which training and coaching you get."),
            _("You have to write down which training and coaching the professional gets."),
        ),
        Said(
            _("Tell on which day-part you can study, and what you already know."),
            _("Fix the courses, the coach and the study day-part, and sign the plan."),
        ),
        "WEB 4.2.4 lid 3",
    ),
    Need.TRAINING_AGREED: _school(
        _("Agreement with a hogeschool or university"),
        Said(
            _("You, the school and a hogeschool or university have to agree on your training."),
            _("You have to agree on the training with a hogeschool or university."),
        ),
        Said(
            _("Ask the school with which hogeschool it works. You sign too."),
            _("Choose a hogeschool or university with teacher training, and sign all three."),
        ),
        "WEB 4.2.4 lid 3, 4.2.5",
        issuer=Said(
            _("the school, the hogeschool and you"),
            _("your school, the hogeschool and the professional"),
        ),
    ),
    Need.NAMED_TEACHER: _school(
        _("A teacher who stays responsible"),
        Said(
            _("The school has to name a teacher who stays responsible for your lessons."),
            _("You have to name a teacher who stays responsible for these lessons."),
        ),
        Said(
            _("Ask which teacher that is, and prepare your first lesson together."),
            _("Choose a teacher and write the name with the planned hours."),
        ),
        "WEB 4.2.1 lid 6",
    ),
    Need.INSTR_DECLARATION: _school(
        _("Declaration about earlier work as an instructor"),
        Said(
            _("The school has to declare in writing that you already instructed in time."),
            _("You have to declare in writing that the professional already instructed in time."),
        ),
        Said(
            _("Give the school an old contract or a letter that shows it."),
            _("Check the old contract, write the declaration, and note the day."),
        ),
        "WEB 4.2.2 lid 1 b–d; BBO 3.2",
    ),
    Need.EXEMPTION_DECISION: _school(
        _("Decision on a temporary exemption"),
        Said(
            _("The school has to decide on a temporary exemption for the whole period you work."),
            _("You have to decide on a temporary exemption for the whole period of the work."),
        ),
        Said(
            _("Ask the school whether it wants to do this, and for how long."),
            _("Let the board decide on the first and last day. An extension is a new decision."),
        ),
        "WEB 4.2.1 lid 5, 4.2.2 lid 4",
    ),
    Need.EXTENSION_REASON: _school(
        _("Reason for an extension"),
        Said(
            _("The school has to write down why your period is extended."),
            _("You have to write down why the period is extended."),
        ),
        Said(
            _("Talk early about what you still need. Extending is simply an option."),
            _("Write down the reason, and what happens in the extra time."),
        ),
        "WEB 4.2.1 lid 3, 5, 4.2.2 lid 4",
    ),
    Need.EFFORT_STATEMENT: _school(
        _("Statement to work on a diploma"),
        Said(
            _(
                "You and the school both have to sign that you work on a teacher diploma or recognition."
            ),
            _(
                "You and the professional both have to sign the promise to work on a teacher diploma."
            ),
        ),
        Said(
            _("Read the statement, sign it, and ask the school to sign too."),
            _("Draw up the statement, sign it, and let the professional sign too."),
        ),
        "WEB 4.2.1 lid 5",
        AT_ONCE,
        BOTH_SIGN,
    ),
    Need.SBB_RECOGNITION: _school(
        _("Company recognised by SBB"),
        Said(
            _("Your company has to be recognised by SBB for this course."),
            _("The company has to be recognised by SBB for this course."),
        ),
        Said(
            _("Ask your employer, or look up the company at SBB."),
            _("Look up the company at SBB, or ask it to apply for recognition."),
        ),
        "WEB 1.5.3",
        _("SBB looks at it again at least every %(sbb_reassess_within)s."),
        Said("SBB"),
        SBB,
    ),
}

PLANNING: Final[dict[Need, NeedText]] = {
    Need.ONLY_SPECIFIC_PARTS: _school(
        _("Only lessons about the own trade"),
        Said(
            _("Your hours have to hold only lessons about what you know from work."),
            _("The hours have to hold only lessons about what somebody knows from work."),
        ),
        Said(
            _("Ask which lessons are meant, and say what you do not know."),
            _("Leave out tasks such as mentoring and lessons outside the trade."),
        ),
        "WEB 4.2.1 lid 6",
        OF_THE_PLAN,
    ),
    Need.AVG_HOURS: _school(
        _("Within the hours of a year"),
        Said(
            _(
                "Your lessons have to stay within %(guest_avg_clock_hours_week)s a week"
                " on average, over a year at this school."
            ),
            _(
                "The lessons have to stay within %(guest_avg_clock_hours_week)s a week"
                " on average, over a year at your school."
            ),
        ),
        Said(
            _("Plan fewer hours or fewer weeks. In a busy week more is possible."),
            _("Plan fewer hours or fewer weeks, or give part of the hours another route."),
        ),
        "WEB 4.2.1 lid 6",
        OF_THE_PLAN,
    ),
    Need.CONTRACT_ONLY: _school(
        _("Only paid contract education"),
        Said(
            _("Your hours have to be paid company courses only, without a funded lesson."),
            _("The hours have to be paid company courses only, without a funded lesson."),
        ),
        Said(
            _("Ask which course it is, and who pays for it."),
            _("Plan funded lessons apart: they need a route of their own."),
        ),
        "WEB 4.2.1 lid 4, 4.2.2 lid 2",
        OF_THE_PLAN,
    ),
    Need.NO_TEACHING_WORK: _school(
        _("No teaching and no instructing"),
        Said(
            _("Your work has to be without teaching and without instructing."),
            _("The work has to be without teaching and without instructing."),
        ),
        Said(
            _("Ask which tasks are meant. Do you also instruct? Then another route fits."),
            _("Write down the tasks. With teaching or instructing, choose another route."),
        ),
        "WEB 4.2a.1",
        OF_THE_PLAN,
    ),
    Need.TERM_LEFT: _school(
        _("Within the period of this route"),
        Said(
            _("Your work has to stay within the time that this route has at this school."),
            _("The work has to stay within the time that this route has at your school."),
        ),
        Said(
            _("Choose an earlier last day, or look at a route without an end."),
            _("Plan an earlier last day, or work towards a route without an end."),
        ),
        "WEB 4.2.1 lid 3, 5, 4.2.2 lid 4",
        OF_THE_PLAN,
    ),
}

IN_THE_COMPANY: Final[dict[Need, NeedText]] = {
    Need.TRAINER_LEVEL: NeedText(
        name=_("Trade at mbo 4 level"),
        ask=Said(
            _("You need to master your trade at about mbo 4 level."),
            _("The workplace trainer needs to master the trade at about mbo 4 level."),
        ),
        how=Said(
            _("Add your diploma, or ask SBB what else counts."),
            _("Ask the company for the diploma, or look at SBB what else counts."),
        ),
        by=Actor.PERSON,
        issuer=Said(_("an mbo school")),
        issuer_url=SBB,
        duration=AT_ONCE,
        article="WEB 7.2.8",
    ),
    Need.TRAINER_COURSE: NeedText(
        name=_("Course for workplace trainers"),
        ask=Said(
            _("You need a course for workplace trainers (praktijkopleider)."),
            _("The workplace trainer needs a course for this (praktijkopleider)."),
        ),
        how=Said(
            _("Ask the training fund of your trade: it often pays or gives this course."),
            _("Point the company to the training fund of its trade."),
        ),
        by=Actor.PERSON,
        issuer=Said(
            _("a trainer or the fund of your trade"), _("a trainer or the fund of the trade")
        ),
        duration=_("That differs for each trade."),
        article="WEB 7.2.8",
        issuer_url=SBB,
    ),
}
