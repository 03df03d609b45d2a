from __future__ import annotations

import pytest

from quizapp.text.alphabet import register_order


@pytest.mark.parametrize(
    "names",
    [
        ["Ala", "Azor", "Ąg", "Basia"],
        ["Celina", "Czarek", "Ćma", "Dorota"],
        ["lena", "Leon", "Łucja", "Maja"],
        ["Zenon", "Zyta", "Źrebak", "Żaneta"],
        ["1", "2", "7", "12", "Ala"],
        ["Ala 2", "Ala 10", "Ala K"],
        ["9" * 40, "a"],
    ],
)
def test_names_stand_as_in_a_register(names: list[str]) -> None:
    mixed = [*names[1::2], *names[::2]]
    assert sorted(mixed, key=register_order) == names
