"""How often one visitor may try something in a short while; counted in the shared cache."""

from hashlib import sha256
from time import time

from django.core.cache import cache


def allows(what: str, who: str, *, most: int, seconds: int) -> bool:
    """Count this try; false once there were more than `most` within the running stretch of time.

    Who it is stands in the cache as a digest only.
    """
    stretch = int(time() // seconds)
    key = f"throttle:{what}:{sha256(who.encode()).hexdigest()[:32]}:{stretch}"
    cache.add(key, 0, timeout=2 * seconds)
    try:
        return bool(cache.incr(key) <= most)
    except ValueError:  # it ran out between the two
        return True
