from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from flask import Flask

from quizapp.store import answering, learners, people, quizzes
from quizapp.store.engine import db
from tests import cast
from tests.conftest import START, Clock
from tests.web.conftest import joined
from tests.web.test_learning import RIGHT_DATE, WRONG_DATE, choose
from tests.web.visitor import Visitor


def answer_all(
    visitor: Visitor, first: str = RIGHT_DATE, typed: str = "lublin", last: str = WRONG_DATE
) -> None:
    choose(visitor, first)
    visitor.follow("Next question")
    visitor.send("Answer", answer=typed)
    visitor.follow("Next question")
    choose(visitor, last)
    visitor.follow("To the end")
    visitor.send("Finish")


def a_test(app: Flask, when: str) -> str:
    """The code of another quiz of Anna's, whose feedback is not due at once."""
    with app.app_context():
        account = people.db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()
        quiz = cast.a_quiz(account, title="Klasówka", published=False)
        with quizzes.transaction():
            quiz.feedback = when
        quizzes.publish(quiz, None, START)
        return quiz.join_code


def answer_silently(app: Flask, visitor: Visitor, *given: str) -> None:
    """Answer the questions of the attempt at hand without looking at feedback."""
    from quizapp.store import attempts

    with app.app_context():
        attempt = db.session.scalars(
            attempts.select(attempts.Attempt).order_by(attempts.Attempt.id.desc())
        ).first()
        assert attempt is not None
        for position, said in enumerate(given, start=1):
            version = attempts.version_at(attempt, position)
            assert version is not None
            answering.answer(attempt, position, version, (said,), START)


def comes_back_elsewhere(app: Flask, nickname: str) -> Visitor:
    """The learner of that nickname on another device, by the code for coming back."""
    with app.app_context():
        learner = db.session.scalars(learners.select(learners.Learner).filter_by(nickname=nickname)).one()
        resumed = learners.resume(learners.new_resume_code(learner), START)
        assert resumed is not None
    visitor = Visitor(app)
    with visitor.client.session_transaction() as session:
        session["learner"] = resumed[0]
    visitor.open("/scores")
    return visitor


def own_json(visitor: Visitor) -> dict[str, Any]:
    visitor.open("/scores")
    found: dict[str, Any] = json.loads(visitor.follow("Save all (JSON)").data)
    return found


def rows_of(visitor: Visitor, title: str) -> list[list[str]]:
    """The rows of the table under a heading of the page at hand."""
    assert visitor.page is not None
    heading = next(tag for tag in visitor.page.soup.find_all("h2") if title in tag.get_text())
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
        for row in heading.find_next("table").find_all("tr")
    ]


def test_scores_are_told_by_session_quiz_and_category(ula: Visitor, code: str) -> None:
    answer_all(ula, WRONG_DATE, "Kraków", WRONG_DATE)
    ula.open(f"/q/{code}")
    ula.send("Start")
    answer_all(ula, RIGHT_DATE, "lublin", WRONG_DATE)

    ula.open("/scores")

    assert "Altogether: 2 points, answers: 6." in ula.page.words
    assert ula.page.soup.select_one("svg.plot circle") is not None
    assert rows_of(ula, "By quiz")[1:] == [["Unia lubelska: sprawdzian", "2", "67%", "67%"]]
    assert rows_of(ula, "By what was asked")[1:] == [
        ["Dates", "25%", "1", "4"],
        ["Places", "50%", "1", "2"],
    ]
    bars = [bar["width"] for bar in ula.page.soup.select(".share-bar rect:not(.share-track)")]
    assert bars == ["25.0", "50.0"]
    assert "Weakest so far: dates, 25% of the points (answers: 4)." in ula.page.words
    assert "Nothing to practise today" in ula.page.words


def test_nothing_is_called_weak_after_fewer_than_three_answers(ula: Visitor) -> None:
    choose(ula, WRONG_DATE)

    ula.open("/scores")

    assert "Weakest" not in ula.page.words


def test_scores_lead_to_what_is_due(ula: Visitor, clock: Clock) -> None:
    answer_all(ula)
    clock.forward(days=1)
    ula.open("/scores")
    assert "1 question comes back today." in ula.page.words

    ula.follow("Practice")

    assert ula.page.path == "/practice"


def test_who_comes_back_on_another_device_sees_everything(app: Flask, ula: Visitor, code: str) -> None:
    answer_all(ula)
    elsewhere = comes_back_elsewhere(app, "Ula")

    elsewhere.open(f"/q/{code}")
    elsewhere.send("Start")
    elsewhere.open("/scores")

    assert len([row for row in rows_of(elsewhere, "By session") if "Session of" in row[0]]) == 2
    assert elsewhere.follow("Unia lubelska: sprawdzian").status == 200
    data = own_json(elsewhere)
    assert (len(data["sessions"]), len(data["attempts"])) == (2, 2)


def test_who_has_done_nothing_is_led_to_the_quizzes(visitor: Visitor) -> None:
    visitor.open("/scores")

    assert "No attempts yet" in visitor.page.words
    assert "My data" not in visitor.page.words


def test_the_file_holds_everything_as_given(app: Flask, ula: Visitor, clock: Clock) -> None:
    answer_all(ula)
    clock.forward(days=1)
    ula.open("/practice")
    ula.follow("Start")
    choose(ula, WRONG_DATE)

    data = own_json(ula)

    assert data["learner"]["nickname"] == "Ula"
    attempt = data["attempts"][0]
    assert (attempt["quiz"], attempt["points"]) == ("Unia lubelska: sprawdzian", 2.0)
    assert [answer["given"] for answer in attempt["responses"]] == [[RIGHT_DATE], ["lublin"], [WRONG_DATE]]
    assert [answer["points"] for answer in attempt["responses"]] == [1.0, 1.0, 0.0]
    assert [answer["given"] for answer in data["practice"]] == [[WRONG_DATE]]
    assert "attachment" in ula.page.headers["Content-Disposition"]


def test_unanswered_questions_and_their_keys_are_in_no_file(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)

    data = own_json(ula)
    table = ula.open("/scores/my-data.csv").data.decode()

    assert len(data["attempts"][0]["responses"]) == 1
    assert "Jamie Zapolskim" not in json.dumps(data, ensure_ascii=False)
    assert "Jamie Zapolskim" not in table


@pytest.mark.parametrize("when", ["at_end", "after_closing"])
def test_feedback_that_is_not_due_is_in_no_file_and_on_no_page(app: Flask, ula: Visitor, when: str) -> None:
    ula.open(f"/q/{a_test(app, when)}")
    ula.send("Start")
    answer_silently(app, ula, WRONG_DATE, "Kraków")
    if when == "after_closing":
        ula.open(ula.page.path.rsplit("/", 1)[0] + "/review")
        ula.send("Finish")

    test = own_json(ula)["attempts"][0]

    assert "points" not in test
    assert [sorted(answer) for answer in test["responses"]] == [
        ["at", "confidence", "given", "number", "question"]
    ] * 2
    assert "Lublin\r" not in ula.open("/scores/my-data.csv").data.decode()
    ula.open("/scores")
    assert "Altogether" not in ula.page.words
    assert ["Klasówka", "1", "–", "–"] in rows_of(ula, "By quiz")


def test_a_finished_test_with_feedback_at_the_end_is_told(app: Flask, ula: Visitor) -> None:
    ula.open(f"/q/{a_test(app, 'at_end')}")
    ula.send("Start")
    answer_silently(app, ula, WRONG_DATE, "lublin")
    ula.open(ula.page.path.rsplit("/", 1)[0] + "/review")
    ula.send("Finish")

    test = own_json(ula)["attempts"][0]

    assert test["points"] == 1.0
    assert test["responses"][0]["right_answer"] == RIGHT_DATE


def test_the_table_is_for_a_spreadsheet_and_holds_no_formula(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    ula.follow("Next question")
    ula.send("Answer", answer='=HYPERLINK("http://zly.example")')

    ula.open("/scores")
    raw = ula.follow("Save answers (CSV)").data

    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert [len(row) for row in rows] == [9] * 3
    assert rows[1][5] == RIGHT_DATE
    assert rows[2][5].startswith("'=HYPERLINK")


def test_a_stranger_has_no_data_to_take_or_erase(visitor: Visitor) -> None:
    for address in ("/scores/my-data.json", "/scores/my-data.csv", "/scores/erase"):
        assert visitor.open(address).status == 404
    visitor.open("/")
    assert visitor.post("/scores/erase", {"csrf_token": visitor.token}).status == 404


def test_a_pupil_is_erased_in_two_clicks_and_nobody_else(app: Flask, ula: Visitor, code: str) -> None:
    answer_all(ula)
    namesake = joined(app, code, "Ula")
    answer_all(namesake)
    ula.open("/scores")

    ula.follow("Erase me")
    assert "your nickname" in ula.page.words
    assert "not handed in yet" not in ula.page.words
    ula.send("Erase for good")

    assert "You have been erased." in ula.page.html
    assert ula.open("/scores/my-data.json").status == 404
    assert "No attempts yet" in ula.open("/scores").words
    assert own_json(namesake)["attempts"][0]["points"] == 2.0


def test_who_is_in_the_middle_of_a_quiz_is_told_first(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    ula.open("/scores")

    ula.follow("Erase me")

    assert "handed in as it stands" in ula.page.words
    assert "Unia lubelska: sprawdzian , 1 of 3 so far" in ula.page.words
    ula.follow("Keep everything")
    assert ula.page.path == "/scores"


def test_the_erased_are_erased_on_every_device_and_for_the_teacher(
    app: Flask, anna: Visitor, ula: Visitor
) -> None:
    answer_all(ula, typed="mieszkam na Polnej 5")
    elsewhere = comes_back_elsewhere(app, "Ula")
    ula.open("/scores/erase")

    ula.send("Erase for good")

    assert elsewhere.open("/scores/my-data.json").status == 404
    anna.open("/teach/scores")
    assert "Ula" not in anna.page.words
    assert "Unia lubelska: sprawdzian" in anna.page.words
    table = anna.open("/teach/scores.csv").data.decode()
    assert "Polnej" not in table
    assert RIGHT_DATE in table


def test_erasing_needs_the_token_of_the_page(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)

    ula.client.post("/scores/erase", data={})

    assert own_json(ula)["learner"]["nickname"] == "Ula"
