"""Files in the encodings that Polish texts come in, and files that are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text.decoding import Decoded, Undecodable, decode

TEXT = "Książę Józef zginął w nurtach Elstery.\r\nŹle się działo; „Bóg mi powierzył honor” – rzekł.\nŚmierć."
PLAIN = "Zażółć gęślą jaźń. ŚŹĄ śźą\n"  # what ISO 8859-2 can write too


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1250", "Windows-1250"),
    ],
)
def test_a_polish_text_is_read_in_each_encoding(codec: str, encoding: str) -> None:
    assert decode(TEXT.encode(codec)) == Decoded(TEXT, encoding, 0)


@pytest.mark.parametrize("codec", ["cp1250", "iso8859-2"])
@pytest.mark.parametrize("letter", "ąśźĄŚŹ")
def test_one_letter_tells_windows_from_iso(codec: str, letter: str) -> None:
    text = f"W roku 1791 sta{letter} wojska."
    assert decode(text.encode(codec)).text == text


def test_an_iso_text_is_read_as_such() -> None:
    assert decode(PLAIN.encode("iso8859-2")) == Decoded(PLAIN, "ISO 8859-2", 0)


def test_letters_that_both_write_alike_are_read_alike() -> None:
    assert decode("Łęgi, żółw, ćma i koń".encode("iso8859-2")).text == "Łęgi, żółw, ćma i koń"


@pytest.mark.parametrize("bom", [b"\xff\xfe", b"\xfe\xff"], ids=repr)
def test_a_mark_of_byte_order_is_no_part_of_the_first_word(bom: bytes) -> None:
    codec = "utf-16-le" if bom == b"\xff\xfe" else "utf-16-be"
    assert decode(bom + "Jan".encode(codec)).text == "Jan"


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\rb", "a\u2028b", "a\x0bb\x0c", "\n\n", ""])
def test_line_ends_stay_as_they_stand(text: str) -> None:
    assert decode(text.encode()).text == text


def test_half_of_a_pair_in_utf_16_is_replaced_and_counted() -> None:
    data = "Jan Długosz".encode("utf-16-le") + b"\x00\xd8" + "!".encode("utf-16-le")
    assert decode(b"\xff\xfe" + data) == Decoded("Jan Długosz\ufffd!", "UTF-16", 1)


def test_a_replacement_character_that_the_file_has_is_not_counted() -> None:
    assert decode("Jan \ufffd Długosz".encode("utf-16")).replaced == 0


@pytest.mark.parametrize(
    ("data", "position", "found"),
    [
        ("Zażółć gęś".encode()[:-1], 14, "cut off"),
        ("Zażółć".encode() + b"\xff" + " gęś".encode(), 10, "FF"),
        ("ęśąćż".encode() + b"\x80\x80\x80", 10, "80"),
        (b"\xef\xbb\xbfJan \xff", 7, "FF"),
        (b"Jan\0Sobieski", 3, "zero byte"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, 0, "PNG"),
        (b"PK\x03\x04\x14\0\x06\0", 0, "zip"),
        (b"%PDF-1.7\n%\xe2\xe3", 0, "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "office"),
        (b"{\\rtf1\\ansi Jan}", 0, "RTF"),
        (b"\x1f\x8b\x08\0", 0, "gzip"),
        (b"\xff\xfeJ\0a\0n", 6, "cut off"),
        ("Война и мир, том первый".encode("cp1251"), 0, "unknown encoding"),
        ("Żółw siedział".encode("cp852"), 0, "unknown encoding"),
        (b"\x01\x02\x03\x04abc", 0, "control"),
        (bytes(range(1, 256)), 127, "unknown encoding"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, position: int, found: str) -> None:
    with pytest.raises(Undecodable) as refused:
        decode(data)
    assert refused.value.position == position
    assert found in refused.value.found
    assert str(refused.value).endswith(".")
    assert str(position) in str(refused.value)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_what_was_written_in_utf_8_comes_back(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == Decoded(text, "UTF-8", 0)


@given(st.text("aąbcćdeęłnńoósśzźżAĄĆĘŁŃÓŚŹŻ ,.\n", min_size=1))
def test_polish_words_in_a_single_byte_come_back(letters: str) -> None:
    text = "Polskie słowa, a w nich: ąśź i ĄŚŹ oraz " + letters
    assert decode(text.encode("cp1250")).text == decode(text.encode("iso8859-2")).text == text


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except Undecodable as error:
        refused = error
    else:
        assert decoded.replaced <= decoded.text.count("\ufffd")
        return
    assert 0 <= refused.position <= len(data)
