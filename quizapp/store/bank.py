"""The bank: items, every change of which is a new version."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import (
    JSON,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    UniqueConstraint,
    and_,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from quizapp.items.item import Category, Item, ItemType, Status
from quizapp.items.serial import item_from_json, item_to_json
from quizapp.items.wording import folded
from quizapp.store.describing import described
from quizapp.store.engine import Model, UtcDateTime, db, public_id_column, transaction
from quizapp.store.people import Account
from quizapp.store.sources import CandidateVerdict, ProposedItem, Source, SourceRevision

LabelKind = Literal["tag", "flag"]


class BankItem(Model):
    """A question in the bank. One without an owner came with the bank files and belongs to all.

    What it is searched by is kept here too, as the newest version has it: a long bank is looked through without them.
    """

    __tablename__ = "item"
    __table_args__ = (UniqueConstraint("source_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    slug: Mapped[str | None] = mapped_column(String(100))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    latest_number: Mapped[int] = mapped_column(default=0)
    type: Mapped[ItemType] = mapped_column(String(16))
    category: Mapped[Category] = mapped_column(String(16))
    status: Mapped[Status] = mapped_column(String(16))
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    search_text: Mapped[str] = mapped_column(Text, default="")
    asked_key: Mapped[str] = mapped_column(String(64), index=True, default="")
    asked_words: Mapped[str] = mapped_column(Text, default="")
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
    labels: Mapped[list[ItemLabel]] = relationship(cascade="all, delete-orphan", order_by="ItemLabel.name")

    @property
    def flags(self) -> frozenset[str]:
        return frozenset(label.name for label in self.labels if label.kind == "flag")


class ItemLabel(Model):
    """A tag of the newest version of an item, or a flag: what a check objects to, by its code and its level."""

    __tablename__ = "item_label"
    __table_args__ = (Index("ix_item_label_kind_name", "kind", "name"),)

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    kind: Mapped[LabelKind] = mapped_column(String(8), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)


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
    author: Mapped[Account | None] = relationship()

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
    tag: str = ""
    flag: str = ""


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
        add_version(known, item, status, at, by)
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
        add_version(known, known.latest.item, "retired", at, by)
    proposed.verdicts.append(CandidateVerdict(verdict="reopened", account_id=by.id, at=at))


def revise(bank_item: BankItem, item: Item, status: Status, by: Account | None, at: datetime) -> ItemVersion:
    """Change an item: a new version, unless nothing changed."""
    if content_hash(item, status) == bank_item.latest.content_hash:
        return bank_item.latest
    with transaction():
        return add_version(bank_item, item, status, at, by)


def items_for(account: Account, wanted: BankFilter = BankFilter()) -> list[BankItem]:
    """The items that a teacher may use, by source and then as they came."""
    return list(db.session.scalars(narrowed(account, wanted).order_by(Source.title, BankItem.id)))


def narrowed(account: Account, wanted: BankFilter) -> Select[BankItem]:
    """The query of the items that a teacher may use and that pass the filter; every word must occur."""
    query = select(BankItem).join(BankItem.source).where(_is_usable_by(account))
    for column, value in (
        (Source.public_id, wanted.source),
        (BankItem.category, wanted.category),
        (BankItem.type, wanted.type),
        (BankItem.status, wanted.status),
    ):
        if value:
            query = query.where(column == value)
    for kind, name in (("tag", wanted.tag), ("flag", wanted.flag)):
        if name:
            query = query.where(BankItem.id.in_(_labelled(kind, name)))
    for word in folded(wanted.words).split():
        query = query.where(BankItem.search_text.contains(word, autoescape=True))
    return query


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
    return db.session.scalar(usable(account).where(BankItem.public_id == public_id))


def items_by_public_id(account: Account, public_ids: Iterable[str]) -> list[BankItem]:
    """The items that the teacher may use among those named, in the order named."""
    found = {
        item.public_id: item
        for item in db.session.scalars(usable(account).where(BankItem.public_id.in_(set(public_ids))))
    }
    return [found[public_id] for public_id in public_ids if public_id in found]


def usable_among(account: Account, ids: Iterable[int]) -> set[int]:
    """Which of these items the teacher may open."""
    return {item.id for item in db.session.scalars(usable(account).where(BankItem.id.in_(set(ids))))}


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
    bank_item = BankItem(source=source, slug=slug, owner_id=owner.id if owner else None, latest_number=0)
    _sum_up(bank_item, item, status, at)
    db.session.add(bank_item)
    add_version(bank_item, item, status, at, owner)
    return bank_item


def add_version(
    bank_item: BankItem, item: Item, status: Status, at: datetime, author: Account | None
) -> ItemVersion:
    """Put a version behind the others, inside the transaction of the caller.

    It is anchored to the newest text that says its evidence: where the newest does not, to that of the version before.
    """
    revision = bank_item.source.revision
    if bank_item.latest_number and not all(span.is_verbatim_in(revision.body) for span in item.evidence):
        revision = bank_item.latest.revision
    version = ItemVersion(
        bank_item=bank_item,
        number=(bank_item.latest_number or 0) + 1,
        revision=revision,
        type=item.type,
        category=item.category,
        status=status,
        stem=item.stem,
        content=item_to_json(item),
        content_hash=content_hash(item, status),
        author_id=author.id if author else None,
        at=at,
    )
    db.session.add(version)
    bank_item.latest_number = version.number
    _sum_up(bank_item, item, status, at)
    describe(bank_item, item)
    db.session.flush()
    return version


def _sum_up(bank_item: BankItem, item: Item, status: Status, at: datetime) -> None:
    bank_item.type, bank_item.category = item.type, item.category
    bank_item.status, bank_item.changed_at = status, at


def describe(bank_item: BankItem, item: Item) -> None:
    """Keep what the item is searched by, inside the transaction of the caller."""
    revision = bank_item.source.revision
    found = described(item, revision.body, revision.correction_notes)
    bank_item.search_text = found.search_text
    bank_item.asked_key, bank_item.asked_words = found.asked_key, found.asked_words
    wanted: set[tuple[LabelKind, str]] = {
        *(("tag", name) for name in found.tags),
        *(("flag", name) for name in found.flags),
    }
    known = {(label.kind, label.name): label for label in bank_item.labels}
    bank_item.labels[:] = [
        known.get((kind, name)) or ItemLabel(kind=kind, name=name) for kind, name in sorted(wanted)
    ]


def usable(account: Account) -> Select[BankItem]:
    """The query of the items that a teacher may use, with their newest versions."""
    return select(BankItem).join(BankItem.latest).where(_is_usable_by(account))


def _is_usable_by(account: Account) -> ColumnElement[bool]:
    return or_(BankItem.owner_id == account.id, BankItem.owner_id.is_(None))


def _labelled(kind: str, name: str) -> Select[Any]:
    return select(ItemLabel.item_id).where(ItemLabel.kind == kind, ItemLabel.name == name)
