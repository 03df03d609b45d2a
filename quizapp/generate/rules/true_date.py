"""True or false: an event with its own date, or with the date of another."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.clauses import with_what_was_told
from quizapp.generate.dating import day_and_month, says_year, worded, year_of
from quizapp.generate.distractors import ENOUGH, are_twins, other_dates
from quizapp.generate.draft import Draft, true_or_false
from quizapp.generate.events import Event
from quizapp.generate.facts import Facts
from quizapp.generate.ordering import tells_of_a_life
from quizapp.generate.wording import capitalized, sentence_feedback, without_particles, without_times_of_day
from quizapp.text.annotations import DateMention


def drafts(facts: Facts) -> Iterator[Draft]:
    """One statement for each event with a day or a year in the text; the seed says which ones are true."""
    is_true = facts.seed % 2 == 1
    for event in facts.events:
        own = _shown(event.date)
        others = _far_dates(facts, event) if own else []
        if _is_said_by_the_way(event) or (not is_true and tells_of_a_life(event.clause)):
            continue
        said = own if is_true else _shown(event.date, others[0]) if others else ""
        if others and said:
            yield _draft(event, said, own)
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
    first, second = year_of(one), year_of(other)
    next_year = (
        one.precision == "year" and None not in (first, second) and abs((first or 0) - (second or 0)) <= 1
    )
    return next_year or are_twins(one, other)


def _is_said_by_the_way(event: Event) -> bool:
    """Whether the date stands between commas, where a false one is overlooked."""
    before = event.clause.units[: event.phrase.start]
    return bool(before) and before[-1].text == ","


def _shown(date: DateMention, other: DateMention | None = None) -> str:
    """What the text says of the date, or would say if it were the other; "" where it words it otherwise."""
    shown = other or date
    if date.precision == "year":
        own = worded(date, date)
        return worded(shown, date) if own.isdigit() and own in date.span.text else ""
    if date.precision != "day":
        return ""
    if "year" in date.inferred:
        return worded(shown, date) if date.span.text == day_and_month(date) and says_year(date) else ""
    return worded(shown, date) if date.span.text.startswith(worded(date, date)) else ""


def _draft(event: Event, said: str, own: str) -> Draft:
    feedback = sentence_feedback(event.clause.sentence.span.text)
    units = without_times_of_day(without_particles(event.clause.units))
    written = day_and_month(event.date) if "year" in event.date.inferred else own
    statement = capitalized(with_what_was_told(event.clause, units)).replace(written, said, 1)
    because = f"Według tekstu było to {_told(event.date, own)}".rstrip(".") + "."
    item = true_or_false("date", f"{statement.rstrip('.')}.", said == own, because, event.evidence, feedback)
    return Draft(item, f"when:{event.date.span.start}", 0.7)


def _told(date: DateMention, own: str) -> str:
    return f"w {own} r." if date.precision == "year" else own
