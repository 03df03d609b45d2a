"""A database of a million responses, written straight into its tables: 50,000 attempts of 20 questions."""

from __future__ import annotations

import json
import secrets
import sqlite3
from datetime import timedelta
from pathlib import Path
from random import Random

from flask import Flask

from quizapp.items.item import Item
from quizapp.store import people, quizzes
from tests import cast
from tests.conftest import START

QUIZZES, LEARNERS, ATTEMPTS, QUESTIONS = 10, 2_000, 50_000, 20
NAMES = ("Ala", "Bartek", "Celina", "Damian", "Ewa", "Łucja", "Żaneta", "Olek", "Ula", "Zenon")


def fill(app: Flask, database: Path, attempts: int = ATTEMPTS) -> None:
    """Anna's ten quizzes, among them one with half of all attempts, and one of Celina's with a hundredth."""
    with app.app_context():
        anna, celina = cast.a_teacher("anna"), cast.a_teacher("celina")
        made = [_a_quiz(anna, number) for number in range(QUIZZES)] + [_a_quiz(celina, QUIZZES)]
        published = [
            (one.publications[0].id, [entry.version for entry in one.publications[0].entries]) for one in made
        ]
        versions = [(id_, [(version.id, version.item) for version in asked]) for id_, asked in published]
    with sqlite3.connect(database) as connection:
        _write(connection, versions, attempts)
    connection.close()


def _a_quiz(owner: people.Account, number: int) -> quizzes.Quiz:
    items = [
        cast.a_choice(f"Kiedy zawarto unię lubelską ({number}, {place})?")
        if place % 4
        else cast.a_typed(f"Gdzie ({number}, {place})?")
        for place in range(QUESTIONS)
    ]
    return cast.a_quiz(owner, items, title=f"Sprawdzian {number}")


def _write(
    connection: sqlite3.Connection, quizzes: list[tuple[int, list[tuple[int, Item]]]], attempts: int
) -> None:
    chance = Random(1917)
    moment = START.strftime("%Y-%m-%d %H:%M:%S.000000")
    connection.executemany(
        "INSERT INTO learner (id, public_id, nickname, created_at) VALUES (?, ?, ?, ?)",
        [
            (n, secrets.token_urlsafe(15), f"{NAMES[n % 10]} {n // 10}", moment)
            for n in range(1, LEARNERS + 1)
        ],
    )
    connection.executemany(
        "INSERT INTO learner_session (id, public_id, learner_id, token_hash, started_at) VALUES (?, ?, ?, ?, ?)",
        [(n, secrets.token_urlsafe(15), n, secrets.token_hex(32), moment) for n in range(1, LEARNERS + 1)],
    )
    for number in range(1, attempts + 1):
        publication, asked = _drawn(quizzes, number)
        able, start = chance.gauss(0.6, 0.2), START + timedelta(minutes=number)
        answers = [_an_answer(item, able, chance) for _, item in asked]
        connection.execute(
            "INSERT INTO attempt (id, public_id, publication_id, learner_session_id, started_at, finished_at, score,"
            " questions, extra_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 100)",
            (
                number,
                secrets.token_urlsafe(15),
                publication,
                chance.randrange(1, LEARNERS + 1),
                start.strftime("%Y-%m-%d %H:%M:%S.000000"),
                (start + timedelta(seconds=chance.randrange(60, 900))).strftime("%Y-%m-%d %H:%M:%S.000000"),
                sum(score for _, score in answers),
                len(asked),
            ),
        )
        connection.executemany(
            "INSERT INTO response (attempt_id, position, item_version_id, at, given, score, accepted_as, note)"
            " VALUES (?, ?, ?, ?, ?, ?, '', '')",
            [
                (number, place, version, moment, json.dumps([given]), score)
                for place, ((version, _), (given, score)) in enumerate(
                    zip(asked, answers, strict=True), start=1
                )
            ],
        )


def _drawn(
    quizzes: list[tuple[int, list[tuple[int, Item]]]], number: int
) -> tuple[int, list[tuple[int, Item]]]:
    if number % 100 == 0:
        return quizzes[-1]
    return quizzes[0] if number % 2 else quizzes[number // 2 % QUIZZES]


def _an_answer(item: Item, able: float, chance: Random) -> tuple[str, int]:
    knows = chance.random() < able
    if item.is_typed:
        return (item.answer[0], 100) if knows else ("nie wiem", 0)
    partly = 50 if not knows and chance.random() < 0.1 else 0  # as dates and several right answers give
    return (item.answer[0], 100) if knows else (item.options[chance.randrange(1, 3)].text, partly)
