"""The columns of quizapp's own table of questions, and the words that stand in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from quizapp.formats.exchange import Remark
from quizapp.formats.remarks import N_, Unusable, shortened, unreadable
from quizapp.formats.rows import Row, letter
from quizapp.items.item import FALSE, TRUE, Category, ItemType, Status
from quizapp.items.wording import normalised, without_diacritics

Word = TypeVar("Word", bound=str)

COLUMNS = {
    "id": "id",
    "type": "typ",
    "category": "kategoria",
    "stem": "treść",
    "key": "poprawna odpowiedź",
    "distractors": "błędna odpowiedź",
    "accepted": "przyjmowane",
    "evidence": "dowód",
    "feedback": "informacja zwrotna",
    "why": "wyjaśnienia odpowiedzi",
    "tags": "tagi",
    "status": "status",
}
"""The fields in their order, and what the file that is written calls them."""
REPEATED = "distractors"
"""The field that has several columns, with a number each."""
LETTERED = "options"
"""A field read only: answers right and wrong in columns A, B, C, of which the right answer is told by its letter."""
_OTHER_NAMES = {
    "id": ("identyfikator",),
    "type": ("typ pytania", "rodzaj", "rodzaj pytania", "type", "question type"),
    "category": ("category",),
    "stem": ("treść pytania", "pytanie", "stem", "question", "question text"),
    "key": (
        "klucz", "poprawna", "poprawne odpowiedzi", "odpowiedź poprawna", "prawidłowa", "prawidłowa odpowiedź",
        "odpowiedź prawidłowa", "odpowiedź", "key", "answer", "correct", "correct answer", "right answer",
    ),
    "distractors": (
        "błędna", "błędne", "błędne odpowiedzi", "odpowiedź błędna", "opcja błędna", "opcje błędne", "dystraktor",
        "dystraktory", "distractor", "distractors", "wrong", "wrong answer", "wrong answers",
    ),
    "accepted": ("inne przyjmowane", "przyjmowane odpowiedzi", "accepted", "accepted answers"),
    "evidence": ("dowód w tekście", "dowody", "cytat", "evidence"),
    "feedback": ("komentarz", "wyjaśnienie", "feedback", "explanation"),
    "why": ("wyjaśnienia", "wyjaśnienia opcji", "objaśnienia odpowiedzi", "why"),
    "tags": ("tag", "etykiety", "tags"),
    "status": ("stan", "state"),
}  # fmt: skip

TYPES: dict[ItemType, tuple[str, ...]] = {
    "single": ("jednokrotny wybór", "jednokrotnego wyboru", "jedna poprawna", "jedna poprawna odpowiedź"),
    "multiple": (
        "wielokrotny wybór",
        "wielokrotnego wyboru",
        "kilka poprawnych",
        "kilka poprawnych odpowiedzi",
    ),
    "boolean": ("prawda/fałsz", "prawda fałsz", "prawda czy fałsz", "true/false"),
    "cloze": ("luka", "luka w zdaniu", "z luką", "lukowe"),
    "typed": ("wpisywana", "wpisywana odpowiedź", "krótka odpowiedź", "otwarte"),
    "date": ("data", "wpisywana data"),
    "order": ("kolejność", "ułóż w kolejności", "porządkowanie"),
    "match": ("pary", "dopasuj pary", "dopasowanie", "połącz w pary"),
}
CATEGORIES: dict[Category, tuple[str, ...]] = {
    "date": ("data", "daty"),
    "person": ("osoba", "osoby", "postać", "postacie"),
    "quotation": ("cytat", "cytaty"),
    "event": ("wydarzenie", "wydarzenia"),
    "place": ("miejsce", "miejsca"),
}
STATUSES: dict[Status, tuple[str, ...]] = {
    "ready": ("gotowe", "gotowy"),
    "draft": ("szkic", "robocze"),
    "retired": ("wycofane", "wycofany"),
}
TRUTHS = {
    TRUE: ("prawda", "p", "tak", "true", "t"),
    FALSE: ("fałsz", "f", "nie", "false", "n"),
}
_LETTERED = re.compile(r"(?:(?:odpowiedz|opcja|wariant) ?)?[a-f]|(?:odpowiedz|opcja|wariant) ?\d")
_OF_WAYGROUND = re.compile(r"option ?\d")
_NUMBERED = re.compile(r"[ _.:-]*\d+$")


@lru_cache(maxsize=2_000)  # the same few words stand in every row
def plain(text: str) -> str:
    """A word as it is compared: small letters without their marks."""
    return without_diacritics(normalised(text))


_FIELDS = {
    plain(name): field for field, shown in COLUMNS.items() for name in (field, shown, *_OTHER_NAMES[field])
}


def field_called(name: str) -> str | None:
    """The field that a column of this name holds."""
    bare = plain(name)
    if bare in _FIELDS:
        return _FIELDS[bare]
    if _LETTERED.fullmatch(bare):
        return LETTERED
    numbered = _FIELDS.get(_NUMBERED.sub("", bare))
    return numbered if numbered == REPEATED else None


def is_head(cells: tuple[str, ...]) -> bool:
    """Whether a row names the columns that no question can do without, and is none of Wayground."""
    return {"stem", "key"} <= {field_called(cell) for cell in cells} and not any(
        map(_OF_WAYGROUND.fullmatch, map(plain, cells))
    )


def columns_of(head: Row) -> dict[str, list[int]]:
    """The columns of each field; UnreadableFile where two claim to be the same one."""
    columns: dict[str, list[int]] = {}
    for column, name in enumerate(head.cells):
        if field := field_called(name):
            columns.setdefault(field, []).append(column)
    for field, places in columns.items():
        if field not in (REPEATED, LETTERED) and len(places) > 1:
            raise unreadable(
                N_("Columns %(one)s and %(other)s both hold “%(name)s”. Delete or rename one of them."),
                one=letter(places[0]),
                other=letter(places[1]),
                name=COLUMNS[field],
            )
    return columns


def word_in(words: Mapping[Word, tuple[str, ...]], found: str) -> Word | None:
    """The word that is meant, said in either language; None where it is none of them."""
    bare = plain(found)
    return next((word for word, names in words.items() if bare in (word, *map(plain, names))), None)


def known_word(words: Mapping[Word, tuple[str, ...]], found: str, field: str) -> Word | None:
    """As `word_in`, None for an empty cell; Unusable where the word is not known."""
    word = word_in(words, found)
    if found and word is None:
        known = ", ".join(names[0] for names in words.values())
        facts = (("column", COLUMNS[field]), ("found", shortened(found)), ("known", known))
        raise Unusable(
            Remark(N_("In the column “%(column)s” stands “%(found)s”. Write one of: %(known)s."), facts)
        )
    return word
