"""A date left out of a whole sentence of the text, where the sentence is too rich for a question of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.clauses import Clause
from quizapp.generate.dating import moment, says_year, typed_answers, worded
from quizapp.generate.distractors import date_options, other_dates
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.events import tells_of_a_book
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.motion import goes_nowhere
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.sense import content
from quizapp.generate.standing import why_not_alone
from quizapp.generate.subjects import subject_of
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.words import lemmas, word_list
from quizapp.items.item import GAP, Item

_LONGEST = 32
_BOUNDS = frozenset({"na", "od", "do", "po", "przed"})
"""„kalendarz na rok 1474”, „od 1948 roku stoczono kilka wojen”: other dates would do as well."""


def drafts(facts: Facts) -> Iterator[Draft]:
    """One gap for each sentence that can stand alone and whose date no other question asks for."""
    asked = {event.date.span.start for event in (*facts.events, *facts.rough_events)}
    clauses: dict[int, list[Clause]] = {}
    for clause in facts.clauses:
        clauses.setdefault(clause.sentence.index, []).append(clause)
    for sentence in facts.sentences:
        told = clauses.get(sentence.index, [])
        pairs = zip([None, *sentence.units], sentence.units, strict=False)
        dated = next((unit for before, unit in pairs if _may_be_left_out(before, unit)), None)
        if (
            dated is None
            or _stands_beside_another(sentence, dated)
            or dated.span.start in asked
            or (facts.is_of_a_thing and tells_of_a_book(sentence.units))
            or not told
            or not _stands_alone(sentence, told)
        ):
            continue
        item = _item(facts, sentence, dated)
        if item:
            yield Draft(item, f"when:{dated.span.start}", 0.6)


def _may_be_left_out(before: Unit | None, unit: Unit) -> bool:
    date = unit.date
    if date is None or moment(date) is None or not says_year(date):
        return False
    own = worded(date, date)
    if before is not None and before.lower in _BOUNDS:
        return False
    return (date.precision == "day" and unit.text[0].isdigit()) or (
        date.precision == "year" and own in unit.text
    )


def _stands_beside_another(sentence: Sentence, dated: Unit) -> bool:
    """Whether the sentence has another date, which tells what may stand here, or a number beside it."""
    at = sentence.units.index(dated)
    near = sentence.units[max(0, at - 3) : at + 4]
    listed = any(unit.kind == "number" for unit in near)
    return listed or any(unit.date for unit in sentence.units if unit is not dated)


def _stands_alone(sentence: Sentence, told: Sequence[Clause]) -> bool:
    if any(goes_nowhere(clause, clause.units) for clause in told):
        return False
    said = any(unit.quotation and unit.quotation.kind == "speech" for unit in sentence.units)
    unsaid = any(
        clause.named_in or subject_of(clause).kind == "unsaid" for clause in told if not clause.antecedent
    )
    short = len(sentence.span.text.split()) <= _LONGEST and "\n" not in sentence.span.text
    tied = any(_ties_or_tells(unit) for unit in sentence.units)
    return (
        short and not (said or unsaid or tied) and not why_not_alone(sentence.units[:-1][:_LONGEST], sentence)
    )


def _ties_or_tells(unit: Unit) -> bool:
    """„natomiast”, which goes on from what was said; „Wielki Piątek”, which tells what dates cannot be."""
    return unit.lower in word_list("particles") or (
        unit.kind == "word" and bool(lemmas(unit.lower) & word_list("named_days"))
    )


def _item(facts: Facts, sentence: Sentence, dated: Unit) -> Item | None:
    date = dated.date
    if date is None:
        return None
    others = other_dates(facts, date, content(sentence.units), sentence)
    left_out = worded(date, date) if date.precision == "year" else dated.text
    start = dated.span.start + dated.text.index(left_out) - sentence.span.start
    text = sentence.span.text
    stem = f"{text[:start]}{GAP}{text[start + len(left_out) :]}".rstrip(". ") + "."
    gapped = " ".join(stem.split())
    if not others:
        return Item(
            "date", "date", gapped, (), typed_answers(date), (sentence.span,), sentence_feedback(text)
        )
    options = date_options(facts, date, others, f"Tak mówi tekst: {quoted(text)}")
    return chosen("cloze", "date", gapped, options, (sentence.span,), sentence_feedback(text))
