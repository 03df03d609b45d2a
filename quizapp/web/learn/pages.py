"""What the pages of the pupil show, each in one value."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.items.item import Item
from quizapp.store.attempts import Attempt
from quizapp.store.bank import ItemVersion
from quizapp.store.practice import SITTING, Practice, PracticeResponse


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


@dataclass(frozen=True, slots=True)
class PracticePage:
    """One question of practice, its place (from 0) among the answers of the day, and the answer once given."""

    plan: Practice
    place: int
    version: ItemVersion
    answer: PracticeResponse | None

    @property
    def item(self) -> Item:
        return self.version.item

    @property
    def position(self) -> int:
        """Its place in the sitting, from 1."""
        return self.place % SITTING + 1

    @property
    def total(self) -> int:
        """How many questions the sitting has."""
        return self.plan.size_of_sitting(self.place)

    @property
    def days_until_next(self) -> int | None:
        """In how many days the question comes back."""
        day = self.plan.next_days.get(self.version.item_id)
        return (day - self.plan.day).days if day else None
