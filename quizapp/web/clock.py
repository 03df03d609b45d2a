from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

from flask import current_app, g

from quizapp.store.quiz_keeping import close_in_time


def system_clock() -> datetime:
    return datetime.now(UTC)


def now() -> datetime:
    """The moment this request came in: one for all that happens in it."""
    if "now" not in g:
        g.now = current_app.config["CLOCK"]()
    return cast("datetime", g.now)


def keep_hours() -> None:
    """Close, before anything else is done, what its closing time has come for."""
    close_in_time(now())
