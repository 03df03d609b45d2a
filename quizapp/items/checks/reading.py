"""What the checks read out of a wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from quizapp.items.answers.forms import is_form_of, is_number
from quizapp.items.wording import normalised, words_in
from quizapp.text.quotation_marks import outermost_quoted
from quizapp.text.words import readings

SHORTEST_CONTENT_WORD = 4
_CONTENT = frozenset(("subst", "ger", "fin", "praet", "inf", "imps", "ppas", "pact", "impt", "winien"))
_FUNCTION = frozenset(("prep", "conj", "comp", "part", "qub", "adv", "ppron12", "ppron3", "siebie"))


def outside_quotes(text: str) -> str:
    """The text without what stands between quotation marks."""
    kept, reached = [], 0
    for quoted in outermost_quoted(text):
        kept.append(text[reached : quoted.outer_start])
        reached = quoted.outer_end
    return "".join((*kept, text[reached:]))


@lru_cache(maxsize=32)
def quotes_in(text: str) -> tuple[str, ...]:
    """What stands between quotation marks."""
    return tuple(text[quoted.start : quoted.end] for quoted in outermost_quoted(text))


def content_lemmas(text: str) -> frozenset[str]:
    """Dictionary forms of the common nouns and verbs of a text."""
    return frozenset(
        reading.lemma
        for word in words_in(text)
        if len(word) >= SHORTEST_CONTENT_WORD and not _is_function_word(word)
        for reading in readings(word.casefold())
        if reading.pos in _CONTENT and reading.lemma[0].islower()
    )


def has_words_in_a_row(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Whether the words stand in the text one after the other."""
    count = len(words)
    return count > 0 and any(text[place : place + count] == words for place in range(len(text) - count + 1))


def has_form_in_a_row(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Whether the words stand in the text one after the other, each in any case."""
    starts = range(len(text) - len(words) + 1)
    return bool(words) and any(all(map(same_word, islice(text, start, None), words)) for start in starts)


def same_word(word: str, other: str) -> bool:
    """Whether two plain words are one word, be it in another case."""
    return word == other or (not is_number(other) and is_form_of(word, other))


@lru_cache(maxsize=256)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return words_in(normalised(text))


@lru_cache(maxsize=2)  # one text has many items
def vocabulary(text: str) -> Mapping[str, frozenset[str]]:
    """The different words of a whole text as they are compared, by the two letters they begin with."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for word in words_in(normalised(text)):
        words[word[:2]].add(word)
    return {beginning: frozenset(alike) for beginning, alike in words.items()}


def _is_function_word(word: str) -> bool:
    return any(reading.pos in _FUNCTION for reading in readings(word.casefold()))
