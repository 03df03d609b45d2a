"""What teachers correct in the marks of a text; the candidates follow each time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from quizapp.store.engine import db, transaction
from quizapp.store.people import Account
from quizapp.store.readings import read_anew
from quizapp.store.sources import MarkAmendment, SourceRevision
from quizapp.text.amendments import Amendment
from quizapp.text.serial import amendment_to_json


def amend(revision: SourceRevision, amendment: Amendment, by: Account, at: datetime) -> None:
    """Correct a mark, and propose again what the corrected marks give."""
    with transaction():
        revision.amendments.append(
            MarkAmendment(content=amendment_to_json(amendment), account_id=by.id, at=at)
        )
    read_anew(revision)


def undo_amendment(revision: SourceRevision, public_id: str, at: datetime) -> bool:
    """Let a correction hold no more; False if there is no such one, or it was undone already."""
    found = db.session.scalar(
        select(MarkAmendment).where(
            MarkAmendment.revision_id == revision.id,
            MarkAmendment.public_id == public_id,
            MarkAmendment.undone_at.is_(None),
        )
    )
    if found is None:
        return False
    with transaction():
        found.undone_at = at
    db.session.expire(revision, ["amendments"])
    read_anew(revision)
    return True
