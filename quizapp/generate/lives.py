"""Births and deaths that stand in brackets after a name: „(ur. 4 maja 1746 w Solurze, zm. …)”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quizapp.generate.dating import moment
from quizapp.generate.material import Sentence
from quizapp.text.annotations import Annotations, DateMention, Person
from quizapp.text.spans import Span

LifeEvent = Literal["birth", "death"]

_MARKERS: tuple[tuple[re.Pattern[str], LifeEvent], ...] = (
    (re.compile(r"(?:\bur\.|\burodzon[ya]|\*)\s*\Z"), "birth"),
    (re.compile(r"(?:\bzm\.|\bzmarł[ya]?|†)\s*\Z"), "death"),
)
_PLACE = re.compile(r"\s+(we?\s+[^\W\d_]+(?:[ -][^\W\d_]+)?)(?=\s*[,;)–])")


@dataclass(frozen=True, slots=True)
class LifeDate:
    """When, and perhaps where (`w Krakowie`, else ""), a person was born or died; the words that say it."""

    kind: LifeEvent
    person: Person
    date: DateMention
    place: str
    sentence: Sentence
    evidence: Span


def life_dates_of(annotations: Annotations, sentences: Sequence[Sentence]) -> Iterator[LifeDate]:
    """The births and deaths of the text that stand in brackets right after a name."""
    for sentence in sentences:
        for named, aside in pairwise(sentence.units):
            if named.person and aside.kind == "aside":
                evidence = Span.of(annotations.text, named.span.start, aside.span.end)
                for kind, date, place in _told(annotations, aside.span):
                    yield LifeDate(kind, named.person, date, place, sentence, evidence)


def _told(annotations: Annotations, aside: Span) -> Iterator[tuple[LifeEvent, DateMention, str]]:
    at = bisect_left(annotations.dates, aside.start, key=lambda date: date.span.start)
    for date in annotations.dates[at : at + 4]:
        if not aside.contains(date.span) or moment(date) is None or date.inferred:
            continue
        before = annotations.text[aside.start : date.span.start]
        kind = next((kind for marker, kind in _MARKERS if marker.search(before)), None)
        if kind:
            place = _PLACE.match(annotations.text, date.span.end, aside.end)
            yield kind, date, " ".join(place[1].split()) if place and _is_name(place[1]) else ""


def _is_name(place: str) -> bool:
    return all(word[0].isupper() for word in re.split(r"[ -]", place)[1:])
