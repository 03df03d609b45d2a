"""Annotated texts written by hand, one sentence a line.

`{D:1794-03-24|24 marca 1794 r.}`, `{P:Jan Tilly}`, `{P:Jan Tilly|Tilly}`, `{R:Jan Tilly:hrabia|hrabiego}`.

A quotation is written with its marks outside: `„{Q:Jan Tilly|Naprzód!}”` is speech, `„{Q|most}”` a phrase.
A date whose year stands elsewhere in the text: `{D:1794-03-24?year|24 marca}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quizapp.text.annotations import Annotations, DateMention, Gender, Person, Precision, Quotation, Role
from quizapp.text.spans import Span

_PRECISIONS: tuple[Precision, ...] = ("year", "month", "day")
MARK = re.compile(r"\{([DPRQ])(?::([^|{}]*))?(?:\|([^{}]*))?\}")


@dataclass
class _Draft:
    name: str
    mentions: list[Span] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)


def annotated(marked: str) -> Annotations:
    """The annotations that the marks in the text say; sentences end at a line's end."""
    plain, marks = _without_marks(marked)
    people: dict[str, _Draft] = {}
    dates, quotations = [], []
    for kind, value, span in marks:
        if kind == "D":
            dates.append(_date(value, span))
        elif kind == "P":
            people.setdefault(value, _Draft(value)).mentions.append(span)
        elif kind == "R":
            name, _, nominative = value.partition(":")
            people.setdefault(name, _Draft(name)).roles.append(
                Role(span, nominative or span.text[0].lower() + span.text[1:])
            )
        else:
            quotations.append((value, span))
    ids = {name: f"p{place + 1}" for place, name in enumerate(people)}
    return Annotations(
        plain,
        tuple(_lines(plain)),
        tuple(dates),
        tuple(_person(ids[name], draft) for name, draft in people.items()),
        tuple(Quotation(span, "speech" if value else "phrase", ids.get(value)) for value, span in quotations),
    )


def _without_marks(marked: str) -> tuple[str, list[tuple[str, str, Span]]]:
    plain, at, marks = "", 0, []
    for found in MARK.finditer(marked):
        plain += marked[at : found.start()]
        kind, value, words = found[1], found[2], found[3] or found[2]
        marks.append((kind, value or "", Span(len(plain), len(plain) + len(words), words)))
        plain += words
        at = found.end()
    return plain + marked[at:], marks


def _lines(plain: str) -> list[Span]:
    return [Span(found.start(), found.end(), found.group()) for found in re.finditer(r"[^\n]+", plain)]


def _date(value: str, span: Span) -> DateMention:
    edtf, _, inferred = value.partition("?")
    parts = edtf.lstrip("-").count("-")
    precision: Precision = "interval" if "/" in edtf else _PRECISIONS[parts]
    return DateMention(span, edtf, precision, "unstated", ("year",) if inferred else ())


def _person(identity: str, draft: _Draft) -> Person:
    gender: Gender = "f" if draft.name.split()[0].endswith("a") else "m"
    return Person(identity, draft.name, gender, tuple(draft.mentions), tuple(draft.roles))
