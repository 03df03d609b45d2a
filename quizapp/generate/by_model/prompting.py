"""What a language model is told: a piece of the text, and how questions about it are to be written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from quizapp.text.annotations import Annotations

Message = dict[str, str]

LONGEST_PIECE = 6_000
"""Characters; twenty pieces, none but the last shorter than half of this, hold the longest text of a teacher."""
MOST_PIECES = 20


def conversations(annotations: Annotations) -> list[list[Message]]:
    """What to say about each piece of the text, in order; the same text gives the same words."""
    return [
        [
            {"role": "system", "content": _instructions()},
            {"role": "user", "content": f"<tekst>\n{piece}\n</tekst>"},
        ]
        for piece in pieces(annotations)
    ]


def pieces(annotations: Annotations) -> list[str]:
    """The text cut at ends of paragraphs, or of sentences where a paragraph is too long."""
    found = (annotations.text[start:end].strip() for start, end in _cuts(annotations))
    return [piece for piece in found if piece][:MOST_PIECES]


def _cuts(annotations: Annotations) -> Iterator[tuple[int, int]]:
    text, start = annotations.text, 0
    while len(text) - start > LONGEST_PIECE:
        last = start + LONGEST_PIECE
        fitting = [s.end for s in annotations.sentences if start + LONGEST_PIECE // 2 <= s.end <= last]
        closing = [end for end in fitting if "\n" in text[end : end + 2]]
        end = (closing or fitting or [last])[-1]
        yield start, end
        start = end
    yield start, len(text)


@cache
def _instructions() -> str:
    return files("quizapp.generate.by_model").joinpath("prompt.txt").read_text("utf-8")
