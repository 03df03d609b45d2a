"""`W którym roku rozegrała się bitwa pod …?`: the date that follows the name of an event or a work; typed.

„bitwa pod Carabobo (24 czerwca 1821) przesądziła o losach kraju”, „pokój ryski z 18 marca 1921 roku”, „napaść na Danię
w 1940 roku zaskoczyła Londyn”, „po kapitulacji Warszawy 28 września” tell in passing when it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from quizapp.generate.dating import moment, proof_of_year, says_year, year_alone, year_of, years_alone
from quizapp.generate.draft import Draft
from quizapp.generate.facts.dated import dated_names
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Sentence
from quizapp.generate.noun_phrases import Phrase, phrase_before
from quizapp.generate.standing import says_where_or_when, why_not_alone
from quizapp.generate.vagueness import is_vague
from quizapp.generate.wording import measures_time, sentence_feedback
from quizapp.generate.words import PREPOSITION, has, lemmas, word_list
from quizapp.items.item import Item
from quizapp.text.annotations import DateMention

_WON = frozenset({"zwycięstwo", "wiktoria", "klęska"})
_WHERE = frozenset({"pod", "u", "koło", "przy", "w", "we"})
_OF_MANY = frozenset({"skonfederowany", "konfederacki", "nadzwyczajny", "zwyczajny", "walny", "kolejny"})
_PARTICIPLES = frozenset({"ppas", "pact"})
_DATES_FROM = "pochodzi"


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each event or work with a date of its own."""
    for sentence in facts.sentences:
        for end, date in dated_names(facts.annotations, sentence):
            item = _item(sentence, end, date)
            if item:
                yield Draft(item, f"when:{date.span.start}", 0.72)


def _item(sentence: Sentence, at: int, date: DateMention) -> Item | None:
    lasting = date.precision == "interval" and year_of(date) is None
    phrase = phrase_before(sentence, at, _askings(lasting=lasting))
    if phrase is None or not _is_sure(date) or not _is_told_apart(phrase):
        return None
    asked, case = _askings(lasting=lasting)[phrase.reading.lemma]
    words = phrase.in_case(case)
    sure = date.precision == "interval" or moment(date) is not None
    if not words or not sure or not (lasting or says_year(date)):
        return None
    question = "W jakich latach" if lasting else "Z którego roku" if asked == _DATES_FROM else "W którym roku"
    answer = years_alone(date) if lasting else year_alone(date)
    stem = f"{question} {asked} {' '.join(_without_capital_of_heading(words))}?"
    feedback = sentence_feedback(sentence.span.text)
    return Item("date", "date", stem, (), (answer,), (sentence.span, *proof_of_year(date)), feedback)


def _without_capital_of_heading(words: Sequence[str]) -> list[str]:
    """„pokój wieczysty” of „Temat 4. Pokój wieczysty (1686)”; „Sejm Wielki” stays."""
    first, *rest = words
    return [first.lower() if rest and rest[0].islower() else first, *rest]


def _is_sure(date: DateMention) -> bool:
    """Whether it says its year, or is a day of the year that the text said last."""
    return not date.inferred or (date.inferred == ("year",) and date.precision == "day" and says_year(date))


def _is_told_apart(phrase: Phrase) -> bool:
    """Whether the name can be understood alone; a number says which in a text about all of them („druga wojna”)."""
    sentence = phrase.sentence
    if measures_time(phrase.units[-1]) or any(
        has(u.lower, _PARTICIPLES) for u in phrase.units[phrase.head :]
    ):
        return False  # „wojna z lat 1327–1332”, „rozejm podpisany w Trewirze 16 lutego”
    if "pl" in phrase.reading.marks:
        return False  # „traktaty z Ajgunu (1858) i Pekinu (1860)”
    if phrase.reading.lemma in _WON and not _is_fought_somewhere(phrase):
        return False  # „zwycięstwo Szwedów”
    if all(unit is phrase.units[phrase.head] or lemmas(unit.lower) & _OF_MANY for unit in phrase.units):
        return False  # „ustawa z 11 stycznia”, „skonfederowany sejm”
    alone = replace(sentence, is_headed=False)
    if any(is_vague(phrase.units, at, alone) for at in range(phrase.head + 1, len(phrase.units))):
        return False  # „wybuch wojny”: a heading about a life does not say which
    return not why_not_alone(phrase.units, sentence) and (
        sentence.is_headed or bool(sentence.theme) or says_where_or_when(phrase.units, sentence)
    )


def _is_fought_somewhere(phrase: Phrase) -> bool:
    """Whether it is said where: „zwycięstwo nad Wisłą”, „klęska Szwedów pod Połtawą”; not only over whom."""
    after = phrase.units[phrase.head + 1 :]
    opens = bool(after) and has(after[0].lower, PREPOSITION)
    return opens or any(unit.lower in _WHERE for unit in after)


@cache
def _askings(*, lasting: bool) -> dict[str, tuple[str, str]]:
    """How one asks of a noun for its date, or for its span of years, and the case that the noun then stands in."""
    rows = [[cell.strip() for cell in line.split("|")] for line in word_list("named_events")]
    asked = {noun: (for_years if lasting else for_date, case) for noun, for_date, for_years, case in rows}
    return {noun: asking for noun, asking in asked.items() if asking[0]}
