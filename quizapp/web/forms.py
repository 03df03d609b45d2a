"""What the forms of all audiences share: what a field must hold, and messages in the user's language."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext, lazy_gettext
from flask_wtf import FlaskForm
from wtforms import Field, Form, ValidationError

from quizapp.text.cleaning import clean_line, clean_text, is_visible

__all__ = ["REQUIRED", "AtMost", "PlainForm", "Visible", "clean_line", "clean_text"]

REQUIRED = lazy_gettext("Fill this in.")


class AtMost:
    """So many characters and no more."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, form: Form, field: Field) -> None:
        if len(field.data or "") > self.most:
            raise ValidationError(
                gettext(
                    "At most %(most)s characters; these are %(found)s.", most=self.most, found=len(field.data)
                )
            )


class Visible(AtMost):
    """At least one sign that can be seen, and at most so many characters."""

    def __call__(self, form: Form, field: Field) -> None:
        if not is_visible(field.data or ""):
            raise ValidationError(gettext("Fill this in."))
        super().__call__(form, field)


class PlainForm(FlaskForm):
    """A form whose errors are listed first on the page."""

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """Pairs of a field's id and its message, in the order of the fields."""
        return [
            (field.id, f"{field.label.text}: {message}") for field in self for message in _flat(field.errors)
        ]


class ActionForm(PlainForm):
    """A button: nothing but the token."""


def _flat(errors: Any) -> list[str]:
    if isinstance(errors, dict):
        return [message for inner in errors.values() for message in _flat(inner)]
    return [
        message
        for error in errors
        for message in (_flat(error) if isinstance(error, list | dict) else [error])
    ]
