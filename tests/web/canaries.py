"""A quiz of every type whose secrets are words that occur nowhere else, and every address of the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask import Flask

from quizapp.items.item import FALSE, TRUE, Category, Item, ItemType, Option
from quizapp.store import attempts, bank, people, quizzes
from quizapp.text.excerpts import find_excerpt
from tests import cast
from tests.conftest import START

CANARY = "kanar"
"""What all planted words begin with; in a typed answer, an explanation, a remark on an option, or a proof."""
KINDS: tuple[ItemType, ...] = ("single", "multiple", "boolean", "cloze", "typed", "date", "order", "match")
PROOFS = {kind: f"O tym mówi {CANARY}dowod{kind} w kronice." for kind in KINDS}
TEXT = "\n\n".join(PROOFS.values())
SECRET_DATE = "17 marca 1734"
SECRETS = (CANARY, SECRET_DATE, "1734-03-17")
WRONG: dict[ItemType, tuple[str, ...]] = {
    "single": ("Wilno",),
    "multiple": ("Wilno", "Kowno"),
    "boolean": (TRUE,),
    "cloze": ("Wilno",),
    "typed": ("Wilno",),
    "date": ("3 maja 1791",),
    "order": ("drugie", "pierwsze", "trzecie"),
    "match": ("herbu Łada", "herbu Łodzia"),
}
"""An answer to each question."""


def items() -> list[Item]:
    return [
        _item("single", "place", (_right("Lublin"), _wrong("Wilno"), _wrong("Kowno"))),
        _item("multiple", "place", (_right("Lublin"), _right("Brześć"), _wrong("Wilno"), _wrong("Kowno"))),
        _item("boolean", "place", (Option(TRUE, correct=False), Option(FALSE, correct=True))),
        _item("cloze", "place", (_right("Lublin"), _wrong("Wilno")), stem="Sejm zebrał się w mieście ____."),
        _item("typed", "place", (), (f"{CANARY}owo", f"{CANARY}ów")),
        _item("date", "date", (), (SECRET_DATE,)),
        _item("order", "event", (_right("pierwsze"), _right("drugie"), _right("trzecie"))),
        _item(
            "match",
            "person",
            (
                Option("herbu Łodzia", correct=True, left="Opaliński", why=f"{CANARY}paraa"),
                Option("herbu Łada", correct=True, left="Zamoyski", why=f"{CANARY}parab"),
            ),
        ),
    ]


def a_quiz(owner: people.Account, feedback: quizzes.Feedback) -> quizzes.Quiz:
    source = cast.a_source(owner, "Kronika", TEXT)
    kept = [bank.add_item(source, item, "ready", START, owner=owner) for item in items()]
    quiz = quizzes.add_quiz("Sprawdzian z kroniki", owner, START)
    quizzes.append_items(quiz, kept)
    quizzes.set_rules(quiz, feedback, None)
    quizzes.publish(quiz, owner, START)
    return quiz


def addresses(app: Flask, known: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Every endpoint with its method and its address, made of the ids of the case; static files alone are left out.

    An argument that the case has no id for fails the test: a new kind of address is to be added to it.
    """
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        values = {name: known[name] for name in rule.arguments} | dict(rule.defaults or {})
        for method in sorted(set(rule.methods or ()) & {"GET", "POST"}):
            yield rule.endpoint, method, adapter.build(rule.endpoint, values, method)


def ids(quiz: quizzes.Quiz, attempt: attempts.Attempt, position: int, item: str) -> dict[str, str]:
    """What an address can name: the ids of the case, and a guess where there is nothing to name."""
    guess = dict.fromkeys(
        ("group", "assignment", "teacher", "ref", "amendment", "member", "regrade", "report", "token"), "1"
    )
    return {
        **guess,
        **dict.fromkeys(("candidate", "file", "upload", "session"), "1"),
        "attempt": attempt.public_id,
        "code": quiz.join_code,
        "item": item,
        "kind": "csv",
        "learner": attempt.visit.learner.public_id,
        "number": "1",
        "position": str(position),
        "quiz": quiz.public_id,
        "source": quiz.items[0].source.public_id,
        "step": "1",
    }


def _item(
    kind: ItemType,
    category: Category,
    options: Sequence[Option],
    answer: tuple[str, ...] = (),
    stem: str = "",
) -> Item:
    span = find_excerpt(TEXT, PROOFS[kind])
    assert span is not None, kind
    key = answer or tuple(option.text for option in options if option.correct)
    said = f"{CANARY}wyjasnienie{kind}"
    return Item(kind, category, stem or f"Pytanie: {kind}?", tuple(options), key, (span,), said)


def _right(text: str) -> Option:
    return Option(text, correct=True, why=f"{CANARY}dobrze{text}")


def _wrong(text: str) -> Option:
    return Option(text, correct=False, why=f"{CANARY}zle{text}")
