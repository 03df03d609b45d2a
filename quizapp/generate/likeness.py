"""Whether two persons could be taken for each other: of one calling, one time, names of one shape and tongue.

A wrong answer of another kind (a king as a bishop, the only foreign name) gives the right one away.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quizapp.generate.offices import is_kind, offices_of
from quizapp.generate.strangers import strangers
from quizapp.text.annotations import Person

Calling = Literal["ruler", "clergy", "state", "learning", ""]

_LISTS: tuple[tuple[str, Calling], ...] = (
    ("clergy", "clergy"),
    ("functions", "state"),
    ("ranks", "state"),
    ("rulers", "ruler"),
)
_KNOWN: dict[str, Calling] = {
    "ruler": "ruler",
    "consort": "ruler",
    "clergy": "clergy",
    "commander": "state",
    "statesman": "state",
    "diplomat": "state",
    "revolutionary": "state",
    "scholar": "learning",
    "writer": "learning",
    "artist": "learning",
    "explorer": "learning",
}
_POLISH_ENDINGS = (
    "ski", "ska", "cki", "cka", "dzki", "dzka", "wicz", "czyk", "czak", "ak", "iak", "ek", "ik", "yk", "ała", "uła",
    "oń", "eń", "iec", "owa", "ówna", "iewicz", "ło", "ko",
)  # fmt: skip
_SAME_TIMES = 30


def calling(person: Person) -> Calling:
    """What kind of person it is by the offices that the text gives, or by the lists; "" if neither says."""
    held = offices_of(person)
    for name, kind in _LISTS:
        if any(is_kind(office, name) for office in held):
            return kind
    known = next((stranger for stranger in strangers() if stranger.name == person.name), None)
    return _KNOWN[known.kind] if known else ""


def are_alike(one: Person, other: Person) -> bool:
    """Whether both have the same calling, as far as it is known, and names of one shape."""
    first, second = calling(one), calling(other)
    return {first, second} in ({first}, {"", "state"}) and _shape(one) == _shape(other)


def _shape(person: Person) -> tuple[bool, bool]:
    """Whether the name is one word only, and whether it has a number („Zygmunt III”)."""
    words = person.name.split()
    return len(words) == 1, any(
        len(word) <= 6 and word.isupper() and set(word) <= set("IVX") for word in words
    )


def stands_out(key: Person, others: Sequence[Person]) -> bool:
    """Whether the key alone is Polish by its name, or alone is not."""
    return bool(others) and all(_sounds_polish(other) != _sounds_polish(key) for other in others)


def _sounds_polish(person: Person) -> bool:
    surname = person.name.split()[-1].casefold()
    return surname.endswith(_POLISH_ENDINGS) or any(letter in surname for letter in "ąćęłńśźż")


def are_of_one_time(years: Sequence[int], others: Sequence[int]) -> bool:
    """Whether some of the years lie within a generation of each other; also where nothing is known of one."""
    if not years or not others:
        return True
    return any(abs(one - other) <= _SAME_TIMES for one in years for other in others)
