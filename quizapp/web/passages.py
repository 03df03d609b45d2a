"""A text cut into pieces that a template can mark: annotations, evidence, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizapp.text.annotations import Annotations
from quizapp.text.spans import Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span and what is to be seen there: a kind of annotation, evidence, or the anchor of a candidate.

    `ref` is how the page that corrects an annotation calls it.
    """

    span: Span
    kind: str = ""
    is_evidence: bool = False
    anchor: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under one set of marks."""

    text: str
    kinds: tuple[str, ...] = ()
    is_evidence: bool = False
    anchors: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The segments of one line of the text; together they give it back whole."""

    segments: tuple[Segment, ...]
    is_evidence: bool = field(default=False)


def annotation_marks(annotations: Annotations) -> list[Mark]:
    """What the reader marked: dates, persons with their offices, quotations."""
    return [
        *(Mark(date.span, "date") for date in annotations.dates),
        *(Mark(span, "person") for person in annotations.persons for span in person.mentions),
        *(Mark(role.span, "person") for person in annotations.persons for role in person.roles),
        *(Mark(quotation.span, "quotation") for quotation in annotations.quotations),
    ]


def paragraphs(
    text: str, marks: Sequence[Mark], within: tuple[int, int] | None = None
) -> tuple[Paragraph, ...]:
    """The text, or a part of it, by paragraphs, each cut where a mark begins or ends."""
    start, end = within or (0, len(text))
    near = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
    found = _PARAGRAPH.finditer(text, start, end)
    return tuple(_paragraph(text, line.start(), line.end(), near) for line in found)


def passage(text: str, evidence: Sequence[Span], marks: Sequence[Mark] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs that hold the evidence, with the evidence marked."""
    everything = [*marks, *(Mark(span, is_evidence=True) for span in evidence)]
    return tuple(paragraph for paragraph in paragraphs(text, everything) if paragraph.is_evidence)


def _paragraph(text: str, start: int, end: int, marks: Sequence[Mark]) -> Paragraph:
    inside = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
    segments = tuple(_segments(text, start, end, inside))
    return Paragraph(segments, any(segment.is_evidence for segment in segments))


def _segments(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterable[Segment]:
    cuts = sorted(
        {start, end}
        | {cut for mark in marks for cut in (mark.span.start, mark.span.end) if start < cut < end}
    )
    for left, right in pairwise(cuts):
        covering = [mark for mark in marks if mark.span.start < right and left < mark.span.end]
        yield Segment(
            text[left:right],
            tuple(sorted({mark.kind for mark in covering if mark.kind})),
            any(mark.is_evidence for mark in covering),
            tuple(sorted({mark.anchor for mark in covering if mark.anchor})),
            tuple(mark.ref for mark in covering if mark.ref),
        )
