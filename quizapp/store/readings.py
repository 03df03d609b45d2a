"""Long texts that wait for a reader, and what a reader found put beside what was decided before."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Update, and_, delete, func, or_, select, update

from quizapp.generate.candidate import Candidate, Proposal
from quizapp.generate.propose import propose
from quizapp.store.engine import changed_rows, db, transaction
from quizapp.store.sources import (
    LONGEST_AT_ONCE,
    MOST_TRIES,
    ProposedItem,
    Reading,
    SourceRevision,
    abstained_to_json,
    amendments_of,
    annotations_of,
    found_in,
    proposed,
)
from quizapp.text.amendments import amended
from quizapp.text.annotate import annotate
from quizapp.text.serial import annotations_to_json

SILENCE = timedelta(seconds=30)
"""A reader that has said nothing for so long is dead: killed, or its machine switched off."""
MOST_READERS = 2
"""At once, so that the pages of everybody else stay quick."""
_AFTER_MARKS = 40
"""What share of the work is done, in percent, when the text is marked and its questions are still to be made."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right of one process to read one text."""

    revision_id: int
    reader: str


class Overtaken(Exception):
    """The text is another reader's by now, or has changed: what was found does not count."""


def call_reader(at: datetime) -> bool:
    """Whether a reader is to be started now: a text waits, few read, and nobody has called one just before."""
    is_at_work = Reading.seen_at >= at - SILENCE
    busy = db.session.scalar(select(func.count()).select_from(Reading).where(is_at_work)) or 0
    waiting = select(Reading.revision_id).where(
        _may_be_claimed(at), or_(Reading.seen_at.is_(None), ~is_at_work)
    )
    first = db.session.scalar(waiting.order_by(Reading.revision_id).limit(1))
    if busy >= MOST_READERS or first is None:
        return False
    unseen = or_(Reading.seen_at.is_(None), Reading.seen_at < at - SILENCE)
    return _changes(
        update(Reading).where(Reading.revision_id == first, unseen).values(seen_at=at, reader=None)
    )


def claim_next(at: datetime) -> Claim | None:
    """Take the text that waits longest; of several readers one gets it."""
    waiting = db.session.scalars(
        select(Reading.revision_id).where(_may_be_claimed(at)).order_by(Reading.revision_id)
    ).all()
    reader = secrets.token_hex(16)
    for revision_id in waiting:
        taken = update(Reading).where(Reading.revision_id == revision_id, _may_be_claimed(at))
        if _changes(taken.values(reader=reader, seen_at=at, percent=0, tries=Reading.tries + 1)):
            return Claim(revision_id, reader)
    return None


def report(claim: Claim, percent: int | None, at: datetime) -> bool:
    """Say that the reader lives, and how far it is; False if the text is no longer its own."""
    values: dict[str, Any] = {"seen_at": at} if percent is None else {"seen_at": at, "percent": percent}
    return _changes(_own(claim).values(**values))


def read(claim: Claim, watch: Callable[[int], None]) -> None:
    """Read the text and keep what was found; Overtaken if it was not the reader's own to the end."""
    revision = db.session.get_one(SourceRevision, claim.revision_id)
    found = annotate(revision.body) if revision.annotations is None else found_in(revision)
    watch(_AFTER_MARKS)
    proposal = propose(
        amended(found, amendments_of(revision)),
        title=revision.source.title,
        corrections=revision.correction_notes,
        watch=lambda share: watch(_AFTER_MARKS + int(share * (100 - _AFTER_MARKS))),
    )
    db.session.rollback()  # the work took its time: what is beside the text now is to be seen
    with transaction() as session:
        if changed_rows(session.execute(delete(Reading).where(*_is_own(claim)))) != 1:
            raise Overtaken
        revision.annotations = annotations_to_json(found)
        _put_beside(revision, proposal)


def read_anew(revision: SourceRevision) -> None:
    """Propose again after the marks were changed: a short text now, a long one by a reader."""
    if len(revision.body) > LONGEST_AT_ONCE:
        with transaction() as session:
            session.execute(delete(Reading).where(Reading.revision_id == revision.id))
            session.add(Reading(revision_id=revision.id))
        return
    proposal = propose(
        annotations_of(revision), title=revision.source.title, corrections=revision.correction_notes
    )
    with transaction():
        _put_beside(revision, proposal)


def release(claim: Claim) -> None:
    """Give the text back unread, for another try."""
    with transaction() as session:
        session.execute(_own(claim).values(reader=None, seen_at=None))


def has_failed(reading: Reading, at: datetime) -> bool:
    """Whether readers have died over the text too often for one more to try."""
    is_left = reading.reader is None or reading.seen_at is None or reading.seen_at < at - SILENCE
    return reading.tries >= MOST_TRIES and is_left


def _put_beside(revision: SourceRevision, proposal: Proposal) -> None:
    """The new candidates in their order; what was decided stays as it was, what is proposed no more is withdrawn."""
    known = {
        row.candidate_id: row
        for row in db.session.scalars(select(ProposedItem).where(ProposedItem.revision_id == revision.id))
    }
    decided = {_key(row.content): row for row in known.values() if row.verdict is not None}
    kept = [_beside(candidate, known, decided) for candidate in proposal.candidates]
    others = [row for row in known.values() if row not in kept]
    for row in others:
        row.is_withdrawn = row.verdict is None and not row.is_by_model
    for place, row in enumerate([*kept, *sorted(others, key=lambda row: row.position)]):
        row.position = place
        row.revision_id = revision.id
        db.session.add(row)
    revision.abstained = abstained_to_json(proposal)
    db.session.flush()
    db.session.expire(revision, ["candidates"])


def _beside(
    candidate: Candidate, known: dict[str, ProposedItem], decided: dict[str, ProposedItem]
) -> ProposedItem:
    """The row of the candidate: the one that was decided on if it says the same, else one that waits."""
    new = proposed(0, candidate)
    if same := decided.get(_key(new.content)):
        return same
    old = known.get(new.candidate_id)
    if old is not None and old.verdict is not None:  # decided on, and it says something else
        new.candidate_id = f"{new.candidate_id}-{sha256(_key(new.content).encode()).hexdigest()[:16]}"
        old = known.get(new.candidate_id)
    if old is None:
        return new
    for name in ("content", "rule", "score", "flags", "place"):
        setattr(old, name, getattr(new, name))
    old.is_withdrawn = False
    return old


def _key(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _may_be_claimed(at: datetime) -> ColumnElement[bool]:
    return and_(Reading.tries < MOST_TRIES, or_(Reading.reader.is_(None), _is_abandoned(at)))


def _is_abandoned(at: datetime) -> ColumnElement[bool]:
    return Reading.seen_at < at - SILENCE


def _own(claim: Claim) -> Update:
    return update(Reading).where(*_is_own(claim))


def _is_own(claim: Claim) -> tuple[ColumnElement[bool], ...]:
    return Reading.revision_id == claim.revision_id, Reading.reader == claim.reader


def _changes(change: Update) -> bool:
    with transaction() as session:
        return changed_rows(session.execute(change)) == 1
