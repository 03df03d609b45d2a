from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _terms() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("terms.toml").read_text(encoding="utf-8"))


@cache
def terms(name: str) -> tuple[str, ...]:
    """A list of `terms.toml`; KeyError if there is none of that name."""
    return tuple(_terms()[name])


@cache
def _split(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    listed = terms(name)
    whole = frozenset(term for term in listed if not term.endswith("*"))
    return whole, tuple(term[:-1] for term in listed if term.endswith("*"))


def is_term(word: str, name: str) -> bool:
    """Whether a word, capital letters or not, is in a list of `terms.toml`."""
    whole, beginnings = _split(name)
    small = word.casefold()
    return small in whole or (bool(beginnings) and small.startswith(beginnings))
