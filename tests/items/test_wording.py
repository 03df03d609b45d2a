from __future__ import annotations

import pytest

from quizapp.items.nicknames import is_reserved, nickname_key, told_apart
from quizapp.items.wording import folded, normalised, without_diacritics, words_in


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Łódź", "łódź"),
        ("ŁO\u0301DZ\u0301", "łódź"),
        ("  Jan \u00a0 III\tSobieski\n", "jan iii sobieski"),
        ("So\u00adbie\u200bski\ufeff", "sobieski"),
        ("„Rota”", "rota"),
        ("«Rota» i ″Pan Tadeusz‟", 'rota" i "pan tadeusz'),
        ("George’a `i´ Pierre‘a", "george'a 'i' pierre'a"),
        ("Bielsko – Biała", "bielsko-biała"),
        ("1914—1918", "1914-1918"),
        ("-5", "-5"),
        ("Bem.", "bem"),
        ("(Bem)", "(bem)"),
        ("…", ""),
        ("Straße", "strasse"),
    ],
)
def test_what_is_typed_otherwise_is_compared_as_one(typed: str, normal: str) -> None:
    assert normalised(typed) == normal


def test_bare_letters_have_neither_marks_nor_strokes() -> None:
    assert without_diacritics("zażółć gęślą jaźń, øre, đak, ħaġra") == "zazolc gesla jazn, ore, dak, hagra"


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("„Łódź” — Kaźń", '"lodz"-kazn'),
        ("ZA\u00adŻÓŁĆ\n  gęślą.", "zazolc gesla."),
        ("l’Étoile", "l'etoile"),
    ],
)
def test_a_text_is_searched_in_bare_small_letters_with_its_ends(text: str, searched: str) -> None:
    assert folded(text) == searched


def test_words_are_found_without_what_stands_between_them() -> None:
    assert words_in("Jan III, „pod Wiedniem” – George’a_x 12\u00adgo; e\u0301") == (
        "Jan", "III", "pod", "Wiedniem", "George’a", "x", "12go", "é",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ola", "OLA ", True),
        ("Ola", "Óla", True),
        ("Ola", "Оla", True),  # a Cyrillic O
        ("Nik", "Νik", True),  # a Greek N
        ("Ola", "Ｏｌａ", True),
        ("Ola", "Ola 2", False),
        ("Ola K", "Ola  K", True),
        ("Ola", "Ala", False),
        ("🦊", "🐻", False),
        ("!", "?", False),
    ],
)
def test_nicknames_that_a_reader_takes_for_one_have_one_key(one: str, other: str, alike: bool) -> None:
    assert (nickname_key(one) == nickname_key(other)) is alike


@pytest.mark.parametrize(
    ("nickname", "reserved"),
    [("Admin", True), ("nauczycielka.", True), ("Аdmin", True), ("-", True), ("Adminek", False)],
)
def test_nobody_is_called_as_those_who_run_the_place(nickname: str, reserved: bool) -> None:
    assert is_reserved(nickname) is reserved


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ((), "Ola"),
        (("ala",), "Ola"),
        (("ola",), "Ola 2"),
        (("ola", "ola 2", "ola 3"), "Ola 4"),
        (("ola 2",), "Ola"),
    ],
)
def test_a_second_of_a_name_is_numbered(taken: tuple[str, ...], name: str) -> None:
    assert told_apart("Ola", taken) == name
