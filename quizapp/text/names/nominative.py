"""The likeliest nominative of the words of a name together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.names.guesses import PERSON_SLOTS, Origin
from quizapp.text.offices.origins import is_first_name, origins
from quizapp.text.words import Slot, readings

_ITALIAN = re.compile(r"(?:ini|etti|elli|ucci|otti|ardi|azzi|izzi|ozzi|acci)(?:ego|emu|m)?$")
_ENGLISH = re.compile(r"[xvq]|th|sh|oo|ee|ea|ai|gg|[Tt]w")
_FIXED = frozenset(("z", "ze", "od"))
_ROMANCE = frozenset(("de", "di", "da", "du", "del", "dos"))
_VOCATIVES = frozenset(slot for slot in PERSON_SLOTS if slot[1] == "voc")
_GENITIVE = frozenset((("sg", "gen", "m1"), ("sg", "acc", "m1")))
_UNDECLINED = 1.2  # the doubt of taking a surname after such a particle as it stands: „Ludwika de Bourbon”


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of a name in the nominative, the gender of its bearer, the case that it stands in."""

    words: tuple[str, ...]
    gender: Gender
    case: str
    doubt: float


def likeliest(
    words: Sequence[str], attested: Collection[str] = (), slots: frozenset[Slot] = PERSON_SLOTS
) -> Naming | None:
    """The nominative of words that stand together as one name; None if they cannot agree.

    A nominative that the text itself shows elsewhere (`attested`) is believed before others; `slots`
    narrows down what the name may be, such as to the case of a title beside it.
    """
    words = tuple(words)
    last = len(words) - 1
    fixed = last if _stays_after_particle(words, last) else undeclined_from(words)
    if _is_married(words, fixed):
        family = words[fixed : fixed + 2]
        naming = likeliest(words[:fixed] + words[fixed + 2 :], attested, slots)
        return naming and replace(naming, words=naming.words[:fixed] + family + naming.words[fixed:])
    if 0 < fixed < len(words):
        naming = likeliest(words[:fixed], attested, slots)
        return naming and replace(naming, words=naming.words + words[fixed:])
    shown = frozenset(
        origin.nominative
        for place, word in enumerate(words)
        for origin in origins(word, place == 0)
        if origin.nominative in attested and origin.nominative != word
    )
    in_o = frozenset(word[:-1] + "o" for word in words if word.endswith("a") and word[:-1] + "o" in attested)
    return _likeliest(words, shown | in_o, slots)


def _is_married(words: Sequence[str], fixed: int) -> bool:
    """„Anna z Tańskich Wolska”: between her names stands of what family she was."""
    return 0 < fixed < len(words) - 2 and words[fixed + 1].endswith(("ich", "ych"))


def origin_from(words: Sequence[str]) -> int:
    """The place of „z” in „Jan z Tęczyna”; the number of the words if they name no origin."""
    return next((place for place in range(1, len(words)) if words[place] in ("z", "ze")), len(words))


def undeclined_from(words: Sequence[str]) -> int:
    """The place from which the words of a name stay as they are: „z Tęczyna”, „od Krzyża”, „Lwie Serce”."""
    for place in range(1, len(words)):
        if words[place] in _FIXED or " ".join(words[place:]) in lexicon.lines("bynames"):
            return place
    return len(words)


def _stays_after_particle(words: Sequence[str], place: int) -> bool:
    """„Jean de Brissy”, „Caterina de’ Medici”: an unknown last word in a vowel after a Romance particle."""
    if place > 1 and words[place - 1] == "la" and words[place].endswith("a"):  # „Gómeza de la Rocha”
        return True
    if place < 1 or words[place - 1].rstrip("’'") not in ("de", "di", "da", "du", "del", "dos"):
        return False
    return words[place][-1] in "iyeéu" and not readings(words[place])


def _is_italian(words: Sequence[str]) -> bool:
    """Whether a particle or the surname is Italian, so that first names are likely to end in -o."""
    return any(word in ("da", "di", "de'", "de’", "dei", "della") for word in words[1:]) or any(
        _ITALIAN.search(word) for word in words[1:]
    )


def _preferring_n(possible: tuple[Origin, ...]) -> tuple[Origin, ...]:
    """Platon, Otton III: of one name, the form in -on goes before the one in -o."""
    known = {origin.nominative for origin in possible}
    return tuple(
        replace(origin, doubt=origin.doubt + 0.05) if origin.nominative + "n" in known else origin
        for origin in possible
    )


def _preferring_foreign(possible: tuple[Origin, ...], surname: str) -> tuple[Origin, ...]:
    """„Frankowi Kelloggowi”: Frank, and no Franek, where the surname is not spelt as in Polish."""
    names = {origin.nominative for origin in possible}
    if not _ENGLISH.search(surname):
        return possible
    return tuple(
        replace(one, doubt=one.doubt + 0.05)
        if one.nominative.endswith("ek") and one.nominative[:-2] + "k" in names
        else one
        for one in possible
    )


def _is_nominative(word: str, possible: Sequence[Origin]) -> bool:
    """Whether the word may stand as it is for the first name, so that „Marco Prego” is called by nobody."""
    return any(
        origin.nominative == word and ("sg", "nom", "m1") in origin.slots and origin.doubt < _UNDECLINED
        for origin in possible
    )


def _in_o(word: str, *, is_italian: bool) -> tuple[Origin, ...]:
    """Leonarda, Giuliana, Renza: what may come from a first name in -o of an Italian."""
    made = word[:-1] + "o"
    if not word.endswith("a") or not (is_italian or word.endswith("zza")) or not word.isalpha():
        return ()
    if word.islower() or (readings(word) and not is_first_name(made)):
        return ()
    return (Origin(made, frozenset((("sg", "gen", "m1"), ("sg", "acc", "m1"))), -0.1),)


def _besides(
    words: Sequence[str], place: int, first: Sequence[Origin], attested: Collection[str]
) -> Iterator[Origin]:
    """What a word may come from in the company of the others, and in this text."""
    word, last = words[place], len(words) - 1
    made = word[:-1] + "o"
    if word.endswith("a") and made in attested:  # „Antonia Possevina”, elsewhere „Possevino”
        yield Origin(made, _GENITIVE, 1.5)
    is_in_o = any(one.nominative.endswith("o") and is_first_name(one.nominative) for one in first)
    if place == last > 0 and is_in_o and word.endswith("ina") and not readings(word):  # „Ascania Filomarina”
        yield Origin(made, _GENITIVE, 1.4)
    if place and words[place - 1].rstrip("'’") in _ROMANCE:  # „Derek de Solla Price”, „Jan de Solla”
        yield Origin(word, PERSON_SLOTS, 0.0 if place < last else _UNDECLINED)


@lru_cache(maxsize=20_000)
def _likeliest(words: tuple[str, ...], attested: frozenset[str], slots: frozenset[Slot]) -> Naming | None:
    is_italian = _is_italian(words)
    is_single = len(words) == 1 or words[1].isupper()
    each = [
        origins(word, place == 0) + (_in_o(word, is_italian=is_italian) if place < len(words) - 1 else ())
        for place, word in enumerate(words)
    ]
    each = [(*possible, *_besides(words, place, each[0], attested)) for place, possible in enumerate(each)]
    each[0] = _preferring_foreign(each[0], words[-1])
    if is_single:
        each[0] = _preferring_n(each[0])
    elif _is_nominative(words[0], each[0]):
        slots -= _VOCATIVES
    for possible in each:
        slots &= frozenset(slot for origin in possible for slot in origin.slots)
    possible_namings = (_naming(each, slot, attested) for slot in sorted(slots))
    return min(filter(None, possible_namings), key=lambda naming: naming.doubt, default=None)


def _naming(each: Sequence[tuple[Origin, ...]], slot: Slot, attested: Collection[str]) -> Naming | None:
    chosen: list[str] = []
    doubt = 0.3 if slot[2] == "f" else 0.0
    if slot[1] in ("voc", "loc"):
        doubt += 0.2
    for possible in each:
        fitting = [
            (_doubt(origin, attested), origin.nominative) for origin in possible if slot in origin.slots
        ]
        if not fitting:
            return None
        least, nominative = min(fitting)
        doubt += least
        chosen.append(nominative)
    return Naming(tuple(chosen), "f" if slot[2] == "f" else "m", slot[1], doubt)


def _doubt(origin: Origin, attested: Collection[str]) -> float:
    return origin.doubt - 2 if origin.nominative in attested else origin.doubt
