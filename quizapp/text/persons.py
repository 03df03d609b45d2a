"""Persons in a text: names found, gathered by whose they are, put into the nominative, with their offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from quizapp.text import lexicon
from quizapp.text.annotations import Person, Role
from quizapp.text.apposition import apposed
from quizapp.text.clauses import Line, Mention
from quizapp.text.coreference import Named, gather
from quizapp.text.leadership import led_bodies
from quizapp.text.name_kinds import is_name_word, kind_of
from quizapp.text.names import Found, find_names
from quizapp.text.offices import Office, find_offices
from quizapp.text.origins import PERSON_SLOTS
from quizapp.text.predication import by_verb
from quizapp.text.spans import Span
from quizapp.text.words import Slot, Word, readings, words_of

# „brat Jan”, „bratem Janem”; but „córka Jana”, „brata Jana”: the genitive would be whose relative one is
_OF_KIN = frozenset(("sg", case, gender) for case in ("dat", "inst", "loc") for gender in ("m1", "f")) | {
    ("sg", "nom", "m1")
}


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[Word, ...]
    names: tuple[Found, ...]


def find_persons(text: str, sentences: Sequence[Span]) -> tuple[Person, ...]:
    """The persons of a text with their mentions and offices, in the order of their first mention.

    What may be a name but has no support in the text or the dictionary is left out; so is the holder of
    an office where the text leaves a doubt.
    """
    words = [
        tuple(words_of(text, sentence.start, sentence.end)) if _has_capital(sentence.text) else ()
        for sentence in sentences
    ]
    attested = frozenset(word.text for line in words for word in line if is_name_word(word))
    read = [_Sentence(line, _names(line, attested)) for line in words]
    everybody = gather([sentence.names for sentence in read], [sentence.words for sentence in read], attested)
    lines = _lines(read, everybody)
    roles = _roles(text, lines, everybody)
    return tuple(
        Person(f"p{number}", named.name, named.gender, _mentions(text, read, named), roles[place])
        for number, (place, named) in enumerate(_in_order(everybody), start=1)
    )


def _has_capital(text: str) -> bool:
    """Whether somebody can be named there at all; what has none is not looked at word by word."""
    return any(map(str.isupper, text))


def _names(words: tuple[Word, ...], attested: frozenset[str]) -> tuple[Found, ...]:
    """Names of a sentence: first those that stand alone, then those that an office beside them supports."""
    plain = {found.first for found in find_names(words, attested, {}) if found.is_sure}
    titles = _titles(words, plain)
    return _with_companions(words, tuple(find_names(words, attested, titles)))


def _with_companions(words: tuple[Word, ...], names: tuple[Found, ...]) -> tuple[Found, ...]:
    """Unknown single words that „i” or a comma joins to a sure name in the same case are names too."""
    sure = set()
    for one, other in pairwise(names):
        joined = other.first == one.last + 2 and words[one.last + 1].text in ("i", "oraz", ",")
        if joined and one.is_sure != other.is_sure and one.naming.case == other.naming.case:
            unsure = other if one.is_sure else one
            kind = kind_of(words[unsure.first].text)
            if kind.unknown or kind.is_plainly_a_name:
                sure.add(unsure)
    return tuple(replace(name, is_sure=True) if name in sure else name for name in names)


def _titles(words: tuple[Word, ...], name_starts: set[int]) -> dict[int, frozenset[Slot]]:
    """Where a title, an office or an occupation has just ended, and the cases that it stands in."""
    titles: dict[int, frozenset[Slot]] = {}
    for office in find_offices(words, name_starts):
        has_comma = office.last + 1 < len(words) and words[office.last + 1].text == ","
        titles[office.last + 1 + has_comma] = office.slots
    for place, word in enumerate(words[:-1]):
        slots = _occupation_slots(word.text)
        if slots and not words[place + 1].joined:
            titles.setdefault(place + 1, slots)
    return titles


@lru_cache(maxsize=50_000)
def _occupation_slots(form: str) -> frozenset[Slot]:
    """The cases of a noun that may stand before a name: an occupation, or whose countryman one is."""
    known = lexicon.words("occupations")
    is_countryman = form[0].isupper() and kind_of(form).people
    nouns = [reading for reading in readings(form) if reading.pos == "subst" and len(reading.slots) < 14]
    slots = {
        slot
        for noun in nouns
        if noun.lemma in known or (is_countryman and noun.lemma[0].isupper())
        for slot in noun.slots
    }
    slots |= {
        slot for noun in nouns if noun.lemma in lexicon.words("relatives") for slot in noun.slots & _OF_KIN
    }
    return PERSON_SLOTS & slots


def _in_order(everybody: Sequence[Named]) -> list[tuple[int, Named]]:
    return sorted(enumerate(everybody), key=lambda pair: pair[1].places[0])


def _mentions(text: str, read: Sequence[_Sentence], named: Named) -> tuple[Span, ...]:
    spans = []
    for sentence, number in named.places:
        found = read[sentence].names[number]
        words = read[sentence].words
        spans.append(Span.of(text, words[found.first].start, words[found.last].end))
    return tuple(spans)


def _lines(read: Sequence[_Sentence], everybody: Sequence[Named]) -> list[Line]:
    mentions: list[list[Mention]] = [[] for _ in read]
    for person, named in enumerate(everybody):
        for (sentence, number), cases in zip(named.places, named.cases, strict=True):
            found = read[sentence].names[number]
            mentions[sentence].append(Mention(found.first, found.last, person, cases, named.gender))
    return [
        _line(sentence.words, sorted(found, key=lambda m: m.first))
        for sentence, found in zip(read, mentions, strict=True)
    ]


def _line(words: tuple[Word, ...], mentions: list[Mention]) -> Line:
    starts = {mention.first for mention in mentions}
    return Line(words, tuple(mentions), tuple(find_offices(words, starts)))


def _roles(text: str, lines: Sequence[Line], everybody: Sequence[Named]) -> list[tuple[Role, ...]]:
    roles: list[dict[Span, Role]] = [{} for _ in everybody]
    previous: Mention | None = None
    for line in lines:
        holders = apposed(line)
        for office in line.offices:
            holder = holders.get(office) or by_verb(line, office, previous)
            if holder:
                role = _role(text, line, office)
                roles[holder.person][role.span] = role
        for first, last, nominative, leader in led_bodies(line):
            span = Span.of(text, line.words[first].start, line.words[last].end)
            roles[leader.person][span] = Role(span, nominative)
        previous = _subject(line)
    return [tuple(roles[person][span] for span in sorted(roles[person])) for person in range(len(everybody))]


def _role(text: str, line: Line, office: Office) -> Role:
    span = Span.of(text, line.words[office.first].start, line.words[office.last].end)
    return Role(span, office.nominative)


def _subject(line: Line) -> Mention | None:
    """Who the sentence is about, if just one person stands in the nominative."""
    subjects = {mention.person: mention for mention in line.mentions if "nom" in mention.cases}
    return replace(next(iter(subjects.values()))) if len(subjects) == 1 else None
