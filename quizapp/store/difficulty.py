"""How hard an item was for those who answered it, in words that hold for few answers too."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, get_args

from sqlalchemy import func, select

from quizapp.store.attempts import HUNDREDTHS, StoredResponse
from quizapp.store.bank import BankItem, ItemVersion
from quizapp.store.engine import db

Difficulty = Literal["easy", "medium", "hard", "unknown"]
DIFFICULTIES: tuple[Difficulty, ...] = get_args(Difficulty)

FEWEST_ANSWERS = 5
EASY_FROM, HARD_BELOW = Fraction(4, 5), Fraction(2, 5)


def difficulties(items: Iterable[BankItem]) -> dict[int, Difficulty]:
    """The difficulty of each item by its id, over all its versions."""
    ids = [item.id for item in items]
    rows = db.session.execute(
        select(ItemVersion.item_id, func.sum(StoredResponse.score), func.count())
        .join(StoredResponse, StoredResponse.item_version_id == ItemVersion.id)
        .where(ItemVersion.item_id.in_(ids))
        .group_by(ItemVersion.item_id)
    )
    known = {row[0]: _difficulty(int(row[1]), row[2]) for row in rows}
    return {item: known.get(item, "unknown") for item in ids}


def _difficulty(points: int, answers: int) -> Difficulty:
    if answers < FEWEST_ANSWERS:
        return "unknown"
    facility = Fraction(points, answers * HUNDREDTHS)
    return "easy" if facility >= EASY_FROM else "hard" if facility < HARD_BELOW else "medium"
