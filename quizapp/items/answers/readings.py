"""The ways in which a few typed words can be read: with figures, without a preposition, the surname first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.items.answers.figures import in_figures
from quizapp.items.answers.forms import is_adjective, is_given_name, is_number
from quizapp.items.wording import words_in

Words = tuple[str, ...]

MOST_WORDS = 12
"""An answer of more words is no name or number given otherwise, but a sentence."""

_PREPOSITION = re.compile(r"^(?:w|we|na|u|z|ze|do|od|pod|przez|przy) (?=\S)")
_HYPHENATED = re.compile(r"([^\W\d_]+)-([^\W\d_]+)")


def readings_of(typed: str, meant: str) -> Iterator[tuple[Words, Words]]:
    """Pairs of typed and meant words to compare, of two normalised texts.

    As they stand, with numbers in figures, with the names around a hyphen changed about; each without a
    preposition before it, and with the surname moved behind the first name.
    """
    wanted, swapped = words_in(meant), _HYPHENATED.sub(r"\2 \1", typed)
    if len(words_in(typed)) > max(MOST_WORDS, len(wanted)):
        return
    pairs = [(words_in(text), wanted) for text in dict.fromkeys((typed, swapped))]
    pairs.append((in_figures(typed), in_figures(meant)))
    pairs += [
        (words_in(_PREPOSITION.sub("", typed)), wanted),
        (in_figures(_PREPOSITION.sub("", typed)), in_figures(meant)),
    ]
    for words, key in dict.fromkeys(pairs):
        if key:
            yield from ((order, key) for order in _orders(words, key))


def _orders(typed: Words, meant: Words) -> Iterator[Words]:
    """The words as typed, and turned round so that what may be a first name comes first.

    Two first names keep their order, since another one is another person's (Jan Kazimierz); an adjective may
    change its place with its noun.
    """
    yield typed
    if len(typed) > MOST_WORDS:
        return
    if len(typed) > 2 and is_number(typed[-1]):  # Zygmunt Waza III
        yield (typed[0], typed[-1], *typed[1:-1])
    for at in range(1, len(typed)):
        turned = (*typed[at:], *typed[:at])
        if _is_adjective_with_noun(meant) or (
            _may_open(turned[0], meant) and not all(map(is_given_name, meant if len(meant) > 1 else typed))
        ):
            yield turned


def _may_open(word: str, meant: Words) -> bool:
    return len(word) == 1 or is_given_name(word) or (len(meant) > 1 and is_given_name(meant[0]))


def _is_adjective_with_noun(meant: Words) -> bool:
    return len(meant) == 2 and is_adjective(meant[0]) != is_adjective(meant[1])
