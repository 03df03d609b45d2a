"""A test on paper in several versions: the same questions, in orders drawn from a seed, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.items.item import Item
from quizapp.items.shuffling import letter, shown_order, shuffled

VERSION_LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class Choice:
    """What stands behind a letter."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class ArrangedItem:
    """A question at its place in one version, and the letters that its choices have there."""

    number: int
    item: Item
    choices: tuple[Choice, ...]

    @property
    def lefts(self) -> tuple[str, ...]:
        """What is to be matched, in order."""
        return tuple(option.left for option in self.item.options if option.left)

    @property
    def blanks(self) -> int:
        """How many letters are written down as the answer; 0 where letters are ticked or words are written."""
        return {"order": len(self.choices), "match": len(self.lefts)}.get(self.item.type, 0)

    @property
    def key(self) -> str:
        """The right answer as it stands on the sheet."""
        letters = {choice.text: choice.letter for choice in self.choices}
        options = self.item.options
        if self.item.is_typed:
            return " / ".join(self.item.answer)
        if self.item.type == "order":
            return " – ".join(letters[option.text] for option in options)
        if self.item.type == "match":
            pairs = enumerate((option for option in options if option.left), start=1)
            return ", ".join(f"{number}–{letters[option.text]}" for number, option in pairs)
        return ", ".join(sorted(letters[option.text] for option in options if option.correct))

    @property
    def proof(self) -> str:
        """The words of the text that prove the key."""
        return " […] ".join(" ".join(span.text.split()) for span in self.item.evidence)


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """One version of a test."""

    letter: str
    items: tuple[ArrangedItem, ...]


def arrange(items: Sequence[Item], count: int, seed: str) -> tuple[PaperVersion, ...]:
    """So many versions: the first keeps the order of the questions, the others have their own."""
    return tuple(_version(items, name, f"{seed} {name}") for name in VERSION_LETTERS[:count])


def _version(items: Sequence[Item], name: str, seed: str) -> PaperVersion:
    places: Sequence[int] = range(len(items))
    if name != VERSION_LETTERS[0]:
        places = shuffled(places, seed)
    return PaperVersion(
        name,
        tuple(
            ArrangedItem(number, items[place], _choices(items[place], seed))
            for number, place in enumerate(places, start=1)
        ),
    )


def _choices(item: Item, seed: str) -> tuple[Choice, ...]:
    texts = dict.fromkeys(item.options[index].text for index in shown_order(item, seed))
    return tuple(Choice(letter(place), text) for place, text in enumerate(texts))
