"""When the hero of a biography was born and died, told without the name: „Urodzona w Łodzi 9 czerwca 1843 roku …”.

A biography leaves its hero unsaid even after others have acted; whom else it tells of there it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from quizapp.generate.dating import moment, year_of
from quizapp.generate.facts.dated import is_season
from quizapp.generate.facts.lives import LifeDate, LifeEvent
from quizapp.generate.facts.offices import is_numbered
from quizapp.generate.material import Sentence, Unit, is_nominative, names_another_like
from quizapp.generate.words import NOUNS, PREPOSITION, has, is_finite, lemmas, readings
from quizapp.text import lexicon
from quizapp.text.annotations import DateMention, Person

_OPENING, _FAR, _NEAR = 8, 8, 4
_DYING = frozenset({"umrzeć", "zemrzeć"})
_SHORT: dict[str, LifeEvent] = {"ur": "birth", "zm": "death"}
_PASSIVE, _PAST = frozenset({"ppas"}), frozenset({"praet"})
_WHOSE = frozenset(
    {"jego", "jej", "ich", "swój", "który", "kto", "gdy", "kiedy", "zanim", "nim", "ten", "ów"}
)
_PARTS = frozenset({";", ":", "–", "—"})
_WINTER = "-24"
_LIFE = re.compile(r"(-?\d{4})[-\d]*/(-?\d{4})[-\d]*\Z")


def is_first_name_alone(person: Person) -> bool:
    """Whether nothing but a first name is known: many bear it."""
    words = person.name.split()
    return len(words) == 1 and any("imię" in reading.labels for reading in readings(words[0]))


def told_lives(hero: Person, sentences: Sequence[Sentence]) -> Iterator[LifeDate]:
    """The birth among the first sentences and the death, each where one date alone is told of it."""
    births = [life for one in sentences[:_OPENING] for life in _told(hero, one, None, "birth")]
    pairs = zip(sentences, (None, *sentences), strict=False)
    deaths = [life for one, before in pairs for life in _told(hero, one, before, "death")]
    for lives in (births, deaths):
        if len({year_of(life.date) for life in lives}) == 1:
            yield lives[0]


def lives_in_heading(hero: Person, heading: Sentence) -> Iterator[LifeDate]:
    """The years after the name in a first line without a verb: „NOWAK Jan, 1505–1569”.

    Of one with a number in his name they may be those of a reign.
    """
    units = heading.units
    at = next((at for at, unit in enumerate(units) if unit.person is hero), None)
    lived = next((u.date for before, u in pairwise(units) if u.date and before.text == ","), None)
    verbal = any(unit.kind == "word" and is_finite(unit.lower) for unit in units)
    found = _LIFE.match(lived.edtf) if lived and at == 0 and not verbal and not is_numbered(hero) else None
    for kind, year in zip(get_args(LifeEvent), found.groups() if found else (), strict=False):
        if lived:
            date = replace(lived, edtf=year, precision="year")
            yield LifeDate(kind, hero, date, "", heading, heading.span)


def _told(hero: Person, sentence: Sentence, before: Sentence | None, kind: LifeEvent) -> Iterator[LifeDate]:
    units = sentence.units
    for at in range(len(units)):
        if _tells(units, at, hero) != kind:
            continue
        date = _date_beside(units, at)
        if date and _is_of_hero(units, at, hero, kind) and not _goes_on_with_another(sentence, before, hero):
            yield LifeDate(kind, hero, date, "", sentence, sentence.span)


def _tells(units: Sequence[Unit], at: int, hero: Person) -> LifeEvent | None:
    """Whether the word says of somebody of the sex of the hero that he was born, or died."""
    unit, after = units[at], [one.lower for one in units[at + 1 : at + 3]]
    if at == 0 and after[:1] == ["."] and unit.lower in _SHORT:
        return _SHORT[unit.lower]
    gender = "f" if hero.gender == "f" else "m1"
    known = (
        [one for one in readings(unit.lower) if {"sg", gender} <= one.marks] if unit.kind == "word" else []
    )
    done = {one.lemma for one in known if one.pos in _PAST}
    born = any(one.lemma == "urodzić" and one.pos in _PASSIVE and "nom" in one.marks for one in known)
    near = [one.lower for one in units[max(0, at - _NEAR) : at + _NEAR]]
    if born or ("urodzić" in done and "się" in near) or ("przyjść" in done and after == ["na", "świat"]):
        return "birth"
    return "death" if done & _DYING else None


def _date_beside(units: Sequence[Unit], at: int) -> DateMention | None:
    """The date after the word, else right before it, in the same part of the sentence; with its year."""
    after = _up_to_a_mark(units[at + 1 : at + 1 + _FAR], stop=_PARTS | {","})
    before = _up_to_a_mark(tuple(reversed(units[max(0, at - _NEAR) : at])), stop=_PARTS | {","})
    dates = [unit.date for unit in (*after, *before) if unit.date]
    date = dates[0] if len(dates) == 1 else None
    if date is None or date.inferred:
        return None
    season = is_season(date) and not date.edtf.endswith(_WINTER)
    return date if season or moment(date) is not None else None


def _up_to_a_mark(units: Sequence[Unit], stop: frozenset[str]) -> tuple[Unit, ...]:
    end = next((at for at, unit in enumerate(units) if unit.text in stop), len(units))
    return tuple(units[:end])


def _is_of_hero(units: Sequence[Unit], at: int, hero: Person, kind: LifeEvent) -> bool:
    """Whether nobody else can be meant: no other name or kin stands there, nor a word for whose son it was.

    Who was born may be described („najstarszy syn Jana Zycha”); of who died not even „the prince” is sure.
    """
    start = next((place + 1 for place in range(at - 1, -1, -1) if units[place].text in _PARTS), 0)
    closed = _up_to_a_mark(units[at + 1 :], stop=_PARTS)
    here = (*units[start:at], *closed)
    if any(_is_another(here, place, hero) for place in range(len(here))):
        return False
    said = {lemma for unit in units[start:at] if unit.kind == "word" for lemma in lemmas(unit.lower)}
    if said & _WHOSE or any(unit.person is hero and not is_nominative(unit) for unit in units[start:at]):
        return False
    beside = (*units[start:at], *_up_to_a_mark(closed, stop=frozenset({","})))
    if kind == "birth":
        after = zip((units[at], *closed), closed, strict=False)
        return not any(_is_kin(unit) and before.lower != "jako" for before, unit in after)
    return not any(_may_be_who_died(unit, hero) for unit in beside)


def _is_another(units: Sequence[Unit], at: int, hero: Person) -> bool:
    """Whether somebody else is named in the nominative: not „w rodzinnym Fallowfield”, a place."""
    placed = any(has(unit.lower, PREPOSITION) for unit in units[max(0, at - 2) : at])
    return is_nominative(units[at]) and units[at].person is not hero and not placed


def _is_kin(unit: Unit) -> bool:
    known = unit.kind == "word" and has(unit.lower, NOUNS, "nom", "sg")
    return known and bool(lemmas(unit.lower) & lexicon.words("relatives"))


def _may_be_who_died(unit: Unit, hero: Person) -> bool:
    """Whether it is a noun in the nominative for somebody of the sex of the hero."""
    gender = "f" if hero.gender == "f" else "m1"
    return unit.kind == "word" and has(unit.lower, NOUNS, "nom", "sg", gender)


def _goes_on_with_another(sentence: Sentence, before: Sentence | None, hero: Person) -> bool:
    """Whether the sentence before, of the same paragraph, tells of somebody else of that sex."""
    if before is None or sentence.opens_paragraph:
        return False
    return names_another_like(before, hero) or any(map(_is_kin, before.units))
