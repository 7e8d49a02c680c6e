"""What `accounts.credentials` asks about the law of papers."""

from datetime import date

from vacancies.routes.book import rule_book


def vog_months(on: date) -> int:
    """How many months old a VOG may be when a school sees it."""
    return rule_book().whole("vog_max_age_at_showing", on)
