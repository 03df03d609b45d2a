"""What a single word of a clause may be as its subject: somebody, something, or governed and neither."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.telling.narration import MARKED
from quizapp.text.words import Reading, Slot, Word, readings

_FIXED = frozenset(("prep", "conj", "comp", "adv", "part", "ppron12", "ppron3", "siebie", "interj"))
_OBLIQUE = ("ów", "om", "ami", "ach", "owi", "em", "iem", "ego", "emu", "ie")  # no nominative of a name
_TELLING_TIME = frozenset(("dzień", "rok", "wieczór", "ranek", "miesiąc", "tydzień", "raz", "chwila", "wiek"))
_SELDOM_GOVERNING = frozenset(("co", "jak", "niż", "a"))


def nouns_for_persons() -> frozenset[str]:
    """The nouns that the lexicon lists for human beings."""
    lists = ("offices", "occupations", "relatives", "people")
    return frozenset().union(*(lexicon.words(name) for name in lists))


@lru_cache(maxsize=20_000)
def human_noun(form: str, genders: frozenset[str]) -> str | None:
    """The lemma of a noun for a person that the form is the nominative of, and the verb agrees with.

    A participle that stands for a person („skazana”) is none, nor is a noun that may be a thing.
    """
    known = readings(form)
    if any(reading.pos in _FIXED for reading in known):
        return None
    nouns = [reading for reading in known if reading.pos == "subst" and is_nominative(reading.slots, genders)]
    listed = next((noun.lemma for noun in nouns if noun.lemma.lower() in nouns_for_persons()), None)
    if listed:
        return listed.lower()
    if form[0].isupper() or any(_may_be_object(reading) for reading in known):
        return None
    return next((noun.lemma for noun in nouns if any(slot[2] == "m1" for slot in noun.slots)), None)


@lru_cache(maxsize=20_000)
def is_object_of_that_sex(form: str, sex: str) -> bool:
    """Whether the form is a noun for a man or a woman in the dative or the accusative: „admirała”, „admirałowi”."""
    gender = "f" if sex == "f" else "m1"
    nouns = [reading for reading in readings(form) if reading.pos == "subst"]
    listed = [noun for noun in nouns if noun.lemma in nouns_for_persons()]
    return bool(listed) and any(
        ("sg", case, gender) in noun.slots and ("sg", "nom", gender) not in noun.slots
        for noun in listed
        for case in ("dat", "acc")
    )


def _may_be_object(reading: Reading) -> bool:
    return reading.pos in ("adj", "ppas", "pact") or ("sg", "acc", "m3") in reading.slots


def is_nominative(slots: Collection[Slot], genders: Collection[str]) -> bool:
    """Whether a person, in one of the genders, may stand in the nominative; what never changes does not count."""
    return len(slots) < 14 and any(
        ("sg", "nom", gender) in slots and gender in genders for gender in ("m1", "f")
    )


@lru_cache(maxsize=20_000)
def is_thing(form: str, genders: frozenset[str], *, sure: bool) -> bool:
    """Whether the form is the nominative of what is no person, and the verb agrees with it.

    „legenda głosi”; where an object has the same form („dekret głosi”), only if it is `sure` to be none.
    """
    known = readings(form)
    if any(reading.pos in _FIXED for reading in known):
        return False
    return any(
        ("sg", "nom", gender) in reading.slots and (sure or ("sg", "acc", gender) not in reading.slots)
        for reading in known
        if reading.pos in ("subst", "ger") and reading.lemma not in _TELLING_TIME and len(reading.slots) < 14
        for gender in genders & {"f", "n", "m2", "m3"}
    )


@lru_cache(maxsize=20_000)
def is_participle_for_person(form: str, genders: frozenset[str]) -> bool:
    """„skazana”, „ranny”: a participle, or an adjective used as a noun, in the nominative."""
    known = readings(form)
    describes = any(
        reading.pos in ("ppas", "adj", "pact") and is_nominative(reading.slots, genders) for reading in known
    )
    return describes and any(r.pos == "ppas" or "nazwa_pospolita" in r.labels for r in known)


@lru_cache(maxsize=20_000)
def may_be_a_name(form: str, genders: frozenset[str], *, opens: bool) -> bool:
    """Whether a capitalised word may name somebody whom the reading of persons has passed over.

    One that `opens` a sentence owes it the capital if the dictionary knows it as a common word.
    """
    known = readings(form)
    if form.isupper() or (opens and any(reading.lemma[0].islower() for reading in known)):
        return False
    if not known:
        return len(form) > 2 and not form.endswith(_OBLIQUE)
    return any(
        reading.pos == "subst" and reading.lemma[0].isupper() and is_nominative(reading.slots, genders)
        for reading in known
        if "nazwa_geograficzna" not in reading.labels
    )


@lru_cache(maxsize=20_000)
def _is_oblique_noun(form: str) -> bool:
    nouns = [reading for reading in readings(form) if reading.pos in ("subst", "ger")]
    return bool(nouns) and not any(slot[1] == "nom" for noun in nouns for slot in noun.slots)


def is_preposition(form: str) -> bool:
    """Whether the form is a preposition that takes what follows for itself."""
    return form not in _SELDOM_GOVERNING and any(reading.pos == "prep" for reading in readings(form))


@lru_cache(maxsize=20_000)
def _may_describe(form: str, noun: str) -> bool:
    """Whether an adjective may go with a noun: not in „po pierwszej kula trafiła”."""
    described = {slot for reading in readings(noun) for slot in reading.slots}
    adjectives = [reading for reading in readings(form) if reading.pos in ("adj", "ppas", "pact")]
    return any(not described or adjective.slots & described for adjective in adjectives)


def is_governed(words: Sequence[Word], place: int) -> bool:
    """Whether a preposition before the word, its adjectives or the rest of a name takes it for itself."""
    for before in range(place - 1, max(place - 5, -1), -1):
        word = words[before]
        if word.end + 1 < words[before + 1].start:
            return False  # a comma parts them
        if is_preposition(word.text) or word.text in ("jako", "niczym"):
            return True
        is_name = word.is_capital and words[place].is_capital and before > 0
        describes = _may_describe(word.text, words[place].text)
        if word.text == MARKED or not (is_name or describes):
            return words[place].is_capital and _is_oblique_noun(word.text)
    return False
