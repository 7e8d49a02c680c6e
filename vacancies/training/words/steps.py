"""The steps of a trajectory: what the button says, and what happened, in both voices."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from vacancies.enums import StopReason
from vacancies.routes.words.voice import Said, Text, Voice

BUTTONS: Final[dict[str, Said]] = {
    "match": Said(_("Yes, let us do this")),
    "begin_check": Said(_("Begin the suitability check")),
    "issue_statement": Said(_("The statement is signed")),
    "refuse_statement": Said(_("The board does not sign")),
    "appoint": Said(_("Record the appointment")),
    "apply": Said(_("I applied for the PDG"), _("Applied for the PDG")),
    "admit": Said(_("Admitted to the PDG")),
    "reject": Said(_("Not admitted to the PDG")),
    "sign_agreement": Said(_("The agreement is signed")),
    "begin_training": Said(_("The course has begun")),
    "extend": Said(_("Extend the term")),
    "pause": Said(_("Pause")),
    "resume": Said(_("Go on after the pause")),
    "resume_extended": Said(_("Go on after the pause")),
    "obtain": Said(_("The PDG is obtained")),
    "stop": Said(_("Stop")),
    "take_up_again": Said(_("Take it up again")),
}

HAPPENED: Final[dict[str, Said]] = {
    "begin": Said(_("This way was proposed")),
    "match": Said(_("You both said yes"), _("Both said yes")),
    "begin_check": Said(_("The suitability check began")),
    "issue_statement": Said(
        _("The school signed your suitability statement"),
        _("The suitability statement was signed"),
    ),
    "refuse_statement": Said(
        _("The school does not sign a suitability statement now"),
        _("The suitability statement was not signed"),
    ),
    "appoint": Said(_("You are appointed. Both clocks run"), _("Appointed. Both clocks run")),
    "apply": Said(_("Applied for the PDG")),
    "admit": Said(_("You are admitted to the PDG"), _("Admitted to the PDG")),
    "reject": Said(_("The provider did not admit you this time"), _("The provider did not admit")),
    "sign_agreement": Said(_("The training agreement is signed")),
    "begin_training": Said(_("The course began")),
    "extend": Said(_("The term was extended")),
    "pause": Said(_("Paused")),
    "resume": Said(_("Going on after a pause")),
    "resume_extended": Said(_("Going on after a pause")),
    "obtain": Said(_("You have your PDG"), _("The PDG was obtained")),
    "stop": Said(_("It stopped. The door stays open")),
    "take_up_again": Said(_("It was taken up again")),
}
ABOUT: Final[dict[str, Said]] = {
    "match": Said(
        _("You both want this. Then the suitability check can begin; nothing is fixed yet."),
    ),
    "begin_check": Said(_("A talk, a trial lesson and the papers. The professional is told.")),
    "issue_statement": Said(
        _("Record the statement with its judgements first; this step then follows by itself.")
    ),
    "refuse_statement": Said(
        _("The professional reads why. Your school can begin a new check later.")
    ),
    "appoint": Said(_("Statement, VOG and a signed contract come first: the law asks that.")),
    "apply": Said(
        _("Say this once you sent your application to the hogeschool."),
        _("Say this once the application is with the hogeschool."),
    ),
    "admit": Said(_("The letter of admission is there.")),
    "reject": Said(_("One can apply again, also with another provider.")),
    "sign_agreement": Said(
        _("School, provider and professional signed. This records it for the law too.")
    ),
    "begin_training": Said(_("The first day of the course was there.")),
    "extend": Said(_("Extending is simply an option. The agreement on the PDG keeps its own day.")),
    "pause": Said(
        _(
            "What is due moves along. The law says nothing of a pause: here the legal term moves"
            " only by whole study years without work (to be confirmed, C4)."
        )
    ),
    "resume": Said(_("What is still due moves along with the days of the pause.")),
    "resume_extended": Said(_("What is still due moves along with the days of the pause.")),
    "obtain": Said(
        _("The paper is put among those of the professional, and routes and matches follow.")
    ),
    "stop": Said(
        _("Everything stays here, and you can take it up again. The school is told."),
        _("Everything stays here, and it can be taken up again. The professional is told."),
    ),
    "take_up_again": Said(
        _("Papers and judgements that still hold, count. The steps are taken anew.")
    ),
}
UNDONE: Final = _("A moderator took a step back: %(step)s")


def label_of(verb: str, voice: Voice) -> str:
    """What the button of a step says."""
    return str(BUTTONS[verb].to(voice))


def about_step(verb: str, voice: Voice) -> str:
    """What a step means."""
    return str(ABOUT[verb].to(voice))


def happened(verb: str, voice: Voice, *, is_undo: bool = False) -> str:
    """A step as something that happened."""
    said: Text = HAPPENED[verb].to(voice)
    return str(UNDONE) % {"step": said} if is_undo else str(said)


def stop_words(reason: str) -> str:
    """Why it stopped, as a label of the short list."""
    return str(StopReason(reason).label) if reason in StopReason.values else reason
