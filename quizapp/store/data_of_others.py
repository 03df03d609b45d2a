"""What a teacher may give out and erase of a learner: what is theirs to run, and nobody who learns elsewhere too."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import or_, select

from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.groups import Group, Member, teaches
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.own_data import OwnData, own_data
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, runs


def learner_known_to(account: Account, public_id: str) -> Learner | None:
    """The learner, if they attempted a quiz that the teacher runs, or stand in a class that the teacher has."""
    attempted = (
        select(LearnerSession.learner_id)
        .join(LearnerSession.attempts)
        .join(Attempt.publication)
        .join(Publication.quiz)
        .where(runs(account))
    )
    listed = select(Member.learner_id).join(Member.group).where(teaches(account))
    return db.session.scalar(
        select(Learner).where(
            Learner.public_id == public_id, or_(Learner.id.in_(attempted), Learner.id.in_(listed))
        )
    )


def data_for(account: Account, learner: Learner) -> OwnData:
    """What is kept of a learner in the teacher's quizzes and classes, with what every answer is worth.

    Practice goes across quizzes: it is in it where the learner learns with this teacher alone.
    """
    known, runs_them, is_whole = (
        own_data(learner),
        _attempts_run_by(account, learner),
        is_theirs_alone(account, learner),
    )
    attempts = [attempt for attempt in known.attempts if attempt.id in runs_them]
    return replace(
        known,
        sessions=[
            visit
            for visit in known.sessions
            if is_whole or visit.id in {attempt.learner_session_id for attempt in attempts}
        ],
        attempts=attempts,
        with_feedback=frozenset(runs_them),
        practice=known.practice if is_whole else (),
        reports=[report for report in known.reports if report.attempt_id in runs_them],
        drafts=[draft for draft in known.drafts if draft.attempt_id in runs_them],
        places=[place for place in known.places if place.group_id in _groups_of(account)],
    )


def is_theirs_alone(account: Account, learner: Learner) -> bool:
    """Whether nothing of a learner belongs to a quiz or a class of somebody else."""
    known = own_data(learner)
    return {attempt.id for attempt in known.attempts} <= _attempts_run_by(account, learner) and {
        place.group_id for place in known.places
    } <= _groups_of(account)


def _attempts_run_by(account: Account, learner: Learner) -> set[int]:
    return set(
        db.session.scalars(
            select(Attempt.id)
            .join(Attempt.visit)
            .join(Attempt.publication)
            .join(Publication.quiz)
            .where(LearnerSession.learner_id == learner.id, runs(account))
        )
    )


def _groups_of(account: Account) -> set[int]:
    return set(db.session.scalars(select(Group.id).where(teaches(account))))
