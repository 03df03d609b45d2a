"""Which person of a clause is the one who spoke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.cues import ADVERBS, Cue, finite_verbs, may_be_finite
from quizapp.text.words import Word, readings

_FAR_IN_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Speaking:
    """A person named in a clause: where, in which cases."""

    start: int
    end: int
    person: str
    cases: frozenset[str]
    gender: Gender


class Attribution(NamedTuple):
    """The offsets of the words that attribute, the id of the speaker, and how far both together reach."""

    start: int
    end: int
    speaker: str | None
    reach: int


def subject(words: Sequence[Word], cue: Cue, named: Iterable[Speaking]) -> Speaking | None:
    """The person in the nominative whose verb the cue is: no other finite verb stands between them."""
    fitting = [
        person
        for person in named
        if "nom" in person.cases and _suits(cue, person.gender) and _is_of_clause(words, cue, person)
    ]
    nearest = min(fitting, key=lambda person: _distance(cue, person), default=None)
    return nearest or _subject_shared(words, cue, named)


def _subject_shared(words: Sequence[Word], cue: Cue, named: Iterable[Speaking]) -> Speaking | None:
    """„X wstał i powiedział”: the subject of the verb before, which the cue is joined to."""
    place = cue.verb - 1
    while place > 0 and words[place].text in ADVERBS | {"się", "mu", "jej", "im"}:
        place -= 1
    if place < 1 or words[place].text not in ("i", "a", "oraz", "lecz", "ale", "czym"):
        return None
    before = [person for person in named if person.end <= words[place].start and "nom" in person.cases]
    return before[-1] if before and _suits(cue, before[-1].gender) else None


def _suits(cue: Cue, gender: Gender) -> bool:
    return gender == "unknown" or ("f" if gender == "f" else "m1") in cue.genders


def suits(cue: Cue, gender: Gender) -> bool:
    """Whether the verb may be said of a person of that gender."""
    return cue.is_personal and _suits(cue, gender)


def _is_of_clause(words: Sequence[Word], cue: Cue, person: Speaking) -> bool:
    first, last = min(cue.start, person.end), max(cue.end, person.start)
    return not any(
        first <= word.start and word.end <= last and word.start != cue.start and _separates(word)
        for place, word in enumerate(words)
        if place != cue.verb
    )


def _separates(word: Word) -> bool:
    return word.text in (";", ":") or (
        word.text[0].islower() and may_be_finite(word.text) and word.text not in ("mówiąc",)
    )


def _distance(cue: Cue, person: Speaking) -> int:
    return max(cue.start - person.end, person.start - cue.end)


def nominative_noun(words: Sequence[Word], cue: Cue) -> str | None:
    """The lemma of an office or occupation that may be the subject of the cue; "" if another noun may."""
    heads = lexicon.words("offices") | lexicon.words("occupations") | lexicon.words("relatives")
    other = None
    for word in _outward(words, cue.verb):
        for lemma in _nominative_nouns(word.text):
            if lemma in heads:
                return lemma
            other = ""
    return other


def _outward(words: Sequence[Word], verb: int) -> Iterator[Word]:
    """The words of the verb's clause: those after it, then those before it from the nearest on."""
    for side in (words[verb + 1 :], list(reversed(words[:verb]))):
        for word in side:
            if word.text in (",", ";", ":"):
                break
            yield word


@lru_cache(maxsize=20_000)
def _nominative_nouns(form: str) -> tuple[str, ...]:
    """Lemmas of nouns for persons (and of bodies, in the feminine) that the form is the nominative of."""
    known = readings(form)
    if any(reading.pos in ("prep", "conj", "adv", "part") for reading in known):
        return ()
    return tuple(
        reading.lemma
        for reading in known
        if reading.pos == "subst" and len(reading.slots) < 14 and ("sg", "nom", "m1") in reading.slots
    )


def by_preposition(words: Sequence[Word], named: Iterable[Speaking]) -> Attribution | None:
    """„Według X”, „zdaniem X”, with no verb between the person and what follows the words."""
    for person in named:
        before = [word for word in words if word.end <= person.start]
        after = [word for word in words if word.start >= person.end]
        if "gen" not in person.cases or any(finite_verbs(after)):
            continue
        for size in (3, 2, 1):
            said = " ".join(word.text.lower() for word in before[-size:])
            if said in lexicon.lines("attributing_prepositions"):
                return Attribution(before[-size:][0].start, before[-1].end, person.person, person.end)
    return None


def owner_of_words(words: Sequence[Word], named: Iterable[Speaking]) -> Attribution | None:
    """„słowa X”, „odpowiedź X brzmiała”: the noun, and the person in the genitive after it, if any."""
    for noun in reversed(words):
        known = readings(noun.text)
        if any(reading.pos == "subst" and reading.lemma in lexicon.words("words_nouns") for reading in known):
            owners = (
                who for who in named if 0 < who.start - noun.end < _FAR_IN_LETTERS and "gen" in who.cases
            )
            owner = next(owners, None)
            return Attribution(
                noun.start, noun.end, owner.person if owner else None, owner.end if owner else noun.end
            )
    return None
