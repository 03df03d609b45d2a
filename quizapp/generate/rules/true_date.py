"""True or false: an event with its own date, or with the date of another."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import says_year, worded, year_of
from quizapp.generate.distractors import ENOUGH, are_twins, other_dates
from quizapp.generate.draft import Draft, true_or_false
from quizapp.generate.facts.events import Event
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.wording import capitalized, sentence_feedback
from quizapp.generate.words import lemmas
from quizapp.generate.years import year_in_words
from quizapp.text.annotations import DateMention

_LASTING = frozenset({"zebrać", "zbierać", "obradować", "zasiąść", "zasiadać"})
"""Of a body that gathered in one year it is true of the next as well."""


def drafts(facts: Facts) -> Iterator[Draft]:
    """One statement for each event whose year is told, of no birth or death; the seed says which ones are true."""
    is_true = facts.seed % 2 == 1
    for event in facts.events:
        own = _shown(event.date, event.date)
        others = _far_dates(facts, event) if own else []
        lasts = lemmas(event.clause.verb_form) & _LASTING
        if others and not (lasts or tells_of_a_life(event.clause)):
            yield _draft(event, own if is_true else _shown(event.date, others[0]), own)
            is_true = not is_true


def _far_dates(facts: Facts, event: Event) -> list[DateMention]:
    """A date of the text for a false statement, not so near the right one that all hangs on a day."""
    for enough in (1, ENOUGH):
        others = other_dates(facts, event.date, event.content, event.clause.sentence, enough)
        if far := [other for other in others if not _is_next_to(event.date, other)]:
            return far
    return []


def _is_next_to(one: DateMention, other: DateMention) -> bool:
    """Whether all hangs on a day or, where years are told, on one year."""
    mine, others = year_of(one), year_of(other)
    if one.precision == "year" and mine is not None and others is not None and abs(mine - others) <= 1:
        return True
    return are_twins(one, other)


def _shown(date: DateMention, shown: DateMention) -> str:
    """How a statement says the other date as precisely as the own; "" where the text tells no year."""
    if not says_year(date):
        return ""
    return f"w {year_in_words(shown)}" if date.precision == "year" else worded(shown, date)


def _draft(event: Event, said: str, own: str) -> Draft:
    feedback = sentence_feedback(event.clause.sentence.span.text)
    because = f"Według tekstu było to {own}".rstrip(".") + "."
    statement = capitalized(f"{said} {event.words}.")
    item = true_or_false("date", statement, said == own, because, event.evidence, feedback)
    return Draft(item, f"when:{event.date.span.start}", 0.76)  # half of it is luck
