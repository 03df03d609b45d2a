"""Which language a person sees, and how numbers and times are said in it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

from flask import Flask, current_app, request, session
from flask_babel import Babel, format_date, format_datetime, format_decimal, get_locale, gettext, ngettext

from quizapp.config import LANGUAGES
from quizapp.paths import TRANSLATIONS

TIME_ZONE = "Europe/Warsaw"


def speak(app: Flask) -> None:
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    app.config["BABEL_DEFAULT_TIMEZONE"] = TIME_ZONE
    Babel(app, locale_selector=chosen_language)
    app.jinja_env.filters.update(
        points=say_points,
        number=say_number,
        duration=say_duration,
        percent=say_percent,
        moment=say_moment,
        day=say_day,
        code=say_code,
    )


def chosen_language() -> str:
    """What the person chose, else what the browser asks for, else what the installation speaks."""
    chosen = session.get("lang")
    if chosen in LANGUAGES:
        return str(chosen)
    default: str = current_app.config["LANGUAGE"]
    asked = request.accept_languages.best_match(LANGUAGES) if request.accept_languages else None
    return asked or default


def language_code() -> str:
    return str(get_locale() or LANGUAGES[0])


def say_number(value: Fraction | float) -> str:
    """2; 2,5; 0,33 as the language writes them."""
    return str(format_decimal(float(value), "#,##0.##"))


def say_points(points: Fraction) -> str:
    """1 punkt, 2 punkty, 5 punktów, 1,5 punktu: the fraction has a form of its own in Polish."""
    if points.denominator != 1:
        return str(gettext("%(number)s of a point", number=say_number(points)))
    return str(ngettext("%(num)s point", "%(num)s points", int(points)))


def say_percent(share: Fraction) -> str:
    return f"{round(share * 100)} %" if language_code() == "pl" else f"{round(share * 100)}%"


def say_duration(duration: timedelta) -> str:
    """Minutes and seconds; hours only where there are any."""
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    if hours or minutes:
        parts.append(f"{minutes} min")
    if not hours:
        parts.append(f"{seconds} s")
    return " ".join(parts)


def say_moment(moment: datetime) -> str:
    """A day and a time of day, where the school is."""
    return str(format_datetime(moment, "d MMM y, HH:mm"))


def say_day(day: date) -> str:
    """A day with the name that it has in the week."""
    return str(format_date(day, "EEE, d MMM y"))


def say_code(code: str) -> str:
    """A code as it is written on a board or on paper: in two groups."""
    half = len(code) // 2
    return f"{code[:half]}\u00a0{code[half:]}"
