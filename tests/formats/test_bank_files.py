from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.bank import read_bank
from quizapp.formats.bank_items import BankFileItem, read_items, write_items
from quizapp.formats.errors import (
    BankErrors,
    BrokenToml,
    ControlCharacter,
    DigestMismatch,
    DuplicateId,
    ExcerptMissing,
    FieldMissing,
    FieldOfOtherType,
    FileMissing,
    ItemMissing,
    NotUtf8,
    OccurrenceMissing,
    OptionMissing,
    UnknownField,
    UnknownWord,
    WrongValue,
    say,
)
from quizapp.formats.toml_fields import parse_toml
from quizapp.items.item import CATEGORIES, FALSE, STATUSES, TRUE, Item, Option
from quizapp.text.spans import Span

TEXT = (
    "Unię w Krewie zawarto 14 sierpnia 1385 roku. Wielki książę litewski Jagiełło przyjął chrzest\n"
    "i poślubił Jadwigę. Koronacja Jagiełły odbyła się 4 marca 1386 roku w Krakowie."
)
ITEM = """
[[item]]
id = "unia"
type = "single"
category = "date"
stem = "Kiedy zawarto unię w Krewie?"
key = "14 sierpnia 1385"
distractors = ["4 marca 1386", "14 sierpnia 1386"]
evidence = ["Unię w Krewie zawarto 14 sierpnia 1385 roku."]
feedback = "Tak mówi pierwsze zdanie."
status = "ready"
"""


def a_folder(tmp_path: Path, items: str = ITEM, **files: str) -> Path:
    folder = tmp_path / "krewo"
    folder.mkdir()
    digest = sha256(TEXT.encode()).hexdigest()
    contents = {
        "source.txt": TEXT,
        "source.toml": 'title = "Krewo"\nlanguage = "pl"\norigin = "własny"\nlicence = "CC0-1.0"\n'
        f'sha256 = "{digest}"\n[[quiz]]\ntitle = "Unia"\nitems = ["unia"]\n',
        "items.toml": items,
        **{name.replace("_", "."): content for name, content in files.items()},
    }
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    return folder


def errors_of(path: Path) -> tuple[object, ...]:
    with pytest.raises(BankErrors) as raised:
        read_bank(path)
    for error in raised.value.errors:
        assert say(error, "pl")
        assert say(error, "en")
    return raised.value.errors


def test_a_folder_is_read_with_its_items_proved_by_the_text(tmp_path: Path) -> None:
    bank = read_bank(a_folder(tmp_path))
    (entry,) = bank.items
    assert (bank.slug, bank.title, bank.text) == ("krewo", "Krewo", TEXT)
    assert bank.quizzes[0].items == ("unia",)
    assert entry.id == "unia"
    assert entry.item.answer == ("14 sierpnia 1385",)
    assert [option.correct for option in entry.item.options].count(True) == 1
    assert entry.item.evidence[0].is_verbatim_in(TEXT)


def test_a_single_file_of_items_is_read_beside_its_text(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "source.toml").unlink()
    assert read_bank(folder / "items.toml").items[0].id == "unia"


def test_a_line_break_of_the_text_may_be_a_blank_in_the_excerpt(tmp_path: Path) -> None:
    items = ITEM.replace("Unię w Krewie zawarto 14 sierpnia 1385 roku.", "przyjął chrzest i poślubił Jadwigę")
    span = read_bank(a_folder(tmp_path, items)).items[0].item.evidence[0]
    assert span.text == "przyjął chrzest\ni poślubił Jadwigę"


def test_an_excerpt_may_name_its_second_occurrence(tmp_path: Path) -> None:
    items = ITEM.replace('["Unię w Krewie zawarto 14 sierpnia 1385 roku."]', '[["roku", 2]]')
    span = read_bank(a_folder(tmp_path, items)).items[0].item.evidence[0]
    assert span.start == TEXT.rindex("roku")


def test_corrections_are_read_where_there_are_any(tmp_path: Path) -> None:
    notes = (
        '[[correction]]\nexcerpt = "14 sierpnia 1385"\nkind = "imprecise"\ncorrected = "15 sierpnia"\n'
        'note = "Podajemy za dokumentem."\nsources = ["Dokument, s. 1", "Inny, s. 2"]\n'
    )
    (correction,) = read_bank(a_folder(tmp_path, corrections_toml=notes)).corrections
    assert correction.span.text == "14 sierpnia 1385"
    assert (correction.kind, correction.corrected) == ("imprecise", "15 sierpnia")
    assert len(correction.sources) == 2


def item_with(**fields: str) -> Item:
    """The item of one table, its fields written as TOML values."""
    told = {
        "id": '"q"',
        "category": '"event"',
        "stem": '"Kto poślubił Jadwigę?"',
        "evidence": '["poślubił Jadwigę"]',
        **fields,
    }
    toml = "[[item]]\n" + "".join(f"{name} = {value}\n" for name, value in told.items())
    listed = parse_toml(toml, "items.toml", [])
    assert listed is not None
    (entry,) = read_items(listed, TEXT)
    assert listed.errors == []
    return entry.item


def test_each_type_has_its_options_and_answers() -> None:
    several = item_with(type='"multiple"', key='["a", "b"]', distractors='["c"]')
    assert [(o.text, o.correct) for o in several.options] == [("a", True), ("b", True), ("c", False)]
    boolean = item_with(type='"boolean"', key='"Fałsz"')
    assert [(o.text, o.correct) for o in boolean.options] == [(TRUE, False), (FALSE, True)]
    assert boolean.answer == (FALSE,)
    chosen = item_with(type='"cloze"', key='"a"', distractors='["b", "c"]')
    assert chosen.is_chosen
    typed = item_with(type='"cloze"', key='"a"', accepted='["A."]')
    assert (typed.is_typed, typed.answer) == (True, ("a", "A."))
    ordered = item_with(type='"order"', key='["unia", "chrzest", "koronacja"]')
    assert [option.text for option in ordered.options] == ["unia", "chrzest", "koronacja"]
    assert ordered.answer == ("unia", "chrzest", "koronacja")
    matched = item_with(
        type='"match"', key='[["unia", "1385"], ["koronacja", "1386"]]', distractors='["1399"]'
    )
    assert [(o.left, o.text) for o in matched.options] == [
        ("unia", "1385"),
        ("koronacja", "1386"),
        ("", "1399"),
    ]
    assert matched.answer == ("unia – 1385", "koronacja – 1386")


def test_numbers_become_options_in_ascending_order() -> None:
    item = item_with(type='"single"', key='"11 dni"', distractors='["30 dni", "9 dni"]')
    assert [option.text for option in item.options] == ["9 dni", "11 dni", "30 dni"]
    assert item.answer == ("11 dni",)


def test_dates_become_options_in_ascending_order() -> None:
    item = item_with(
        type='"single"', key='"4 marca 1386"', distractors='["4 marca 1387", "14 sierpnia 1385"]'
    )
    assert [option.text for option in item.options] == ["14 sierpnia 1385", "4 marca 1386", "4 marca 1387"]


def test_why_stands_with_its_option() -> None:
    item = item_with(type='"boolean"', key='"Prawda"', why='{"Fałsz" = "Tekst mówi o ślubie."}')
    assert [option.why for option in item.options] == ["", "Tekst mówi o ślubie."]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (('id = "unia"', 'id = "unia'), BrokenToml),
        (('status = "ready"', "liczba = " + "9" * 5000), BrokenToml),
        (('status = "ready"', "x = " + "[" * 5000 + "]" * 5000), BrokenToml),
        (("feedback", "komentarz"), UnknownField),
        (("stem =", "stem = 5 #"), WrongValue),
        (('stem = "Kiedy zawarto unię w Krewie?"', 'stem = " "'), FieldMissing),
        (('key = "14 sierpnia 1385"', 'key = ["14 sierpnia 1385"]'), WrongValue),
        (('key = "14 sierpnia 1385"', ""), FieldMissing),
        (('distractors = ["4 marca 1386",', 'distractors = ["",'), WrongValue),
        (('type = "single"', 'type = "jednokrotny"'), UnknownWord),
        (('status = "ready"', 'status = "gotowe"'), UnknownWord),
        (('type = "single"', 'type = "typed"'), FieldOfOtherType),
        (('status = "ready"', 'accepted = ["14.08.1385"]'), FieldOfOtherType),
        (("14 sierpnia 1385 roku.", "15 sierpnia 1385 roku."), ExcerptMissing),
        (('["Unię w Krewie zawarto 14 sierpnia 1385 roku."]', '[["roku", 3]]'), OccurrenceMissing),
        (('["Unię w Krewie zawarto 14 sierpnia 1385 roku."]', '[["roku", 0]]'), WrongValue),
        (('["Unię w Krewie zawarto 14 sierpnia 1385 roku."]', "[]"), FieldMissing),
        (('status = "ready"', 'why = {"1 maja" = "Nie."}'), OptionMissing),
        (("Tak mówi", "Tak\\u0000mówi"), ControlCharacter),
    ],
)
def test_each_fault_of_an_item_has_its_own_message(
    tmp_path: Path, change: tuple[str, str], error: type
) -> None:
    found = errors_of(a_folder(tmp_path, ITEM.replace(*change)))
    assert error in {type(one) for one in found}


def test_a_message_says_where_what_and_how_to_mend() -> None:
    error = ExcerptMissing("items.toml", "[[item]] unia", "w Rzymie")
    assert say(error, "pl") == (
        "items.toml, [[item]] unia: tekst nie zawiera słów „w Rzymie”. Skopiuj cytat dosłownie."
    )
    assert say(error, "en") == (
        "items.toml, [[item]] unia: the text does not say “w Rzymie”. Copy the words exactly."
    )


def test_a_brace_in_a_file_is_no_field_of_the_message() -> None:
    assert "{file}" in say(ItemMissing("source.toml", "[[quiz]] {x}", "{file}"), "en")


def test_two_items_with_one_id_are_named(tmp_path: Path) -> None:
    (error,) = errors_of(a_folder(tmp_path, ITEM + ITEM))
    assert error == DuplicateId("items.toml", "[[item]] 2", "unia")


def test_every_error_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        ITEM.replace('id = "unia"', 'id = "inna"').replace('"single"', '"sngle"'),
        source_txt=TEXT + " ",
        corrections_toml='[[correction]]\nexcerpt = "Witold"\nkind = "name"\n',
    )
    kinds = {type(error) for error in errors_of(folder)}
    assert kinds == {UnknownWord, DigestMismatch, ExcerptMissing, ItemMissing}


def test_a_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "source.txt").write_bytes("Ślub Jadwigi".encode("cp1250"))
    assert NotUtf8("source.txt", 0) in errors_of(folder)


def test_an_empty_folder_lacks_its_three_files(tmp_path: Path) -> None:
    assert set(errors_of(tmp_path)) == {
        FileMissing("items.toml"),
        FileMissing("source.toml"),
        FileMissing("source.txt"),
    }


@given(st.text(max_size=300))
def test_no_file_of_items_raises_anything_but_bank_errors(content: str) -> None:
    errors: list[object] = []
    listed = parse_toml("[[item]]\n" + content, "items.toml", errors)  # type: ignore[arg-type]
    if listed is not None:
        read_items(listed, TEXT)


toml_values = st.recursive(
    st.sampled_from(["", " ", "a", "Prawda", 0, -1, 2.5, True, "4 marca", "\0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=5,
)
fields = st.sampled_from(
    ["id", "type", "category", "stem", "key", "distractors", "accepted", "evidence", "why", "tags", "status"]
)


@given(st.dictionaries(fields, toml_values), st.sampled_from(["single", "match", "date", "boolean", "order"]))
def test_no_value_of_a_wrong_kind_raises(values: dict[str, object], kind: str) -> None:
    listed = parse_toml("", "items.toml", [])
    assert listed is not None
    listed.values["item"] = [{"type": kind, **values}]
    read_items(listed, TEXT)
    for error in listed.errors:
        assert say(error, "pl") != say(error, "en")


lines = st.text("aąćłóżzZ \"\\„”'#[]{}=.,–\u00a0", min_size=1, max_size=20).map(str.strip).filter(bool)
places = st.integers(0, len(TEXT.split()) - 1)


@st.composite
def excerpts(draw: st.DrawFn) -> Span:
    words = TEXT.split()
    word = words[draw(places)]
    start = TEXT.index(word)
    later = TEXT.find(word, start + 1)
    at = later if later > 0 and draw(st.booleans()) else start
    return Span.of(TEXT, at, at + len(word))


@st.composite
def bank_items(draw: st.DrawFn) -> BankFileItem:
    kind = draw(st.sampled_from(["single", "multiple", "typed", "order", "match", "cloze"]))
    texts = draw(st.lists(lines, min_size=4, max_size=5, unique=True))
    why = draw(st.sampled_from(["", "Bo tak mówi tekst.", 'Znak " i \\.']))
    keys = 1 if kind in ("single", "cloze") else 2 if kind in ("multiple", "match") else len(texts)
    options = tuple(
        Option(text, place < keys, texts[place] if kind == "match" and place < keys else "", why)
        for place, text in enumerate(texts)
    )
    answer = tuple(f"{o.left} – {o.text}" if o.left else o.text for o in options if o.correct)
    if kind == "typed":
        options = ()
    return BankFileItem(
        draw(lines),
        Item(
            kind,  # type: ignore[arg-type]
            draw(st.sampled_from(CATEGORIES)),
            draw(lines),
            options,
            answer,
            tuple(draw(st.lists(excerpts(), min_size=1, max_size=3))),
            draw(st.just("") | lines),
            tuple(draw(st.lists(lines, max_size=2))),
        ),
        draw(st.sampled_from(STATUSES)),
    )


@given(st.lists(bank_items(), max_size=3, unique_by=lambda entry: entry.id))
def test_what_is_written_is_read_back_and_written_again_the_same(entries: list[BankFileItem]) -> None:
    written = write_items(entries, TEXT)
    listed = parse_toml(written, "items.toml", [])
    assert listed is not None
    read = read_items(listed, TEXT)
    assert listed.errors == []
    assert list(read) == entries
    assert write_items(read, TEXT) == written


def span_of(words: str, occurrence: int) -> Span:
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def test_an_item_is_written_as_a_person_would_write_it() -> None:
    item = Item(
        "single",
        "event",
        "Kogo poślubił Jagiełło?",
        (Option("Jadwigę", True, why="„Poślubił Jadwigę”."), Option("Annę", False)),
        ("Jadwigę",),
        (span_of("poślubił Jadwigę", 1), span_of("roku", 2)),
        tags=("ślub",),
    )
    assert write_items([BankFileItem("slub", item)], TEXT) == (
        "[[item]]\n"
        'id = "slub"\n'
        'type = "single"\n'
        'category = "event"\n'
        'stem = "Kogo poślubił Jagiełło?"\n'
        'key = "Jadwigę"\n'
        'distractors = ["Annę"]\n'
        'evidence = ["poślubił Jadwigę", ["roku", 2]]\n'
        'tags = ["ślub"]\n'
        'status = "ready"\n'
        "\n"
        "[item.why]\n"
        '"Jadwigę" = "„Poślubił Jadwigę”."\n'
    )
