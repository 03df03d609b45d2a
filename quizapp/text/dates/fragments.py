"""The pieces of which the wordings of dates are made, as fragments of regular expressions.

Every repetition is bounded, so that a wording is found or refused in constant time at each place.
"""

from __future__ import annotations

from quizapp.text.lexicon import table

MONTH_NUMBERS = {form: int(number) for form, number in table("months").items()}
MONTH_ABBREVIATIONS = {form: int(number) for form, number in table("month_abbreviations").items()}
SEASON_NUMBERS = {form: int(number) for form, number in table("seasons").items()}
_ORDINALS = {stem: int(number) for stem, number in table("ordinals").items()}
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _any_of(forms: dict[str, int]) -> str:
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


GAP = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
"""White space inside a date: blanks and at most one end of line, never an empty line."""

MAYBE_GAP = rf"(?:{GAP})?"
DASH = rf"{MAYBE_GAP}[-–—‑−]{MAYBE_GAP}"
NUMBER_ENDS = r"(?!\w|[.,]\d)"

_ORDINAL_ENDING = r"(?:iego|iemu|imi|iej|ego|emu|ymi|im|ich|ie|ia|ią|ym|ych|ej|y|a|ą|e|i)"
ORDINAL = rf"(?i:{_any_of(_ORDINALS)}){_ORDINAL_ENDING}\b"
MONTH = rf"(?:(?i:{_any_of(MONTH_NUMBERS)})\b)"
SEASON = rf"(?:(?i:{_any_of(SEASON_NUMBERS)})\b)"
ROMAN_MONTH = r"(?:VIII|VII|VI|IV|IX|III|II|XII|XI|I|V|X)(?!\w)"
ROMAN_CENTURY = r"[XVI]{1,5}(?!\w)"

YEAR_WORD = r"(?i:r\.|rok(?:u|iem|owi)?\b)"
YEAR_HEAD = r"(?i:r\.|rok(?:u|iem|owi)?\b(?:\s{1,2}pański\w{1,3}\b)?|a\.\s?d\.|anno domini\b)"
CENTURY_WORD = r"(?i:wiek(?:u|i|iem|owi|ami|ach|ów)?\b|stuleci(?:e|a|u|em|ach|ami)?\b)"
BEFORE_CHRIST = (
    r"(?i:p\.\s?n\.\s?e\b\.?|pne\b|przed\s{1,2}(?:naszą\s{1,2}erą\b|n\.\s?e\b\.?)"
    r"|przed\s{1,2}(?:narodzeniem\s{1,2})?chr(?:\.|ystus\w{1,3}\b))"
)
AFTER_CHRIST = r"(?i:n\.\s?e\b\.?|naszej\s{1,2}ery\b|po\s{1,2}chr(?:\.|ystusie\b))"

ERA = rf"{MAYBE_GAP}(?:(?P<bc>{BEFORE_CHRIST})|(?P<ad>{AFTER_CHRIST}))"
SAME_YEAR = r"(?P<same>(?i:tegoż|tego(?:\s{1,2}samego)?|owego|następnego|kolejnego|poprzedniego))"
YEAR = (
    rf"(?:(?:(?P<year>\d{{3,4}}(?:(?=r\b)|{NUMBER_ENDS})|\d{{1,2}}(?={MAYBE_GAP}(?:{YEAR_WORD}|{BEFORE_CHRIST}|{AFTER_CHRIST}))"
    rf"|0{NUMBER_ENDS})|{YEAR_HEAD}{GAP}(?P<headed>\d{{1,4}}){NUMBER_ENDS})"
    rf"(?P<unit>{MAYBE_GAP}{YEAR_WORD})?(?:{ERA})?|(?P<inverted>(?i:roku){GAP})?{SAME_YEAR}(?(inverted)\b|{GAP}{YEAR_WORD}))"
)
"""A year with the words that belong to it, or the words that say which year after another it is."""

CENTURY = (
    rf"(?:(?P<roman>{ROMAN_CENTURY}){GAP}(?:{CENTURY_WORD}|w\.|stul\.)|(?P<hundred>{ORDINAL}){GAP}{CENTURY_WORD}"
    rf"|(?i:wieku?|wiekiem|stuleci[aue]){GAP}(?P<roman_after>{ROMAN_CENTURY}))(?:{ERA})?"
)
ABOUT = rf"(?i:ok\.|około|ca\.?|circa){MAYBE_GAP}(?i:dnia{GAP}|roku{GAP}(?=\d))?"


def ordinal_value(words: str) -> int | None:
    """The number that one ordinal word or two ("dwudziestego piątego") say; None if they say none."""
    values = [_stem_value(word) for word in words.casefold().split()]
    if len(values) == 2 and values[0] in range(20, 100, 10) and values[1] < 10:
        return sum(values)
    return values[0] if len(values) == 1 and values[0] else None


def _stem_value(word: str) -> int:
    return next((value for stem, value in _ORDINALS.items() if word.startswith(stem)), 0)


def roman_value(numeral: str) -> int | None:
    """The number that a well-formed Roman numeral says; None for any other letters."""
    if not set(numeral) <= set(_ROMAN_DIGITS):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in numeral]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if roman_numeral(total) == numeral else None


def roman_numeral(number: int) -> str:
    """The number, below forty, in Roman numerals."""
    tens, units = divmod(number, 10)
    written = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]
    return "X" * tens + written
