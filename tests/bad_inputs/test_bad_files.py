"""63–78, 90: files that are no files of questions, or broken, hostile or odd ones; and pictures."""

from __future__ import annotations

import io

import pytest
from flask import Flask

from quizapp.store import people
from quizapp.store.engine import db
from tests import cast
from tests.bad_inputs.conftest import assert_refused, nothing_written, page_of
from tests.formats.packages import asked_12, earns, item_12, labels_12, packed, quiz_12
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.databases("sqlite")

LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
ENTITIES = "Plik XML definiuje własne encje albo typ dokumentu"
REFUSED = {
    "63-empty": (b"", "", "Plik jest pusty."),
    "63-one-byte": (b"x", "", "Plik nie jest w żadnym ze znanych tu formatów. Wybierz format"),
    "64-picture-as-xml": (b"\x89PNG\r\n\x1a\n" + bytes(99), "moodle", "To obraz, a nie plik z pytaniami."),
    "64-web-page-as-csv": (b"<!DOCTYPE html><table><tr><td>x", "xlsx", "To strona internetowa albo XML"),
    "64-web-page": (b"\n<!doctype HTML><p>Kto?", "", "To strona HTML, a nie plik z pytaniami."),
    "64-program-as-gift": (b"MZ\x90\x00" + bytes(200), "gift", "To nie jest plik tekstowy. Zapisz go"),
    "66-one-line-of-a-megabyte": (b"x" * 1_000_000, "gift", "Nie ma w nim pytań w formacie GIFT"),
    "68-a-file-of-the-server": (
        b'<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
        "moodle",
        ENTITIES,
    ),
    "68-ever-larger": (f'<!DOCTYPE q [<!ENTITY l0 "l">{LOL}]><quiz>&l11;</quiz>'.encode(), "", ENTITIES),
    "68-too-deep": (b"<quiz>" + b"<a>" * 30_000, "moodle", "zagnieżdżony"),
    "68-cut-off": (b"<quiz>\n<question>", "moodle", "wierszu 2"),
    "72-a-rar": (b"Rar!\x1a\x07\0", "qti", "To archiwum RAR. Rozpakuj je"),
    "72-cut-off": (b"PK\x03\x04 cut off", "qti", "zip"),
    "74-columns-without-end": (
        ";".join(["treść", "klucz", *["x"] * 200_000]).encode(),
        "xlsx",
        "Wiersz 1 ma ponad 500 kolumn",
    ),
    "74-one-name-twice": ("treść;klucz;Klucz\na;b;c".encode(), "xlsx", "Kolumny B i C to dwa razy"),
    "74-nul": ("treść;klucz\nKto\0?;a".encode(), "xlsx", "od bajtu 17 nie da się tego odczytać"),
    "90-a-gif": (b"GIF89a" + bytes(99), "", "To obraz, a nie plik z pytaniami."),
    "90-a-drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "", "zaczyna się od <svg>"),
    "90-a-picture-that-is-a-page": (b"\xff\xd8\xff<html><script>alert(1)</script>", "", "To obraz"),
}
ROWS = "treść;klucz;błędna\n"
SHOWN = {
    "65-a-brace-that-never-closes": (
        "Dobre?{=a ~b ~c}\n\nKto?{=a ~b",
        "Klamra otwarta w wierszu 3 nie jest zamknięta",
    ),
    "66-braces": ("{" * 20_000, "Klamra otwarta w wierszu 1"),
    "66-a-category-that-climbs": ("$CATEGORY: ../../x\n\nDobre?{=a ~b ~c}", "1 pytanie można wczytać"),
    "67-an-essay": ("Opisz.{}", "Wymaga dłuższej wypowiedzi, której program nie oceni."),
    "67-numbers": ("Ile?{#1..1e309}\n\nIle?{#NaN:1}\n\nIle?{#" + "9" * 5000 + "}", "nie jest liczbą"),
    "71-a-name-that-climbs": (packed({"../../x.txt": "X01\nKto?\non\nona\n"}), "1 pytanie można wczytać"),
    "74-a-quote-that-never-closes": (
        ROWS + '"Kto;a;b\nCo?;"c";d\nGdzie?;e;f\n',
        "Cudzysłów otwiera komórkę, a żaden jej nie zamyka",
    ),
    "74-an-endless-cell": (ROWS + f'"{"x" * 200_000}";a;b\n', "Treść pytania jest za długa (znaków: 200000)"),
    "74-a-ragged-row": (ROWS + "Co?;a;b;c;d;e\nKto?;a;b\n", "wiersz tabeli 2"),
    "73-a-place-without-end": (
        quiz_12(
            item_12(
                "ordering_question",
                asked_12("Ułóż.")
                + f'<response_lid ident="r" rcardinality="Ordered">{labels_12("a", "b", "c")}</response_lid>',
                "".join(
                    earns(f'<varequal respident="r" index="{place}">{number}</varequal>')
                    for place, number in (("9" * 5000, 1), ("2", 2), ("3", 3))
                ),
            )
        ),
        "1 miejsca z pliku nie da się wczytać",
    ),
}
NAMES = (
    "..\\..\\x",
    "a\0.txt",
    "x" * 3000,
    "CON",
    ".xml",
    "\u202egpj.exe",
    "<b>x</b>.gift",
    "../../etc/passwd",
)


@pytest.fixture
def teacher(app: Flask, anna: Visitor) -> Visitor:
    """Anna, who has given a text."""
    with app.app_context():
        cast.a_source(db.session.scalars(people.select(people.Account)).one())
    return anna


def look_into(teacher: Visitor, content: bytes, form: str = "", name: str = "plik.txt") -> Page:
    page = teacher.open("/teach/import")
    source = page.soup.select_one("select[name=source] option")
    assert source is not None
    sent = {"csrf_token": teacher.token, "format": form, "source": str(source["value"])}
    return teacher.post("/teach/import", {**sent, "file": (io.BytesIO(content), name)})


def test_63_to_74_and_90_a_file_that_brings_no_questions_is_called_by_what_it_is(
    app: Flask, teacher: Visitor, subtests: pytest.Subtests
) -> None:
    for what, (content, form, says) in REFUSED.items():
        with subtests.test(what), nothing_written(app):
            page = look_into(teacher, content, form)
            assert_refused(page, "file", says)
            assert page.typed("format") == form


def test_63_no_file_and_a_file_without_a_name_are_asked_for(app: Flask, teacher: Visitor) -> None:
    with nothing_written(app):
        teacher.open("/teach/import")
        assert_refused(teacher.send("Zajrzyj do pliku"), "file", "Wybierz plik.")
        assert_refused(look_into(teacher, b"x", name=""), "file", "Wybierz plik.")


def test_63_the_name_of_a_file_is_shown_and_never_a_path(teacher: Visitor, subtests: pytest.Subtests) -> None:
    for name in NAMES:
        with subtests.test(ascii(name)[:20]):
            page = look_into(teacher, b"Dobre?{=a ~b ~c}", name=name)
            assert page.status == 200
            assert "1 pytanie można wczytać" in page.words
            assert "\u202e" not in page.html
            assert page.soup.select("main b") == []


def test_65_to_74_what_cannot_come_in_is_named_with_its_place_before_anything_does(
    app: Flask, teacher: Visitor, subtests: pytest.Subtests
) -> None:
    for what, (content, says) in SHOWN.items():
        with subtests.test(what):
            page = look_into(teacher, content if isinstance(content, bytes) else content.encode())
            assert page.status == 200
            assert page.heading == "Co jest w pliku"
            assert says in page.words


def test_76_a_bad_last_row_lets_the_others_in_or_keeps_all_out_as_the_teacher_chooses(
    app: Flask, teacher: Visitor
) -> None:
    table = ROWS + "".join(f"Kto był {number}.?;a;b\n" for number in range(40)) + "Bez klucza;;\n"

    page = look_into(teacher, table.encode())
    assert "wiersz tabeli 42" in page.words
    with nothing_written(app):
        refused = teacher.send("Wczytaj", whole="y")
    assert refused.status == 422
    assert "Niczego nie wczytano" in refused.words
    assert "40" in teacher.send("Wczytaj", whole="").soup.get_text()
    assert page_of(teacher).status == 200


def test_90_no_picture_is_taken_for_a_text(app: Flask, anna: Visitor) -> None:
    anna.open("/teach/sources/new")

    with nothing_written(app):
        page = anna.send(
            "Przeczytaj tekst", title="Unia", body="", file=b"\xff\xd8\xff<html>Ala ma kota</html>"
        )

    assert_refused(page, "file", "To obraz", "Zapisz tekst jako .docx, .odt, .pdf albo .txt.", title="Unia")
