"""A folder of the bank: a source, the items that it proves, its corrections and the quizzes made of it.

`source.txt` is the text and `source.toml` says whose it is; `items.toml` holds the items. Where there is a
`corrections.toml`, it says what is wrong in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from quizapp.formats.bank_items import BankFileItem, read_items
from quizapp.formats.errors import (
    BankError,
    BankErrors,
    DigestMismatch,
    FieldMissing,
    FileMissing,
    ItemMissing,
)
from quizapp.formats.evidence import locate
from quizapp.formats.toml_fields import Fields, parse_toml, read_text
from quizapp.items.correction import CORRECTION_KINDS, Correction

__all__ = ["Bank", "BankFileItem", "BankQuiz", "read_bank"]

TEXT_FILE, SOURCE_FILE = "source.txt", "source.toml"
ITEMS_FILE, CORRECTIONS_FILE = "items.toml", "corrections.toml"


@dataclass(frozen=True, slots=True)
class BankQuiz:
    """A quiz that comes with the bank: its items by their ids, in order."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """All that a bank folder says. The slug is the name of the folder."""

    slug: str
    title: str
    language: str
    origin: str
    licence: str
    text: str
    items: tuple[BankFileItem, ...]
    corrections: tuple[Correction, ...] = ()
    quizzes: tuple[BankQuiz, ...] = ()


def read_bank(path: Path) -> Bank:
    """Read a bank folder, or one file of items with the text and the corrections that stand beside it.

    Of a single file the bank has no title, origin or quizzes. Raises BankErrors with everything that is
    wrong in any of the files.
    """
    errors: list[BankError] = []
    folder = path if path.is_dir() else path.parent
    listed = _toml(path / ITEMS_FILE if path.is_dir() else path, errors)
    about = _toml(folder / SOURCE_FILE, errors) if path.is_dir() else None
    body = _content(folder / TEXT_FILE, errors)
    text = read_text(body, TEXT_FILE, errors)
    notes = _toml(folder / CORRECTIONS_FILE, errors) if (folder / CORRECTIONS_FILE).exists() else None
    items = read_items(listed, text) if listed else ()
    bank = Bank(
        slug=folder.resolve().name,
        title=about.text("title") if about else "",
        language=about.text("language") if about else "pl",
        origin=about.text("origin") if about else "",
        licence=about.text("licence") if about else "",
        text=text or "",
        items=items,
        corrections=_read_corrections(notes, text) if notes else (),
        quizzes=_read_quizzes(about, {entry.id for entry in items}) if about else (),
    )
    if about and body is not None:
        _compare_digest(about, sha256(body).hexdigest())
    if errors:
        raise BankErrors(errors)
    return bank


def _toml(path: Path, errors: list[BankError]) -> Fields | None:
    return parse_toml(read_text(_content(path, errors), path.name, errors), path.name, errors)


def _content(path: Path, errors: list[BankError]) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        errors.append(FileMissing(path.name))
        return None


def _read_corrections(notes: Fields, text: str | None) -> tuple[Correction, ...]:
    notes.only("correction")
    return tuple(
        correction
        for fields in notes.tables("correction")
        if (correction := _read_correction(fields, text)) is not None
    )


def _read_correction(fields: Fields, text: str | None) -> Correction | None:
    fields.only("excerpt", "kind", "corrected", "note", "sources")
    excerpt = fields.text("excerpt")
    correction = (
        fields.word("kind", CORRECTION_KINDS),
        fields.text("corrected", ""),
        fields.text("note", ""),
        fields.texts("sources"),
    )
    span = locate(fields, text, excerpt, 1) if excerpt.strip() else None
    return Correction(span, *correction) if span else None


def _read_quizzes(about: Fields, known: set[str]) -> tuple[BankQuiz, ...]:
    about.only("title", "language", "origin", "licence", "sha256", "quiz")
    return tuple(_read_quiz(fields, known) for fields in about.tables("quiz"))


def _read_quiz(fields: Fields, known: set[str]) -> BankQuiz:
    fields.only("title", "items")
    quiz = BankQuiz(fields.text("title"), fields.texts("items"))
    for item_id in quiz.items:
        if item_id not in known:
            fields.errors.append(ItemMissing(fields.file, fields.where, item_id))
    if not quiz.items:
        fields.errors.append(FieldMissing(fields.file, fields.where, "items"))
    return quiz


def _compare_digest(about: Fields, found: str) -> None:
    expected = about.text("sha256")
    if expected and expected.lower() != found:
        about.errors.append(DigestMismatch(TEXT_FILE, found, expected))
