"""The curated files of `questions/` and the database kept in step."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import JSON, ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.formats.bank import Bank, BankFileItem
from quizapp.generate.propose import propose
from quizapp.items.item import Item, Status
from quizapp.items.serial import correction_to_json, item_from_json, item_to_json
from quizapp.store.bank import BankItem, ItemVersion, add_version, content_hash, describe, keep, revise
from quizapp.store.bank_changes import reanchor_items
from quizapp.store.engine import Model, UtcDateTime, db, transaction
from quizapp.store.people import Account
from quizapp.store.quizzes import open_house_quiz
from quizapp.store.sources import Source, new_revision
from quizapp.text.annotate import annotate

Outcome = Literal["same", "revised", "kept"]


class FileChange(Model):
    """What the file would make of an item that a teacher changed too: it waits until somebody chooses."""

    __tablename__ = "file_change"

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    status: Mapped[Status] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    bank_item: Mapped[BankItem] = relationship()

    @property
    def item(self) -> Item:
        return item_from_json(self.content)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a bank folder changed; `kept` names items that a teacher changed too, left as they are."""

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
    outcomes = {
        entry.id: _bring_up_to_date(known[entry.id], entry, at) for entry in bank.items if entry.id in known
    }
    for quiz in bank.quizzes:
        open_house_quiz(source, quiz.title, quiz.items, at)
    return Loaded(
        added=len(new),
        revised=Counter(outcomes.values())["revised"],
        kept=tuple(slug for slug, outcome in outcomes.items() if outcome == "kept"),
    )


def file_change_of(bank_item: BankItem) -> FileChange | None:
    """What the file would make of the item, where that waits for a choice."""
    return db.session.get(FileChange, bank_item.id)


def take_file(change: FileChange, at: datetime) -> None:
    """Let the item be as the file has it."""
    with transaction() as session:
        add_version(change.bank_item, change.item, change.status, at, None)
        session.delete(change)


def keep_own(change: FileChange, by: Account, at: datetime) -> None:
    """Let the item be as the teachers have it; what the file says becomes a version before it."""
    bank_item = change.bank_item
    own, status = bank_item.latest.item, bank_item.latest.status
    with transaction() as session:
        add_version(bank_item, change.item, change.status, at, None)
        add_version(bank_item, own, status, at, by)
        session.delete(change)


def _source_of(bank: Bank, at: datetime) -> Source:
    source = db.session.scalar(select(Source).where(Source.slug == bank.slug))
    digest = sha256(bank.text.encode()).hexdigest()
    if source is not None and source.revision.sha256 == digest:
        _set_corrections(source, [correction_to_json(note) for note in bank.corrections])
        return source
    proposal = propose(annotate(bank.text), title=bank.title, corrections=bank.corrections)
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
        session.flush()
        reanchor_items(source, at)
    return source


def _set_corrections(source: Source, notes: list[dict[str, Any]]) -> None:
    if notes == source.revision.corrections:
        return
    with transaction() as session:
        source.revision.corrections = notes
        for bank_item in session.scalars(select(BankItem).where(BankItem.source_id == source.id)):
            describe(bank_item, bank_item.latest.item)


def _bring_up_to_date(bank_item: BankItem, entry: BankFileItem, at: datetime) -> Outcome:
    """The file goes in where nobody else changed the item since the file was last taken."""
    latest, base = bank_item.latest, _last_from_file(bank_item)
    outcome: Outcome = "same"
    if latest.content_hash != content_hash(entry.item, entry.status):
        if latest.author_id is None or (base is not None and base.content_hash == latest.content_hash):
            outcome = "revised"
        elif base is None or not _reads_alike(base, entry):
            outcome = "kept"
    if outcome == "revised":
        revise(bank_item, entry.item, entry.status, None, at)
    _let_wait(bank_item, entry if outcome == "kept" else None, at)
    return outcome


def _last_from_file(bank_item: BankItem) -> ItemVersion | None:
    return next((version for version in reversed(bank_item.versions) if version.author_id is None), None)


def _reads_alike(base: ItemVersion, entry: BankFileItem) -> bool:
    """Whether the file says what it said before, be the text around its proofs another."""
    return (_without_places(base.item), base.status) == (_without_places(entry.item), entry.status)


def _without_places(item: Item) -> tuple[Item, tuple[str, ...]]:
    return replace(item, evidence=()), tuple(" ".join(span.text.split()) for span in item.evidence)


def _let_wait(bank_item: BankItem, entry: BankFileItem | None, at: datetime) -> None:
    waiting = file_change_of(bank_item)
    content = item_to_json(entry.item) if entry else None
    if entry is None and waiting is None:
        return
    if entry and waiting and (waiting.content, waiting.status) == (content, entry.status):
        return
    with transaction() as session:
        if waiting is not None:
            session.delete(waiting)
            session.flush()
        if entry is not None:
            session.add(FileChange(item_id=bank_item.id, content=content, status=entry.status, at=at))
