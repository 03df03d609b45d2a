"""Looking for items of the bank: a page at a time, in an order, by how hard they are, by what is asked twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import selectinload

from quizapp.items.likeness import alike_pairs, are_alike
from quizapp.store.bank import BankFilter, BankItem, ItemLabel, LabelKind, narrowed
from quizapp.store.bank_files import FileChange
from quizapp.store.describing import asked_again
from quizapp.store.engine import db
from quizapp.store.facility import facilities
from quizapp.store.people import Account
from quizapp.store.sources import Source
from quizapp.text.alphabet import register_order

Sort = Literal["source", "newest", "stem", "hardest", "easiest"]
SORTS: tuple[Sort, ...] = get_args(Sort)
Band = Literal["hard", "middle", "easy", "unknown"]
BANDS: tuple[Band, ...] = get_args(Band)

ALIKE = "alike"
"""The flag of items that ask the same as another; it depends on two items, so it is found and not kept."""
FROM_FILE = "file"
"""The flag of items that both the file of the bank and a teacher changed."""
HARD, EASY = 0.3, 0.8
FEWEST_ANSWERS = 10
"""With fewer answers it is not said how hard an item is."""
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class BankSearch(BankFilter):
    """A filter, how hard the items are to be, and their order; a word that is none of the known does nothing."""

    facility: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class BankPage:
    """A page of what was found, and how much was found."""

    items: list[BankItem]
    total: int
    number: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))


def search(account: Account, wanted: BankSearch, page: int = 1) -> BankPage:
    """A page of the items that pass the filter; beyond the last page it is the last."""
    query: Select[Any] = _query(account, wanted).with_only_columns(BankItem.id)
    total = db.session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    number = min(max(1, page), max(1, -(-total // PAGE_SIZE)))
    shown = _ordered(query, wanted.sort).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    return BankPage(_loaded(db.session.scalars(shown).all()), total, number)


def all_found(account: Account, wanted: BankSearch) -> list[BankItem]:
    """Every item that passes the filter, in its order."""
    return _loaded(
        db.session.scalars(
            _ordered(_query(account, wanted), wanted.sort).with_only_columns(BankItem.id)
        ).all()
    )


def labels_in_use(account: Account, kind: LabelKind) -> dict[str, int]:
    """The tags or flags of the items that a teacher may use, and how many have each."""
    rows = db.session.execute(
        select(ItemLabel.name, func.count())
        .join(BankItem, BankItem.id == ItemLabel.item_id)
        .where(ItemLabel.kind == kind, or_(BankItem.owner_id == account.id, BankItem.owner_id.is_(None)))
        .group_by(ItemLabel.name)
    )
    return {row[0]: row[1] for row in sorted(rows, key=lambda row: register_order(row[0]))}


def alike_to(account: Account, item: BankItem) -> list[BankItem]:
    """The items in use that ask the same as this one."""
    asked = asked_again(item.asked_key, item.asked_words)
    same_key = _in_use(account).where(BankItem.asked_key == item.asked_key, BankItem.id != item.id)
    rows = db.session.execute(same_key).all()
    return _loaded([row.id for row in rows if are_alike(asked, asked_again(row.asked_key, row.asked_words))])


def _loaded(ids: Sequence[int]) -> list[BankItem]:
    """The items with all that a list shows of them, in the order of the ids."""
    found = db.session.scalars(
        select(BankItem).where(BankItem.id.in_(ids)).options(selectinload(BankItem.labels))
    )
    items = {item.id: item for item in found}
    return [items[item_id] for item_id in ids]


def _query(account: Account, wanted: BankSearch) -> Select[BankItem]:
    is_found = wanted.flag in (ALIKE, FROM_FILE)
    query = narrowed(account, replace(wanted, flag="") if is_found else wanted)
    if wanted.flag == ALIKE:
        query = query.where(BankItem.id.in_(_alike_ids(account)))
    elif wanted.flag == FROM_FILE:
        query = query.where(BankItem.id.in_(select(FileChange.item_id)))
    if wanted.facility not in BANDS and wanted.sort not in ("hardest", "easiest"):
        return query
    known = facilities()
    query = query.outerjoin(known, known.c.item_id == BankItem.id)
    is_known = known.c.answers >= FEWEST_ANSWERS
    bands = {
        "hard": and_(is_known, known.c.share < HARD),
        "middle": and_(is_known, known.c.share.between(HARD, EASY)),
        "easy": and_(is_known, known.c.share > EASY),
        "unknown": or_(known.c.answers.is_(None), known.c.answers < FEWEST_ANSWERS),
    }
    if wanted.facility in bands:
        query = query.where(bands[wanted.facility])
    if wanted.sort in ("hardest", "easiest"):
        share = known.c.share.desc() if wanted.sort == "easiest" else known.c.share
        query = query.order_by(share.nulls_last())
    return query


def _ordered(query: Select[Any], sort: str) -> Select[Any]:
    if sort == "newest":
        return query.order_by(BankItem.changed_at.desc(), BankItem.id.desc())
    if sort == "stem":
        return query.order_by(BankItem.search_text, BankItem.id)
    return query.order_by(Source.title, BankItem.id)


def _alike_ids(account: Account) -> set[int]:
    """The items in use that ask the same as another; one whose key no other has is not even read."""
    keys = select(BankItem.asked_key).group_by(BankItem.asked_key).having(func.count() > 1)
    rows = db.session.execute(_in_use(account).where(BankItem.asked_key.in_(keys))).all()
    pairs = alike_pairs([asked_again(row.asked_key, row.asked_words) for row in rows])
    return {rows[place].id for pair in pairs for place in pair}


def _in_use(account: Account) -> Select[int, str, str]:
    return (
        narrowed(account, BankFilter())
        .where(BankItem.status != "retired")
        .with_only_columns(BankItem.id, BankItem.asked_key, BankItem.asked_words)
    )
