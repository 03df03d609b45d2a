"""Questions as they stand on paper: options with letters in a shuffled order, and the key that goes with it."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.formats.rows import letter
from quizapp.items.item import Item
from quizapp.items.shuffling import shown_order


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The lines under a question: what is matched to `choices` (none but for pairs), and what is chosen or ordered."""

    item: Item
    lefts: tuple[str, ...]
    choices: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The right answer, in lines: with the letters of the choices, or in words where there are none."""
        item = self.item
        if item.is_typed:
            return (" / ".join(item.answer),)
        if item.type == "match":
            return tuple(
                f"{number} – {letter(self.choices.index(option.text))} ({option.left} – {option.text})"
                for number, option in enumerate((option for option in item.options if option.left), start=1)
            )
        right = [option.text for option in item.options if option.correct]
        places = [self.choices.index(text) for text in right]
        if item.type != "order":
            places.sort()
        return tuple(f"{letter(place)}. {self.choices[place]}" for place in places)


def on_paper(item: Item, seed: str) -> OnPaper:
    """The question in the order of that seed, the same for ever."""
    shown = [item.options[index].text for index in shown_order(item, seed)] if item.options else []
    return OnPaper(
        item, tuple(option.left for option in item.options if option.left), tuple(dict.fromkeys(shown))
    )
