"""The order of a Polish register: ą after a, and 7 before 12."""

from __future__ import annotations

import re

_AFTER = str.maketrans(
    {letter: f"{base}{{" for letter, base in zip("ąćęłńóśź", "acelnosz", strict=True)} | {"ż": "z|"}
)
_NUMBER = re.compile(r"([0-9]+)")

Place = tuple[tuple[int, int, str], ...]


def register_order(name: str) -> tuple[Place, str]:
    """What to sort names by."""
    parts = _NUMBER.split(name.casefold())
    return tuple(_place(part) for part in parts if part), name


def _place(part: str) -> tuple[int, int, str]:
    return (0, int(part[:18]), "") if _NUMBER.fullmatch(part) else (1, 0, part.translate(_AFTER))
