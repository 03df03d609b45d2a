"""`Jaką datę podaje tekst przy wydarzeniu „…”?`: an entry of a chronicle, among other dates or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import typed_answers
from quizapp.generate.distractors import date_options, other_dates
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.chronology import Happening
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each entry."""
    for entry in facts.entries:
        yield Draft(_item(facts, entry), f"when:{entry.date.span.start}", 0.85)


def _item(facts: Facts, entry: Happening) -> Item:
    sentence = facts.sentence_at(entry.date.span.start)
    said = quoted(entry.told)
    stem = f"Jaką datę podaje tekst przy wydarzeniu {said}?"
    feedback = sentence_feedback(entry.evidence[0].text)
    others = other_dates(facts, entry.date, entry.content, sentence) if sentence else []
    if not others:
        return Item("date", "date", stem, (), typed_answers(entry.date), entry.evidence, feedback)
    because = f"Tak mówi tekst: {quoted(entry.evidence[0].text)}"
    return chosen(
        "single", "date", stem, date_options(facts, entry.date, others, because), entry.evidence, feedback
    )
