"""52–59, 88: what pupils choose, type and call themselves, and the list that a teacher makes of them."""

from __future__ import annotations

import pytest
from flask import Flask

from quizapp.items.item import Item, Option
from quizapp.store import groups, people
from quizapp.store.engine import db
from tests import cast
from tests.bad_inputs.conftest import assert_refused, in_polish, nothing_written, page_of
from tests.web.conftest import choose, joined
from tests.web.test_learning import RIGHT_DATE
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.databases("sqlite")

BAD_CHOICES: dict[str, dict[str, object]] = {
    "none": {},
    "empty": {"answer": ""},
    "no letter of the page": {"answer": "z"},
    "of another script": {"answer": "а"},
    "two": {"answer": ["a", "b"]},
    "a list": {"answer[]": "a"},
    "markup": {"answer": "<zqx>"},
    "a number": {"answer": "1" + "0" * 30},
    "NUL": {"answer": "a\x00"},
}
UNSEEN = (
    "",
    "   ",
    "\u200b\u200b",
    "\u0301\u0302",
    "\u00ad",
    "\ufe0f",
    "\u034f",
    "\u3164",
    "\u2800",
    "\u115f\uffa0",
)
WORN = (
    " Lublin ",
    "LUBLIN",
    "lublin\u00a0",
    "Lu\u200bblin",
    "Lub\x00lin",
    "w Lublinie",
    "Lublin.",
    "’Lublin’",
)


@pytest.fixture
def typing(ula: Visitor) -> Visitor:
    """Ula at the question whose answer, Lublin, is typed."""
    choose(ula, RIGHT_DATE, "Odpowiedz")
    ula.follow("Następne pytanie")
    return ula


def test_52_a_choice_that_is_not_one_of_the_page_is_asked_for_again(
    app: Flask, ula: Visitor, subtests: pytest.Subtests
) -> None:
    here, token = page_of(ula).path, ula.token

    for what, sent in BAD_CHOICES.items():
        with subtests.test(what), nothing_written(app):
            assert_refused(
                ula.post(here, {"csrf_token": token, **sent}), "answer", "Wybierz jedną z odpowiedzi."
            )


def test_52_a_place_in_an_order_is_one_of_those_on_the_page(
    app: Flask, anna: Visitor, subtests: pytest.Subtests
) -> None:
    order = Item(
        "order",
        "event",
        "Ułóż od najwcześniejszego.",
        tuple(Option(text, correct=True) for text in ("unia", "sejm", "pokój")),
        ("unia", "sejm", "pokój"),
        cast.a_choice().evidence,
    )
    with app.app_context():
        account = db.session.scalars(people.select(people.Account)).one()
        code = cast.a_quiz(account, [order]).join_code
    ula = in_polish(joined(app, code, "Ula"))
    here, token = page_of(ula).path, ula.token

    for place in ("", "0", "4", "٣", "³", "1.0", ["1", "2"]):
        with subtests.test(str(place)), nothing_written(app):
            sent = {"csrf_token": token, "answer_1": place, "answer_2": "2", "answer_3": "3"}
            page = ula.post(here, sent)
            assert page.status == 422
            assert page.error_beside("answer_1")
            assert page.typed("answer_3") == "3"


def test_53_an_answer_that_nobody_sees_or_that_never_ends_is_asked_for_again(
    app: Flask, typing: Visitor, subtests: pytest.Subtests
) -> None:
    here, token = page_of(typing).path, typing.token

    for given in UNSEEN:
        with subtests.test(ascii(given)), nothing_written(app):
            page = typing.post(here, {"csrf_token": token, "answer": given})
            assert_refused(page, "answer", "Uzupełnij to pole.")
    with nothing_written(app):
        page = typing.post(here, {"csrf_token": token, "answer": "x" * 100_000})
    assert_refused(page, "answer", "znaków: 500, a jest ich 100000", answer="x" * 100_000)


def test_53_an_answer_is_judged_by_its_words_however_they_are_written(
    anna: Visitor, quiz: str, subtests: pytest.Subtests
) -> None:
    anna.open(f"{quiz}/preview/2")
    token = anna.token

    for given in WORN:
        with subtests.test(ascii(given)):
            assert "Dobrze" in anna.post(f"{quiz}/preview/2", {"csrf_token": token, "answer": given}).words
    look_alike = anna.post(f"{quiz}/preview/2", {"csrf_token": token, "answer": "Lubli\u0578"})
    assert "Źle" in look_alike.words, "a letter of another alphabet is another letter"


def test_54_what_comes_too_late_or_twice_changes_nothing_and_says_so(app: Flask, ula: Visitor) -> None:
    here, token = page_of(ula).path, ula.token
    ula.post(here, {"csrf_token": token, "answer": "a"})

    with nothing_written(app):
        again = ula.post(here, {"csrf_token": token, "answer": "b"})
    ula.open(here.rsplit("/", 1)[0] + "/review")
    ula.send("Zakończ")
    with nothing_written(app):
        late = ula.post(f"{here.rsplit('/', 1)[0]}/2", {"csrf_token": token, "answer": "Lublin"})

    assert "liczy się pierwsza." in again.soup.get_text()
    assert "zostało już zakończone; odpowiedź się nie liczy." in late.soup.get_text()
    assert (again.status, late.status) == (200, 200)


def test_55_a_code_is_known_in_any_writing_and_what_is_none_is_asked_for_again(
    app: Flask, visitor: Visitor, code: str, subtests: pytest.Subtests
) -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    visitor.open("/")
    token = visitor.token

    def enter(typed: str) -> Page:
        return visitor.post("/join", {"csrf_token": token, "code": typed})

    for typed in (code.lower(), f" {code[:3]}-{code[3:]} ", "–".join(code), wide, f"{code}\u200b"):
        with subtests.test(ascii(typed)):
            assert enter(typed).path == f"/q/{code}"
    unknown = "Żaden otwarty quiz nie ma tego kodu. Porównaj każdy znak z kodem na tablicy."
    for typed in ("ABCDEFG", "' OR 1=1; --", "😀", "٣٣٣٣٣٣٣", "0O1Il"):
        with subtests.test(ascii(typed)), nothing_written(app):
            assert_refused(enter(typed), "code", unknown, code=typed)
    assert_refused(enter("x" * 5000), "code", "znaków: 100, a jest ich 5000", code="x" * 5000)
    assert_refused(enter(""), "code", "Uzupełnij to pole.")


def test_57_58_a_nickname_is_seen_is_short_and_is_not_the_teachers(
    app: Flask, code: str, subtests: pytest.Subtests
) -> None:
    visitor = in_polish(Visitor(app))
    visitor.open(f"/q/{code}")
    here, token = page_of(visitor).path, visitor.token
    refused = {
        **dict.fromkeys(UNSEEN, "Uzupełnij to pole."),
        "x" * 41: "Dopuszczalna liczba znaków: 40, a jest ich 41.",
        **dict.fromkeys(
            ("admin", "Nauczyciel", "\u0430dmin", "ADMIN\u200b"),
            "Tak mógłby się nazywać nauczyciel. Wybierz inną nazwę.",
        ),
    }

    for nickname, says in refused.items():
        with subtests.test(ascii(nickname)), nothing_written(app):
            assert_refused(visitor.post(here, {"csrf_token": token, "nickname": nickname}), "nickname", says)


def test_57_59_what_can_be_seen_is_a_nickname_and_is_shown_as_it_is_written(
    app: Flask, anna: Visitor, code: str
) -> None:
    shown = (
        "ż",
        "x" * 40,
        "👨‍👩‍👧‍👦",
        "<img src=x onerror=alert(1)>",
        "{{7*7}}",
        "%0d%0a",
        "' OR 1=1",
        "a\u202eb",
    )
    for nickname in shown:
        assert page_of(joined(app, code, nickname)).path.endswith("/1"), ascii(nickname)

    page = anna.open("/teach/scores")

    assert all(nickname.replace("\u202e", "") in page.words for nickname in shown)
    assert "49" not in page.words


@pytest.mark.databases("sqlite", "postgresql")
def test_57_a_sign_that_stands_for_eighteen_letters_fits_into_a_class(app: Flask, anna: Visitor) -> None:
    anna.open("/teach/groups")
    anna.send("Nowa klasa", name="7b")
    with app.app_context():
        group = db.session.scalars(groups.select(groups.Group)).one()
        groups.settle(group, "7b", "anyone")
        address = f"/c/{group.join_code}"
    visitor = in_polish(Visitor(app))
    visitor.open(address)

    page = visitor.post(f"{address}/new", {"csrf_token": visitor.token, "nickname": "\ufdfa" * 40})

    assert page.status == 200
    assert "7b" in page.words


def test_88_a_list_of_pupils_is_shown_first_with_what_is_left_out(app: Flask, anna: Visitor) -> None:
    anna.open("/teach/groups")
    anna.send("Nowa klasa", name="7b")
    address = page_of(anna).path

    with nothing_written(app):
        page = anna.send(
            "Odczytaj listę", pupils="1. Nowak, Jan\nJan Nowak\n2.\tKowalska Zofia\n\u3164\n٣. Ola"
        )
        assert "Dojdzie 3 uczniów" in page.words
        assert "Wiersz 2, „Jan Nowak”: to samo co wiersz 1" in page.words
        assert "ani imię, ani numer" in page.words
        assert "3. Ola" in page.words
        anna.open(address)
        many = anna.send("Odczytaj listę", pupils="\n".join(f"{n}. Uczeń {n}x" for n in range(1, 301)))
        assert "Dojdzie 300 uczniów" in many.words
        anna.open(address)
        long = anna.send("Odczytaj listę", pupils="x" * 100_000)
    assert_refused(long, "pupils", "znaków: 40000, a jest ich 100000", pupils="x" * 100_000)
