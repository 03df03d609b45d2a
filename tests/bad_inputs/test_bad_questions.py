"""37–49, 89: how many questions, how many choices, what stands in them, and what they are worth."""

from __future__ import annotations

import time
import unicodedata

import pytest
from flask import Flask

from quizapp.store import people
from quizapp.store.engine import db
from tests import cast
from tests.bad_inputs.conftest import assert_refused, nothing_written, page_of
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.databases("sqlite")

COUNTS = ("0", "-1", "1.5", "1e3", "²", "٣", "５", "0x10", "1_000", "", "101", "1" + "0" * 30)
QUESTION = {
    "type": "single",
    "category": "date",
    "stem": "Kiedy zawarto unię lubelską?",
    "key": "1 lipca 1569 roku",
    "distractors": "5 stycznia 1582 roku\n3 maja 1791 roku",
    "evidence": "Unię lubelską zawarto 1 lipca 1569 roku",
    "feedback": "Tak.",
    "status": "ready",
}
SAME, FEW = "znaczą to samo. Zmień jedną z nich.", "a powinno ich być od 3 do 5."
REFUSED: dict[str, tuple[dict[str, str], str, str]] = {
    "39-one": ({"distractors": ""}, "distractors", f"Odpowiedzi do wyboru jest 1, {FEW}"),
    "39-two": ({"distractors": "3 maja 1791 roku"}, "distractors", f"Odpowiedzi do wyboru jest 2, {FEW}"),
    "39-twenty-eight": (
        {"distractors": "\n".join(f"{day} maja 1569 roku" for day in range(1, 28))},
        "distractors",
        f"Odpowiedzi do wyboru jest 28, {FEW}",
    ),
    "39-five-thousand": (
        {"distractors": "\n".join(f"słowo {number}" for number in range(5000))},
        "distractors",
        "Za dużo odpowiedzi: 5000; mieści się najwyżej 50.",
    ),
    "42-equal": (
        {"distractors": "3 maja 1791 roku\n3 maja 1791 roku"},
        "distractors",
        f"„3 maja 1791 roku” i „3 maja 1791 roku” {SAME}",
    ),
    "43-case": ({"distractors": "Sejm Wielki\nsejm wielki"}, "distractors", SAME),
    "43-blanks": ({"distractors": "Sejm  Wielki\nSejm\u00a0Wielki"}, "distractors", SAME),
    "43-dot": ({"distractors": "Sejm Wielki\nSejm Wielki."}, "distractors", SAME),
    "43-decomposed": ({"distractors": f"Łódź\n{unicodedata.normalize('NFD', 'Łódź')}"}, "distractors", SAME),
    "43-not-seen": ({"distractors": "Łódź\nŁó\u200bd\u00adź"}, "distractors", SAME),
    "44-decimals": ({"distractors": "3\n3,0"}, "distractors", f"„3” i „3,0” {SAME}"),
    "44-thousands": ({"distractors": "1 000\n1000"}, "distractors", f"„1 000” i „1000” {SAME}"),
    "44-dotted-thousands": ({"distractors": "2.500 osób\n2500 osób"}, "distractors", SAME),
    "45-blank": ({"distractors": "   \n \n"}, "distractors", FEW),
    "45-endless": (
        {"distractors": "x" * 10_000},
        "distractors",
        "Jedna z odpowiedzi ma więcej znaków niż 1000",
    ),
    "45-endless-reason": (
        {"distractors": f"a | {'x' * 10_000}\nb"},
        "distractors",
        "Jedno z uzasadnień ma więcej znaków niż 1000",
    ),
    "46-none-right": ({"key": ""}, "key", "Uzupełnij to pole."),
    "46-two-right": ({"key": "1 lipca 1569\n3 maja 1791"}, "key", "Dokładnie jedna poprawna odpowiedź"),
    "46-all-right": (
        {"type": "multiple", "key": "unię\nlubelską", "distractors": ""},
        "distractors",
        "poprawne są co najmniej dwie odpowiedzi, ale nie wszystkie",
    ),
    "47-all-of-the-above": (
        {"distractors": "wszystkie powyższe\n3 maja 1791 roku"},
        "distractors",
        "Odpowiedź „wszystkie powyższe” sumuje inne. Zastąp ją odpowiedzią o treści własnej.",
    ),
    "89-endless": ({"feedback": "słowo " * 3400}, "feedback", "znaków: 8000, a jest ich 20400"),
    "89-endless-tags": ({"tags": "a," * 2000}, "tags", "znaków: 1000"),
}


@pytest.fixture
def form(app: Flask, anna: Visitor) -> str:
    """The address of the form for a question about a text of Anna's."""
    with app.app_context():
        account = db.session.scalars(people.select(people.Account)).one()
        return f"/teach/sources/{cast.a_source(account).public_id}/items/new"


def save(anna: Visitor, form: str, **changed: str) -> Page:
    anna.open(form)
    return anna.send("Zapisz", **{**QUESTION, **changed})


def test_37_a_number_of_questions_is_whole_and_in_reason(
    anna: Visitor, quiz: str, subtests: pytest.Subtests
) -> None:
    for count in COUNTS:
        with subtests.test(count):
            page = anna.open(f"{quiz}/draw", query_string={"count": count, "seed": "1"})
            assert_refused(page, "count", "Liczba całkowita od 1 do 100.", count=count)
    spaced = anna.open(f"{quiz}/draw", query_string={"count": " 5 ", "seed": "1"})
    assert (spaced.status, spaced.typed("count")) == (200, "5")


def test_38_more_questions_than_there_are_gives_those_and_says_how_many(anna: Visitor, code: str) -> None:
    anna.open("/teach/quizzes")
    anna.send("Nowy quiz", title="Inny")

    page = anna.open(f"{page_of(anna).path}/draw", query_string={"count": "50", "seed": "1"})

    assert page.status == 200
    assert "Wylosowano 3 pytania" in page.words
    assert "50" in page.typed("count")


def test_39_to_47_and_89_what_cannot_be_asked_is_refused_with_the_way_to_mend_it(
    app: Flask, anna: Visitor, form: str, subtests: pytest.Subtests
) -> None:
    begun = time.process_time()

    for name, (changed, field, says) in REFUSED.items():
        with subtests.test(name), nothing_written(app):
            page = save(anna, form, **changed)
            assert_refused(page, field, says)
            assert page.typed("stem") == QUESTION["stem"]
            kept = page.typed(field).replace("\u00ad", "").split()
            assert (
                kept
                == unicodedata.normalize("NFC", changed[field])
                .translate(dict.fromkeys([0x200B, 0xAD]))
                .split()
            )

    assert time.process_time() - begun < 20, "five thousand answers compared with each other take minutes"


def test_39_a_question_without_end_is_not_looked_into_while_it_is_being_written(
    anna: Visitor, form: str
) -> None:
    anna.open(form)
    sent = {
        **QUESTION,
        "csrf_token": anna.token,
        "distractors": REFUSED["39-five-thousand"][0]["distractors"],
    }

    page = Page(anna.client.post(form.replace("items/new", "checks"), data=sent))

    assert "Za dużo odpowiedzi: 5000; mieści się najwyżej 50." in page.html


def test_44_45_89_what_is_odd_but_can_be_asked_is_kept_as_text(anna: Visitor, form: str) -> None:
    for changed, says in (
        ({"distractors": "Jan\nJan III", "status": "draft"}, ""),
        ({"distractors": "<b>x</b>\njavascript:alert(1)\n<br>"}, "Odpowiedzi są różnego rodzaju"),
        ({"feedback": "<script>alert(1)</script>"}, ""),
        ({"feedback": ""}, ""),
        ({"feedback": "Dobra jest odp. B."}, "Wyjaśnienie wskazuje literę („odp. B”)"),
    ):
        page = save(anna, form, **changed)
        assert page.status == 200
        assert says in page.soup.get_text()
        assert all(page.typed(field).splitlines() == text.splitlines() for field, text in changed.items())


def test_41_two_quizzes_of_one_title_are_told_apart_by_their_addresses(app: Flask, anna: Visitor) -> None:
    made = set()
    for title in ("Żubr", "żubr", unicodedata.normalize("NFD", "Żubr"), "Żubr"):
        anna.open("/teach/quizzes")
        anna.send("Nowy quiz", title=title)
        made.add(page_of(anna).path)

    assert len(made) == 4
    assert anna.open("/teach/quizzes").words.casefold().count("żubr") == 4


def test_40_a_title_is_as_long_as_it_may_be_and_no_longer(app: Flask, anna: Visitor, quiz: str) -> None:
    for title, says in (
        ("", "Uzupełnij to pole."),
        ("\u3164", "Uzupełnij to pole."),
        ("x" * 201, "200, a jest ich 201"),
    ):
        anna.open(quiz)
        with nothing_written(app):
            assert_refused(anna.send("Zapisz", title=title), "title", says, title=title)
    for title in ("x", "x" * 200, "🦊", "../x", 'a" X: y'):
        anna.open(quiz)
        assert anna.send("Zapisz", title=title).heading == title


def test_48_the_thresholds_of_grades_are_five_rising_percents(
    app: Flask, anna: Visitor, subtests: pytest.Subtests
) -> None:
    for typed in (
        "-1 30 50 70 90",
        "NaN 1 2 3 4",
        "Infinity",
        "1e309 1 2 3 4",
        "1,5 2 3 4 5",
        "٣ ٤ ٥ ٦ ٧",
        "³",
        "",
    ):
        with subtests.test(typed), nothing_written(app):
            anna.open("/teach/grades")
            assert_refused(
                anna.send("Zapisz", percents=typed), "percents", "liczb całkowitych", percents=typed
            )
