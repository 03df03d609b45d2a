"""Questions from the files of other programs: what each is to the bank, and all of them brought in at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Literal, get_args

from sqlalchemy import select

from quizapp.formats.exchange import ReadItem, WrittenItem
from quizapp.items.checks import Finding, check
from quizapp.items.item import Item, Status
from quizapp.items.serial import item_to_json
from quizapp.items.wording import normalised
from quizapp.store.bank import BankItem, add_version, keep
from quizapp.store.engine import db, transaction
from quizapp.store.people import Account
from quizapp.store.sources import Source
from quizapp.store.waiting_files import WaitingFile, take_file
from quizapp.text.excerpts import find_excerpt
from quizapp.text.spans import Span

Known = Literal["skip", "update", "copy"]
KNOWN: tuple[Known, ...] = get_args(Known)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A question of a file beside the text that is to prove it, and what the bank has of it already.

    `known` is the item of the source that is the same question, `is_same` whether nothing in it differs;
    `repeats` is where the file says the same before. `lost` are excerpts that the text does not have.
    """

    read: ReadItem
    item: Item
    lost: tuple[str, ...]
    findings: tuple[Finding, ...]
    known: BankItem | None = None
    is_same: bool = False
    repeats: str = ""

    @property
    def is_ready(self) -> bool:
        """Proved, and nothing forbids to ask it."""
        return not self.lost and not any(found.level == "error" for found in self.findings)

    def comes_in(self, rule: Known) -> bool:
        """Whether the bank changes by it under the rule for what it knows already."""
        if rule == "copy":
            return True
        if self.repeats:
            return False
        return self.known is None or (rule == "update" and not self.is_same)


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of a file."""

    ready: int
    drafts: int
    updated: int
    skipped: int


def compare(source: Source, read_items: Sequence[ReadItem]) -> list[Incoming]:
    """Each question of a file with its proof found in the text, and with its like in the bank."""
    known = list(db.session.scalars(select(BankItem).where(BankItem.source_id == source.id)))
    by_name = {name: item for item in known for name in (item.public_id, item.slug) if name}
    by_question = {_question_of(item.latest.item): item for item in known}
    body, corrections = source.revision.body, source.revision.correction_notes
    seen: dict[str, str] = {}
    compared: list[Incoming] = []
    for read in read_items:
        spans, lost = _found(read.excerpts, body)
        item = replace(read.item, evidence=spans)
        question = _question_of(item)
        like = by_question.get(question) or by_name.get(read.external_id)
        if like is not None and not read.excerpts:  # a format without a place for the proof takes none away
            item = replace(item, evidence=like.latest.item.evidence)
        compared.append(
            Incoming(
                read,
                item,
                lost,
                check(item, body, corrections),
                like,
                like is not None and _content(like.latest.item) == _content(item),
                seen.get(question, ""),
            )
        )
        seen.setdefault(question, read.where)
    return compared


def bring_in(
    source: Source,
    incoming: Iterable[Incoming],
    rule: Known,
    ready: bool,
    owner: Account | None,
    at: datetime,
    file: WaitingFile | None = None,
) -> BroughtIn | None:
    """Bring the questions into the bank in one transaction; None where the file was brought in already.

    With `ready`, what is proved may be asked at once; all else waits as a draft.
    """
    counts = {"ready": 0, "draft": 0, "updated": 0, "skipped": 0}
    with transaction():
        if file is not None and not take_file(file):
            return None
        for one in incoming:
            counts[_take_one(source, one, rule, ready, owner, at)] += 1
    return BroughtIn(counts["ready"], counts["draft"], counts["updated"], counts["skipped"])


def as_written(items: Iterable[BankItem]) -> list[WrittenItem]:
    """Items on their way out, with the words that prove them."""
    return [
        WrittenItem(
            item.latest.item,
            item.slug or item.public_id,
            tuple(span.text for span in item.latest.item.evidence),
        )
        for item in items
    ]


def _take_one(
    source: Source, one: Incoming, rule: Known, ready: bool, owner: Account | None, at: datetime
) -> str:
    if not one.comes_in(rule):
        return "skipped"
    if rule == "update" and one.known is not None:
        add_version(one.known, one.item, one.known.latest.status if one.is_ready else "draft", at, owner)
        return "updated"
    status: Status = "ready" if ready and one.is_ready else "draft"
    keep(source, one.item, status, at, owner=owner)
    return status


def _found(excerpts: Iterable[str], body: str) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    places = [(excerpt, find_excerpt(body, excerpt)) for excerpt in excerpts]
    return (
        tuple(span for _, span in places if span is not None),
        tuple(excerpt for excerpt, span in places if span is None),
    )


def _question_of(item: Item) -> str:
    """What makes two questions the same: what they ask and what they offer, however it is typed."""
    asked = [
        normalised(item.stem),
        sorted([normalised(option.left), normalised(option.text), option.correct] for option in item.options),
        [] if item.options else sorted(map(normalised, item.answer)),
    ]
    return sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()


def _content(item: Item) -> str:
    return json.dumps(item_to_json(item), ensure_ascii=False, sort_keys=True)
