"""What the pages that correct marks show."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.store.sources import MarkAmendment, Source, annotations_of
from quizapp.text.amendments import Place, person_at, place_of
from quizapp.text.annotations import Annotations, DateMention, Person, Quotation
from quizapp.text.spans import Span
from quizapp.web.teach.workbench_page import Shown, parts_of


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A mark with the sentence around it, and what the program takes it for."""

    kind: str
    span: Span
    before: str
    after: str
    mark: DateMention | Person | Quotation
    annotations: Annotations

    @property
    def ref(self) -> str:
        return f"{self.kind}-{self.span.start}-{self.span.end}"

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def at(self) -> Place:
        return self.span.start, self.span.end

    @property
    def read_as(self) -> str:
        """The value of a date, the name of a person, the speaker of a quotation; "" where nobody is known."""
        if isinstance(self.mark, DateMention):
            return self.mark.edtf
        if isinstance(self.mark, Person):
            return self.mark.name
        return self.annotations.person(self.mark.speaker).name if self.mark.speaker else ""


@dataclass(frozen=True, slots=True)
class MarksPage:
    """The marks of a part of the text, by kind, and what was corrected before."""

    source: Source
    shown: Shown
    persons: list[MarkedPlace]
    dates: list[MarkedPlace]
    quotations: list[MarkedPlace]
    amendments: list[tuple[MarkAmendment, str]]


def marks_page(source: Source, shown: Shown) -> MarksPage:
    """Each person, date and quotation in the part once, with what it is read as."""
    annotations = annotations_of(source.revision)
    parts = parts_of(source.revision.body)
    start, end = parts[min(int(shown.part or 1), len(parts)) - 1]

    def within(span: Span) -> bool:
        return start <= span.start < end

    firsts = [next(filter(within, person.mentions), None) for person in annotations.persons]
    return MarksPage(
        source,
        shown,
        persons=_places("person", [span for span in firsts if span], annotations),
        dates=_places("date", [date.span for date in annotations.dates if within(date.span)], annotations),
        quotations=_places(
            "quotation", [q.span for q in annotations.quotations if within(q.span)], annotations
        ),
        amendments=[
            (known, _words_at(source.revision.body, known.amendment.at))
            for known in reversed(source.revision.amendments)
            if known.undone_at is None
        ],
    )


def mark_at(annotations: Annotations, kind: str, at: Place) -> MarkedPlace | None:
    """The mark of that kind at that place; None if there is none."""
    mark: DateMention | Person | Quotation | None
    if kind == "person":
        mark = person_at(annotations, at)
    elif kind == "date":
        mark = next((date for date in annotations.dates if place_of(date) == at), None)
    else:
        mark = next((found for found in annotations.quotations if place_of(found) == at), None)
    if mark is None:
        return None
    span = Span.of(annotations.text, *at)
    around = next((s for s in annotations.sentences if s.start <= span.start and span.end <= s.end), span)
    text = annotations.text
    return MarkedPlace(
        kind, span, text[around.start : span.start], text[span.end : around.end], mark, annotations
    )


def _places(kind: str, spans: list[Span], annotations: Annotations) -> list[MarkedPlace]:
    found = (mark_at(annotations, kind, (span.start, span.end)) for span in spans)
    return [place for place in found if place]


def _words_at(body: str, at: Place) -> str:
    return " ".join(body[at[0] : at[1]].split())
