"""The bank: items, every change of which is a new version."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import JSON, ForeignKey, Select, String, Text, UniqueConstraint, and_, func, or_, select
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from quizapp.items.item import Category, Item, ItemType, Status
from quizapp.items.serial import item_from_json, item_to_json
from quizapp.store.engine import Model, UtcDateTime, db, public_id_column, transaction
from quizapp.store.people import Account
from quizapp.store.sources import CandidateVerdict, ProposedItem, Source, SourceRevision


class BankItem(Model):
    """A question in the bank. One without an owner came with the bank files and belongs to all."""

    __tablename__ = "item"
    __table_args__ = (UniqueConstraint("source_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    slug: Mapped[str | None] = mapped_column(String(100))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    latest_number: Mapped[int] = mapped_column(default=0)
    source: Mapped[Source] = relationship(lazy="joined")
    latest: Mapped[ItemVersion] = relationship(
        primaryjoin=lambda: and_(
            ItemVersion.item_id == BankItem.id, foreign(ItemVersion.number) == BankItem.latest_number
        ),
        lazy="joined",
        viewonly=True,
        uselist=False,
    )
    versions: Mapped[list[ItemVersion]] = relationship(
        order_by="ItemVersion.number", back_populates="bank_item"
    )


class ItemVersion(Model):
    """What an item said at one time; it never changes. One without an author came from the bank files."""

    __tablename__ = "item_version"
    __table_args__ = (UniqueConstraint("item_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    number: Mapped[int]
    revision_id: Mapped[int] = mapped_column(ForeignKey("source_revision.id"))
    type: Mapped[ItemType] = mapped_column(String(16))
    category: Mapped[Category] = mapped_column(String(16))
    status: Mapped[Status] = mapped_column(String(16))
    stem: Mapped[str] = mapped_column(Text)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    content_hash: Mapped[str] = mapped_column(String(64))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    bank_item: Mapped[BankItem] = relationship(back_populates="versions")
    revision: Mapped[SourceRevision] = relationship()

    @property
    def item(self) -> Item:
        return item_from_json(self.content)


@dataclass(frozen=True, slots=True)
class BankFilter:
    """What a teacher looks for in the bank; an empty field does not narrow."""

    source: str = ""
    category: str = ""
    type: str = ""
    status: str = ""
    words: str = ""


def add_item(
    source: Source,
    item: Item,
    status: Status,
    at: datetime,
    *,
    owner: Account | None = None,
    slug: str | None = None,
) -> BankItem:
    """Keep a new item with its first version."""
    with transaction():
        return keep(source, item, status, at, owner=owner, slug=slug)


def accept(proposed: ProposedItem, item: Item, status: Status, by: Account, at: datetime) -> BankItem:
    """Take a candidate into the bank, as proposed or mended; a second time makes a version, not a twin."""
    known = db.session.get(BankItem, proposed.item_id) if proposed.item_id else None
    if known is not None and proposed.verdict == "accepted":
        revise(known, item, status, by, at)
        return known
    with transaction():
        return take(proposed, item, status, by, at)


def take(proposed: ProposedItem, item: Item, status: Status, by: Account, at: datetime) -> BankItem:
    """Make an item of a candidate that is not accepted, inside the transaction of the caller."""
    known = db.session.get(BankItem, proposed.item_id) if proposed.item_id else None
    if known is None:
        known = keep(proposed.revision.source, item, status, at, owner=by)
    else:
        _add_version(known, item, status, at, by)
    proposed.verdicts.append(CandidateVerdict(verdict="accepted", item_id=known.id, account_id=by.id, at=at))
    return known


def withdraw(proposed: ProposedItem, by: Account, at: datetime) -> None:
    """Undo what was decided on a candidate; the item that it became is retired."""
    if proposed.verdict is None:
        return
    with transaction():
        give_back(proposed, by, at)


def give_back(proposed: ProposedItem, by: Account, at: datetime) -> None:
    """Let a candidate wait again, inside the transaction of the caller; the item that it became is retired."""
    known = db.session.get(BankItem, proposed.item_id) if proposed.item_id else None
    if known is not None and proposed.verdict == "accepted":
        _add_version(known, known.latest.item, "retired", at, by)
    proposed.verdicts.append(CandidateVerdict(verdict="reopened", account_id=by.id, at=at))


def revise(bank_item: BankItem, item: Item, status: Status, by: Account | None, at: datetime) -> ItemVersion:
    """Change an item: a new version, unless nothing changed."""
    if content_hash(item, status) == bank_item.latest.content_hash:
        return bank_item.latest
    with transaction():
        return _add_version(bank_item, item, status, at, by)


def items_for(account: Account, wanted: BankFilter = BankFilter()) -> list[BankItem]:
    """The items that a teacher may use, by source and then as they came."""
    query = _usable(account).join(BankItem.source).order_by(Source.title, BankItem.id)
    for column, value in (
        (Source.public_id, wanted.source),
        (ItemVersion.category, wanted.category),
        (ItemVersion.type, wanted.type),
        (ItemVersion.status, wanted.status),
    ):
        if value:
            query = query.where(column == value)
    items = db.session.scalars(query)
    needle = wanted.words.casefold().strip()
    return [found for found in items if needle in found.latest.stem.casefold()]


def house_items(source: Source) -> list[BankItem]:
    """The items of a text that belong to all, as they came, without those that are asked no more."""
    return list(
        db.session.scalars(
            select(BankItem)
            .join(BankItem.latest)
            .where(
                BankItem.source_id == source.id,
                BankItem.owner_id.is_(None),
                ItemVersion.status != "retired",
            )
            .order_by(BankItem.id)
        )
    )


def item_for(account: Account, public_id: str) -> BankItem | None:
    """The item, if the teacher may use it."""
    return db.session.scalar(_usable(account).where(BankItem.public_id == public_id))


def items_by_public_id(account: Account, public_ids: Iterable[str]) -> list[BankItem]:
    """The items that the teacher may use among those named, in the order named."""
    found = {
        item.public_id: item
        for item in db.session.scalars(_usable(account).where(BankItem.public_id.in_(set(public_ids))))
    }
    return [found[public_id] for public_id in public_ids if public_id in found]


def usable_among(account: Account, ids: Iterable[int]) -> set[int]:
    """Which of these items the teacher may open."""
    return {item.id for item in db.session.scalars(_usable(account).where(BankItem.id.in_(set(ids))))}


def count_items_by_source() -> dict[int, int]:
    """How many items each source has that are not retired."""
    counted = db.session.execute(
        select(BankItem.source_id, func.count())
        .join(BankItem.latest)
        .where(ItemVersion.status != "retired")
        .group_by(BankItem.source_id)
    )
    return {row[0]: row[1] for row in counted}


def content_hash(item: Item, status: Status) -> str:
    """What tells two versions apart."""
    content = json.dumps([item_to_json(item), status], ensure_ascii=False, sort_keys=True)
    return sha256(content.encode()).hexdigest()


def keep(
    source: Source,
    item: Item,
    status: Status,
    at: datetime,
    *,
    owner: Account | None = None,
    slug: str | None = None,
) -> BankItem:
    """Add an item inside the transaction of the caller."""
    bank_item = BankItem(source=source, slug=slug, owner_id=owner.id if owner else None)
    db.session.add(bank_item)
    _add_version(bank_item, item, status, at, owner)
    return bank_item


def change(bank_item: BankItem, item: Item, status: Status, at: datetime, by: Account | None) -> ItemVersion:
    """Add a version inside the transaction of the caller."""
    return _add_version(bank_item, item, status, at, by)


def _add_version(
    bank_item: BankItem, item: Item, status: Status, at: datetime, author: Account | None
) -> ItemVersion:
    version = ItemVersion(
        number=(bank_item.latest_number or 0) + 1,
        revision=bank_item.source.revision,
        type=item.type,
        category=item.category,
        status=status,
        stem=item.stem,
        content=item_to_json(item),
        content_hash=content_hash(item, status),
        author_id=author.id if author else None,
        at=at,
    )
    bank_item.versions.append(version)
    bank_item.latest_number = version.number
    db.session.flush()
    return version


def _usable(account: Account) -> Select[BankItem]:
    return (
        select(BankItem)
        .join(BankItem.latest)
        .where(or_(BankItem.owner_id == account.id, BankItem.owner_id.is_(None)))
    )
