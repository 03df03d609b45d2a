"""What a text prints in capitals, in the letters that it has inside a sentence."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from quizapp.generate.words import is_noun, is_roman, lemmas, readings

_OF_A_PLACE = re.compile(r"(?:[sc]|dz)k(?:i|a|ie)$")
_INSIDE = re.compile(r"(?<=[^\W\d_A-ZĄĆĘŁŃÓŚŹŻ][ ,]) ?([^\W\d_]{2,})")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW = 2


def in_small_letters(name: str, text: str = "") -> str:
    """„edykt nantejski” for „EDYKT NANTEJSKI”, as encyclopaedias print it; names keep their capitals.

    Names are what the dictionary knows as nothing else, and what the `text` writes with a capital only.
    „PIRENEJSKI POKÓJ” has the word first that it is found by.
    """
    if not name.isupper():
        return name
    said = name.split()
    if len(said) == _FEW and _OF_A_PLACE.search(said[0].lower()) and is_noun(said[1].lower()):
        said.reverse()
    pairs = zip(["", *said], said, strict=False)
    return " ".join(
        "i" if _is_and(before, word) else _in_small_letters(word.lower(), text) for before, word in pairs
    )


def _is_and(before: str, word: str) -> bool:
    """„KARDYNAŁ I TRZY WYSPY”, not „MIKOŁAJ I”."""
    return word == "I" and not any("imię" in reading.labels for reading in readings(before.capitalize()))


def _in_small_letters(word: str, text: str) -> str:
    if is_roman(word.upper()):
        return word.upper()
    is_common = any(reading.lemma[:1].islower() for reading in readings(word)) and not _is_a_nation(word)
    return word if is_common and not _is_written_as_name(word, text) else word.capitalize()


def _is_a_nation(word: str) -> bool:
    """Whether the dictionary has it with a capital for people of a land: „Grek”, „Szwedzi”."""
    return any(
        reading.lemma[:1].isupper() and "m1" in reading.marks and "nazwa_pospolita" in reading.labels
        for reading in readings(word.capitalize())
    )


def _is_written_as_name(word: str, text: str) -> bool:
    """Whether the text writes some form of the word inside sentences, and always with a capital."""
    mine = lemmas(word) | lemmas(word.capitalize())
    capital, small = _inside_sentences(text)
    return bool(mine & capital) and not mine & small


@lru_cache(maxsize=16)
def _inside_sentences(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas of the words that the text writes inside sentences with a capital, and in small letters."""
    written = Counter(found[1] for found in _INSIDE.finditer(text))
    capital = frozenset(lemma for word in written if word.istitle() for lemma in lemmas(word))
    return capital, frozenset(lemma for word in written if word.islower() for lemma in lemmas(word))


def words_in_capitals(sentence: str) -> frozenset[str]:
    """The words of a sentence that is printed in capitals, as headings are, without Roman numbers and one letter."""
    words = _WORD.findall(sentence) if sentence.isupper() and len(sentence.split()) > 1 else []
    return frozenset(word for word in words if not is_roman(word))
