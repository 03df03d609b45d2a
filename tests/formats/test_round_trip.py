"""The shipped bank, written in each format and read again: equal wherever the format can hold it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from quizapp.formats.bank import read_bank
from quizapp.formats.exchange import ReadItem, WrittenItem
from quizapp.formats.registry import READABLE, WRITABLE
from quizapp.items.item import Item
from quizapp.paths import QUESTIONS
from quizapp.text.cleaning import clean_line

BANKS = [read_bank(folder.parent) for folder in sorted(QUESTIONS.glob("*/items.toml"))]
WRITTEN = [
    WrittenItem(entry.item, entry.id, tuple(span.text for span in entry.item.evidence))
    for bank in BANKS
    for entry in bank.items
]
ALL = Counter(written.item.type for written in WRITTEN)
READERS = {"qti21": "qti", "qti22": "qti"}
HOLDS_ALL = ("moodle", "gift", "qti21", "qti22")


def round_trip(name: str) -> tuple[list[ReadItem], list[str]]:
    """What comes back, and the ids of what was left out on the way."""
    known, reader = WRITABLE[name], READABLE[READERS.get(name, name)].read
    assert known.write is not None
    assert reader is not None
    writing = known.write(WRITTEN, "Rozejm")
    reading = reader(writing.content)
    assert reading.left_out == ()
    return list(reading.items), [lost.where for lost in writing.left_out if lost.where]


@pytest.mark.parametrize("name", HOLDS_ALL)
def test_everything_comes_back_equal_with_its_proof(name: str) -> None:
    items, lost = round_trip(name)

    assert lost == []
    assert Counter(read.item.type for read in items) == ALL
    for read, written in zip(items, WRITTEN, strict=True):
        assert read.item == replace(written.item, evidence=())
        assert read.excerpts == tuple(map(clean_line, written.excerpts))
        assert (read.external_id, read.remarks) == (written.id, ())


def test_aiken_brings_back_what_it_can_hold_and_names_the_rest() -> None:
    items, lost = round_trip("aiken")

    held = [written for written in WRITTEN if written.id not in lost]
    assert Counter(written.item.type for written in held) == {
        "single": ALL["single"],
        "boolean": ALL["boolean"],
        "cloze": sum(1 for written in WRITTEN if written.item.type == "cloze" and written.item.options),
    }
    assert [_bare(read.item) for read in items] == [_bare(written.item) for written in held]


def test_the_same_items_give_the_same_bytes() -> None:
    for name, known in WRITABLE.items():
        if known.write and name in (*HOLDS_ALL, "aiken"):
            assert known.write(WRITTEN, "x").content == known.write(WRITTEN, "x").content


def _bare(item: Item) -> tuple[object, ...]:
    """What Aiken holds of an item."""
    return item.type, item.stem, [(option.text, option.correct) for option in item.options], item.answer
