"""Changing items that are in the bank: many at once, back to what they were, and on to a new text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from quizapp.items.item import Item, Status
from quizapp.store.bank import BankItem, ItemVersion, add_version, content_hash, describe, usable
from quizapp.store.engine import db, transaction
from quizapp.store.people import Account
from quizapp.store.sources import Source
from quizapp.text.anchoring import reanchored
from quizapp.text.spans import Span


def set_status(items: Iterable[BankItem], status: Status, by: Account, at: datetime) -> int:
    """Give items a status; how many had another."""
    return _change(items, lambda item: item, status, by, at)


def add_tag(items: Iterable[BankItem], tag: str, by: Account, at: datetime) -> int:
    """Give items a tag; how many did not have it."""
    return _change(
        items, lambda item: item if tag in item.tags else replace(item, tags=(*item.tags, tag)), None, by, at
    )


def remove_tag(items: Iterable[BankItem], tag: str, by: Account, at: datetime) -> int:
    """Take a tag from items; how many had it."""
    return _change(
        items, lambda item: replace(item, tags=tuple(t for t in item.tags if t != tag)), None, by, at
    )


def take_back(by: Account, moment: datetime, at: datetime) -> int:
    """Undo what the account changed at that moment, where nothing was changed since; how many items it was."""
    changed = db.session.scalars(
        usable(by).where(ItemVersion.author_id == by.id, ItemVersion.at == moment, BankItem.latest_number > 1)
    ).all()
    with transaction():
        for bank_item in changed:
            before = bank_item.versions[-2]
            add_version(bank_item, before.item, before.status, at, by)
    return len(changed)


def restore(version: ItemVersion, by: Account, at: datetime) -> None:
    """Make an old version the newest again, its proof found in the text as it now stands."""
    bank_item = version.bank_item
    item = moved(version.item, version.revision.body, bank_item.source.revision.body) or version.item
    if content_hash(item, version.status) != bank_item.latest.content_hash:
        with transaction():
            add_version(bank_item, item, version.status, at, by)


def moved(item: Item, old: str, new: str) -> Item | None:
    """The item with its proof found again in the new text; None where that does not say it any more."""
    found: list[Span] = [span for span in reanchored(old, new, item.evidence) if span]
    return replace(item, evidence=tuple(found)) if len(found) == len(item.evidence) else None


def _change(
    items: Iterable[BankItem],
    change: Callable[[Item], Item],
    status: Status | None,
    by: Account,
    at: datetime,
) -> int:
    count = 0
    with transaction():
        for bank_item in items:
            latest = bank_item.latest
            item, wanted = change(latest.item), status or latest.status
            if content_hash(item, wanted) != latest.content_hash:
                add_version(bank_item, item, wanted, at, by)
                count += 1
    return count


def reanchor_items(source: Source, at: datetime) -> tuple[int, int]:
    """Move the proofs of all items to the newest text of their source, inside the transaction of the caller.

    How many moved, and how many are lost: those keep the text that they had, and are flagged. A version that
    only moved is by whom the version before was.
    """
    body = source.revision.body
    moves = losses = 0
    for bank_item in db.session.scalars(select(BankItem).where(BankItem.source_id == source.id)):
        latest = bank_item.latest
        item = moved(latest.item, latest.revision.body, body)
        if item is not None and item != latest.item:
            author = db.session.get(Account, latest.author_id) if latest.author_id else None
            add_version(bank_item, item, latest.status, at, author)
        else:
            describe(bank_item, latest.item)
        moves += item is not None and item != latest.item
        losses += item is None
    return moves, losses
