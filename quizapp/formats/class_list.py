"""A class list as it is pasted out of a register: one pupil a line, whatever stands around the names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, get_args

from quizapp.items.nicknames import is_reserved, nickname_key, told_apart
from quizapp.text.cleaning import is_visible
from quizapp.text.offices.origins import is_first_name

Calling = Literal["brief", "number", "whole"]
CALLINGS: tuple[Calling, ...] = get_args(Calling)
"""How pupils are to be called: by first name and initial, by register number alone, or as the list has them."""

Reason = Literal["twice", "present", "reserved", "heading", "long", "many", "nameless"]

LONGEST_NAME = 40
MOST_PUPILS = 400

_NUMBER = re.compile(r"(\d{1,3})(?:\s*[.)]|$|(?=[\s;|]))\s*")
_BETWEEN = re.compile(r"[\t;|]+")
_HEADING = re.compile(r"\b(nazwisk\w*|imi[ęo]\w*|lp|surname|first name)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListedPupil:
    """A pupil of the list: the line, what stood there, the register number, and what they will be called."""

    line: int
    written: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """A line that makes no pupil, why, and the line or the name that it repeats."""

    line: int
    written: str
    reason: Reason
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class ClassList:
    """The pupils of a list, and the lines that made none."""

    pupils: tuple[ListedPupil, ...]
    left_out: tuple[LeftOutLine, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A line taken to pieces: `surname` is empty where none is to be seen."""

    number: int | None
    first: str
    surname: str

    @property
    def whole(self) -> str:
        return f"{self.first} {self.surname}".strip()

    @property
    def key(self) -> str:
        """What two lines share that name one pupil, in whatever order."""
        return " ".join(sorted(nickname_key(self.whole).split())) or str(self.number)


def read_class_list(
    text: str, calling: Calling = "brief", names: Collection[str] = (), numbers: Collection[int] = ()
) -> ClassList:
    """Read a list for a class that has these names and register numbers already.

    "Nowak, Jan", "Nowak Jan" and "Jan Nowak" are one pupil, and so one line of them too many.
    """
    pupils: list[ListedPupil] = []
    left_out: list[LeftOutLine] = []
    lines_of: dict[str, int] = {}
    present = {nickname_key(name) for name in names}
    taken, used = set(present), set(numbers)
    for line, written in enumerate(text.splitlines(), start=1):
        shown, read = " ".join(written.split()), _read(written)
        if not shown:
            continue
        number = read.number if read.number and read.number not in used else max(used, default=0) + 1
        name = _name(read, number, calling)
        reason, same_as = _why_not(read, name, calling, lines_of, present)
        if not lines_of and not left_out and _HEADING.search(written):
            reason, same_as = "heading", ""
        elif reason is None and len(pupils) >= MOST_PUPILS:
            reason = "many"
        if reason is not None:
            left_out.append(LeftOutLine(line, shown, reason, same_as))
            continue
        name = told_apart(name, taken)
        pupils.append(ListedPupil(line, shown, number, name))
        lines_of[read.key] = line
        used.add(number)
        taken.add(nickname_key(name))
    return ClassList(tuple(pupils), tuple(left_out))


def _why_not(
    read: _Read, name: str, calling: Calling, lines_of: Mapping[str, int], present: Collection[str]
) -> tuple[Reason | None, str]:
    if not read.whole and read.number is None:
        return "nameless", ""
    if read.key in lines_of:
        return "twice", str(lines_of[read.key])
    if nickname_key(name) in present:
        return "present", name
    if (calling == "number" or not read.whole) and str(read.number) in present:
        return "present", str(read.number)
    if is_reserved(name):
        return "reserved", ""
    return ("long", "") if len(name) > LONGEST_NAME else (None, "")


def _name(read: _Read, number: int, calling: Calling) -> str:
    if calling == "number" or not read.whole:
        return str(number)
    return f"{read.first} {read.surname[0]}." if calling == "brief" and read.surname else read.whole


def _read(written: str) -> _Read:
    line = written.strip().lstrip("-–—•*·\t ")
    counted = _NUMBER.match(line)
    number = int(counted[1]) if counted else None
    words = " ".join(_BETWEEN.sub(" ", line[counted.end() :] if counted else line).split()).strip(" .;")
    words = words.title() if words.isupper() and " " in words else words
    if not is_visible(words):
        return _Read(number, "", "")
    surname, _, first = (part.strip() for part in words.partition(","))
    return _Read(number, first, surname) if surname and first else _Read(number, *_first_and_surname(words))


def _first_and_surname(words: str) -> tuple[str, str]:
    """Which words are the surname: a register has them first as often as last, a nickname has none."""
    each = words.split()
    leading = _how_many_first_names(each)
    if leading == len(each) > 1:
        return " ".join(each[:-1]), each[-1]
    if leading:
        return " ".join(each[:leading]), " ".join(each[leading:])
    trailing = _how_many_first_names(each[::-1])
    at = len(each) - trailing
    return (" ".join(each[at:]), " ".join(each[:at])) if trailing else (words, "")


def _how_many_first_names(words: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(is_first_name, words))
