"""A text is edited: a new revision, with its candidates, the decisions on them and the proofs of its items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.generate.candidate import Proposal
from quizapp.generate.propose import propose
from quizapp.items.correction import Correction
from quizapp.store.bank_changes import reanchor_items
from quizapp.store.engine import transaction
from quizapp.store.people import Account
from quizapp.store.sources import (
    LONGEST_AT_ONCE,
    CandidateVerdict,
    ProposedItem,
    Reading,
    Source,
    SourceRevision,
    new_revision,
)
from quizapp.text.anchoring import reanchored
from quizapp.text.annotate import annotate
from quizapp.text.serial import annotations_to_json


@dataclass(frozen=True, slots=True)
class Revised:
    """How many proofs moved with the text, and how many are not in it any more."""

    moved: int
    lost: int


def revise_text(source: Source, body: str, by: Account, at: datetime) -> Revised:
    """Give a source a new text; published quizzes keep the one they had. Reading it comes before the transaction.

    A long text waits for a reader, and what was decided about its candidates is decided anew.
    """
    old = source.revision
    if body == old.body:
        return Revised(0, 0)
    corrections = _moved_corrections(old, body)
    annotations = annotate(body) if len(body) <= LONGEST_AT_ONCE else None
    proposal = Proposal((), ())
    if annotations:
        proposal = propose(annotations, title=source.title, corrections=corrections)
    with transaction() as session:
        revision = new_revision(body, old.number + 1, at, proposal, corrections=corrections, author=by)
        if annotations:
            revision.annotations = annotations_to_json(annotations)
        else:
            revision.reading = Reading()
        source.revisions.append(revision)
        session.flush()
        _keep_decisions(old, revision)
        moves, losses = reanchor_items(source, at)
    return Revised(moves, losses)


def _moved_corrections(old: SourceRevision, body: str) -> tuple[Correction, ...]:
    notes = old.correction_notes
    places = reanchored(old.body, body, (note.span for note in notes))
    return tuple(
        Correction(place, note.kind, note.corrected, note.note, note.sources)
        for note, place in zip(notes, places, strict=True)
        if place
    )


def _keep_decisions(old: SourceRevision, new: SourceRevision) -> None:
    """What was accepted or rejected is not asked about again where the new text gives the same candidate."""
    decided = {_asks(proposed): proposed.verdicts[-1] for proposed in old.candidates if proposed.verdict}
    for proposed in new.candidates:
        known = decided.get(_asks(proposed))
        if known is not None:
            proposed.verdicts.append(
                CandidateVerdict(
                    verdict=known.verdict, item_id=known.item_id, account_id=known.account_id, at=known.at
                )
            )


def _asks(proposed: ProposedItem) -> tuple[str, str, tuple[str, ...]]:
    """What tells a candidate from others of its text, wherever it stands there."""
    item = proposed.candidate.item
    return proposed.rule, item.stem, item.answer
