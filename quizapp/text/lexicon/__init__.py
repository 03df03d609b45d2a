"""Word lists that a teacher can extend: one file a list, `#` begins a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a list that holds one a line; FileNotFoundError if there is no such list."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    stripped = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list that holds any number of single words a line."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def foreign_first_names() -> frozenset[str]:
    """First names in their foreign spelling, of men and of women, and what stands in their place in the Far East."""
    return (
        words("foreign_first_names") | words("foreign_first_names_of_women") | words("family_names_put_first")
    )


@cache
def table(name: str) -> dict[str, str]:
    """The entries of a list of the form `key = value`, one a line."""
    pairs = (line.partition("=") for line in lines(name))
    return {key.strip(): value.strip() for key, _, value in pairs}
