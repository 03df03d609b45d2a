"""Slips of the pen: words that are one letter away from what was meant."""

from __future__ import annotations


def are_one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter is missing, too many or another, or two neighbours changed places; also if equal."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    left, right = one[start:], other[start:]
    swapped = left[1::-1] == right[:2] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]
