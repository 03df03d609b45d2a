"""Whether two persons could be taken for each other: of one calling, one time, names of one shape and tongue.

A wrong answer of another kind (a king as a bishop, the only foreign name) gives the right one away.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quizapp.generate.facts.offices import is_kind, is_numbered, offices_of
from quizapp.generate.words import lemmas, word_list
from quizapp.text.annotations import Person

_LISTS = ("clergy", "functions", "ranks", "rulers")
_THRONE = "rulers"
_POLISH_ENDINGS = (
    "ski", "ska", "cki", "cka", "dzki", "dzka", "wicz", "czyk", "czak", "ak", "iak", "ek", "ik", "yk", "ała", "uła",
    "oń", "eń", "iec", "owa", "ówna", "iewicz", "ło", "ko",
)  # fmt: skip
_SAME_TIMES = 30


def are_alike(one: Person, other: Person) -> bool:
    """Whether both held an office of one name, or sat on a throne, and have names of one shape and tongue."""
    callings = _callings(tuple(offices_of(one))) & _callings(tuple(offices_of(other)))
    return bool(callings) and are_named_alike(one, other)


def are_named_alike(one: Person, other: Person) -> bool:
    """Whether their names are of one shape and tongue."""
    return _shape(one) == _shape(other)


@lru_cache(maxsize=1 << 12)
def _callings(offices: tuple[str, ...]) -> frozenset[str]:
    """The words for the offices („hetman”, „premier”); one word for all who sat on a throne, but no pope."""
    found: set[str] = set()
    for office in offices:
        heads = {lemma for word in office.split()[:4] for lemma in lemmas(word.casefold())}
        found |= {_THRONE} if is_kind(office, _THRONE) and not is_kind(office, "clergy") else set()
        found |= {head for name in _LISTS for head in heads & word_list(name)}
    return frozenset(found)


def _shape(person: Person) -> tuple[bool, bool, bool]:
    """Whether the name is one word only, whether it has a number („Zygmunt III”), and whether it is Polish."""
    words = person.name.split()
    return len(words) == 1, is_numbered(person), sounds_polish(person)


def sounds_polish(person: Person) -> bool:
    """Whether the surname has a Polish ending or letter."""
    surname = person.name.split()[-1].casefold()
    return surname.endswith(_POLISH_ENDINGS) or any(letter in surname for letter in "ąćęłńśźż")


def are_of_one_time(years: Sequence[int], others: Sequence[int]) -> bool:
    """Whether some of the years lie within a generation of each other; also where nothing is known of one."""
    if not years or not others:
        return True
    return any(abs(one - other) <= _SAME_TIMES for one in years for other in others)
