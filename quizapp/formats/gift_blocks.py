"""A GIFT file taken apart: one block a question, with what the comment before it and its category say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_ESCAPED = {"\\\\": "\\", "\\~": "~", "\\=": "=", "\\#": "#", "\\{": "{", "\\}": "}", "\\:": ":", "\\n": "\n"}
_FIRST_STAND_IN = 0x10FF00
_STAND_INS = {sign: chr(_FIRST_STAND_IN + place) for place, sign in enumerate(_ESCAPED)}
MEANT = {ord(stand_in): _ESCAPED[sign] for sign, stand_in in _STAND_INS.items()}
_ESCAPE = re.compile(r"\\[\\~=#{}:n]")
_RESERVED = re.compile("[\U0010ff00-\U0010ff10]")
_ID, _TAG = (re.compile(rf"\[{name}:((?:\\\]|[^\]])+)\]") for name in ("id", "tag"))
_END_OF_QUESTION = re.compile(r"\}[^{}\n]*\n(?=[^{}]*\{)")
LONGEST_COMMENT = 2_000


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one question, joined, escapes replaced by stand-ins; and what the comment before it says."""

    line: int
    text: str
    external_id: str = ""
    tags: tuple[str, ...] = ()


def blocks_of(text: str) -> Iterator[Block]:
    """The questions of a file as blocks of text, escapes replaced by signs that mean nothing yet."""
    text = _ESCAPE.sub(lambda found: _STAND_INS[found.group()], _RESERVED.sub("", text))
    category: tuple[str, ...] = ()
    for block in _joined(list(_paragraphs(text))):
        lines = block.text.split("\n")
        named = 0
        while named < len(lines) and lines[named].startswith("$CATEGORY:"):
            category = _category_tag(plain(lines[named].removeprefix("$CATEGORY:")))
            named += 1
        rest = "\n".join(lines[named:]).lstrip()
        if rest:
            tags = (*block.tags, *category)
            yield from _divided(replace(block, text=rest, line=block.line + named, tags=tags))


def _category_tag(path: str) -> tuple[str, ...]:
    """The last name of a path such as „$course$/top/Historia/Rozejm”, where it is a name somebody gave."""
    name = path.replace("//", "\0").rsplit("/", 1)[-1].replace("\0", "/").strip()
    is_given = (
        name
        and name not in ("top", "$course$", "$system$")
        and not name.startswith(("Default for", "Domyślne"))
    )
    return (name,) if is_given else ()


def _paragraphs(text: str) -> Iterator[Block]:
    lines: list[str] = []
    start, told = 1, ""
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.lstrip().startswith("//"):
            told += line if not lines else ""
        elif line.strip():
            start = start if lines else number
            lines.append(line)
        elif lines:
            told = told[:LONGEST_COMMENT]
            named = _ID.search(told)
            tags = tuple(_unbracketed(tag) for tag in _TAG.findall(told))
            yield Block(start, "\n".join(lines).strip(), _unbracketed(named[1]) if named else "", tags)
            lines, told = [], ""


def _joined(paragraphs: list[Block]) -> Iterator[Block]:
    """Paragraphs, those joined that a brace holds together: it is closed before another opens."""
    next_brace = [""] * (len(paragraphs) + 1)
    for place in reversed(range(len(paragraphs))):
        found = re.search("[{}]", paragraphs[place].text)
        next_brace[place] = found.group() if found else next_brace[place + 1]
    first, parts = Block(1, ""), list[str]()
    for place, paragraph in enumerate(paragraphs):
        first = first if parts else paragraph
        parts.append(paragraph.text)
        has_opened = paragraph.text.rfind("{") > paragraph.text.rfind("}")
        stays_open = len(parts) > 1 and "}" not in paragraph.text
        if (has_opened or stays_open) and next_brace[place + 1] == "}":
            continue
        yield replace(first, text="\n".join(parts))
        parts = []


def _divided(block: Block) -> Iterator[Block]:
    """Questions that no empty line parts: one ends where a line ends with its closing brace."""
    start, line = 0, block.line
    for found in _END_OF_QUESTION.finditer(block.text):
        text = block.text[start : found.end()]
        yield replace(block, text=text.strip(), line=line)
        start, line = found.end(), line + text.count("\n")
        block = replace(block, external_id="")
    yield replace(block, text=block.text[start:].strip(), line=line)


def _unbracketed(label: str) -> str:
    return plain(label).replace("\\]", "]")


def plain(text: str) -> str:
    """A text with its escapes meant."""
    return text.translate(MEANT).strip()
