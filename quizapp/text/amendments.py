"""What a person says of the marks in a text where the program read it wrong, and the marks as they then are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal

from quizapp.text.annotations import Annotations, DateMention, Person, Precision, Quotation
from quizapp.text.dates.answers import DateValue, read_date
from quizapp.text.dates.edtf import Moment

Place = tuple[int, int]
"""Where a mark begins and ends in the text: what it is known by, whatever the program calls it."""

Change = Literal[
    "name", "same_person", "date", "speaker", "no_date", "no_person", "no_mention", "no_quotation"
]

_EDTF = re.compile(
    r"(?:(?P<year>-?\d{4})|(?P<open>-?\d{2}(?:\dX|XX))|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change to the mark at a place: a `value`, or the place of an `other` mark that it is tied to."""

    change: Change
    at: Place
    value: str = ""
    other: Place | None = None


def amended(annotations: Annotations, amendments: Iterable[Amendment]) -> Annotations:
    """The annotations with every amendment made, in the order given; one that finds no mark changes nothing."""
    return reduce(
        lambda known, amendment: _CHANGES[amendment.change](known, amendment), amendments, annotations
    )


def date_value(typed: str) -> tuple[str, Precision] | None:
    """What somebody means by a date, in EDTF or in Polish words; None if no calendar has it."""
    if found := _EDTF.fullmatch(typed.strip()):
        at = _moment(found)
        return (at.edtf, at.precision) if at.exists() else None
    value = read_date(typed)
    return (value.edtf, _precision(value)) if value else None


def place_of(mark: DateMention | Quotation) -> Place:
    """Where the mark stands."""
    return mark.span.start, mark.span.end


def person_at(annotations: Annotations, at: Place) -> Person | None:
    """The person whose name or office is marked there."""
    for person in annotations.persons:
        spans = (*person.mentions, *(role.span for role in person.roles))
        if any((span.start, span.end) == at for span in spans):
            return person
    return None


def _moment(found: re.Match[str]) -> Moment:
    month, day = (int(found[part]) if found[part] else None for part in ("month", "day"))
    if found["open"]:
        digits = found["open"]
        return Moment(int(digits.replace("X", "0")), month, day, digits.count("X"))
    return Moment(int(found["year"]) if found["year"] else None, month, day)


def _precision(value: DateValue) -> Precision:
    edtf = value.edtf
    if "/" in edtf:
        return "interval"
    open_digits = 0 if value.year is None else edtf.count("X")
    return Moment(value.year, value.month, value.day, open_digits).precision


def _named(known: Annotations, amendment: Amendment) -> Annotations:
    found = person_at(known, amendment.at)
    return _with_person(known, found, replace(found, name=amendment.value)) if found else known


def _with_person(known: Annotations, old: Person, new: Person) -> Annotations:
    return replace(known, persons=tuple(new if person is old else person for person in known.persons))


def _merged(known: Annotations, amendment: Amendment) -> Annotations:
    """Two names of one person: the other keeps its name, and gets the mentions, offices and words of this."""
    gone = person_at(known, amendment.at)
    kept = person_at(known, amendment.other) if amendment.other else None
    if gone is None or kept is None or gone is kept:
        return known
    whole = replace(
        kept,
        gender=gone.gender if kept.gender == "unknown" else kept.gender,
        mentions=tuple(sorted((*kept.mentions, *gone.mentions))),
        roles=tuple(sorted((*kept.roles, *gone.roles), key=lambda role: role.span)),
    )
    told = _with_person(known, kept, whole)
    return _without_person(told, gone, kept.id)


def _without_person(known: Annotations, gone: Person, speaker: str | None = None) -> Annotations:
    return replace(
        known,
        persons=tuple(person for person in known.persons if person.id != gone.id),
        quotations=tuple(
            replace(q, speaker=speaker) if q.speaker == gone.id else q for q in known.quotations
        ),
    )


def _dated(known: Annotations, amendment: Amendment) -> Annotations:
    value = date_value(amendment.value)
    return _each_date(known, amendment.at, lambda date: _as_meant(known, date, *value) if value else date)


def _as_meant(known: Annotations, date: DateMention, edtf: str, precision: Precision) -> DateMention:
    """The date with that value; a year that its own words lack is proved by the nearest date that says it."""
    year = edtf[:4] if edtf[:4].isdecimal() else ""
    if not year or year.lstrip("0") in date.span.text:
        return replace(date, edtf=edtf, precision=precision, inferred=(), inferred_from=None)
    saying = [
        d for d in known.dates if d.edtf.startswith(year) and "year" not in d.inferred and d is not date
    ]
    nearest = min(saying, key=lambda d: abs(d.span.start - date.span.start), default=None)
    source = nearest.span if nearest else None
    return replace(date, edtf=edtf, precision=precision, inferred=("year",), inferred_from=source)


def _each_date(known: Annotations, at: Place, change: Callable[[DateMention], DateMention]) -> Annotations:
    return replace(known, dates=tuple(change(d) if place_of(d) == at else d for d in known.dates))


def _spoken(known: Annotations, amendment: Amendment) -> Annotations:
    person = person_at(known, amendment.other) if amendment.other else None
    speaker = person.id if person else None
    return replace(
        known,
        quotations=tuple(
            replace(q, speaker=speaker, kind="speech" if speaker else q.kind)
            if place_of(q) == amendment.at
            else q
            for q in known.quotations
        ),
    )


def _no_date(known: Annotations, amendment: Amendment) -> Annotations:
    return replace(known, dates=tuple(date for date in known.dates if place_of(date) != amendment.at))


def _no_quotation(known: Annotations, amendment: Amendment) -> Annotations:
    return replace(known, quotations=tuple(q for q in known.quotations if place_of(q) != amendment.at))


def _no_person(known: Annotations, amendment: Amendment) -> Annotations:
    found = person_at(known, amendment.at)
    return _without_person(known, found) if found else known


def _no_mention(known: Annotations, amendment: Amendment) -> Annotations:
    """One mark less; a person whose name is marked nowhere is none."""
    found = person_at(known, amendment.at)
    if found is None:
        return known
    rest = replace(
        found,
        mentions=tuple(span for span in found.mentions if (span.start, span.end) != amendment.at),
        roles=tuple(role for role in found.roles if (role.span.start, role.span.end) != amendment.at),
    )
    return _with_person(known, found, rest) if rest.mentions else _without_person(known, found)


_CHANGES: dict[Change, Callable[[Annotations, Amendment], Annotations]] = {
    "name": _named,
    "same_person": _merged,
    "date": _dated,
    "speaker": _spoken,
    "no_date": _no_date,
    "no_person": _no_person,
    "no_mention": _no_mention,
    "no_quotation": _no_quotation,
}
