"""`Kiedy …?` and `W którym roku …?`: the date of an event, among other dates of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import says_year, typed_answers
from quizapp.generate.distractors import date_options, other_dates
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.events import Event
from quizapp.generate.facts import Facts
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each dated event; a month without a year is only chosen, never typed."""
    for event in facts.events:
        item = _item(facts, event)
        if item.options or event.date.precision != "month" or says_year(event.date):
            yield Draft(item, f"when:{event.date.span.start}", _worth(event))


def _item(facts: Facts, event: Event) -> Item:
    sentence = event.clause.sentence
    words = event.words
    stem = f"{_question(event)} {words}?"
    feedback = sentence_feedback(sentence.span.text)
    others = other_dates(facts, event.date, event.content, sentence)
    if not others:
        if event.date.precision == "month":
            stem = f"W którym miesiącu i roku {words}?"
        return Item("date", "date", stem, (), typed_answers(event.date), event.evidence, feedback)
    because = f"Tak mówi tekst: {quoted(sentence.span.text)}"
    options = date_options(facts, event.date, others, because)
    return chosen("single", "date", stem, options, event.evidence, feedback)


def _question(event: Event) -> str:
    return "W którym roku" if event.date.precision == "year" else "Kiedy"


def _worth(event: Event) -> float:
    precise = {"day": 0.2, "month": 0.1}.get(event.date.precision, 0.1)
    return 0.7 + precise + (0.05 if says_year(event.date) else 0.0)
