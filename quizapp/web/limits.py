"""How often a door may be knocked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any

from flask import current_app, request
from werkzeug.exceptions import TooManyRequests

from quizapp.store.limits import count_try, forget_tries
from quizapp.web.clock import now


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many posts to a view in a window from one address, and fewer that name the same thing."""

    name: str
    most: int
    window: timedelta
    field: str = ""
    most_for_field: int = 0


SIGN_IN = Limit("sign-in", 60, timedelta(minutes=5), field="login", most_for_field=10)
"""A whole staff room sits behind one address; one account is guessed at ten times, and no more."""
SET_UP = Limit("set-up", 10, timedelta(minutes=5))
LINK = Limit("link", 20, timedelta(minutes=5))
"""Of invitations and new passwords."""
OWN_PASSWORD = Limit("own-password", 20, timedelta(minutes=5))
SECOND_STEP = Limit("second-step", 10, timedelta(hours=1))
"""For one account: of a million codes three are good at any time, and somebody may have found out the password."""
JOIN = Limit("join", 60, timedelta(minutes=1))
"""A whole class sits behind one address: thirty pupils who mistype once must get in."""

RETURN = Limit("return", 60, timedelta(minutes=1))
PLACE = Limit("place", 60, timedelta(minutes=1), field="place", most_for_field=10)
"""As for joining; the code of one pupil is guessed at ten times a minute, and no more."""
REPORT = Limit("report", 60, timedelta(minutes=10))
"""Of a class: two remarks a pupil, and no flood for the teacher."""


def limited(limit: Limit) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let a view answer 429 when it is posted to too often."""

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            if request.method == "POST" and current_app.config["RATE_LIMITS"]:
                _count(limit)
            return view(*args, **kwargs)

        return guarded

    return decorate


def knock(limit: Limit, at: str) -> None:
    """Count a try at something that only the view knows; 429 when it was one too many."""
    if current_app.config["RATE_LIMITS"]:
        _count_one(limit, f"for {at}", limit.most)


def forgive(limit: Limit, at: str | None = None) -> None:
    """Forget the tries at this thing: whoever got in was no guesser."""
    who = _named(limit) if at is None else f"for {at}"
    forget_tries(limit.name, who, limit.window, now())


def _count(limit: Limit) -> None:
    _count_one(limit, f"from {request.remote_addr}", limit.most)
    if limit.field:
        _count_one(limit, _named(limit), limit.most_for_field)


def _count_one(limit: Limit, who: str, most: int) -> None:
    wait = count_try(limit.name, who, most, limit.window, now())
    if wait is not None:
        raise TooManyRequests(retry_after=int(wait.total_seconds()) + 1)


def _named(limit: Limit) -> str:
    return f"for {request.form.get(limit.field, '').strip().casefold()}"
