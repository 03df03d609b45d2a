"""Who of a group has done what of that which it was set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.store.assignments import Assignment
from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.groups import Group, Member
from quizapp.store.learners import Learner, LearnerSession
from quizapp.store.quizzes import Publication


@dataclass(frozen=True, slots=True)
class Work:
    """What a member did of one assignment: the whole attempts at its quiz, in order."""

    attempts: Sequence[Attempt]

    @property
    def best(self) -> Attempt | None:
        """The attempt handed in with the largest share of the points, the first of several."""
        finished = [attempt for attempt in self.attempts if attempt.is_finished]
        return max(finished, key=lambda one: one.points / one.questions, default=None)

    @property
    def running(self) -> Attempt | None:
        return next((attempt for attempt in self.attempts if not attempt.is_finished), None)


def work_of(group: Group) -> dict[tuple[int, int], Work]:
    """The work of every member (by id) on every assignment (by id)."""
    done: dict[tuple[int, int], list[Attempt]] = defaultdict(list)
    for attempt in _attempts(group):
        if not attempt.is_retry:
            done[attempt.visit.learner_id, attempt.publication.quiz_id].append(attempt)
    return {
        (member.id, assignment.id): Work(done[member.learner_id, assignment.quiz_id])
        for member in group.members
        for assignment in group.assignments
    }


def work_by_quiz(learner: Learner) -> dict[int, Work]:
    """All whole attempts of one learner, by the id of the quiz."""
    done: dict[int, list[Attempt]] = defaultdict(list)
    attempts = (
        select(Attempt)
        .join(Attempt.visit)
        .where(LearnerSession.learner_id == learner.id)
        .order_by(Attempt.id)
    )
    for attempt in db.session.scalars(attempts):
        if not attempt.is_retry:
            done[attempt.publication.quiz_id].append(attempt)
    return {quiz: Work(made) for quiz, made in done.items()}


def _attempts(group: Group) -> Sequence[Attempt]:
    quizzes = select(Assignment.quiz_id).where(Assignment.group_id == group.id)
    learners = select(Member.learner_id).where(Member.group_id == group.id)
    return db.session.scalars(
        select(Attempt)
        .join(Attempt.visit)
        .join(Attempt.publication)
        .where(Publication.quiz_id.in_(quizzes), LearnerSession.learner_id.in_(learners))
        .order_by(Attempt.id)
    ).all()
