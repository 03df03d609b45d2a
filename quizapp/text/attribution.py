"""Which words say that somebody spoke, and which person of the same clause it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.words import Word, readings

_PERSONAL = frozenset(("praet", "fin", "winien"))
_ADVERBS = frozenset(("wtedy", "wówczas", "potem", "później", "następnie", "kiedyś", "niegdyś", "wcześniej"))
_ASCRIBING = frozenset(("przypisywać", "przypisać", "wkładać", "włożyć"))  # words of another than the subject
_FAR_IN_LETTERS = 40
_FAR = 8  # words between a verb that does not announce with a colon and the quotation


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


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute: the place of the verb among the words of the clause, and their offsets."""

    verb: int
    start: int
    end: int
    is_personal: bool
    genders: frozenset[str]
    is_naming: bool


def cue_at(words: Sequence[Word], place: int, *, any_verb: bool = False) -> Cue | None:
    """The cue whose verb stands at that place; None if the word there is no finite verb of saying.

    With `any_verb` every finite verb will do: after a quotation and a dash even „kpił” attributes.
    """
    form = words[place].text
    if form[0].islower() and _is_finite(form) and not is_verb_of_saying(form):
        said = _infinitive_after(words, place)
        if said is not None:
            return _cue(words, place, said)
    if form[0].islower() and (is_verb_of_saying(form) or (any_verb and _is_finite(form))):
        return _cue(words, place, place)
    return None


def _infinitive_after(words: Sequence[Word], place: int) -> int | None:
    for said in range(place + 1, min(place + 6, len(words))):
        known = readings(words[said].text)
        if words[said].text in (",", ";", ":") or _is_finite(words[said].text):
            return None
        if any(reading.pos == "inf" and reading.lemma in lexicon.words("speech_verbs") for reading in known):
            return said
    return None


def _cue(words: Sequence[Word], verb: int, last: int) -> Cue:
    known = [reading for reading in readings(words[verb].text) if reading.pos in (*_PERSONAL, "imps")]
    last = last if last <= verb + 1 else verb
    while last + 1 < len(words) and words[last + 1].text in _ADVERBS | {"się"}:
        last += 1
    genders = frozenset(slot[2] for reading in known for slot in reading.slots if slot[0] == "sg")
    is_naming = any(reading.lemma in lexicon.words("naming_verbs") for reading in known)
    is_personal = any(reading.pos in _PERSONAL for reading in known)
    return Cue(verb, words[verb].start, words[last].end, is_personal, genders, is_naming)


@lru_cache(maxsize=20_000)
def is_verb_of_saying(form: str) -> bool:
    """Whether the form is a finite verb of saying."""
    verbs = lexicon.words("speech_verbs")
    return any(reading.pos in (*_PERSONAL, "imps") and reading.lemma in verbs for reading in readings(form))


@lru_cache(maxsize=20_000)
def _is_finite(form: str) -> bool:
    known = readings(form)
    return any(reading.pos in (*_PERSONAL, "imps") for reading in known)


def last_cue(words: Sequence[Word], *, announced: bool) -> Cue | None:
    """The verb of saying nearest to a quotation that follows the words.

    With a colon (`announced`) it may stand anywhere in the clause; otherwise near, no other verb between.
    """
    end = len(words) if announced else _before_indirect_speech(words)
    for distance, place in enumerate(range(end - 1, -1, -1)):
        text = words[place].text
        if text == ";" or (not announced and distance > _FAR):
            return None
        cue = cue_at(words, place)
        if cue:
            return cue
        if text[0].islower() and _is_finite(text) and not announced:
            return None
    return None


def leads_into(words: Sequence[Word], cue: Cue) -> bool:
    """Whether the words after the cue lead into what was said, not into another of its objects.

    „rozkazał odwrót i „…””, „ostrzegał przed „…””: a conjunction or preposition takes the marked words for
    itself, unless they go on a clause begun by „że”.
    """
    if any(word.text in ("że", "iż") for word in words[cue.verb + 1 :]):
        return True
    if cue.is_naming and words[-1].text in ("za", "jako", "mianem"):
        return True
    last = readings(words[-1].text)
    return cue.verb == len(words) - 1 or not any(reading.pos in ("prep", "conj") for reading in last)


def _before_indirect_speech(words: Sequence[Word]) -> int:
    """„zanotował, że odpowiedź była „…””: the place of a „że” near the end, past which the verb is sought."""
    for place in range(len(words) - 1, max(len(words) - _FAR, 0), -1):
        if words[place].text in ("że", "iż"):
            return place
    return len(words)


def announcing_verb(words: Sequence[Word]) -> Cue | None:
    """The last finite verb before a colon, when it is none of saying: „powstrzymała go od ucieczki: „…””."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].text == ";":
            return None
        if words[place].text[0].islower() and _is_finite(words[place].text):
            lemmas = {reading.lemma for reading in readings(words[place].text)}
            return None if lemmas & _ASCRIBING else _cue(words, place, place)
    return None


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
    while place > 0 and words[place].text in _ADVERBS | {"się", "mu", "jej", "im"}:
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
        word.text[0].islower() and _is_finite(word.text) and word.text not in ("mówiąc",)
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


def finite_verbs(words: Sequence[Word]) -> Iterator[Word]:
    """The finite verbs of the words."""
    return (word for word in words if word.text[0].isalpha() and _is_finite(word.text))
