"""Passages with what a careful reader marks in them, and how near a reading by the program comes to that.

A passage is a TOML file: `kind` says what sort of text it is, `text` holds the marks, `[persons]` gives
each key its full name in the nominative and its gender. The marks may stand inside one another:

    {date 1610-07-04|4 lipca 1610 r.}   a date and its value in EDTF
    {name key|words}                    a mention of a person
    {office key|nominative|words}       an office of a person
    {said key|words}  {said ?|words}    words of a person, of nobody named
    {term|words}                        a phrase in quotation marks that nobody is named for

All passages are our own wording of generally known facts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.text.annotations import Annotations

PASSAGES = sorted((Path(__file__).parent / "passages").glob("*.toml"))
_MARK = re.compile(r"\{(date|name|office|said|term)([^|{}]*)\||\}")
Place = tuple[int, int]


@dataclass
class Passage:
    """A text and its marks; a speaker is None where nobody is named."""

    text: str = ""
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    dates: dict[Place, str] = field(default_factory=dict)
    mentions: dict[Place, str] = field(default_factory=dict)
    offices: dict[tuple[str, Place], str] = field(default_factory=dict)
    quotations: dict[Place, tuple[str, str | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class Score:
    """How many were marked by the reader, found by the program, and found right."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.expected + other.expected, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.expected + self.found
        return 2 * self.right / both if both else 1.0


def read(path: Path) -> Passage:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    passage = Passage()
    for key, name in content.get("persons", {}).items():
        full, gender = name.rsplit(", ", 1)
        passage.names[key] = (full, gender)
    _read_marks(content["text"].strip(), passage)
    return passage


def scores(passage: Passage, annotations: Annotations) -> dict[str, Score]:
    """The score of each category: dates, mentions, nominatives, offices, quotations, speakers."""
    meant = _whom_it_means(passage, annotations)
    return {
        "dates": _score(
            passage.dates.items(), (((d.span.start, d.span.end), d.edtf) for d in annotations.dates)
        ),
        "mentions": _score(
            passage.mentions, ((m.start, m.end) for p in annotations.persons for m in p.mentions)
        ),
        "nominatives": _score(
            ((key, full, gender) for key, (full, gender) in passage.names.items()),
            ((meant.get(p.id), p.name, p.gender) for p in annotations.persons),
        ),
        "offices": _score(
            passage.offices,
            ((meant.get(p.id), (r.span.start, r.span.end)) for p in annotations.persons for r in p.roles),
        ),
        "quotations": _score(
            ((place, kind) for place, (kind, _) in passage.quotations.items()),
            (((q.span.start, q.span.end), q.kind) for q in annotations.quotations),
        ),
        "speakers": _score(
            ((place, speaker) for place, (_, speaker) in passage.quotations.items() if speaker),
            (((q.span.start, q.span.end), meant.get(q.speaker)) for q in annotations.quotations if q.speaker),
        ),
    }


def _score(expected: Iterable[Hashable], found: Iterable[Hashable]) -> Score:
    wanted, got = set(expected), set(found)
    return Score(len(wanted), len(got), len(wanted & got))


def _whom_it_means(passage: Passage, annotations: Annotations) -> dict[str, str]:
    """The reader's key of each person of the program: whose mentions most of its mentions are."""
    meant = {}
    for person in annotations.persons:
        keys = [passage.mentions.get((span.start, span.end)) for span in person.mentions]
        known = [key for key in keys if key]
        if known:
            meant[person.id] = max(sorted(set(known)), key=known.count)
    return meant


def _read_marks(body: str, passage: Passage) -> None:
    plain: list[str] = []
    length = reached = 0
    opened: list[tuple[str, str, int]] = []
    for mark in _MARK.finditer(body):
        plain.append(body[reached : mark.start()])
        length += mark.start() - reached
        reached = mark.end()
        if mark[1]:
            nominative = re.compile(r"([^|{}]*)\|").match(body, reached) if mark[1] == "office" else None
            key = mark[2].strip() + (f"|{nominative[1]}" if nominative else "")
            reached = nominative.end() if nominative else reached
            opened.append((mark[1], key, length))
        else:
            kind, key, start = opened.pop()
            _note(passage, kind, key, (start, length))
    plain.append(body[reached:])
    passage.text = "".join(plain)


def _note(passage: Passage, kind: str, key: str, place: Place) -> None:
    if kind == "date":
        passage.dates[place] = key
    elif kind == "name":
        passage.mentions[place] = key
    elif kind == "office":
        holder, _, nominative = key.partition("|")
        passage.offices[holder, place] = nominative
    elif kind == "said":
        passage.quotations[place] = ("speech", None if key == "?" else key)
    else:
        passage.quotations[place] = ("phrase", None)
