"""What roles and deeds are called on the pages."""

from __future__ import annotations

from flask_babel import lazy_gettext

from quizapp.store.deeds import What
from quizapp.store.people import AccountRole

ROLE_WORDS: dict[AccountRole, object] = {
    "admin": lazy_gettext("teaches and administers"),
    "teacher": lazy_gettext("teaches"),
    "former": lazy_gettext("has no access"),
}
DEED_WORDS: dict[What, object] = {
    "signed in": lazy_gettext("signed in"),
    "changed own password": lazy_gettext("changed the own password"),
    "ended sessions": lazy_gettext("ended other own sessions"),
    "gave a wrong code": lazy_gettext("gave the password and a wrong code"),
    "began a second step": lazy_gettext("turned the second step at sign-in on"),
    "ended a second step": lazy_gettext("turned the second step at sign-in off"),
    "reset a second step": lazy_gettext("turned a second step off for somebody"),
    "invited a teacher": lazy_gettext("made an invitation"),
    "accepted an invitation": lazy_gettext("accepted an invitation"),
    "let reset a password": lazy_gettext("let a password be set anew"),
    "reset a password": lazy_gettext("set a new password by a link"),
    "changed a role": lazy_gettext("changed a role"),
    "ended an access": lazy_gettext("ended an access"),
    "deleted an account": lazy_gettext("deleted an account"),
    "deleted a quiz": lazy_gettext("deleted a quiz"),
    "deleted a class": lazy_gettext("deleted a class"),
    "removed a pupil": lazy_gettext("removed a pupil"),
    "joined two pupils": lazy_gettext("made one pupil of two"),
    "mended a key": lazy_gettext("mended a key"),
    "took a mended key back": lazy_gettext("took a mended key back"),
    "took scores out": lazy_gettext("took scores out as a file"),
    "took a pupil's data out": lazy_gettext("took the data of a pupil out"),
    "erased a pupil": lazy_gettext("erased a pupil"),
}
