"""Options that are amounts or dates have a value, and an order of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_AMOUNT = re.compile(
    r"(?:około |ok\. ?|blisko |prawie |ponad |przeszło )?"
    r"(\d{1,3}(?:[ \u00a0.]\d{3})+|\d{1,15})(,\d{1,6})?"
    r"( tysi\w+| tys\.?| milion\w*| mln| miliard\w*| mld)?"
    r"(?: [^\W\d]+\.?){0,3}"
)
_SCALES = {"tys": 1_000, "milio": 1_000_000, "mln": 1_000_000, "milia": 1_000_000_000, "mld": 1_000_000_000}


def amount(text: str) -> Decimal | None:
    """The number that a short wording such as "około 2,5 tys. ludzi" states; None for any other."""
    found = _AMOUNT.fullmatch(" ".join(text.split()).casefold())
    if found is None:
        return None
    whole, decimals, scale = found.groups(default="")
    factor = next((size for word, size in _SCALES.items() if scale.strip().startswith(word)), 1)
    return Decimal(re.sub(r"\D", "", whole) + decimals.replace(",", ".")) * factor


def ascending(texts: Sequence[str]) -> tuple[int, ...] | None:
    """The places of the texts by their value, least first; None where not all of them have one."""
    amounts = [amount(text) for text in texts]
    known = [value for value in amounts if value is not None]
    if not texts or len(known) < len(texts):
        return None
    return tuple(sorted(range(len(texts)), key=known.__getitem__))
