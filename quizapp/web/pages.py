"""What pages of both audiences say alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.items.answers.notes import say_note
from quizapp.items.correction import Correction, corrections_touching
from quizapp.items.item import Item, Option, Response
from quizapp.store.attempts import Attempt, StoredResponse
from quizapp.store.bank import ItemVersion
from quizapp.store.practice import PracticeResponse
from quizapp.web.languages import language_code
from quizapp.web.passages import Paragraph, passage


def answered_in_words(item: Item, response: Response) -> str:
    """A response as a person would write it down."""
    if item.type == "match":
        lefts = [option.left for option in item.options if option.left]
        return "; ".join(f"{left} – {right or '…'}" for left, right in zip(lefts, response, strict=False))
    return ("; " if item.type == "multiple" else " → ").join(response)


def key_in_words(item: Item) -> str:
    """The key as a person would write it down: what to show after an answer."""
    if item.type == "match":
        return answered_in_words(item, tuple(option.text for option in item.options if option.left))
    if item.type == "order":
        return answered_in_words(item, tuple(option.text for option in item.options))
    if item.type == "multiple":
        return answered_in_words(item, tuple(option.text for option in item.options if option.correct))
    return item.answer[0]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answered question: what was given, what is right, and the words of the text that prove it."""

    position: int
    item: Item
    given: tuple[str, ...]
    points: Fraction
    accepted_as: str
    note: str
    confidence: str | None
    language: str
    passage: tuple[Paragraph, ...]
    corrections: tuple[Correction, ...]

    @property
    def outcome(self) -> str:
        if self.points == 1:
            return "right"
        return "partly" if self.points else "wrong"

    @property
    def is_surprise(self) -> bool:
        """Sure, but not right: what is learned most from."""
        return self.confidence == "sure" and self.points < 1

    @property
    def given_in_words(self) -> str:
        return answered_in_words(self.item, self.given)

    @property
    def key_in_words(self) -> str:
        return key_in_words(self.item)

    @property
    def why_chosen_is_wrong(self) -> Sequence[Option]:
        """The wrong options that were chosen and have something to say."""
        if self.item.type in ("order", "match"):
            return ()
        return [o for o in self.item.options if o.text in self.given and not o.correct and o.why]


def verdict_on(
    position: int, version: ItemVersion, response: StoredResponse | PracticeResponse | None
) -> Verdict:
    """The verdict on a question; one that was left out counts as wrong, with nothing given."""
    item = version.item
    return Verdict(
        position=position,
        item=item,
        given=response.response if response else (),
        points=response.points if response else Fraction(0),
        accepted_as=response.accepted_as if response else "",
        note=say_note(response.note, language_code()) if response else "",
        confidence=response.confidence if response else None,
        language=version.bank_item.source.language,
        passage=passage(version.revision.body, item.evidence),
        corrections=corrections_touching(item, version.revision.correction_notes),
    )


def verdicts_of(attempt: Attempt) -> list[Verdict]:
    """The verdict on every question of an attempt, in order."""
    answered, places = attempt.answered, set(attempt.places)
    return [
        verdict_on(entry.position, entry.version, answered.get(entry.position))
        for entry in attempt.publication.entries
        if entry.position in places
    ]
