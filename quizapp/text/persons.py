"""Persons in a text: names found, gathered by whose they are, put into the nominative, with their offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.names.coreference import Named, are_joined, gather
from quizapp.text.names.found import Found
from quizapp.text.names.kinds import is_name_word, kind_of
from quizapp.text.names.neighbours import act_together
from quizapp.text.names.runs import find_names
from quizapp.text.names.titles import titles_before
from quizapp.text.offices.phrases import find_offices
from quizapp.text.offices.roles import find_roles
from quizapp.text.spans import Span
from quizapp.text.telling.clauses import Line, Mention
from quizapp.text.words import Word, words_of

_INITIALS, _RULER = 2, 3
_NUMBER = re.compile(r"[IVX]{1,6}")


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
        _as_written(words_of(text, sentence.start, sentence.end)) if _has_capital(sentence.text) else ()
        for sentence in sentences
    ]
    attested = frozenset(word.text for line in words for word in line if is_name_word(word))
    read = [_Sentence(line, _names(line, attested)) for line in words]
    everybody = gather([sentence.names for sentence in read], [sentence.words for sentence in read], attested)
    lines = _lines(read, everybody)
    roles = find_roles(text, lines, everybody)
    found = [
        Person("", named.name, named.gender, _mentions(text, read, named), roles[place])
        for place, named in _in_order(everybody)
    ]
    return tuple(
        replace(person, id=f"p{number}") for number, person in enumerate(_by_their_titles(found), start=1)
    )


def _by_their_titles(persons: Sequence[Person]) -> Iterator[Person]:
    """The persons; one called „hrabia Kent” only is who has been said to be „Jan Kos, hrabia Kent”."""
    meant = {person.name: holder for person in persons for holder in _titled_alike(person, persons)}
    for person in persons:
        if person.name not in meant:
            others = [other for other in persons if meant.get(other.name) is person]
            mentions = (*person.mentions, *(span for other in others for span in other.mentions))
            roles = (*person.roles, *(role for other in others for role in other.roles))
            by_start = sorted(roles, key=lambda role: role.span)
            yield replace(person, mentions=tuple(sorted(mentions)), roles=tuple(by_start))


def _titled_alike(person: Person, persons: Sequence[Person]) -> Sequence[Person]:
    """The one of more words whose title is the other's title and name; nobody where several bear it."""
    if " " in person.name:
        return ()
    titles = {_title_before(person, mention) for mention in person.mentions}
    full = {f"{title} {person.name}" for title in titles}
    holders = [
        other
        for other in persons
        if " " in other.name and any(role.nominative in full for role in other.roles)
    ]
    return holders if len(holders) == 1 and "" not in titles else ()


def _title_before(person: Person, mention: Span) -> str:
    """The title of nobility that stands right before a mention; "" if none does."""
    titles = lexicon.words("titles_of_nobility")
    before = (role for role in person.roles if role.span.end == mention.start - 1)
    return next((role.nominative for role in before if role.nominative in titles), "")


def _has_capital(text: str) -> bool:
    """Whether somebody can be named there at all; what has none is not looked at word by word."""
    return any(map(str.isupper, text))


def _as_written(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words; a name in capitals that heads an entry as names are written: „NOWAK Jan”, „KAROL IV ŁYSY”."""
    said = _with_ruler_in_small_letters(tuple(words))
    first, second = said[:1], said[1:2]
    heads = first and len(first[0].text) > _INITIALS and first[0].text.isupper()
    if heads and second and is_name_word(second[0]) and kind_of(second[0].text).first_name:
        return (_capitalized(first[0]), *said[1:])
    return said


def _with_ruler_in_small_letters(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, where they open with a first name in capitals that a Roman number follows, and a byname may."""
    end = next((place for place, word in enumerate(words) if not word.text.isalpha()), len(words))
    named = words[:end]
    if not 1 < end <= _RULER or not all(word.text.isupper() for word in named):
        return words
    kind = kind_of(named[0].text.capitalize())
    if not _NUMBER.fullmatch(named[1].text) or (kind.common and not kind.first_name):
        return words
    return (*(word if _NUMBER.fullmatch(word.text) else _capitalized(word) for word in named), *words[end:])


def _capitalized(word: Word) -> Word:
    return replace(word, text=word.text.capitalize())


def _names(words: tuple[Word, ...], attested: frozenset[str]) -> tuple[Found, ...]:
    """Names of a sentence: first those that stand alone, then those that an office beside them supports."""
    plain = {found.first for found in find_names(words, attested, {}) if found.is_sure}
    titles = titles_before(words, plain)
    return _with_companions(words, tuple(find_names(words, attested, titles)))


def _with_companions(words: tuple[Word, ...], names: tuple[Found, ...]) -> tuple[Found, ...]:
    """Unknown single words that „i” or a comma joins to a sure name in the same case are names too."""
    sure = set()
    for one, other in pairwise(names):
        if one.is_sure != other.is_sure:
            unsure, certain = (other, one) if one.is_sure else (one, other)
            if are_joined(words, unsure, certain):
                sure.add(unsure)
        elif not one.is_sure and act_together(words, one, other):
            sure |= {one, other}
    return tuple(replace(name, is_sure=True) if name in sure else name for name in names)


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
