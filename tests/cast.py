"""Who plays in the tests, and what they own. Anna teaches; Celina teaches elsewhere; Ula and Olek learn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from quizapp.items.item import Item, Option
from quizapp.store import attempts, bank, learners, people, quizzes, sources, starting
from quizapp.text.excerpts import find_excerpt

PASSWORD = "zielone rowery jadą nad Wisłę"

TEXT = (
    "Unię lubelską zawarto 1 lipca 1569 roku w Lublinie. Sejmowi przewodniczył król Zygmunt August. "
    "Na czele poselstwa litewskiego stanął Mikołaj Radziwiłł, zwany Rudym.\n\n"
    "„Z trzech serc jedno uczynić pragnę” – mówił król Zygmunt August. "
    "Pokój podpisano 5 stycznia 1582 roku w Jamie Zapolskim."
)


def a_teacher(login: str = "anna", at: datetime | None = None) -> people.Account:
    return people.add_account(login, login.title(), PASSWORD, "teacher", at or _noon())


def an_administrator(login: str = "admin") -> people.Account:
    return people.add_account(login, login.title(), PASSWORD, "admin", _noon())


def a_source(owner: people.Account, title: str = "Unia lubelska", body: str = TEXT) -> sources.Source:
    return sources.add_source(title, body, owner, _noon())


def a_choice(
    stem: str = "Kiedy zawarto unię lubelską?",
    key: str = "1 lipca 1569 roku",
    distractors: Sequence[str] = ("5 stycznia 1582 roku", "3 maja 1791 roku"),
    evidence: str = "Unię lubelską zawarto 1 lipca 1569 roku",
    text: str = TEXT,
) -> Item:
    span = find_excerpt(text, evidence)
    assert span is not None
    return Item(
        type="single",
        category="date",
        stem=stem,
        options=(
            Option(key, correct=True, why="Tak mówi tekst."),
            *(Option(wrong, correct=False, why=f"{wrong} to inna data.") for wrong in distractors),
        ),
        answer=(key,),
        evidence=(span,),
        feedback="KANAREK: unię zawarto w Lublinie.",
    )


def a_typed(stem: str = "Jak nazywa się miasto, w którym zawarto unię?", key: str = "Lublin") -> Item:
    span = find_excerpt(TEXT, "w Lublinie")
    assert span is not None
    return Item("typed", "place", stem, (), (key,), (span,), "Unię zawarto w Lublinie.")


def a_quiz(
    owner: people.Account,
    items: Sequence[Item] = (),
    title: str = "Unia lubelska: sprawdzian",
    published: bool = True,
    feedback: quizzes.Feedback = "at_once",
    time_limit: int | None = None,
) -> quizzes.Quiz:
    source = a_source(owner)
    kept = [bank.add_item(source, item, "ready", _noon(), owner=owner) for item in items or some_items()]
    quiz = quizzes.add_quiz(title, owner, _noon())
    quizzes.append_items(quiz, kept)
    quizzes.set_rules(quiz, feedback, time_limit)
    if published:
        quizzes.publish(quiz, owner, _noon())
    return quiz


def some_items() -> list[Item]:
    return [
        a_choice(),
        a_typed(),
        a_choice(
            "Kiedy podpisano pokój w Jamie Zapolskim?",
            "5 stycznia 1582 roku",
            ("1 lipca 1569 roku", "3 maja 1791 roku"),
            "Pokój podpisano 5 stycznia 1582 roku",
        ),
    ]


def an_attempt(quiz: quizzes.Quiz, nickname: str = "Ula") -> attempts.Attempt:
    _, learner = learners.start_learner_session(nickname, _noon())
    publication = quiz.open_publication
    assert publication is not None
    return starting.start_attempt(publication, learner, _noon())


def _noon() -> datetime:
    from tests.conftest import START

    return START
