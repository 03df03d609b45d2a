from __future__ import annotations

import io
import time
import zipfile

import pytest

from quizapp.formats.exchange import UnreadableFile
from quizapp.formats.qti_package import read_qti
from quizapp.formats.testownik import read_testownik
from tests.formats.packages import declared, item_2, packed
from tests.formats.reading import remarks_on, told, why_left_out


def test_testownik_as_students_pack_it() -> None:
    reading = read_testownik(
        packed(
            {
                "baza/010.txt": "X010\r\n10. Kto stał na czele?\r\nTrocki\r\nJoffe\r\nKrylenko\r\n".encode(
                    "cp1250"
                ),
                "baza/002.txt": "X110\n2. Którzy przewodniczyli?\nKühlmann\nHoffmann\nJoffe\n".encode(),
                "baza/003.txt": "XX01\nPodpisano rozejm.\nCzy to prawda?\nPrawda\nFałsz\n".encode("cp1250"),
                "baza/004.txt": b"QQ010;x\n1.\tKiedy?\n\t(a) w maju\n\t(b) w grudniu\n\t(c) nigdy\n",
                "baza/005.txt": "X01\nCo jest na [img]a.png[/img] zdjęciu?\nnic\nludzie\n".encode(),
                "baza/a.png": b"\x89PNG",
                "baza/006.txt": "X01\nZa mało odpowiedzi\njedna\n".encode(),
                "baza/007.txt": b"notatki",
                "baza/008.txt": b"\x89PNG\r\n\x1a\n\0\0",
            }
        )
    )

    assert [f"{read.where} {told(read)}" for read in reading.items] == [
        "baza/002.txt multiple: Którzy przewodniczyli? [*Kühlmann | *Hoffmann | Joffe]",
        "baza/003.txt boolean: Podpisano rozejm. Czy to prawda? [Prawda | *Fałsz]",
        "baza/004.txt single: Kiedy? [w maju | *w grudniu | nigdy]",
        "baza/005.txt single: Co jest na zdjęciu? [nic | *ludzie]",
        "baza/010.txt single: Kto stał na czele? [Trocki | *Joffe | Krylenko]",
    ]
    assert remarks_on(reading.items[3]) == ["A picture, sound or formula in it is not kept: a.png"]
    assert why_left_out(reading) == [
        "baza/006.txt: Its first line marks 2 answers, and there are 1.",
        "baza/007.txt: Its first line is not like X0100, which says which answers are right.",
        "baza/008.txt: This is no text file. Save it as plain text in UTF-8.",
    ]


def test_a_zip_without_questions_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="X0100"):
        read_testownik(packed({"a.txt": "nic"}))
    with pytest.raises(UnreadableFile, match="no question of QTI"):
        read_qti(packed({"a.xml": "<course/>"}))


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.xml",
        "/etc/x.xml",
        "C:\\x.xml",
        "..\\..\\x.xml",
        "gpj\u202e.xml",
        "x" * 3000 + ".xml",
    ],
)
def test_names_are_shown_and_never_used_as_paths(name: str) -> None:
    choices = "".join(f'<simpleChoice identifier="{text}">{text}</simpleChoice>' for text in ("on", "ona"))
    body = (
        f'<choiceInteraction responseIdentifier="RESPONSE"><prompt>Kto?</prompt>{choices}</choiceInteraction>'
    )

    reading = read_qti(packed({name: item_2(body, declared("on"))}))

    assert len(reading.items) + len(reading.left_out) == 1


def test_a_bomb_stops_at_the_limit() -> None:
    zeros = b"0" * 40_000_000
    begun = time.process_time()

    reading = read_qti(packed({"a.xml": zeros, "b.xml": item_2("<p>x</p>")}))

    assert why_left_out(reading)[0] == "a.xml: This file of the archive has more than 8 MB."
    assert time.process_time() - begun < 20


def test_many_files_that_are_large_together_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="30 MB"):
        read_qti(packed({f"{n}.xml": b" " * 7_000_000 for n in range(6)}))


def test_too_many_files_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="4001 files"):
        read_testownik(packed({f"{n}.txt": "" for n in range(4_001)}))


def test_an_encrypted_file_of_an_archive_is_named() -> None:
    content = bytearray(packed({"a.txt": "X01\nKto?\non\nona\n", "b.txt": "X01\nKto to?\non\nona\n"}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1

    reading = read_testownik(bytes(content))

    assert [read.where for read in reading.items] == ["b.txt"]
    assert why_left_out(reading) == ["a.txt: This file of the archive is encrypted or broken."]


def test_zips_within_a_zip_and_links_are_not_followed() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", packed({"a.txt": "X01\nKto?\non\nona\n"}))

    with pytest.raises(UnreadableFile):
        read_testownik(target.getvalue())


@pytest.mark.parametrize(
    "content", [b"Rar!\x1a\x07\0", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"PK\x03\x04 cut off", b""]
)
def test_other_archives_are_called_by_their_name(content: bytes) -> None:
    for read in (read_testownik, read_qti):
        with pytest.raises(UnreadableFile):
            read(content)
