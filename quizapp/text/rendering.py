"""Annotations as the JSON of the contract, as a report and as a page to read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from quizapp.text.annotations import Annotations, DateMention, Person, Quotation
from quizapp.text.marked_page import Mark, page, shown
from quizapp.text.spans import Span

Json = dict[str, Any]

_PRECISIONS = {
    "day": "dzień",
    "month": "miesiąc",
    "year": "rok",
    "decade": "dekada",
    "century": "wiek",
    "interval": "okres",
}
_CALENDARS = {"gregorian": "nowy styl", "julian": "stary styl", "unstated": ""}
_PARTS = {"day": "dzień", "month": "miesiąc", "year": "rok", "century": "wiek"}


def to_json(annotations: Annotations) -> Json:
    """The annotations as `annotations.schema.json` has them."""
    text = annotations.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "schema": 1,
        "source": {"chars": len(text), "sha256": digest},
        "dates": [_date_to_json(date) for date in annotations.dates],
        "persons": [_person_to_json(person) for person in annotations.persons],
        "quotations": [_quotation_to_json(quotation) for quotation in annotations.quotations],
    }


def _span_to_json(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _date_to_json(date: DateMention) -> Json:
    source = {"inferred_from": _span_to_json(date.inferred_from)} if date.inferred_from else {}
    return {
        **_span_to_json(date.span),
        "edtf": date.edtf,
        "precision": date.precision,
        "calendar": date.calendar,
        "inferred": list(date.inferred),
        **source,
    }


def _person_to_json(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "gender": person.gender,
        "mentions": [_span_to_json(mention) for mention in person.mentions],
        "roles": [{**_span_to_json(role.span), "nominative": role.nominative} for role in person.roles],
    }


def _quotation_to_json(quotation: Quotation) -> Json:
    return {
        **_span_to_json(quotation.span),
        "kind": quotation.kind,
        "speaker": quotation.speaker,
        "cue": _span_to_json(quotation.cue) if quotation.cue else None,
    }


def to_text(annotations: Annotations) -> str:
    """The annotations as a report in Polish."""
    kinds = (
        ("Daty", [_told_date(date) for date in annotations.dates]),
        ("Osoby", [_told_person(person) for person in annotations.persons]),
        ("Cytaty", [_told_quotation(annotations, quotation) for quotation in annotations.quotations]),
    )
    return shown("\n".join(line for heading, told in kinds for line in _section(heading, told)))


def _section(heading: str, told: list[str]) -> Iterator[str]:
    yield f"{heading}: {len(told)}"
    yield from (f"- {line}" for line in told)
    yield ""


def _told_date(date: DateMention) -> str:
    told = f"{_one_line(date.span)} = {date.edtf} ({_PRECISIONS[date.precision]})"
    if calendar := _CALENDARS[date.calendar]:
        told += f", {calendar}"
    if date.inferred:
        told += f"; z innego miejsca: {', '.join(_PARTS[part] for part in date.inferred)}"
    return told


def _told_person(person: Person) -> str:
    roles = dict.fromkeys(role.nominative or _one_line(role.span) for role in person.roles)
    times = len(person.mentions)
    return f"{', '.join((person.name, *roles))}; wzmianki: {times}"


def _told_quotation(annotations: Annotations, quotation: Quotation) -> str:
    if quotation.kind == "phrase":
        return f"„{_one_line(quotation.span)}” (zwrot)"
    speaker = annotations.person(quotation.speaker).name if quotation.speaker else "autor nieustalony"
    cue = f", „{_one_line(quotation.cue)}”" if quotation.cue else ""
    return f"„{_one_line(quotation.span)}” ({speaker}{cue})"


def _one_line(span: Span) -> str:
    return " ".join(span.text.split())


def to_html(annotations: Annotations) -> str:
    """The annotated text as a page that stands alone; the title of a mark says what it means."""
    return page(annotations.text, _marks(annotations))


def _marks(annotations: Annotations) -> Iterator[Mark]:
    for date in annotations.dates:
        yield Mark(date.span, "date", _told_date(date))
    for person in annotations.persons:
        told = _told_person(person)
        for span in (*person.mentions, *(role.span for role in person.roles)):
            yield Mark(span, "person", told)
    for quotation in annotations.quotations:
        yield Mark(quotation.span, "quotation", _told_quotation(annotations, quotation))
