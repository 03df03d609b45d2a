from __future__ import annotations

import io
import json
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats.anki import write_anki
from quizapp.formats.exchange import WrittenItem
from quizapp.items.item import Item, Option
from tests.formats.sheets import shipped_items

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


def collection(content: bytes, query: str) -> list[tuple[Any, ...]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive, closing(sqlite3.connect(":memory:")) as database:
        assert set(archive.namelist()) == {"collection.anki2", "media"}
        database.deserialize(archive.read("collection.anki2"))
        return database.execute(query).fetchall()


def notes(content: bytes) -> dict[str, list[str]]:
    return {
        guid: fields.split("\x1f") for guid, fields in collection(content, "select guid, flds from notes")
    }


def test_the_shipped_bank_becomes_a_deck_with_a_card_for_each_question() -> None:
    items = shipped_items()
    writing = write_anki(items, "Rozejm, 1917::test", NOW)
    assert writing.left_out == ()
    assert collection(writing.content, "select count(*), count(distinct nid) from cards") == [
        (len(items), len(items))
    ]
    ((decks,),) = collection(writing.content, "select decks from col")
    assert "Rozejm, 1917: test" in {deck["name"] for deck in json.loads(decks).values()}
    cards = list(notes(writing.content).values())
    for each, (stem, choices, key, feedback, evidence) in zip(items, cards, strict=True):
        assert each.item.stem in stem
        assert choices.count("<li>") == len({option.text for option in each.item.options}) + sum(
            bool(option.left) for option in each.item.options
        )
        assert key
        assert feedback == each.item.feedback
        assert evidence.count("<blockquote>") == len(each.excerpts)


def test_the_same_bank_gives_the_same_file_and_a_changed_question_keeps_its_card() -> None:
    items = shipped_items()
    assert write_anki(items, "A", NOW).content == write_anki(items, "A", NOW).content
    changed = [WrittenItem(Item("typed", "date", "Inaczej?", (), ("tak",), ()), each.id) for each in items]
    later = write_anki(reversed(changed), "A", datetime(2027, 1, 1, tzinfo=UTC)).content
    assert set(notes(later)) == set(notes(write_anki(items, "A").content))
    (before,), (after,) = (
        collection(content, "select max(mod) from notes")
        for content in (write_anki(items, "A", NOW).content, later)
    )
    assert before < after


def test_what_looks_like_html_is_text_and_tags_have_no_blanks() -> None:
    options = (Option("<b>a</b>", True), Option("a & b", False))
    item = Item("single", "person", "<script>?", options, ("<b>a</b>",), (), "{{c1::x}}\ny", ("dwa słowa",))
    content = write_anki([WrittenItem(item, "x", ("1 < 2",))], "t", NOW).content
    ((stem, choices, key, feedback, evidence),) = notes(content).values()
    assert stem == "&lt;script&gt;?"
    assert "&lt;b&gt;a&lt;/b&gt;" in choices
    assert "<b>" not in key
    assert feedback == "{{c1::x}}<br>y"
    assert evidence == "<blockquote>„1 &lt; 2”</blockquote>"
    assert collection(content, "select tags from notes") == [(" dwa_słowa quizapp::osoba ",)]


def test_the_back_tells_the_key_of_every_type() -> None:
    pairs = (Option("unia", True, "1385"), Option("bitwa", True, "1410"), Option("hołd", False))
    steps = tuple(Option(text, True) for text in ("chrzest", "ślub", "koronacja"))
    items = [
        Item("match", "date", "Dopasuj.", pairs, ("1385 – unia", "1410 – bitwa"), ()),
        Item("order", "event", "Ułóż.", steps, ("chrzest", "ślub", "koronacja"), ()),
        Item("typed", "person", "Kto?", (), ("Jagiełło", "Władysław Jagiełło"), ()),
    ]
    match, order, typed = (
        fields[2]
        for fields in notes(write_anki([WrittenItem(i, i.stem) for i in items], "t").content).values()
    )
    assert "(1385 – unia)<br>2 – " in match
    assert [line.split(". ")[1] for line in order.split("<br>")] == ["chrzest", "ślub", "koronacja"]
    assert typed == "Jagiełło / Władysław Jagiełło"


def test_nothing_is_left_among_the_temporary_files() -> None:
    before = set(Path(tempfile.gettempdir()).glob("tmp*"))
    write_anki(shipped_items()[:2], "t")
    left = {path for path in set(Path(tempfile.gettempdir()).glob("tmp*")) - before if path.is_file()}
    assert not [path for path in left if path.read_bytes()[:6] == b"SQLite"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=40), title=st.text(max_size=20))
def test_any_words_fit_on_a_card(text: str, title: str) -> None:
    item = Item("typed", "event", text, (), (text,), (), text, (text,))
    assert len(notes(write_anki([WrittenItem(item, "a", (text,))], title, NOW).content)) == 1
