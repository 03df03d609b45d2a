"""What the school tells of data and of accessibility. Long texts stand in a template a language, not in a catalogue."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask, current_app, render_template
from flask.typing import ResponseReturnValue

from quizapp.store.retention import year_to_keep
from quizapp.web.clock import now
from quizapp.web.languages import language_code


def add_notices(app: Flask) -> None:
    app.add_url_rule("/privacy", view_func=privacy)
    app.add_url_rule("/privacy/teachers", view_func=privacy_of_teachers)
    app.add_url_rule("/accessibility", view_func=accessibility)


def privacy() -> ResponseReturnValue:
    """For pupils, in words that they know."""
    return _notice("pupils")


def privacy_of_teachers() -> ResponseReturnValue:
    return _notice("teachers")


def accessibility() -> ResponseReturnValue:
    """The declaration that the act of 4 April 2019 asks a school for."""
    return _notice("accessibility")


def _notice(name: str) -> str:
    days = current_app.config["KEEP_DAYS"]
    begun = year_to_keep(now(), days)
    return render_template(
        f"notices/{name}.{language_code()}.html",
        school=current_app.config["SCHOOL"],
        contact=current_app.config["CONTACT"],
        erased_on=begun.replace(year=begun.year + 1) + timedelta(days=days),
    )
