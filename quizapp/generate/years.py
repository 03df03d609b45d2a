"""The year in which something happened, said in the question: without it a deed may be one of many.

Where a clause gives no year, it is taken from the one of its sentence, or of the whole text as far as it is told by
then. The place that says it goes with the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.generate.clauses import Clause, told_in_main_clauses
from quizapp.generate.dating import (
    MONTHS,
    MONTHS_LOCATIVE,
    YEAR_IN_FIGURES,
    asks_for,
    moment,
    proof_of_year,
    says_year,
    typed_answers,
    year_of,
    years_typed,
)
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.offices import Holding
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.standing import says_where_or_when
from quizapp.generate.subjects import verb_reading
from quizapp.generate.wording import is_inserted
from quizapp.generate.words import is_ordinal, lemmas, word_list
from quizapp.text.annotations import DateMention
from quizapp.text.spans import Span

_BOUNDS = frozenset({"od", "do"})
_NEAR = 2_000
_MOVED_ON = re.compile(
    r"\b(?:(?:następn|kolejn)\w+ roku|rok(?:u|iem)? (?:następnego|później|potem|wcześniej)"
    r"|lata? (?:później|potem|wcześniej)|po (?:\w+ )?(?:roku(?! \d)|latach))\b"
)
"""„w następnym roku”, „dwa lata później”: the year said last is over."""
_OWN_TIMES = frozenset({"życie", "młodość", "dzieciństwo", "starość"})
"""„Pod koniec życia” says another time than the dates around."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a clause that say in which year it was, and what proves the year beside the clause."""

    words: str
    proof: tuple[Span, ...] = ()
    says_year: bool = True


def told_with_year(facts: Facts, clause: Clause, units: Sequence[Unit], words: str) -> Told | None:
    """The words of the clause with their year; None where the text does not surely tell it, or names nothing.

    Who „began a war” in some year, many might answer: some name has to say which deed it was. A name or a title
    ties a deed to its time as well, and a text without any date has no year to say. `units` are those that
    `words` are made of.
    """
    named = says_where_or_when([unit for unit in units if not unit.date], clause.sentence)
    if facts.annotations.dates and not (named or facts.is_of_a_thing):
        return None
    dates = [unit.date for unit in units if unit.date]
    if any("century" in date.inferred for date in dates):
        return None
    if any("year" not in date.inferred and not date.edtf.startswith("XXXX") for date in dates):
        return Told(words)
    if dates:
        return _with_year_added(dates[0], words) if len(dates) == 1 else None
    if any(unit.kind == "word" and lemmas(unit.lower) & _OWN_TIMES for unit in units):
        return None
    date = _date_around(facts, clause)
    if date:
        return Told(f"w {year_in_words(date)} {words}", _place_of_year(date))
    verb = verb_reading(clause)
    done = verb is not None and "perf" in verb.marks
    tied = done and any(unit.kind in ("person", "quotation") for unit in units)
    known = tied or (facts.is_of_a_thing and not facts.is_of_many_years) or not facts.annotations.dates
    return Told(words, says_year=False) if known else None


def asked_by(date: DateMention, *, year: bool) -> tuple[str, tuple[str, ...]]:
    """What asks for a date that is typed, and the answers: for its year alone, or for all that is told of it."""
    return ("W którym roku", years_typed(date)) if year else (asks_for(date), typed_answers(date))


def year_in_words(date: DateMention) -> str:
    """The year of a date whose year is known, as it stands after a day or after „w”."""
    year = year_of(date) or 0
    return f"{year} roku" if year > 0 else f"{1 - year} roku p.n.e."


def _with_year_added(date: DateMention, words: str) -> Told | None:
    if year_of(date) is None or not says_year(date):
        return None
    if not date.span.text.endswith((*MONTHS, *MONTHS_LOCATIVE)):
        return None
    return Told(
        words.replace(date.span.text, f"{date.span.text} {year_in_words(date)}", 1), proof_of_year(date)
    )


def _place_of_year(date: DateMention) -> tuple[Span, ...]:
    return (date.inferred_from or date.span,)


def _date_around(facts: Facts, clause: Clause) -> DateMention | None:
    """A date that gives the year of a clause without one, where every date around it agrees."""
    own = [unit.date for unit in clause.sentence.units if unit.date]
    verb = verb_reading(clause)
    if clause.antecedent or _tells_of_another_time(clause, own) or _is_bounded(clause):
        return None
    if _names_a_day(clause.sentence.units):
        return None  # „Konstytucja 3 maja” is of another year than the dates around may be
    if own and (verb is None or verb.lemma == "być"):
        return None  # „w 1857 roku otwarto czytelnię, której pomysłodawcą był Nowak”
    if not own and (verb is None or "perf" not in verb.marks):
        return _year_told_by_then(facts, clause.sentence)
    years = {year_of(date) for date in own}
    if len(years) == 1 and None not in years and says_year(own[0]):
        return own[0]
    return _year_told_by_then(facts, clause.sentence)


def _year_told_by_then(facts: Facts, sentence: Sentence) -> DateMention | None:
    """The one year of the text, where the heading says no other, and more than what it tells last is of that year."""
    date = facts.date_of_its_year
    if date is None:
        return None
    once = facts.dates_of_year.total() == 1
    if once and date.span.start >= sentence.span.end:
        return None
    near = max(date.span.end, sentence.span.start - _NEAR)
    if _MOVED_ON.search(facts.annotations.text, near, sentence.span.end):
        return None
    headed = YEAR_IN_FIGURES.findall(facts.heading)
    return None if headed and not facts.is_headed_by(_in_figures(date)) else date


def _in_figures(date: DateMention) -> int:
    """The year of a date whose year is known, as it is written: 133 before Christ too."""
    year = year_of(date) or 0
    return year if year > 0 else 1 - year


def _names_a_day(units: Sequence[Unit]) -> bool:
    """Whether a day without a year is the name of something: „Konstytucja 3 maja”, „plac Trzeciego Maja”."""
    return any(
        day.kind == "number" or is_ordinal(day.lower)
        for day, month in pairwise(units)
        if month.kind == "word" and month.lower in MONTHS
    )


def _is_bounded(clause: Clause) -> bool:
    """„Kaunitz, od 1753 r. kanclerz, doprowadził do …”: what lasted from then on."""
    units = clause.sentence.units
    return any(unit.date and units[at - 1].lower in _BOUNDS for at, unit in enumerate(units) if at)


def _tells_of_another_time(clause: Clause, own: Sequence[DateMention]) -> bool:
    """Whether the dates of its sentence may be of something else."""
    units = clause.sentence.units
    if any(unit.lower in word_list("other_times") for unit in units):
        return True
    if any(_says_which(units, at) or _is_of_a_life(units, at) for at in range(1, len(units))):
        return True
    verb_at = clause.units[clause.verb].span.start
    if any(date.span.start > verb_at for date in own):
        return True  # „walczył w wyprawach, a w 1588 roku pobił Niemców”
    main = told_in_main_clauses(clause.sentence)
    if any(unit.date and unit not in main for unit in units):
        return True  # „Eleonora była żoną Henryka, z którym w 1154 roku ją koronowano”
    if own and not clause.is_subordinate and clause.units[clause.verb] not in main:
        return True  # „w 1862 roku uczelnia przeniosła się do gmachu zaprojektowanego przez Stülera”
    return bool(own) and any(unit.text in (";", ":") for unit in units)  # what stands beyond has its own time


def _is_of_a_life(units: Sequence[Unit], at: int) -> bool:
    """Whether a date is added of a person and not of the deed: „Władysław IV, wybrany w 1632 r., pokonał …”."""
    if units[at].date is None or not is_inserted(units, at):
        return False
    opening = max(place for place in range(at) if units[place].text == ",")
    return opening > 0 and units[opening - 1].person is not None


def _says_which(units: Sequence[Unit], at: int) -> bool:
    """Whether a date only says which thing is meant: „konsul z roku 205”."""
    return units[at].date is not None and units[at - 1].lower in ("z", "ze")


def date_of_holding(facts: Facts, holding: Holding) -> DateMention | None:
    """What says the year in which the office was held: the one date of the sentence, or of a text of one year."""
    if holding.is_of_another_time:
        return None
    if any("urodzić" in lemmas(unit.lower) for unit in holding.sentence.units):
        return None
    if any(unit.lower == "gdzie" for unit in holding.sentence.units):
        return None  # „szkoła hetmana Jana Nowaka, który studiował w Padwie, gdzie w 1563 roku …”: as a youth
    dates = [unit.date for unit in holding.sentence.units if unit.date]
    if len(dates) == 1 and "year" not in dates[0].inferred:
        return dates[0]
    return None if dates else _year_told_by_then(facts, holding.sentence)


def in_the_year(date: DateMention) -> str:
    """„w 1410 r.”; "" where the year is not known."""
    at = moment(date)
    if at is None or at.year is None:
        return ""
    return f"w {at.year} r." if at.year > 0 else f"w {1 - at.year} r. p.n.e."
