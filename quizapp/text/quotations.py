"""Quotations: what stands between marks, whether it is speech or a mere phrase, and who said it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quizapp.text.annotations import Person, Quotation
from quizapp.text.quotation_marks import Quoted, outermost_quoted
from quizapp.text.spans import Span
from quizapp.text.speech.cues import finite_verbs
from quizapp.text.speech.marked_words import is_utterance
from quizapp.text.speech.speakers import DASHES, Bounds, Surroundings
from quizapp.text.words import words_of

_NEXT_TO = 160  # letters between quotations of one exchange
_LONGEST_CUE = 300


def find_quotations(
    text: str, sentences: Sequence[Span], persons: Sequence[Person] = ()
) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in its order; spans lie inside the marks.

    Speech is what somebody is said to have said or written; all other words in marks are phrases. Its
    speaker is one of `persons`, or None where the text leaves a doubt. A nickname within a person's name
    is no quotation.
    """
    quoted = _outside_names(text, persons)
    insets = _insets(text, sentences, quoted)
    around = Surroundings(text, sentences, persons, quoted)
    found: list[Quotation] = []
    last: Quotation | None = None  # the last speech
    last_end = 0
    for place, piece in enumerate(quoted):
        if place in insets:
            found.append(Quotation(Span.of(text, piece.start, piece.end), "phrase"))
            continue
        bounds = _bounds(text, quoted, insets, place, last_end)
        spoken = last.speaker if last and piece.outer_start - last_end < _NEXT_TO else None
        quotation = _quotation(text, piece, around, bounds, spoken)
        if last and not _has_own_cue(quotation) and _goes_on(text, last_end, piece.outer_start):
            quotation = replace(last, span=quotation.span)
        if found and quotation.kind == "speech" and _parted_by_commas(text[bounds.floor : piece.outer_start]):
            found[-1] = replace(quotation, span=found[-1].span)
        found.append(quotation)
        if quotation.kind == "speech":
            last, last_end = quotation, piece.outer_end
    return tuple(found)


def _quotation(
    text: str, piece: Quoted, around: Surroundings, bounds: Bounds, spoken: str | None
) -> Quotation:
    span = Span.of(text, piece.start, piece.end)
    said = around.attribution(piece, bounds, spoken)
    if said:
        return Quotation(span, "speech", said.speaker, Span.of(text, said.start, said.end))
    is_speech = is_utterance(span.text) and not around.is_work(piece, bounds.floor)
    return Quotation(span, "speech" if is_speech else "phrase")


def _outside_names(text: str, persons: Sequence[Person]) -> list[Quoted]:
    """All that stands between marks but nicknames in the midst of a name."""
    named = sorted(span for person in persons for span in person.mentions)
    starts = [span.start for span in named]

    def is_nickname(piece: Quoted) -> bool:
        place = bisect_right(starts, piece.outer_start) - 1
        return place >= 0 and named[place].end >= piece.outer_end

    return [piece for piece in outermost_quoted(text) if not is_nickname(piece)]


def _insets(text: str, sentences: Sequence[Span], quoted: Sequence[Quoted]) -> frozenset[int]:
    """Titles inside the words that attribute: „…” – przyznał autor „…” – „…”."""
    starts = [sentence.start for sentence in sentences]
    found: set[int] = set()
    floor = 0  # the end of the last quotation that is none of them
    for place, piece in enumerate(quoted):
        between = text[floor : piece.outer_start]
        is_one_sentence = bisect_right(starts, floor) == bisect_right(starts, piece.outer_start)
        if floor and is_one_sentence and len(between) < _LONGEST_CUE and _is_in_midst(between):
            found.add(place)
        else:
            floor = piece.outer_end
    return frozenset(found)


def _is_in_midst(between: str) -> bool:
    """Whether a cue set off by a dash goes on, so that what follows can be no speech."""
    opened = between.strip().lstrip(".,!?…").lstrip()
    if not opened.startswith(DASHES) or any(mark in opened for mark in (":", ";", "\n\n")):
        return False
    words = words_of(opened, 0, len(opened))[1:]
    if len(words) < 2 or words[-1].text in (*DASHES, ",", "że", "iż", "i", "a"):
        return False
    return any(finite_verbs(words[:2])) and not any(finite_verbs(words[-1:]))


def _bounds(text: str, quoted: Sequence[Quoted], insets: frozenset[int], place: int, last_end: int) -> Bounds:
    floor = quoted[place - 1].outer_end if place else 0
    after = place + 1
    while after in insets:
        after += 1
    ceiling = quoted[after].outer_start if after < len(quoted) else len(text)
    return Bounds(floor, last_end, ceiling)


def _has_own_cue(quotation: Quotation) -> bool:
    """Whether the words after it name who said it."""
    cue = quotation.cue
    return quotation.speaker is not None and cue is not None and cue.start > quotation.span.end


def _goes_on(text: str, start: int, end: int) -> bool:
    """„…” – stwierdził X – „…”: one utterance in two pieces."""
    if end - start > _LONGEST_CUE:
        return False
    stripped = text[start:end].strip()
    opened = stripped.lstrip(".,!?…").lstrip()
    is_line = "\n" not in opened and len(opened) > 2
    return is_line and opened.startswith(DASHES) and opened.endswith(DASHES)


def _parted_by_commas(between: str) -> bool:
    """„…”, pisał X, „…”: one utterance, the words between its pieces no more than a cue."""
    return between.startswith(",") and between.rstrip().endswith(",") and 8 < len(between) < _NEXT_TO
