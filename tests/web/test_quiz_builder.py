from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.items.item import Item, Option
from quizapp.store import attempts, bank, quizzes
from quizapp.web.moments import read_moment
from tests import cast
from tests.conftest import Clock
from tests.web.conftest import choose, joined
from tests.web.test_groups import a_group, set_quiz
from tests.web.visitor import Visitor

TITLE = "Unia lubelska: sprawdzian"


@pytest.fixture
def quiz(anna: Visitor, code: str) -> str:
    """The address of Anna's quiz, which is open at her page."""
    anna.open("/teach/quizzes")
    return anna.follow(TITLE).path


def stems(page: Visitor) -> list[str]:
    return [li.p.get_text() for li in page.page.soup.select(".chosen li")]


def pupil_stem(pupil: Visitor) -> str:
    return pupil.page.soup.select_one(".stem").get_text()


def save(teacher: Visitor, quiz: str, **values: str) -> None:
    teacher.open(quiz)
    teacher.send("Save", **values)


def test_a_quiz_opens_and_closes_by_the_clock(
    app: Flask, anna: Visitor, quiz: str, code: str, visitor: Visitor, clock: Clock
) -> None:
    save(anna, quiz, opens_at="2026-11-23T12:00", closes_at="2026-11-23T14:00", is_listed="y")
    assert "until then the code leads nowhere" in anna.page.words
    assert visitor.open(f"/q/{code}").status == 404
    assert TITLE not in visitor.open("/").words

    assert "The code lets in from 23 Nov 2026, 12:00 on." in anna.open(f"{quiz}/presenting").words

    clock.forward(hours=2)
    assert TITLE in visitor.open("/").words
    assert "The code lets in" not in anna.open(f"{quiz}/presenting").words
    ula = joined(app, code, "Ula")
    clock.forward(hours=2)
    assert visitor.open(f"/q/{code}").status == 404
    assert TITLE not in visitor.open("/").words
    choose(ula, "1 lipca 1569 roku")
    assert "Right" in ula.page.title

    anna.open(quiz)
    assert "Not open" in anna.page.words
    assert "The time at which it closes is past." in anna.page.words
    assert anna.page.soup.select_one(".problems a")["href"] == "#closes_at"
    with app.app_context():
        closed = quizzes.db.session.scalars(quizzes.select(quizzes.Publication)).one().closed_at
    assert closed == datetime(2026, 11, 23, 13, 0, tzinfo=UTC)


def test_closing_by_the_clock_shows_what_waited_for_it(
    app: Flask, anna: Visitor, quiz: str, code: str, clock: Clock
) -> None:
    save(anna, quiz, feedback="after_closing", closes_at="2026-11-23T14:00")
    anna.send("Publish again")
    ula = joined(app, code, "Ula")
    ula.open(ula.page.path.rsplit("/", 1)[0] + "/review")
    assert ula.send("Finish").heading == "Handed in"

    clock.forward(hours=5)

    assert "0 points" in ula.open(ula.page.path).words


@pytest.mark.parametrize(
    ("opens", "closes", "field", "says"),
    [
        ("2026-11-24T10:00", "2026-11-24T10:00", "closes_at", "It must close after it opens."),
        ("2026-11-24T10:00", "2026-11-24T09:00", "closes_at", "It must close after it opens."),
        ("2026-11-20T10:00", "2026-11-21T10:00", "closes_at", "This is past."),
        ("2026-02-30T10:00", "", "opens_at", "There is no such day or time."),
        ("0000-01-01T10:00", "", "opens_at", "There is no such day or time."),
        ("", "99999-01-01T10:00", "closes_at", "There is no such day or time."),
        ("", "25:61", "closes_at", "There is no such day or time."),
        ("", "2026-11-24T10:00+02:00", "closes_at", "There is no such day or time."),
        ("", "2026-11-24 10.45", "closes_at", "Write it like 2026-03-27 10:45"),
        ("", "2026-11-24", "closes_at", "Write it like 2026-03-27 10:45"),
        ("", "2026-W48-2T10:45", "closes_at", "Write it like 2026-03-27 10:45"),
        ("", "٢٠٢٦-١١-٢٤T١٠:٤٥", "closes_at", "Write it like 2026-03-27 10:45"),
    ],
)
def test_hours_that_cannot_be_are_refused_beside_the_field(
    anna: Visitor, quiz: str, opens: str, closes: str, field: str, says: str
) -> None:
    save(anna, quiz, opens_at=opens, closes_at=closes, title="Inny tytuł")

    assert anna.page.status == 422
    assert says in anna.page.error_beside(field)
    assert anna.page.typed("title") == "Inny tytuł"
    assert TITLE in anna.open("/teach/quizzes").words


@pytest.mark.parametrize(
    ("typed", "at", "is_moved"),
    [
        ("2026-03-29T02:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), True),
        ("2026-03-29T03:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), False),
        ("2026-10-25T02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), False),
        ("2026-10-25 03:30", datetime(2026, 10, 25, 2, 30, tzinfo=UTC), False),
        ("2026-07-01T12:00", datetime(2026, 7, 1, 10, 0, tzinfo=UTC), False),
    ],
)
def test_the_clocks_leave_out_an_hour_and_show_one_twice(typed: str, at: datetime, is_moved: bool) -> None:
    moment = read_moment(typed)

    assert (moment.at, moment.is_moved) == (at, is_moved)


def test_a_pupil_makes_no_more_attempts_than_are_allowed(
    app: Flask, anna: Visitor, quiz: str, code: str
) -> None:
    save(anna, quiz, attempts_limit="1")
    ula = joined(app, code, "Ula")
    ula.open(ula.page.path.rsplit("/", 1)[0] + "/review")
    ula.send("Finish")

    refused = ula.open(f"/q/{code}")

    assert "You may attempt this quiz once, and you have." in refused.words
    assert ula.post(f"/q/{code}", {"csrf_token": ula.token}).status == 409
    assert joined(app, code, "Olek").page.status == 200
    ula.open("/scores")


@pytest.mark.parametrize("typed", ["0", "-1", "1,5", "trzy", "100", "10000000000"])
def test_the_number_of_attempts_is_whole_and_in_reason(anna: Visitor, quiz: str, typed: str) -> None:
    save(anna, quiz, attempts_limit=typed)

    assert anna.page.status == 422
    assert "A whole number from 1 to 99" in anna.page.error_beside("attempts_limit")
    assert anna.page.typed("attempts_limit") == typed


def test_each_pupil_may_have_an_order_of_their_own(app: Flask, anna: Visitor, quiz: str, code: str) -> None:
    save(anna, quiz, shuffles="y")
    assert "You changed the quiz since it was opened" in anna.page.words
    anna.send("Publish again")

    first = {pupil_stem(joined(app, code, f"Pupil {number}")) for number in range(12)}

    assert len(first) > 1
    ula = joined(app, code, "Ula")
    seen = [pupil_stem(ula)]
    for _ in range(2):
        ula.follow("Skip for now")
        seen.append(pupil_stem(ula))
    assert len(set(seen)) == 3
    assert ula.page.words.startswith(f"{TITLE} Question 3 of 3")


def test_the_order_that_was_dragged_is_kept(anna: Visitor, quiz: str) -> None:
    anna.open(quiz)
    before = stems(anna)
    ids = [li["data-item"] for li in anna.page.soup.select(".chosen li")]

    anna.post(f"{quiz}/items/order", {"csrf_token": anna.token, "item": [ids[2], ids[0], "unknown"]})

    assert stems(anna) == [before[2], before[0], before[1]]


def test_the_bank_beside_the_quiz_is_searched(app: Flask, anna: Visitor, quiz: str) -> None:
    with app.app_context():
        account = quizzes.db.session.scalars(quizzes.select(quizzes.Account)).one()
        source = cast.a_source(account, "Inny tekst")
        bank.add_item(source, cast.a_typed("Gdzie leży Żółkiew?"), "ready", cast._noon(), owner=account)
        bank.add_item(source, cast.a_choice("Kiedy był sejm?"), "ready", cast._noon(), owner=account)
    anna.open(quiz)
    anna.send("Show", words="ŻÓŁKIEW")
    assert [
        tick.get_text(" ", strip=True) for tick in anna.page.soup.select(".tick > span > span:first-child")
    ] == ["Gdzie leży Żółkiew?"]
    anna.send("Show", words="", category="date", type="single")
    assert "Kiedy był sejm?" in anna.page.words
    assert "Gdzie leży Żółkiew?" not in anna.page.words
    anna.send("Show", words="nic takiego")
    assert "No question is like that." in anna.page.words


def test_a_draw_is_seen_before_it_is_taken_and_its_number_repeats_it(app: Flask, anna: Visitor) -> None:
    with app.app_context():
        account = quizzes.db.session.scalars(quizzes.select(quizzes.Account)).one()
        source = cast.a_source(account)
        for number in range(12):
            item = cast.a_typed(f"Pytanie {number}?")
            bank.add_item(source, item, "ready", cast._noon(), owner=account)
        for number in range(3):
            bank.add_item(source, cast.a_choice(f"Data {number}?"), "ready", cast._noon(), owner=account)
        quizzes.add_quiz("Losowany", account, cast._noon())
    anna.open("/teach/quizzes")
    anna.follow("Losowany")

    def drawn() -> list[str]:
        return [
            tick.get_text(" ", strip=True)
            for tick in anna.page.soup.select(".tick > span > span:first-child")
        ]

    anna.follow("Draw at random")
    anna.send("Draw", count="4", type="typed", seed="7")
    first = drawn()
    assert len(first) == 4
    assert all(stem.startswith("Pytanie") for stem in first)
    address = anna.page.address
    anna.open(address)
    assert drawn() == first
    anna.send("Draw", seed="8")
    assert drawn() != first
    anna.send("Draw", difficulty="easy")
    assert "No ready question outside the quiz is of this kind." in anna.page.words
    anna.send("Draw", difficulty="unknown", seed="7")
    assert drawn() == first

    anna.open(address)
    anna.send("Add to the quiz", item=[tick["value"] for tick in anna.page.soup.select(".tick input")])

    assert stems(anna) == first


@pytest.mark.parametrize(("count", "seed"), [("0", "1"), ("101", "1"), ("x", "1"), ("5", "-1"), ("5", "1e9")])
def test_a_draw_that_cannot_be_says_so(anna: Visitor, quiz: str, count: str, seed: str) -> None:
    page = anna.open(f"{quiz}/draw", query_string={"count": count, "seed": seed})

    assert page.status == 422
    assert page.soup.select(".error-summary")


def test_a_preview_grades_and_keeps_nothing(app: Flask, anna: Visitor, quiz: str) -> None:
    anna.open(quiz)
    anna.follow("Preview")
    assert "Nothing that you answer is kept" in anna.page.html
    assert "KANAREK" not in anna.page.html
    choose(anna, "3 maja 1791 roku")
    assert "KANAREK" in anna.page.words
    assert "Right answer 1 lipca 1569 roku" in anna.page.words

    anna.follow("Next")
    empty = anna.send("Answer", answer="")
    assert empty.status == 422
    assert empty.error_beside("answer")
    anna.send("Answer", answer="lublin")
    assert "1 point" in anna.page.words

    with app.app_context():
        assert not attempts.any_attempts()
        assert attempts.db.session.scalars(attempts.select(attempts.StoredResponse)).all() == []


@pytest.mark.parametrize("position", ["0", "4", "999999999999"])
def test_there_is_no_preview_of_a_question_that_is_not(anna: Visitor, quiz: str, position: str) -> None:
    assert anna.open(f"{quiz}/preview/{position}").status == 404


def test_what_forbids_to_publish_is_named_with_the_way_to_mend_it(app: Flask, anna: Visitor) -> None:
    twins = Item(
        "single",
        "date",
        "Kiedy zawarto unię lubelską?",
        (Option("1569", True), Option("1569", False), Option("1791", False)),
        ("1569",),
        cast.a_choice().evidence,
    )
    with app.app_context():
        account = quizzes.db.session.scalars(quizzes.select(quizzes.Account)).one()
        cast.a_quiz(account, [twins], "Z błędem", published=False)
    anna.open("/teach/quizzes")
    anna.follow("Z błędem")

    problem = anna.page.soup.select_one(".problems li")
    assert "1569" in problem.get_text()
    assert problem.a.get_text() == "Mend it"
    assert "Publish" not in [button.get_text() for button in anna.page.soup.find_all("button")]
    anna.post(anna.page.path + "/publication", {"csrf_token": anna.token})
    assert "Not open" in anna.page.words
    assert anna.open(str(problem.a["href"])).status == 200


def test_a_copy_has_the_questions_and_the_rules_and_a_code_of_its_own(
    anna: Visitor, quiz: str, code: str
) -> None:
    save(anna, quiz, time_limit="20", attempts_limit="2", shuffles="y")
    before = stems(anna)

    anna.send("Copy")

    assert anna.page.heading == f"{TITLE} (copy)"
    assert stems(anna) == before
    assert anna.page.typed("time_limit") == "20"
    assert anna.page.typed("attempts_limit") == "2"
    assert code[:3] not in anna.page.html
    assert "Not open" in anna.page.words


def test_a_new_code_ends_the_old_and_who_has_begun_goes_on(
    app: Flask, anna: Visitor, quiz: str, code: str, visitor: Visitor
) -> None:
    ula = joined(app, code, "Ula")
    anna.open(quiz)
    anna.send("New code")

    assert visitor.open(f"/q/{code}").status == 404
    new = re.sub(r"\W", "", anna.page.soup.select_one(".join-code")["data-join-code"])
    assert visitor.open(f"/q/{new}").status == 200
    choose(ula, "1 lipca 1569 roku")
    assert "Right" in ula.page.title


def test_a_quiz_that_nobody_attempted_is_deleted_once_it_was_said_what_goes(
    app: Flask, anna: Visitor, quiz: str
) -> None:
    group = a_group(anna, "7b", "1\n2")
    set_quiz(anna, group)
    anna.open(quiz)
    told = anna.follow("Delete")
    assert "its 3 questions, in the bank" in told.words
    assert TITLE in anna.open("/teach/quizzes").words

    anna.open(f"{quiz}/deletion")
    anna.send("Delete for good")

    assert TITLE not in anna.page.soup.find("main").get_text()
    assert anna.open(quiz).status == 404
    assert anna.open(group).status == 200
    assert "Kiedy zawarto unię lubelską?" in anna.open("/teach/bank").words


def test_a_quiz_that_was_attempted_is_archived_instead_and_comes_back(
    app: Flask, anna: Visitor, quiz: str, code: str, visitor: Visitor
) -> None:
    ula = joined(app, code, "Ula")
    anna.open(quiz)
    told = anna.follow("Archive")
    assert "It was attempted 1 time." in told.words
    refused = anna.post(f"{quiz}/deletion", {"csrf_token": anna.token})
    assert "archive it instead" in refused.html
    anna.send("Close and archive")

    assert "put away on" in anna.page.words
    assert visitor.open(f"/q/{code}").status == 404
    choose(ula, "1 lipca 1569 roku")
    assert "Ula" in anna.open("/teach/scores").words
    anna.open(quiz)
    assert "The quiz is in the archive" in anna.page.words
    anna.send("Take out of the archive")
    anna.send("Publish")
    assert visitor.open(f"/q/{code}").status == 200


def test_closing_twice_and_archiving_twice_change_nothing(anna: Visitor, quiz: str) -> None:
    anna.open(quiz)
    token = {"csrf_token": anna.token}
    for _ in range(2):
        assert anna.post(f"{quiz}/closing", token).status == 200
    for _ in range(2):
        assert anna.post(f"{quiz}/archive", token).status == 200

    assert "put away on" in anna.page.words


def test_who_was_let_in_runs_sees_prints_and_copies_but_changes_nothing(
    app: Flask, anna: Visitor, celina: Visitor, quiz: str, code: str
) -> None:
    joined(app, code, "Ula")
    assert celina.open(quiz).status == 404
    anna.open(quiz)
    anna.send("Share with them", login="celina")

    assert "shared by Anna" in celina.open("/teach/quizzes").words
    page = celina.open(quiz)
    assert "shared by Anna" in page.words
    assert not page.soup.select("[data-drag-order], .settings, .tick-list")
    for path in ("/preview/1", "/print", "/print.docx", "/presenting"):
        assert celina.open(quiz + path).status == 200, path
    assert "Ula" in celina.open("/teach/scores").words
    token = {"csrf_token": celina.open(quiz) and celina.token}
    item = page.soup.select_one(".chosen li")["data-item"]
    for path in (
        "",
        "/items",
        "/items/order",
        f"/items/{item}/up",
        f"/items/{item}/removal",
        "/teachers",
        "/archive",
        "/restoring",
        "/deletion",
    ):
        assert celina.post(quiz + path, token).status == 404, path
    for path in ("/draw", "/deletion"):
        assert celina.open(quiz + path).status == 404, path

    celina.open(quiz)
    celina.send("Close")
    assert "Not open" in celina.page.words
    celina.send("Copy")
    assert celina.page.heading == f"{TITLE} (copy)"
    celina.send("Move down")
    celina.send("Publish")
    assert "Open to pupils" in celina.page.words

    anna.open(quiz)
    anna.send("Share no more")
    assert celina.open(quiz).status == 404
    assert "Ula" not in celina.open("/teach/scores").words


@pytest.mark.parametrize("title", ['a"\r\nX: y/../ż', "../x", "🦊", "<b>x</b>", "{{7*7}}", "Unia", "UNIA"])
def test_a_title_is_safe_wherever_it_goes(anna: Visitor, quiz: str, title: str) -> None:
    save(anna, quiz, title=title)

    assert anna.page.status == 200
    file = anna.client.get(f"{quiz}/print.docx")
    disposition = file.headers["Content-Disposition"]
    assert re.fullmatch(r"attachment; filename=[\w-]+\.docx", disposition)
    assert "X" not in file.headers


@pytest.mark.parametrize("title", ["", "   ", "x" * 201])
def test_a_title_that_is_none_is_refused(anna: Visitor, quiz: str, title: str) -> None:
    save(anna, quiz, title=title)

    assert anna.page.status == 422
    assert anna.page.error_beside("title")


def test_the_last_of_many_choices_can_be_chosen(app: Flask, anna: Visitor) -> None:
    words = [f"słowo {number}" for number in range(28)]
    with app.app_context():
        account = quizzes.db.session.scalars(quizzes.select(quizzes.Account)).one()
        made = cast.a_quiz(account, [cast.a_choice("Które?", words[0], words[1:])], "Dużo")
        code = made.join_code
    ula = joined(app, code, "Ula")
    assert len(ula.page.soup.select("input[name=answer]")) == 28

    choose(ula, ula.page.soup.select(".option-text")[27].get_text())

    assert ula.page.title.startswith(("Right", "Wrong"))


def test_an_attempt_goes_on_as_it_began_while_the_quiz_is_changed(
    app: Flask, anna: Visitor, quiz: str, code: str
) -> None:
    ula = joined(app, code, "Ula")
    choose(ula, "1 lipca 1569 roku")

    anna.open("/teach/bank")
    anna.follow("Jak nazywa się miasto")
    anna.send("Save", stem="Gdzie zawarto unię?")
    anna.open(quiz)
    anna.send("Take out")
    anna.send("Publish")

    ula.follow("Next question")
    assert pupil_stem(ula) == "Jak nazywa się miasto, w którym zawarto unię?"
    ula.send("Answer", answer="Lublin")
    ula.follow("Next question")
    choose(ula, "5 stycznia 1582 roku")
    ula.follow("To the end")
    ula.send("Finish")
    assert "3 points" in ula.page.words
    olek = joined(app, code, "Olek")
    assert "1 of 2" in olek.page.words
    assert pupil_stem(olek) == "Gdzie zawarto unię?"
