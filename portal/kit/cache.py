"""A cache that is allowed to be away: a page never fails because Valkey does."""

import logging
import time
from typing import Any, Final

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from portal.kit.patience import broker

logger = logging.getLogger(__name__)

TELL_AGAIN_S: Final = 60.0
"""While the cache is away a process says so once in so many seconds, not at every question."""


class SturdyRedisCache(RedisCache):
    """Answers a miss when the server cannot be reached, or does not answer in time."""

    _quiet_until = 0.0

    def add(self, key: Any, value: Any, timeout: Any = 300, version: int | None = None) -> bool:
        return bool(self._sturdy(super().add, True, key, value, timeout, version))

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._sturdy(super().get, default, key, default, version)

    def set(self, key: Any, value: Any, timeout: Any = 300, version: int | None = None) -> None:
        self._sturdy(super().set, None, key, value, timeout, version)

    def delete(self, key: Any, version: int | None = None) -> bool:
        return bool(self._sturdy(super().delete, False, key, version))

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        return int(self._sturdy(super().incr, delta, key, delta, version))

    @classmethod
    def _sturdy(cls, call: Any, otherwise: Any, *args: Any) -> Any:
        if broker.is_out:
            return otherwise
        try:
            with broker.tried():
                return call(*args)
        except RedisError as error:
            if time.monotonic() >= cls._quiet_until:
                cls._quiet_until = time.monotonic() + TELL_AGAIN_S
                logger.warning("cache not reached: %s", type(error).__name__)
            return otherwise
