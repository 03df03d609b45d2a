"""A learner's own data as files to take away. What may not be told yet is not in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask_babel import gettext

from quizapp.items.answers.notes import say_note
from quizapp.store.attempts import Attempt, Draft, StoredResponse
from quizapp.store.groups import Member
from quizapp.store.own_data import OwnData
from quizapp.store.practice import PracticeResponse
from quizapp.store.reports import ItemReport
from quizapp.web.languages import language_code, say_number
from quizapp.web.pages import answered_in_words, key_in_words
from quizapp.web.tables import local_time, write_table
from quizapp.web.words import CONFIDENCE_WORDS

Json = dict[str, Any]
Answer = StoredResponse | PracticeResponse


def write_json(own: OwnData, at: datetime) -> bytes:
    """Everything, for a program or a curious reader."""
    told = {
        "made_by": "quizapp",
        "made_at": at.isoformat(),
        "learner": {"nickname": own.learner.nickname, "since": own.learner.created_at.isoformat()},
        "sessions": [
            {"session": visit.public_id, "started_at": visit.started_at.isoformat()} for visit in own.sessions
        ],
        "classes": [_place(place) for place in own.places],
        "attempts": [_attempt(attempt, own.tells(attempt)) for attempt in own.attempts],
        "practice": [_answer(answer, is_told=True) for answer in own.practice],
        "reports": [_report(report) for report in own.reports],
        "drafts": [_draft(draft, own.attempts) for draft in own.drafts],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def write_csv(own: OwnData) -> bytes:
    """One line an answer, for a spreadsheet."""
    head = [
        gettext("Quiz"),
        gettext("Session"),
        gettext("Answered"),
        gettext("Number"),
        gettext("Question"),
        gettext("Answer given"),
        gettext("How sure"),
        gettext("Points for the answer"),
        gettext("Right answer"),
    ]
    in_quizzes = [
        [
            attempt.publication.title,
            attempt.visit.public_id,
            *_cells(response, str(response.position), own.tells(attempt)),
        ]
        for attempt in own.attempts
        for response in attempt.responses
    ]
    in_practice = [[gettext("Practice"), "", *_cells(answer, "", is_told=True)] for answer in own.practice]
    return write_table(head, [*in_quizzes, *in_practice])


def _place(place: Member) -> Json:
    return {
        "class": place.group.name,
        "number": place.number,
        "extra_time": place.extra_time,
        "joined_at": place.joined_at.isoformat() if place.joined_at else None,
    }


def _attempt(attempt: Attempt, is_told: bool) -> Json:
    return {
        "attempt": attempt.public_id,
        "session": attempt.visit.public_id,
        "quiz": attempt.publication.title,
        "started_at": attempt.started_at.isoformat(),
        "finished_at": attempt.finished_at.isoformat() if attempt.finished_at else None,
        "questions": attempt.questions,
        **({"points": float(attempt.points)} if is_told else {}),
        "responses": [
            {"number": response.position, **_answer(response, is_told)} for response in attempt.responses
        ],
    }


def _answer(answer: Answer, is_told: bool) -> Json:
    given = {
        "question": answer.version.stem,
        "given": answer.given,
        "confidence": answer.confidence,
        "at": answer.at.isoformat(),
    }
    if not is_told:
        return given
    return {
        **given,
        "points": float(answer.points),
        "accepted_as": answer.accepted_as,
        "note": say_note(answer.note, language_code()),
        "right_answer": key_in_words(answer.version.item),
    }


def _report(report: ItemReport) -> Json:
    return {
        "question": report.version.stem,
        "reason": report.reason,
        "words": report.words,
        "at": report.at.isoformat(),
        "handled_at": report.handled_at.isoformat() if report.handled_at else None,
    }


def _draft(draft: Draft, attempts: Iterable[Attempt]) -> Json:
    return {
        "attempt": next(attempt.public_id for attempt in attempts if attempt.id == draft.attempt_id),
        "number": draft.position,
        "given": draft.given,
        "is_flagged": draft.is_flagged,
        "at": draft.at.isoformat(),
    }


def _cells(answer: Answer, number: str, is_told: bool) -> list[str]:
    item = answer.version.item
    return [
        local_time(answer.at),
        number,
        answer.version.stem,
        answered_in_words(item, answer.response),
        str(CONFIDENCE_WORDS.get(answer.confidence or "", "")),
        say_number(answer.points) if is_told else "",
        key_in_words(item) if is_told else "",
    ]
