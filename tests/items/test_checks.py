from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.bank_items import BankFileItem, read_items
from quizapp.formats.toml_fields import parse_toml
from quizapp.items.checks import Field, Finding, check, check_quiz, say
from quizapp.items.correction import Correction
from quizapp.items.item import CATEGORIES, ITEM_TYPES, Item, Option
from quizapp.text.excerpts import find_excerpt
from quizapp.text.spans import Span

FOLDER = Path(__file__).parent / "checked"
TEXT = (FOLDER / "source.txt").read_text(encoding="utf-8")


def tables(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def read_table() -> tuple[BankFileItem, ...]:
    listed = parse_toml(tables("items.toml"), "items.toml", [])
    assert listed is not None
    entries = read_items(listed, TEXT)
    assert listed.errors == []
    return entries


def read_corrections() -> tuple[Correction, ...]:
    listed = parse_toml(tables("corrections.toml"), "corrections.toml", [])
    assert listed is not None
    return tuple(
        Correction(found, fields.values["kind"], fields.values.get("corrected", ""))
        for fields in listed.tables("correction")
        if (found := find_excerpt(TEXT, fields.values["excerpt"]))
    )


ENTRIES = read_table()
CORRECTIONS = read_corrections()


def codes(item: Item, text: str = TEXT) -> set[str]:
    return {finding.code for finding in check(item, text, CORRECTIONS)}


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.id for entry in ENTRIES])
def test_an_item_trips_the_checks_that_it_is_tagged_with_and_no_other(entry: BankFileItem) -> None:
    assert codes(entry.item) == set(entry.item.tags)


def test_what_is_said_of_an_item_is_what_the_table_says() -> None:
    said = []
    for entry in ENTRIES:
        found = check(entry.item, TEXT, CORRECTIONS)
        said += [entry.id] if found else []
        said += [f"  {one.code} {one.level}, {one.field}: {say(one, 'pl')}" for one in found]
    assert said == tables("said.txt").splitlines()[1:]


def chosen(key: str, *wrong: str, stem: str = "Kto przewodniczył obradom?") -> Item:
    options = (Option(key, True), *(Option(text, False) for text in wrong))
    return Item("single", "event", stem, options, (key,), (Span.of(TEXT, 0, 54),))


def several(right: str, wrong: str) -> Item:
    options = (*(Option(text, True) for text in right), *(Option(text, False) for text in wrong))
    return Item("multiple", "event", "Które z nich?", options, tuple(right), ())


def flaws_of(item: Item, text: str = TEXT) -> set[str]:
    found = check(item, text)
    assert {finding.field for finding in found} <= set(get_args(Field))
    return {finding.flaw for finding in found}


def has(item: Item, flaw: str) -> bool:
    return flaw in flaws_of(item)


def test_an_item_without_its_one_key_is_an_error() -> None:
    two_keys = Item("single", "event", "Kto?", (Option("a", True), Option("b", True)), ("a",), ())
    assert has(two_keys, "not_one_key")
    assert has(Item("typed", "event", "Kto?", (), (" ",), ()), "no_answer")
    assert has(several("a", "bcd"), "not_several_keys")
    assert has(several("abc", ""), "not_several_keys")
    assert not has(several("ab", "cd"), "not_several_keys")
    assert has(Item("order", "event", "Ułóż.", (Option("a", True),), ("a",), ()), "nothing_to_arrange")


NOTHING = chosen("a", "b", "c")
WHOLE = Option("a", True)
SPEAKER = replace(
    chosen("Klemens von Metternich", "Karl Nesselrode", "Charles de Talleyrand"),
    category="quotation",
    stem="Kto powiedział: „Ja, Klemens, zwyciężę, a Metternicha zapamiętacie”?",
)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            Item("typed", "event", "Kto?", (), (" ",), ()),
            "C1 error, answer: Brakuje poprawnej odpowiedzi. Wpisz ją.",
        ),
        (
            replace(NOTHING, options=(WHOLE, Option("b", True), Option("c", False))),
            "C1 error, options: Poprawna musi być dokładnie jedna odpowiedź, a jest ich 2.",
        ),
        (
            several("abc", ""),
            "C1 error, options: W pytaniu wielokrotnego wyboru poprawne są co najmniej dwie odpowiedzi, ale nie "
            "wszystkie; tu 3 z 3.",
        ),
        (
            Item("order", "event", "Ułóż.", (WHOLE,), ("a",), ()),
            "C1 error, options: Nie ma czego układać: podaj co najmniej dwa elementy.",
        ),
        (chosen("a", "b", " "), "C2 error, options: Jedna z odpowiedzi jest pusta. Uzupełnij ją albo usuń."),
        (replace(NOTHING, stem=" "), "C10 error, stem: Brakuje treści pytania. Wpisz ją."),
        (
            chosen("1 marca 1815", "maj 1815", "9 czerwca 1815"),
            "C14 warning, options: Daty lub liczby są podane z różną dokładnością: „1 marca 1815”, „maj 1815”, "
            "„9 czerwca 1815”. Wyrównaj ją.",
        ),
        (
            chosen("10-20 osób", "15 osób", "30 osób"),
            "C15 error, options: „10-20 osób” i „15 osób” nakładają się, więc obie mogą być poprawne. Rozdziel je.",
        ),
        (
            chosen("9 dni", "30 dni", "11 dni"),
            "C16 warning, options: Daty i liczby podaje się rosnąco: „9 dni”, „11 dni”, „30 dni”.",
        ),
        (
            replace(NOTHING, feedback="Zob. odp. B."),
            "C18 warning, feedback: Wyjaśnienie wskazuje literę („odp. B”), a każdy uczeń widzi inną kolejność "
            "odpowiedzi. Przytocz samą odpowiedź.",
        ),
        (
            replace(NOTHING, evidence=()),
            "C19 error, evidence: Brakuje dowodu. Wskaż w tekście słowa, z których wynika odpowiedź.",
        ),
        (
            replace(NOTHING, evidence=(Span(3, 10, "co innego"),)),
            "C19 error, evidence: Tekst nie zawiera w tym miejscu słów „co innego”. Wskaż dowód jeszcze raz.",
        ),
        (
            chosen("1 marca 1815", "31 kwietnia 1815", "9 czerwca 1815"),
            "C21 error, options: Data „31 kwietnia 1815” nie istnieje. Podaj prawdziwą.",
        ),
        (
            chosen("1 marca 1815", "3 maja 1815", "9 czerwca 1825"),
            "C21 warning, options: Data „9 czerwca 1825” jest odległa od poprawnej i nikogo nie zwiedzie. "
            "Wybierz bliższą.",
        ),
        (
            chosen("a", "b", "c", stem="„" * 20_000),
            "C24 error, stem: Pytanie ma razem 20058 znaków; zmieści się najwyżej 20000. Skróć je.",
        ),
        (
            chosen("a", "b", " ".join(["no"] * 16)),
            "C24 warning, options: Odpowiedź jest za długa: „no no no no no no no no no no no no no no no no”. "
            "Skróć ją do 15 słów.",
        ),
        (
            replace(NOTHING, evidence=(Span.of(TEXT, TEXT.index("Haniebna"), TEXT.index(" Obrady")),)),
            "C26 warning, evidence: Dowód zawiera słowo oceniające „Haniebna”. Sprawdź, czy pytasz o fakt.",
        ),
        (
            SPEAKER,
            "C27 warning, stem: Cytat „Ja, Klemens, zwyciężę, a Metternicha zapamiętacie” sam wymienia mówiącego. "
            "Skróć go albo wybierz inny.",
        ),
        (
            replace(SPEAKER, stem=SPEAKER.stem.replace("Metternicha", "króla")),
            "",
        ),
    ],
)
def test_what_no_file_of_the_bank_can_hold_is_told_too(item: Item, told: str) -> None:
    said = [f"{one.code} {one.level}, {one.field}: {say(one, 'pl')}" for one in check(item, TEXT)]
    assert told in said if told else not [one for one in said if one.startswith("C27")]


def test_numbers_out_of_order_are_found() -> None:
    assert has(chosen("9 dni", "30 dni", "11 dni"), "not_ascending")
    assert not has(chosen("9 dni", "11 dni", "30 dni"), "not_ascending")


@pytest.mark.parametrize(
    ("one", "other", "flaw"),
    [
        ("30 dni", "30 dni.", "same_options"),
        ("2,5 tys. ludzi", "2500 ludzi", "same_options"),
        ("1 000", "1000", "same_options"),
        ("1.966", "1966", "same_options"),
        ("1 000", "1001", None),
        ("od 10 do 20 osób", "11 osób", None),
        ("10-20 osób", "15 osób", "overlapping"),
        ("10-20 osób", "25 osób", None),
        ("10-20 osób", "20-30 osób", "overlapping"),
        ("20-30 osób", "10-20 osób", "overlapping"),
        ("3.12.1814", "3 grudnia 1814", "same_options"),
        ("3 grudnia", "3 grudnia 1814", "same_options"),
        ("3 grudnia 1813", "3 grudnia 1814", None),
        ("grudzień 1814", "15 grudnia 1814", "overlapping"),
        ("grudzień 1814", "15 stycznia 1815", None),
        ("1814", "15 grudnia 1814", "overlapping"),
        ("1814–1816", "1815–1817", "overlapping"),
        ("1814–1815", "1816–1817", None),
        ("XVIII wiek", "XIX wiek", None),
        ("traktat", "traktat pokojowy", "contained"),
        ("król polski", "król pruski", None),
        ("Jan", "Jan Kazimierz", "contained"),
        ("Kazimierz", "Jan Kazimierz", "contained"),
        ("Hardenberg", "Karl August von Hardenberg", "same_options"),
    ],
)
def test_two_options_may_say_the_same_or_overlap(one: str, other: str, flaw: str | None) -> None:
    found = flaws_of(chosen(one, other, "reszta")) & {
        "same_options",
        "overlapping",
        "contained",
    }
    assert flaw in found if flaw else not found


@pytest.mark.parametrize(
    ("key", "wrong", "flaws"),
    [
        ("9 czerwca 1815", ("3 maja 1815", "1 marca 1815"), {"not_ascending"}),
        ("1 marca 1815", ("3 maja 1815", "9 czerwca 1815"), set()),
        ("1 marca 1815", ("31 kwietnia 1815", "9 czerwca 1815"), {"impossible_date", "mixed_kinds"}),
        ("1 marca 1815", ("3 maja 1815", "9 czerwca 1825"), {"far_date"}),
        ("1 marca 1830", ("3 maja 1831", "9 czerwca 1833"), set()),
        ("1 marca 1810", ("3 maja 1811", "9 czerwca 1815"), set()),
        ("1 marca 1815", ("maj 1815", "9 czerwca 1815"), {"mixed_precision"}),
        ("1 marca 1815", ("3 maja 1815", "lord Castlereagh"), {"mixed_kinds"}),
        ("1 marca", ("3 maja", "9 czerwca"), set()),
        ("29 lutego 1815", ("3 maja 1815", "9 czerwca 1815"), {"impossible_date", "mixed_kinds"}),
        ("30.02.1815", ("3.05.1815", "9.06.1815"), {"impossible_date", "mixed_kinds"}),
    ],
)
def test_dates_are_real_near_alike_and_in_order(key: str, wrong: tuple[str, ...], flaws: set[str]) -> None:
    found = flaws_of(chosen(key, *wrong, stem="Kiedy to było?"))
    assert found - {"key_not_in_evidence", "pair_of_options"} == flaws


def test_the_year_of_a_key_may_stand_elsewhere_but_not_its_day() -> None:
    text = "Był rok 1815. Traktat podpisano 3 maja."
    evidence = (Span.of(text, 14, 39),)
    for key, proved in (("3 maja 1815", True), ("4 maja 1815", False), ("3 marca 1815", False)):
        item = Item("date", "date", "Kiedy podpisano traktat?", (), (key,), evidence)
        assert any(f.flaw == "key_not_in_evidence" for f in check(item, text)) != proved


def test_evidence_must_be_there_and_verbatim() -> None:
    span = Span.of(TEXT, 0, 54)
    moved = Span(3, 57, span.text)
    proved = Item("typed", "event", "Co rozpoczęło się we wrześniu?", (), ("Kongres wiedeński",), (span,))
    assert "C19" not in codes(proved)
    for evidence in ((), (moved,)):
        broken = Item(proved.type, proved.category, proved.stem, (), proved.answer, evidence)
        assert "C19" in codes(broken)


def test_a_corrected_name_is_proved_by_the_misspelt_one() -> None:
    text = "Rosję reprezentował Neselrode."
    span = Span.of(text, 20, 29)
    item = Item("typed", "person", "Kto reprezentował Rosję?", (), ("Nesselrode",), (span,))
    assert any(f.code == "C19" for f in check(item, text))
    assert not any(f.code == "C19" for f in check(item, text, [Correction(span, "name", "Nesselrode")]))


def test_a_doubtful_place_wants_the_words_according_to_the_text() -> None:
    span = find_excerpt(TEXT, "we wrześniu 1814 roku")
    assert span is not None
    for stem, doubted in (("Co wtedy się rozpoczęło?", True), ("Co według tekstu się rozpoczęło?", False)):
        item = Item("typed", "event", stem, (), ("Kongres",), (Span.of(TEXT, 0, span.end),))
        assert ("C28" in codes(item)) == doubted


@pytest.mark.parametrize("stem", ["Kto NIE podpisał traktatu?", "Dlaczego cesarz nie podpisał traktatu?"])
def test_a_plain_negation_is_only_worth_a_thought(stem: str) -> None:
    (finding,) = (f for f in check(chosen("a", "b", "c", stem=stem), TEXT) if f.code == "C9")
    assert finding.level == "warning"


def quiz_codes(*items: Item) -> list[str]:
    return [finding.code for finding in check_quiz(items)]


def test_an_answer_in_another_question_is_found_in_any_case() -> None:
    asked = chosen("Metternich", "Talleyrand", "Castlereagh", stem="Kto przewodniczył obradom?")
    telling = chosen("Wiedeń", "Berlin", "Paryż", stem="Gdzie zasiadał Metternich?")
    silent = chosen("Wiedeń", "Berlin", "Paryż", stem="Gdzie zasiadał minister?")
    (finding,) = check_quiz([silent, asked, telling])
    assert (finding.code, finding.field, finding.items) == ("C22", "stem", (1, 2))
    assert say(finding, "pl") == (
        "Odpowiedź „Metternich” zdradza treść innego pytania w tym quizie. Przeredaguj je albo rozdziel."
    )
    assert quiz_codes(asked, chosen("a", "b", "c", stem="Co wiesz o Metternichu?")) == ["C22"]
    assert quiz_codes(asked, silent) == []


def test_the_same_question_twice_is_found() -> None:
    one = chosen("Metternich", "Talleyrand", stem="Kto przewodniczył obradom kongresu?")
    assert quiz_codes(one, one) == ["C23"]
    other_key = chosen("Nesselrode", "Talleyrand", stem="Kto przewodniczył obradom kongresu?")
    assert quiz_codes(one, other_key) == []


def test_a_key_that_is_always_the_longest_is_found_from_ten_items_on() -> None:
    words = ["but", "dom", "kot", "las", "mak", "nos", "oko", "pas", "rok", "ser"]
    long_keys = [chosen(f"{word} czerwony", "a", "b", stem=f"Co to {word}?") for word in words]
    short_keys = [chosen(word, f"{word} stary", "b", stem=f"Co to {word}?") for word in words]
    assert "C4" in quiz_codes(*long_keys)
    assert "C4" not in quiz_codes(*long_keys[:9])
    assert "C4" not in quiz_codes(*long_keys[:3], *short_keys[3:])


def test_numbers_whose_key_is_always_at_an_end_are_found() -> None:
    def asked(number: int, key: int) -> Item:
        wrong = sorted({10, 20, 30} - {key})
        return chosen(f"{key} dni", *(f"{n} dni" for n in wrong), stem=f"Ile trwał bój numer {number}?")

    assert "C17" in quiz_codes(*(asked(n, (10, 30)[n % 2]) for n in range(12)))
    assert "C17" not in quiz_codes(*(asked(n, (10, 20, 30)[n % 3]) for n in range(12)))


def boolean(true: bool, number: int) -> Item:
    options = (Option("Prawda", true), Option("Fałsz", not true))
    return Item("boolean", "event", f"Zdanie {number}.", options, ("Prawda" if true else "Fałsz",), ())


def asked_at(place: int, size: int, number: int) -> Item:
    """An item whose key stands at this place of ascending numbers."""
    days = [f"{10 * n} dni" for n in range(1, size + 1)]
    return chosen(days.pop(place), *days, stem=f"Ile trwał bój numer {number}?")


@pytest.mark.parametrize(
    ("counts", "unbalanced"),
    [
        ((9, 3), False),
        ((10, 2), True),
        ((10, 1), False),
        ((6, 6), False),
        ((7, 3, 2), False),
        ((8, 2, 2), True),
        ((7, 2, 2, 1), False),
        ((7, 3, 1, 1), True),
        ((7, 4, 2, 1, 1), False),
        ((8, 3, 2, 1, 1), True),
    ],
)
def test_keys_are_unbalanced_where_chance_does_it_less_than_once_in_twenty(
    counts: tuple[int, ...], unbalanced: bool
) -> None:
    """The chances are those of a chi-square table: of 2 places 3.84, of 3 5.99, of 4 7.81, of 5 9.49."""
    keys = [place for place, count in enumerate(counts) for _ in range(count)]
    found = check_quiz([asked_at(place, len(counts), number) for number, place in enumerate(keys)])
    told = [finding for finding in found if finding.flaw == "unbalanced_places"]
    assert [(one.code, one.field, one.facts) for one in told] == [
        ("C18", "options", (str(sum(counts)),))
    ] * unbalanced


@pytest.mark.parametrize(("longest", "found"), [(5, False), (6, False), (7, True)])
def test_the_longest_is_the_key_too_often_by_a_binomial_test(longest: int, found: bool) -> None:
    """Of ten keys among three options each, seven or more are the longest once in fifty by chance, six once in 13."""
    words = ["but", "dom", "kot", "las", "mak", "nos", "oko", "pas", "rok", "ser"]
    items = [
        chosen(f"{word} czerwony" if place < longest else word, f"{word} stary", "b", stem=f"Co to {word}?")
        for place, word in enumerate(words)
    ]
    told = [finding for finding in check_quiz(items) if finding.flaw == "longest_too_often"]
    assert [(one.field, one.facts) for one in told] == [("options", (str(longest), "10"))] * found


def test_what_is_said_of_a_quiz_counts_what_it_found() -> None:
    extreme = [asked_at((0, 2)[number % 2], 3, number) for number in range(12)]
    on_end = [boolean(True, number) for number in range(5)]
    twice = [chosen("Metternich", "Talleyrand", stem="Kto przewodniczył obradom kongresu?")] * 2
    said = [f"{one.code} {one.level}, {one.field}: {say(one, 'pl')}" for one in check_quiz(extreme)]
    assert said[0] == (
        "C17 warning, options: W 12 z 12 pytań o daty i liczby poprawna jest pierwsza albo ostatnia. "
        "Zmień niektóre błędne."
    )
    assert [f"{one.code} {one.level}, {one.field}: {say(one, 'pl')}" for one in check_quiz(on_end)] == [
        "C18 warning, options: Poprawna odpowiedź stoi 5 razy z rzędu w tym samym miejscu. Przestaw pytania."
    ]
    assert [(f"{one.code}, {one.field}: {say(one, 'pl')}", one.items) for one in check_quiz(twice)] == [
        (
            "C23, stem: Dwa pytania pytają o to samo: „Kto przewodniczył obradom kongresu?”. Usuń jedno.",
            (0, 1),
        )
    ]


def test_keys_that_crowd_in_one_place_or_repeat_on_end_are_found() -> None:
    assert "C18" in quiz_codes(*(boolean(n % 6 != 0, n) for n in range(12)))
    assert "C18" not in quiz_codes(*(boolean(n % 2 == 0, n) for n in range(12)))
    assert "C18" in quiz_codes(*(boolean(True, n) for n in range(5)))
    assert "C18" not in quiz_codes(*(boolean(True, n) for n in range(4)))


def test_a_finding_is_worded_in_polish_and_in_english() -> None:
    finding = Finding("C3", "error", "options", "number_of_options", ("2", "3", "5"))
    assert say(finding, "pl") == "Odpowiedzi do wyboru jest 2, a powinno ich być od 3 do 5."
    assert say(finding, "en") == "There are 2 options; give 3 to 5."


def test_an_item_out_of_all_size_is_refused_at_once() -> None:
    huge = chosen("a", "b", "c", stem="„" * 200_000)
    assert [finding.flaw for finding in check(huge, TEXT)] == ["oversized_item"]
    assert check_quiz([huge, huge]) == ()


texts = st.text(max_size=12) | st.sampled_from(
    ["31 listopada", "3 maja", "A i B", "____", "„a”", "tak", "1815"]
)
any_item = st.builds(
    Item,
    st.sampled_from(ITEM_TYPES),
    st.sampled_from(CATEGORIES),
    texts,
    st.lists(st.builds(Option, texts, st.booleans(), texts), max_size=4).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(st.builds(lambda text: Span(0, len(text), text), texts), max_size=2).map(tuple),
)


@given(st.lists(any_item, max_size=3), texts)
def test_no_item_makes_a_check_raise_and_every_finding_can_be_said(items: list[Item], text: str) -> None:
    notes = [Correction(Span(0, 1, "a"), "contradicted", text)]
    findings = [f for item in items for f in check(item, text, notes)] + list(check_quiz(items))
    for finding in findings:
        assert finding.field in get_args(Field)
        assert say(finding, "pl") != say(finding, "en")
