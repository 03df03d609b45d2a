"""The bank on its way back into its files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.formats.bank import Bank, BankFileItem, BankQuiz
from quizapp.items.wording import folded
from quizapp.store.bank import BankItem
from quizapp.store.engine import db, transaction
from quizapp.store.quizzes import Quiz
from quizapp.store.sources import Source

LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True)
class Exported:
    """A bank for its folder, and the ids of items whose proof its text does not say any more."""

    bank: Bank
    lost: tuple[str, ...]


def sources_with_files() -> list[str]:
    """The slugs of the sources that a bank folder is made of."""
    return list(db.session.scalars(select(Source.slug).where(Source.slug.is_not(None)).order_by(Source.slug)))


def bank_of(slug: str) -> Exported | None:
    """What the folder of a source is to say now, in the order in which the items came; None for no such source."""
    source = db.session.scalar(select(Source).where(Source.slug == slug))
    if source is None:
        return None
    items = db.session.scalars(
        select(BankItem).where(BankItem.source_id == source.id).order_by(BankItem.id)
    ).all()
    _name_the_nameless(items)
    body = source.revision.body
    entries = [BankFileItem(item.slug or "", item.latest.item, item.latest.status) for item in items]
    kept = [entry for entry in entries if all(span.is_verbatim_in(body) for span in entry.item.evidence)]
    names = {entry.id for entry in kept}
    bank = Bank(
        slug=slug,
        title=source.title,
        language=source.language,
        origin=source.origin,
        licence=source.licence,
        text=body,
        items=tuple(kept),
        corrections=source.revision.correction_notes,
        quizzes=tuple(_quizzes(source, names)),
    )
    return Exported(bank, tuple(entry.id for entry in entries if entry.id not in names))


def _quizzes(source: Source, names: set[str]) -> list[BankQuiz]:
    found = db.session.scalars(select(Quiz).where(Quiz.source_id == source.id).order_by(Quiz.id))
    listed = [BankQuiz(quiz.title, tuple(i.slug for i in quiz.items if i.slug in names)) for quiz in found]
    return [quiz for quiz in listed if quiz.items]


def _name_the_nameless(items: Sequence[BankItem]) -> None:
    """An item that a teacher added gets the id that it will have in the file for ever."""
    taken = {item.slug for item in items}
    with transaction():
        for item in items:
            if item.slug is None:
                item.slug = _free(re.sub(r"[^a-z0-9]+", "-", folded(item.latest.stem)).strip("-"), taken)
                taken.add(item.slug)


def _free(wish: str, taken: set[str | None]) -> str:
    wish = wish[:LONGEST_SLUG].strip("-") or "pytanie"
    number, slug = 1, wish
    while slug in taken:
        number += 1
        slug = f"{wish}-{number}"
    return slug
