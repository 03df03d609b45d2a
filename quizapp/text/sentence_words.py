"""What single words tell about the sentence that they stand in."""

from __future__ import annotations

from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.words import readings

_UNCHANGING = frozenset(("adv", "prep", "conj", "comp", "part", "ppron12", "ppron3", "siebie", "pred"))
_SELDOM_NOUNS = frozenset(("miał",))


@lru_cache(maxsize=20_000)
def is_finite_verb(word: str) -> bool:
    """Whether a word is a finite verb; „rozdział”, „lata”, which are nouns too, and names are none."""
    known = readings(word)
    nouns = {reading.lemma for reading in known if reading.pos == "subst"}
    if word[:1].isupper() and any(reading.lemma[:1].isupper() for reading in known):
        return False
    found = {reading.pos for reading in known}
    if found & {"praet", "imps", "winien"}:
        return word.lower() not in nouns - _SELDOM_NOUNS
    return bool(found & {"fin", "bedzie"}) and not nouns


@lru_cache(maxsize=20_000)
def is_subordinator(word: str) -> bool:
    """Whether the word begins a clause that cannot stand alone."""
    known = lexicon.words("subordinators")
    return word.casefold() in known or any(reading.lemma in known for reading in readings(word))


@lru_cache(maxsize=20_000)
def opens_sentence(word: str) -> bool:
    """Whether a word with a capital has it as the first of a sentence, and not as a part of a name."""
    pronouns = lexicon.words("sentence_openers")
    return is_finite_verb(word) or any(
        reading.pos in _UNCHANGING or reading.lemma in pronouns for reading in readings(word)
    )


@lru_cache(maxsize=20_000)
def is_an_object(word: str) -> bool:
    """Whether a word is a noun in the accusative, and can be nothing else: „Jerozolimę”."""
    known = readings(word)
    return bool(known) and all(
        reading.pos == "subst" and {slot[1] for slot in reading.slots} == {"acc"} for reading in known
    )


@lru_cache(maxsize=20_000)
def is_numbered_unit(word: str) -> bool:
    """Whether an ordinal number may stand before the word, as before „Korpus”."""
    units = lexicon.words("numbered_units")
    return any(reading.lemma.casefold() in units for reading in readings(word))
