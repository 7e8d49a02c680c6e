"""Links that open something without an account: who has the link may come in, so a copy of the
database must not hold it. Only its digest is kept."""

from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import blake2b, sha256
from secrets import token_urlsafe

from django.conf import settings
from django.core.signing import BadSignature
from django.utils.crypto import constant_time_compare
from django.utils.encoding import force_str


def new_token() -> str:
    """Long enough not to be guessed."""
    return token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is kept of a token, and looked up when it comes back."""
    return sha256(token.encode()).hexdigest()


def signed(text: str, *, salt: str) -> str:
    """The text with a signature of ours, the same for ever; made by the hundred thousand for mails,
    so without the detours of `django.core.signing`."""
    return f"{text}.{_signature(text, salt, settings.SECRET_KEY)}"


def unsigned(token: str, *, salt: str) -> str:
    """The text of a token that we signed. Raises BadSignature for any other."""
    text, _dot, given = token.rpartition(".")
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        if constant_time_compare(given, _signature(text, salt, force_str(secret))):
            return text
    raise BadSignature


def _signature(text: str, salt: str, secret: str) -> str:
    mac = blake2b(text.encode(), key=_key(salt, secret), digest_size=18)  # RFC 7693, 2.9
    return urlsafe_b64encode(mac.digest()).decode()


@lru_cache(maxsize=32)
def _key(salt: str, secret: str) -> bytes:
    return sha256(f"{salt}:{secret}".encode()).digest()
