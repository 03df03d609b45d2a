from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizapp.text.spans import Span

Precision = Literal["day", "month", "year", "decade", "century", "interval"]
Calendar = Literal["gregorian", "julian", "unstated"]
DatePart = Literal["day", "month", "year", "century"]
Gender = Literal["m", "f", "unknown"]
QuotationKind = Literal["speech", "phrase"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date as the text words it, and its value in EDTF (ISO 8601-2)."""

    span: Span
    edtf: str
    precision: Precision
    calendar: Calendar
    inferred: tuple[DatePart, ...] = ()
    inferred_from: Span | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An office, rank or title of a person: as the text words it, and in the nominative ("" if unsure)."""

    span: Span
    nominative: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the fullest name found, in the nominative and without titles, and where it stands."""

    id: str
    name: str
    gender: Gender
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks (the marks stay outside); the speaker is the id of a person."""

    span: Span
    kind: QuotationKind
    speaker: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """What a careful reader marks in a text, each kind in the order of the text."""

    text: str
    sentences: tuple[Span, ...]
    dates: tuple[DateMention, ...]
    persons: tuple[Person, ...]
    quotations: tuple[Quotation, ...]

    def person(self, person_id: str) -> Person:
        """The person of that id; KeyError if there is none."""
        for person in self.persons:
            if person.id == person_id:
                return person
        raise KeyError(person_id)
