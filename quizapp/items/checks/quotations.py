"""Words that an item puts between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.items.answers.forms import is_form_of
from quizapp.items.checks.finding import Finding, Setting, shortened, warning
from quizapp.items.checks.reading import has_words_in_a_row, plain_words, quotes_in
from quizapp.items.item import Item
from quizapp.items.wording import words_in

SHORTEST_QUOTATION = 4
_CUTS = ("[...]", "[…]", "(...)", "(…)")
_NESTED = "»«‹›"


def quotation_is_whole(item: Item, setting: Setting) -> Iterator[Finding]:
    """C27: a quotation is long enough to know, marked where it is cut, and does not name its speaker."""
    if item.category != "quotation":
        return
    originals = quotes_in(setting.text)
    for quote in quotes_in(item.stem):
        if len(words_in(quote)) < SHORTEST_QUOTATION and "_" not in quote:
            yield warning("C27", "stem", "short_quotation", shortened(quote))
        for original in originals:
            yield from _compared(quote, original)
        if any(_names(quote, option.text) for option in item.options if option.correct):
            yield warning("C27", "stem", "speaker_in_quotation", shortened(quote))


def _compared(quote: str, original: str) -> Iterator[Finding]:
    words, whole = plain_words(quote), plain_words(original)
    if not has_words_in_a_row(words, whole):
        return
    if len(words) < len(whole) and not any(cut in quote for cut in _CUTS) and "_" not in quote:
        yield warning("C27", "stem", "trimmed_quotation", shortened(quote))
    if any(mark in original for mark in _NESTED) and _marked(quote) < _marked(original) and words == whole:
        yield warning("C27", "stem", "inner_marks_lost", shortened(quote))


def _marked(text: str) -> int:
    return sum(text.count(mark) for mark in _NESTED)


def _names(quote: str, speaker: str) -> bool:
    names = [word.casefold() for word in words_in(speaker) if word[0].isupper()]
    said = [word.casefold() for word in words_in(quote) if word[0].isupper()]
    return any(word == name or is_form_of(word, name) for name in names[-1:] for word in said)
