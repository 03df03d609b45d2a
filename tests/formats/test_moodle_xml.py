from __future__ import annotations

import time

import pytest

from quizapp.formats.exchange import UnreadableFile
from quizapp.formats.moodle_xml import read_moodle_xml
from tests.formats.reading import FILES, remarks_on, told, why_left_out


def test_an_export_of_moodle_comes_in_whole() -> None:
    reading = read_moodle_xml((FILES / "moodle4.xml").read_bytes())

    assert [told(read) for read in reading.items] == [
        "single: Kto przewodniczył delegacji radzieckiej? [Trocki | *Adolf Joffe | ktoś z rządu]",
        "multiple: Którzy przewodniczyli delegacjom państw centralnych? [*Kühlmann | *Hoffmann | Joffe]",
        "boolean: Rozejm podpisano, gdy a < b & c. [Prawda | *Fałsz]",
        "cloze: Szefem dyplomacji był hrabia ____. [=Ottokar Czernin]",
        "typed: W którym roku podpisano rozejm? [=1917 | =1916 | =1918]",
        "match: Połącz osoby z urzędami. [*Trocki -> komisarz spraw zagranicznych | "
        "*Krylenko -> głównodowodzący | sekretarz stanu]",
        "order: Ułóż wydarzenia w kolejności. [*rozmowy | *zawieszenie broni | *układ]",
        "cloze: Rozmowy zaczęto ____ w Brześciu. [*3 grudnia | 5 grudnia]",
        "cloze: Rozmowy zaczęto 3 grudnia w ____. [*Brześciu | Wilnie]",
        "cloze: Układ podpisano ____. [3 grudnia | *15 grudnia]",
        "cloze: Delegacją kierował ____. Był współpracownikiem Trockiego od 10 lat. [Trocki | *Joffe]",
        "cloze: Delegacją kierował Joffe. Był ____ Trockiego od 10 lat. [=współpracownikiem]",
        "cloze: Delegacją kierował Joffe. Był współpracownikiem Trockiego od ____ lat. [=10]",
        "single: Kto nią kierował? [*Joffe | x <y | CO₂ i 10³ &amp; spółka]",
    ]
    assert reading.left_out == ()


def test_proof_feedback_tags_and_ids_are_kept() -> None:
    read = read_moodle_xml((FILES / "moodle4.xml").read_bytes()).items[0]

    assert read.item.feedback == "Przewodniczył jej Joffe."
    assert read.excerpts == ("Na czele radzieckiej delegacji stanął Adolf Joffe",)
    assert [option.why for option in read.item.options] == ["Był komisarzem.", "", ""]
    assert read.item.tags == ("osoby", "Rozejm 1917")
    assert read.external_id == "DEL-1"
    assert read.where == "question 1, line 11"


def test_whatever_is_lost_of_a_question_is_said() -> None:
    items = read_moodle_xml((FILES / "moodle4.xml").read_bytes()).items

    assert remarks_on(items[0]) == [
        "A picture, sound or formula in it is not kept: zdjęcie delegacji",
        "A file that belongs to it is not kept: delegacja 1.png",
        "Its hints are not kept.",
        "It was worth 2 points; here every question is worth one.",
        "“ktoś z rządu” earned only a part of the points; here it counts as wrong.",
        "Wrong answers took points away; here they earn nothing.",
    ]
    assert remarks_on(items[1]) == ["Wrong answers took points away; here each takes what a right one gives."]
    assert remarks_on(items[3]) == [
        "Capital letters counted; here they do not.",
        "What is said of single typed answers is not kept: Poszukaj w tekście.",
        "“Cz*n” stands for many answers, which cannot be said here.",
        "“Czerenin” earned only a part of the points; here it counts as wrong.",
    ]
    assert remarks_on(items[7]) == ["It had 2 gaps; it became as many questions with one gap each."]


def test_what_cannot_come_in_is_named_with_its_reason() -> None:
    reading = read_moodle_xml((FILES / "moodle_left_out.xml").read_bytes())

    assert reading.items == ()
    assert why_left_out(reading) == [
        "question 1, line 3: It asks for an essay, which no program can grade.",
        "question 2, line 4: It is a description, not a question.",
        "question 3, line 5: Its numbers are drawn anew each time, which cannot be said here.",
        "question 4, line 6: It draws other questions at random and asks nothing itself.",
        "question 5, line 7: It is answered on a picture.",
        "question 6, line 8: Questions of the type “stack” are not known here.",
        "question 7, line 9: No answer of it is marked as right.",
        "question 8, line 10: A weight of abc percent is not between -100 and 100.",
        "question 9, line 11: One of the answers has no words (it may be a picture).",
        "question 10, line 12: Fewer than two answers are offered.",
        "question 11, line 13: It does not say which of true and false is right.",
        "question 12, line 14: A gap asks for answer 7, which there is not.",
        "question 13, line 15: There is no gap in it to fill.",
        "question 14, line 16: It asks nothing: there are no words (it may be a picture).",
    ]


LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"<quiz><question>", "line 1"),
        (b"<quiz>\n<question></quiz>", "line 2"),
        (b"<html></html>", "begins with <html>"),
        (b"not xml at all", "no well-formed XML"),
        (b'<?xml version="1.0" encoding="utf-7"?><quiz/>', "encoding"),
        (b'<?xml version="1.0" encoding="klingon"?><quiz/>', "encoding"),
        (b'<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>', "refused"),
        (b'<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/x.dtd"><quiz/>', "refused"),
        (f'<!DOCTYPE q [<!ENTITY l0 "lol">{LOL}]><quiz>&l11;</quiz>'.encode(), "refused"),
        (f'<!DOCTYPE q [<!ENTITY a "{"a" * 100_000}">]><quiz>{"&a;" * 10_000}</quiz>'.encode(), "refused"),
        (b"<quiz>" + b"<a>" * 30_000 + b"</a>" * 30_000 + b"</quiz>", "nested too deeply"),
        (b"\x89PNG\r\n", "picture"),
        (b"PK\x03\x04", "zip"),
    ],
)
def test_dangerous_and_broken_xml_is_refused_at_once(content: bytes, says: str) -> None:
    begun = time.process_time()

    with pytest.raises(UnreadableFile, match=says):
        read_moodle_xml(content)

    assert time.process_time() - begun < 10


def test_signs_that_xml_does_not_have_do_not_lose_a_file() -> None:
    question = (
        '<quiz><question type="truefalse"><questiontext><text><![CDATA[Tak\x0b było?]]></text></questiontext>'
        '<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>'
        "</question></quiz>"
    )

    assert [told(read) for read in read_moodle_xml(question.encode()).items] == [
        "boolean: Tak było? [*Prawda | Fałsz]"
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "Kto?<script>alert(1)</script>",
        '<span onmouseover="alert(1)">Kto?</span>',
        "<style>p{}</style>Kto?",
        "Kto?<!-- ukryte -->",
        '<iframe src="x"></iframe>Kto?',
        '<a href="javascript:alert(1)">Kto?</a>',
    ],
)
def test_markup_never_comes_in(markup: str) -> None:
    question = (
        f'<quiz><question type="shortanswer"><questiontext format="html"><text><![CDATA[{markup}]]></text>'
        '</questiontext><answer fraction="100"><text>on</text></answer></question></quiz>'
    )

    assert [told(read) for read in read_moodle_xml(question.encode()).items] == ["typed: Kto? [=on]"]
