"""Every field of every model that points to a person: is it in the download, what erasure does.

A house test walks the models and fails for a field that is not here. Pure: names only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Erasure(StrEnum):
    """What happens to the row when its person deletes the account."""

    DELETED = "deleted"
    UNLINKED = "unlinked"  # the row is an organisation's; only the link to the person goes


@dataclass(frozen=True)
class Treatment:
    """`exported`: fields in the download. `withheld`: fields that are not, and why not."""

    erasure: Erasure
    exported: str = ""
    withheld: Mapping[str, str] | None = None

    @property
    def fields(self) -> set[str]:
        kept = {name for names in (self.withheld or {}).values() for name in names.split()}
        return set(self.exported.split()) | kept


TECHNICAL: Final = "technical: a number or lock without meaning outside this database"
GUARDED: Final = "secret: would open the account or a school to who finds the file"
DERIVED: Final = "derived from fields that are in the download"
OURS: Final = "belongs to the organisation, not to the person"

DELETED, UNLINKED = Erasure.DELETED, Erasure.UNLINKED

TABLE: Final[dict[str, Treatment]] = {
    "accounts.user": Treatment(
        DELETED,
        "email name language confirmed_at joined_at last_login is_staff",
        {TECHNICAL: "id is_active is_superuser groups user_permissions", GUARDED: "password"},
    ),
    "accounts.professional": Treatment(
        DELETED,
        "public_id occupation phone place max_distance_km hours_min hours_max available_from "
        "available_until functions_mask employment_mask level years_experience dutch_level "
        "willing_to_train visibility domains competences hidden_from created_at refreshed_at",
        {TECHNICAL: "id user version"},
    ),
    "accounts.professionalcompetence": Treatment(
        DELETED, "competence", {TECHNICAL: "id professional"}
    ),
    "accounts.availability": Treatment(
        DELETED, "day_parts_mask updated_at", {TECHNICAL: "professional"}
    ),
    "accounts.credential": Treatment(
        DELETED,
        "public_id kind field scope origin issuer issued_on valid_until file_name file_type "
        "created_at updated_at",
        {
            TECHNICAL: "id professional",
            "the file itself goes another way: the download tells its address": "file",
        },
    ),
    # Deleted with the paper; a colleague of the school who leaves is unlinked from it.
    "accounts.credentialcheck": Treatment(
        UNLINKED,
        "credential institution outcome shown_on reason at",
        {TECHNICAL: "id", "the colleague who looked is a person too": "seen_by"},
    ),
    "accounts.routeanswers": Treatment(
        DELETED,
        "papers_told_on no_ban_declared_on practice_since instructor_since course_kind "
        "course_until updated_at",
        {TECHNICAL: "professional"},
    ),
    "accounts.consent": Treatment(
        DELETED, "kind text_version given_at withdrawn_at", {TECHNICAL: "id user"}
    ),
    "accounts.profileview": Treatment(
        DELETED,
        "institution with_name at",
        {TECHNICAL: "id professional", "the colleague who looked is a person too": "viewer"},
    ),
    "accounts.membership": Treatment(
        DELETED, "institution role status created_at updated_at", {TECHNICAL: "id user"}
    ),
    "accounts.invitation": Treatment(
        DELETED,
        "institution email role created_at expires_at accepted_at revoked_at",
        {TECHNICAL: "id invited_by", GUARDED: "token"},
    ),
    "accounts.institution": Treatment(
        UNLINKED,
        "",
        {
            OURS: "id name slug aliases kind status brin other_brins kvk website holiday_region "
            "prep_factor requested_by status_reason created_at verified_at version"
        },
    ),
    "accounts.notice": Treatment(
        DELETED,
        "kind category institution created_at read_at state",
        {TECHNICAL: "id recipient target facts dedupe_key mail"},
    ),
    "accounts.noticepreference": Treatment(
        DELETED, "category frequency chosen_at", {TECHNICAL: "id user"}
    ),
    "accounts.mail": Treatment(
        DELETED,
        "to_address kind language subject text state sent_at created_at",
        {
            TECHNICAL: "id key recipient message_id attempts claim claimed_at next_attempt_at "
            "server_answer is_secret",
            DERIVED: "html",
            GUARDED: "unsubscribe_url",
        },
    ),
    "vacancies.application": Treatment(
        DELETED,
        "public_id vacancy status message answer created_at updated_at seen_at ended_at",
        {TECHNICAL: "id professional"},
    ),
    "vacancies.savedvacancy": Treatment(
        DELETED, "vacancy saved_at", {TECHNICAL: "id professional"}
    ),
    "vacancies.match": Treatment(
        DELETED,
        "vacancy score rule_version is_current state dismiss_reason matched_at notified_at "
        "seen_at decided_at invited_at",
        {TECHNICAL: "id professional", "the colleague who invited is a person too": "invited_by"},
    ),
    "vacancies.boarddecision": Treatment(
        DELETED,
        "institution kind is_yes route decided_on starts_on ends_on note recorded_at",
        {TECHNICAL: "id professional", "the colleague who decided is a person too": "recorded_by"},
    ),
    "vacancies.plannedblock": Treatment(
        DELETED,
        "public_id institution vacancy function_kind route week_hours weeks starts_on ends_on fte "
        "lesson_hours is_lent planned_at",
        {
            TECHNICAL: "id professional",
            "the teacher and the colleague named are people too": "named_teacher planned_by",
        },
    ),
    "vacancies.candidatefacts": Treatment(
        DELETED,
        "",
        {
            DERIVED: "professional functions_mask domains_mask employment_mask day_parts_mask "
            "level years dutch hours_min hours_max from_on until_on x y max_distance_m fresh_on "
            "is_matched routes_open_mask routes_open_if_mask papers_told"
        },
    ),
    "vacancies.vacancy": Treatment(
        UNLINKED,
        "",
        {
            OURS: "id code slug institution locations title function_kind domains team "
            "level_taught track summary body wording_ground day_parts_mask fixed_mask "
            "day_parts_needed may_be_shared hours_min hours_max starts_on ends_on positions "
            "practice_counts pay_scale_min pay_scale_max employment_mask contract_length "
            "will_train coach_hours routes_mask named_teacher closes_on answer_by after_closing "
            "contact_name contact_email contact_phone no_acquisition status return_reason outcome "
            "approved_snapshot review_since created_by created_at updated_at published_at "
            "closed_at version"
        },
    ),
    "vacancies.report": Treatment(
        UNLINKED, "", {OURS: "id vacancy reason text created_at handled_at handled_by"}
    ),
    "vacancies.paytable": Treatment(
        UNLINKED,
        "",
        {
            OURS: "id cao status valid_from valid_to source_title source_url confirmed_on "
            "confirmed_by"
        },
    ),
    "vacancies.ruleconstant": Treatment(
        UNLINKED,
        "",
        {
            OURS: "id name value unit valid_from valid_to source_title source_url confirm_code "
            "confirmed_on confirmed_by"
        },
    ),
    "accounts.auditevent": Treatment(
        UNLINKED,
        "verb at",
        {TECHNICAL: "id target_type target_id actor detail"},
    ),
}
