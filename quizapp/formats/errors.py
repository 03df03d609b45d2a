"""What can be wrong with a bank file: facts here, worded by `say` at the edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Expected = Literal[
    "text", "texts", "pairs", "excerpts", "table", "tables", "text_table", "two_or_more", "true_or_false"
]


@dataclass(frozen=True, slots=True)
class FileMissing:
    """A file that has to be there cannot be opened."""

    file: str


@dataclass(frozen=True, slots=True)
class NotUtf8:
    """The bytes are no UTF-8, first at this offset."""

    file: str
    offset: int


@dataclass(frozen=True, slots=True)
class BrokenToml:
    """The file is no TOML; the problem is worded by the parser, with line and column."""

    file: str
    problem: str


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A field that is not in the form, most often a slip of the pen."""

    file: str
    where: str
    field: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldMissing:
    """A field that must be there is not, or is empty."""

    file: str
    where: str
    field: str


@dataclass(frozen=True, slots=True)
class WrongValue:
    """A field holds something of another kind than it should."""

    file: str
    where: str
    field: str
    found: str
    expected: Expected


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A field holds a word that is not one of its words."""

    file: str
    where: str
    field: str
    found: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlCharacter:
    """A field holds a character that nobody can see or type."""

    file: str
    where: str
    field: str
    code: str


@dataclass(frozen=True, slots=True)
class FieldOfOtherType:
    """A field that items of this type do not have."""

    file: str
    where: str
    field: str
    type: str


@dataclass(frozen=True, slots=True)
class DuplicateId:
    """Two items have the same id."""

    file: str
    where: str
    id: str


@dataclass(frozen=True, slots=True)
class ExcerptMissing:
    """The text does not say these words."""

    file: str
    where: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class OccurrenceMissing:
    """The text does not say these words that many times."""

    file: str
    where: str
    excerpt: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class OptionMissing:
    """`why` explains an option that the item does not have."""

    file: str
    where: str
    found: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemMissing:
    """A quiz names an item that is not in the bank."""

    file: str
    where: str
    found: str


@dataclass(frozen=True, slots=True)
class DigestMismatch:
    """The text is not the one that the questions were written for."""

    file: str
    found: str
    expected: str


BankError = (
    FileMissing
    | NotUtf8
    | BrokenToml
    | UnknownField
    | FieldMissing
    | WrongValue
    | UnknownWord
    | ControlCharacter
    | FieldOfOtherType
    | DuplicateId
    | ExcerptMissing
    | OccurrenceMissing
    | OptionMissing
    | ItemMissing
    | DigestMismatch
)


class BankErrors(Exception):
    """A bank cannot be read; `errors` holds everything found, in the order of the files."""

    def __init__(self, errors: Sequence[BankError]) -> None:
        super().__init__("; ".join(say(error, "en") for error in errors))
        self.errors = tuple(errors)


def say(error: BankError, language: str) -> str:
    """One sentence or two: where, what is wrong, how to mend it; in Polish for "pl", else in English."""
    polish = language == "pl"
    facts = {name: _in_words(value) for name, value in asdict(error).items()}
    if isinstance(error, WrongValue):
        facts["expected"] = _EXPECTED[error.expected][0 if polish else 1]
    place = facts["file"] + (f", {facts['where']}" if facts.get("where") else "")
    return f"{place}: " + _WORDING[type(error)][0 if polish else 1].format(**facts)


def _in_words(value: str | int | tuple[str, ...]) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


_EXPECTED: dict[Expected, tuple[str, str]] = {
    "text": ("tekst w cudzysłowie", "a text in quotation marks"),
    "texts": ('lista tekstów: ["…", "…"]', 'a list of texts: ["…", "…"]'),
    "two_or_more": ("lista co najmniej dwóch tekstów", "a list of at least two texts"),
    "pairs": (
        'lista co najmniej dwóch par: [["lewa", "prawa"], …]',
        'a list of at least two pairs: [["left", "right"], …]',
    ),
    "excerpts": (
        'lista cytatów: ["…"], a cytat, który pada po raz drugi: [["…", 2]]',
        'a list of excerpts: ["…"], and one that stands there for the second time: [["…", 2]]',
    ),
    "table": ("tabela", "a table"),
    "tables": (
        "jedna lub więcej tabel w podwójnych nawiasach: [[…]]",
        "one or more tables in double brackets: [[…]]",
    ),
    "text_table": ('tabela tekstów: "opcja" = "zdanie"', 'a table of texts: "option" = "sentence"'),
    "true_or_false": (
        "drugie ze słów „Prawda”, „Fałsz” albo nic",
        "the other of “Prawda”, “Fałsz”, or nothing",
    ),
}

_WORDING: dict[type, tuple[str, str]] = {
    FileMissing: (
        "nie da się otworzyć tego pliku. Połóż go w tym folderze.",
        "this file cannot be opened. Put it into this folder.",
    ),
    NotUtf8: (
        "bajt {offset} nie jest zapisany w UTF-8. Zapisz plik w tym kodowaniu.",
        "byte {offset} is not UTF-8. Save the file in that encoding.",
    ),
    BrokenToml: (
        "to nie jest poprawny TOML ({problem}). Popraw wskazane miejsce, najczęściej cudzysłów lub nawias.",
        "this is not valid TOML ({problem}). Mend that place, most often a quotation mark or a bracket.",
    ),
    UnknownField: (
        "nieznane pole „{field}”. Znane pola: {known}.",
        "unknown field “{field}”. Known fields: {known}.",
    ),
    FieldMissing: (
        "brakuje pola „{field}” albo jest puste. Uzupełnij je.",
        "the field “{field}” is missing or empty. Fill it in.",
    ),
    WrongValue: (
        "w polu „{field}” jest {found}, a powinno być: {expected}.",
        "the field “{field}” holds {found}, but should hold {expected}.",
    ),
    UnknownWord: (
        "w polu „{field}” jest „{found}”. Wpisz jedno ze słów: {known}.",
        "the field “{field}” holds “{found}”. Write one of: {known}.",
    ),
    ControlCharacter: (
        "w polu „{field}” jest niewidoczny znak {code}. Usuń go.",
        "the field “{field}” holds an invisible character, {code}. Delete it.",
    ),
    FieldOfOtherType: (
        "pytanie typu „{type}” nie ma pola „{field}”. Usuń je albo zmień typ.",
        "an item of the type “{type}” has no field “{field}”. Delete it or change the type.",
    ),
    DuplicateId: (
        "identyfikator „{id}” ma już inne pytanie. Nadaj nowy.",
        "another item has the id “{id}” already. Give a new one.",
    ),
    ExcerptMissing: (
        "tekst nie zawiera słów „{excerpt}”. Skopiuj cytat dosłownie.",
        "the text does not say “{excerpt}”. Copy the words exactly.",
    ),
    OccurrenceMissing: (
        "słowa „{excerpt}” nie padają w tekście {occurrence}. raz. Podaj mniejszą liczbę.",
        "the text does not say “{excerpt}” {occurrence} times. Give a smaller number.",
    ),
    OptionMissing: (
        "„why” objaśnia „{found}”, a takiej odpowiedzi nie ma. Odpowiedzi: {known}.",
        "“why” explains “{found}”, which is no option. The options: {known}.",
    ),
    ItemMissing: (
        "quiz wymienia pytanie „{found}”, którego nie ma w items.toml. Popraw identyfikator.",
        "the quiz names the item “{found}”, which is not in items.toml. Mend the id.",
    ),
    DigestMismatch: (
        "tekst ma sumę {found}, a source.toml podaje {expected}. Przywróć tekst albo przejrzyj pytania "
        "i wpisz nową sumę.",
        "the text has the digest {found}, but source.toml says {expected}. Restore the text, or go through "
        "the items and write the new digest.",
    ),
}
