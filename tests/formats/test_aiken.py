from __future__ import annotations

import pytest

from quizapp.formats.aiken import read_aiken, write_aiken
from quizapp.formats.exchange import UnreadableFile, WrittenItem
from quizapp.items.item import Item, Option
from tests.formats.reading import FILES, told, why_left_out


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_questions_as_typed_in_a_word_processor(line_end: str) -> None:
    text = (FILES / "typed.aiken").read_text(encoding="utf-8").replace("\n", line_end)

    reading = read_aiken("\ufeff".encode() + text.encode())

    assert [told(read) for read in reading.items] == [
        "single: Kto przewodniczył delegacji radzieckiej? [Trocki | *Joffe | Krylenko]",
        "single: W którym mieście odbyły się rozmowy? [w Mińsku | *w Brześciu Litewskim | w Wilnie]",
        "single: Kiedy podpisano rozejm? [3 grudnia | *15 grudnia | 5 stycznia]",
        "multiple: Dwie odpowiedzi? [*raz | dwa | *trzy]",
    ]
    assert why_left_out(reading) == [
        "line 23: No line ANSWER: says which answer is right.",
        "line 27: The line ANSWER: names “F”, which is no letter of an answer.",
    ]
    assert [read.where for read in reading.items] == ["line 1", "line 7", "line 15", "line 32"]


@pytest.mark.parametrize(
    "line", ["ANSWER: B", "answer:b", "Answer : B.", "ANS: B)", "Odp. : b", "Odpowiedź: (B)"]
)
def test_the_right_answer_may_be_named_in_many_ways(line: str) -> None:
    reading = read_aiken(f"Kto?\nA) on\nB) ona\nC) ono\n{line}\n".encode())

    assert [told(read) for read in reading.items] == ["single: Kto? [on | *ona | ono]"]


def test_a_file_without_answers_is_no_aiken() -> None:
    with pytest.raises(UnreadableFile, match="ANSWER:"):
        read_aiken(b"Kto?\nA) on\nB) ona\n")


def test_only_what_aiken_holds_is_written_and_the_rest_named() -> None:
    options = (Option("on", False), Option("ona", True, why="bo tak"), Option("ono", False))
    items = [
        WrittenItem(Item("single", "person", "Kto?", options, ("ona",), ()), "jeden"),
        WrittenItem(Item("typed", "person", "Kto to?", (), ("ona",), ()), "dwa"),
        WrittenItem(Item("single", "person", "A) Kto?", options, ("ona",), ()), "trzy"),
    ]

    written = write_aiken(items)

    assert written.content.decode() == "Kto?\nA) on\nB) ona\nC) ono\nANSWER: B\n\n"
    assert [(lost.where, str(lost.reason)) for lost in written.left_out] == [
        ("dwa", "Aiken holds only questions with one right answer to be picked."),
        ("trzy", "Its question begins like an answer of Aiken."),
        ("", "Aiken has no place for explanations, the words that prove, and tags."),
    ]
