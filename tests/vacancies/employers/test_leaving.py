"""An account goes while an employer was asked."""

from accounts.privacy.actions import delete_account
from tests.vacancies.employers.conftest import JAN, letters
from vacancies.models import EmployerRequest


def test_an_employer_that_was_asked_hears_that_it_is_over(asked, anna):
    delete_account(anna.user, by=anna.user)

    letter = letters()[-1]
    assert letter.key.startswith("employer_off:")
    assert letter.to_address == JAN
    assert "Anna" not in letter.words.text
    assert not EmployerRequest.objects.exists()
