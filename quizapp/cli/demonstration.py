"""A class to look at: everything in it is made by the same calls that the site makes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from random import Random

from quizapp.items.item import Item, Response
from quizapp.store import (
    answering,
    assigning,
    attempts,
    bank,
    groups,
    joining,
    learners,
    people,
    quizzes,
    starting,
)
from quizapp.web.clock import system_clock

LOGIN = "demo"
FEWEST_ITEMS = 20
CLASS_SIZE = 30
NICKNAMES = (
    *("Ala", "Antek", "Basia", "Bartek", "Celina", "Czarek", "Dorota", "Damian", "Ela", "Eryk", "Fela"),
    *("Filip", "Gosia", "Grześ", "Hania", "Hubert", "Iga", "Igor", "Jagoda", "Julek", "Kasia", "Kuba"),
    *("Lena", "Leon", "Maja", "Michał", "Nina", "Norbert", "Ola", "Olek", "Pola", "Paweł", "Róża"),
    *("Radek", "Sara", "Szymon", "Tola", "Tomek", "Ula", "Wojtek", "Zosia", "Zenek"),
)


class AlreadyUsed(Exception):
    """The data folder holds accounts or attempts of real people."""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was made, and how to get in."""

    login: str
    password: str
    join_code: str
    quiz_url: str
    learners: int

    def to_json(self) -> dict[str, object]:
        made = asdict(self)
        return {"teacher": {"login": made.pop("login"), "password": made.pop("password")}, **made}


def fill(learners: int, seed: int) -> Demonstration:
    """A teacher, a published quiz of at least 20 items, and learners with finished attempts."""
    end = system_clock()
    token = people.new_setup_link(end)
    if token is None or attempts.any_attempts():
        raise AlreadyUsed
    password = secrets.token_urlsafe(9)
    teacher = people.set_up(token, LOGIN, "Anna Nowak", password, end)
    publication = _publish_quiz(teacher, end)
    chance = Random(seed)  # noqa: S311 - play, not secrecy: the same seed gives the same class
    visits = [
        _play(_nickname(number), publication, end - timedelta(days=chance.randrange(1, 40)), chance)
        for number in range(learners)
    ]
    _fill_class(visits[:CLASS_SIZE], publication.quiz, teacher, end)
    code = publication.quiz.join_code
    return Demonstration(LOGIN, password, code, f"/q/{code}", learners)


def _nickname(number: int) -> str:
    again, place = divmod(number, len(NICKNAMES))
    return f"{NICKNAMES[place]} {again + 1}" if again else NICKNAMES[place]


def _fill_class(
    visits: Iterable[learners.LearnerSession], quiz: quizzes.Quiz, teacher: people.Account, end: datetime
) -> None:
    """A class of those who have answered, which has two days left for the quiz."""
    group = groups.add_group("7b", teacher, end)
    members = [joining.come_in(group, visit.learner, visit.started_at) for visit in visits]
    assigning.assign(quiz, group, None, end + timedelta(days=2), teacher, end)
    assigning.give_member_time(members[0], 150)


def _publish_quiz(teacher: people.Account, at: datetime) -> quizzes.Publication:
    ready = bank.items_for(teacher, bank.BankFilter(status="ready"))
    quiz = quizzes.add_quiz(f"{ready[0].source.title}: powtórzenie", teacher, at)
    quizzes.append_items(quiz, ready[: max(FEWEST_ITEMS, 24)])
    return quizzes.publish(quiz, teacher, at)


def _play(
    nickname: str, publication: quizzes.Publication, start: datetime, chance: Random
) -> learners.LearnerSession:
    _, learner = learners.start_learner_session(nickname, start)
    attempt = starting.start_attempt(publication, learner, start)
    knowledge, moment = chance.gauss(0.65, 0.18), start
    for entry in publication.entries:
        moment += timedelta(seconds=chance.randrange(8, 50))
        answering.answer(
            attempt, entry.position, entry.version, _response(entry.version.item, knowledge, chance), moment
        )
    answering.finish(attempt, moment)
    return learner


def _response(item: Item, knowledge: float, chance: Random) -> Response:
    """The key with the probability of the learner's knowledge, else something that a learner would give."""
    knows = chance.random() < knowledge
    if item.is_typed:
        return (item.answer[0] if knows else "nie wiem",)
    if item.type == "order":
        texts = [option.text for option in item.options]
        return tuple(texts if knows else chance.sample(texts, len(texts)))
    if item.type == "match":
        rights = [option.text for option in item.options if option.left]
        return tuple(rights if knows else chance.sample(rights, len(rights)))
    right = [option.text for option in item.options if option.correct]
    wrong = [option.text for option in item.options if not option.correct]
    if item.type == "multiple":
        return tuple(right if knows else [*right[:1], *wrong[:1]])
    return (right[0] if knows else chance.choice(wrong),)
