"""The text in a file of unknown encoding: read surely, or refused with the place where it fails."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_KINDS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
_C1_CONTROL = re.compile(r"[\x80-\x9f]")
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”“‘’‚«»–—…•§°·\xa0\xad")
_SINGLE_BYTE = (("cp1250", "Windows-1250"), ("iso8859-2", "ISO 8859-2"))  # the likelier first
_MOST_CONTROLS = 0.01
_FEWEST_ZEROS = 0.5
_MOST_STRANGE = 0.2  # a text in the Latin alphabet has no more letters that are not Polish


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte-order mark, its line ends as they stand.

    `encoding` is its name for people; `replaced` counts what stood for no character, now U+FFFD.
    """

    text: str
    encoding: str
    replaced: int


class Undecodable(Exception):
    """Bytes that are no text: what was found instead, and at which byte (counted from 0)."""

    def __init__(self, found: str, position: int) -> None:
        super().__init__(found, position)
        self.found = found
        self.position = position

    def __str__(self) -> str:
        return f"This is no plain text: {self.found} at byte {self.position}."


def decode(data: bytes) -> Decoded:
    """Read bytes as text: UTF-8, UTF-16, UTF-32 with its mark, Windows-1250 or ISO 8859-2; else Undecodable.

    UTF-8 that is damaged or cut off is refused and not taken for another encoding. Between the two
    single-byte ones the letters ą ś ź decide, which they write with different bytes, and the bytes 80 to 9F,
    which only Windows-1250 uses.
    """
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _utf_8(data, len(bom)) if name == "UTF-8" else _wide(data, len(bom), codec, name)
    if wide_codec := _utf_16_without_mark(data):
        return _wide(data, 0, wide_codec, "UTF-16")
    _refuse_binary(data)
    try:
        return _utf_8(data, 0)
    except Undecodable:
        if _has_letters_of_utf_8(data):
            raise
    return _single_byte(data)


def _refuse_binary(data: bytes) -> None:
    for signature, kind in _KINDS:
        if data.startswith(signature):
            raise Undecodable(f"{kind} begins", 0)
    if b"\0" in data:
        raise Undecodable("a zero byte stands", data.index(b"\0"))


def _utf_8(data: bytes, start: int) -> Decoded:
    try:
        return _checked(data[start:].decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        at = start + error.start
        is_cut = error.reason == "unexpected end of data"
        found = "a letter of UTF-8 is cut off" if is_cut else f"the byte {data[at]:02X} is no UTF-8"
        raise Undecodable(found, at) from error


def _wide(data: bytes, start: int, codec: str, name: str) -> Decoded:
    """UTF-16 or UTF-32; half of a surrogate pair is replaced, as a character more or less is all it is."""
    width = int(name[-2:]) // 8
    if (len(data) - start) % width:
        raise Undecodable(f"a letter of {name} is cut off", len(data) - (len(data) - start) % width)
    text = data[start:].decode(codec, errors="replace")
    return _checked(text, name, text.count("\ufffd") - data.count("\ufffd".encode(codec), start))


def _utf_16_without_mark(data: bytes) -> str | None:
    """UTF-16 of a Latin text shows by its zero bytes, every other one and all on the same side."""
    units = len(data) // 2
    if len(data) % 2 or not units:
        return None
    high_first, high_last = data[0::2].count(0), data[1::2].count(0)
    if high_last > _FEWEST_ZEROS * units and not high_first:
        return "utf-16-le"
    return "utf-16-be" if high_first > _FEWEST_ZEROS * units and not high_last else None


def _has_letters_of_utf_8(data: bytes) -> bool:
    """Whether more of the high bytes make up letters of UTF-8 than do not, so that it is UTF-8 but damaged."""
    whole = _MULTIBYTE.findall(data)
    stray = len(_HIGH.findall(data)) - sum(map(len, whole))
    return len(whole) > stray


def _single_byte(data: bytes) -> Decoded:
    readings = [(text, name) for codec, name in _SINGLE_BYTE if (text := _read(data, codec)) is not None]
    text, name = min(readings, key=lambda reading: _strange_letters(reading[0]), default=("", ""))
    if not readings or _strange_letters(text) > _MOST_STRANGE * len(text):
        at = _HIGH.search(data)
        raise Undecodable("letters of an unknown encoding stand", at.start() if at else 0)
    return _checked(text, name)


def _strange_letters(text: str) -> int:
    return sum(letter not in _POLISH for letter in text if not letter.isascii())


def _read(data: bytes, codec: str) -> str | None:
    """The bytes in that encoding; None if it has no character for one of them, or only a control."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if _C1_CONTROL.search(text) else text


def _checked(text: str, encoding: str, replaced: int = 0) -> Decoded:
    controls = list(_CONTROL.finditer(text))
    if len(controls) > _MOST_CONTROLS * len(text):
        raise Undecodable("control characters stand, the first", controls[0].start())
    return Decoded(text, encoding, replaced)
