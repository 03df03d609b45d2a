"""Whether a word typed by hand is the word that was meant: in another case, or with a slip."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quizapp.items.wording import without_diacritics
from quizapp.text.lexicon import words
from quizapp.text.slips import are_one_slip_apart
from quizapp.text.words import readings

_NUMBER = re.compile(r".*\d.*|(?=.)m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})", re.DOTALL)
# bare of diacritics, as they are compared
_ENDINGS = frozenset(("", "a", "ach", "ami", "e", "ego", "ej", "em", "emu", "go", "i", "ia", "ie", "iem"))
_ENDINGS |= {"im", "iu", "m", "mu", "o", "om", "owi", "u", "y", "ym"}
_SOFTENED = (("k", "c"), ("g", "dz"), ("r", "rz"), ("t", "ci"), ("d", "dzi"), ("n", "ni"), ("ch", "sz"))
_ALIKE = frozenset(map(frozenset, ("bp", "dt", "gk", "fw", "sz", "iy", "ij", "mn", "ck", "ou")))
SHORTEST_STEM = 4
SHORTEST_WITH_SLIP = 5

Form = tuple[str, str, str]


def is_number(word: str) -> bool:
    """Digits or a Roman numeral: never to be read with a slip, nor in another form."""
    return _NUMBER.fullmatch(word) is not None


@lru_cache(maxsize=20_000)
def is_form_of(word: str, meant: str) -> bool:
    """Whether the word is the meant one in another case: the same lexeme, number and gender.

    Where the dictionary lacks one of the two, as it lacks most foreign surnames, a shared stem with
    endings of the declension decides. Both are given as `normalised` gives them.
    """
    known, meant_known = _forms(word), _forms(meant)
    if known and meant_known:
        return bool(known & meant_known)
    bare, bare_meant = without_diacritics(word), without_diacritics(meant)
    return _share_stem(bare, bare_meant) or _share_stem(bare_meant, bare)


def is_known(word: str) -> bool:
    """Whether the dictionary has the word, as a name or as a common word."""
    return bool(_forms(word))


def is_given_name(word: str) -> bool:
    """Whether the word is known as a first name, Polish or foreign."""
    written = word.capitalize()
    return written in words("foreign_first_names") or any("imię" in one.labels for one in readings(written))


def is_adjective(word: str) -> bool:
    """Whether the word can be an adjective."""
    return any(reading.pos == "adj" for reading in readings(word))


def is_slip_of(word: str, meant: str) -> bool:
    """Whether one letter is missing, too many, another, or changed places with its neighbour.

    Not in short words, not where the outcome is a word of its own, and not where another sound opens or closes
    it, which makes another name (Kamieniec and Kamieniew).
    """
    if len(meant) < SHORTEST_WITH_SLIP or is_known(word) or word in _foreign_surnames():
        return False
    bare, bare_meant = without_diacritics(word), without_diacritics(meant)
    return are_one_slip_apart(bare, bare_meant) and _keeps_its_ends(bare, bare_meant)


def lemmas(word: str) -> frozenset[str]:
    """Dictionary forms of a word, in small letters."""
    return frozenset(lemma.casefold() for lemma, _, _ in _forms(word))


@cache
def _foreign_surnames() -> frozenset[str]:
    return frozenset(map(str.casefold, words("foreign_surnames")))


def _keeps_its_ends(word: str, meant: str) -> bool:
    changed = [(one, other) for one, other in zip(word, meant, strict=False) if one != other]
    if len(word) != len(meant) or len(changed) != 1 or word[1:-1] != meant[1:-1]:
        return True
    return frozenset(changed[0]) in _ALIKE


@lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[Form]:
    return frozenset(
        (reading.lemma, number, gender[0])
        for written in {word, word.capitalize()}
        for reading in readings(written)
        for number, _, gender in reading.slots or {("", "", "-")}
    )


def _share_stem(word: str, meant: str) -> bool:
    """Whether both are one stem with endings; the stem of the word may be softened."""
    hard = [meant[:end] for end in range(SHORTEST_STEM, len(meant) + 1) if meant[end:] in _ENDINGS]
    soft = [stem.removesuffix(k) + c for stem in hard for k, c in _SOFTENED if stem.endswith(k)]
    return any(word.startswith(stem) and word.removeprefix(stem) in _ENDINGS for stem in hard + soft)
