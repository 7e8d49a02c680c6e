"""Read the records of a MaxMind-format database (``.mmdb``) without its search tree."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any


def records(data: bytes) -> Iterator[dict[str, Any]]:
    """Every distinct record of a MaxMind-format file, read straight from its data section."""
    meta_at = data.rindex(b"\xab\xcd\xefMaxMind.com") + 14
    meta, _ = read_value(data, meta_at, meta_at)
    base = meta["node_count"] * meta["record_size"] // 4 + 16
    at, end = base, meta_at - 14
    while at < end:
        value, at = read_value(data, at, base)
        if isinstance(value, dict):
            yield value


def read_value(data: bytes, at: int, base: int) -> tuple[Any, int]:
    """Decode one value of the MaxMind DB format; the value and where the next one starts."""
    control = data[at]
    kind, size, at = control >> 5, control & 31, at + 1
    if kind == 1:
        return read_pointer(data, at, base, size)
    if kind == 0:
        kind, at = data[at] + 7, at + 1
    if size >= 29:
        extra = size - 28
        size = (29, 285, 65821)[extra - 1] + int.from_bytes(data[at : at + extra], "big")
        at += extra
    if kind in (7, 11):
        return read_container(data, at, base, kind, size)
    raw, at = data[at : at + size], at + (0 if kind == 14 else size)
    if kind == 2:
        return raw.decode("utf-8"), at
    if kind in (3, 15):
        return struct.unpack(">d" if kind == 3 else ">f", raw)[0], at
    return (bool(size) if kind == 14 else int.from_bytes(raw, "big")), at


def read_pointer(data: bytes, at: int, base: int, bits: int) -> tuple[Any, int]:
    width = (bits >> 3) + 1
    number = int.from_bytes(data[at : at + width], "big")
    if width < 4:
        number += ((bits & 7) << (8 * width)) + (0, 2048, 526336)[width - 1]
    return read_value(data, base + number, base)[0], at + width


def read_container(data: bytes, at: int, base: int, kind: int, size: int) -> tuple[Any, int]:
    items = []
    for _ in range(size * (2 if kind == 7 else 1)):
        value, at = read_value(data, at, base)
        items.append(value)
    return (dict(zip(items[::2], items[1::2], strict=True)) if kind == 7 else items), at
