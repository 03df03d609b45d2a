"""What may stand around an answer in words: titles, first names, and what the text itself has there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quizapp.items.answers.forms import is_adjective, is_form_of, is_given_name, is_known, is_number, lemmas
from quizapp.items.answers.readings import Words
from quizapp.items.answers.spelling import sound_alike
from quizapp.items.item import Item
from quizapp.items.wording import normalised, without_diacritics, words_in
from quizapp.text import lexicon
from quizapp.text.words import readings

LONGEST_EVIDENCE = 10_000
LONGEST_FIRST_NAMES = 3
LONGEST_TAIL = 3

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s\"']")
_SURNAMED = ("zwan", "przezwan", "przydom")
_FUNCTION_WORDS = frozenset(("conj", "comp", "prep"))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of the evidence, and the accepted answers, which say first names too."""

    words: Words
    tokens: Words
    names: tuple[Words, ...]

    @classmethod
    def of(cls, item: Item) -> Surroundings:
        """What the item says of its answer."""
        said = normalised(" ".join(span.text for span in item.evidence)[:LONGEST_EVIDENCE])
        names = tuple(words_in(normalised(answer)) for answer in item.answer)
        return cls(words_in(said), tuple(_TOKEN.findall(said)), names)

    def may_precede(self, head: Words, meant: Words) -> bool:
        """Whether an answer may begin with these words: as the text has them there, or titles and first names.

        An initial may stand for a word of the text. A first name is no help where the text says another, nor
        before a first name, where it makes another person (Karol X, Karol X Gustaw).
        """
        if not head:
            return True
        before = [word for text in (self.words, *self.names) for word in _words_before(meant[0], text)]
        names = [word for word in before if is_given_name(word)]
        return all(
            _is_said(word, before)
            or _is_epithet(word, previous)
            or (is_given_name(word) and (_is_said(word, names) if names else not is_given_name(meant[0])))
            for previous, word in zip(("", *head), head, strict=False)
        )

    def may_follow(self, tail: Words, meant: Words) -> bool:
        """Whether an answer may go on with these words: only as the text itself goes on with the name."""
        if not tail:
            return True
        if len(tail) > LONGEST_TAIL or any(map(_is_function_word, tail)):
            return False
        return any(
            len(rest) >= len(tail) and all(map(_is_same_or_form, tail, rest))
            for rest in self._continuations(meant[-1])
        )

    def _continuations(self, last: str) -> list[Words]:
        found: list[Words] = []
        for place, token in enumerate(self.tokens, start=1):
            if _is_same_or_form(last, token):
                is_byname = self.tokens[place : place + 1] == (",",) and "".join(
                    self.tokens[place + 1 : place + 2]
                ).startswith(_SURNAMED)
                start = place + 2 if is_byname else place
                found.append(self.tokens[start : start + LONGEST_TAIL])
        return found


def _words_before(word: str, said: Words) -> Words:
    """The words of the text that stand just before the word, wherever it has it."""
    return tuple(
        before
        for place, other in enumerate(said)
        if _is_same_or_form(word, other)
        for before in said[max(0, place - LONGEST_FIRST_NAMES) : place]
    )


def _is_said(word: str, others: list[str]) -> bool:
    """Whether the word is one of the others, in any form and spelling, or its initial."""
    return any(
        word in (other, other[0])
        or (not is_number(other) and (is_form_of(word, other) or _is_spelling_of(word, other)))
        for other in others
    )


def _is_spelling_of(word: str, other: str) -> bool:
    return without_diacritics(word) == without_diacritics(other) or sound_alike(word, other)


def _is_same_or_form(word: str, other: str) -> bool:
    return word == other or (not is_number(word) and not is_number(other) and is_form_of(word, other))


def _is_epithet(word: str, previous: str) -> bool:
    """A title, what a place is called, or an adjective that goes with the title („car rosyjski”)."""
    if _is_title(word):
        return True
    return bool(previous) and is_adjective(word) and (_is_title(previous) or is_adjective(previous))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(
        part.strip(".") for title in lexicon.table("title_abbreviations") for part in title.split()
    )


def _is_title(word: str) -> bool:
    known = lexicon.words("offices") | lexicon.words("occupations") | lexicon.words("place_heads")
    return word in _abbreviations() or not known.isdisjoint(lemmas(word))


def _is_function_word(word: str) -> bool:
    return is_known(word) and any(reading.pos in _FUNCTION_WORDS for reading in readings(word))
