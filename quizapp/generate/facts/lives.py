"""Births and deaths, also told without a verb: „(ur. 4 maja 1746 w Solurze, zm. …)”, „po śmierci Jana w 1370 roku”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from quizapp.generate.clauses import Clause
from quizapp.generate.dating import moment
from quizapp.generate.facts.offices import is_numbered
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.words import is_finite, lemmas
from quizapp.text.annotations import Annotations, DateMention, Person
from quizapp.text.spans import Span

_NOUNS_OF_DEATH = frozenset({"śmierć", "śmierci", "śmiercią", "zgon", "zgonu", "zgonie"})
_ARMS, _ENTRY = 4, 8
_YEAR = re.compile(r"-?\d{4}")
_FIRST = _BOTH = 2
_DASH = re.compile(r"\s[–—-]\s\Z")
_DYING = frozenset({"umrzeć", "zemrzeć", "zginąć", "polec", "utonąć", "skonać", "zgasnąć"})
_LOSING = {
    "życie": frozenset({"odebrać", "zakończyć", "oddać", "stracić", "postradać"}),
    "śmierć": frozenset({"ponieść", "znaleźć"}),
    "samobójstwo": frozenset({"popełnić"}),
    "duch": frozenset({"wyzionąć"}),
    "żywot": frozenset({"zakończyć", "dokonać"}),
}
"""Words that with these verbs say that somebody died."""
_IN = frozenset({"w", "we"})

LifeEvent = Literal["birth", "death"]

_MARKERS: tuple[tuple[re.Pattern[str], LifeEvent], ...] = (
    (re.compile(r"(?:\bur\.|\burodzon[ya]|\*)\s*\Z"), "birth"),
    (re.compile(r"(?:\bzm\.|\bzmarł[ya]?|†)\s*\Z"), "death"),
)
_PLACE = re.compile(r"\s+(we?\s+[^\W\d_]+(?:[ -][^\W\d_]+)?)(?=\s*[,;)–])")


@dataclass(frozen=True, slots=True)
class LifeDate:
    """When, and perhaps where (`w Krakowie`, else ""), a person was born or died; the words that say it."""

    kind: LifeEvent
    person: Person
    date: DateMention
    place: str
    sentence: Sentence
    evidence: Span


def tells_of_a_life(clause: Clause) -> bool:
    """Whether the clause says, in any words, that somebody was born or died."""
    return is_born_or_dies(clause) or loses_life(clause)


def is_born_or_dies(clause: Clause) -> bool:
    """Whether the verb alone says it, so that its subject is all that need be told."""
    said = [unit.lower for unit in clause.units]
    came = "przyjść" in lemmas(clause.verb_form) and "świat" in said
    born = "urodzić" in lemmas(clause.verb_form) and "się" in said  # not „urodziła syna”
    return came or born or bool(lemmas(clause.verb_form) & _DYING)


def loses_life(clause: Clause) -> bool:
    """Whether a death is told in other words: „odebrał sobie życie”, „wyzionął ducha”."""
    verb = lemmas(clause.verb_form)
    said = {lemma for unit in clause.units if unit.kind == "word" for lemma in lemmas(unit.lower)}
    return any(noun in said and verb & verbs for noun, verbs in _LOSING.items())


def tells_of_death(clause: Clause) -> bool:
    """Whether the clause says that somebody died."""
    return bool(lemmas(clause.verb_form) & _DYING) or loses_life(clause)


def tells_of_birth(clause: Clause) -> bool:
    """Whether the clause says that somebody was born."""
    return tells_of_a_life(clause) and not tells_of_death(clause)


def life_dates_of(annotations: Annotations, sentences: Sequence[Sentence]) -> Iterator[LifeDate]:
    """The births and deaths of the text that stand in brackets right after a name, or are told by a noun."""
    for sentence in sentences:
        yield from _named_deaths(sentence)
        for at, named in enumerate(sentence.units):
            aside = aside_after_name(sentence.units, at) if named.person else None
            if named.person and aside:
                evidence = Span.of(annotations.text, named.span.start, aside.span.end)
                for kind, date, place in _told(annotations, aside.span):
                    yield LifeDate(kind, named.person, date, place, sentence, evidence)
            elif named.person and _is_born_next(sentence.units, at):
                rest = Span.of(annotations.text, named.span.end, sentence.span.end)
                for kind, date, place in _told(annotations, rest):
                    yield LifeDate(kind, named.person, date, place, sentence, sentence.span)


def life_of_hero(hero: Person, annotations: Annotations, sentences: Sequence[Sentence]) -> Iterator[LifeDate]:
    """The years of birth and death in the brackets after the name of whom the text is about: „(1783–1830)”.

    Of one with a number in his name they may be those of his reign.
    """
    if is_numbered(hero):
        return
    for sentence in [sentence for sentence in sentences if hero.id in sentence.people][:_FIRST]:
        at = next((at for at, unit in enumerate(sentence.units) if unit.person is hero), None)
        aside = aside_after_name(sentence.units, at) if at is not None else None
        lived = next((d for d in annotations.dates if aside and _is_life(d, aside)), None)
        for kind, year in zip(get_args(LifeEvent), lived.edtf.split("/") if lived else (), strict=False):
            if lived and _YEAR.fullmatch(year):
                date = replace(lived, edtf=year, precision="year")
                yield LifeDate(kind, hero, date, "", sentence, sentence.span)


def _is_life(date: DateMention, aside: Unit) -> bool:
    return date.precision == "interval" and aside.span.contains(date.span)


def _is_born_next(units: Sequence[Unit], at: int) -> bool:
    """Whether an entry goes on with the birth: „Nowak Jan, herbu Lis, ur. 3 lutego 1735 w Dubiecku, zm. …”."""
    after = [unit.lower for unit in units[at + 1 : at + _ENTRY]]
    return at == 0 and "ur" in after


def aside_after_name(units: Sequence[Unit], at: int) -> Unit | None:
    """The brackets after the name at that place, with its coat of arms between: „Jan Nowak herbu Lis (1885–1969)”."""
    for unit in units[at + 1 : at + 2 + _ARMS]:
        if (unit.kind != "word" and unit.text != ".") or is_finite(unit.lower):  # „h. Lis”
            return unit if unit.kind == "aside" else None
    return None


def _named_deaths(sentence: Sentence) -> Iterator[LifeDate]:
    """Deaths told as „śmierć Jana w 1370 roku” or „śmierć Jana w Knyszynie, 7 lipca 1572 roku”."""
    units = sentence.units
    for at, unit in enumerate(units[:-2]):
        person = units[at + 1].person
        if unit.lower not in _NOUNS_OF_DEATH or person is None or is_nominative(units[at + 1]):
            continue
        after = [*units[at + 2 : at + 7]]
        place = ""
        if (
            len(after) > 2
            and after[0].lower in _IN
            and after[1].kind == "word"
            and after[1].text[0].isupper()
        ):
            place = f"{after[0].text} {after[1].text}"
            after = after[2:]
        after = [other for other in after[:2] if other.text != "," and other.lower not in _IN]
        date = after[0].date if after else None
        if date is not None and moment(date) is not None and not date.inferred:
            yield LifeDate("death", person, date, place, sentence, sentence.span)


def _told(annotations: Annotations, aside: Span) -> Iterator[tuple[LifeEvent, DateMention, str]]:
    at = bisect_left(annotations.dates, aside.start, key=lambda date: date.span.start)
    inside = [date for date in annotations.dates[at : at + 4] if aside.contains(date.span)]
    for date in inside:
        if moment(date) is None or date.inferred:
            continue
        before = annotations.text[aside.start : date.span.start]
        kind = next((kind for marker, kind in _MARKERS if marker.search(before)), None)
        kind = kind or _bound_of_a_life(annotations.text, aside, inside, date)
        if kind:
            place = _PLACE.match(annotations.text, date.span.end, aside.end)
            yield kind, date, " ".join(place[1].split()) if place and _is_name(place[1]) else ""


def _bound_of_a_life(
    text: str, aside: Span, inside: Sequence[DateMention], date: DateMention
) -> LifeEvent | None:
    """Whether it is the one or the other date of „(30 XII 1888 Kraków – 22 VIII 1974 tamże)”."""
    if len(inside) != _BOTH or aside.text[0] != "(":
        return None
    first, last = (one.span for one in inside)
    if first.start != aside.start + 1 or not _DASH.search(text, first.end, last.start):
        return None
    return "birth" if date.span == first else "death"


def _is_name(place: str) -> bool:
    return all(word[0].isupper() for word in re.split(r"[ -]", place)[1:])
