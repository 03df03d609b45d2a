from __future__ import annotations

import io

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats.docx_questions import write_docx
from quizapp.formats.exchange import WrittenItem
from quizapp.items.item import FALSE, TRUE, Item, Option
from tests.formats.sheets import shipped_items


def lines(content: bytes) -> list[str]:
    return [
        line for paragraph in Document(io.BytesIO(content)).paragraphs for line in paragraph.text.split("\n")
    ]


def test_the_shipped_bank_is_asked_in_its_order_with_the_key_on_a_page_of_its_own() -> None:
    items = shipped_items()
    writing = write_docx(items, "Rozejm, 1917")
    assert writing.left_out == ()
    told = lines(writing.content)
    assert told[0] == "Rozejm, 1917"
    asked, key = told[: told.index("Klucz")], told[told.index("Klucz") + 1 :]
    for number, each in enumerate(items, start=1):
        assert any(line.startswith(f"{number}. {each.item.stem}") for line in asked)
        assert any(line.startswith(f"{number}. ") for line in key)
        assert all(f"„{' '.join(excerpt.split())}”" in key for excerpt in each.excerpts)
        assert all(any(line.endswith(f". {option.text}") for line in asked) for option in each.item.options)
    (heading,) = (p for p in Document(io.BytesIO(writing.content)).paragraphs if p.text == "Klucz")
    assert heading.paragraph_format.page_break_before


def test_the_letters_of_the_key_are_those_of_the_options_in_every_version() -> None:
    options = tuple(Option(text, text in "ab") for text in "abcdef")
    item = Item("multiple", "event", "Które?", options, ("a", "b"), ())
    versions = set()
    for seed in ("A", "B", "C"):
        told = lines(write_docx([WrittenItem(item, "x")], "t", seed=seed).content)
        asked, key = told[: told.index("Klucz")], told[told.index("Klucz") + 1 :]
        right = [line for line in asked if line[-3:] in (". a", ". b")]
        assert [line.removeprefix("1. ") for line in key] == right
        versions.add(tuple(asked))
    assert len(versions) > 1


def test_every_type_has_room_for_its_answer() -> None:
    pairs = (Option("unia", True, "1385"), Option("bitwa", True, "1410"), Option("hołd", False))
    steps = tuple(Option(text, True) for text in ("chrzest", "ślub"))
    items = [
        Item("boolean", "event", "Tak?", (Option(TRUE, True), Option(FALSE, False)), (TRUE,), ()),
        Item("typed", "person", "Kto?", (), ("Jagiełło",), ()),
        Item("match", "date", "Dopasuj.", pairs, ("1385 – unia", "1410 – bitwa"), ()),
        Item("order", "event", "Ułóż.", steps, ("chrzest", "ślub"), ()),
    ]
    told = lines(write_docx([WrittenItem(item, item.stem) for item in items], "t").content)
    assert told[told.index("1. Tak?") :][1:3] == ["A. Prawda", "B. Fałsz"]
    assert told[told.index("2. Kto?") + 1].startswith("Odpowiedź: ____")
    assert told[told.index("3. Dopasuj. Do każdej liczby dopisz literę.") :][1:3] == ["1. 1385", "2. 1410"]
    assert "1 – ____   2 – ____" in told
    assert told[told.index("4. Ułóż. Wpisz litery w dobrej kolejności.") :][1:4] == [
        "A. ślub",
        "B. chrzest",
        "____   ____",
    ]


def test_a_paper_for_pupils_has_no_key() -> None:
    told = lines(write_docx(shipped_items(), "t", with_key=False).content)
    assert "Klucz" not in told
    assert not [line for line in told if line.startswith("„")]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=40), title=st.text(max_size=300))
def test_any_words_fit_on_paper(text: str, title: str) -> None:
    item = Item("single", "event", text, (Option(text, True), Option("b", False)), (text,), (), text)
    assert lines(write_docx([WrittenItem(item, "a", (text,))], title).content)[-1].startswith("„")
