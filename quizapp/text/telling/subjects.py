"""Who or what is the subject of a clause of the narration."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.telling.narration import MARKED, Speaking
from quizapp.text.telling.subject_forms import (
    human_noun,
    is_governed,
    is_nominative,
    is_participle_for_person,
    is_preposition,
    is_thing,
    may_be_a_name,
    nouns_for_persons,
)
from quizapp.text.telling.told import Clause
from quizapp.text.words import Word, readings

_THIS = frozenset(("ten", "ta", "ów", "owa", "tamten", "tamta"))
_FINITE = frozenset(("praet", "fin", "winien", "bedzie"))


@dataclass(frozen=True, slots=True)
class Subject:
    """What the clause makes its subject.

    `kind` is `unsaid` where the verb alone tells, `thing` for what is no person, `doubt` for somebody whom
    nobody can tell; `this` is „ten”, `epithet` a participle that stands for a person, `noun` a word for one.
    """

    kind: Literal["person", "noun", "epithet", "this", "doubt", "thing", "unsaid"]
    person: Speaking | None = None
    noun: Word | None = None
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb in its clause, and the genders that it may be said of.

    `opens` tells that the clause begins its sentence, `has_object` that a quotation is the object of the
    verb, which can take no other.
    """

    clause: Clause
    verb: Word
    genders: frozenset[str]
    opens: bool
    has_object: bool


def genders_of(verb: Word) -> frozenset[str]:
    """The genders of which a verb in the singular may be said; none of a plural or an impersonal one."""
    return frozenset(
        slot[2]
        for reading in readings(verb.text)
        if reading.pos in _FINITE
        for slot in reading.slots
        if slot[0] == "sg"
    )


def suits(genders: Collection[str], gender: Gender) -> bool:
    """Whether a verb in these genders may be said of a person of that gender."""
    return bool(genders) if gender == "unknown" else ("f" if gender == "f" else "m1") in genders


def subject_of(saying: Saying, named: Sequence[Speaking]) -> Subject:
    """The subject of the verb among the words of its clause: a person named, or else the nearest other."""
    words = saying.clause.words
    starts = {word.start: place for place, word in enumerate(words)}
    here = [person for person in named if person.start in starts]
    fitting = [
        person
        for person in here
        if "nom" in person.cases
        and suits(saying.genders, person.gender)
        and not _is_oblique(words, starts[person.start], person)
    ]
    if fitting:
        return Subject("person", min(fitting, key=lambda person: _unlikeliness(saying.verb, person)))
    others = list(_others(saying, here))
    return min(others, key=lambda other: other[0], default=((), Subject("unsaid")))[1]


def _unlikeliness(verb: Word, person: Speaking) -> tuple[bool, int]:
    return person.cases != {"nom"}, _distance(verb, person.start, person.end)


def _distance(verb: Word, start: int, end: int) -> int:
    return max(verb.start - end, start - verb.end)


def _is_oblique(words: Sequence[Word], place: int, person: Speaking) -> bool:
    """Whether a name that may stand in any case follows a preposition or a noun in another case."""
    if person.cases == {"nom"} or not place:
        return False
    before = words[place - 1].text
    if is_preposition(before):
        return True
    titles = [r for r in readings(before) if r.pos == "subst" and r.lemma in nouns_for_persons()]
    if "gen" in person.cases and any(title.lemma in lexicon.words("relatives") for title in titles):
        return True
    return bool(titles) and not any(slot[1] == "nom" for title in titles for slot in title.slots)


def _others(saying: Saying, here: Sequence[Speaking]) -> Iterator[tuple[tuple[int | bool, ...], Subject]]:
    """What else may be the subject, with what to choose by: „ten” first, things last, the nearest before."""
    words = saying.clause.words
    in_names = {word.start for word in words for who in here if who.start <= word.start < who.end}
    for place, word in enumerate(words):
        if word is saying.verb or word.start in saying.clause.asides or word.start in in_names:
            continue
        other = None if is_governed(words, place) else _other(saying, place)
        if other:
            away = _distance(saying.verb, word.start, word.end)
            yield (other.kind != "this", other.kind == "thing", away), other


def _other(saying: Saying, place: int) -> Subject | None:
    words, genders = saying.clause.words, saying.genders
    word = words[place]
    opens = saying.opens and not place
    if word.text.lower() in _THIS and _stands_alone(words, place):
        agrees = any(is_nominative(reading.slots, genders) for reading in readings(word.text))
        return Subject("this", noun=word) if agrees else None
    lemma = human_noun(word.text.lower() if opens else word.text, genders)
    if lemma is not None:
        return Subject("noun", noun=word, lemma=lemma)
    if is_participle_for_person(word.text, genders) and _is_beside(words, place, saying.verb):
        return Subject("epithet", noun=word)
    if word.is_capital and may_be_a_name(word.text, genders, opens=opens):
        return Subject("doubt", noun=word)
    if is_thing(word.text, genders, sure=word.start < saying.verb.start or saying.has_object):
        return Subject("thing", noun=word)
    return None


def _is_beside(words: Sequence[Word], place: int, verb: Word) -> bool:
    """„skazana zawołała”, „odparł ranny”: alone before the verb, or after it at the end."""
    after = [word for word in words[place + 1 : place + 3] if word.text != "nie"]
    if after and after[0] is verb:
        return True
    ends = not after or after[0].text in (".", MARKED)
    return ends and place > 0 and words[place - 1] is verb


def _stands_alone(words: Sequence[Word], place: int) -> bool:
    """„Ten odparł”, „ten ostatni odparł”, but not „ten polityk odparł”."""
    if [word.text for word in words[place + 1 : place + 2]] in (["ostatni"], ["ostatnia"]):
        return True
    after = readings(words[place + 1].text) if place + 1 < len(words) else ()
    return not any(reading.pos in ("subst", "adj", "ppas") for reading in after)
