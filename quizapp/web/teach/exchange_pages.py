"""What the pages of files show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext, lazy_gettext

from quizapp.formats.exchange import LeftOut
from quizapp.formats.registry import READABLE, Format, read_as
from quizapp.items.checks import check, say
from quizapp.items.item import Item
from quizapp.store.bank import BankItem
from quizapp.store.exchange import Incoming, as_written, compare
from quizapp.store.waiting_files import WaitingFile
from quizapp.web.languages import language_code
from quizapp.web.teach.exchange_forms import say_remark

_PLACE = re.compile(r"\b(line|row|question|column|sheet|cell)\b(?= \S)")
PLACE_WORDS = {
    "line": lazy_gettext("line"),
    "row": lazy_gettext("row"),
    "question": lazy_gettext("question"),
    "column": lazy_gettext("column"),
    "sheet": lazy_gettext("sheet"),
    "cell": lazy_gettext("cell"),
}


def say_place(where: str) -> str:
    """A place of a file in the language of the page."""
    return _PLACE.sub(lambda found: str(PLACE_WORDS[found[1]]), where)


@dataclass(frozen=True, slots=True)
class Refused:
    """What does not come in or go out: where it stands, how it begins, and why."""

    where: str
    stem: str
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """A question of a file: what it is to the bank, what of it is not kept, and what it lacks to be asked."""

    where: str
    item: Item
    standing: str
    known: BankItem | None
    remarks: tuple[str, ...]
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What would become of a file."""

    file: WaitingFile
    format: Format
    cards: tuple[Card, ...]
    left_out: tuple[Refused, ...]

    def count(self, standing: str) -> int:
        return sum(card.standing == standing for card in self.cards)

    @property
    def ready(self) -> int:
        """How many can be asked at once."""
        return sum(not card.lacks for card in self.cards)


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft, and what forbids to ask it."""

    bank_item: BankItem
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportPage:
    """Questions on their way out in a format, and what the format cannot hold: by the reason, how each begins."""

    items: Sequence[BankItem]
    title: str
    format: Format
    left_out: dict[str, list[str]]
    written: int


def preview_page(file: WaitingFile) -> PreviewPage:
    reading = read_as(file.format, file.content)
    cards = tuple(_card(one) for one in compare(file.source, reading.items))
    return PreviewPage(file, READABLE[file.format], cards, _refused(reading.left_out))


def export_page(items: Sequence[BankItem], title: str, form: Format) -> ExportPage:
    assert form.write is not None  # noqa: S101 - only formats that are written are offered
    written = as_written(items)
    stems = {one.id: one.item.stem for one in written}
    writing = form.write(written, title)
    lost_items = {lost.where for lost in writing.left_out} & stems.keys()
    left_out: dict[str, list[str]] = {}
    for lost in writing.left_out:
        left_out.setdefault(say_remark(lost.reason), []).append(stems.get(lost.where, lost.stem))
    return ExportPage(items, title, form, left_out, len(items) - len(lost_items))


def draft_cards(drafts: Iterable[BankItem]) -> list[DraftCard]:
    """Drafts with what they lack."""
    cards = []
    for draft in drafts:
        revision = draft.source.revision
        findings = check(draft.latest.item, revision.body, revision.correction_notes)
        lacks = tuple(say(found, language_code()) for found in findings if found.level == "error")
        cards.append(DraftCard(draft, lacks))
    return cards


def _card(one: Incoming) -> Card:
    lost = tuple(
        gettext("These words of proof are not in the text: “%(words)s”", words=excerpt)
        for excerpt in one.lost
    )
    errors = tuple(say(found, language_code()) for found in one.findings if found.level == "error")
    return Card(
        say_place(one.read.where),
        one.item,
        _standing(one),
        one.known,
        tuple(map(say_remark, one.read.remarks)),
        (*lost, *errors),
    )


def _standing(one: Incoming) -> str:
    if one.repeats:
        return "repeated"
    if one.known is None:
        return "new"
    return "same" if one.is_same else "changed"


def _refused(left_out: Iterable[LeftOut]) -> tuple[Refused, ...]:
    return tuple(Refused(say_place(lost.where), lost.stem, say_remark(lost.reason)) for lost in left_out)
