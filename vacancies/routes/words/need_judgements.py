"""Needs that only the school as the one who judges can fill in."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from vacancies.codes import Need
from vacancies.routes.words.need_text import BY_SCHOOL, IN_THE_CHECK, SCHOOL_PLANS, NeedText
from vacancies.routes.words.voice import Actor, Said, Text


def _judgement(
    name: Text,
    ask: Said,
    how: Said,
    article: str = "WEB 4.2.4 lid 1, 2",
    duration: Text = IN_THE_CHECK,
) -> NeedText:
    return NeedText(name, ask, how, Actor.BOARD, BY_SCHOOL, duration, article)


JUDGEMENTS: Final[dict[Need, NeedText]] = {
    Need.LEVEL_JUDGED: _judgement(
        _("Judgement: works at hbo level"),
        Said(
            _("The school has to judge that your training and practice make an hbo-like level."),
            _("You have to judge that training and practice together make an hbo-like level."),
        ),
        Said(
            _("Show what you learned and made at work, also without a diploma for it."),
            _("Look at training and work together, and note yes or no with the ground."),
        ),
        "WEB 4.2.4 lid 2 d",
    ),
    Need.RELEVANCE_JUDGED: _judgement(
        _("Judgement: training and experience fit the work"),
        Said(
            _("The school has to judge that your training and experience fit this work."),
            _("You have to judge that training and experience fit this work."),
        ),
        Said(
            _("Tell which parts of your work come back in the lessons."),
            _("Lay the lessons beside the work experience, and note what you find."),
        ),
    ),
    Need.SUBJECT_JUDGED: _judgement(
        _("Judgement: knows the subject and fits the profession"),
        Said(
            _("The school has to judge that you know the subject and fit the profession."),
            _("You have to judge that somebody knows the subject and fits the profession."),
        ),
        Said(
            _("Talk with a teacher of the subject about what you would teach."),
            _("Let a teacher of the subject talk with the professional, and note the outcome."),
        ),
    ),
    Need.TEACH_JUDGED: _judgement(
        _("Judgement: can teach responsibly now"),
        Said(
            _("The school has to judge that you can teach in a responsible way from day one."),
            _("You have to judge that somebody can teach in a responsible way from day one."),
        ),
        Said(
            _("Give a trial lesson and talk about it afterwards."),
            _("Watch a trial lesson, talk about it, and note yes or no."),
        ),
        "WEB 4.2.4 lid 1 c, lid 3",
    ),
    Need.REACH_JUDGED: _judgement(
        _("Judgement: reaches the level in time"),
        Said(
            _(
                "The school has to judge that you can learn to teach at the full level"
                " within %(reach_level_within)s."
            ),
            _(
                "You have to judge that somebody can learn to teach at the full level"
                " within %(reach_level_within)s."
            ),
        ),
        Said(
            _("Tell how much time you have for study, and what you still want to learn."),
            _("Weigh study time, coaching and earlier training, and note yes or no."),
        ),
        "WEB 4.2.4 lid 1 c, lid 3",
    ),
    Need.SPECIFIC_KNOWLEDGE_JUDGED: _judgement(
        _("Judgement: enough knowledge from work"),
        Said(
            _("The school has to judge that your knowledge from work is enough for these lessons."),
            _("You have to judge that the knowledge from work is enough for these lessons."),
        ),
        Said(
            _("Tell what you do at work and what you want to show. A talk is often enough."),
            _("Talk it through with a teacher of the subject, and note the judgement here."),
        ),
        "WEB 4.2.1 lid 6",
        SCHOOL_PLANS,
    ),
}
