"""A date left out of a whole sentence of the text, where the sentence is too rich for a question of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.generate.clauses import Clause
from quizapp.generate.dating import (
    YEAR_IN_FIGURES,
    moment,
    points_elsewhere,
    says_year,
    worded,
    year_alone,
    years_typed,
)
from quizapp.generate.distractors import date_options, other_dates
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.actors import named_subject
from quizapp.generate.facts.events import tells_of_a_book
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.facts.motion import goes_nowhere
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.sense import content
from quizapp.generate.whole_sentences import is_clear_on_its_page
from quizapp.generate.wording import capitalized, quoted, sentence_feedback
from quizapp.generate.words import PAST, has, lemmas, word_list
from quizapp.items.item import GAP, Item

_BOUNDS = frozenset({"na", "do", "po", "przed"})
_SINCE = "od"
_IN = frozenset({"w", "we"})
_ERA = "n.e."
_NEAR = 3
_FEWEST = 7
"""„Przełom nastąpił w 1819 roku.” says too little."""


def drafts(facts: Facts) -> Iterator[Draft]:
    """One gap for each sentence that is clear on its page."""
    clauses: dict[int, list[Clause]] = {}
    for clause in facts.clauses:
        clauses.setdefault(clause.sentence.index, []).append(clause)
    for sentence in facts.sentences:
        told = clauses.get(sentence.index, [])
        at = next(
            (at for at in range(len(sentence.units)) if _may_be_left_out(sentence.units, at, told)), None
        )
        if (
            at is None
            or len(sentence.units) < _FEWEST
            or _is_listed(sentence.units, at)
            or (facts.is_of_a_thing and tells_of_a_book(sentence.units))
            or any(goes_nowhere(clause, clause.units) for clause in told)
            or any(_is_of_another_life(facts, clause) for clause in told)
            or _tells_the_day(facts, sentence)
            or not is_clear_on_its_page(facts, sentence, told)
        ):
            continue
        item = _item(facts, sentence, at)
        if item:
            yield Draft(item, f"when:{sentence.units[at].span.start}", 0.9)


def _may_be_left_out(units: Sequence[Unit], at: int, told: Sequence[Clause]) -> bool:
    """Whether a date of known year, or a day, stands there in words that its answer repeats, and bounds nothing.

    After „na rok 1474”, or „od 1948 roku stoczono kilka wojen”, other dates would do as well.
    """
    date = units[at].date
    if date is None or moment(date) is None or points_elsewhere(date):
        return False
    if not says_year(date) and date.precision != "day":
        return False
    before = units[at - 1].lower if at else ""
    once = any(has(clause.verb_form, PAST, "perf") for clause in told if units[at] in clause.units)
    if before in _BOUNDS or (before == _SINCE and once):
        return False
    if date.precision == "month":
        return before in _IN and units[at].text[0].islower()
    if date.precision == "year":
        own = worded(date, date)
        return own in units[at].text and (own.endswith(_ERA) or _ERA not in units[at].text)
    return date.precision == "day" and units[at].text[0].isdigit()


def _is_listed(units: Sequence[Unit], at: int) -> bool:
    """Whether a number or another date stands beside the date: „1 i 6 grudnia”."""
    near = [*units[max(0, at - _NEAR) : at], *units[at + 1 : at + 1 + _NEAR]]
    return any(unit.kind == "number" or unit.date for unit in near)


def _is_of_another_life(facts: Facts, clause: Clause) -> bool:
    """Whether somebody is born or dies of whom the text is not all about."""
    actor = named_subject(clause)
    of_hero = facts.hero is not None and (actor is None or actor.person == facts.hero)
    return tells_of_a_life(clause) and not of_hero


def _tells_the_day(facts: Facts, sentence: Sentence) -> bool:
    """Whether „Wielki Piątek” or „wigilia”, here or in the heading, tells what dates cannot be."""
    words = [unit.lower for unit in sentence.units if unit.kind == "word"] + facts.heading.casefold().split()
    return any(lemmas(word.strip("„”.,")) & word_list("named_days") for word in words)


def _item(facts: Facts, sentence: Sentence, at: int) -> Item | None:
    """The gap: a date among others to choose from, else the year alone, which is typed.

    Where another date of the sentence would rule the others out, none is to be chosen; nor after „od”, where what is
    told next („toczyli wojnę od ____ roku, lecz po Wiedniu …”) would do the same.
    """
    dated = sentence.units[at]
    date = dated.date
    if date is None:
        return None
    text = sentence.span.text
    since = at > 0 and sentence.units[at - 1].lower == _SINCE
    told = (unit for unit in sentence.units if unit is not dated)
    alone = not since and not any(
        unit.date or (unit.kind == "aside" and YEAR_IN_FIGURES.search(unit.text)) for unit in told
    )
    others = other_dates(facts, date, content(sentence.units), sentence) if alone else []
    year = year_alone(date)
    if not others and ((date.precision != "year" and year not in dated.text) or not says_year(date)):
        return None
    left_out = year if not others or date.precision == "year" else dated.text
    start = dated.span.start + dated.text.index(left_out) - sentence.span.start
    end = start + len(left_out)
    if others and date.precision == "month":
        start = (
            sentence.units[at - 1].span.start - sentence.span.start
        )  # the preposition is part of the answer
    gapped = " ".join(f"{text[:start]}{GAP}{text[end:]}".rstrip(". ").split()) + "."
    if left_out in gapped or (says_year(date) and year in gapped):
        return None
    if not others:
        return Item("date", "date", gapped, (), years_typed(date), (sentence.span,), sentence_feedback(text))
    options = date_options(facts, date, others, f"Tak mówi tekst: {quoted(text)}")
    if start == 0:
        options = tuple(replace(option, text=capitalized(option.text)) for option in options)
    return chosen("cloze", "date", gapped, options, (sentence.span,), sentence_feedback(text))
