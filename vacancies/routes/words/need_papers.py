"""Needs that a person fills in with a paper or a fact."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from vacancies.codes import Need
from vacancies.routes.words.need_text import ASK_COURSE as COURSE
from vacancies.routes.words.need_text import ASK_DUO as WAIT_FOR_DUO
from vacancies.routes.words.need_text import (
    AT_ONCE,
    BBO,
    BY_DUO,
    BY_HOGESCHOOL,
    BY_ONESELF,
    DUO,
    IDW,
    JUSTIS,
    WHW,
    NeedText,
)
from vacancies.routes.words.voice import Actor, Said

PAPERS: Final[dict[Need, NeedText]] = {
    Need.VOG_OK: NeedText(
        name=_("VOG, shown to this school"),
        ask=Said(
            _(
                "You need a VOG that is at most %(vog_max_age_at_showing)s old"
                " on the day this school sees it."
            ),
            _(
                "The professional needs a VOG that is at most %(vog_max_age_at_showing)s old"
                " on the day you see it."
            ),
        ),
        how=Said(
            _(
                "Apply for the VOG at Justis. The school prepares the application."
                " Then show the VOG to the school."
            ),
            _(
                "Prepare the application at Justis, with the profile for education."
                " Note here on which day you saw the VOG."
            ),
        ),
        by=Actor.PERSON,
        issuer=Said(_("Justis")),
        issuer_url=JUSTIS,
        duration=_("Count on a few weeks. It counts at this school until your work there stops."),
        cost=_("%(vog_fee_online)s online, %(vog_fee_municipality)s at the town hall."),
        article="WEB 4.2.1, 4.2.2, 4.2a.1",
    ),
    Need.NOT_EXCLUDED: NeedText(
        name=_("No ban by a court"),
        ask=Said(
            _("A judge must not have banned you from this work, and you have to declare that."),
            _(
                "A judge must not have banned the professional from this work,"
                " and the professional has to declare that."
            ),
        ),
        how=Said(
            _("Answer one question: has a judge banned you from working in education?"),
            _("Ask for this declaration. A ban counts at every school, not only at yours."),
        ),
        by=Actor.PERSON,
        issuer=BY_ONESELF,
        duration=AT_ONCE,
        cost=_("This costs nothing."),
        article="WEB 4.2.1 lid 2 d, 4.2.2 lid 1 e",
    ),
    Need.TEACHER_DIPLOMA: NeedText(
        name=_("Teacher diploma"),
        ask=Said(
            _("You need a teacher diploma for secondary education (1e or 2e graads)."),
            _(
                "The professional needs a teacher diploma for secondary education"
                " (1e or 2e graads)."
            ),
        ),
        how=Said(
            _("Follow a teacher course. A diploma of the pabo does not count for this route."),
            _("Ask for the diploma. An older one may count too; a diploma of the pabo does not."),
        ),
        by=Actor.PERSON,
        issuer=BY_HOGESCHOOL,
        duration=COURSE,
        article="WEB 4.2.1 lid 2 b 1°–4°, 7°",
    ),
    Need.EU_RECOGNITION: NeedText(
        name=_("Recognition of a diploma from the EEA or Switzerland"),
        ask=Said(
            _("You need a recognition by DUO of a diploma from the EEA or Switzerland."),
            _(
                "The professional needs a recognition by DUO of a diploma from the EEA"
                " or Switzerland."
            ),
        ),
        how=Said(
            _("Ask DUO to recognise your diploma for this work."),
            _("Read the recognition: for which work does it count, and on what conditions?"),
        ),
        by=Actor.PERSON,
        issuer=BY_DUO,
        issuer_url=DUO,
        duration=WAIT_FOR_DUO,
        article="WEB 4.2.1 lid 2 b 5°, 6°, 4.2.2 lid 1",
    ),
    Need.FOREIGN_EQUATED: NeedText(
        name=_("Decision by DUO on a diploma from another country"),
        ask=Said(
            _("You need a decision by DUO that your diploma from another country counts."),
            _("The professional needs a decision by DUO on a diploma from another country."),
        ),
        how=Said(
            _("Ask DUO whether you can do this work with your diploma."),
            _("Read the decision: it can name conditions and limits."),
        ),
        by=Actor.PERSON,
        issuer=BY_DUO,
        issuer_url=DUO,
        duration=WAIT_FOR_DUO,
        article="WEB 4.2.1a, 4.2.2 lid 1",
    ),
    Need.NO_TEACHER_DIPLOMA: NeedText(
        name=_("No teacher diploma yet"),
        ask=Said(
            _("This route is only for you if you hold no teacher diploma or recognition."),
            _("This route is only for a professional without teacher diploma or recognition."),
        ),
        how=Said(
            _("Tell which diplomas you have. With a teacher diploma you can go another way."),
            _("Look at the diplomas. With a teacher diploma another route fits."),
        ),
        by=Actor.PERSON,
        issuer=BY_ONESELF,
        duration=AT_ONCE,
        cost=_("This costs nothing."),
        article="WEB 4.2.4 lid 1",
    ),
    Need.PDG: NeedText(
        name=_("PDG certificate"),
        ask=Said(
            _("You need the PDG, the certificate of a course in teaching."),
            _("The professional needs the PDG, the certificate of a course in teaching."),
        ),
        how=Said(
            _("Follow the PDG course beside your work in class. You start it with a school."),
            _("Plan the PDG course with a hogeschool or university."),
        ),
        by=Actor.PERSON,
        issuer=Said(_("the exam board of a hogeschool")),
        duration=_("A course of %(pdg_ec)s, about %(pdg_hours)s in all."),
        cost=_("A school can ask for a subsidy of at most %(switch_subsidy_max)s a person."),
        article="WHW 7a.4",
        url=WHW,
    ),
    Need.LEVEL_BASIS: NeedText(
        name=_("Diploma of hbo or university"),
        ask=Said(
            _("You need a diploma of hbo or university, or another basis at that level."),
            _(
                "The professional needs a diploma of hbo or university,"
                " or another basis at that level."
            ),
        ),
        how=Said(
            _("Add your diploma. Do you have an Associate degree? Ask how the school counts it."),
            _("Look at the diploma. Whether an Associate degree is enough, is yours to judge."),
        ),
        by=Actor.PERSON,
        issuer=BY_HOGESCHOOL,
        duration=AT_ONCE,
        article="WEB 4.2.4 lid 2 a–d",
    ),
    Need.FOREIGN_LEVEL_EQUAL: NeedText(
        name=_("Diploma from abroad at hbo level"),
        ask=Said(
            _("Your diploma from abroad has to be at the level of a Dutch hbo diploma."),
            _("The diploma from abroad has to be at the level of a Dutch hbo diploma."),
        ),
        how=Said(
            _("Ask IDW for a rating of your diploma, or ask the school to judge its level."),
            _("Ask for the rating by IDW, or judge the level yourself and note the day."),
        ),
        by=Actor.PERSON,
        issuer=Said(_("IDW, or the school"), _("IDW, or your school")),
        issuer_url=IDW,
        duration=_("IDW tells how long a rating takes."),
        article="WEB 4.2.4 lid 2",
    ),
    Need.PRACTICE_YEARS: NeedText(
        name=_("Years in the occupation"),
        ask=Said(
            _("You need at least %(practice_years_min)s of practice in the occupation you teach."),
            _(
                "The professional needs at least %(practice_years_min)s of practice"
                " in the occupation taught."
            ),
        ),
        how=Said(
            _("Fill in since when you work in it. Part-time counts in full; periods add up."),
            _("Look at the periods together. Part-time counts in full; periods add up."),
        ),
        by=Actor.PERSON,
        issuer=BY_ONESELF,
        duration=_("Time does the rest."),
        article="WEB 4.2.4 lid 2 d",
    ),
    Need.INSTR_CERTIFICATE: NeedText(
        name=_("Certificate for instructors"),
        ask=Said(
            _("You need a certificate for instructors, such as the mbo diploma Instructeur mbo."),
            _("The professional needs a certificate, such as the mbo diploma Instructeur mbo."),
        ),
        how=Said(
            _("Follow a course for instructors. A PDG or a teacher diploma counts too."),
            _(
                "Ask which certificate there is. With only a PDC,"
                " check the list of designated certificates."
            ),
        ),
        by=Actor.PERSON,
        issuer=Said(_("an mbo school or hogeschool")),
        duration=COURSE,
        article="WEB 4.2.2 lid 1 b–d; BBO 3.2",
    ),
    Need.PROOF_UNDER_BBO: NeedText(
        name=_("Proof of ability as an instructor"),
        ask=Said(
            _("You need proof of ability as an instructor, by the rules of the decree for this."),
            _("The professional needs proof of ability by the rules of the decree for this."),
        ),
        how=Said(
            _("Ask the school in which way you can show what you can do."),
            _("Read in the decree which proof counts, and put it in the competence file."),
        ),
        by=Actor.PERSON,
        issuer=BY_ONESELF,
        duration=_("That depends on the proof."),
        article="WEB 4.2.2 lid 1 d; BBO 3.2",
        url=BBO,
    ),
    Need.INSTR_SINCE: NeedText(
        name=_("Instructor before the rules changed"),
        ask=Said(
            _(
                "You need to have worked as an instructor on or before %(instructor_transition_date)s."
            ),
            _(
                "The professional needs to have worked as an instructor on or before"
                " %(instructor_transition_date)s."
            ),
        ),
        how=Said(
            _("Fill in since when you instruct at a school."),
            _("Check since when the professional instructs at a school."),
        ),
        by=Actor.PERSON,
        issuer=BY_ONESELF,
        duration=AT_ONCE,
        cost=_("This costs nothing."),
        article="WEB 4.2.2 lid 1 b–d; BBO 3.2",
        url=BBO,
    ),
    Need.COURSE_STUDENT: NeedText(
        name=_("A course that this work belongs to"),
        ask=Said(
            _("You need to be enrolled in a bbl or dual course that this work is part of."),
            _("The professional needs to be enrolled in a bbl or dual course with this work."),
        ),
        how=Said(
            _("Choose a course in which you learn and work, and add the proof of enrolment."),
            _("Ask for the proof of enrolment and the day on which the course ends."),
        ),
        by=Actor.PERSON,
        issuer=Said(_("the school that gives the course")),
        duration=_("It holds until the course ends."),
        article="WEB 4.2.2 lid 3",
    ),
}
