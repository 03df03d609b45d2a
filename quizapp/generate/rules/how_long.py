"""`W jakich latach …?`, `Od kiedy do kiedy …?`: the stretch of time that something lasted, typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import says_year
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.facts.stretches import Stretch
from quizapp.generate.wording import sentence_feedback
from quizapp.generate.years import asked_by
from quizapp.items.item import Item


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause that lasted from one date to another; of a night the year, where that is enough."""
    for stretch in facts.stretches:
        date = stretch.date.date
        if not stretch.is_a_night:
            yield Draft(_item(stretch, stretch.question, stretch.answers), _fact(stretch), 0.55)
        elif (
            date and says_year(date) and (tells_of_a_life(stretch.clause) or facts.says_enough_by_year(date))
        ):
            yield Draft(_item(stretch, *asked_by(date, year=True)), _fact(stretch), 0.65)


def _fact(stretch: Stretch) -> str:
    return f"when:{stretch.date.span.start}"


def _item(stretch: Stretch, question: str, answers: tuple[str, ...]) -> Item:
    feedback = sentence_feedback(stretch.clause.sentence.span.text)
    return Item("date", "date", f"{question} {stretch.words}?", (), answers, stretch.evidence, feedback)
