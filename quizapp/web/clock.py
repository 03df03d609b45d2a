from __future__ import annotations

from datetime import UTC, datetime

from flask import current_app, g


def system_clock() -> datetime:
    return datetime.now(UTC)


def now() -> datetime:
    """The moment this request came in: one for all that happens in it."""
    if "now" not in g:
        moment: datetime = current_app.config["CLOCK"]()
        g.now = moment
    moment = g.now
    return moment
