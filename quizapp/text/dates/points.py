"""One point of the calendar in a text: a day, month, year, decade or century, as it is worded at a place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from quizapp.text.dates import fragments as part
from quizapp.text.dates.counted import is_counted
from quizapp.text.dates.edtf import Moment, century, part_of_century, year_of
from quizapp.text.dates.fragments import GAP, MAYBE_GAP
from quizapp.text.dates.leads import may_tell_season, word_before
from quizapp.text.lexicon import words

_YEARS_AFTER = {"następnego": 1, "kolejnego": 1, "poprzedniego": -1}
_NOWHERE = Moment()


@dataclass(frozen=True, slots=True)
class Point:
    """What is worded from start to end.

    `last` is set where the words themselves say a span of years (a half of a century). `number` is set
    where a figure stands alone, so that only its company can tell whether it is a day, a year or neither;
    `roman` where a Roman numeral does. `years_after` is set where the year is told by its distance from
    one told of before („tegoż roku”). A decade that does not say its century has a year below 100.
    """

    start: int
    end: int
    first: Moment
    last: Moment | None = None
    number: int | None = None
    roman: int | None = None
    years_after: int | None = None
    before_christ: bool | None = None
    says_year: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a mere figure."""
        return self.number is not None or self.roman is not None


def point_at(text: str, start: int) -> Point | None:
    """The wording of a point that begins here; None if none does."""
    for pattern, reading in _OF_FIGURES if text[start : start + 1].isdigit() else _OF_WORDS:
        found = pattern.match(text, start)
        point = reading(found) if found else None
        if point is not None:
            return point
    return None


def _numeric(found: re.Match[str]) -> Point:
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    return Point(found.start(), found.end(), Moment(year, month, day) if year else _NOWHERE, says_year=True)


def _day(found: re.Match[str]) -> Point | None:
    said = found["day"]
    day = int(said) if said else part.ordinal_value(found["ordinal"])
    return (
        _with_year(found, Moment(month=_month_number(found["month"]), day=day)) if day is not None else None
    )


def _month(found: re.Match[str]) -> Point | None:
    if found["month"].isupper() and _follows_name(found):
        return None
    point = _with_year(found, Moment(month=_month_number(found["month"])))
    is_sure = point.says_year or point.years_after is not None or found[0][0].islower()
    return point if is_sure or _TO_MONTH.match(found.string, found.end()) else None


def _follows_name(found: re.Match[str]) -> bool:
    """Whether the Roman numeral may belong to the name before it („Karol V 1530 r.”)."""
    before = word_before(found.string, found.start())
    named = before.istitle() and before not in (
        "W",
        "Do",
        "Od",
        "Po",
        "Na",
    )  # „W I 1386” opens a sentence
    return named and part.roman_value(found["month"]) is not None


def _season(found: re.Match[str]) -> Point | None:
    point = _with_year(found, Moment(month=part.SEASON_NUMBERS[found["season"].casefold()]))
    is_sure = point.says_year or point.years_after is not None
    is_told = is_sure or may_tell_season(found.string, point.start, point.end)
    return point if is_told or _TO_SEASON.match(found.string, point.end) else None


def _season_of_two_years(found: re.Match[str]) -> Point | None:
    """„Zimą z 1939 na 1940 rok”: the season of the first of the two years."""
    year = int(found["first"])
    if int(found["next"]) != year + 1:
        return None
    season = Moment(year, part.SEASON_NUMBERS[found["season"].casefold()])
    return Point(found.start(), found.end(), season, says_year=True)


def _summer(found: re.Match[str]) -> Point | None:
    """„Od lata 1920”: of one year, and in the singular that these words ask for, it is no plural of „rok”."""
    if word_before(found.string, found.start()).casefold() not in words("leads_to_summer"):
        return None
    point = _with_year(found, Moment(month=part.SEASON_NUMBERS["lato"]))
    return point if point.says_year else None


def _year(found: re.Match[str]) -> Point | None:
    if found["year"] and not (found["unit"] or found["bc"] or found["ad"]):
        return None
    point = _with_year(found, Moment())
    return point if point.says_year and point.end == found.end() else None


def _with_year(found: re.Match[str], moment: Moment) -> Point:
    """The moment in the year that the match says, or without one if the figure turns out to count things."""
    core = found.end("core") if "core" in found.re.groupindex else found.start()
    bare = Point(found.start(), core, moment)
    if found["same"]:
        return replace(bare, end=found.end(), years_after=_YEARS_AFTER.get(found["same"].casefold(), 0))
    group = "headed" if found["headed"] else "year"
    said = found[group]
    if said is None:
        return bare
    certain = found["unit"] or found["bc"] or found["ad"]
    if not certain and is_counted(found.string, found.start(group), found.end(group)):
        return bare
    before_christ = bool(found["bc"]) if found["bc"] or found["ad"] else None
    year = year_of(int(said), bool(before_christ)) if int(said) else None
    dated = replace(moment, year=year) if year is not None else _NOWHERE
    return Point(found.start(), found.end(), dated, before_christ=before_christ, says_year=True)


def _month_number(said: str) -> int:
    return part.MONTH_NUMBERS.get(said.casefold()) or part.roman_value(said) or 0


def _century(found: re.Match[str]) -> Point | None:
    number = _century_number(found)
    if not number:
        return None
    said = bool(found["bc"]) if found["bc"] or found["ad"] else None
    return Point(found.start(), found.end(), century(number, bool(said)), before_christ=said, says_year=True)


def _part_of_century(found: re.Match[str]) -> Point | None:
    whole = _century(found)
    parts = _parts(found["share"])
    which = parts if found["which"].casefold().startswith("ostatni") else _which(found["which"])
    if whole is None or not 1 <= which <= parts:
        return None
    first, last = part_of_century(_century_number(found), parts, which, bool(whole.before_christ))
    return replace(whole, first=first, last=last)


def _parts(share: str) -> int:
    return {"poł": 2, "ter": 3, "trz": 3, "ćwi": 4, "ćw.": 4}.get(share.casefold()[:3], 10)


def _which(said: str) -> int:
    if said[0].isdigit():
        return int(said.rstrip("."))
    return (part.roman_value(said) if said.isupper() else part.ordinal_value(said)) or 0


def _decade(found: re.Match[str]) -> Point | None:
    tens = [_tens(found[name]) for name in ("tens", "more_tens") if found[name]]
    if not tens or any(ten % 10 or not 10 <= ten <= 90 for ten in tens):
        return None
    in_century = found["roman"] or found["roman_after"] or found["hundred"]
    number = _century_number(found) if in_century else 1
    if not number or (not in_century and _may_be_age(found)):
        return None
    if found["bc"]:
        first, last = (100 * (number - 1) + ten for ten in (tens[0] + 9, tens[-1]))
        begin, end = Moment(year_of(first, True)), Moment(year_of(last, True))
        return Point(found.start(), found.end(), begin, end, before_christ=True, says_year=True)
    decades = [Moment((number - 1) * 100 + ten, open_digits=1) for ten in tens]
    return Point(
        found.start(),
        found.end(),
        decades[0],
        decades[1] if len(tens) > 1 else None,
        says_year=bool(in_century),
    )


def _may_be_age(found: re.Match[str]) -> bool:
    """Whether it may be a count of years („miał lat 40”), which „od lat 40.” cannot be."""
    figure = found["head"].casefold() == "lat" and found["tens"][0].isdigit()
    return figure and word_before(found.string, found.start()) not in words("leads_to_decade")


def _tens(said: str) -> int:
    return int(said[:2]) if said[0].isdigit() else part.ordinal_value(said) or 0


def _century_number(found: re.Match[str]) -> int:
    if roman := found["roman"] or found["roman_after"]:
        return part.roman_value(roman) or 0
    return part.ordinal_value(found["hundred"]) or 0


def _figure(found: re.Match[str]) -> Point:
    return Point(found.start(), found.end(), _NOWHERE, number=int(found["figure"]))


def _roman(found: re.Match[str]) -> Point | None:
    value = part.roman_value(found[0])
    return Point(found.start(), found.end(), _NOWHERE, roman=value) if value else None


_LINKED = rf"(?:,?{GAP}|,{MAYBE_GAP})"
_DAY = r"(?P<day>\d{1,2})(?:-go|-ego)?"
_ORDINAL_DAY = rf"(?P<ordinal>(?:(?i:dwudziest|trzydziest)\w{{1,3}}{GAP})?{part.ORDINAL})"
_MONTH = rf"(?:dnia{GAP})?(?:miesiąca{GAP})?(?P<month>{part.MONTH})"
_JOINED_DOT = rf"(?:\.(?={GAP}(?:do|na|i|oraz|lub|a){GAP}\d))?"
_TENS = rf"(?:[1-9]0(?:\.|-?t[eya]\w{{0,2}}\b|\b)|{part.ORDINAL})"

_OF_TWO_YEARS = (
    rf"{GAP}(?:z|na{GAP}przełomie){GAP}(?:roku{GAP}|lat{GAP})?(?P<first>\d{{3,4}}){GAP}(?:na|i){GAP}"
    rf"(?P<next>\d{{3,4}})(?:{MAYBE_GAP}{part.YEAR_WORD})?"
)
_PART_OF_CENTURY = (
    rf"(?P<which>{part.ORDINAL}|(?i:ostatni\w{{1,3}})|IV|I{{1,3}}|\d\.?){GAP}"
    rf"(?P<share>(?i:połow\w{{1,2}}|poł\.|tercj\w{{1,2}}|trzeci\w{{1,2}}|ćwier\w{{1,4}}|ćw\.|dekad\w{{1,3}}|dziesięcioleci\w{{1,2}}))"
    rf"{GAP}{part.CENTURY}"
)
_DECADE = (
    rf"(?P<head>(?i:lat(?:a|ach|ami|om)?\b)){GAP}(?P<tens>{_TENS})"
    rf"(?:(?:{GAP}(?:i|oraz|lub){GAP}|{part.DASH})(?P<more_tens>{_TENS}))?(?:{GAP}{part.CENTURY})?"
    rf"(?!{GAP}(?i:ubiegł|minion|zeszł|poprzedni)\w{{2,3}}{GAP}{part.CENTURY_WORD})"
)
_ISO = rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){part.NUMBER_ENDS}"
_FIGURES = (
    rf"(?P<day>\d{{1,2}})(?P<mark>[./-])[^\S\n]?(?P<month>\d{{1,2}})(?P=mark)[^\S\n]?(?P<year>\d{{4}})"
    rf"{part.NUMBER_ENDS}(?:{MAYBE_GAP}{part.YEAR_WORD})?"
)
_ROMAN_DAY = (
    rf"(?P<core>{_DAY}(?P<ordinal>)\.?{MAYBE_GAP}(?P<month>{part.ROMAN_MONTH}))"
    rf"(?!{GAP}(?:w\.|{part.CENTURY_WORD}))(?:\.?{MAYBE_GAP}{part.YEAR})?"
)

_TO_MONTH = re.compile(rf"(?:{part.DASH}|{GAP}(?:i|do){GAP}){part.MONTH}{GAP}\d{{4}}")
_TO_SEASON = re.compile(
    rf"(?:{part.DASH}|{GAP}(?:i|a|do|oraz|lub){GAP}){part.SEASON}{GAP}(?:{part.YEAR_HEAD}{GAP})?\d{{4}}"
)

_Reading = Callable[[re.Match[str]], Point | None]
_Wordings = tuple[tuple[re.Pattern[str], _Reading], ...]
_OF_FIGURES: _Wordings = (
    (re.compile(_ISO), _numeric),
    (re.compile(_FIGURES), _numeric),
    (re.compile(rf"(?P<core>{_DAY}(?P<ordinal>)\.?{GAP}{_MONTH})(?:{_LINKED}{part.YEAR})?"), _day),
    (re.compile(_ROMAN_DAY), _day),
    (re.compile(_PART_OF_CENTURY), _part_of_century),
    (re.compile(part.YEAR), _year),
    (
        re.compile(rf"(?P<figure>\d{{1,4}})(?:-e?go)?{part.NUMBER_ENDS}{_JOINED_DOT}(?!-[^\W\d]{{4}})"),
        _figure,
    ),
)
_OF_WORDS: _Wordings = (
    (re.compile(rf"(?P<core>(?P<day>){_ORDINAL_DAY}{GAP}{_MONTH})(?:{_LINKED}{part.YEAR})?"), _day),
    (re.compile(rf"(?P<core>(?P<month>{part.MONTH}))(?:{GAP}{part.YEAR})?"), _month),
    (re.compile(rf"(?P<core>(?P<month>{part.ROMAN_MONTH}))(?:{GAP}{part.YEAR})"), _month),
    (re.compile(rf"(?P<season>{part.SEASON}){_OF_TWO_YEARS}"), _season_of_two_years),
    (re.compile(rf"(?P<core>(?P<season>{part.SEASON}))(?:{GAP}{part.YEAR})?"), _season),
    (re.compile(rf"(?P<core>(?i:lata)){GAP}{part.YEAR}(?!{part.DASH}\d|\s?/)"), _summer),
    (re.compile(_DECADE), _decade),
    (re.compile(_PART_OF_CENTURY), _part_of_century),
    (re.compile(part.CENTURY), _century),
    (re.compile(part.YEAR), _year),
    (re.compile(part.ROMAN_CENTURY), _roman),
)
