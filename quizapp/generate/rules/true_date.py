"""True or false: an event with its own date, or with the date of another."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import worded
from quizapp.generate.distractors import other_dates
from quizapp.generate.draft import Draft, true_or_false
from quizapp.generate.events import Event
from quizapp.generate.facts import Facts
from quizapp.generate.wording import capitalized, joined, sentence_feedback, without_particles


def drafts(facts: Facts) -> Iterator[Draft]:
    """One statement for each event with a date to the day; the seed says which ones are true."""
    is_true = facts.seed % 2 == 1
    for event in facts.events:
        own = worded(event.date, event.date)
        if event.date.precision != "day" or not event.date.span.text.startswith(own):
            continue
        others = other_dates(facts, event.date, event.content, event.clause.sentence)
        if others:
            yield _draft(event, own if is_true else worded(others[0], event.date), own)
            is_true = not is_true


def _draft(event: Event, said: str, own: str) -> Draft:
    feedback = sentence_feedback(event.clause.sentence.span.text)
    units = without_particles(event.clause.units)
    statement = capitalized(joined(units, event.clause.sentence)).replace(event.date.span.text, said, 1)
    because = f"Według tekstu było to {own}".rstrip(".") + "."
    item = true_or_false(
        "date", f"{statement.rstrip('.')}.", said == own, because, event.clause.evidence, feedback
    )
    return Draft(item, f"when:{event.date.span.start}", 0.7)
