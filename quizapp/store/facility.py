"""How hard items turned out to be: the share of the points that learners got."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Subquery, func, select

from quizapp.store.attempts import HUNDREDTHS, StoredResponse
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import db


@dataclass(frozen=True, slots=True)
class Facility:
    """How often an item was answered in all its versions, and the share of the points, from 0 to 1."""

    answers: int
    share: float


def facilities(item_ids: Collection[int] | None = None) -> Subquery:
    """A row an answered item: `item_id`, `answers`, `share`. The one place that counts responses for the bank."""
    query = (
        select(
            ItemVersion.item_id,
            func.count().label("answers"),
            (func.avg(StoredResponse.score) / HUNDREDTHS).label("share"),
        )
        .join(StoredResponse, StoredResponse.item_version_id == ItemVersion.id)
        .group_by(ItemVersion.item_id)
    )
    return (query if item_ids is None else query.where(ItemVersion.item_id.in_(item_ids))).subquery()


def facilities_of(item_ids: Collection[int]) -> dict[int, Facility]:
    """What is known of these items; one that nobody answered is not there."""
    rows = db.session.execute(select(facilities(item_ids))).all()
    return {row.item_id: Facility(row.answers, float(row.share)) for row in rows}
