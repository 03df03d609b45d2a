"""Numbers in words and in figures: „piętnaście dni” is „15 dni”, „3,5 tys.” is 3500, „szesnasty” is XVI."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby, zip_longest

from quizapp.items.answers.forms import lemmas
from quizapp.items.wording import without_diacritics, words_in
from quizapp.text.dates.fragments import MONTH_NUMBERS, ordinal_value, roman_value
from quizapp.text.lexicon import table

Words = tuple[str, ...]

LONGEST_NUMBER = 15
_ABOUT = re.compile(r"^(?:ok\.|około|ok|ca|circa) ?(?=\d|[^\W\d_]{2})")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .]\d{3}){1,4}(?!\d)")
_DECIMAL = re.compile(r"(?<![\d.,])(\d{1,9}),(\d{1,6}) ?([^\W\d_]{3,10})\b\.?")


def in_figures(normal: str) -> Words:
    """The words of a normalised text, the cardinal numbers and days of the month in figures, without „około”."""
    plain = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), _ABOUT.sub("", normal))
    words = _days_in_figures(words_in(_DECIMAL.sub(_multiplied, plain)))
    found: list[str] = []
    for _, group in groupby(words, key=lambda word: _value(word) is not None):
        run = tuple(group)
        number = _added_up([_value(word) or 0 for word in run]) if _value(run[0]) is not None else None
        found.extend(run if number is None else (str(number),))
    return tuple(found)


def _days_in_figures(words: Words) -> Words:
    """„trzeciego maja” as „3 maja”."""
    return tuple(
        str(ordinal_value(word) or word) if following in MONTH_NUMBERS else word
        for word, following in zip_longest(words, words[1:], fillvalue="")
    )


def are_one_number(word: str, other: str) -> bool:
    """Whether one word is a Roman numeral and the other the same number in figures or as an ordinal word."""
    roman, rank = roman_value(word.upper()), other
    if roman is None:
        roman, rank = roman_value(other.upper()), word
    return roman is not None and roman == (int(rank) if _is_figure(rank) else ordinal_value(rank))


def _is_figure(word: str) -> bool:
    return word.isdecimal() and len(word) <= LONGEST_NUMBER


def _multiplied(found: re.Match[str]) -> str:
    whole, decimals, scale = found.groups()
    factor = _value(scale) or 0
    number = Decimal(f"{whole}.{decimals}") * factor
    return f"{number:f}".split(".")[0] if factor >= 1000 and number == int(number) else found[0]


def _added_up(values: Sequence[int]) -> int | None:
    """What number words in a row say together; None if they are several numbers („pięć, sześć”)."""
    total = part = 0
    for value in values:
        if value in _scales():
            total, part = total + max(part, 1) * value, 0
        elif part % 10 ** len(str(value)):
            return None
        else:
            part += value
    return total + part


def _value(word: str) -> int | None:
    if _is_figure(word):
        return int(word)
    names = (without_diacritics(word), *map(without_diacritics, lemmas(word)))
    return next((_cardinals()[name] for name in names if name in _cardinals()), None)


@cache
def _cardinals() -> dict[str, int]:
    forms = {**table("cardinals"), **table("large_cardinals")}
    return {without_diacritics(form): int(value) for form, value in forms.items()}


@cache
def _scales() -> frozenset[int]:
    return frozenset(value for value in _cardinals().values() if value >= 1000)
