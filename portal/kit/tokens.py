"""Links that open something without an account: who has the link may come in, so a copy of the
database must not hold it. Only its digest is kept."""

from hashlib import sha256
from secrets import token_urlsafe


def new_token() -> str:
    """Long enough not to be guessed."""
    return token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is kept of a token, and looked up when it comes back."""
    return sha256(token.encode()).hexdigest()
