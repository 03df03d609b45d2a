"""The options as a set: how many, how many right, each another, each an answer of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from quizapp.items.answers.forms import is_given_name, lemmas
from quizapp.items.checks.finding import Finding, Setting, error, listed, warning
from quizapp.items.checks.terms import is_term
from quizapp.items.item import Item
from quizapp.items.values import are_same, value_of
from quizapp.items.wording import normalised, words_in

FEWEST, MOST_USUAL, MOST = 3, 4, 5
MOST_OF_SEVERAL = 7
_LETTERS_JOINED = re.compile(
    r"(?:odpowied\w+ )?[a-f](?:, [a-f])*(?: (?:i|oraz|lub|albo) | ?\+ ?)[a-f]", re.IGNORECASE
)
_GROUP = re.compile(r"(?<=\d)[ .](?=\d{3}(?!\d))")
_NAMED_LETTER = re.compile(r"\b(?:odp\.|odpowied\w+|opcj\w+|wariant\w*|answers?|options?) ?\(?([A-F])\b\)?")


def has_a_key(item: Item, setting: Setting) -> Iterator[Finding]:
    """C1: exactly one right option; of several more than one, but not all; something to accept when typed."""
    keys = sum(option.correct for option in item.options)
    if item.is_typed and not any(map(normalised, item.answer)):
        yield error("C1", "answer", "no_answer")
    elif item.is_chosen and keys != 1:
        yield error("C1", "options", "not_one_key", keys)
    elif item.type == "multiple" and (keys < 2 or keys == len(item.options)):
        yield error("C1", "options", "not_several_keys", keys, len(item.options))
    elif item.type in ("order", "match") and keys < 2:
        yield error("C1", "options", "nothing_to_arrange")


def options_differ(item: Item, setting: Setting) -> Iterator[Finding]:
    """C2: no two options say the same in another form, by a shorter name or in another writing of a date."""
    texts = [option.text for option in item.options]
    sides = [[option.left for option in item.options if option.left]] if item.type == "match" else [texts]
    for side in sides:
        for one, other in combinations(side, 2):
            if _say_the_same(one, other):
                yield error("C2", "options", "same_options", one, other)
    if any(not normalised(text) for text in texts):
        yield error("C2", "options", "empty_option")


def right_number_of_options(item: Item, setting: Setting) -> Iterator[Finding]:
    """C3: three options or four; two are a coin to toss, six are a list to read."""
    count = len(item.options)
    if item.type == "multiple" and not FEWEST <= count <= MOST_OF_SEVERAL:
        yield error("C3", "options", "number_of_options", count, FEWEST, MOST_OF_SEVERAL)
    if item.type == "boolean" or not item.is_chosen:
        return
    if not FEWEST <= count <= MOST:
        yield error("C3", "options", "number_of_options", count, FEWEST, MOST)
    elif count > MOST_USUAL:
        yield warning("C3", "options", "many_options", count)


def no_option_sums_up(item: Item, setting: Setting) -> Iterator[Finding]:
    """C8: no "all of the above", "none of the above", "A and B"."""
    for option in item.options:
        if item.type != "boolean" and _sums_up(option.text):
            yield error("C8", "options", "sums_up", option.text)


def not_true_or_false_in_disguise(item: Item, setting: Setting) -> Iterator[Finding]:
    """C25: options that are only yes, no, true, false belong to another type."""
    texts = [option.text for option in item.options]
    single_words = all(is_term(normalised(text), "true_or_false") for text in texts)
    if item.type != "boolean" and texts and single_words:
        yield error("C25", "options", "true_or_false", listed(texts))


def _say_the_same(one: str, other: str) -> bool:
    if _ungrouped(one) == _ungrouped(other):
        return True
    value, twin = value_of(one), value_of(other)
    if value is not None or twin is not None:
        return are_same(value, twin)
    return _same_lemmas(one, other) or _is_short_for(one, other) or _is_short_for(other, one)


def _ungrouped(text: str) -> str:
    """The text as it is compared, its thousands together: "1000" by itself would be a year, and "1 000" none."""
    return _GROUP.sub("", normalised(text))


def _same_lemmas(one: str, other: str) -> bool:
    words, others = words_in(normalised(one)), words_in(normalised(other))
    return len(words) == len(others) and all(
        word == twin or bool(lemmas(word) & lemmas(twin)) for word, twin in zip(words, others, strict=True)
    )


def _is_short_for(one: str, other: str) -> bool:
    """Whether one is the surname of the other: "Bem" of "Józef Bem"; a first name may be another person's."""
    surname, words = words_in(one), words_in(other)
    return (
        len(surname) == 1
        and len(words) > 1
        and words[-1] == surname[0]
        and all(word[0].isupper() for word in (surname[0], words[0]))
        and not is_given_name(surname[0].casefold())
    )


def _sums_up(text: str) -> bool:
    words = words_in(text)
    if _LETTERS_JOINED.fullmatch(normalised(text)):
        return True
    if not words or not is_term(words[0], "summing_up"):
        return False
    return any(is_term(word, "summed_up") for word in words[1:3])


def no_letter_is_named(item: Item, setting: Setting) -> Iterator[Finding]:
    """C18: what explains an item calls no option by its letter, since every learner sees another order."""
    if item.is_chosen or item.type == "multiple":
        told = [item.feedback, *(option.why for option in item.options)]
        if named := next(filter(None, map(_NAMED_LETTER.search, told)), None):
            yield warning("C18", "feedback", "letter_named", named.group())
