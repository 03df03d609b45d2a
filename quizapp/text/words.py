"""A text as words with their readings: what the finding of persons, offices and speakers works on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from quizapp.text.morphology import analyse, inflect

Slot = tuple[str, str, str]
"""Number, case and gender: ("sg", "gen", "m1")."""

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’‑-]*\w)?|\d+|\S")
_GENDERS = ("m1", "m2", "m3", "f", "n")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a form: its dictionary form, its part of speech, where it fits."""

    lemma: str
    lexeme: str
    pos: str
    slots: frozenset[Slot]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark of a text; `joined` if nothing stands between it and the one before."""

    start: int
    end: int
    text: str
    joined: bool

    @property
    def is_capital(self) -> bool:
        """Written with a capital."""
        return self.text[0].isupper()


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words, numbers and marks of a stretch of text."""
    found: list[Word] = []
    reached = -1
    for match in _TOKEN.finditer(text, start, end):
        found.append(Word(match.start(), match.end(), match.group(), match.start() == reached))
        reached = match.end()
    return found


@lru_cache(maxsize=50_000)
def readings(form: str) -> tuple[Reading, ...]:
    """Every way to understand a form; () if the dictionary does not know it.

    Of a verb with its person („byłam”) the verb is read, of what may be one word or two („tom”) the one; other
    words made of several are unknown.
    """
    found = analyse(form)
    if any(end != 1 for _, end, *_ in found):
        last = max(end for _, end, *_ in found)
        verbs = [node for node in found if node[0] == 0 and node[3].startswith(("praet", "winien"))]
        found = verbs or [node for node in found if node[:2] == (0, last)]
    return tuple(_reading(lexeme, tag, labels) for _, _, lexeme, tag, labels in found)


@lru_cache(maxsize=5_000)
def past_aspects(form: str) -> frozenset[str]:
    """The aspects ("perf", "imperf") of the verbs of which the form may be a past tense."""
    tags = [tag.split(":") for _, _, _, tag, _ in analyse(form)]
    return frozenset(
        part for tag in tags if tag[0] in ("praet", "imps") for part in tag if part.endswith("perf")
    )


def _reading(lexeme: str, tag: str, labels: Iterable[str]) -> Reading:
    lemma = lexeme.partition(":")[0] or lexeme
    return Reading(lemma, lexeme, *_pos_and_slots(tag), frozenset(labels))


@cache  # the tags are some hundreds, the forms of a book are tens of thousands
def _pos_and_slots(tag: str) -> tuple[str, frozenset[Slot]]:
    pos, *parts = tag.split(":")
    return pos, _slots(pos, parts)


def _slots(pos: str, parts: list[str]) -> frozenset[Slot]:
    if pos in ("subst", "adj", "pact", "ppas", "ger", "num", "depr"):
        numbers, cases = parts[0].split("."), parts[1].split(".")
        genders = parts[2].split(".") if len(parts) > 2 else _GENDERS
    elif pos in ("praet", "winien"):
        numbers, cases, genders = parts[0].split("."), ["nom"], parts[1].split(".")
    elif pos == "fin":
        numbers, cases, genders = parts[0].split("."), ["nom"], list(_GENDERS)
    else:
        return frozenset()
    return frozenset(product(numbers, cases, genders))


@lru_cache(maxsize=5_000)
def inflected(lexeme: str, pos: str, slot: Slot) -> tuple[str, ...]:
    """The forms of a lexeme that fit a slot, the usual before the rare; () if the dictionary has none.

    A dated or rare form is given only where there is no other.
    """
    usual: list[str] = []
    rare: list[str] = []
    for form, made, tag, labels, qualifiers in inflect(lexeme):
        reading = _reading(made, tag, labels)
        if (
            made == lexeme
            and reading.pos == pos
            and slot in reading.slots
            and not tag.endswith((":com", ":sup"))
        ):
            (rare if {"przest.", "daw.", "rzad."} & set(qualifiers) else usual).append(form)
    return tuple(dict.fromkeys(usual or rare))
