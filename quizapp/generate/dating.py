"""Dates of the text as answers: how they are asked for, worded alike, compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quizapp.generate.words import has, is_finite, word_list
from quizapp.text.annotations import Annotations, DateMention
from quizapp.text.dates import edtf
from quizapp.text.spans import Span

MONTHS = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
    "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
)  # fmt: skip
MONTHS_LOCATIVE = (
    "styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu",
    "lipcu", "sierpniu", "wrześniu", "październiku", "listopadzie", "grudniu",
)  # fmt: skip
_MONTHS_ACCUSATIVE = (
    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
    "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
)  # fmt: skip
BEFORE_CHRIST = "p.n.e."
_SEPTEMBER = 9
_EDTF = re.compile(r"(-?\d{4,}|XXXX)(?:-([01]\d)(?:-(\d\d))?)?\Z")
_YEAR = re.compile(r"(?<![-\d])-?\d{4}")
YEAR_IN_FIGURES = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_WITHIN_A_YEAR = frozenset({"day", "month", "interval"})
_PASSIVE = frozenset({"ppas"})
_CLAUSE, _NEAR = 80, 4
_BRACKETED = 200  # letters in which an opening bracket is looked for
_WORDS_OF_TWO_CALENDARS = re.compile(r"[/(]|st\. ?st|n\. ?st")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as numbers: the astronomical year (0 is 1 B.C.; None if unknown), month and day (0 if none)."""

    year: int | None
    month: int = 0
    day: int = 0

    @property
    def order(self) -> tuple[int, int, int]:
        """What to sort by."""
        return (self.year or 0, self.month, self.day)

    def meets(self, other: Moment) -> bool:
        """Whether the two may be the same time, or one lies inside the other."""
        pairs = zip((self.month, self.day), (other.month, other.day), strict=True)
        same_year = self.year is None or other.year is None or self.year == other.year
        return same_year and all(mine == theirs or not mine or not theirs for mine, theirs in pairs)


def moment(date: DateMention) -> Moment | None:
    """The date as numbers; None for spans of time, seasons, decades, centuries, uncertain and double dates."""
    found = _EDTF.match(date.edtf)
    if not found or _WORDS_OF_TWO_CALENDARS.search(date.span.text):
        return None
    year, month, day = found.groups()
    return Moment(None if year == "XXXX" else int(year), int(month or 0), int(day or 0))


def year_of(date: DateMention) -> int | None:
    """The one astronomical year that the date lies in, be it a day, a span of days or a year; None if unsure."""
    years = set(re.findall(r"(?:^|/)(-?\d{4})(?=$|[-/])", date.edtf))
    return int(years.pop()) if len(years) == 1 else None


def says_year(date: DateMention) -> bool:
    """Whether the wording holds the year, or the text says it at a place that is known."""
    found = "year" not in date.inferred or date.inferred_from is not None
    return found and not date.edtf.startswith("XXXX")


def with_sure_years(annotations: Annotations) -> Annotations:
    """The annotations; a day that takes its year from a look back („w 1452 roku wzniósł …”) has none.

    A text that has told of a later year may be back in that one: „29 maja 1453 … w 1452 … 22 kwietnia”. Where the
    look back only says which thing is meant („granice z 1937 r.”), the text goes on in the later year. Nor has one
    that passes over the year said last before it, or that takes a later one where the heading says another.
    """
    latest: int | None = None
    nearest: int | None = None
    told: Span | None = None
    looks_back: set[Span] = set()
    by_the_way: set[Span] = set()
    dates = []
    for date in annotations.dates:
        year = year_of(date)
        if date.inferred_from in by_the_way and date.precision in _WITHIN_A_YEAR:
            date = replace(date, edtf=_YEAR.sub(edtf.Moment(latest).edtf, date.edtf), inferred_from=told)
        elif (
            date.inferred
            and date.precision in _WITHIN_A_YEAR
            and (
                date.inferred_from in looks_back
                or (nearest is not None and year not in (None, nearest))
                or (nearest is None and _is_headed_by_another_year(annotations.text, date))
            )
        ):
            date = replace(date, edtf=_YEAR.sub("XXXX", date.edtf), inferred_from=None)
        elif not date.inferred and year is not None and not _is_in_brackets(annotations.text, date.span):
            back = latest is not None and year < latest
            which = back and _says_which(annotations.text, date.span)
            which = which and date.precision == "year"  # a day is a step of its own
            nearest = nearest if which else year
            looks_back |= {date.span} if back else set()
            by_the_way |= {date.span} if which else set()
            latest, told = (latest, told) if back else (year, date.span)
        dates.append(date)
    return replace(annotations, dates=tuple(dates))


def _is_headed_by_another_year(text: str, date: DateMention) -> bool:
    """Whether a year stands in the first line, and not the one that the date takes from a later place."""
    headed = YEAR_IN_FIGURES.findall(text.lstrip().partition("\n")[0])
    later = date.inferred_from is not None and date.inferred_from.start > date.span.end
    return later and bool(headed) and str(year_of(date)) not in headed


def _says_which(text: str, span: Span) -> bool:
    """Whether the date only says which thing is meant: „granice z 1937 r.”, „traktaty zawarte z nim w 1939 roku”."""
    before = text[max(0, span.start - _CLAUSE) : span.start]
    clause = re.split(r"[,.;:–]", before)[-1].split()
    described = any(has(word.casefold(), _PASSIVE) for word in clause[-_NEAR:])
    finite = any(is_finite(word.casefold()) for word in clause)
    return before.endswith((" z ", " ze ")) or (described and not finite)


def _is_in_brackets(text: str, span: Span) -> bool:
    near = max(0, span.start - _BRACKETED)
    return text.rfind("(", near, span.start) > text.rfind(")", near, span.start)


def proof_of_year(date: DateMention) -> tuple[Span, ...]:
    """The place that says the year, where the wording of the date does not."""
    return (date.inferred_from,) if "year" in date.inferred and date.inferred_from else ()


def day_and_month(date: DateMention) -> str:
    """A day without its year, as an answer that knows no more; "" for other dates."""
    at = moment(date)
    return f"{at.day} {MONTHS[at.month - 1]}" if at and at.day else ""


def points_elsewhere(date: DateMention) -> bool:
    """Whether the wording counts from another date („następnego dnia”, „rok później”)."""
    counted = date.precision == "year" and "year" in date.inferred and not _leaves_out_only_its_era(date)
    return counted or bool({"day", "month"} & set(date.inferred))


def _leaves_out_only_its_era(date: DateMention) -> bool:
    """Whether the figure of the year stands there, and another date says that it is before Christ."""
    year = year_of(date)
    return year is not None and year <= 0 and str(1 - year) in date.span.text


def counts_its_year(date: DateMention) -> bool:
    """Whether the year is told by another one: „wiosną następnego roku”."""
    said = date.span.text.casefold().split()
    return "year" in date.inferred and any(word in word_list("relative_years") for word in said)


def asks_for(date: DateMention) -> str:
    """The words that ask for a date as precise as this one, to be typed."""
    if date.precision == "month":
        return "W którym miesiącu i roku"
    return "Którego dnia" if date.precision == "day" else "W którym roku"


def worded(date: DateMention, like: DateMention) -> str:
    """The date in the words of an answer, with or without the year as the other date has it.

    Days read "15 grudnia 1917 r.", months "w grudniu 1917 r.", years "1917" or "44 p.n.e.".
    """
    at = moment(date)
    if at is None:
        return ""
    if like.precision == "year":
        return said_year(at.year or 0)
    year = f" {_year(at, like)}" if says_year(like) else ""
    if like.precision == "month":
        return f"{'we' if at.month == _SEPTEMBER else 'w'} {MONTHS_LOCATIVE[at.month - 1]}{year}"
    return f"{at.day} {MONTHS[at.month - 1]}{year}"


def named(date: DateMention) -> str:
    """The date by its name („rok 1410”, „maj 1410 roku”), as it also stands after „datuje na”."""
    at = moment(date)
    if at is None:
        return ""
    if date.precision == "year" and at.year is not None:
        return f"rok {said_year(at.year)}"
    if date.precision == "month":
        return (
            f"{_MONTHS_ACCUSATIVE[at.month - 1]} {_year(at, date)}"
            if says_year(date)
            else _MONTHS_ACCUSATIVE[at.month - 1]
        )
    return worded(date, date)


def year_alone(date: DateMention) -> str:
    """The year of a date whose year is known, as an answer: „1542”, „44 p.n.e.”."""
    return said_year(year_of(date) or 0)


def years_alone(date: DateMention) -> str:
    """The years of a span of time, as an answer: as the text has them, „1884–1885” where it says days or months."""
    years = re.findall(r"(?:^|/)(\d{4})-", date.edtf)
    return "–".join(said_year(int(year)) for year in years) if len(years) == 2 else date.span.text


def years_typed(date: DateMention) -> tuple[str, ...]:
    """The year as a learner may type it; before Christ without its era too, where the text leaves that out."""
    year = year_of(date) or 0
    bare = year <= 0 and BEFORE_CHRIST not in date.span.text
    return (said_year(year), str(1 - year)) if bare else (said_year(year),)


def said_year(year: int) -> str:
    """An astronomical year as it is said: „1542”, „44 p.n.e.”."""
    return str(year) if year > 0 else f"{1 - year} {BEFORE_CHRIST}"


def typed_answers(date: DateMention) -> tuple[str, ...]:
    """The date as a learner may type it, the one to show first."""
    return (
        tuple(dict.fromkeys((named(date), worded(date, date))))
        if date.precision == "month"
        else tuple(dict.fromkeys((worded(date, date), *_without_year(date))))
    )


def _without_year(date: DateMention) -> tuple[str, ...]:
    """Asked on which day it was, a learner need not say the year."""
    return (day_and_month(date),) if date.precision == "day" else ()


def _year(at: Moment, like: DateMention) -> str:
    if at.year is None:
        return ""
    word = "roku" if "roku" in like.span.text else "r."
    return f"{at.year} {word}" if at.year > 0 else f"{1 - at.year} {word} p.n.e."


def shown_moment(date: DateMention, like: DateMention) -> Moment | None:
    """What a learner sees of the date when it is worded like the other."""
    at = moment(date)
    if at is None:
        return None
    year = at.year if says_year(like) else None
    if like.precision == "year":
        return Moment(at.year)
    return Moment(year, at.month, at.day if like.precision == "day" else 0)
