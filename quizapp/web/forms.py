"""What the forms of all audiences share: cleaning what was typed, and messages in the user's language."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from flask_babel import gettext, lazy_gettext
from flask_wtf import FlaskForm
from wtforms import Field, Form, ValidationError

REQUIRED = lazy_gettext("Fill this in.")

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_MANY_MARKS = re.compile(r"([\u0300-\u036f]{8})[\u0300-\u036f]+")


def clean_text(typed: str | None) -> str:
    """A text as it is kept: composed letters, plain line ends, no control or direction signs."""
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", typed or ""))
    return _MANY_MARKS.sub(r"\1", _CONTROL.sub("", text))


def clean_line(typed: str | None) -> str:
    """A single line: as a text, with white space folded and trimmed."""
    return " ".join(clean_text(typed).split())


class Visible:
    """At least one sign that can be seen, and at most so many characters."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, form: Form, field: Field) -> None:
        if not any(
            sign.isprintable() and not sign.isspace() and not unicodedata.combining(sign)
            for sign in field.data or ""
        ):
            raise ValidationError(gettext("Fill this in."))
        if len(field.data) > self.most:
            raise ValidationError(
                gettext(
                    "At most %(most)s characters; these are %(found)s.", most=self.most, found=len(field.data)
                )
            )


class PlainForm(FlaskForm):
    """A form whose errors are listed first on the page."""

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """Pairs of a field's id and its message, in the order of the fields."""
        return [
            (field.id, f"{field.label.text}: {message}") for field in self for message in _flat(field.errors)
        ]


def _flat(errors: Any) -> list[str]:
    if isinstance(errors, dict):
        return [message for inner in errors.values() for message in _flat(inner)]
    return [
        message
        for error in errors
        for message in (_flat(error) if isinstance(error, list | dict) else [error])
    ]
