"""A day and a time as they are typed, where the school is: what the clocks leave out or show twice is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext
from wtforms import StringField
from wtforms.validators import ValidationError

from quizapp.web.forms import clean_line
from quizapp.web.languages import TIME_ZONE, say_moment

FIRST_YEAR, LAST_YEAR = 2000, 2100
_ZONE = ZoneInfo(TIME_ZONE)
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
"""A day and a time, whole: of "10.45" fromisoformat makes ten o'clock, and of a day alone its midnight."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in UTC; `is_moved` where the clocks leave out what was typed, and the time after the gap holds."""

    at: datetime
    is_moved: bool = False


def read_moment(typed: str) -> Moment:
    """Read "2026-03-29T02:30"; of an hour that comes twice it is the first. ValueError: no such day or time."""
    local = datetime.fromisoformat(typed)
    if not (_WRITTEN.fullmatch(typed) and FIRST_YEAR <= local.year < LAST_YEAR):
        raise ValueError(typed)
    at = local.replace(tzinfo=_ZONE, fold=0).astimezone(UTC)
    back = at.astimezone(_ZONE).replace(tzinfo=None)
    return Moment(at, is_moved=back != local)


class MomentField(StringField):
    """A moment that may be left open. `moment` is what was read, `told` what to say about it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, filters=[_as_typed], render_kw={"type": "datetime-local"}, **kwargs)
        self.read: Moment | None = None

    @property
    def moment(self) -> datetime | None:
        return self.read.at if self.read else None

    @property
    def told(self) -> str:
        """That the clocks left out what was typed; empty where they did not."""
        if self.read is None or not self.read.is_moved:
            return ""
        return gettext(
            "The clocks are put forward that night and leave out %(typed)s: %(moment)s holds instead.",
            typed=self.data.replace("T", " "),
            moment=say_moment(self.read.at),
        )

    def pre_validate(self, form: Any) -> None:
        if not self.data:
            return
        try:
            self.read = read_moment(self.data)
        except (ValueError, OverflowError):
            raise ValidationError(
                gettext("There is no such day or time. Write it like 2026-03-27 10:45, or leave it empty.")
            ) from None


def _as_typed(value: str | datetime | None) -> str:
    if isinstance(value, datetime):
        return value.astimezone(_ZONE).strftime("%Y-%m-%dT%H:%M")
    return clean_line(value)


def ends_before(opens: MomentField, closes: MomentField) -> bool:
    """Whether the second moment does not come after the first."""
    return opens.moment is not None and closes.moment is not None and closes.moment <= opens.moment
