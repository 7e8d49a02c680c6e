"""The link of an employer: a signed number of the request, and nothing of a person.

It can be made again for a reminder, so only its digest is kept. Another address or another term
makes another link; the old one is recognised, and opens nothing any more.
"""

from typing import Final

from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac

from vacancies.models import EmployerRequest

SALT: Final = "vacancies.employers.link"
SERIAL_LENGTH: Final = 16


def token_of(row: EmployerRequest) -> str:
    """The same for as long as address and term stay the same."""
    about = f"{row.expires_on}:{row.contact_email.lower()}"
    serial = salted_hmac(SALT, about).hexdigest()[:SERIAL_LENGTH]
    return signing.Signer(salt=SALT, sep=".").sign_object([row.pk, serial])


def read(token: str) -> int:
    """The number of the request. Raises `signing.BadSignature` if the link is not ours."""
    number, _serial = signing.Signer(salt=SALT, sep=".").unsign_object(token)
    return int(number)


def address_of(row: EmployerRequest) -> str:
    """The path of the page of the employer."""
    return reverse("employer_page", args=[token_of(row)])
