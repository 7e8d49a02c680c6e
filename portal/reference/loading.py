from pathlib import Path

from django.db import transaction

from portal.reference import courses, law, people, work
from portal.reference.upsert import Loaded
from vacancies.posting.queries import forget_pay_tables
from vacancies.routes.book import forget_rule_book


@transaction.atomic
def load_all(root: Path) -> list[Loaded]:
    """All files under `root`, or none of them. Raises BadFileError."""
    accounts, vacancies = root / "accounts" / "reference", root / "vacancies" / "reference"
    loaded = [
        people.load_places(accounts),
        people.load_domains(accounts),
        people.load_competences(accounts),
        people.load_institutions(accounts),
        *work.load_pay(vacancies),
        work.load_wording(vacancies),
        work.load_wording_exceptions(vacancies),
        *courses.load_courses(vacancies),
        courses.load_grants(vacancies),
        law.load_constants(vacancies),
    ]
    transaction.on_commit(forget_pay_tables)
    transaction.on_commit(forget_rule_book)
    return loaded
