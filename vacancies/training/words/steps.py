"""The steps of a trajectory: what the button says, and what happened, in both voices."""

from typing import Final

from django.utils.translation import gettext_lazy as lazy

from vacancies.enums import StopReason
from vacancies.routes.words.voice import Said, Text, Voice

BUTTONS: Final[dict[str, Said]] = {
    "match": Said(lazy("Yes, let us do this")),
    "begin_check": Said(lazy("Begin the suitability check")),
    "issue_statement": Said(lazy("The statement is signed")),
    "refuse_statement": Said(lazy("The board does not sign")),
    "appoint": Said(lazy("Record the appointment")),
    "apply": Said(lazy("I applied for the PDG"), lazy("Applied for the PDG")),
    "admit": Said(lazy("Admitted to the PDG")),
    "reject": Said(lazy("Not admitted to the PDG")),
    "sign_agreement": Said(lazy("The agreement is signed")),
    "begin_training": Said(lazy("The course has begun")),
    "extend": Said(lazy("Extend the term")),
    "pause": Said(lazy("Pause")),
    "resume": Said(lazy("Go on after the pause")),
    "resume_extended": Said(lazy("Go on after the pause")),
    "obtain": Said(lazy("The PDG is obtained")),
    "stop": Said(lazy("Stop")),
    "take_up_again": Said(lazy("Take it up again")),
}

HAPPENED: Final[dict[str, Said]] = {
    "begin": Said(lazy("This way was proposed")),
    "match": Said(lazy("You both said yes"), lazy("Both said yes")),
    "begin_check": Said(lazy("The suitability check began")),
    "issue_statement": Said(
        lazy("The school signed your suitability statement"),
        lazy("The suitability statement was signed"),
    ),
    "refuse_statement": Said(
        lazy("The school does not sign a suitability statement now"),
        lazy("The suitability statement was not signed"),
    ),
    "appoint": Said(lazy("You are appointed. Both clocks run"), lazy("Appointed. Both clocks run")),
    "apply": Said(lazy("Applied for the PDG")),
    "admit": Said(lazy("You are admitted to the PDG"), lazy("Admitted to the PDG")),
    "reject": Said(
        lazy("The provider did not admit you this time"), lazy("The provider did not admit")
    ),
    "sign_agreement": Said(lazy("The training agreement is signed")),
    "begin_training": Said(lazy("The course began")),
    "extend": Said(lazy("The term was extended")),
    "pause": Said(lazy("Paused")),
    "resume": Said(lazy("Going on after a pause")),
    "resume_extended": Said(lazy("Going on after a pause")),
    "obtain": Said(lazy("You have your PDG"), lazy("The PDG was obtained")),
    "stop": Said(lazy("It stopped. The door stays open")),
    "take_up_again": Said(lazy("It was taken up again")),
}
ABOUT: Final[dict[str, Said]] = {
    "match": Said(
        lazy("You both want this. Then the suitability check can begin; nothing is fixed yet."),
    ),
    "begin_check": Said(lazy("A talk, a trial lesson and the papers. The professional is told.")),
    "issue_statement": Said(
        lazy("Record the statement with its judgements first; this step then follows by itself.")
    ),
    "refuse_statement": Said(
        lazy("The professional reads why. Your school can begin a new check later.")
    ),
    "appoint": Said(lazy("Statement, VOG and a signed contract come first: the law asks that.")),
    "apply": Said(
        lazy("Say this once you sent your application to the hogeschool."),
        lazy("Say this once the application is with the hogeschool."),
    ),
    "admit": Said(lazy("The letter of admission is there.")),
    "reject": Said(lazy("One can apply again, also with another provider.")),
    "sign_agreement": Said(
        lazy("School, provider and professional signed. This records it for the law too.")
    ),
    "begin_training": Said(lazy("The first day of the course was there.")),
    "extend": Said(
        lazy("Extending is simply an option. The agreement on the PDG keeps its own day.")
    ),
    "pause": Said(
        lazy(
            "What is due moves along. The law says nothing of a pause: here the legal term moves"
            " only by whole study years without work (to be confirmed, C4)."
        )
    ),
    "resume": Said(lazy("What is still due moves along with the days of the pause.")),
    "resume_extended": Said(lazy("What is still due moves along with the days of the pause.")),
    "obtain": Said(
        lazy("The paper is put among those of the professional, and routes and matches follow.")
    ),
    "stop": Said(
        lazy("Everything stays here, and you can take it up again. The school is told."),
        lazy("Everything stays here, and it can be taken up again. The professional is told."),
    ),
    "take_up_again": Said(
        lazy("Papers and judgements that still hold, count. The steps are taken anew.")
    ),
}
UNDONE: Final = lazy("A moderator took a step back: %(step)s")


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
