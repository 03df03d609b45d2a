"""What the pages of the pupil show, each in one value."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.items.item import Item
from quizapp.store.attempts import Attempt


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question and how far the attempt has come."""

    attempt: Attempt
    position: int
    item: Item
    language: str

    @property
    def skip_to(self) -> int | None:
        """The next question without an answer, other than this one."""
        answered = self.attempt.answered
        places = [*range(self.position + 1, self.attempt.questions + 1), *range(1, self.position)]
        return next((place for place in places if place not in answered), None)
