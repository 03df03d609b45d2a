"""Flaws that only show in a whole quiz: questions that help each other, keys that follow a pattern."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, groupby
from math import comb, erfc, exp, gamma, sqrt

from quizapp.items.checks.finding import Field, Finding
from quizapp.items.checks.reading import has_form_in_a_row, plain_words
from quizapp.items.item import Item
from quizapp.items.values import ascending

SIGNIFICANT = 0.05
FEWEST_FOR_SHARES = 10
FEWEST_FOR_BALANCE = 12
LONGEST_RUN = 4
ALIKE = Fraction(4, 5)
SHORTEST_TELLTALE = 4


def answers_are_not_given_elsewhere(items: Sequence[Item]) -> Iterator[Finding]:
    """C22: the key of one item stands in the stems of others; its own item comes first in the finding."""
    stems = [plain_words(item.stem) for item in items]
    for place, item in enumerate(items):
        key = plain_words(item.answer[0]) if item.answer and item.type != "boolean" else ()
        if sum(map(len, key)) < SHORTEST_TELLTALE or has_form_in_a_row(key, stems[place]):
            continue
        telling = [other for other, stem in enumerate(stems) if has_form_in_a_row(key, stem)]
        if telling:
            yield _of_quiz("C22", "stem", "given_elsewhere", (place, *telling), item.answer[0])


def stems_differ(items: Sequence[Item]) -> Iterator[Finding]:
    """C23: two items with one key whose stems share four fifths of their words."""
    stems = [frozenset(plain_words(item.stem)) for item in items]
    for one, other in combinations(range(len(items)), 2):
        shared, all_words = stems[one] & stems[other], stems[one] | stems[other]
        if items[one].answer == items[other].answer and all_words and len(shared) >= ALIKE * len(all_words):
            yield _of_quiz("C23", "stem", "same_stem", (one, other), items[other].stem)


def longest_is_no_cue(items: Sequence[Item]) -> Iterator[Finding]:
    """C4 of a quiz: the key is the longest option more often than chance has it."""
    chosen = [item for item in items if item.is_chosen and item.type != "boolean" and len(item.options) > 1]
    longest = [item for item in chosen if _key_is_longest(item)]
    if _is_too_often(len(longest), len(chosen), _mean_share(chosen, 1)):
        yield _of_quiz("C4", "options", "longest_too_often", (), len(longest), len(chosen))


def extremes_are_no_cue(items: Sequence[Item]) -> Iterator[Finding]:
    """C17: of dates and numbers the key is neither the first nor the last more often than chance has it."""
    ordered = [item for item in _ordered(items) if len(item.options) > 2]  # of two both are extreme
    outside = sum(_key_place(item) in (0, len(item.options) - 1) for item in ordered)
    if _is_too_often(outside, len(ordered), _mean_share(ordered, 2)):
        yield _of_quiz("C17", "options", "extreme_too_often", (), outside, len(ordered))


def places_are_balanced(items: Sequence[Item]) -> Iterator[Finding]:
    """C18: where options are not shuffled, keys stand in all places alike, and not in one place on end."""
    fixed = [item for item in items if item.type == "boolean" or item in _ordered(items)]
    for size, group in groupby(sorted(fixed, key=_size), key=_size):
        places = [_key_place(item) for item in group]
        if len(places) >= FEWEST_FOR_BALANCE and _imbalance(places, size) < SIGNIFICANT:
            yield _of_quiz("C18", "options", "unbalanced_places", (), len(places))
    runs = [len(list(run)) for _, run in groupby(map(_key_place, fixed))]
    if max(runs, default=0) > LONGEST_RUN:
        yield _of_quiz("C18", "options", "run_of_places", (), max(runs))


def _of_quiz(code: str, field: Field, flaw: str, items: tuple[int, ...], *facts: object) -> Finding:
    return Finding(code, "warning", field, flaw, tuple(map(str, facts)), items)


def _key_is_longest(item: Item) -> bool:
    key = max((len(option.text) for option in item.options if option.correct), default=0)
    return all(len(option.text) < key for option in item.options if not option.correct)


def _ordered(items: Sequence[Item]) -> list[Item]:
    return [i for i in items if i.is_chosen and i.options and ascending([o.text for o in i.options])]


def _size(item: Item) -> int:
    return len(item.options)


def _key_place(item: Item) -> int:
    """Where the key is shown; among true and false 0 is true."""
    texts = [option.text for option in item.options]
    shown = ascending(texts) or tuple(range(len(texts)))
    return next((n for n, place in enumerate(shown) if item.options[place].correct), 0)


def _mean_share(items: Sequence[Item], places: int) -> float:
    """How often chance puts the key into so many of the places."""
    return sum(places / len(item.options) for item in items) / len(items) if items else 1.0


def _is_too_often(count: int, trials: int, share: float) -> bool:
    """One-sided binomial test."""
    if trials < FEWEST_FOR_SHARES:
        return False
    tail: float = sum(
        comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(count, trials + 1)
    )
    return tail < SIGNIFICANT


def _imbalance(places: Sequence[int], size: int) -> float:
    """How likely chance spreads the keys as unevenly: chi-square against uniform."""
    counts, expected = Counter(places), len(places) / size
    statistic = sum((counts[place] - expected) ** 2 / expected for place in range(size))
    return _chi_square_tail(statistic, size - 1)


def _chi_square_tail(statistic: float, freedom: int) -> float:
    """The share of the chi-square distribution above the statistic, by its recursion over the freedom."""
    half = statistic / 2
    if freedom <= 0:
        return 1.0
    if freedom == 1:
        return erfc(sqrt(half))
    if freedom == 2:
        return exp(-half)
    step: float = half ** (freedom / 2 - 1) * exp(-half) / gamma(freedom / 2)
    return _chi_square_tail(statistic, freedom - 2) + step
