"""Where an item was asked in the quizzes that a teacher runs, version by version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.analysis.tally import Tally
from quizapp.store.bank import BankItem, ItemVersion
from quizapp.store.engine import db
from quizapp.store.people import Account
from quizapp.store.quizzes import Publication, PublishedItem, Quiz, runs
from quizapp.store.tallies import tally


@dataclass(frozen=True, slots=True)
class Asked:
    """A version at a position of a publication, and the counts of that publication."""

    publication: Publication
    position: int
    tally: Tally


def askings(account: Account, item: BankItem) -> list[tuple[ItemVersion, Sequence[Asked]]]:
    """The versions of an item that were asked, newest first, and where each was."""
    rows = db.session.execute(
        select(ItemVersion, Publication, PublishedItem.position)
        .join(PublishedItem, PublishedItem.item_version_id == ItemVersion.id)
        .join(Publication, Publication.id == PublishedItem.publication_id)
        .join(Quiz, Quiz.id == Publication.quiz_id)
        .where(ItemVersion.item_id == item.id, runs(account))
        .order_by(ItemVersion.number.desc(), Publication.id.desc())
    )
    found: dict[ItemVersion, list[Asked]] = {}
    for version, publication, position in rows:
        found.setdefault(version, []).append(Asked(publication, position, tally([publication])))
    return list(found.items())
