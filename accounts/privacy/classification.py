"""Every field of every model that points to a person: is it in the download, what erasure does.

A house test walks the models and fails for a field that is not here. Pure: names only.
"""

from typing import Final

from accounts.privacy.classification_of_work import WORK
from accounts.privacy.treatment import (
    DELETED,
    DERIVED,
    GUARDED,
    OURS,
    TECHNICAL,
    UNLINKED,
    Treatment,
)

TABLE: Final[dict[str, Treatment]] = {
    "accounts.user": Treatment(
        DELETED,
        "email name language confirmed_at joined_at last_login is_staff mail_stop mail_stopped_at",
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
        "kind category institution created_at read_at state rhythm due_at",
        {TECHNICAL: "id recipient target facts dedupe_key mail"},
    ),
    "accounts.noticepreference": Treatment(
        DELETED, "category institution frequency chosen_at", {TECHNICAL: "id user"}
    ),
    "accounts.mailrhythm": Treatment(
        DELETED,
        "digest_hour digest_day paused_until touched_at asked_at",
        {TECHNICAL: "user"},
    ),
    "accounts.mail": Treatment(
        DELETED,
        "to_address kind language subject state sent_at created_at",
        {
            TECHNICAL: "id key recipient message_id attempts claim claimed_at next_attempt_at "
            "deferrals deferred_since server_answer is_secret",
            GUARDED: "unsubscribe_url",
        },
    ),
    "accounts.mailwords": Treatment(
        DELETED, "text", {TECHNICAL: "mail", DERIVED: "html calendars"}
    ),
    "accounts.mailreceipt": Treatment(DELETED, "", {TECHNICAL: "mail sent_at answer"}),
    **WORK,
    "accounts.auditevent": Treatment(
        UNLINKED,
        "verb at",
        {TECHNICAL: "id target_type target_id actor detail"},
    ),
}
