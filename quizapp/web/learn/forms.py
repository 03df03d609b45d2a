from __future__ import annotations

from flask import request
from flask_babel import gettext, lazy_gettext
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from quizapp.items.nicknames import is_reserved
from quizapp.items.spacing import Confidence, confidence_of
from quizapp.store.reports import REASONS
from quizapp.web.forms import AtMost, PlainForm, Visible, clean_line, clean_text

LONGEST_NICKNAME = 40
LONGEST_REPORT = 1000


def given_confidence() -> Confidence | None:
    """How sure the learner of this request is, where that was said."""
    return confidence_of(request.form.get("confidence"))


class JoinForm(PlainForm):
    """A code from the board."""

    code = StringField(lazy_gettext("Code from the board"), filters=[clean_line], validators=[Visible(100)])


class ReturnForm(PlainForm):
    """The personal code of somebody who was here before."""

    code = StringField(lazy_gettext("Your personal code"), filters=[clean_line], validators=[Visible(100)])


class NicknameForm(PlainForm):
    """How a pupil wants to be shown. No account, no e-mail, no surname."""

    nickname = StringField(
        lazy_gettext("Nickname or register number"),
        description=lazy_gettext("Your teacher will see it. A first name or a number is enough, no surname."),
        filters=[clean_line],
        validators=[Visible(LONGEST_NICKNAME)],
        render_kw={"autocomplete": "nickname", "maxlength": LONGEST_NICKNAME},
    )

    def validate_nickname(self, field: StringField) -> None:
        if is_reserved(field.data):
            raise ValidationError(gettext("This name could be taken for your teacher's. Choose another."))


class PlaceForm(PlainForm):
    """Which of a class somebody is."""

    place = SelectField(lazy_gettext("Who you are"), validate_choice=False)
    code = StringField(
        lazy_gettext("Your personal code"),
        description=lazy_gettext(
            "If your teacher gave you one. It is needed where somebody came as you before."
        ),
        filters=[clean_line],
        render_kw={
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "maxlength": 40,
        },
    )

    def validate_place(self, field: SelectField) -> None:
        if field.data not in dict(field.choices or ()) or not field.data:
            raise ValidationError(gettext("Choose yourself from the list."))


class StartForm(PlainForm):
    """Begin under the nickname of the running session."""


class FinishForm(PlainForm):
    """Hand in."""


class ButtonForm(PlainForm):
    """A button: nothing but the token."""


class ReportForm(PlainForm):
    """What is wrong with a question."""

    reason = RadioField(lazy_gettext("What is wrong"), validate_choice=False)
    words = TextAreaField(
        lazy_gettext("In your own words"),
        description=lazy_gettext("If you like: what should it say?"),
        filters=[clean_text],
        validators=[AtMost(LONGEST_REPORT)],
        render_kw={"rows": 3, "maxlength": LONGEST_REPORT},
    )

    def validate_reason(self, field: RadioField) -> None:
        if field.data not in REASONS:
            raise ValidationError(gettext("Choose what is wrong."))


class LeaveForm(PlainForm):
    """End the session on this device."""


class EraseForm(PlainForm):
    """Erase everything that is known of the learner."""
