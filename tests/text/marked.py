"""Texts with what a careful reader marks in them.

`[[id|words]]` is a mention, `{{id|nominative|words}}` an office, `<<id or ?|kind|words>>` a quotation with
its speaker; a head line `@id Full Name m` gives the name in the nominative and the gender.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.text.spans import Span

READINGS = Path(__file__).parent / "readings"
_MARK = re.compile(r"\[\[(\w+)\||\{\{(\w+)\|([^|}]*)\||<<(\w+|\?)\|(speech|phrase)\||\]\]|\}\}|>>")


@dataclass
class Marked:
    text: str = ""
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    mentions: dict[tuple[int, int], str] = field(default_factory=dict)
    roles: list[tuple[str, int, int, str]] = field(default_factory=list)
    quotations: dict[tuple[int, int], tuple[str | None, str]] = field(default_factory=dict)


def read(path: Path) -> Marked:
    head, body = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        (head if line.startswith("@") else body).append(line)
    marked = Marked()
    for line in head:
        key, *name, gender = line[1:].split()
        marked.names[key] = (" ".join(name), gender)
    _read_marks("\n".join(body), marked)
    return marked


def _read_marks(body: str, marked: Marked) -> None:
    plain, reached, length = [], 0, 0
    opened: list[tuple[re.Match[str], int]] = []
    for mark in _MARK.finditer(body):
        plain.append(body[reached : mark.start()])
        length += mark.start() - reached
        reached = mark.end()
        if mark.group() in ("]]", "}}", ">>"):
            opening, start = opened.pop()
            _note(opening, start, length, marked)
        else:
            opened.append((mark, length))
    plain.append(body[reached:])
    marked.text = "".join(plain)


def _note(opening: re.Match[str], start: int, end: int, marked: Marked) -> None:
    mention, holder, nominative, speaker, kind = opening.groups()
    if mention:
        marked.mentions[start, end] = mention
    elif holder:
        marked.roles.append((holder, start, end, nominative))
    else:
        marked.quotations[start, end] = (None if speaker == "?" else speaker, kind)


def sentences(text: str) -> tuple[Span, ...]:
    """In these texts each sentence stands on a line of its own."""
    lines = re.finditer(r"[^\n]+", text)
    return tuple(Span.of(text, line.start(), line.end()) for line in lines)
