"""What makes a profile whole: which step asks it, why it matters, what schools cannot do without."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Step:
    """One short page of the profile."""

    slug: str
    label: Words
    title: Words
    lead: Words


@dataclass(frozen=True)
class Want:
    """One thing to tell. `must`: without it no vacancy can fit, and nothing is shown."""

    key: str
    step: str
    label: Words
    why: Words
    must: bool = False


STEPS: Final = (
    Step("vak", _("Trade"), _("What is your trade?"), _("A school looks for somebody who knows the work, in the words of the trade.")),
    Step("functies", _("Functions"), _("What do you want to do at school?"), _("From guiding once in a while to teaching a class of your own. You can choose more than one.")),
    Step("week", _("Week"), _("When can you?"), _("Tap the day-parts that are free beside your own work. This is what schools look for most.")),
    Step("plaats", _("Place"), _("Where do you live, and how far do you travel?"), _("We count the distance to the building where you teach.")),
    Step("dienstverband", _("Contract"), _("How do you want to be employed?"), _("You can choose more than one. A school says for each vacancy what it can do.")),
    Step("contact", _("Contact"), _("Who are you?"), _("A school sees this only after you say yes to it.")),
    Step("berichten", _("Messages"), _("How often do you want to hear from us?"), _("We write about vacancies that fit your week and your trade, and say why.")),
    Step("tonen", _("Show profile"), _("Show your profile to schools"), _("You see exactly what a school sees. You can stop at any moment.")),
)  # fmt: skip

WANTS: Final = (
    Want("occupation", "vak", _("your trade"), _("It is the first thing a school reads about you.")),
    Want("domain", "vak", _("a domain"), _("Each vacancy belongs to a domain. Without one, nothing can fit."), must=True),
    Want("competences", "vak", _("what you can do"), _("Many vacancies ask for a certain skill. What you do not tell counts as missing.")),
    Want("years", "vak", _("your years in the trade"), _("Practice counts: for many vacancies three years of it are worth a diploma.")),
    Want("functions", "functies", _("what you want to do at school"), _("We only show you work that you want to do."), must=True),
    Want("level", "functies", _("your education"), _("It decides which functions are open to you, and in which pay scale.")),
    Want("dutch", "functies", _("your level of Dutch"), _("Vacancies that ask for a level cannot fit without it.")),
    Want("training", "functies", _("whether you want to learn to teach"), _("Some schools train you in working time.")),
    Want("week", "week", _("at least one free day-part"), _("Schools have day-parts without a teacher. Yours are what they look for."), must=True),
    Want("hours", "week", _("how many clock hours a week"), _("So that nobody asks you for more than you have."), must=True),
    Want("from", "week", _("from when you can start"), _("A vacancy starts on a day; you should be free by then."), must=True),
    Want("place", "plaats", _("your place"), _("Without it we cannot count a distance."), must=True),
    Want("distance", "plaats", _("how far you want to travel"), _("You see nothing that is farther away."), must=True),
    Want("employment", "dienstverband", _("how you want to be employed"), _("A school can offer only some forms. One in common is enough."), must=True),
    Want("name", "contact", _("your name"), _("After your yes a school wants to know whom to call.")),
    Want("messages", "berichten", _("how often we may write"), _("You choose how often; every mail has a way to stop."), must=True),
)  # fmt: skip

STEP_BY_SLUG: Final = {step.slug: step for step in STEPS}
STEP_OF: Final = {want.key: want.step for want in WANTS} | {
    "domains": "vak",
    "competence": "vak",
    "experience": "vak",
    "function": "functies",
    "language": "functies",
    "day_parts": "week",
    "fixed_day_parts": "week",
    "period": "week",
}


def next_step(slug: str) -> Step | None:
    """The step after this one."""
    slugs = [step.slug for step in STEPS]
    after = slugs.index(slug) + 1
    return STEPS[after] if after < len(STEPS) else None
