"""`W którym roku zmarła X?`, `Gdzie urodził się X?`: what stands in brackets after a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.dating import years_typed
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import LifeDate
from quizapp.generate.facts.offices import reigns
from quizapp.generate.wording import sentence_feedback
from quizapp.items.item import Item


def drafts(facts: Facts) -> Iterator[Draft]:
    """When a person was born and died and where the person was born, one question each.

    The year is asked for: the day, and where somebody died, is seldom worth remembering; so is the life of one
    named by the way in the life of another.
    """
    for life in facts.lives:
        if facts.hero and life.person is not facts.hero and not reigns(life.person):
            continue
        place = life.date.span.start
        when = _when(life)
        yield Draft(replace(when, evidence=facts.proof(when.evidence, life.person)), f"when:{place}", 0.95)
        if life.place and life.kind == "birth":
            yield Draft(_where(life), f"where:{place}", 0.9)


def _asked(life: LifeDate) -> str:
    is_woman = life.person.gender == "f"
    if life.kind == "birth":
        return f"{'urodziła' if is_woman else 'urodził'} się {life.person.name}?"
    return f"{'zmarła' if is_woman else 'zmarł'} {life.person.name}?"


def _when(life: LifeDate) -> Item:
    stem = f"W którym roku {_asked(life)}"
    feedback = sentence_feedback(life.evidence.text)
    return Item("date", "date", stem, (), years_typed(life.date), (life.evidence,), feedback)


def _where(life: LifeDate) -> Item:
    feedback = sentence_feedback(life.evidence.text)
    return Item("typed", "place", f"Gdzie {_asked(life)}", (), (life.place,), (life.evidence,), feedback)
