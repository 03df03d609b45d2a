"""`W którym roku zmarła X?`, `Gdzie urodził się X?`: what stands in brackets after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from quizapp.generate.dating import year_alone
from quizapp.generate.draft import Draft
from quizapp.generate.facts import Facts
from quizapp.generate.lives import LifeDate, LifeEvent, aside_after_name
from quizapp.generate.material import Unit
from quizapp.generate.wording import sentence_feedback
from quizapp.items.item import Item
from quizapp.text.annotations import DateMention

_YEAR = re.compile(r"-?\d{4}")
_FIRST = 2
_NUMERALS = frozenset("IVXL")


def drafts(facts: Facts) -> Iterator[Draft]:
    """When a person was born and died and where the person was born, one question each.

    The year is asked for: the day, and where somebody died, is seldom worth remembering.
    """
    for life in (*facts.lives, *_of_hero(facts)):
        place = life.date.span.start
        yield Draft(_when(life), f"when:{place}", 0.88)
        if life.place and life.kind == "birth":
            yield Draft(_where(life), f"where:{place}", 0.7)


def _of_hero(facts: Facts) -> Iterator[LifeDate]:
    """The years of birth and death in the brackets after the name of whom the text is about: „(1783–1830)”.

    Of one with a number in his name they may be those of his reign.
    """
    hero = facts.hero if facts.theme is None or facts.theme.is_person else None
    if hero is None or any(set(word) <= _NUMERALS for word in hero.name.split()):
        return
    for sentence in facts.sentences_of(hero, _FIRST):
        at = next((at for at, unit in enumerate(sentence.units) if unit.person is hero), None)
        aside = aside_after_name(sentence.units, at) if at is not None else None
        lived = (
            next((date for date in facts.dates_near(aside.span) if _is_life(date, aside)), None)
            if aside
            else None
        )
        for kind, year in zip(get_args(LifeEvent), lived.edtf.split("/") if lived else (), strict=False):
            if lived and _YEAR.fullmatch(year):
                date = replace(lived, edtf=year, precision="year")
                yield LifeDate(kind, hero, date, "", sentence, sentence.span)


def _is_life(date: DateMention, aside: Unit) -> bool:
    return date.precision == "interval" and aside.span.contains(date.span)


def _asked(life: LifeDate) -> str:
    is_woman = life.person.gender == "f"
    if life.kind == "birth":
        return f"{'urodziła' if is_woman else 'urodził'} się {life.person.name}?"
    return f"{'zmarła' if is_woman else 'zmarł'} {life.person.name}?"


def _when(life: LifeDate) -> Item:
    stem = f"W którym roku {_asked(life)}"
    feedback = sentence_feedback(life.evidence.text)
    return Item("date", "date", stem, (), (year_alone(life.date),), (life.evidence,), feedback)


def _where(life: LifeDate) -> Item:
    feedback = sentence_feedback(life.evidence.text)
    return Item("typed", "place", f"Gdzie {_asked(life)}", (), (life.place,), (life.evidence,), feedback)
