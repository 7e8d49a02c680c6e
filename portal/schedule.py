"""What beat starts, and when: one row a job. Times are Europe/Amsterdam."""

from celery.schedules import crontab

BEAT_SCHEDULE = {
    "note that beat and a worker are alive": {"task": "portal.note_pulse", "schedule": 30.0},
    "deliver mail that is due": {"task": "accounts.deliver_mail", "schedule": 30.0},
    "close vacancies past their date": {
        "task": "vacancies.close_expired",
        "schedule": crontab(minute=5),
    },
    "remind HR a week before closing": {
        "task": "vacancies.remind_of_closing",
        "schedule": crontab(hour=8, minute=0),
    },
    "ask, help and remind on the way to a certificate": {
        "task": "vacancies.care_for_trajectories",
        "schedule": crontab(hour=7, minute=45),
    },
    "remind people of papers that run out": {
        "task": "accounts.remind_of_papers",
        "schedule": crontab(hour=8, minute=0),
    },
    "forget who never confirmed": {
        "task": "accounts.forget_unconfirmed",
        "schedule": crontab(hour=4, minute=15),
    },
    "ask whether mail about matches is still wanted": {
        "task": "accounts.ask_alerts",
        "schedule": crontab(hour=9, minute=30),
    },
    "forget the words of old mails": {
        "task": "accounts.forget_mail_words",
        "schedule": crontab(hour=4, minute=45),
    },
    "ask for another year of showing a profile": {
        "task": "accounts.ask_for_consents",
        "schedule": crontab(hour=9, minute=40),
    },
    "hide profiles whose yes is a year old": {
        "task": "accounts.end_old_consents",
        "schedule": crontab(hour=4, minute=30),
    },
    "check the projections and matches": {
        "task": "vacancies.check_projections",
        "schedule": crontab(hour=3, minute=30),
    },
    "heal the search index": {
        "task": "vacancies.heal_search_index",
        "schedule": crontab(hour=3, minute=50),
    },
    "open the grants of who is in training": {
        "task": "vacancies.open_grants",
        "schedule": crontab(hour=6, minute=40),
    },
    "remind of grants that close": {
        "task": "vacancies.remind_of_grants",
        "schedule": crontab(hour=8, minute=0),
    },
    "match what no request matched": {
        "task": "vacancies.heal_matches",
        "schedule": crontab(minute="*/5"),
    },
    "remind people of tomorrow's appointments": {
        "task": "vacancies.remind_of_meetings",
        "schedule": crontab(hour="9-20", minute=10),
    },
    "end placements after their last day": {
        "task": "vacancies.end_placements",
        "schedule": crontab(hour=0, minute=20),
    },
    "let offers lapse that nobody answered": {
        "task": "vacancies.lapse_offers",
        "schedule": crontab(hour=0, minute=25),
    },
    "keep the days on which schools promised an answer": {
        "task": "vacancies.remind_of_answers",
        "schedule": crontab(hour=8, minute=20),
    },
    "remind people of an offer that waits": {
        "task": "vacancies.remind_of_offers",
        "schedule": crontab(hour=8, minute=10),
    },
    "end questions to employers that nobody answered": {
        "task": "vacancies.expire_employer_requests",
        "schedule": crontab(hour=0, minute=30),
    },
    "remind employers of a question that waits": {
        "task": "vacancies.remind_employers",
        "schedule": crontab(hour=8, minute=30),
    },
    "follow days that providers moved": {
        "task": "vacancies.replan_trajectories",
        "schedule": crontab(hour=5, minute=10),
    },
}
