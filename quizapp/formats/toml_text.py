"""Writing TOML: the standard library only reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

TomlValue = str | int | Sequence["TomlValue"]

LINE_LENGTH = 110
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def assignment(name: str, value: TomlValue) -> str:
    """`name = value` with its line end; a list too long for a line has one entry a line."""
    line = f"{name} = {_written(value)}\n"
    if isinstance(value, str | int) or len(line) <= LINE_LENGTH:
        return line
    entries = "".join(f"  {_written(entry)},\n" for entry in value)
    return f"{name} = [\n{entries}]\n"


def text_table(name: str, texts: Mapping[str, str]) -> Iterator[str]:
    """The lines of a table of texts with any keys; no line for an empty one."""
    if texts:
        yield f"\n[{name}]\n"
    for key, text in texts.items():
        yield f"{_quoted(key)} = {_quoted(text)}\n"


def _written(value: TomlValue) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, int):
        return str(value)
    return f"[{', '.join(map(_written, value))}]"


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    is_control = ord(character) < 0x20 or ord(character) == 0x7F
    return f"\\u{ord(character):04X}" if is_control else character
