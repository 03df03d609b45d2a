"""The dictionary forms that a single word of a name may come from: by the dictionary, else by its ending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from quizapp.text import lexicon
from quizapp.text.words import Reading, Slot, readings

CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
NAME_LABELS = frozenset(("imię", "nazwisko", "pseudonim", "przydomek", "nazwa_członka_rodu"))
PERSON_SLOTS = frozenset(("sg", case, gender) for case in CASES for gender in ("m1", "f"))
_NOMINATIVE = frozenset(("sg", "nom", gender) for gender in ("m1", "f"))
_UNDECLINED_WOMAN = frozenset(slot for slot in PERSON_SLOTS if slot[2] == "f")
_VOWELS = "aeiouyąęóéáíőöüô"
_APOSTROPHE_CASES = {
    "a": ("gen", "acc"),
    "go": ("gen", "acc"),
    "ego": ("gen", "acc"),
    "owi": ("dat",),
    "mu": ("dat",),
    "em": ("inst",),
    "m": ("inst", "loc"),
    "ie": ("loc",),
    "u": ("loc",),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """A dictionary form that a word may come from, where the word then fits, and how doubtful that is."""

    nominative: str
    slots: frozenset[Slot]
    doubt: float


@lru_cache(maxsize=50_000)
def origins(word: str, is_first: bool = False) -> tuple[Origin, ...]:
    """Every dictionary form, in the singular and of a person's gender, that the word may come from."""
    if word.endswith(".") or word.islower() or not any(map(str.islower, word)):
        return (Origin(word, PERSON_SLOTS, 0.0),)  # initials, particles, regnal numbers
    halves = word.replace("‑", "-").split("-")
    if len(halves) > 1 and all(halves):
        undeclined = Origin(halves[0], PERSON_SLOTS, 1.0)
        return _joined([(*origins(halves[0]), undeclined), *map(origins, halves[1:])])
    known = (
        *(origin for reading in readings(word) for origin in _from_dictionary(word, reading, is_first)),
        *(_foreign_in_o(word) if is_first else ()),
    )
    if not known:
        return () if _is_plural(word) else tuple(_of_unknown(word, is_first))
    return known if is_first else (*known, *_other_surnames(word, known))


def _other_surnames(word: str, known: Sequence[Origin]) -> Iterable[Origin]:
    """What a surname may be that the dictionary gives to men, or to Poles: Margaret Thatcher, Bony Sforzy."""
    if word[-1] not in _VOWELS:
        yield Origin(word, _UNDECLINED_WOMAN, 2.0)
    if word.endswith("a") and all(("sg", "nom", "m1") not in origin.slots for origin in known):
        yield Origin(word, _NOMINATIVE, 1.6)  # Komura, for all that there are Poles called Komur
    for origin in known:
        if origin.nominative.endswith("a") and all(slot[2] == "m1" for slot in origin.slots):
            yield Origin(origin.nominative, frozenset((n, c, "f") for n, c, _ in origin.slots), 0.2)


def _of_unknown(word: str, is_first: bool) -> Iterable[Origin]:
    guessed = tuple(_guessed(word))
    if is_first and word in lexicon.words("foreign_first_names"):
        return (Origin(word, _NOMINATIVE, 0.05), *guessed)
    return _preferring_first_names(guessed) if is_first else guessed


def _preferring_first_names(guessed: Sequence[Origin]) -> Iterable[Origin]:
    """Origins of an unknown first word: a known foreign name as it stands, then other first names."""
    for origin in guessed:
        is_foreign = origin.nominative in lexicon.words("foreign_first_names")
        if origin.slots == PERSON_SLOTS or not is_first_name(origin.nominative):
            yield origin
        else:
            yield Origin(origin.nominative, origin.slots, 0.05 if is_foreign else 0.1)


@lru_cache(maxsize=20_000)
def is_first_name(nominative: str) -> bool:
    """Whether the dictionary or the list of foreign first names knows the word as one."""
    if nominative in lexicon.words("foreign_first_names"):
        return True
    if nominative in lexicon.words("never_first_names"):
        return False
    return any("imię" in reading.labels and reading.lemma == nominative for reading in readings(nominative))


def _foreign_in_o(word: str) -> Iterable[Origin]:
    """Benita, Benitem: of foreign first names in -o that the dictionary lacks."""
    for ending, cases in (("a", ("gen", "acc")), ("owi", ("dat",)), ("em", ("inst",))):
        made = word.removesuffix(ending) + "o"
        if word.endswith(ending) and made in lexicon.words("foreign_first_names"):
            yield Origin(made, frozenset(("sg", case, "m1") for case in cases), 0.3)


def _is_plural(word: str) -> bool:
    """A form of several persons, by the dictionary or by its look: Habsburgów, Jagiellonom."""
    if readings(word) and word not in lexicon.words("foreign_first_names"):
        named = [reading for reading in readings(word) if is_labelled_name(reading)]
        many = any(slot[0] == "pl" for reading in named for slot in reading.slots)
        return many or word.endswith(("ów", "owie", "om", "ach", "ami"))
    return word.endswith(("ów", "owie", "ami"))


def _joined(halves: Sequence[tuple[Origin, ...]]) -> tuple[Origin, ...]:
    """Origins of a hyphenated name; its first half may stay undeclined (Dąb-Biernackiego)."""
    found = []
    for parts in product(*halves):
        slots = frozenset.intersection(*(part.slots for part in parts))
        if slots:
            name = "-".join(part.nominative for part in parts)
            found.append(Origin(name, slots, sum(part.doubt for part in parts)))
    return tuple(found)


def _from_dictionary(word: str, reading: Reading, is_first: bool) -> Iterable[Origin]:
    slots = reading.slots & PERSON_SLOTS
    if not slots or reading.pos == "depr":
        return
    if reading.pos == "subst":
        doubt = _noun_doubt(reading, is_first) + (3.0 if len(slots) >= 7 else 0.0)
        if is_first and reading.lemma.endswith(("co", "io")):
            doubt += 0.1  # Markiem, Antonia: Marek and Antoni before Marco and Antonio
        if reading.lemma.endswith(("ła", "ka", "ra")) and "m1" in {slot[2] for slot in slots}:
            doubt += 0.3  # Jagiełły, Fredry: surnames in -o are the more common ones
        yield Origin(_capitalised(reading.lemma), slots, doubt)
    elif reading.pos in ("adj", "ppas", "pact") and not is_first:
        for gender in ("m1", "f"):
            fitting = frozenset(slot for slot in slots if slot[2] == gender)
            if fitting:
                yield Origin(_capitalised(_adjective(word, reading, gender)), fitting, 1.0)


def is_labelled_name(reading: Reading) -> bool:
    """Whether the dictionary marks the reading as a first name, a surname or a byname."""
    return any(label in NAME_LABELS or label.startswith("nazwisko") for label in reading.labels)


def _noun_doubt(reading: Reading, is_first: bool) -> float:
    if is_first and "imię" in reading.labels:
        return 0.0
    if is_labelled_name(reading):
        return 0.6 if is_first or reading.labels == {"imię"} else 0.0
    return 2.0


def _adjective(word: str, reading: Reading, gender: str) -> str:
    """The nominative of an adjective: kept as it stands where it is one, made from the lemma otherwise."""
    if ("sg", "nom", gender) in reading.slots:
        return word
    lemma = reading.lemma if reading.pos == "adj" else word
    if gender == "m1":
        return lemma
    if lemma.endswith(("ki", "gi")) or lemma.endswith("y"):
        return lemma[:-1] + "a"
    return lemma + "a"


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:]


def _guessed(word: str) -> Iterable[Origin]:
    """Origins of a word that the dictionary does not know, by its ending."""
    stem, apostrophe, ending = word.replace("’", "'").rpartition("'")
    if apostrophe and ending in _APOSTROPHE_CASES:
        slots = frozenset(("sg", case, "m1") for case in _APOSTROPHE_CASES[ending])
        yield Origin(word[: len(stem)], slots, 0.1)
        return
    if word[-1] not in "aęąy":
        yield Origin(word, frozenset({("sg", "nom", "m1")}), 0.8)
    yield Origin(word, PERSON_SLOTS, 3.0)
    for ending, nominative, slots, doubt in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            made = word[: len(word) - len(ending)] + nominative
            if nominative or made[-1].lower() not in _VOWELS:
                yield Origin(made, slots, doubt)


def _endings() -> tuple[tuple[str, str, frozenset[Slot], float], ...]:
    found = []
    for line in lexicon.lines("name_endings"):
        ending, _, rest = line.partition(" = ")
        nominative, cases, gender, doubt = rest.split()
        slots = frozenset(("sg", case, gender) for case in cases.split(","))
        found.append((ending, "" if nominative == "-" else nominative, slots, float(doubt)))
    return tuple(found)


_ENDINGS = _endings()
