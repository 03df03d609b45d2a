"""Annotations and amendments as JSON that is small enough to be kept beside the text."""

from __future__ import annotations

from typing import Any

from quizapp.text.amendments import Amendment
from quizapp.text.annotations import Annotations, DateMention, Person, Quotation, Role
from quizapp.text.spans import Span

Json = dict[str, Any]


def annotations_to_json(annotations: Annotations) -> Json:
    """The annotations without the text; `annotations_from_json` gives the equal ones back."""
    return {
        "sentences": [_places(sentence) for sentence in annotations.sentences],
        "dates": [
            [
                *_places(date.span),
                date.edtf,
                date.precision,
                date.calendar,
                list(date.inferred),
                _places(date.inferred_from),
            ]
            for date in annotations.dates
        ],
        "persons": [
            [
                person.id,
                person.name,
                person.gender,
                [_places(mention) for mention in person.mentions],
                [[*_places(role.span), role.nominative] for role in person.roles],
            ]
            for person in annotations.persons
        ],
        "quotations": [[*_places(q.span), q.kind, q.speaker, _places(q.cue)] for q in annotations.quotations],
    }


def annotations_from_json(text: str, stored: Json) -> Annotations:
    """The annotations that `annotations_to_json` wrote of that text."""

    def span(places: list[int]) -> Span:
        return Span.of(text, places[0], places[1])

    def perhaps(places: list[int]) -> Span | None:
        return span(places) if places else None

    return Annotations(
        text,
        sentences=tuple(map(span, stored["sentences"])),
        dates=tuple(
            DateMention(span([start, end]), edtf, precision, calendar, tuple(inferred), perhaps(source))
            for start, end, edtf, precision, calendar, inferred, source in stored["dates"]
        ),
        persons=tuple(
            Person(
                id_,
                name,
                gender,
                tuple(map(span, mentions)),
                tuple(Role(span([start, end]), nominative) for start, end, nominative in roles),
            )
            for id_, name, gender, mentions, roles in stored["persons"]
        ),
        quotations=tuple(
            Quotation(span([start, end]), kind, speaker, perhaps(cue))
            for start, end, kind, speaker, cue in stored["quotations"]
        ),
    )


def amendment_to_json(amendment: Amendment) -> Json:
    """The amendment in values that JSON knows; `amendment_from_json` gives the equal one back."""
    return {
        "change": amendment.change,
        "at": list(amendment.at),
        "value": amendment.value,
        "other": list(amendment.other) if amendment.other else None,
    }


def amendment_from_json(stored: Json) -> Amendment:
    """The amendment that `amendment_to_json` wrote."""
    start, end = stored["at"]
    other = tuple(stored["other"]) if stored["other"] else None
    return Amendment(stored["change"], (start, end), stored["value"], other)


def _places(span: Span | None) -> list[int]:
    return [span.start, span.end] if span else []
