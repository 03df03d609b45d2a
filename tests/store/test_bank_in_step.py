from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from quizapp.formats.bank import Bank, BankFileItem, read_bank
from quizapp.formats.bank_writing import write_bank
from quizapp.items.item import Item
from quizapp.paths import QUESTIONS
from quizapp.store import bank, bank_changes, people, sources
from quizapp.store.bank_export import bank_of
from quizapp.store.bank_files import file_change_of, keep_own, load_bank, take_file
from quizapp.text.excerpts import find_excerpt
from tests import cast
from tests.conftest import START

LATER = START + timedelta(hours=1)


@pytest.fixture
def anna(app: Flask) -> Iterator[people.Account]:
    with app.app_context():
        yield cast.a_teacher()


def a_bank(item: Item | None = None, text: str = cast.TEXT) -> Bank:
    entry = BankFileItem("unia", item or cast.a_choice(text=text), "ready")
    return Bank("unia", "Unia", "pl", "Kronika", "Wolno.", text, (entry,))


def the_item() -> bank.BankItem:
    return bank.db.session.scalars(bank.select(bank.BankItem)).one()


def stems(item: bank.BankItem) -> list[str]:
    return [version.stem for version in item.versions]


def with_stem(stem: str) -> Bank:
    return a_bank(cast.a_choice(stem))


def test_loading_twice_changes_nothing(anna: people.Account) -> None:
    load_bank(a_bank(), START)

    again = load_bank(a_bank(), LATER)

    assert (again.added, again.revised, again.kept) == (0, 0, ())
    assert the_item().latest_number == 1


def test_a_changed_file_goes_in_and_back_where_no_teacher_wrote(anna: people.Account) -> None:
    for one in (a_bank(), with_stem("Kiedy podpisano unię?"), a_bank()):
        load_bank(one, START)

    assert stems(the_item()) == [
        "Kiedy zawarto unię lubelską?",
        "Kiedy podpisano unię?",
        "Kiedy zawarto unię lubelską?",
    ]


def both_changed(anna: people.Account) -> bank.BankItem:
    load_bank(a_bank(), START)
    item = the_item()
    bank.revise(
        item, replace(item.latest.item, stem="Kiedy, zdaniem Anny, zawarto unię?"), "ready", anna, START
    )
    assert load_bank(with_stem("Kiedy podpisano unię?"), LATER).kept == ("unia",)
    return item


def test_what_a_teacher_wrote_is_never_overwritten(anna: people.Account) -> None:
    item = both_changed(anna)

    change = file_change_of(item)

    assert item.latest.stem == "Kiedy, zdaniem Anny, zawarto unię?"
    assert change is not None
    assert change.item.stem == "Kiedy podpisano unię?"


@pytest.mark.parametrize(
    "choose", [lambda change, anna: keep_own(change, anna, LATER), lambda change, _: take_file(change, LATER)]
)
def test_once_chosen_the_same_file_asks_no_more(anna: people.Account, choose: Callable[..., None]) -> None:
    item = both_changed(anna)
    change = file_change_of(item)
    choose(change, anna)
    chosen = item.latest.stem

    again = load_bank(with_stem("Kiedy podpisano unię?"), LATER)

    assert again.kept == ()
    assert file_change_of(item) is None
    assert item.latest.stem == chosen


def test_a_file_that_came_back_waits_no_more(anna: people.Account) -> None:
    item = both_changed(anna)

    load_bank(a_bank(), LATER)

    assert file_change_of(item) is None


def test_a_teachers_change_taken_back_lets_the_file_in(anna: people.Account) -> None:
    load_bank(a_bank(), START)
    item = the_item()
    bank.revise(item, replace(item.latest.item, stem="Zmiana?"), "ready", anna, START)
    bank_changes.restore(item.versions[0], anna, START)

    loaded = load_bank(with_stem("Kiedy podpisano unię?"), LATER)

    assert loaded.revised == 1


def test_a_teachers_wording_moves_with_a_text_that_the_file_changed(anna: people.Account) -> None:
    load_bank(a_bank(), START)
    item = the_item()
    bank.revise(
        item, replace(item.latest.item, stem="Kiedy, zdaniem Anny, zawarto unię?"), "ready", anna, START
    )
    text = "Nowy wstęp. " + cast.TEXT

    loaded = load_bank(a_bank(text=text), LATER)

    assert loaded.kept == ()
    assert item.latest.stem == "Kiedy, zdaniem Anny, zawarto unię?"
    assert all(span.is_verbatim_in(text) for span in item.latest.item.evidence)


def test_the_shipped_bank_goes_out_and_in_and_out_the_same(anna: people.Account, tmp_path: Path) -> None:
    folder = QUESTIONS / "brzesc-litewski-1917"
    given = read_bank(folder)
    load_bank(given, START)

    written = _write(tmp_path / given.slug)
    read = read_bank(tmp_path / given.slug)
    again = load_bank(read, LATER)

    assert read == given
    assert (again.added, again.revised, again.kept) == (0, 0, ())
    assert _write(tmp_path / given.slug) == written
    assert written["source.txt"] == (folder / "source.txt").read_bytes()


def test_an_item_added_by_a_teacher_gets_an_id_for_ever(anna: people.Account, tmp_path: Path) -> None:
    load_bank(a_bank(), START)
    source = sources.db.session.scalars(sources.select(sources.Source)).one()
    for _ in range(2):
        bank.add_item(source, cast.a_typed("Jakie to miasto?", "Żółkiew"), "draft", START, owner=anna)

    exported = bank_of("unia")
    assert exported is not None

    assert [entry.id for entry in exported.bank.items] == ["unia", "jakie-to-miasto", "jakie-to-miasto-2"]
    assert load_bank(exported.bank, LATER).added == 0


def test_an_item_without_its_proof_is_left_out_by_name(anna: people.Account) -> None:
    load_bank(a_bank(), START)
    load_bank(replace(a_bank(), text=cast.TEXT.replace("Unię lubelską", "Umowę"), items=()), LATER)

    exported = bank_of("unia")

    assert exported is not None
    assert exported.lost == ("unia",)
    assert exported.bank.items == ()


def test_the_second_occurrence_of_words_stays_the_second(anna: people.Account, tmp_path: Path) -> None:
    text = "W Wilnie zawarto pokój. Potem znów w Wilnie zawarto pokój i 1 lipca 1569 roku sejm się rozszedł."
    first = find_excerpt(text, "zawarto pokój")
    assert first is not None
    start = text.rindex("zawarto pokój")
    second = replace(first, start=start, end=start + len(first.text))
    load_bank(
        a_bank(replace(cast.a_choice(evidence="1 lipca 1569 roku", text=text), evidence=(second,)), text),
        START,
    )

    _write(tmp_path / "unia", "unia")

    assert read_bank(tmp_path / "unia").items[0].item.evidence == (second,)


def _write(folder: Path, slug: str = "brzesc-litewski-1917") -> dict[str, bytes]:
    exported = bank_of(slug)
    assert exported is not None
    folder.mkdir(exist_ok=True)
    files = write_bank(exported.bank)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return files
