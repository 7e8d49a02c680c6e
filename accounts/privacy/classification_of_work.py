"""The part of the classification that is about work: matches, talks, placements, trajectories."""

from typing import Final

from accounts.privacy.treatment import (
    DELETED,
    DERIVED,
    GUARDED,
    OURS,
    TECHNICAL,
    UNLINKED,
    Treatment,
)

WORK: Final[dict[str, Treatment]] = {
    "vacancies.application": Treatment(
        DELETED,
        "public_id vacancy status message created_at updated_at seen_at ended_at",
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
    "vacancies.muting": Treatment(
        DELETED,
        "reason distance_m day_parts_mask pay_scale until created_at",
        {TECHNICAL: "id professional match", DERIVED: "domains_mask competences"},
    ),
    "vacancies.boarddecision": Treatment(
        DELETED,
        "institution kind is_yes route decided_on starts_on ends_on note recorded_at",
        {TECHNICAL: "id professional", "the colleague who decided is a person too": "recorded_by"},
    ),
    "vacancies.plannedblock": Treatment(
        DELETED,
        "public_id institution vacancy placement function_kind route week_hours weeks starts_on "
        "ends_on fte lesson_hours is_lent planned_at",
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
    # Deleted with the application, placement or trajectory; who took the step is unlinked from it.
    "vacancies.applicationstep": Treatment(
        UNLINKED, "application verb source target side at is_undo reason", {TECHNICAL: "id by"}
    ),
    "vacancies.message": Treatment(
        UNLINKED,
        "public_id application side text file_name file_type at read_at",
        {
            TECHNICAL: "id by",
            "the file itself goes another way: the download tells its address": "file",
        },
    ),
    "vacancies.opinion": Treatment(
        UNLINKED,
        "application asked_at is_yes note answered_at",
        {
            TECHNICAL: "id expires_at",
            GUARDED: "token_digest",
            "the colleague of the school is a person too": "email asked_by",
        },
    ),
    "vacancies.meeting": Treatment(
        UNLINKED,
        "public_id application kind status location place_note note proposed_by starts_at ends_at "
        "agreed_at cancelled_by cancel_reason created_at updated_at",
        {TECHNICAL: "id sequence"},
    ),
    "vacancies.meetingstep": Treatment(
        UNLINKED,
        "meeting verb source target side at is_undo reason starts_at ends_at",
        {TECHNICAL: "id by sequence"},
    ),
    "vacancies.calendarfeed": Treatment(DELETED, "", {TECHNICAL: "user", GUARDED: "serial"}),
    "vacancies.placement": Treatment(
        DELETED,
        "public_id application status function_kind day_parts_mask starts_on ends_on "
        "employment_form fte hours_elsewhere has_other_employer coach_hours_week message "
        "answer_by created_at updated_at",
        {TECHNICAL: "id version", "the coach is a person too": "coach"},
    ),
    "vacancies.placementstep": Treatment(
        UNLINKED, "placement verb source target side at is_undo reason", {TECHNICAL: "id by"}
    ),
    "vacancies.startitem": Treatment(
        UNLINKED, "placement code owner is_law done_on note", {TECHNICAL: "id done_by"}
    ),
    "vacancies.employerrequest": Treatment(
        UNLINKED,
        "public_id placement status scope employer kvk contact_name contact_email hours_week "
        "day_parts_mask starts_on ends_on travel_in_own_time refusal_ground answer_note "
        "counter_mask asks_confidentiality asks_no_recruiting may_call_back conditions "
        "answered_by text_version asked_at expires_on answered_at",
        {TECHNICAL: "id asked_by version", GUARDED: "token_digest"},
    ),
    "vacancies.employerstep": Treatment(
        UNLINKED, "request verb source target side at is_undo reason", {TECHNICAL: "id by"}
    ),
    "vacancies.confirmation": Treatment(
        UNLINKED, "placement party typed_name at", {TECHNICAL: "id by digest"}
    ),
    "vacancies.lendingterms": Treatment(
        UNLINKED,
        "placement basis admission_number fee fee_percent notice_months remarks updated_at",
        {TECHNICAL: "version", "the colleague of the school is a person too": "supervised_by"},
    ),
    "vacancies.trajectory": Treatment(
        DELETED,
        "public_id institution application placement status holiday_region coach "
        "coach_hours_week study_day_mask course_start run starts_on appointed_on term_ends_on "
        "certificate_by extended_until agreed_until extension_reason stop_reason created_at "
        "updated_at",
        {
            TECHNICAL: "id professional version",
            "the colleague of the school is a person too": "guide",
        },
    ),
    "vacancies.trajectorystep": Treatment(
        UNLINKED, "trajectory verb source target side at is_undo reason", {TECHNICAL: "id by"}
    ),
    "vacancies.milestone": Treatment(
        UNLINKED,
        "trajectory code owner order due_on why is_law done_on credential note",
        {TECHNICAL: "id done_by"},
    ),
    "vacancies.pause": Treatment(
        UNLINKED, "trajectory run starts_on ends_on", {TECHNICAL: "id recorded_by"}
    ),
    "vacancies.checkin": Treatment(
        UNLINKED,
        "trajectory run week side due_on feeling coached_hours study_day_kept note answered_at",
        {TECHNICAL: "id answered_by"},
    ),
    "vacancies.helptask": Treatment(
        UNLINKED,
        "trajectory run signal opened_on done_on note",
        {TECHNICAL: "id", "the colleague of the school is a person too": "owner"},
    ),
    "vacancies.subsidycase": Treatment(
        UNLINKED,
        "trajectory run scheme status opens_on closes_on requested_on decided_on amount "
        "papers_done updated_at",
        {TECHNICAL: "id"},
    ),
    "vacancies.moduleprogress": Treatment(UNLINKED, "trajectory module state", {TECHNICAL: "id"}),
    "vacancies.course": Treatment(
        UNLINKED,
        "",
        {
            OURS: "id code kind provider name place form day_parts_mask is_one_of_days "
            "every_weeks months hours_week price price_year price_note min_fte min_lessons "
            "entry_nl entry_en about_nl about_en website "
            "valid_from valid_to source_title source_url confirmed_on confirmed_by"
        },
    ),
    "vacancies.subsidyscheme": Treatment(
        UNLINKED,
        "",
        {
            OURS: "id code name_nl name_en asked_by_nl asked_by_en amount is_a_year opens_month "
            "opens_day closes_month closes_day closes_next_year for_kinds checklist_nl checklist_en "
            "valid_from valid_to source_title source_url confirmed_on confirmed_by"
        },
    ),
}
