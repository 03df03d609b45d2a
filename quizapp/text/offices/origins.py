"""The dictionary forms that a single word of a name may come from: by the dictionary, else by its ending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from quizapp.text import lexicon
from quizapp.text.names.guesses import PERSON_SLOTS, VOWELS, Origin, guessed
from quizapp.text.words import Reading, Slot, readings

STAYING = frozenset(
    ("San", "Santa", "Sant", "Saint", "Sainte", "Sankt", "São", "De", "Della", "Di", "Du", "Le", "Van", "Von")
)
"""Words of a name that are capitalised and never declined."""
ARABIC_ARTICLES = ("al-", "el-", "ad-", "ar-", "as-", "az-")
NAME_LABELS = frozenset(("imię", "nazwisko", "pseudonim", "przydomek", "nazwa_członka_rodu"))
_OF_A_MAN = frozenset(slot for slot in PERSON_SLOTS if slot[2] == "m1")
_NOMINATIVE = frozenset(("sg", "nom", gender) for gender in ("m1", "f"))
_UNDECLINED_WOMAN = frozenset(slot for slot in PERSON_SLOTS if slot[2] == "f")
_CERTAIN_ENOUGH = 1.0
_SILENT = ("is", "es")
_AS_IT_STANDS = (
    0.6  # the doubt of not declining a first name that ends in a silent letter: „François Dupuy’a”
)
_SELDOM, _SLIGHT = 1.6, 0.01
_CASES_IN_E = frozenset((case, gender) for case in ("dat", "loc") for gender in ("m1", "f"))
_COMPARATIVES = ("starsz", "młodsz", "większ", "mniejsz")
_RARELY_AS_IT_STANDS = 3.0  # the doubt of not declining another foreign first name: „Mwai Kibakiego”


@lru_cache(maxsize=50_000)
def origins(word: str, is_first: bool = False) -> tuple[Origin, ...]:
    """Every dictionary form, in the singular and of a person's gender, that the word may come from."""
    if _stays(word, is_first):
        return (Origin(word, PERSON_SLOTS, 0.0),)
    if word.startswith(ARABIC_ARTICLES):
        article, _, bare = word.partition("-")
        return tuple(replace(origin, nominative=f"{article}-{origin.nominative}") for origin in guessed(bare))
    halves = word.replace("‑", "-").split("-")
    if len(halves) > 1 and all(halves):
        is_declined = halves[0].endswith("a") and not readings(halves[0])  # Zyndrama-
        undeclined = Origin(halves[0], PERSON_SLOTS, 2.0 if is_declined else 1.0)
        return _joined([(*origins(halves[0]), undeclined), *map(origins, halves[1:])])
    known = (*(origin for reading in readings(word) for origin in _from_dictionary(word, reading, is_first)),)
    if is_first:
        known = (*known, *_foreign(word, known))
    if not known and not is_first:
        known = (*_from_a_thing(word), *_of_brothers(word))
    if not known:
        if _is_plural(word):
            is_surname = _is_but_a_womans(word + "a")  # Begin, though there are women called Begina
            return (Origin(word, _NOMINATIVE & _OF_A_MAN, 1.6),) if is_surname else ()
        return tuple(_of_unknown(word, is_first))
    return known if is_first else (*known, *_other_surnames(word, known), *_of_brothers(word))


def _stays(word: str, is_first: bool) -> bool:
    """Initials, particles, regnal numbers; „Deng” in „Deng Xiaopinga”."""
    if is_first and word in lexicon.words("family_names_put_first"):
        return True
    return word.endswith(".") or word.islower() or not any(map(str.islower, word)) or word in STAYING


def _of_brothers(word: str) -> Iterable[Origin]:
    """The plural of a surname after the last of several first names: „Jan i Piotr Potoccy”."""
    for ending, cases in (("scy", ("nom",)), ("ccy", ("nom",)), ("dzcy", ("nom",)), ("kich", ("gen", "acc"))):
        if word.endswith(ending):
            for reading in readings(word):
                if is_labelled_name(reading) and any(slot[0] == "pl" for slot in reading.slots):
                    yield Origin(reading.lemma, frozenset(("sg", case, "m1") for case in cases), 1.5)


def _from_a_thing(word: str) -> Iterable[Origin]:
    """Surnames that the dictionary knows only as a thing or a place: Rondla, Berlinem."""
    for reading in readings(word):
        if reading.pos == "subst" and reading.lemma[-1] not in VOWELS:
            cases = {slot[1] for slot in reading.slots if slot[0] == "sg" and slot[2] in ("m2", "m3")}
            cases = cases - {"acc"} if word.lower() == reading.lemma.lower() else cases
            if "gen" in cases:
                cases = cases | {"acc"} if word.endswith("a") else cases - {"gen"}
            if cases:
                yield Origin(
                    _capitalised(reading.lemma), frozenset(("sg", case, "m1") for case in cases), 1.5
                )


def _other_surnames(word: str, known: Sequence[Origin]) -> Iterable[Origin]:
    """What a surname may be that the dictionary gives to men, or to Poles: Margaret Thatcher, Bony Sforzy."""
    is_nominative = not known or any(slot[1] == "nom" for one in known for slot in one.slots)
    if (word[-1] not in VOWELS and is_nominative) or word.endswith("e"):
        yield Origin(word, _UNDECLINED_WOMAN, 2.0)
    if word.endswith("e") and {slot[1:] for one in known for slot in one.slots} <= _CASES_IN_E:
        yield Origin(word, _NOMINATIVE & _OF_A_MAN, _SELDOM)  # Ponce, for all that Poles are called Ponka
    if word.endswith("a") and all(("sg", "nom", "m1") not in origin.slots for origin in known):
        yield Origin(word, _NOMINATIVE, 1.6)  # Komura, for all that there are Poles called Komur
    if word.endswith("o") and all(slot[1] == "voc" for origin in known for slot in origin.slots):
        yield Origin(word, _OF_A_MAN, 1.6)  # Madero, for all that there are Poles called Madera
    if word.endswith("a") and word[-2] not in VOWELS and _is_never_a_mans_genitive(word):
        yield Origin(word[:-1], frozenset((("sg", "gen", "m1"), ("sg", "acc", "m1"))), 1.5)
    yield from _of_the_other_gender(word, known)


def _of_the_other_gender(word: str, known: Sequence[Origin]) -> Iterable[Origin]:
    """A woman with a man's surname in -a, „Bony Sforzy”; „Jana Marzanę”, though „marzana” is a woman or a thing."""
    for origin in known:
        genders = {slot[2] for slot in origin.slots}
        if origin.nominative.endswith("a") and genders == {"m1"}:
            yield Origin(origin.nominative, frozenset((n, c, "f") for n, c, _ in origin.slots), 0.2)
        elif word.endswith("ę") and genders == {"f"}:
            yield Origin(origin.nominative, frozenset((n, c, "m1") for n, c, _ in origin.slots), 1.5)


def _is_never_a_mans_genitive(word: str) -> bool:
    """Whether the dictionary takes a form in -a for a woman or a thing alone, so that a man's name may hide in it."""
    return _is_but_a_womans(word) or _is_but_a_nominative(word)


def _is_but_a_womans(word: str) -> bool:
    """Whether the dictionary has the form as an adjective („Panina”) or a woman's first name alone, no thing."""
    known = readings(word)
    return (
        bool(known)
        and all(reading.pos == "adj" or reading.labels == {"imię"} for reading in known)
        and all(slot[2] == "f" for reading in known for slot in reading.slots)
    )


def _is_but_a_nominative(word: str) -> bool:
    """Whether the dictionary has the form as the nominative of a noun in -a alone, and of no place: „Serweta”."""
    known = readings(word)
    return bool(known) and all(
        reading.pos == "subst"
        and {slot[:2] for slot in reading.slots} == {("sg", "nom")}
        and not any("geograficz" in label for label in reading.labels)
        for reading in known
    )


def _of_unknown(word: str, is_first: bool) -> Iterable[Origin]:
    made = (*guessed(word), *_foreign_in_a_vowel(word))
    made = (*made, *_foreign_as_it_stands(word, ())) if is_first else made
    return _preferring_first_names(made) if is_first else made


def _preferring_first_names(made: Sequence[Origin]) -> Iterable[Origin]:
    """Origins of an unknown first word: a known foreign name as it stands, then other first names."""
    for origin in made:
        is_foreign = origin.nominative in lexicon.foreign_first_names()
        if origin.slots == PERSON_SLOTS or not is_first_name(origin.nominative):
            yield origin
        else:
            yield Origin(origin.nominative, origin.slots, 0.05 if is_foreign else 0.1)


@lru_cache(maxsize=20_000)
def is_first_name(nominative: str) -> bool:
    """Whether the dictionary or the list of foreign first names knows the word as one."""
    if nominative in lexicon.foreign_first_names():
        return True
    if nominative in lexicon.words("never_first_names"):
        return False
    return any("imię" in reading.labels and reading.lemma == nominative for reading in readings(nominative))


@lru_cache(maxsize=20_000)
def may_be_first_name(form: str) -> bool:
    """Whether the form may come from a known first name, also from a foreign one as Polish declines it."""
    return any(
        is_first_name(origin.nominative) for origin in origins(form, True) if origin.doubt < _CERTAIN_ENOUGH
    )


def _foreign(word: str, known: Sequence[Origin]) -> Iterable[Origin]:
    """What a first word may be besides what the dictionary says of it: a foreign first name."""
    yield from _foreign_in_a_vowel(word)
    yield from _foreign_as_it_stands(word, known)
    yield from _foreign_like_a_thing(word)
    yield from _foreign_in_k(known)


def _foreign_as_it_stands(word: str, known: Sequence[Origin]) -> Iterable[Origin]:
    """A first name of the lists of foreign ones: of a woman, or where the dictionary knows no such nominative."""
    if word in lexicon.words("foreign_first_names_of_women"):
        yield Origin(word, _UNDECLINED_WOMAN, 0.05)
        return
    named = (origin for origin in known if origin.doubt <= _CERTAIN_ENOUGH)  # „Alija”, besides what it is
    is_nominative = any(slot[1] == "nom" for origin in named for slot in origin.slots)
    if word in lexicon.foreign_first_names() and word.endswith("é"):  # „José”, the same in every case
        yield Origin(word, PERSON_SLOTS & _OF_A_MAN, 0.05)
        return
    if word in lexicon.foreign_first_names() and word.endswith(_SILENT):
        yield Origin(word, PERSON_SLOTS & _OF_A_MAN, _AS_IT_STANDS)
    if word in lexicon.foreign_first_names() and not is_nominative:
        yield Origin(word, _nominative_of_foreign(word), 0.05)
        doubt = _AS_IT_STANDS if word.endswith("e") else _RARELY_AS_IT_STANDS  # „Felipe Gonzáleza”
        yield Origin(word, PERSON_SLOTS & _OF_A_MAN, doubt)


def _nominative_of_foreign(name: str) -> frozenset[Slot]:
    """„Bertha” is a woman's, „Mircea” may be either's, the others are men's."""
    if not name.endswith("a"):
        return _NOMINATIVE & _OF_A_MAN
    of_men = name in lexicon.words("foreign_first_names_of_men_in_a")
    return _NOMINATIVE if of_men else _NOMINATIVE & _UNDECLINED_WOMAN


def _foreign_in_a_vowel(word: str) -> Iterable[Origin]:
    """Benita, Benitem: of a foreign first name in -o or -e that the dictionary lacks."""
    known = lexicon.foreign_first_names()
    for ending, cases in (("a", ("gen", "acc")), ("owi", ("dat",)), ("em", ("inst",))):
        for vowel in "oe":
            stem = word.removesuffix(ending)
            made = stem + vowel
            # Anna is not of a man called Anne, nor Georga, where there is Georg, of one called George
            is_anothers = vowel == "e" and (is_first_name(word) or is_first_name(stem))
            if word.endswith(ending) and made in known and not is_anothers:
                doubt = 1.0 if is_first_name(word) else 0.3  # Maria, seldom of a man called Mario
                doubt = _SELDOM if is_first_name(stem) else doubt  # Ferdinanda, where there is Ferdinand
                yield Origin(made, frozenset(("sg", case, "m1") for case in cases), doubt)


def _foreign_in_k(known: Sequence[Origin]) -> Iterable[Origin]:
    """Frank beside Franek, Mark beside Marek: alike but in the nominative."""
    for origin in known:
        made = origin.nominative[:-2] + "k"
        if origin.nominative.endswith("ek") and made in lexicon.foreign_first_names():
            slots = frozenset(slot for slot in origin.slots if slot[1] != "nom")
            yield Origin(made, slots, origin.doubt + _SLIGHT)


def _foreign_like_a_thing(word: str) -> Iterable[Origin]:
    """Juana, Dirkiem: of a foreign first name whose form the dictionary has as a word for a thing alone."""
    if not readings(word) or any(map(is_labelled_name, readings(word))):
        return
    for origin in guessed(word):
        if origin.nominative != word and origin.nominative in lexicon.foreign_first_names():
            yield replace(origin, doubt=_AS_IT_STANDS)


def _is_plural(word: str) -> bool:
    """A form of several persons, by the dictionary or by its look: Habsburgów, Jagiellonom."""
    if readings(word) and word not in lexicon.foreign_first_names():
        named = [reading for reading in readings(word) if is_labelled_name(reading)]
        many = any(
            slot[0] == "pl" for reading in named for slot in reading.slots if not _is_of_women(reading)
        )
        return many or word.endswith(("ów", "owie", "om", "ach", "ami"))
    return word.endswith(("ów", "owie", "ami"))


def _is_of_women(reading: Reading) -> bool:
    """„Kemp”, as several women called Kempa would be: sooner a man's name that the dictionary lacks."""
    return "imię" not in reading.labels and {slot[1:] for slot in reading.slots} == {("gen", "f")}


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
    is_composed = not word[1:].islower() or reading.lemma[1:].islower() or "-" in reading.lemma
    if not slots or reading.pos == "depr" or not is_composed:
        return  # Archi-Bald is no Archibald
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
    if is_first and "imię" in reading.labels and reading.lemma not in lexicon.words("never_first_names"):
        return 0.0
    if is_labelled_name(reading):
        return 0.6 if is_first or reading.labels == {"imię"} else 0.0
    return 2.0


def _adjective(word: str, reading: Reading, gender: str) -> str:
    """The nominative of an adjective: kept as it stands where it is one, made from the lemma otherwise."""
    if ("sg", "nom", gender) in reading.slots:
        return word
    if word.lower().startswith(_COMPARATIVES):  # „Jana Starszego”
        return word[: word.index("sz") + 2] + ("y" if gender == "m1" else "a")
    lemma = reading.lemma if reading.pos == "adj" else word
    if gender == "m1":
        return lemma
    if lemma.endswith(("ki", "gi")) or lemma.endswith("y"):
        return lemma[:-1] + "a"
    return lemma + "a"


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:]
