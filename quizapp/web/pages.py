"""What pages of both audiences say alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.items.answers.notes import say_note
from quizapp.items.correction import Correction, corrections_touching
from quizapp.items.item import Item, Option, Response
from quizapp.store.attempts import HUNDREDTHS, Attempt, StoredResponse
from quizapp.store.bank import ItemVersion
from quizapp.store.practice import PracticeResponse
from quizapp.store.regrades import Regrade, ScoreChange, changes_in, regrade_of, regrades_of
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
    if item.is_chosen:
        return " / ".join(option.text for option in item.options if option.correct)
    return item.answer[0]


@dataclass(frozen=True, slots=True)
class Mended:
    """A key that was mended after the question was asked; `old` is what the answer was worth, where that changed."""

    regrade: Regrade
    old: Fraction | None


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
    mended: Mended | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the answer was worth something else before its key was mended."""
        return self.mended is not None and self.mended.old is not None

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
    position: int,
    version: ItemVersion,
    response: StoredResponse | PracticeResponse | None,
    mended: Mended | None = None,
) -> Verdict:
    """The verdict on a question; one that was left out counts as wrong, with nothing given."""
    item = mended.regrade.item if mended else version.item
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
        mended=mended,
    )


def verdict_in(
    attempt: Attempt, position: int, version: ItemVersion, response: StoredResponse | None
) -> Verdict:
    """The verdict on a question of an attempt, by the key as it was mended last."""
    regrade = regrade_of(attempt.publication.quiz_id, version)
    mended = _mended(regrade, changes_in(attempt).get(position)) if regrade else None
    return verdict_on(position, version, response, mended)


def verdicts_of(attempt: Attempt) -> list[Verdict]:
    """The verdict on every question of an attempt, in order."""
    answered, places = attempt.answered, set(attempt.places)
    keys = regrades_of(attempt.publication.quiz_id)
    changes = changes_in(attempt) if keys else {}
    return [
        verdict_on(
            entry.position,
            entry.version,
            answered.get(entry.position),
            _mended(keys[entry.item_version_id], changes.get(entry.position))
            if entry.item_version_id in keys
            else None,
        )
        for entry in attempt.publication.entries
        if entry.position in places
    ]


def _mended(regrade: Regrade, change: ScoreChange | None) -> Mended:
    if change is None or change.old_score == change.new_score:
        return Mended(regrade, None)
    return Mended(regrade, Fraction(change.old_score or 0, HUNDREDTHS))
