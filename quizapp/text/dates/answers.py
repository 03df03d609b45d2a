"""One date as somebody types it who was asked for it: figures, names of months, slips and all."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from quizapp.text.dates import fragments as part
from quizapp.text.dates.edtf import Moment, century, days_between, days_of_month, part_of_century, year_of
from quizapp.text.plain_text import plain_text
from quizapp.text.slips import are_one_slip_apart

LONGEST_ANSWER = 100
_DAYS_BETWEEN_CALENDARS = range(10, 14)  # from 1582 to 2100


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as answered; years are astronomical (44 B.C. is -43).

    None is what was not said; a season stands in the place of the month, as EDTF numbers it. `end` closes a
    span of time, such as a century; `julian` if it was marked as old style, `gregorian` if as new style or given
    in both; `approximate` if as about.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    end: DateValue | None = None
    julian: bool = False
    approximate: bool = False
    gregorian: bool = False

    @property
    def edtf(self) -> str:
        """The value in EDTF, its calendar apart: "1410-07-15", "XXXX-05", "18XX", "1914/1918", "0966~"."""
        about = "~" if self.approximate else ""
        single = Moment(self.year, self.month, self.day, self._open_digits).edtf + about
        return f"{single}/{self.end.edtf}" if self.end and not self._open_digits else single

    @property
    def _open_digits(self) -> int:
        """How many of the year's digits are open: two if the span is a century, one if a decade."""
        if self.year is None or self.month or self.end is None or self.end.year is None or self.end.month:
            return 0
        first = self.year % 100 if self.year >= 0 else (self.year - 1) % 100
        length = self.end.year - self.year + 1
        return 2 if (first, length) == (0, 100) else 1 if (first % 10, length) == (0, 10) else 0


def read_date(answer: str) -> DateValue | None:
    """The one date that an answer says; None if it says none, several, or one that no calendar has.

    The day comes before the month (3/12 is 3 December). Of one day in two calendars („2/15 sierpnia”) it is
    the Gregorian one. A century is the span of its years as EDTF counts them, from 00 to 99.
    """
    if len(answer) > LONGEST_ANSWER:
        return None
    words, julian = _without(_OLD_STYLE, _plain(answer))
    words, gregorian = _without(_NEW_STYLE, words)
    words, approximate = _without(_ABOUT, words)
    words = _canonical(words)
    moments = _moments(words)
    if not moments or not all(moment.exists(julian) for moment in moments):
        return None
    first, last = (_value(moment, julian, approximate) for moment in (moments[0], moments[-1]))
    if len(moments) > 1:
        return replace(first, end=last.end or last)
    is_in_both = moments[0].day is not None and _single(words) is None
    return replace(first, gregorian=gregorian or is_in_both)


def _value(moment: Moment, julian: bool, approximate: bool) -> DateValue:
    """The moment; of a century or decade its first year with its last."""
    if moment.year is None or not moment.open_digits:
        return DateValue(moment.year, moment.month, moment.day, None, julian, approximate)
    length = 10**moment.open_digits
    first = moment.year // length * length + (1 if moment.year < 0 else 0)
    end = DateValue(first + length - 1, None, None, None, julian, approximate)
    return DateValue(first, None, None, end, julian, approximate)


_OLD_STYLE = re.compile(
    r",? ?\(?\b(?:st\. ?st\b\.?|(?:według |wg )?star(?:ego|ym) styl(?:u|em)|(?:według |wg )?"
    r"(?:kalendarza )?julia[nń]sk\w{2,4})\)?"
)
_NEW_STYLE = re.compile(
    r",? ?\(?\b(?:n\. ?st\b\.?|(?:według |wg )?now(?:ego|ym) styl(?:u|em)|(?:według |wg )?"
    r"(?:kalendarza )?gregoria[nń]sk\w{2,4})\)?"
)
_ABOUT = re.compile(r"^(?:w )?(?:~ ?|(?:ok\b\.?|o?ko[łl]o|ca\b\.?|circa|mniej wi[ęe]cej) ?)|~$")


def _without(pattern: re.Pattern[str], words: str) -> tuple[str, bool]:
    """The words without what the pattern finds, and whether it was there."""
    rest = pattern.sub("", words, count=1).strip()
    return rest, rest != words


def _plain(answer: str) -> str:
    composed = unicodedata.normalize("NFC", plain_text(answer).text.casefold())
    dashed = re.sub(r"[‐‑‒–—−]", "-", composed)
    return " ".join(dashed.split()).strip(" .,;:!?„”“\"'«»")


_FILLER = re.compile(
    r"^(?:w dni(?:u|ach)|we?|na|pod|dni[ae]|dn\.?|od|z|mi[ęe]dzy|pomi[ęe]dzy|nocy?|lat(?:a|ach)(?= \d{3,4}\b)"
    r"|(?:poniedzia[łl]ek|wtorek|[śs]rod[aęe]|czwartek|pi[ąa]tek|sobot[aęe]|niedziel[aęe]),?"
    r"|(?:rok(?:u|iem)? )?pa[ńn]ski\w{1,3}|a\. ?d\.|ad|anno domini) "
)
_ERA_BEFORE = re.compile(r"^(p?ne) (\d{1,4})$")
_YEAR_FIRST = re.compile(r"^(y?\d{3,4})[ ,.]{1,3}(?=(?:\d{1,2}[ .]{1,2})?(?:m\d|[ivx]))(.+)$")
_WINTER = re.compile(r"^m24 (\d{4})[/-](\d{2}|\d{4})$")
_PART_OF_MONTH = re.compile(
    r"^(pocz[ąa]t\w{1,3}|po[łl]ow\w{1,2}|ko(?:niec|[ńn]c\w{1,2}|[ńn]cem)) (m(?:1[0-2]|[1-9])\b.*)$"
)
_NTH = re.compile(r"\b(\d{1,2})-?(?:te|tych|tym|ty)\b")
_YEAR_BEFORE = re.compile(r"\br(?:oku?|\.) ?(\d{1,4})\b")
_YEAR_AFTER = re.compile(r"\b(\d{1,4}) ?r(?:ok|oku|okiem)?\b\.?")
_BRACKETED_YEAR = re.compile(r" ?\((y?\d{3,4})\)")
_BRACKETED = re.compile(r" ?\(([^()]*)\)")
_ORDINAL = re.compile(rf"{part.ORDINAL}(?: {part.ORDINAL})?")
_WORD = re.compile(r"[^\W\d_]{3,}")


def _canonical(words: str) -> str:
    """The words with months as "m12", years named as such as "y44", eras as "pne" and "ne"."""
    words = re.sub(part.BEFORE_CHRIST, "pne", words)
    words = re.sub(part.AFTER_CHRIST, "ne", words)
    words = re.sub(rf"\b{part.AFTER_CHRIST}", "ne", words)
    words = _NTH.sub(r"\1", _ORDINAL.sub(lambda found: _ordinals(found[0]), words))
    words = _WORD.sub(lambda found: _month(found[0]), words)
    words = _YEAR_AFTER.sub(r"y\1", _YEAR_BEFORE.sub(r"y\1", words))
    words = _BRACKETED.sub(r"/\1", _BRACKETED_YEAR.sub(r" \1", words))
    while (shorter := _FILLER.sub("", words)) != words:
        words = shorter
    words = _YEAR_FIRST.sub(r"\2 \1", _ERA_BEFORE.sub(r"\2 \1", words))
    return _WINTER.sub(_one_winter, _PART_OF_MONTH.sub(_third_of_month, words))


def _one_winter(found: re.Match[str]) -> str:
    """„zima 1917/18” by the year that it begins in, as EDTF counts."""
    return f"m24 {found[1]}" if int(found[2]) % 100 == (int(found[1]) + 1) % 100 else found[0]


def _third_of_month(found: re.Match[str]) -> str:
    """The beginning, the middle or the end of a month as its first, second or last ten days."""
    last = days_of_month(1, int(re.findall(r"\d+", found[2])[0]))
    days = "1-10" if found[1].startswith("pocz") else "11-20" if found[1].startswith("po") else f"21-{last}"
    return f"{days} {found[2]}"


def _ordinals(words: str) -> str:
    """Two ordinal words as one number, or, where they make none, each as its own."""
    number = part.ordinal_value(words)
    return (
        str(number) if number else " ".join(str(part.ordinal_value(word) or word) for word in words.split())
    )


@cache
def _bare_months() -> dict[str, int]:
    forms = {**part.MONTH_NUMBERS, **part.MONTH_ABBREVIATIONS, **part.SEASON_NUMBERS}
    return {_bare(form): number for form, number in forms.items()}


@lru_cache(maxsize=5_000)
def _month(word: str) -> str:
    """A month's name as its number: in short, without diacritics or with a slip, if that can be only one month.

    A season is numbered too, as EDTF does.
    """
    numbers, bare = _bare_months(), _bare(word)
    if bare in numbers:
        return f"m{numbers[bare]}"
    full = {_bare(form): number for form, number in part.MONTH_NUMBERS.items()}
    meant = {number for form, number in full.items() if len(form) > 3 and are_one_slip_apart(bare, form)}
    return f"m{meant.pop()}" if len(meant) == 1 and len(bare) > 3 else word


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.replace("ł", "l"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


_ERA = r"(?: ?(?P<era>pne|ne))?"
_YEAR = rf"(?:(?P<year>y\d{{1,4}}|\d{{3,4}}|\d{{1,2}}(?= ?p?ne\b)){_ERA})"
_DAY = r"(?P<day>\d{1,2})(?:-?e?go\b)?"
_MONTH = r"(?:m(?P<month>\d{1,2})|(?P<roman>[ivx]{1,4}))"
_CENTURY_WORD = r"(?:w|wiek\w{0,3}|stul|stulec\w{1,3})\b\.?"
_CENTURY = (
    rf"(?:{_CENTURY_WORD} ?(?P<before>[ivx]{{1,5}})|(?P<after>[ivx]{{1,5}}|\d{{1,2}})\.? ?{_CENTURY_WORD})"
)
_FIGURES = r"(?P<day>\d{1,2})(?P<mark> ?[./-] ?| )(?P<month>\d{1,2})"
_SINGLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}[ ./-]{{1,2}}{_MONTH}(?:[ .,/-]{{1,2}}{_YEAR})?",
        rf"{_DAY}{_MONTH}(?: ?{_YEAR})?",
        rf"{_FIGURES}(?P=mark)y?(?P<year>\d{{3,4}}){_ERA}",
        _FIGURES,
        r"(?P<year>\d{4})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        rf"{_MONTH}[ .,/-]{{1,2}}{_YEAR}",
        r"m(?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})[./-](?P<year>\d{4})",
        r"(?P<year>\d{4})-(?P<month>0\d|1[0-2])",
        _YEAR,
        _CENTURY + _ERA,
        rf"lata(?:ch)? (?P<tens>[1-9]0)\.? ?{_CENTURY}",
    )
)
_HALF = re.compile(rf"(?P<half>[12]|ii?)\.? ?(?:po[łl]\.|po[łl]ow\w{{1,2}}) {_CENTURY}{_ERA}")
_JOINT = re.compile(r" ?(?:-|/|\bdo\b|\ba\b|\bna\b) ?")


def _moments(words: str) -> tuple[Moment, ...] | None:
    """The date that the words say, or the first and last of a span of time; None if they say neither."""
    if _may_be_years(words):
        return None
    single = _single(words)
    if single:
        return (single,)
    if half := _HALF.fullmatch(words):
        return _half(half["half"], half["before"] or half["after"], half["era"] == "pne")
    pairs = [pair for joint in _JOINT.finditer(words) if (pair := _pair(words, joint)) is not None]
    return pairs[0] if len(pairs) == 1 else None


def _may_be_years(words: str) -> bool:
    """„1910-12” is December 1910 and the years 1910 to 1912."""
    found = re.fullmatch(r"\d\d(\d\d)-(\d\d)", words)
    return found is not None and found[1] < found[2] <= "12"


def _single(words: str) -> Moment | None:
    for pattern in _SINGLE:
        if found := pattern.fullmatch(words):
            return _moment(found.groupdict())
    return None


def _moment(said: dict[str, str | None]) -> Moment | None:
    before_christ = said.get("era") == "pne"
    if numeral := said.get("before") or said.get("after"):
        return _century(numeral, int(said.get("tens") or 0), before_christ)
    month, roman, day = said.get("month"), said.get("roman"), said.get("day")
    year = int((said.get("year") or "-1").removeprefix("y"))
    if not year:
        return None
    return Moment(
        year_of(year, before_christ) if year > 0 else None,
        int(month) if month else (part.roman_value(roman.upper()) or 0) if roman else None,
        int(day) if day else None,
    )


def _half(which: str, numeral: str, before_christ: bool) -> tuple[Moment, ...] | None:
    number = int(numeral) if numeral.isdecimal() else part.roman_value(numeral.upper())
    return part_of_century(number, 2, 1 if which in ("1", "i") else 2, before_christ) if number else None


def _century(numeral: str, tens: int, before_christ: bool) -> Moment | None:
    number = int(numeral) if numeral.isdecimal() else part.roman_value(numeral.upper())
    if not number or (tens and before_christ):
        return None
    return Moment((number - 1) * 100 + tens, open_digits=1) if tens else century(number, before_christ)


def _pair(words: str, joint: re.Match[str]) -> tuple[Moment, ...] | None:
    """The two dates around the joint, each completed from the other; one if they are one day."""
    said, last = words[: joint.start()], _single(words[joint.end() :])
    first = _single(said)
    if first and last is None:
        last = _year_in_short(first, words[joint.end() :])
    elif last and (first is None or _goes_before_christ(first, last)):
        first = _first_in_short(said, last)
    if first is None or last is None:
        return None
    first, last = first.completed_from(last), last.completed_from(first)
    if "/" in joint.group():
        return _in_succession(first, last)
    return (first, last) if first.precedes(last) else None


def _in_succession(first: Moment, last: Moment) -> tuple[Moment, ...] | None:
    """Around a slash: one day in two calendars, two days or two years that follow each other."""
    if days_between(first, last) in _DAYS_BETWEEN_CALENDARS:
        return (last,)
    years = (first.year, last.year) if first.month is None and last.month is None else (None, None)
    are_years = None not in years and (last.year or 0) - (first.year or 0) == 1
    return (first, last) if are_years or days_between(first, last) == 1 else None


def _year_in_short(first: Moment, said: str) -> Moment | None:
    """The second year of „1914-18”."""
    if first.year is None or first.year < 100 or first.month or not re.fullmatch(r"\d\d", said):
        return None
    return Moment(first.year // 100 * 100 + int(said))


def _goes_before_christ(first: Moment, last: Moment) -> bool:
    return (last.year or 0) < 0 < (first.year or 0) and first.month is None


def _first_in_short(said: str, last: Moment) -> Moment | None:
    """The first of „3-5 maja”, „264-241 p.n.e.”, „XV-XVI w.”: what it leaves out stands at the second."""
    if last.open_digits == 2 and last.year is not None:
        return _century(said, 0, last.year < 0) if re.fullmatch(r"[ivx]{1,5}|\d\d?", said) else None
    if last.day is not None:
        return Moment(day=int(said)) if re.fullmatch(r"\d{1,2}", said) else None
    is_year = last.year is not None and last.year < 0 and re.fullmatch(r"\d{1,4}", said)
    return Moment(year_of(int(said), before_christ=True)) if is_year else None
