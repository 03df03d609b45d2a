"""60–62: by what names and passwords people sign in, and what they may say of themselves."""

from __future__ import annotations

import unicodedata

import pytest
from flask import Flask

from quizapp.store import people, quizzes
from quizapp.store.engine import db
from tests import cast
from tests.bad_inputs.conftest import assert_refused, in_polish, nothing_written
from tests.conftest import START, Clock
from tests.web.visitor import Visitor

pytestmark = pytest.mark.databases("sqlite")

ALPHABET = "Tylko litery łacińskie, cyfry od 0 do 9 i znaki . @ + - _, bez spacji."
LOGINS = {
    "": "Uzupełnij to pole.",
    "\u3164": "Uzupełnij to pole.",
    "dwa słowa": ALPHABET,
    "\u0430nna": ALPHABET,
    "ａｎｎａ": ALPHABET,
    "anna٣": ALPHABET,
    "²": ALPHABET,
    "<b>anna": ALPHABET,
    "x" * 101: "Dopuszczalna liczba znaków: 100, a jest ich 101.",
    "x" * 255: "Dopuszczalna liczba znaków: 100, a jest ich 255.",
}
PASSWORDS = {
    "": "Uzupełnij to pole.",
    "abcdefg": "Co najmniej 8 znaków.",
    "ab c" * 251: "Najwyżej 1000 znaków.",
    "x1y" * 350_000: "Najwyżej 1000 znaków.",
    "password": "Zbyt łatwe do odgadnięcia: użyj kilku własnych słów.",
    "Haslo123": "Zbyt łatwe do odgadnięcia: użyj kilku własnych słów.",
    " " * 12: "Zbyt łatwe do odgadnięcia: użyj kilku własnych słów.",
}
KEPT = ("abcdwxyz", "abcdefgh" * 8, "abcd" * 250, "🦊🐺🐻🐼🐨🐯🦁🐮", "  hasło moje  ")


@pytest.fixture
def setup(app: Flask, visitor: Visitor) -> str:
    """The page where the first account is made."""
    with app.app_context():
        return f"/setup/{people.new_setup_link(START)}"


def test_60_a_login_is_of_one_alphabet_and_has_an_end(
    app: Flask, visitor: Visitor, setup: str, clock: Clock, subtests: pytest.Subtests
) -> None:
    for login, says in LOGINS.items():
        clock.forward(minutes=1)
        with subtests.test(ascii(login)[:20]), nothing_written(app):
            visitor.open(setup)
            page = visitor.send("Załóż konto", name="Anna", login=login, password=cast.PASSWORD)
            assert_refused(page, "login", says, name="Anna", login=login)


def test_60_two_logins_that_look_alike_are_one_account(app: Flask) -> None:
    decomposed = unicodedata.normalize("NFD", "żółw+x@szkoła.pl")

    with app.app_context():
        cast.a_teacher("żółw+x@szkoła.pl")
        for twin in ("ŻÓŁW+x@szkoła.pl", decomposed, "żółw+x@szkoła.pl "):
            with pytest.raises(people.LoginTaken):
                cast.a_teacher(twin)
    visitor = in_polish(Visitor(app))
    visitor.open("/sign-in")
    assert (
        visitor.send("Zaloguj się", login=f" {decomposed.upper()} ", password=cast.PASSWORD).path == "/teach/"
    )


def test_61_a_password_that_will_not_do_is_told_why_and_never_shown_again(
    app: Flask, visitor: Visitor, setup: str, clock: Clock, subtests: pytest.Subtests
) -> None:
    for password, says in PASSWORDS.items():
        clock.forward(minutes=1)
        with subtests.test(password[:12]), nothing_written(app):
            visitor.open(setup)
            page = visitor.send("Załóż konto", name="Anna", login="anna", password=password)
            assert_refused(page, "password", says, name="Anna", login="anna", password="")


def test_61_a_password_is_compared_as_it_was_given(app: Flask, subtests: pytest.Subtests) -> None:
    for number, password in enumerate((*KEPT, unicodedata.normalize("NFD", "zażółć gęślą"))):
        with app.app_context():
            people.add_account(f"osoba{number}", "Osoba", password, "teacher", START)
        visitor = in_polish(Visitor(app))
        visitor.open("/sign-in")
        with subtests.test(password[:12]):
            wrong = visitor.send("Zaloguj się", login=f"osoba{number}", password=password.strip() + "x")
            right = visitor.send(
                "Zaloguj się", login=f"osoba{number}", password=unicodedata.normalize("NFC", password)
            )
            assert (wrong.status, right.path) == (422, "/teach/")


def test_62_fields_that_no_form_has_are_passed_over(app: Flask, anna: Visitor) -> None:
    stolen = {
        "role": "admin",
        "is_admin": "1",
        "user_id": "7",
        "owner_id": "7",
        "id": "7",
        "join_code": "AAAAAAA",
    }
    anna.open("/teach/quizzes")

    page = anna.send("Nowy quiz", title="Mój", **stolen)

    assert page.status == 200
    with app.app_context():
        account = db.session.scalars(people.select(people.Account)).one()
        quiz = db.session.scalars(quizzes.select(quizzes.Quiz)).one()
        assert (account.role, quiz.owner_id, quiz.id) == ("teacher", account.id, 1)
        assert quiz.join_code != "AAAAAAA"
