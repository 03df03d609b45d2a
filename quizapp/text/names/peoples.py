"""Names of peoples that the dictionary lacks, told by their ending: „Gabończyk”, „Czadyjczykiem”."""

from __future__ import annotations

import re

from quizapp.text.words import Slot

_CASES = {"": ("nom",), "a": ("gen", "acc"), "owi": ("dat",), "iem": ("inst",), "u": ("loc",)}
_COUNTRYMAN = re.compile(r"[A-ZŁŚŻĆ]\w+(?:j|ń)czyk(a|owi|iem|u)?")


def countryman_slots(form: str) -> frozenset[Slot]:
    """Where such a form fits, if it looks like the name of somebody's people; nowhere else."""
    match = _COUNTRYMAN.fullmatch(form)
    return frozenset(("sg", case, "m1") for case in _CASES[match[1] or ""]) if match else frozenset()


def is_countryman(form: str) -> bool:
    """Whether a word that nobody knows looks like the name of somebody's people."""
    return bool(countryman_slots(form))
