"""What the options are: all of a kind, apart from each other, in their order, and likely enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from quizapp.items.checks.finding import Finding, Setting, error, listed, warning
from quizapp.items.checks.reading import plain_words, same_word, vocabulary
from quizapp.items.item import Item
from quizapp.items.periods import Period
from quizapp.items.values import are_same, ascending, claims_impossible_date, overlap, value_of
from quizapp.items.wording import words_in
from quizapp.text.words import readings

NEAR_YEARS = 3
FEWEST_FROM_TEXT = 2
_PARTICLES = re.compile(r"von|van|de|di|du|della|da|del|i|z|ze|na|al|ibn|[IVX]+")
_VERBAL = frozenset(("fin", "praet", "inf", "imps", "bedzie"))


def options_are_of_a_kind(item: Item, setting: Setting) -> Iterator[Finding]:
    """C14: dates among dates, names among names, phrases of one make; dates to the same precision."""
    if not item.options or item.type in ("boolean", "match"):
        return
    texts = [option.text for option in item.options]
    kinds = {_kind(text) for text in texts} - {"unknown"}
    values = [value for text in texts if (value := value_of(text)) is not None]
    if len(kinds) > 1:
        yield warning("C14", "options", "mixed_kinds", listed(texts))
    elif len({value.precision for value in values}) > 1:
        yield warning("C14", "options", "mixed_precision", listed(texts))


def options_do_not_overlap(item: Item, setting: Setting) -> Iterator[Finding]:
    """C15: no date or range lies within another, no option is a part of another."""
    if item.type in ("boolean", "order", "match"):
        return
    for one, other in combinations([option.text for option in item.options], 2):
        value, twin = value_of(one), value_of(other)
        if value is not None and twin is not None:
            if not are_same(value, twin) and overlap(value, twin):
                yield error("C15", "options", "overlapping", one, other)
        elif _is_part(one, other) or _is_part(other, one):
            yield warning("C15", "options", "contained", one, other)


def values_ascend(item: Item, setting: Setting) -> Iterator[Finding]:
    """C16: dates and numbers stand least first."""
    if item.type in ("order", "match", "boolean"):
        return
    texts = [option.text for option in item.options]
    order = ascending(texts)
    if order is not None and order != tuple(range(len(texts))):
        yield warning("C16", "options", "not_ascending", listed(texts[place] for place in order))


def dates_exist(item: Item, setting: Setting) -> Iterator[Finding]:
    """C21: no option is a day that no calendar has."""
    for option in item.options:
        if claims_impossible_date(option.text):
            yield error("C21", "options", "impossible_date", option.text)


def dates_are_near(item: Item, setting: Setting) -> Iterator[Finding]:
    """C21: a wrong date is within three years of the key, or of a year that the text tells of."""
    if not item.is_chosen:
        return
    keys = [key for o in item.options if o.correct and isinstance(key := value_of(o.text), Period)]
    for text in (option.text for option in item.options if not option.correct):
        date = value_of(text)
        if not isinstance(date, Period) or _says_year(setting.text, date):
            continue
        if any(_is_far(key, date) for key in keys):
            yield warning("C21", "options", "far_date", text)


def names_are_of_the_text(item: Item, setting: Setting) -> Iterator[Finding]:
    """C21: where wrong options are names, the text knows at least two of them."""
    wrong = [option.text for option in item.options if not option.correct]
    if not item.is_chosen or {_kind(text) for text in wrong} != {"name"}:
        return
    foreign = [text for text in wrong if not _is_known_to(setting.text, text)]
    if len(wrong) - len(foreign) < min(FEWEST_FROM_TEXT, len(wrong)):
        yield warning("C21", "options", "not_from_text", listed(foreign))


def _kind(text: str) -> str:
    value = value_of(text)
    if value is not None:
        return "date" if isinstance(value, Period) else "amount"
    words = words_in(text)
    known = readings(words[0].casefold()) if words else ()
    if not words or (len(words) == 1 and words[0][0].isupper() and known):
        return "unknown"  # a capital may only begin the answer
    verbal = [_verbal_share(word) for word in (words[0].casefold(), *words[1:])]
    if max(verbal) == 1:
        return "clause"
    if all(word[0].isupper() or _PARTICLES.fullmatch(word) for word in words):
        return "name" if words[0][0].isupper() else "phrase"
    return "phrase" if known and not any(verbal) else "unknown"


def _verbal_share(word: str) -> float:
    """How many of the readings of a word are verbs: 1 for a verb, 0 for what cannot be one."""
    verbal = [reading.pos in _VERBAL for reading in readings(word)]
    return sum(verbal) / len(verbal) if verbal else 0.0


def _is_part(one: str, other: str) -> bool:
    words, whole = plain_words(one), plain_words(other)
    runs = (whole[place : place + len(words)] for place in range(len(whole) - len(words) + 1))
    return 0 < len(words) < len(whole) and words in runs


def _is_far(key: Period, date: Period) -> bool:
    return key.year is not None and date.year is not None and abs(key.year - date.year) > NEAR_YEARS


def _says_year(text: str, period: Period) -> bool:
    year = period.first[0]
    written = str(year if year > 0 else 1 - year)
    return written in vocabulary(text).get(written[:2], ())


def _is_known_to(text: str, name: str) -> bool:
    last = plain_words(name)[-1]
    return any(same_word(word, last) for word in vocabulary(text).get(last[:2], ()))
