"""Relative clauses of things made into clauses of their own: „Rada, której przewodniczył X” tells who chaired it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.generate.clauses import Clause, Segment, described_name, segments_of, split_at_conjunction
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.noun_phrases import agree_in_form, phrase_at_end
from quizapp.generate.order.parts import is_governed_throughout
from quizapp.generate.words import (
    ADJECTIVES,
    CASES,
    NOUNS,
    PREPOSITION,
    Reading,
    agree,
    cases,
    has,
    is_finite,
    lemmas,
    readings,
    word_list,
)
from quizapp.text.spans import Span

_PAST = frozenset({"praet"})
_INFINITIVE = frozenset({"inf"})
_PRONOUN = "który"
_AND = frozenset({"i", "oraz", "a"})


def relative_clauses_of_things(sentence: Sentence) -> Iterator[Clause]:
    """The clauses that tell something of the thing right before them, with its name for the pronoun.

    Nothing is made of one whose thing or case is not sure.
    """
    segments = segments_of(sentence)
    for at, (before, segment) in enumerate(pairwise(segments), start=1):
        of_a_name = not before.units or before.units[-1].person or described_name(sentence, segments, at)
        if segment.kind == "relative" and not of_a_name:
            clause = _told_of(sentence, before, segment)
            if clause:
                yield clause


def _told_of(sentence: Sentence, before: Segment, segment: Segment) -> Clause | None:
    parts = split_at_conjunction(segment.units)
    units = parts[0] if parts else []
    at = next((at for at, unit in enumerate(units[:2]) if _PRONOUN in lemmas(unit.lower)), None)
    verb = next((place for place, unit in enumerate(units) if is_finite(unit.lower)), None)
    if at is None or verb is None or (at and not has(units[0].lower, PREPOSITION)):
        return None
    pronoun = [reading for reading in readings(units[at].lower) if reading.lemma == _PRONOUN]
    phrase = phrase_at_end(sentence, before.units, pronoun)
    if phrase is None or not has(units[verb].lower, _PAST):
        return None
    fitting = [reading for reading in pronoun if agree_in_form(reading, phrase.reading)]
    owned = _end_of_owned(units, at, fitting)
    case = "gen" if owned else _case(units, at, verb, fitting)
    may_be_owned = case == "acc" and "gen" in {m for one in fitting for m in one.marks}
    if may_be_owned and _end_of_person(units, at + 1) > at + 2:  # „Rosjan, których admirał X zawinął”
        return None
    words = phrase.in_case(case) if case else ()
    if not words:
        return None
    named = [*units[:at], *units[at + 1 : owned], *_put_in(units[at], words)]
    start = owned or at + 1
    rest = units[start:]
    if case == "nom":
        return Clause(sentence, (*named, *rest), len(named) + verb - start)
    at, end = verb - start, verb - start + 1
    end += end < len(rest) and rest[end].lower == "się"
    first, last = _who_act(rest, end)
    several = has(units[verb].lower, _PAST, "pl")
    if _joins(rest, last) or (several and sum(map(is_nominative, rest)) == 1):
        return None  # „(umowa,) którą podpisał Jan i jego zastępca”, „którą podpisali Jan, Anna i Piotr”
    told = (*rest[first:last], *rest[:end], *rest[end:first], *named, *rest[last:])
    return Clause(sentence, told, told.index(rest[at]))


def _who_act(units: Sequence[Unit], start: int) -> tuple[int, int]:
    """Where the persons who did it begin and end, right after the verb or a place: „(podpisali) w Rydze Jan i Piotr”.

    Both are `start` if there are none.
    """
    for first in range(start, len(units)):
        if units[first].lower == "jako":  # „(pokierował) jako mistrz krajowy Jan”
            break
        placed = [unit for unit in units[start:first] if not unit.date]
        if (not placed or is_governed_throughout(tuple(placed))) and _may_begin(units[first]):
            last = _end_of_person(units, first)
            while (
                last > first and _joins(units, last) and (end := _end_of_person(units, last + 1)) > last + 1
            ):
                last = end
            if last > first:
                return first, last
    return start, start


def _joins(units: Sequence[Unit], at: int) -> bool:
    return at < len(units) and units[at].lower in _AND


def _may_begin(unit: Unit) -> bool:
    return unit.person is not None or has(unit.lower, NOUNS | ADJECTIVES, "nom")


def _end_of_person(units: Sequence[Unit], start: int) -> int:
    """Where a person named right after the verb, with titles before the name, ends; `start` if none is."""
    if start < len(units) and _is_a_land(units[start]):
        return start + 1
    at = next((place for place in range(start, len(units)) if units[place].person), None)
    titled = at is not None and is_nominative(units[at]) and all(map(_may_be_title, units[start:at]))
    return at + 1 if titled and at is not None else start


def _is_a_land(unit: Unit) -> bool:
    """„(wojna, którą rozpoczęły) Niemcy”."""
    known = readings(unit.text) if unit.kind == "word" else ()
    return any(reading.lemma in word_list("lands") and "nom" in reading.marks for reading in known)


def _may_be_title(unit: Unit) -> bool:
    return unit.kind == "word" and not has(unit.lower, PREPOSITION) and has(unit.lower, NOUNS | ADJECTIVES)


def _put_in(pronoun: Unit, words: Sequence[str]) -> list[Unit]:
    """Units for the words that stand for the pronoun."""
    place = pronoun.span.start
    return [Unit("word", Span(place, place, word)) for word in words]


def _end_of_owned(units: Sequence[Unit], at: int, pronoun: Sequence[Reading]) -> int:
    """Where what belongs to the thing ends („nad którego dekoracją rzeźbiarską …”); 0 if the pronoun owns nothing."""
    pair = units[at + 1 : at + 3]
    described = len(pair) == 2 and has(pair[0].lower, ADJECTIVES) and agree(pair[0].lower, pair[1].lower)
    first = at + 1 + described  # „którego inflancką gałęzią”
    noun = units[first] if first < len(units) else None
    genitive = any("gen" in reading.marks for reading in pronoun)
    if noun is None or noun.kind != "word" or not genitive or is_finite(noun.lower):
        return 0
    wanted = cases(units[0].lower, PREPOSITION) if at else CASES - {"gen"}
    if not has(noun.lower, NOUNS) or has(noun.lower, ADJECTIVES) or not cases(noun.lower, NOUNS) & wanted:
        return 0
    if described and has(noun.lower, NOUNS, "nom"):
        return 0  # „(ziemia,) której polski król nie oddał”
    end = first + 1
    if end < len(units) and units[end].person and is_nominative(units[end]):
        return 0  # „(osada,) której książę Przemysł nadał …”
    while end < len(units) and units[end].kind == "word" and agree(units[end].lower, noun.lower):
        end += 1
    return end


def _case(units: Sequence[Unit], at: int, verb: int, pronoun: Sequence[Reading]) -> str:
    """The case that the pronoun stands in; "" if it is not sure."""
    found = frozenset(case for reading in pronoun for case in reading.marks & CASES)
    if at:
        found &= cases(units[0].lower, PREPOSITION)
        return min(found) if len(found) == 1 else ""
    if any(has(unit.lower, _INFINITIVE) for unit in units):  # „Mińsk, który X gotów był oddać”
        return ""
    lemma = lemmas(units[verb].lower)
    for case in ("dat", "inst"):
        if case in found and lemma & word_list(f"verbs_with_{case}"):
            return case
    if "nom" in found and not any(unit.person for unit in units):
        return "nom" if "acc" not in found or _agrees_with_verb(units[verb], pronoun) else ""
    if "acc" in found:
        return "acc"
    return min(found) if len(found) == 1 else ""


def _agrees_with_verb(verb: Unit, pronoun: Sequence[Reading]) -> bool:
    nominative = [reading for reading in pronoun if "nom" in reading.marks]
    past = [reading for reading in readings(verb.lower) if reading.pos in _PAST]
    return any(agree_in_form(one, other) for one in nominative for other in past)
