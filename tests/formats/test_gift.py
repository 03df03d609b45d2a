from __future__ import annotations

import pytest

from quizapp.formats.exchange import UnreadableFile, WrittenItem
from quizapp.formats.gift import read_gift
from quizapp.formats.gift_writing import write_gift
from quizapp.items.item import Item, Option
from tests.formats.reading import FILES, remarks_on, told, why_left_out


def test_a_file_written_by_hand_comes_in_whole() -> None:
    reading = read_gift((FILES / "by_hand.gift").read_bytes())

    assert [told(read) for read in reading.items] == [
        "single: Kto przewodniczył delegacji? [Trocki | *Joffe | Krylenko]",
        "cloze: Rozmowy odbyły się w ____ Litewskim. [Mińsku | *Brześciu | Wilnie]",
        "boolean: Rozejm podpisano w grudniu. [*Prawda | Fałsz]",
        "boolean: Rozejm podpisano w maju. [Prawda | *Fałsz]",
        "typed: Podaj nazwisko szefa delegacji. [=Joffe | =Adolf Joffe]",
        "match: Dopasuj urzędy do osób. [*Trocki -> komisarz spraw zagranicznych | "
        "*Krylenko -> głównodowodzący | sekretarz stanu]",
        "multiple: Którzy dwaj przewodniczyli? [*Kühlmann | *Hoffmann | Joffe]",
        "typed: W którym roku podpisano rozejm? [=1917]",
        "typed: Ile dni trwał? [=10 | =9 | =11]",
        "typed: Ile wynosi pi? [=3.1415]",
        "single: Który dzień był pierwszy? [*3 grudnia | 5 grudnia | 15 grudnia]",
        "single: Kto kłamał? [*nikt | wszyscy | on_sam]",
        "single: Która równość jest prawdziwa? [= 2 + 2 | *{x} : 2 ~ 3 # 4 \\ 5 | inna linia]",
        "order: Ułóż wydarzenia. [*rozmowy | *zawieszenie broni | *układ]",
    ]
    assert reading.left_out == ()


def test_feedback_names_tags_and_ids_are_kept() -> None:
    items = read_gift((FILES / "by_hand.gift").read_bytes()).items

    assert [option.why for option in items[0].item.options] == ["był komisarzem", "Dobrze!", ""]
    assert [option.why for option in items[3].item.options] == ["Podpisano go w grudniu.", "Tak jest."]
    assert items[3].item.feedback == "Podpis pod zdjęciem mówi: grudzień."
    assert items[4].external_id == "Nazwisko"
    assert items[4].where == "line 12"
    assert items[-1].external_id == "rozejm-7"
    assert items[-1].item.tags == ("trudne", "1917", "Rozejm")


def test_what_cannot_be_kept_is_remarked_on() -> None:
    items = read_gift((FILES / "by_hand.gift").read_bytes()).items

    assert remarks_on(items[4]) == [
        "What is said of single typed answers is not kept: literówka",
        "“Ioffe” earned only a part of the points; here it counts as wrong.",
    ]
    assert remarks_on(items[9]) == [
        "Answers up to 0.0005 away from 3.1415 counted as right; here only the number itself."
    ]


def test_bad_questions_are_named_with_their_line_and_good_ones_come_in() -> None:
    reading = read_gift((FILES / "broken.gift").read_bytes())

    assert [told(read) for read in reading.items] == ["single: Dobre pytanie? [*tak | nie | może]"]
    assert why_left_out(reading) == [
        "line 1: It has no answers in braces: a description, not a question.",
        "line 3: It asks for an essay, which no program can grade.",
        "line 5: The brace opened at line 5 is never closed.",
        "line 9: A closing brace stands without an opening one. Write \\{ and \\} for braces that are meant.",
        "line 11: There are braces within braces, or more than one pair. Write \\{ and \\} for braces that are meant.",
        "line 13: A weight of 150 percent is not between -100 and 100.",
        "line 15: No answer of it is marked as right.",
        "line 17: Two of the answers are the same: a",
        "line 19: Only one answer may be picked, and 2 are marked as right.",
        "line 21: “b” is no pair: its sides are joined by ->.",
        "line 23: Any number from 3.14 to 3.15 is right, which cannot be said here.",
        "line 25: “abc:2” is no number.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859-2"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_usual_encoding_and_line_end_is_read(encoding: str, line_end: str) -> None:
    text = "Gdzie leży Łódź?{=w środku Polski ~nad morzem ~w górach}\n\nDrugie?{T}\n"

    reading = read_gift(text.replace("\n", line_end).encode(encoding))

    assert [told(read) for read in reading.items] == [
        "single: Gdzie leży Łódź? [*w środku Polski | nad morzem | w górach]",
        "boolean: Drugie? [*Prawda | Fałsz]",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"Zwyczajny tekst bez pytan.", "no question of GIFT"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"<!DOCTYPE html><html></html>", "HTML"),
        (b'<?xml version="1.0"?><quiz/>', "XML"),
        (b"a\0b{T}", "no text file"),
    ],
)
def test_what_is_no_gift_is_called_by_its_name(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        read_gift(content)


@pytest.mark.parametrize(
    "content",
    ["{" * 20_000, "}" * 20_000, "::" + "x" * 100_000, "a{=b" * 5_000, "x{~" + "a" * 1_000_000 + "}"],
)
def test_monstrous_files_are_told_of_and_not_choked_on(content: str) -> None:
    reading = read_gift(content.encode())

    assert reading.items == ()
    assert len(reading.left_out) == 1


def test_signs_of_the_format_within_an_item_survive() -> None:
    nasty = "a = b ~ c # d {e} : \\ % // [html] <b> &amp; ->"
    item = Item(
        "single",
        "event",
        f"::{nasty}?",
        (Option(nasty, True, why=nasty), Option("%50%b", False), Option("[plain]c", False)),
        (nasty,),
        (),
        f"{nasty}\n{nasty}",
        ("tag]x",),
    )

    read = read_gift(write_gift([WrittenItem(item, "nr ]1")]).content).items[0]

    assert (read.item, read.external_id) == (item, "nr ]1")


@pytest.mark.parametrize(
    "item",
    [
        Item("typed", "event", "Co dalej?", (), ("a -> b",), ()),
        Item(
            "match",
            "event",
            "Połącz.",
            (Option("1", True, "a->"), Option("2", True, "b")),
            ("a-> – 1", "b – 2"),
            (),
        ),
    ],
)
def test_what_gift_cannot_hold_is_named(item: Item) -> None:
    written = write_gift([WrittenItem(item, "x")])

    assert [(lost.where, str(lost.reason)) for lost in written.left_out] == [
        ("x", "An arrow -> in it would be read as a pair.")
    ]
    assert written.content == b""
