from __future__ import annotations

import pytest
from flask import Flask

from quizapp.formats.gift import read_gift
from quizapp.formats.own_table import read_own_table
from quizapp.formats.registry import WRITABLE
from quizapp.store import bank, people
from quizapp.store.engine import db
from tests import cast
from tests.formats.packages import packed
from tests.web.visitor import Visitor

GIFT = """
// [id:unia] [tag:quizapp-category:date]
::unia::Kiedy zawarto unię lubelską? {
=1 lipca 1569 roku#Tak mówi tekst.
~5 stycznia 1582 roku#To pokój w Jamie Zapolskim.
~3 maja 1791 roku
####Unię zawarto w Lublinie.\\nDowód w tekście\\: „Unię lubelską zawarto 1 lipca 1569 roku”
}

Kto przewodniczył sejmowi? {=Zygmunt August ~%50%Mikołaj Radziwiłł ~Stefan Batory}

Opisz unię własnymi słowami. {}
"""


@pytest.fixture
def teacher(app: Flask, anna: Visitor) -> Visitor:
    """Anna, who has given a text."""
    with app.app_context():
        account = db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()
        cast.a_source(account)
    return anna


def give(visitor: Visitor, content: bytes | str = GIFT, **values: str) -> None:
    visitor.open("/teach/bank")
    visitor.follow("From a file")
    visitor.send(
        "Look into the file",
        **{"file": content.encode() if isinstance(content, str) else content, **values},
    )


def stems(visitor: Visitor, **query: str) -> list[str]:
    visitor.open("/teach/bank", query_string=query)
    return [str(tag.get_text(strip=True)) for tag in visitor.page.soup.select("tr[data-item] th a")]


def test_a_file_is_shown_before_anything_comes_in(teacher: Visitor) -> None:
    give(teacher)

    assert teacher.page.heading == "What the file brings"
    assert "2 questions can come in; 1 is proved by the text" in teacher.page.words
    assert "1 place of the file cannot come in" in teacher.page.words
    assert "It asks for an essay, which no program can grade." in teacher.page.words
    assert "line 12" in teacher.page.words
    assert (
        "“Mikołaj Radziwiłł” earned only a part of the points; here it counts as wrong." in teacher.page.words
    )
    assert stems(teacher) == []


def test_what_is_proved_may_be_asked_and_the_rest_says_what_it_lacks(teacher: Visitor) -> None:
    give(teacher)

    teacher.send("Bring them in")

    assert "1 question is ready; 1 waits as a draft" in teacher.page.soup.get_text()
    assert teacher.page.heading == "Drafts and what they lack"
    assert "Kto przewodniczył sejmowi?" in teacher.page.words
    assert stems(teacher, status="ready") == ["Kiedy zawarto unię lubelską?"]
    teacher.follow("Kiedy zawarto unię lubelską?")
    assert teacher.page.typed("evidence") == "Unię lubelską zawarto 1 lipca 1569 roku"
    assert teacher.page.typed("feedback") == "Unię zawarto w Lublinie."


def test_all_or_nothing_is_the_teachers_to_choose(teacher: Visitor) -> None:
    give(teacher)

    teacher.send("Bring them in", whole="y")

    assert teacher.page.status == 422
    assert "Nothing came in" in teacher.page.words
    assert stems(teacher) == []


def test_the_same_file_twice_is_told_of_and_skipped(teacher: Visitor) -> None:
    give(teacher)
    teacher.send("Bring them in")

    give(teacher)
    assert "in the bank already: 2" in teacher.page.words
    teacher.send("Bring them in")

    assert "2 were left as they were" in teacher.page.soup.get_text()
    assert len(stems(teacher)) == 2


def test_a_file_can_be_forgotten(teacher: Visitor) -> None:
    give(teacher)
    address = teacher.page.path

    teacher.send("Forget the file")

    assert "nothing of it came in" in teacher.page.soup.get_text()
    assert teacher.open(address).status == 404


def test_a_form_sent_twice_brings_the_file_in_once(teacher: Visitor) -> None:
    give(teacher)
    address, form = teacher.page.path, {"csrf_token": teacher.token, "known": "copy"}

    teacher.post(address, form)
    teacher.post(address, form)

    assert len(stems(teacher)) == 2


def test_a_stranger_opens_nobodys_file(teacher: Visitor, celina: Visitor) -> None:
    give(teacher)
    address = teacher.page.path
    celina.open("/teach/bank")
    token = {"csrf_token": celina.token}

    assert celina.open(address).status == 404
    assert celina.post(address, {**token, "known": "skip"}).status == 404
    assert celina.post(f"{address}/removal", token).status == 404
    assert teacher.open(address).status == 200


@pytest.mark.parametrize(
    ("content", "form", "says"),
    [
        (b"", "", "The file is empty."),
        (b" \n", "", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n", "", "This is a picture"),
        (b"\x89PNG\r\n\x1a\n", "moodle", "This is a picture"),
        (b"Zwykly tekst", "gift", "no question of GIFT"),
        (b"<quiz><question>", "moodle", "wrong at line 1"),
        (b"PK\x03\x04broken", "qti", "no zip archive"),
        (
            "\n\n".join(f"Pytanie {n}?{{T}}" for n in range(2_002)).encode(),
            "gift",
            "more than 2000 questions",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_the_field(
    teacher: Visitor, content: bytes, form: str, says: str
) -> None:
    give(teacher, content, format=form)

    assert teacher.page.status == 422
    assert says in teacher.page.error_beside("file").replace(",", "")
    assert teacher.page.typed("format") == form


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (GIFT.encode(), "GIFT"),
        (b"Kto?\nA) on\nB) ona\nC) ono\nANSWER: B", "Aiken"),
        (packed({"1.txt": "X010\nKto?\non\nona\nono\n"}), "Testownik"),
    ],
)
def test_the_format_is_recognised(teacher: Visitor, content: bytes, title: str) -> None:
    give(teacher, content)

    assert f"· {title} ·" in teacher.page.words


def test_markup_in_a_file_and_in_its_name_is_only_shown(teacher: Visitor) -> None:
    give(
        teacher,
        "Kto <img src=x onerror=alert(1)>?{=&lt;script&gt;a ~\\{\\{7*7\\}\\} ~c}\n\nKto to?{=<b>x</b> ~y ~z}",
    )

    assert teacher.page.soup.find("main").find("img") is None
    assert "<script>a" in teacher.page.words
    assert teacher.page.soup.find("main").find("script") is None


@pytest.fixture
def quiz_teacher(app: Flask, anna: Visitor, code: str) -> Visitor:
    """Anna, who has a quiz of three questions."""
    return anna


def test_what_a_format_cannot_hold_is_shown_before_the_download(quiz_teacher: Visitor) -> None:
    quiz_teacher.open("/teach/bank")
    quiz_teacher.follow("To other programs")
    assert "3 questions go out. Nothing is left out." in quiz_teacher.page.words

    items = [tag["value"] for tag in quiz_teacher.page.soup.find_all("input", {"name": "item"})]
    quiz_teacher.send("Show what this format can hold", wanted="aiken", item=items)

    assert "2 questions go out." in quiz_teacher.page.words
    assert "Aiken holds only questions with one right answer to be picked." in quiz_teacher.page.words
    quiz_teacher.send("Download Aiken", item=items)
    assert quiz_teacher.page.data.decode().count("ANSWER:") == 2
    assert quiz_teacher.page.headers["Content-Disposition"] == (
        "attachment; filename=quizapp-2026-11-23-aiken.txt"
    )


@pytest.mark.parametrize("name", list(WRITABLE))
def test_a_quiz_goes_out_in_every_format(quiz_teacher: Visitor, name: str) -> None:
    quiz_teacher.open("/teach/quizzes")
    quiz_teacher.follow("Unia lubelska: sprawdzian")
    quiz_teacher.follow("To other programs")
    items = [tag["value"] for tag in quiz_teacher.page.soup.find_all("input", {"name": "item"})]
    assert len(items) == 3
    quiz_teacher.send("Show what this format can hold", wanted=name, item=items)

    quiz_teacher.send("Download", item=items)

    assert quiz_teacher.page.status == 200
    assert quiz_teacher.page.headers["Content-Type"].startswith(WRITABLE[name].mimetype)
    assert quiz_teacher.page.data


def test_what_goes_out_comes_back_equal(app: Flask, quiz_teacher: Visitor) -> None:
    quiz_teacher.open("/teach/export")
    items = [tag["value"] for tag in quiz_teacher.page.soup.find_all("input", {"name": "item"})]
    quiz_teacher.send("Show what this format can hold", wanted="gift", item=items)
    quiz_teacher.send("Download", item=items)
    content = quiz_teacher.page.data

    assert [read.item.stem for read in read_gift(content).items] == [item.stem for item in cast.some_items()]
    give(quiz_teacher, content)
    assert "in the bank already: 3" in quiz_teacher.page.words


def test_nobody_takes_out_anothers_questions(app: Flask, quiz_teacher: Visitor, celina: Visitor) -> None:
    with app.app_context():
        foreign = [item.public_id for item in db.session.scalars(bank.select(bank.BankItem))]
    celina.open("/teach/import")
    form = {"csrf_token": celina.token, "format": "gift", "wanted": "gift", "item": foreign}

    assert celina.post("/teach/export/file", form).status == 400
    assert "No question is chosen." in celina.post("/teach/export", form).words


@pytest.mark.parametrize("name", ["", "word", "qti", "../../etc/passwd"])
def test_an_unknown_format_is_refused(quiz_teacher: Visitor, name: str) -> None:
    quiz_teacher.open("/teach/export")
    form = {"csrf_token": quiz_teacher.token, "format": name, "wanted": name}

    assert quiz_teacher.post("/teach/export", form).status == 400
    assert quiz_teacher.post("/teach/export/file", form).status == 400


def test_the_table_to_fill_in_comes_in_again(teacher: Visitor) -> None:
    teacher.open("/teach/import")
    table = teacher.follow("Take the table with examples and fill it in.")
    reading = read_own_table(table.data)
    assert len(reading.items) >= 3
    assert not reading.left_out
