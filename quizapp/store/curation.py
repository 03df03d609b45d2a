"""Deciding on candidates: in parts of a long text, many at once, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, select

from quizapp.items.item import Status
from quizapp.store import bank, quizzes
from quizapp.store.engine import db, transaction
from quizapp.store.people import Account
from quizapp.store.sources import CandidateVerdict, ProposedItem, Source, SourceRevision, Verdict


def candidates_within(revision: SourceRevision, start: int, end: int) -> list[ProposedItem]:
    """The candidates whose proof stands first in that part of the text, in their order."""
    return list(
        db.session.scalars(
            _proposed_in(revision)
            .where(ProposedItem.place >= start, ProposedItem.place < end)
            .order_by(ProposedItem.position)
        )
    )


def count_by_state(revision: SourceRevision) -> dict[str, int]:
    """How many candidates wait, and how many were accepted and rejected."""
    verdicts = _last_verdicts().subquery()
    counted: dict[Verdict | None, int] = {
        row[0]: row[1]
        for row in db.session.execute(
            select(verdicts.c.verdict, func.count())
            .select_from(ProposedItem)
            .outerjoin(verdicts, verdicts.c.proposed_item_id == ProposedItem.id)
            .where(ProposedItem.revision_id == revision.id, ProposedItem.is_withdrawn.is_(False))
            .group_by(verdicts.c.verdict)
        )
    }
    return {
        "waiting": counted.get(None, 0) + counted.get("reopened", 0),
        "accepted": counted.get("accepted", 0),
        "rejected": counted.get("rejected", 0),
    }


def count_waiting(sources: Sequence[Source]) -> dict[int, int]:
    """How many candidates of each source's revision nobody has decided on."""
    verdicts = _last_verdicts().subquery()
    counted = db.session.execute(
        select(ProposedItem.revision_id, func.count())
        .outerjoin(verdicts, verdicts.c.proposed_item_id == ProposedItem.id)
        .where(
            ProposedItem.revision_id.in_([source.revision.id for source in sources]),
            ProposedItem.is_withdrawn.is_(False),
            func.coalesce(verdicts.c.verdict, "reopened") == "reopened",
        )
        .group_by(ProposedItem.revision_id)
    )
    return {row[0]: row[1] for row in counted}


def accept_all(chosen: Sequence[ProposedItem], status: Status, by: Account, at: datetime) -> int:
    """Take all that wait into the bank, in one transaction; how many did."""
    waiting = [proposed for proposed in chosen if proposed.verdict is None]
    with transaction():
        for proposed in waiting:
            bank.take(proposed, proposed.candidate.item, status, by, at)
    return len(waiting)


def last_decided(revision: SourceRevision, by: Account) -> list[ProposedItem]:
    """What the teacher decided last and has not taken back; all of it, where many were decided at once."""
    last = select(func.max(CandidateVerdict.id)).group_by(CandidateVerdict.proposed_item_id)
    standing = (
        _proposed_in(revision)
        .join(ProposedItem.verdicts)
        .where(
            CandidateVerdict.id.in_(last),
            CandidateVerdict.verdict != "reopened",
            CandidateVerdict.account_id == by.id,
        )
    )
    latest = db.session.scalar(standing.with_only_columns(func.max(CandidateVerdict.at)))
    if latest is None:
        return []
    return list(
        db.session.scalars(standing.where(CandidateVerdict.at == latest).order_by(ProposedItem.position))
    )


def undo_last(revision: SourceRevision, by: Account, at: datetime) -> list[ProposedItem]:
    """Take back what was decided last, as if nobody had decided; what went into the bank is retired."""
    undone = last_decided(revision, by)
    with transaction():
        for proposed in undone:
            bank.give_back(proposed, by, at)
    return undone


def questions_of(source: Source, owner: Account) -> list[bank.BankItem]:
    """The teacher's own questions about the text that may be asked, in the order of the text."""
    ready = bank.items_for(owner, bank.BankFilter(source=source.public_id, status="ready"))
    return sorted((item for item in ready if item.owner_id == owner.id), key=_place)


def quiz_of(source: Source, owner: Account, at: datetime) -> quizzes.Quiz | None:
    """A quiz of those questions; the same one again while they are the same, None if there are none."""
    questions = questions_of(source, owner)
    if not questions:
        return None
    for known in quizzes.quizzes_of(owner):
        if known.title == source.title and [item.id for item in known.items] == [q.id for q in questions]:
            return known
    quiz = quizzes.add_quiz(source.title, owner, at)
    quizzes.append_items(quiz, questions)
    return quiz


def _place(item: bank.BankItem) -> tuple[int, int]:
    evidence = item.latest.item.evidence
    return evidence[0].start if evidence else 0, item.id


def _proposed_in(revision: SourceRevision) -> Select[ProposedItem]:
    return select(ProposedItem).where(
        ProposedItem.revision_id == revision.id, ProposedItem.is_withdrawn.is_(False)
    )


def _last_verdicts() -> Select[int, Verdict]:
    last = select(func.max(CandidateVerdict.id)).group_by(CandidateVerdict.proposed_item_id)
    return select(CandidateVerdict.proposed_item_id, CandidateVerdict.verdict).where(
        CandidateVerdict.id.in_(last)
    )
