"""The Polish dictionary: the one place that knows Morfeusz, and the one copy of it in memory."""

from __future__ import annotations

import morfeusz2

LONGEST_FORM = 60
"""Letters; no Polish word is longer."""

_MORFEUSZ = morfeusz2.Morfeusz(expand_tags=False, generate=True)

Node = tuple[int, int, str, str, tuple[str, ...]]
"""Where a reading of a form begins and ends in its graph, the lexeme, the tag, and the labels."""
Form = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]
"""A form, its lexeme, its tag, its labels, and what qualifies it as rare or dated."""


_DATED = "daw."
_JOINING = frozenset({"prep", "conj"})


def analyse(form: str) -> list[Node]:
    """All readings of a form; none of one that is too long to be a word or that the dictionary does not know.

    Prepositions and conjunctions that nobody uses any longer are left out: „miasto” once meant „instead of” too.
    """
    if len(form) > LONGEST_FORM:
        return []
    return [
        (start, end, lexeme, tag, tuple(labels))
        for start, end, (_, lexeme, tag, labels, qualifiers) in _MORFEUSZ.analyse(form)
        if tag != "ign" and not (_DATED in qualifiers and tag.split(":")[0] in _JOINING)
    ]


def inflect(lexeme: str) -> list[Form]:
    """All forms of a lexeme; none of an unknown one."""
    return [
        (form, made, tag, tuple(labels), tuple(qualifiers))
        for form, made, tag, labels, qualifiers in _MORFEUSZ.generate(lexeme)
    ]
