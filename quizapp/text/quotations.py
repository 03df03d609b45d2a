"""Quotations: what stands between marks, whether it is speech or a mere phrase, and who said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.text.annotations import Person, Quotation
from quizapp.text.quotation_marks import Quoted, outermost_quoted
from quizapp.text.spans import Span
from quizapp.text.speakers import DASHES, Surroundings, is_utterance


def find_quotations(
    text: str, sentences: Sequence[Span], persons: Sequence[Person] = ()
) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in its order; spans lie inside the marks.

    Speech is what somebody is said to have said or written; all other words in marks are phrases. Its
    speaker is one of `persons`, or None where the text leaves a doubt. A nickname within a person's name
    is no quotation.
    """
    around = Surroundings(text, sentences, persons)
    quoted = [piece for piece in outermost_quoted(text) if not around.is_within_a_name(piece)]
    found: list[Quotation] = []
    for place, piece in enumerate(quoted):
        floor = quoted[place - 1].outer_end if place else 0
        ceiling = quoted[place + 1].outer_start if place + 1 < len(quoted) else len(text)
        quotation = _quotation(text, piece, around, floor, ceiling)
        if place and _goes_on(text[floor : piece.outer_start]) and found[-1].kind == "speech":
            quotation = replace(found[-1], span=quotation.span)
        found.append(quotation)
    return tuple(found)


def _quotation(text: str, piece: Quoted, around: Surroundings, floor: int, ceiling: int) -> Quotation:
    span = Span.of(text, piece.start, piece.end)
    said = around.attribution(piece, floor, ceiling)
    if said:
        return Quotation(span, "speech", said.speaker, Span.of(text, said.start, said.end))
    return Quotation(span, "speech" if is_utterance(span.text) else "phrase")


def _goes_on(between: str) -> bool:
    """„…” – stwierdził X – „…”: one utterance in two pieces."""
    stripped = between.strip()
    opened = stripped.lstrip(".,!?…").lstrip()
    return len(opened) > 2 and opened.startswith(DASHES) and opened.endswith(DASHES)
