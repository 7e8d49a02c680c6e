"""So many times in so long: a brake on forms that need no account."""

from django.core.cache import cache
from django.utils.crypto import salted_hmac


def within_limit(action: str, visitor: str, *, most: int, seconds: int) -> bool:
    """Count this try; whether the visitor may still do it. With the cache away everybody may."""
    key = f"limit:{action}:{salted_hmac(action, visitor).hexdigest()}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:  # it ended between the two
        return True
