"""A date as a text words it, before the parts that stand elsewhere are known."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.text.annotations import Calendar, DatePart
from quizapp.text.dates.edtf import Moment


@dataclass(frozen=True, slots=True)
class Wording:
    """A date as worded from start to end; `last` is set for a span of time.

    `years_after` counts from the year told of before; `taken` names the parts that the words at
    `taken_from` say for it, in a list such as „14 i 20 maja”.
    """

    start: int
    end: int
    first: Moment
    last: Moment | None = None
    about: tuple[bool, bool] = (False, False)
    calendar: Calendar = "unstated"
    years_after: int | None = None
    lacks_century: bool = False
    taken: tuple[DatePart, ...] = ()
    taken_from: tuple[int, int] | None = None

    @property
    def is_bare_season(self) -> bool:
        """Whether it is a season that does not say its year."""
        return self.first.is_season and self.first.year is None and self.years_after is None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it, and a span of time does not end before it begins."""
        julian = self.calendar == "julian"
        if self.last is None:
            return self.first.exists(julian)
        return self.first.exists(julian) and self.last.exists(julian) and self.first.precedes(self.last)
