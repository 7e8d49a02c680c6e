"""What each milestone is, who sees to it, and which paper comes of it: in both voices."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from vacancies.routes.words.voice import Said, Text, Voice
from vacancies.training.milestones import RULE_OF, Code, Owner

NAMES: Final[dict[Code, Said]] = {
    Code.BOTH_YES: Said(_("You and the school both say yes to this way"), _("You and the professional both say yes to this way")),
    Code.LEVEL_PAPERS: Said(_("Show your diploma, or your years in the trade"), _("Diploma or years in the trade shown")),
    Code.NO_BAN: Said(_("Declare that no judge excluded you from teaching"), _("Declared: not excluded from teaching by a judge")),
    Code.VOG_REQUESTED: Said(_("Ask for your VOG"), _("VOG asked for")),
    Code.ABILITY_TEST: Said(_("Test of your level by an accredited bureau"), _("Test of the level by an accredited bureau")),
    Code.SUITABILITY_CHECK: Said(_("Suitability check: the school judges"), _("Suitability check: your judgements")),
    Code.TRAINING_PLAN: Said(_("Plan for your training and coaching"), _("Plan for training and coaching")),
    Code.STATEMENT: Said(_("Suitability statement signed")),
    Code.CONTRACT: Said(_("Contract or lending agreement signed")),
    Code.VOG_SHOWN: Said(_("Show your VOG to the school"), _("VOG shown to you")),
    Code.COACH_AGREED: Said(_("Coach, hours of coaching and study day agreed")),
    Code.PDG_APPLICATION: Said(_("Apply for the PDG course"), _("Applied for the PDG course")),
    Code.INTAKE: Said(_("Intake with the provider")),
    Code.ADMISSION: Said(_("Letter of admission")),
    Code.AGREEMENT: Said(_("Training agreement signed by all three")),
    Code.FIRST_DAY: Said(_("First day of the course")),
    Code.PARTS_DONE: Said(_("Hand in your last part"), _("Last part handed in")),
    Code.CERTIFICATE: Said(_("PDG certificate obtained")),
    Code.EXTENSION: Said(_("Last moment to decide on an extension, if that is needed")),
}  # fmt: skip

DONE: Final[dict[Code, Text]] = {  # what was an order, once it is done
    Code.LEVEL_PAPERS: NAMES[Code.LEVEL_PAPERS].school,
    Code.NO_BAN: NAMES[Code.NO_BAN].school,
    Code.VOG_REQUESTED: NAMES[Code.VOG_REQUESTED].school,
    Code.VOG_SHOWN: _("VOG shown to the school"),
    Code.PDG_APPLICATION: NAMES[Code.PDG_APPLICATION].school,
    Code.PARTS_DONE: NAMES[Code.PARTS_DONE].school,
}

HOW: Final[dict[Code, Said]] = {
    Code.BOTH_YES: Said(
        _("Nothing is fixed by it: it opens the suitability check.")
    ),
    Code.LEVEL_PAPERS: Said(
        _("Add it to your papers here. The school notes what it saw."),
        _("Look at the papers and note what you saw."),
    ),
    Code.NO_BAN: Said(_("Answer this one question at “May I teach?”.")),
    Code.VOG_REQUESTED: Said(
        _("The school prepares the request at Justis, you finish it. It is kept here as a day only."),
        _("You prepare the request at Justis, profile education; the professional finishes it."),
    ),
    Code.ABILITY_TEST: Said(_("Asked where no diploma of hbo or university tells the level.")),
    Code.SUITABILITY_CHECK: Said(
        _("A talk, a trial lesson, your papers. You hear what the school judges, and why."),
        _("Watch a trial lesson, lay the papers beside it, and record each judgement."),
    ),
    Code.TRAINING_PLAN: Said(
        _("Tell on which day you can study and what you know already."),
        _("Draw it up with the professional. A draft to sign is with the routes and papers."),
    ),
    Code.STATEMENT: Said(
        _("The board signs it after a good check; it holds at this school."),
        _("Record it with the judgements it rests on; the law asks it before the appointment."),
    ),
    Code.CONTRACT: Said(_("With a statement of your manager about the fte."), _("With a statement of the manager about the fte.")),
    Code.VOG_SHOWN: Said(
        _("Show it at the school. Only the day is noted, never the paper."),
        _("Look at it and note the day. Keep no copy here."),
    ),
    Code.COACH_AGREED: Said(
        _("So that you know who helps, and when you are free to study."),
        _("Fill in who coaches, how many hours a week, and which day is for study."),
    ),
    Code.PDG_APPLICATION: Said(
        _("You send your diploma and proof of identity to the hogeschool, never to this site."),
        _("The professional applies; you give the statement and the fte."),
    ),
    Code.INTAKE: Said(_("A talk about what you know already: parts can be exempt."), _("A talk about exemptions; note it once it was held.")),
    Code.ADMISSION: Said(_("The hogeschool writes; the school notes the day."), _("Note the day on which the letter came.")),
    Code.AGREEMENT: Said(_("You, the school and the hogeschool sign."), _("School, hogeschool and professional sign; record the day.")),
    Code.FIRST_DAY: Said(_("Have a good first day.")),
    Code.PARTS_DONE: Said(_("Then there is time to look at it, and to do a part again.")),
    Code.CERTIFICATE: Said(
        _("Routes and matches follow at once."),
        _("Record it here: the paper, the routes and the matches follow at once."),
    ),
    Code.EXTENSION: Said(
        _("Extending is simply an option. Say early that you need it."),
        _("The law asks the reason in writing, before the term ends."),
    ),
}  # fmt: skip

DOCUMENTS: Final[dict[str, Text]] = {
    "diploma": _("diploma, or a list of your work"),
    "ability_test": _("report of the test"),
    "training_plan": _("plan for training and coaching"),
    "statement": _("suitability statement"),
    "contract": _("contract or lending agreement, statement of the fte"),
    "vog": _("VOG, profile education"),
    "application": _("start portfolio, statement, statement of the fte"),
    "admission": _("letter of admission"),
    "agreement": _("training agreement (scholingsovereenkomst)"),
    "certificate": _("PDG certificate"),
    "extension": _("decision with the reason"),
}

OWNERS: Final[dict[Owner, Said]] = {
    Owner.PROFESSIONAL: Said(_("You"), _("The professional")),
    Owner.SCHOOL: Said(_("School"), _("Your school")),
    Owner.PROVIDER: Said(_("The training provider")),
}


def milestone_name(code: str, voice: Voice, *, is_done: bool = False) -> str:
    """What it is: to the person as something to do, until it is done."""
    said = NAMES[Code(code)].to(voice)
    if is_done and voice is Voice.PERSON:
        said = DONE.get(Code(code), said)
    return str(said)


def how_of(code: str, voice: Voice) -> str:
    """One sentence on how it is done."""
    return str(HOW[Code(code)].to(voice))


def document_of(code: str) -> str:
    """The paper that comes of it, if any."""
    name = RULE_OF[Code(code)].document
    return str(DOCUMENTS[name]) if name else ""


def owner_name(owner: str, voice: Voice, provider: str = "") -> str:
    """Who sees to it; the provider by its name, once it is known."""
    if owner == Owner.PROVIDER and provider:
        return provider
    return str(OWNERS[Owner(owner)].to(voice))
