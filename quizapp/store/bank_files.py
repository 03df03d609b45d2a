"""The curated files of `questions/` and the database kept in step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select

from quizapp.formats.bank import Bank, BankFileItem
from quizapp.generate.propose import propose
from quizapp.items.serial import correction_to_json
from quizapp.store.bank import BankItem, content_hash, keep, revise
from quizapp.store.engine import db, transaction
from quizapp.store.quizzes import open_house_quiz
from quizapp.store.sources import Source, new_revision
from quizapp.text.annotate import annotate


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a bank folder changed; `kept` names items that a teacher changed since, left as they are."""

    added: int
    revised: int
    kept: tuple[str, ...]


def load_bank(bank: Bank, at: datetime) -> Loaded:
    """Bring a bank folder into the database: repeatable, and never over what a teacher has written."""
    source = _source_of(bank, at)
    known = {
        item.slug: item
        for item in db.session.scalars(select(BankItem).where(BankItem.source_id == source.id))
    }
    new = [entry for entry in bank.items if entry.id not in known]
    with transaction():
        for entry in new:
            keep(source, entry.item, entry.status, at, slug=entry.id)
    outcomes = [_bring_up_to_date(known[entry.id], entry, at) for entry in bank.items if entry.id in known]
    for quiz in bank.quizzes:
        open_house_quiz(source, quiz.title, quiz.items, at)
    return Loaded(
        added=len(new),
        revised=outcomes.count("revised"),
        kept=tuple(
            entry.id
            for entry, outcome in zip((e for e in bank.items if e.id in known), outcomes, strict=True)
            if outcome == "kept"
        ),
    )


def _source_of(bank: Bank, at: datetime) -> Source:
    source = db.session.scalar(select(Source).where(Source.slug == bank.slug))
    digest = sha256(bank.text.encode()).hexdigest()
    if source is not None and source.revision.sha256 == digest:
        with transaction():
            source.revision.corrections = [correction_to_json(note) for note in bank.corrections]
        return source
    proposal = propose(annotate(bank.text), corrections=bank.corrections)
    with transaction() as session:
        if source is None:
            source = Source(
                slug=bank.slug,
                title=bank.title,
                origin=bank.origin,
                licence=bank.licence,
                language=bank.language,
                created_at=at,
            )
            session.add(source)
        number = len(source.revisions) + 1
        source.revisions.append(new_revision(bank.text, number, at, proposal, corrections=bank.corrections))
    return source


def _bring_up_to_date(bank_item: BankItem, entry: BankFileItem, at: datetime) -> str:
    hashes = [version.content_hash for version in bank_item.versions]
    wanted = content_hash(entry.item, entry.status)
    if wanted in hashes:  # this state of the file is known already, perhaps with a teacher's edit on top
        return "same"
    if bank_item.latest.author_id is not None:
        return "kept"
    revise(bank_item, entry.item, entry.status, None, at)
    return "revised"
