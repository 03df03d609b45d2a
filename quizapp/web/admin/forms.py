from __future__ import annotations

import re
from typing import get_args

from flask_babel import gettext, lazy_gettext
from wtforms import Field, PasswordField, SelectField, StringField
from wtforms.validators import AnyOf, InputRequired, ValidationError

from quizapp.store.people import AccountRole
from quizapp.web.forms import REQUIRED, PlainForm, Visible, clean_line

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 1000
TOO_COMMON = frozenset(
    {
        *(
            "password",
            "password1",
            "qwerty123",
            "qwertyuiop",
            "zaq12wsx",
            "12345678",
            "123456789",
            "1234567890",
        ),
        *("haslo123", "hasło123", "polska123", "nauczyciel", "administrator", "quizapp123"),
    }
)

_LOGIN = re.compile(r"[A-Za-zÀ-ɏ0-9_.@+-]+")


class NewPassword:
    """Long enough, not endless, not the first thing that anybody would try."""

    def __call__(self, form: PlainForm, field: Field) -> None:
        password = field.data or ""
        if len(password) < SHORTEST_PASSWORD:
            raise ValidationError(gettext("At least %(least)s characters.", least=SHORTEST_PASSWORD))
        if len(password) > LONGEST_PASSWORD:
            raise ValidationError(gettext("At most %(most)s characters.", most=LONGEST_PASSWORD))
        if password.casefold() in TOO_COMMON or len(set(password)) < 3:
            raise ValidationError(gettext("Too easy to guess: take a few words of your own."))


class LoginName:
    """A name without blanks, of one alphabet: two that look alike are the same."""

    def __call__(self, form: PlainForm, field: Field) -> None:
        if not _LOGIN.fullmatch(field.data or ""):
            raise ValidationError(
                gettext("Only Latin letters, the digits 0 to 9 and the signs . @ + - _, without blanks.")
            )


class NewAccountForm(PlainForm):
    """Of the first account, and of a teacher who was invited."""

    name = StringField(
        lazy_gettext("Your name, as pupils see it"),
        filters=[clean_line],
        validators=[Visible(100)],
        render_kw={"autocomplete": "name"},
    )
    login = StringField(
        lazy_gettext("Login"),
        description=lazy_gettext("For signing in; an e-mail address is not needed."),
        filters=[clean_line],
        validators=[Visible(100), LoginName()],
        render_kw={"autocomplete": "username", "autocapitalize": "off", "spellcheck": "false"},
    )
    password = PasswordField(
        lazy_gettext("Password"),
        description=lazy_gettext("At least 8 characters; a few words are best."),
        validators=[InputRequired(REQUIRED), NewPassword()],
        render_kw={"autocomplete": "new-password"},
    )


_CODE_KW = {
    "autocomplete": "one-time-code",
    "autocapitalize": "characters",
    "spellcheck": "false",
    "maxlength": "40",
}


class SecondStepForm(PlainForm):
    """What is asked for after the password."""

    code = StringField(
        lazy_gettext("Code"),
        description=lazy_gettext("Six digits from the app on your phone, or one of your recovery codes."),
        filters=[clean_line],
        validators=[Visible(40)],
        render_kw=_CODE_KW,
    )


class FirstCodeForm(PlainForm):
    """The code that shows that the device has the secret."""

    code = StringField(
        lazy_gettext("Code"),
        description=lazy_gettext("The six digits that the app shows now."),
        filters=[clean_line],
        validators=[Visible(40)],
        render_kw={**_CODE_KW, "inputmode": "numeric"},
    )


class PasswordForm(PlainForm):
    """For what nobody may do who has only found a browser open."""

    password = PasswordField(
        lazy_gettext("Password"),
        validators=[InputRequired(REQUIRED)],
        render_kw={"autocomplete": "current-password"},
    )


class SignInForm(PlainForm):
    login = StringField(
        lazy_gettext("Login"),
        filters=[clean_line],
        validators=[Visible(254)],
        render_kw={"autocomplete": "username", "autocapitalize": "off", "spellcheck": "false"},
    )
    password = PasswordField(
        lazy_gettext("Password"),
        validators=[InputRequired(REQUIRED)],
        render_kw={"autocomplete": "current-password"},
    )


def _new_password() -> PasswordField:
    return PasswordField(
        lazy_gettext("New password"),
        description=lazy_gettext("At least 8 characters; a few words are best."),
        validators=[InputRequired(REQUIRED), NewPassword()],
        render_kw={"autocomplete": "new-password"},
    )


class NewPasswordForm(PlainForm):
    """Of somebody who has lost the old one."""

    password = _new_password()


class ChangePasswordForm(PlainForm):
    old = PasswordField(
        lazy_gettext("Password until now"),
        validators=[InputRequired(REQUIRED)],
        render_kw={"autocomplete": "current-password"},
    )
    password = _new_password()


class DeleteAccountForm(PlainForm):
    """Who takes over, and the login typed by hand: it cannot be undone."""

    heir = SelectField(lazy_gettext("Who takes over"))
    login = StringField(
        lazy_gettext("The login of the account, typed"),
        filters=[clean_line],
        validators=[Visible(254)],
        render_kw={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"},
    )


class RoleForm(PlainForm):
    """What a teacher may do from now on."""

    role = StringField(validators=[AnyOf(get_args(AccountRole))])
