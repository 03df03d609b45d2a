"""Clauses with the date on which, by the text, the thing happened."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from quizapp.generate.clauses import Clause
from quizapp.generate.dating import moment
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.noun_phrases import phrase_before
from quizapp.generate.subjects import verb_reading
from quizapp.generate.wording import is_inserted
from quizapp.generate.words import ADJECTIVES, PREPOSITION, agree, has, is_finite, is_noun, lemmas, word_list
from quizapp.text.annotations import Annotations, DateMention

Relation = Literal["at", "from", "until", "other"]

_SEASON = re.compile(r"-?\d{4}-2[1-4]\Z")
_FROM, _UNTIL = frozenset({"od"}), frozenset({"do"})
_AROUND = frozenset("()[] ")
_LOCAL, _OF = frozenset({"w", "we"}), frozenset({"z", "ze"})
_NOUN = frozenset({"subst"})
_VERBAL_NOUN = frozenset({"ger"})
_PARTICIPLES = frozenset({"ppas", "pact"})
_PASSIVE = frozenset({"zostać", "być"})
_DAY_NOUNS = frozenset({"dnia", "dniu"})
_THAT_YEAR = ["w", "tym", "samym", "roku", ","]
_ABOUT_EVENTS = frozenset({"po", "przed", "od", "do", "podczas", "wskutek", "wobec", "dzięki"})
_AND = frozenset({"i", "oraz", "a", "ale", "lecz"})
_NEAR, _FEW = 3, 2
_PLANNED = frozenset(
    {("na", "wieczór"), ("na", "noc"), ("na", "ranek"), ("na", "dzień"), ("na", "rok"), ("na", "południe")}
)
_PARTS = frozenset(
    {
        ("na", "początku"), ("z", "początkiem"), ("w", "połowie"), ("pod", "koniec"), ("w", "końcu"), ("z", "końcem"),
    }
)  # fmt: skip
_ENDS_OF_A_TIME = frozenset(
    (end, days) for end in ("pierwszych", "ostatnich") for days in ("dniach", "tygodniach", "miesiącach")
)
"""„W pierwszych tygodniach 1660 roku” it was in that year."""


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date in a clause with the words that belong to it: units[start:end]."""

    date: DateMention
    start: int
    end: int
    relation: Relation


def date_phrases(clause: Clause) -> list[DatePhrase]:
    """The dates of the clause, each with its preposition and what it says about the clause."""
    return [date_phrase_at(clause.units, at, unit.date) for at, unit in enumerate(clause.units) if unit.date]


def when(clause: Clause) -> DatePhrase | None:
    """The one date on which the clause puts its event; None if it has none, several, or only near ones."""
    phrases = date_phrases(clause)
    other = [unit.lower for unit in clause.tail[1:2]] == ["a"]  # „…, a w Gdańsku dzień później”
    tail = [unit for unit in clause.tail if unit.kind == "date" and not other]
    if len(phrases) != 1 or tail or phrases[0].relation != "at" or moment(phrases[0].date) is None:
        return None
    return phrases[0]


def roughly_when(clause: Clause) -> DatePhrase | None:
    """The one date of the clause where it is no plain day, month or year („wiosną 1794 r.”), or is a bound."""
    phrases = date_phrases(clause)
    verb = verb_reading(clause)
    if len(phrases) != 1 or verb is None or any(unit.date for unit in clause.tail):
        return None
    phrase = phrases[0]
    lasts = "imperf" in verb.marks
    if phrase.relation == "at":
        fits = moment(phrase.date) is None and not lasts
    else:
        fits = lasts or (phrase.relation == "until" and not _puts_off(clause, phrase))
        fits = fits and phrase.relation in ("from", "until") and moment(phrase.date) is not None
    return phrase if fits and "/" not in phrase.date.edtf else None


def _puts_off(clause: Clause, phrase: DatePhrase) -> bool:
    """Whether the bound is of a noun beside what was done once: „zakończył się odroczeniem zmian do 2014 roku”."""
    between = clause.units[clause.verb + 1 : phrase.start]
    return any(unit.kind == "word" and has(unit.lower, _VERBAL_NOUN) for unit in between)


def is_season(date: DateMention) -> bool:
    """Whether the date is a season of a year („jesienią 1609 r.”)."""
    return bool(_SEASON.match(date.edtf)) and "/" not in date.span.text


def date_phrase_at(units: tuple[Unit, ...], at: int, date: DateMention) -> DatePhrase:
    """The date that is the unit at that place, with its preposition."""
    before = [unit.lower for unit in units[max(0, at - 3) : at]]
    last = before[-1] if before else ""
    inside = date.span.text.split()[0].casefold()
    if last in _FROM or inside in _FROM:
        return DatePhrase(date, at - (last in _FROM), at + 1, "from")
    if last in _UNTIL or inside in _UNTIL:
        return DatePhrase(date, at - (last in _UNTIL), at + 1, "until")
    return _at_phrase(units, at, date, before)


def _start_of_document(units: tuple[Unit, ...], at: int) -> int | None:
    """Where „(carskim) dekretem z” begins before the date at that place: what was done so was done on its day."""
    if at < _FEW or units[at - 1].lower not in _OF:
        return None
    noun = units[at - 2]
    by_it = has(noun.lower, _NOUN, "inst") and lemmas(noun.lower) & word_list("deeds_in_writing")
    if noun.kind != "word" or not by_it:
        return None
    described = at > _FEW and units[at - 3].kind == "word" and agree(units[at - 3].lower, noun.lower)
    start = at - 2 - described
    governed = start > 0 and has(units[start - 1].lower, PREPOSITION)  # „wraz z dekretem z 1815 roku”
    return None if governed else start


def _at_phrase(units: tuple[Unit, ...], at: int, date: DateMention, before: list[str]) -> DatePhrase:
    if (document := _start_of_document(units, at)) is not None:
        return DatePhrase(date, document, at + 1, "at")
    if tuple(before[-2:]) in _PLANNED:  # „wyznaczyli początek walki na wieczór 29 listopada”
        return DatePhrase(date, at - 2, at + 1, "other")
    if before and before[-1] in _DAY_NOUNS:
        return DatePhrase(date, at - 1 - (before[-2:-1] == ["w"]), at + 1, "at")
    if [unit.lower for unit in units[max(0, at - 5) : at]] == _THAT_YEAR and date.precision == "year":
        closed = [unit.text for unit in units[at + 1 : at + 2]] == [","]
        return DatePhrase(date, at - 5, at + 1 + closed, "at")
    if before and before[-1] in _LOCAL:
        return DatePhrase(date, at - 1, at + 1, "at")
    if (part := _length_of_part(before)) and date.precision in ("year", "month"):
        return DatePhrase(date, at - part, at + 1, "at")
    if date.span.text.split()[0].casefold() in _LOCAL:
        return DatePhrase(date, at, at + 1, "at")
    free = (date.precision == "day" or is_season(date)) and not _belongs_to_noun(units, at, date)
    return DatePhrase(date, at, at + 1, "at" if free else "other")


def _length_of_part(before: list[str]) -> int:
    """How many words say in which part of a year or month: „na początku”, „w pierwszych tygodniach”; else 0."""
    if tuple(before[-2:]) in _PARTS:
        return 2
    return 3 if before[-3:-2] == ["w"] and tuple(before[-2:]) in _ENDS_OF_A_TIME else 0


def _belongs_to_noun(units: tuple[Unit, ...], at: int, date: DateMention) -> bool:
    """Whether a bare date may be part of a name („Konstytucja 3 maja”) or hang on a preposition.

    A day with its year is no part of a name: „nadano prawa miejskie Gdyni 10 lutego 1926 roku”.
    """
    if at == 0:
        return False
    before = units[at - 1]
    if before.kind == "word" and is_finite(before.lower):
        return False
    if before.kind != "word":
        return before.kind == "number"
    described = at > 2 and agree(units[at - 2].lower, before.lower)  # „w moskiewskim więzieniu”
    in_a_place = at > 1 and has(units[at - 2 - described].lower, PREPOSITION)
    if has(before.lower, _VERBAL_NOUN) and not in_a_place:
        return True
    lacks_year = "year" in date.inferred or date.edtf.startswith("XXXX")
    named = lacks_year and at > 1 and before.text[0].isupper() and is_noun(before.lower) and not in_a_place
    governed = has(before.lower, PREPOSITION) and not is_noun(before.lower)
    return governed or named or before.lower in word_list("dated_nouns")


def _end_of_dated_noun(units: tuple[Unit, ...], at: int) -> int:
    """The place where the words end whose noun the date at that place tells of; 0 if it may tell of a verb.

    So it is right before the verb, where the noun begins the clause („napaść na Danię w 1940 roku zaskoczyła …”), and
    after a preposition that asks for an event („po kapitulacji Warszawy 28 września 1939 roku”).
    """
    date = units[at].date
    phrase = date_phrase_at(units, at, date) if date else None
    if phrase is None or (phrase.relation != "at" and not _follows_a_word(units, at)):
        return 0
    start = at if phrase.relation != "at" else phrase.start
    start -= units[start - 1].text == ","  # „śmierć króla, 7 lipca 1572 roku, zamknęła …”
    opening = next((place + 1 for place in range(start - 1, -1, -1) if _begins_words(units[place])), 0)
    after = takewhile(lambda unit: unit.kind != "mark", units[at + 1 + _closes(units, at + 1) :])
    follows = any(unit.kind == "word" and is_finite(unit.lower) for unit in after)
    of_event = opening and units[opening - 1].lower in _ABOUT_EVENTS
    begins = not opening or units[opening - 1].kind == "mark" or units[opening - 1].lower in _AND
    return start if of_event or (begins and follows) else 0


def dates_a_deed(clause: Clause, date: DateMention) -> bool:
    """Whether the date is of what a noun before it tells: „śmierć króla w 1572 roku wywołała bezkrólewie”."""
    units = clause.sentence.units
    at = next((place for place, unit in enumerate(units) if unit.date is date), 0)
    end = _end_of_dated_noun(units, at) if at else 0
    return bool(end) and phrase_before(clause.sentence, end, word_list("deeds_told_by_nouns")) is not None


def _closes(units: tuple[Unit, ...], at: int) -> int:
    """How many units lie before the verb where a comma, or a place and a comma, closes what is inserted."""
    near = [unit.text for unit in units[at : at + 3]]
    placed = near[:1] in (["w"], ["we"], ["pod"]) and near[2:] == [","]
    return 3 if placed else int(near[:1] == [","])


def _follows_a_word(units: tuple[Unit, ...], at: int) -> bool:
    return units[at - 1].kind in ("word", "person") and not has(units[at - 1].lower, PREPOSITION)


def _begins_words(unit: Unit) -> bool:
    """Whether a noun with what is of it cannot reach back over the unit."""
    told = unit.kind == "word" and is_finite(unit.lower)
    return unit.kind in ("mark", "date", "aside") or told or unit.lower in _AND | _ABOUT_EVENTS


def dates_a_participle(clause: Clause, start: int) -> bool:
    """Whether the date that begins there is of what the participle before it tells: „natarcie, podjęte 17 maja”."""
    if is_inserted(clause.units, start) or _stands_inside_a_phrase(clause.units, start):
        return True
    if any(lemmas(unit.lower) & _PASSIVE for unit in clause.units if unit.kind == "word"):
        return False
    near = _NEAR if clause.verb > start else 1  # „konwencja podpisana w Genewie 22 sierpnia 1864 r. dała …”
    before = clause.units[max(0, start - near) : start]
    if any(has(unit.lower, _PARTICIPLES) for unit in before if unit.kind == "word"):
        return True
    return any(_describes_a_noun(clause.units, at) for at in range(max(1, start - _NEAR), start))


def _stands_inside_a_phrase(units: tuple[Unit, ...], start: int) -> bool:
    """„w niepodległym od 1922 roku państwie”: the date is of what the adjective tells."""
    end = next((at + 1 for at in range(start, len(units)) if units[at].date), len(units))
    if not 0 < start < end < len(units):
        return False
    before, after = units[start - 1].lower, units[end].lower
    return has(before, ADJECTIVES) and is_noun(after) and not is_noun(before) and agree(before, after)


def _describes_a_noun(units: tuple[Unit, ...], at: int) -> bool:
    """„(uruchomiła) układy dynastyczne zawarte w Wiedniu w 1515 roku”: a participle after its noun."""
    unit, before = units[at], [other for other in units[max(0, at - 2) : at] if other.kind == "word"]
    if unit.kind != "word" or not has(unit.lower, _PARTICIPLES):
        return False
    return any(is_noun(noun.lower) and agree(unit.lower, noun.lower) for noun in before)


def dated_names(annotations: Annotations, sentence: Sentence) -> Iterator[tuple[int, DateMention]]:
    """The places where a name may end that a date follows, with the date."""
    units = sentence.units
    for at, unit in enumerate(units):
        if at and unit.kind == "aside" and (inside := _date_in(annotations, unit)):
            yield at, inside
        elif at and unit.date and units[at - 1].lower in _OF:
            yield at - 1, unit.date
        elif at and unit.date and (end := _end_of_dated_noun(units, at)):
            yield end, unit.date


def _date_in(annotations: Annotations, aside: Unit) -> DateMention | None:
    """The date that fills the brackets."""
    dates = annotations.dates
    at = bisect_left(dates, aside.span.start, key=lambda date: date.span.start)
    date = dates[at] if at < len(dates) else None
    if date is None or not aside.span.contains(date.span):
        return None
    return date if set(aside.text.replace(date.span.text, "", 1)) <= _AROUND else None
