"""`W jakich latach …?`, `Od kiedy do kiedy …?`: the stretch of time that something lasted, typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.draft import Draft
from quizapp.generate.facts import Facts
from quizapp.generate.stretches import Stretch
from quizapp.generate.wording import sentence_feedback
from quizapp.items.item import Item


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause that lasted from one date to another."""
    for stretch in facts.stretches:
        yield Draft(_item(stretch), f"when:{stretch.date.span.start}", 0.75)


def _item(stretch: Stretch) -> Item:
    feedback = sentence_feedback(stretch.clause.sentence.span.text)
    stem = f"{stretch.question} {stretch.words}?"
    return Item("date", "date", stem, (), stretch.answers, stretch.evidence, feedback)
