"""A run of words that may name a person."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.text.names.nominative import Naming


@dataclass(frozen=True, slots=True)
class Found:
    """Words that may name a person: which ones of the sentence, what they say, how sure that is.

    A full name has a first name and more; a sure one needs no support from the rest of the text.
    """

    first: int
    last: int
    words: tuple[str, ...]
    naming: Naming
    is_sure: bool

    @property
    def is_full(self) -> bool:
        """More than a surname or a first name alone."""
        return len(self.words) > 1
