"""The annotated text as the rules see it: each sentence a row of units that move as wholes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from quizapp.generate.words import PREPOSITION, agree, has, is_finite, lemmas, readings, word_list
from quizapp.text import lexicon
from quizapp.text.annotations import Annotations, DateMention, Person, Quotation, Role
from quizapp.text.spans import Span

UnitKind = Literal["word", "number", "mark", "date", "person", "quotation", "aside"]

_MOST_UNITS = 250
"""Units beyond which a sentence is a list or a slip of the keyboard, and nothing is asked of it."""

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+|[^\w\s]|_")
_BLANK_LINE = re.compile(r"\n\s*\n")
_ASIDE = re.compile(r"\([^()]{0,400}\)|\[[^\[\]]{0,400}\]")
_OF_A_LAND = re.compile(r"^[a-ząćęłńóśźż]+[sc]k(?:i|iego|iemu|im|a|iej|ą)$")
_NOUN, _NOMINAL = frozenset({"subst"}), frozenset({"subst", "adj", "ppas"})
_SIDES = frozenset({"południowy", "północny", "wschodni", "zachodni", "górny", "dolny", "środkowy"})
_OPENING_MARKS, _CLOSING_MARKS = "„“\"»«‚'", "”“\"»«’'"


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a mark, or a whole date, name, quotation or bracketed aside."""

    kind: UnitKind
    span: Span
    date: DateMention | None = None
    person: Person | None = None
    quotation: Quotation | None = None

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        return self.span.text

    @property
    def lower(self) -> str:
        """The words in lower case, to compare."""
        return self.span.text.casefold()


def is_nominative(unit: Unit) -> bool:
    """Whether a name stands in the nominative: each of its words as in the person's full name, or in the estate."""
    person = unit.person
    if person is None:
        return False
    said = {word.rstrip(",") for word in unit.lower.split()}  # „Nowak, Jan”
    return said <= set(person.name.casefold().split()) or unit.text in estates_of(person)


def names_another_like(sentence: Sentence, person: Person) -> bool:
    """Whether somebody else of the sex of the person stands there in the nominative, whom „he” may mean further on."""
    named = (unit.person for unit in sentence.units if is_nominative(unit))
    return any(one and one.id != person.id and one.gender == person.gender for one in named)


def estates_of(person: Person) -> tuple[str, ...]:
    """The estates by which the person goes as well: „Norfolk” of „Jan Kos, książę Norfolk”."""
    titles = lexicon.words("titles_of_nobility")
    titled = (role.nominative.partition(" ") for role in person.roles)
    return tuple(estate for title, _, estate in titled if title in titles and _is_undeclined(estate))


def _is_undeclined(estate: str) -> bool:
    """Whether the name of an estate is one word in its dictionary form."""
    if not estate.isalpha() or not estate.istitle() or estate.endswith(("ii", "ji", "u", "y")):
        return False
    return not has(estate, frozenset({"subst", "adj"}), "gen")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place among the others, its span, its units and the offices that stand in it."""

    index: int
    span: Span
    units: tuple[Unit, ...]
    roles: tuple[tuple[Person, Role], ...]
    theme: frozenset[str] = frozenset()
    """Nouns that are clear where the text says at its beginning which war, body or deed it is about."""
    is_headed: bool = False
    """Whether a heading that every question says first tells what the page is about: „miasto” then is clear."""
    opens_paragraph: bool = False
    opens_with_name: bool = False
    """Whether its first word is a place or body that the text names elsewhere too: „Kamieniec”, a noun as well."""

    @property
    def people(self) -> frozenset[str]:
        """The ids of the persons named here."""
        return frozenset(unit.person.id for unit in self.units if unit.person)


def read_sentences(annotations: Annotations) -> tuple[Sentence, ...]:
    """The sentences of the text as rows of units, in order; the time is linear in the length of the text.

    A sentence that stands in the text again says nothing new, and is read once.
    """
    blocks = _outermost(_blocks(annotations))
    starts = [unit.span.start for unit in blocks]
    roles = sorted(
        ((person, role) for person in annotations.persons for role in person.roles),
        key=lambda pair: pair[1].span,
    )
    role_starts = [role.span.start for _, role in roles]
    sentences: list[Sentence] = []
    first_of_each = {span.text: span for span in reversed(annotations.sentences)}
    for index, span in enumerate(sorted(first_of_each.values())):
        inside = blocks[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        held = roles[bisect_left(role_starts, span.start) : bisect_left(role_starts, span.end)]
        whole = [unit for unit in inside if span.contains(unit.span)]
        units = tuple(_trusted(_units(annotations.text, span, whole), held))
        before = annotations.text[sentences[-1].span.end : span.start] if sentences else ""
        sentences.append(
            Sentence(index, span, units, tuple(held), opens_paragraph=bool(_BLANK_LINE.search(before)))
        )
    inside = [unit for sentence in sentences for unit in sentence.units[1:]]
    named = {place for unit in inside for place in _places_called(unit)}
    bodies = _bodies_in_capitals(inside)
    return tuple(
        replace(
            sentence,
            opens_with_name=_opens_with_one_of(named, sentence) or _opens_with_body(bodies, sentence),
        )
        for sentence in sentences
    )


def _opens_with_one_of(places: set[str], sentence: Sentence) -> bool:
    """Whether a place is named first, and no adjective that is spelt like its name: „polski sejm” is not „Polska”."""
    first, following = sentence.units[:1], sentence.units[1:2]
    describes = any(agree(first[0].lower, unit.lower) for unit in following if unit.kind == "word")
    return not describes and any(place in places for place in _places_called(*first))


def _bodies_in_capitals(inside: Sequence[Unit]) -> frozenset[str]:
    """The nouns for bodies that stand inside sentences, and with a capital only: „powołano Komisję”."""
    words = [unit for unit in inside if unit.kind == "word"]
    small, great = (
        {lemma for unit in words if unit.text[0].isupper() is is_great for lemma in lemmas(unit.lower)}
        for is_great in (False, True)
    )
    return frozenset(great - small) & word_list("institutions")


def _opens_with_body(bodies: frozenset[str], sentence: Sentence) -> bool:
    """Whether such a body acts at the beginning, and nothing says that another is meant: not „Rada miejska”."""
    if not sentence.units or not lemmas(sentence.units[0].lower) & bodies:
        return False
    first, following = sentence.units[0], [unit.lower for unit in sentence.units[1:2] if unit.kind == "word"]
    return has(first.lower, _NOUN, "nom") and not any(
        not is_finite(word) and (agree(word, first.lower) or has(word, _NOMINAL, "gen")) for word in following
    )


def _places_called(*units: Unit) -> set[str]:
    """The places whose name the units may be, each in the nominative."""
    words = (unit.text for unit in units if unit.kind == "word" and unit.text[0].isupper())
    return {
        reading.lemma
        for word in words
        for reading in readings(word)
        if "nazwa_geograficzna" in reading.labels
    }


def _blocks(annotations: Annotations) -> Iterator[Unit]:
    for quotation in annotations.quotations:
        yield Unit("quotation", _with_marks(annotations.text, quotation.span), quotation=quotation)
    for found in _ASIDE.finditer(annotations.text):
        yield Unit("aside", Span(found.start(), found.end(), found.group()))
    for date in annotations.dates:
        yield Unit("date", date.span, date=date)
    for person in annotations.persons:
        for mention in person.mentions:
            yield Unit("person", mention, person=person)


def _with_marks(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    if start and text[start - 1] in _OPENING_MARKS:
        start -= 1
    if end < len(text) and text[end] in _CLOSING_MARKS:
        end += 1
    return Span.of(text, start, end)


def _trusted(units: Sequence[Unit], roles: Sequence[tuple[Person, Role]]) -> Iterator[Unit]:
    """The units; a name that seems to miss its beginning or end („Axel” before „Oxenstierna”) becomes a word."""
    for at, unit in enumerate(units):
        if unit.person and (
            _is_of_a_land(unit.person)
            or _goes_on_after(units, at)
            or _is_told_apart(units, at)
            or (at and not _may_precede_a_name(units, at - 1, roles))
        ):
            yield Unit("word", unit.span)
        else:
            yield unit


def _is_of_a_land(person: Person) -> bool:
    """„Karolina Południowa”: a side of the world is nobody's surname."""
    return any(reading.lemma in _SIDES for reading in readings(person.name.split()[-1].casefold()))


def _goes_on_after(units: Sequence[Unit], at: int) -> bool:
    """Whether a word with a capital, not the name of a place, seems to be more of the name."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.kind != "word" or not after.text[0].isupper():
        return False
    return not any("nazwa_geograficzna" in reading.labels for reading in readings(after.text))


def _is_told_apart(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective of a land says which of that first name is meant: „Bolesław opolski”, not the one before."""
    person, after = units[at].person, units[at + 1] if at + 1 < len(units) else None
    short = person is not None and len(units[at].text.split()) == 1 < len(person.name.split())
    return short and after is not None and bool(_OF_A_LAND.search(after.text))


def _may_precede_a_name(units: Sequence[Unit], at: int, roles: Sequence[tuple[Person, Role]]) -> bool:
    before = units[at]
    if before.kind != "word" or not before.text[0].isupper():
        return True
    if _labels(units[at + 1].text.split()[0]) & {"imię"} or _is_of_a_people(before):
        return True
    if any(role.span.contains(before.span) for _, role in roles):
        return True
    if at == 0:
        return bool(readings(before.lower))
    return has(units[at - 1].lower, PREPOSITION)


def _labels(word: str) -> set[str]:
    return {label for reading in readings(word) for label in reading.labels}


def is_a_national(unit: Unit) -> bool:
    """Whether the word says of what land somebody is, man or woman: „Francuz”, „Austriaczka”."""
    return any(
        reading.lemma[:1].isupper() and reading.marks & {"m1", "f"} and reading.labels == {"nazwa_pospolita"}
        for reading in readings(unit.text)
    )


def _is_of_a_people(unit: Unit) -> bool:
    """Whether the word says of what people somebody is: „Francuz”."""
    known = readings(unit.text)
    men = any(reading.pos == "subst" and "m1" in reading.marks for reading in known)
    return men and not _labels(unit.text) & {"imię", "nazwisko", "nazwa_geograficzna"}


def _outermost(units: Iterator[Unit]) -> list[Unit]:
    kept: list[Unit] = []
    for unit in sorted(units, key=lambda unit: (unit.span.start, -unit.span.end)):
        if unit.span.start < unit.span.end and (not kept or kept[-1].span.end <= unit.span.start):
            kept.append(unit)
    return kept


def _units(text: str, span: Span, blocks: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units of a sentence; none if it is too long to be one."""
    units = tuple(islice(_pieces(text, span, blocks), _MOST_UNITS + 1))
    return units if len(units) <= _MOST_UNITS else ()


def _pieces(text: str, span: Span, blocks: Sequence[Unit]) -> Iterator[Unit]:
    at = span.start
    for block in blocks:
        yield from _tokens(text, at, block.span.start)
        yield block
        at = block.span.end
    yield from _tokens(text, at, span.end)


def _tokens(text: str, start: int, end: int) -> Iterator[Unit]:
    for found in _TOKEN.finditer(text, start, end):
        token = found.group()
        kind: UnitKind = "number" if token.isdigit() else "word" if token[0].isalpha() else "mark"
        yield Unit(kind, Span(found.start(), found.end(), token))
