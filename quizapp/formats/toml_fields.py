"""The fields of a TOML table read one by one: what is wrong is noted, and the reading goes on."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass, field
from typing import Any, TypeGuard, TypeVar

from quizapp.formats.errors import (
    BankError,
    BrokenToml,
    ControlCharacter,
    Expected,
    FieldMissing,
    NotUtf8,
    UnknownField,
    UnknownWord,
    WrongValue,
)

Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Fields:
    """A table, where it stands for the reader of a message, and the list that its errors go to."""

    values: dict[str, Any]
    file: str
    where: str
    errors: list[BankError] = field(repr=False)

    def only(self, *known: str) -> None:
        """Note every field that is not among the known."""
        for name in self.values:
            if name not in known:
                self.errors.append(UnknownField(self.file, self.where, name, known))

    def has(self, name: str) -> bool:
        """Whether the field is there, be it right or wrong."""
        return name in self.values

    def text(self, name: str, default: str | None = None) -> str:
        """A text; one without a default must be there and not be blank."""
        value = self.values.get(name, default)
        if value is None:
            self.errors.append(FieldMissing(self.file, self.where, name))
            return ""
        if not isinstance(value, str):
            self.wrong(name, "text")
            return ""
        if default is None and not value.strip():
            self.errors.append(FieldMissing(self.file, self.where, name))
        return self._visible(name, value)

    def word(self, name: str, known: tuple[Word, ...], default: Word | None = None) -> Word:
        """One of the known words."""
        value = self.text(name, default)
        for word in known:
            if value == word:
                return word
        if value:
            self.errors.append(UnknownWord(self.file, self.where, name, value, known))
        return known[0]

    def texts(self, name: str, expected: Expected = "texts", at_least: int = 0) -> tuple[str, ...]:
        """A list of texts, none of them blank; empty where there is no such field."""
        value = self.values.get(name, [])
        if not (isinstance(value, list) and all(map(_is_filled, value)) and len(value) >= at_least):
            self.wrong(name, expected)
            return ()
        return tuple(self._visible(name, text) for text in value)

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """A list of at least two pairs of texts."""
        value = self.values.get(name, [])
        if not (isinstance(value, list) and all(map(_is_pair, value)) and len(value) >= 2):
            self.wrong(name, "pairs")
            return ()
        return tuple((self._visible(name, left), self._visible(name, right)) for left, right in value)

    def excerpts(self, name: str) -> tuple[tuple[str, int], ...]:
        """A list of excerpts, each with the count of its occurrence; one written alone is the first."""
        value = self.values.get(name, [])
        if not value:
            self.errors.append(FieldMissing(self.file, self.where, name))
            return ()
        listed = value if isinstance(value, list) else [None]
        counted: list[Any] = [[excerpt, 1] if isinstance(excerpt, str) else excerpt for excerpt in listed]
        if not all(map(_is_counted_excerpt, counted)):
            self.wrong(name, "excerpts")
            return ()
        return tuple((excerpt, occurrence) for excerpt, occurrence in counted)

    def text_table(self, name: str) -> dict[str, str]:
        """A table of texts; empty where there is no such field."""
        value = self.values.get(name, {})
        if not (isinstance(value, dict) and all(map(_is_filled, value.values()))):
            self.wrong(name, "text_table")
            return {}
        return {key: self._visible(name, text) for key, text in value.items()}

    def tables(self, name: str) -> list[Fields]:
        """The tables of an array, each called by its id, title or number; none where it is not there."""
        value = self.values.get(name, [])
        if not (isinstance(value, list) and all(isinstance(entry, dict) for entry in value)):
            self.wrong(name, "tables")
            return []
        return [
            Fields(entry, self.file, f"[[{name}]] {_label(entry, number)}", self.errors)
            for number, entry in enumerate(value, start=1)
        ]

    def wrong(self, name: str, expected: Expected) -> None:
        """Note that the field holds something else than expected, or is not there."""
        if name in self.values:
            found = _shortened(self.values[name])
            self.errors.append(WrongValue(self.file, self.where, name, found, expected))
        else:
            self.errors.append(FieldMissing(self.file, self.where, name))

    def _visible(self, name: str, text: str) -> str:
        for character in text:
            if unicodedata.category(character) == "Cc" and character not in "\t\n\r":
                self.errors.append(ControlCharacter(self.file, self.where, name, f"U+{ord(character):04X}"))
                break
        return text


def parse_toml(text: str | None, file: str, errors: list[BankError]) -> Fields | None:
    """The whole file as one table; None, with the error noted, where it is no TOML or was not read."""
    if text is None:
        return None
    try:
        return Fields(tomllib.loads(text), file, "", errors)
    except RecursionError:
        errors.append(BrokenToml(file, "nested too deeply"))
    except ValueError as problem:  # TOMLDecodeError is one, and so is a number of too many digits
        errors.append(BrokenToml(file, str(problem)))
    return None


def read_text(content: bytes | None, file: str, errors: list[BankError]) -> str | None:
    """The bytes as text: UTF-8, a leading byte-order mark removed, newlines as they stand.

    None, with the error noted, where they are in another encoding; None for no bytes.
    """
    if content is None:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        errors.append(NotUtf8(file, problem.start))
        return None


def _label(entry: dict[str, Any], number: int) -> str:
    for name in ("id", "title"):
        if _is_filled(entry.get(name)):
            return str(entry[name])
    return str(number)


def _shortened(value: object) -> str:
    shown = str(value)
    return shown if len(shown) <= 60 else f"{shown[:60]}…"


def _is_filled(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_filled, value))


def _is_counted_excerpt(value: object) -> bool:
    if not (isinstance(value, list) and len(value) == 2):
        return False
    excerpt, occurrence = value
    return _is_filled(excerpt) and type(occurrence) is int and occurrence >= 1
