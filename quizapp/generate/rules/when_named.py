"""`Kiedy rozegrała się bitwa pod …?`: what stands in brackets after the name of an event or a work; typed.

„bitwa pod Carabobo (24 czerwca 1821) przesądziła o losach kraju” tells in passing when it was.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quizapp.generate.dating import moment, says_year, year_alone
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.noun_phrases import Phrase, phrase_before
from quizapp.generate.standing import says_where_or_when, why_not_alone
from quizapp.generate.wording import sentence_feedback
from quizapp.generate.words import word_list
from quizapp.items.item import Item
from quizapp.text.annotations import DateMention

_AROUND = frozenset("()[] ")


@dataclass(frozen=True, slots=True)
class _Asking:
    """How one asks of a noun for its date, for its span of years ("" where one does not), and in which case."""

    once: str
    lasting: str
    case: str


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each event or work with nothing but a date in the brackets after it."""
    for sentence in facts.sentences:
        for at, unit in enumerate(sentence.units):
            date = _date_in(facts, unit) if at and unit.kind == "aside" else None
            item = _item(sentence, at, date) if date else None
            if item and date:
                yield Draft(item, f"when:{date.span.start}", 0.85)


def _date_in(facts: Facts, aside: Unit) -> DateMention | None:
    """The date that fills the brackets."""
    dates = facts.annotations.dates
    at = bisect_left(dates, aside.span.start, key=lambda date: date.span.start)
    date = dates[at] if at < len(dates) else None
    if date is None or not aside.span.contains(date.span):
        return None
    return date if set(aside.text.replace(date.span.text, "", 1)) <= _AROUND else None


def _item(sentence: Sentence, at: int, date: DateMention) -> Item | None:
    phrase = phrase_before(sentence, at, frozenset(_askings()))
    asking = _askings().get(phrase.reading.lemma) if phrase else None
    if phrase is None or asking is None or date.inferred or not _is_told_apart(phrase):
        return None
    lasting = date.precision == "interval"
    asked = asking.lasting if lasting else asking.once
    words = phrase.in_case(asking.case)
    if not asked or not words or (not lasting and (moment(date) is None or not says_year(date))):
        return None
    question = "W jakich latach" if lasting else "W którym roku"
    answer = date.span.text if lasting else year_alone(date)
    stem = f"{question} {asked} {' '.join(words)}?"
    feedback = sentence_feedback(sentence.span.text)
    return Item("date", "date", stem, (), (answer,), (sentence.span,), feedback)


def _is_told_apart(phrase: Phrase) -> bool:
    """Whether the name can be understood alone; a number says which in a text about all of them („druga wojna”)."""
    sentence = phrase.sentence
    return not why_not_alone(phrase.units, sentence) and (
        bool(sentence.theme) or says_where_or_when(phrase.units, sentence)
    )


@cache
def _askings() -> dict[str, _Asking]:
    rows = (tuple(cell.strip() for cell in line.split("|")) for line in word_list("named_events"))
    return {noun: _Asking(once, lasting, case) for noun, once, lasting, case in rows}
