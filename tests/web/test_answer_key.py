"""The answer key: words planted in it reach nobody before they are due, at no address and in no form."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import get_args
from zipfile import ZipFile

import pytest
from flask import Flask

from quizapp.items.shuffling import shown_order
from quizapp.store import answering, attempts, people, quizzes, starting
from quizapp.store.engine import db, new_public_id
from quizapp.store.learners import start_learner_session
from quizapp.web.response_forms import response_form
from tests import cast
from tests.conftest import START
from tests.web import canaries
from tests.web.conftest import joined
from tests.web.visitor import Visitor

FEEDBACKS: tuple[quizzes.Feedback, ...] = get_args(quizzes.Feedback)
MAKES_IT_DUE_OR_LEAVES = frozenset(
    {"learn.finish", "learn.erase_me", "learn.leave", "learn.retry", "admin.sign_out"}
)
"""What a pupil may do to be told, or to be nobody any more."""


@dataclass
class Case:
    """A pupil in the middle of a quiz, and every address that can be made of what is there."""

    app: Flask
    ula: Visitor
    code: str
    known: dict[str, str]

    def leaks(self, visitor: Visitor, *, leave_out: frozenset[str] = frozenset()) -> list[str]:
        """The addresses that tell a secret; asked in both languages of a page, by GET and then by POST."""
        visitor.open("/")
        token = visitor.token
        found = []
        doors = sorted(canaries.addresses(self.app, self.known), key=lambda door: door[1])
        for endpoint, method, path in doors:
            if endpoint in leave_out:
                continue
            ask = visitor.client.get if method == "GET" else visitor.client.post
            sent = {} if method == "GET" else {"data": {"csrf_token": token, "answer": "a", "lang": "pl"}}
            response = ask(path, **sent)
            assert response.status_code < 500, (method, path)
            with visitor.client.session_transaction() as kept:
                said = f"{unpacked(response.data)}\n{response.headers}\n{dict(kept)}"
            if any(secret in said for secret in canaries.SECRETS):
                found.append(f"{method} {path}")
        return found


def unpacked(data: bytes) -> str:
    """What a response says; of a workbook or a package, what its parts say."""
    if not data.startswith(b"PK"):
        return data.decode(errors="replace")
    with ZipFile(io.BytesIO(data)) as package:
        return "\n".join(package.read(name).decode(errors="replace") for name in package.namelist())


def a_case(app: Flask, feedback: quizzes.Feedback, position: int = 1) -> Case:
    """Ula at the first question of a quiz of Anna's."""
    with app.app_context():
        anna = people.db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()
        code = canaries.a_quiz(anna, feedback).join_code
    ula = joined(app, code, "Ula")
    with app.app_context():
        quiz = db.session.scalars(quizzes.select(quizzes.Quiz)).one()
        attempt = db.session.scalars(attempts.select(attempts.Attempt)).one()
        item = quiz.items[position - 1].public_id
        return Case(app, ula, code, canaries.ids(quiz, attempt, position, item))


def answer_all(app: Flask) -> None:
    with app.app_context():
        attempt = db.session.scalars(attempts.select(attempts.Attempt)).one()
        for position, kind in enumerate(canaries.KINDS, start=1):
            version = attempts.version_at(attempt, position)
            assert version is not None
            answering.answer(attempt, position, version, canaries.WRONG[kind], START)


def finish(case: Case) -> None:
    case.ula.open(f"/a/{case.known['attempt']}/review")
    case.ula.send("Finish")


@pytest.mark.parametrize("position", range(1, len(canaries.KINDS) + 1))
def test_nothing_is_told_before_the_answer(app: Flask, anna: Visitor, position: int) -> None:
    case = a_case(app, "at_once", position)

    assert case.leaks(case.ula, leave_out=MAKES_IT_DUE_OR_LEAVES | {"learn.answer"}) == []


@pytest.mark.parametrize("feedback", ["at_end", "after_closing"])
def test_nothing_is_told_of_a_test_that_is_answered_but_not_handed_in(
    app: Flask, anna: Visitor, feedback: quizzes.Feedback
) -> None:
    case = a_case(app, feedback)
    answer_all(app)

    assert case.leaks(case.ula, leave_out=MAKES_IT_DUE_OR_LEAVES) == []


def test_nothing_is_told_of_a_test_that_was_handed_in_and_is_never_closed(app: Flask, anna: Visitor) -> None:
    case = a_case(app, "after_closing")
    answer_all(app)
    finish(case)

    assert case.leaks(case.ula, leave_out=MAKES_IT_DUE_OR_LEAVES - {"learn.finish", "learn.retry"}) == []


@pytest.mark.parametrize("feedback", FEEDBACKS)
def test_nothing_is_ever_told_to_a_stranger_another_pupil_or_another_teacher(
    app: Flask, anna: Visitor, celina: Visitor, feedback: quizzes.Feedback
) -> None:
    case = a_case(app, feedback)
    answer_all(app)
    finish(case)
    olek = joined(app, case.code, "Olek")

    assert case.leaks(Visitor(app)) == []
    assert case.leaks(olek, leave_out=frozenset({"learn.leave", "learn.erase_me"})) == []
    assert case.leaks(celina, leave_out=frozenset({"admin.sign_out"})) == []


@pytest.mark.parametrize("feedback", FEEDBACKS)
def test_the_wall_tells_no_key(app: Flask, anna: Visitor, feedback: quizzes.Feedback) -> None:
    case = a_case(app, feedback)
    answer_all(app)
    walls = [
        path
        for endpoint, method, path in canaries.addresses(app, case.known)
        if endpoint.startswith("teach.presenting") and "group" not in path and method == "GET"
    ]

    assert walls
    for path in walls:
        shown = anna.client.get(path)
        assert shown.status_code == 200
        assert not any(secret in shown.get_data(as_text=True) for secret in canaries.SECRETS), path


@pytest.mark.parametrize("feedback", FEEDBACKS)
def test_the_planted_words_are_told_when_they_are_due(
    app: Flask, anna: Visitor, feedback: quizzes.Feedback
) -> None:
    case = a_case(app, feedback)
    answer_all(app)
    finish(case)
    if feedback == "after_closing":
        anna.open(f"/teach/quizzes/{case.known['quiz']}")
        anna.send("Close")

    told = case.ula.open(f"/a/{case.known['attempt']}/result").html
    taken = case.ula.open("/scores/my-data.json").data.decode()

    for kind in canaries.KINDS:
        assert f"{canaries.CANARY}wyjasnienie{kind}" in told, kind
        assert f"{canaries.CANARY}dowod{kind}" in told, kind
    assert f"{canaries.CANARY}zleWilno" in told
    assert canaries.SECRET_DATE in told
    assert f"{canaries.CANARY}owo" in taken


def test_a_second_attempt_of_another_pupil_gathers_nothing_for_the_first(app: Flask, anna: Visitor) -> None:
    case = a_case(app, "after_closing")
    second = joined(app, case.code, "Ula na telefonie")
    second.open(second.page.path.rsplit("/", 1)[0] + "/review")
    second.send("Finish")

    assert case.leaks(second, leave_out=frozenset({"learn.leave", "learn.erase_me"})) == []
    assert second.open("/scores").status == 200
    assert "1 point" not in second.page.words


def test_the_right_option_stands_in_each_place_equally_often() -> None:
    """χ² over attempts as they come to be; 13.8 is passed once in a thousand times by chance with 2 degrees."""
    item = next(one for one in canaries.items() if one.type == "single")
    places: Counter[int] = Counter()
    for _ in range(3000):
        shown = shown_order(item, new_public_id())
        places[next(place for place, index in enumerate(shown) if item.options[index].correct)] += 1

    assert sum((places[place] - 1000) ** 2 / 1000 for place in range(3)) < 13.8


def test_the_right_option_stands_in_each_place_of_the_page_equally_often(app: Flask, anna: Visitor) -> None:
    """200 real attempts, as their forms offer the options."""
    a_case(app, "at_end")
    places: Counter[int] = Counter()
    with app.test_request_context():
        quiz = db.session.scalars(quizzes.select(quizzes.Quiz)).one()
        assert quiz.open_publication is not None
        for number in range(200):
            _, visit = start_learner_session(f"pupil {number}", START)
            attempt = starting.start_attempt(quiz.open_publication, visit, START)
            version = attempts.version_at(attempt, 1)
            assert version is not None
            offered = list(response_form(version.item, attempt.seed).options.values())
            places[offered.index("Lublin")] += 1

    assert sum((places[place] - 200 / 3) ** 2 / (200 / 3) for place in range(3)) < 13.8


def test_right_and_wrong_are_saved_alike_while_feedback_waits(app: Flask, anna: Visitor) -> None:
    """Status, length, headers and place to go, of the form and of the script's draft, for each option."""
    with app.app_context():
        account = people.db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()
        keys = ("Aaa", ("Bbb", "Ccc"))
        span_text = "Unię lubelską zawarto 1 lipca 1569 roku"
        code = cast.a_quiz(
            account, [cast.a_choice("Co?", keys[0], keys[1], span_text)], feedback="at_end"
        ).join_code
    answers = set()
    for number in range(12):
        pupil = joined(app, code, f"U{number:02}")
        form = pupil.page.soup.select_one("form[data-autosave]")
        hidden = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
        option = pupil.page.soup.select("input[name=answer]")[number % 3]["value"]
        data = {**hidden, "answer": option}
        draft = pupil.client.post(form["data-autosave"], data=data)
        sent = pupil.client.post(pupil.page.path, data=data)
        after = pupil.client.get(pupil.page.path)
        answers.add(
            (
                draft.status_code,
                len(draft.data),
                sent.status_code,
                len(sent.data),
                tuple(sorted(sent.headers.keys())),
                after.status_code,
                len(after.data),
            )
        )

    assert len(answers) == 1
    assert next(iter(answers))[:4:2] == (200, 303)
