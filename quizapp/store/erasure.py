"""Erasing a learner: the person goes, the answers to questions stay without them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from quizapp.store.answering import finish
from quizapp.store.attempts import Attempt, Draft
from quizapp.store.engine import (
    fingerprint,
    forget_deleted_pages,
    new_public_id,
    once_committed,
    transaction,
)
from quizapp.store.groups import Member
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.own_data import own_data
from quizapp.store.practice import PracticeResponse
from quizapp.store.reports import ItemReport

NOBODY = "–"
"""The nickname of whoever was erased."""


def erase(learner: Learner, at: datetime) -> None:
    """Erase one learner on every device; it cannot be undone.

    Deleted: the nickname, the resume code, the means of every browser to come back, the places in groups with
    the time given there, practice, drafts, the words of reports, and whatever was typed as an answer. A running
    attempt is handed in as it stands, so that no answer can follow.

    Kept, because how hard a question is and whether it is a bad one is computed from it: the attempts with
    their times and scores, which options were chosen, how sure the learner was, and that a question was
    reported and why. They hang together as those of somebody without a name, whose ids are new.
    """
    known, learner_id = own_data(learner), learner.id
    mine = [attempt.id for attempt in known.attempts]
    for attempt in known.running:
        finish(attempt, at)
    with transaction() as session:
        _blank_learner(session, learner_id)
        _delete_what_only_served_them(session, learner_id, mine)
        _forget_typed_answers(session, mine)
        _end_sessions(session, learner_id)
    once_committed(forget_deleted_pages)


def _blank_learner(session: Session, learner_id: int) -> None:
    # first of all: whoever answers at this moment waits for the row, and then finds it changed
    session.execute(
        update(Learner)
        .where(Learner.id == learner_id)
        .values(nickname=NOBODY, resume_hash=None, public_id=new_public_id())
    )


def _delete_what_only_served_them(session: Session, learner_id: int, attempts: Iterable[int]) -> None:
    session.execute(delete(Member).where(Member.learner_id == learner_id))
    session.execute(delete(PracticeResponse).where(PracticeResponse.learner_id == learner_id))
    session.execute(delete(Draft).where(Draft.attempt_id.in_(attempts)))
    session.execute(update(ItemReport).where(ItemReport.attempt_id.in_(attempts)).values(words=""))


def _forget_typed_answers(session: Session, attempts: Iterable[int]) -> None:
    for attempt in session.scalars(select(Attempt).where(Attempt.id.in_(attempts))):
        session.refresh(attempt, ["responses"])
        for response in attempt.responses:
            if response.version.item.is_typed:
                response.given, response.accepted_as = [""], ""


def _end_sessions(session: Session, learner_id: int) -> None:
    """Sessions without an attempt go, and the learner with them; the others can be opened by nobody."""
    in_use = select(Attempt.learner_session_id)
    session.execute(
        delete(LearnerSession).where(
            LearnerSession.learner_id == learner_id, LearnerSession.id.not_in(in_use)
        )
    )
    left = session.scalars(select(LearnerSession.id).where(LearnerSession.learner_id == learner_id)).all()
    for visit in left:
        session.execute(
            update(LearnerSession)
            .where(LearnerSession.id == visit)
            .values(token_hash=fingerprint(secrets.token_urlsafe(24)), public_id=new_public_id())
        )
    if not left:
        session.execute(delete(Learner).where(Learner.id == learner_id))
