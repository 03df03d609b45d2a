from __future__ import annotations

import pytest

from quizapp.items.item import Item, Option
from quizapp.items.versions import ArrangedItem, arrange
from tests.browser.every_type import items as one_of_each


def by_stem(arranged: tuple[ArrangedItem, ...]) -> dict[str, ArrangedItem]:
    return {each.item.stem: each for each in arranged}


def answered(arranged: ArrangedItem) -> list[str]:
    """The texts that the letters of the key stand for."""
    texts = {choice.letter: choice.text for choice in arranged.choices}
    return [texts[part.rpartition("–")[2]] for part in arranged.key.replace(" – ", ", ").split(", ")]


def test_every_version_asks_the_same_and_the_first_keeps_the_order() -> None:
    items = one_of_each()

    versions = arrange(items, 3, "seed")

    assert [version.letter for version in versions] == ["A", "B", "C"]
    assert [each.item for each in versions[0].items] == items
    for version in versions:
        assert [each.number for each in version.items] == list(range(1, len(items) + 1))
        assert set(by_stem(version.items)) == {item.stem for item in items}
    assert len({tuple(each.item.stem for each in version.items) for version in versions}) == 3


def test_the_same_seed_gives_the_same_versions_and_another_others() -> None:
    items = one_of_each()

    assert arrange(items, 4, "one") == arrange(items, 4, "one")
    assert arrange(items, 4, "one") != arrange(items, 4, "two")


@pytest.mark.parametrize("place", range(4))
def test_the_key_of_each_version_is_of_its_own_letters(place: int) -> None:
    version = by_stem(arrange(one_of_each(), 4, "seed")[place].items)

    for stem, arranged in version.items():
        item = arranged.item
        if item.is_typed:
            assert arranged.key == " / ".join(item.answer)
        elif item.type == "match":
            assert answered(arranged) == [option.text for option in item.options if option.left], stem
        elif item.type == "order":
            assert answered(arranged) == [option.text for option in item.options], stem
        else:
            assert set(answered(arranged)) == {option.text for option in item.options if option.correct}, stem


def test_letters_go_on_after_z() -> None:
    options = tuple(Option(f"słowo {number}", correct=number == 0) for number in range(28))
    item = Item("single", "date", "Które?", options, ("słowo 0",), ())

    letters = [choice.letter for choice in arrange([item], 1, "x")[0].items[0].choices]

    assert letters[25:] == ["Z", "AA", "AB"]
