"""`Kiedy urodził się X?`, `Gdzie zmarła X?`: what stands in brackets after a name."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import typed_answers
from quizapp.generate.draft import Draft
from quizapp.generate.facts import Facts
from quizapp.generate.lives import LifeDate
from quizapp.generate.wording import sentence_feedback
from quizapp.items.item import Item


def drafts(facts: Facts) -> Iterator[Draft]:
    """When and where a person was born and died, one question each."""
    for life in facts.lives:
        place = life.date.span.start
        yield Draft(_when(life), f"when:{place}", 0.88)
        if life.place:
            yield Draft(_where(life), f"where:{place}", 0.7)


def _asked(life: LifeDate) -> str:
    is_woman = life.person.gender == "f"
    if life.kind == "birth":
        return f"{'urodziła' if is_woman else 'urodził'} się {life.person.name}?"
    return f"{'zmarła' if is_woman else 'zmarł'} {life.person.name}?"


def _when(life: LifeDate) -> Item:
    question = "W którym roku" if life.date.precision == "year" else "Którego dnia"
    stem = f"{question} {_asked(life)}"
    feedback = sentence_feedback(life.evidence.text)
    return Item("date", "date", stem, (), typed_answers(life.date), (life.evidence,), feedback)


def _where(life: LifeDate) -> Item:
    feedback = sentence_feedback(life.evidence.text)
    return Item("typed", "place", f"Gdzie {_asked(life)}", (), (life.place,), (life.evidence,), feedback)
