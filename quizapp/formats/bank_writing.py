"""A folder of the bank as it is written: what `formats.bank` reads back as it is.

Comments and the layout by hand are not kept, since nothing of them is in a bank; whatever the fields say is.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from quizapp.formats.bank import CORRECTIONS_FILE, ITEMS_FILE, SOURCE_FILE, TEXT_FILE, Bank, BankQuiz
from quizapp.formats.bank_items import write_items
from quizapp.formats.toml_text import TomlValue, assignment
from quizapp.items.correction import Correction


def write_bank(bank: Bank) -> dict[str, bytes]:
    """The files of the folder by their names; the same bank always gives the same bytes."""
    text = bank.text.encode()
    files = {
        TEXT_FILE: text,
        SOURCE_FILE: _about(bank, sha256(text).hexdigest()).encode(),
        ITEMS_FILE: write_items(bank.items, bank.text).encode(),
    }
    if bank.corrections:
        files[CORRECTIONS_FILE] = "\n".join(map(_correction, bank.corrections)).encode()
    return files


def _about(bank: Bank, digest: str) -> str:
    told = {
        "title": bank.title,
        "language": bank.language,
        "origin": bank.origin,
        "licence": bank.licence,
        "sha256": digest,
    }
    return "\n".join([_lines(told.items()), *map(_quiz, bank.quizzes)])


def _quiz(quiz: BankQuiz) -> str:
    return "[[quiz]]\n" + _lines([("title", quiz.title), ("items", list(quiz.items))])


def _correction(correction: Correction) -> str:
    told: dict[str, TomlValue] = {
        "excerpt": correction.span.text,
        "kind": correction.kind,
        "corrected": correction.corrected,
        "note": correction.note,
        "sources": list(correction.sources),
    }
    return "[[correction]]\n" + _lines((name, value) for name, value in told.items() if value)


def _lines(told: Iterable[tuple[str, TomlValue]]) -> str:
    return "".join(assignment(name, value) for name, value in told)
