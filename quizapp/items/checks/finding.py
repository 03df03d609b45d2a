from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from quizapp.items.correction import Correction
from quizapp.items.item import Item

Level = Literal["error", "warning"]
Field = Literal["stem", "options", "answer", "evidence", "feedback"]

LONGEST_FACT = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: its code, the field to mend, the flaw by its name, and the words that show it.

    An error forbids to ask the item as it is. `items` are the places in the quiz, from 0, where the flaw
    is one of a whole quiz.
    """

    code: str
    level: Level
    field: Field
    flaw: str
    facts: tuple[str, ...] = ()
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What an item is judged against: the whole text, and the corrections that are known for it."""

    text: str
    corrections: tuple[Correction, ...]


def error(code: str, field: Field, flaw: str, *facts: object) -> Finding:
    """A finding that forbids to ask the item."""
    return Finding(code, "error", field, flaw, tuple(map(str, facts)))


def warning(code: str, field: Field, flaw: str, *facts: object) -> Finding:
    """A finding to think about."""
    return Finding(code, "warning", field, flaw, tuple(map(str, facts)))


def say(finding: Finding, language: str) -> str:
    """What is wrong and how to mend it, in a sentence or two: Polish for "pl", else English."""
    wording = _messages()[finding.flaw]["pl" if language == "pl" else "en"]
    return wording.format(*finding.facts)


def listed(texts: Iterable[str]) -> str:
    """Texts as a fact."""
    return ", ".join(f"„{text}”" for text in texts)


def shortened(text: str) -> str:
    """A text as a fact, cut where it is long."""
    return text if len(text) <= LONGEST_FACT else f"{text[:LONGEST_FACT].rstrip()}…"


def evidence_text(item: Item) -> str:
    """The words of the evidence, one span after the other."""
    return "\n".join(span.text for span in item.evidence)


@cache
def _messages() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("messages.toml").read_text(encoding="utf-8"))
