from __future__ import annotations

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.store import answering, groups, joining, people, quizzes, starting
from quizapp.store.engine import db
from quizapp.store.learners import Learner
from tests import cast
from tests.conftest import START
from tests.store.test_results import CLASS, RIGHT, WRONG, take
from tests.web.visitor import Page, Visitor

NAMES = ("Żaneta", "Ala", "Łucja", "Ćma", "=1+1")


@pytest.fixture
def quiz(app: Flask, anna: Visitor) -> str:
    """The address of a quiz of Anna's that a class of five has taken."""
    with app.app_context():
        made = cast.a_quiz(_account("anna"))
        for name, answers in zip(NAMES, CLASS, strict=True):
            take(made, name, answers)
        return f"/teach/quizzes/{made.public_id}"


def _account(login: str) -> people.Account:
    return db.session.scalars(people.select(people.Account).filter_by(login_key=login)).one()


def _quiz(address: str) -> quizzes.Quiz:
    return db.session.scalars(
        quizzes.select(quizzes.Quiz).filter_by(public_id=address.rsplit("/", 1)[1])
    ).one()


def a_big_class(app: Flask, address: str, size: int) -> None:
    """So many more pupils; the abler half chooses a wrong option of the first question, and nobody the other."""
    with app.app_context():
        quiz = _quiz(address)
        for number in range(size):
            able = number % 2 == 0
            first = WRONG if able else RIGHT[0]
            take(quiz, f"Uczeń {number}", (first, RIGHT[1] if able else "Kraków", RIGHT[2] if able else None))


def rows(page: Page) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(page.data.decode("utf-8-sig")), delimiter=";"))


def test_the_grid_shows_pupils_by_register_with_every_answer_and_the_grade(anna: Visitor, quiz: str) -> None:
    page = anna.open(f"{quiz}/results")

    shown = [
        [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
        for row in page.soup.select("table.grid tbody tr")
    ]
    assert shown == [
        ["=1+1", "0 / 3", "1", "–", "–", "○ wrong"],
        ["Ala", "2 / 3", "3", "● right", "● right", "○ wrong"],
        ["Ćma", "0 / 3", "1", "○ wrong", "○ wrong", "–"],
        ["Łucja", "2 / 3", "3", "○ wrong", "● right", "● right"],
        ["Żaneta", "3 / 3", "6", "● right", "● right", "● right"],
    ]
    assert "Mean: 47%" in page.words


def test_every_cell_of_the_grid_opens_the_answer_as_given_and_its_grading(anna: Visitor, quiz: str) -> None:
    page = anna.open(f"{quiz}/results")
    links = [str(link["href"]) for link in page.soup.select("table.grid td.cell a")]

    assert len(links) == 12
    opened = anna.open(links[-1])
    row = opened.soup.find(id=links[-1].split("#")[1])
    assert row is not None
    assert RIGHT[2] in row.get_text()


def test_the_spread_of_the_scores_is_drawn_and_said(anna: Visitor, quiz: str) -> None:
    page = anna.open(f"{quiz}/results")

    plot = page.soup.find("svg", class_="plot")
    assert plot is not None
    assert "0–9: 2" in str(plot["aria-label"])
    assert "60–69: 2" in str(plot["aria-label"])
    grades = [row.get_text(" ").split() for row in page.soup.select("table.grades tbody tr")]
    assert grades == [["6", "1"], ["5", "0"], ["4", "0"], ["3", "2"], ["2", "0"], ["1", "2"]]


def test_the_grid_as_a_file_has_numbers_and_no_formula(anna: Visitor, quiz: str) -> None:
    found = rows(anna.open(f"{quiz}/results.csv"))

    assert [row["Learner"] for row in found] == ["'=1+1", "Ala", "Ćma", "Łucja", "Żaneta"]
    assert [row["Grade"] for row in found] == ["1", "3", "1", "3", "6"]
    assert found[1]["Percent"] == "66.6666666667"
    assert found[2]["3. Kiedy podpisano pokój w Jamie Zapolskim?"] == ""


def test_the_grid_as_a_workbook_has_numbers_as_numbers(anna: Visitor, quiz: str) -> None:
    page = anna.open(f"{quiz}/results.xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(page.data)).active
    assert sheet is not None
    found = list(sheet.iter_rows(min_row=2))
    assert (found[0][0].value, found[0][0].data_type) == ("=1+1", "s")
    assert [row[3].value for row in found] == [0, 2, 0, 2, 3]
    assert found[1][1].is_date
    assert found[1][5].value == pytest.approx(200 / 3)


@pytest.mark.parametrize(("language", "percent"), [("pl", "66,6666666667"), ("en", "66.6666666667")])
def test_numbers_in_csv_have_the_comma_of_the_language(
    anna: Visitor, quiz: str, language: str, percent: str
) -> None:
    anna.open(f"{quiz}/results")
    anna.post("/language", {"csrf_token": anna.token, "lang": language})

    assert percent in anna.open(f"{quiz}/results.csv").data.decode()


def test_few_pupils_get_counts_and_no_verdict(anna: Visitor, quiz: str) -> None:
    page = anna.open(f"{quiz}/analysis")

    assert "too few" in page.words
    assert page.soup.find("svg", class_="plot") is None
    line = rows(anna.open(f"{quiz}/analysis.csv"))[0]
    assert (line["Learners"], line["Facility, %"], line["Discrimination, %"]) == ("5", "", "")


def test_the_key_that_the_stronger_pupils_did_not_choose_is_named(
    app: Flask, anna: Visitor, quiz: str
) -> None:
    a_big_class(app, quiz, 30)

    page = anna.open(f"{quiz}/analysis")
    assert f"The stronger pupils chose “{WRONG}” more often than the key: check the key." in page.words
    assert "Nobody chose “5 stycznia 1582 roku”" in page.words

    page = anna.follow("Kiedy zawarto unię lubelską?")
    plot = page.soup.find("svg", class_="plot")
    assert plot is not None
    assert f"{WRONG}: 17" in str(plot["aria-label"])
    assert "key" in page.words


def test_the_figures_of_the_page_and_of_the_file_are_those_of_the_raw_rows(
    app: Flask, anna: Visitor, quiz: str
) -> None:
    from tests.analysis.recomputed import recomputed_items
    from tests.store.test_results import raw_rows

    a_big_class(app, quiz, 30)
    with app.app_context():
        expected = recomputed_items(raw_rows(_quiz(quiz).publications[0]), [1.0] * 3)

    for line, figures in zip(rows(anna.open(f"{quiz}/analysis.csv")), expected, strict=True):
        for column, name in (
            ("Facility, %", "facility"),
            ("Deviation, %", "deviation"),
            ("Intended weight, %", "intended_weight"),
            ("Effective weight, %", "effective_weight"),
            ("Discrimination, %", "discrimination"),
            ("Efficiency, %", "efficiency"),
        ):
            value = figures[name]
            assert line[column] == ("" if value is None else f"{value:.12g}"), column


def test_an_item_leads_to_the_answers_as_given(anna: Visitor, quiz: str) -> None:
    anna.open(f"{quiz}/analysis/2")

    page = anna.follow("Answers as given")
    assert "Kraków" in page.words
    assert "no answer" in page.words
    page = anna.open(f"{quiz}/analysis/2/answers?show=wrong")
    assert "Kraków" in page.words
    assert "Lublinie" not in page.words
    anna.follow("Ćma")
    assert anna.page.heading == "Ćma"


def test_an_item_is_pooled_over_the_quizzes_that_ask_the_same_version(
    app: Flask, anna: Visitor, quiz: str
) -> None:
    with app.app_context():
        again = quizzes.add_quiz("Druga klasa", _account("anna"), START)
        quizzes.append_items(again, _quiz(quiz).items[:2])
        quizzes.publish(again, None, START)
        for number in range(6):
            take(again, f"Z drugiej {number}", (RIGHT[0], RIGHT[1]))
    anna.open(f"{quiz}/analysis/1")

    page = anna.follow("In all quizzes")

    assert "Pupils 11" in page.words
    assert "72.7 %" in page.words
    assert "Druga klasa" in page.words


def test_a_second_attempt_counts_only_when_all_are_asked_for(app: Flask, anna: Visitor, quiz: str) -> None:
    with app.app_context():
        first = _quiz(quiz).publications[0]
        visit = db.session.get(starting.LearnerSession, 1)
        assert visit is not None
        answering.finish(starting.start_attempt(first, visit, START), START + timedelta(hours=1))

    assert "Pupils 5" in anna.open(f"{quiz}/analysis").words
    assert "Attempts 6" in anna.open(f"{quiz}/analysis?attempts=all").words
    assert "again" in anna.open(f"{quiz}/results").words


def test_openings_with_the_same_questions_are_told_apart_and_taken_together(
    app: Flask, anna: Visitor, quiz: str
) -> None:
    with app.app_context():
        known = _quiz(quiz)
        quizzes.publish(known, None, START + timedelta(days=7))
        take(known, "Nowa", CLASS[0])

    assert "Pupils 6" in anna.open(f"{quiz}/analysis").words
    assert "Pupils 1" in anna.open(f"{quiz}/analysis?of=2").words
    assert "all 2 openings" in anna.page.words
    assert "Pupils 6" in anna.open(f"{quiz}/analysis?of=nonsense").words
    assert len(anna.open(f"{quiz}/results?of=1").soup.select("table.grid tbody tr")) == 5


def test_a_pupil_and_the_quizzes_are_followed_over_time(app: Flask, anna: Visitor, quiz: str) -> None:
    with app.app_context():
        first = _quiz(quiz)
        visit = db.session.get(starting.LearnerSession, 1)
        assert visit is not None
        publication = quizzes.publish(first, None, START + timedelta(days=7))
        answering.finish(
            starting.start_attempt(publication, visit, START + timedelta(days=7)), START + timedelta(days=8)
        )
        take(first, "Nowa", CLASS[1])

    anna.open(f"{quiz}/results?of=1")
    page = anna.follow("Żaneta")
    plot = page.soup.find("svg", class_="plot")
    assert plot is not None
    assert "from 100% to 0%" in str(plot["aria-label"])
    page = anna.open("/teach/results")
    assert "47%" in page.words
    assert "67%" in page.words
    assert page.soup.find("svg", class_="plot")


def test_thresholds_are_set_for_all_quizzes_and_for_one(anna: Visitor, quiz: str) -> None:
    anna.open("/teach/grades")
    anna.send("Save", percents="20 40, 60; 80 90 %")
    anna.open(f"{quiz}/results")
    assert "2 / 3 4" in anna.page.words

    anna.open(f"{quiz}/grades")
    anna.send("Save", percents="10 20 30 40 50")
    assert "2 / 3 6" in anna.page.words
    anna.open("/teach/scores")
    assert "2 / 3" in anna.page.words

    anna.open(f"{quiz}/grades")
    anna.send("Grade as everywhere")
    assert "2 / 3 4" in anna.page.words


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "30",
        "30 50 70 85",
        "a b c d e",
        "50 40 60 70 80",
        "0 1 2 3 4",
        "²0 30 40 50 60",
        "30 50 70 85 101",
    ],
)
def test_thresholds_that_do_not_rise_are_refused_beside_the_field(anna: Visitor, typed: str) -> None:
    anna.open("/teach/grades")

    page = anna.send("Save", percents=typed)

    assert page.status == 422
    assert "Five whole numbers" in page.error_beside("percents")
    assert page.typed("percents") == typed


def test_the_live_page_shows_who_answered_what_and_no_key(app: Flask, anna: Visitor, quiz: str) -> None:
    with app.app_context():
        running = cast.an_attempt(_quiz(quiz), "Teraz")
        version = running.publication.entries[0].version
        answering.answer(running, 1, version, (WRONG,), START)

    page = anna.open(f"{quiz}/live")

    assert "6 pupils are here, 5 have finished." in page.words
    assert "Teraz 1 / 3" in page.words
    assert "Have answered 5 4 4" in page.words
    assert "Facility so far, % 40 75 50" in page.words
    assert all(key not in page.html for key in (RIGHT[0], RIGHT[1], RIGHT[2]))
    part = anna.client.get(f"{quiz}/live/class").text
    assert "<html" not in part
    assert "Teraz" in part


def test_the_live_page_of_a_test_counts_what_waits_to_be_graded(app: Flask, anna: Visitor) -> None:
    with app.app_context():
        made = cast.a_quiz(_account("anna"), feedback="at_end")
        running = cast.an_attempt(made, "Teraz")
        answering.keep_draft(running, 1, {"answer": ["a"], "response": [WRONG]}, ("",), START)
        address = f"/teach/quizzes/{made.public_id}/live"

    page = anna.open(address)

    assert "Teraz 1 / 3" in page.words
    assert "graded when handed in" in page.words


@pytest.mark.parametrize(
    "path",
    [
        "/results",
        "/results.csv",
        "/results.xlsx",
        "/analysis",
        "/analysis.xlsx",
        "/analysis/1",
        "/analysis/1/answers",
        "/analysis/1/key",
        "/live",
        "/live/class",
        "/grades",
    ],
)
def test_the_results_of_another_teacher_are_nobodys_business(
    celina: Visitor, visitor: Visitor, quiz: str, path: str
) -> None:
    assert celina.open(quiz + path).status == 404
    assert visitor.open(quiz + path).path == "/sign-in"


def test_a_pupil_of_another_teacher_is_nobodys_business(anna: Visitor, celina: Visitor, quiz: str) -> None:
    link = anna.open(f"{quiz}/results").soup.select_one("table.grid tbody th a")
    assert link is not None

    assert celina.open(str(link["href"])).status == 404
    assert celina.open("/teach/results").soup.select(".empty")


def test_a_quiz_that_nobody_took_says_what_to_do_next(app: Flask, anna: Visitor) -> None:
    with app.app_context():
        made = cast.a_quiz(_account("anna"), published=False)
        address = f"/teach/quizzes/{made.public_id}"

    for path in ("/results", "/analysis", "/live"):
        assert anna.open(address + path).soup.select(".empty"), path
    assert anna.open(address + "/analysis/1").status == 404
    assert rows(anna.open(address + "/results.csv")) == []


@pytest.mark.parametrize(
    "query",
    ["page=-1", "page=²", "page=9999999999", "of=1-1", "attempts=x", "show=%27"],
)
def test_a_hostile_query_shows_a_page(anna: Visitor, quiz: str, query: str) -> None:
    for path in ("/results", "/analysis", "/analysis/1/answers"):
        assert anna.open(f"{quiz}{path}?{query}").status == 200


def test_the_history_as_a_workbook(anna: Visitor, quiz: str) -> None:
    page = anna.open("/teach/scores.xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(page.data)).active
    assert sheet is not None
    head, *lines = sheet.iter_rows(values_only=True)
    assert head[6:9] == ("Points", "Questions", "Grade")
    assert sorted({(line[1], line[6], line[8]) for line in lines}) == [
        ("=1+1", 0, 1),
        ("Ala", 2, 3),
        ("Ćma", 0, 1),
        ("Łucja", 2, 3),
        ("Żaneta", 3, 6),
    ]


@pytest.mark.parametrize("typed", ["łucja", "ŁUCJA", "Łuc"])
def test_a_pupil_is_found_by_polish_letters_small_or_capital(anna: Visitor, quiz: str, typed: str) -> None:
    page = anna.open("/teach/scores", query_string={"learner": typed})

    assert len(page.soup.select("tbody tr")) == 1


def test_an_answer_leads_up_to_how_its_question_did(anna: Visitor, quiz: str) -> None:
    anna.open(f"{quiz}/results")
    anna.follow("3 / 3")

    link = anna.page.soup.select_one("#answer-2 td a")

    assert link is not None
    assert anna.open(str(link["href"])).heading == "Jak nazywa się miasto, w którym zawarto unię?"


def test_the_history_is_narrowed_to_a_class(app: Flask, anna: Visitor, celina: Visitor, quiz: str) -> None:
    with app.app_context():
        group = groups.add_group("7b", _account("anna"), START)
        for learner in db.session.scalars(select(Learner).where(Learner.nickname.in_(("Ala", "Ćma")))):
            joining.come_in(group, learner, START)
        narrowed = f"/teach/scores?group={group.public_id}"

    page = anna.open(narrowed)

    assert {link.get_text() for link in page.soup.select("table.ledger tbody th a")} == {"Ala", "Ćma"}
    assert {row["Learner"] for row in rows(anna.open(narrowed.replace("scores", "scores.csv")))} == {
        "Ala",
        "Ćma",
    }
    assert not celina.open(narrowed).soup.select("table.ledger tbody tr")
