"""What gives the key away to one who does not know the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quizapp.items.checks.finding import Finding, Setting, error, listed, warning
from quizapp.items.checks.grammar import common_cases, genders_after_gap, nominative_genders
from quizapp.items.checks.reading import content_lemmas, outside_quotes
from quizapp.items.checks.terms import is_term
from quizapp.items.item import Item
from quizapp.items.values import value_of
from quizapp.items.wording import normalised, words_in

NOTABLY = 0.75
"""A length is notable where the other is less than this share of it (the rule of SAQUET)."""
WORDS_OF_A_LONG_OPTION = 4
LEAST_SHARED = 2


def key_is_not_longest(item: Item, setting: Setting) -> Iterator[Finding]:
    """C4: a key of four words and more that is notably longer than every distractor."""
    keys, others = _worded_sides(item)
    if len(keys) != 1 or not others or len(words_in(keys[0])) < WORDS_OF_A_LONG_OPTION:
        return
    if max(map(len, others)) < NOTABLY * len(keys[0]):
        yield warning("C4", "options", "longest_key", keys[0])


def key_is_not_shortest(item: Item, setting: Setting) -> Iterator[Finding]:
    """C5: a key that is notably shorter than every distractor, where those are of four words and more."""
    keys, others = _worded_sides(item)
    if len(keys) == 1 and others:
        shortest = min(others, key=len)
        if len(words_in(shortest)) >= WORDS_OF_A_LONG_OPTION and len(keys[0]) < NOTABLY * len(shortest):
            yield warning("C5", "options", "shortest_key", keys[0])


def no_absolute_terms(item: Item, setting: Setting) -> Iterator[Finding]:
    """C6: "always", "never", "only" in some options and not in others."""
    flagged = _options_with(item, "absolute")
    if flagged and len(flagged) < len(item.options):
        yield warning("C6", "options", "absolute_terms", listed(flagged))


def no_vague_terms(item: Item, setting: Setting) -> Iterator[Finding]:
    """C7: "often", "usually", "some" in an option leave open what would make it false."""
    flagged = _options_with(item, "vague")
    if flagged:
        yield warning("C7", "options", "vague_terms", listed(flagged))


def options_agree_with_the_stem(item: Item, setting: Setting) -> Iterator[Finding]:
    """C12: the options share a case, and a verb after the gap suits more than the key."""
    keys, others = _sides(item)
    if not (item.is_chosen and keys and others):
        return
    texts = [option.text for option in item.options if value_of(option.text) is None]
    if common_cases(texts) == frozenset():
        yield error("C12", "options", "different_cases", listed(texts))
    wanted = genders_after_gap(item.stem) if item.type == "cloze" else frozenset()
    if wanted and _agrees(keys[0], wanted) and not any(_agrees(other, wanted) for other in others):
        yield error("C12", "options", "only_key_agrees", keys[0])


def no_word_repeats_the_key(item: Item, setting: Setting) -> Iterator[Finding]:
    """C13: a noun or verb that stands in the stem and the key and in no distractor."""
    keys, others = _sides(item)
    if not (item.is_chosen and len(keys) == 1 and others):
        return
    repeated = content_lemmas(item.stem) & content_lemmas(keys[0])
    repeated = repeated.difference(*map(content_lemmas, others))
    if repeated:
        yield warning("C13", "options", "repeated_word", listed(sorted(repeated)))


def no_pair_of_options_stands_out(item: Item, setting: Setting) -> Iterator[Finding]:
    """C29: exactly two options share all but one word, and the key is one of them."""
    if not item.is_chosen or item.type == "boolean" or len(item.options) < 3:
        return
    pairs = [pair for pair in combinations(item.options, 2) if _are_twins(pair[0].text, pair[1].text)]
    if len(pairs) == 1 and any(option.correct for option in pairs[0]):
        yield warning("C29", "options", "pair_of_options", *(option.text for option in pairs[0]))


def _worded_sides(item: Item) -> tuple[list[str], list[str]]:
    """The sides of an item whose key is worded, and no date or amount."""
    keys, others = _sides(item)
    return ([], []) if any(value_of(key) for key in keys) else (keys, others)


def _sides(item: Item) -> tuple[list[str], list[str]]:
    """The texts of the keys and of the distractors; none for types whose options are no answers."""
    if item.type in ("boolean", "order", "match"):
        return [], []
    keys = [option.text for option in item.options if option.correct]
    return keys, [option.text for option in item.options if not option.correct]


def _options_with(item: Item, name: str) -> list[str]:
    if item.type == "boolean":
        return []
    return [
        option.text
        for option in item.options
        if any(is_term(word, name) for word in words_in(outside_quotes(option.text)))
    ]


def _agrees(text: str, wanted: frozenset[str]) -> bool:
    known = nominative_genders(text)
    return not known or bool(known & wanted)


def _are_twins(one: str, other: str) -> bool:
    words, others = words_in(normalised(one)), words_in(normalised(other))
    if len(words) != len(others) or len(words) <= LEAST_SHARED:
        return False
    return sum(word != twin for word, twin in zip(words, others, strict=True)) == 1
