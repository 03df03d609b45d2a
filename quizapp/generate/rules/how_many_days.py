"""`Jak długo trwało …?`: the length of something, typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.clauses import Clause
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Unit
from quizapp.generate.order.arranged import in_good_order
from quizapp.generate.standing import why_not_alone
from quizapp.generate.subjects import subject_of, verb_reading
from quizapp.generate.wording import joined, measures_time, sentence_feedback, without_particles
from quizapp.generate.words import NUMERAL, has, lemmas
from quizapp.items.item import Item
from quizapp.text.lexicon import table

_LAST = frozenset({"trwać", "potrwać"})
_MORE = frozenset({"następny", "kolejny", "dalszy", "pierwszy", "ostatni"})
_ABOUT = frozenset({"ponad", "około", "blisko", "niespełna", "prawie", "przeszło", "niemal", "ok", ".", "do"})
_TOLD = 2
_HALVES = frozenset({"pół", "półtora", "półtorej"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause that says how long something lasted, in figures or in words."""
    for clause in facts.clauses:
        at = next((at for at in range(1, len(clause.units)) if _is_length(clause.units, at)), None)
        verb = verb_reading(clause)
        if at is None or verb is None or not lemmas(clause.verb_form) & _LAST or clause.negated:
            continue
        item = _item(facts, clause, at)
        if item:
            yield Draft(item, f"length:{clause.units[at].span.start}", 0.6)


def _is_length(units: tuple[Unit, ...], at: int) -> bool:
    before = units[at - 1]
    counted = before.kind == "number" or before.lower in table("cardinals").keys() | _HALVES  # not „kilka”
    whole = at < 2 or not (units[at - 2].kind == "number" or has(units[at - 2].lower, NUMERAL))
    return counted and whole and measures_time(units[at])  # not „czterdzieści pięć lat”, of two numerals


def _item(facts: Facts, clause: Clause, at: int) -> Item | None:
    start = at - 1
    if clause.units[start - 1].lower in _ABOUT:
        return None
    start -= clause.units[start - 1].lower == "przez"
    rest = tuple(without_particles(clause.units[:start] + clause.units[at + 1 :]))
    dated = any(unit.date for unit in rest)
    is_one_of_more = start > 0 and lemmas(clause.units[start - 1].lower) & _MORE
    if (
        subject_of(clause).kind != "thing"
        or clause.antecedent
        or dated
        or is_one_of_more
        or _is_bare(facts, clause, rest)
        or why_not_alone(rest, clause.sentence)
    ):
        return None
    stem = f"Jak długo {joined(in_good_order(clause, rest), clause.sentence)}?"
    feedback = sentence_feedback(clause.sentence.span.text)
    return Item(
        "typed",
        "event",
        stem,
        (),
        _answers(clause.units[at - 1], clause.units[at]),
        clause.evidence,
        feedback,
    )


def _is_bare(facts: Facts, clause: Clause, rest: tuple[Unit, ...]) -> bool:
    """Whether only a noun says what lasted, and the text is not about it: „trwały walki”, „trwało oblężenie”."""
    told = [unit for unit in rest if unit is not clause.units[clause.verb]]
    opening = facts.theme.name.casefold().split()[:1] if facts.theme else []
    about = {lemma for word in opening for lemma in lemmas(word)}
    return len(told) < _TOLD and not any(lemmas(unit.lower) & about for unit in told)


def _answers(number: Unit, measure: Unit) -> tuple[str, ...]:
    said = f"{number.text} {measure.text}"
    value = table("cardinals").get(number.lower)
    return (said, f"{value} {measure.text}") if value else (said,)
