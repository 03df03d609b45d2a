"""The spreadsheet of quizapp's own table: a sheet of questions and one that explains it, in Polish."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from quizapp.formats.own_columns import CATEGORIES, COLUMNS, STATUSES, TYPES
from quizapp.formats.xlsx_cells import TEXT_FORMAT, put_text

QUESTIONS, EXPLANATIONS = "Pytania", "Objaśnienia"
_WIDE = {
    "treść": 48,
    "informacja zwrotna": 40,
    "dowód": 40,
    "wyjaśnienia odpowiedzi": 40,
    "poprawna odpowiedź": 28,
}
_USUAL_WIDTH = 20
_ROWS_TO_FILL = 1_000
_LISTS = {
    COLUMNS["type"]: [names[0] for names in TYPES.values()],
    COLUMNS["category"]: [names[0] for names in CATEGORIES.values()],
    COLUMNS["status"]: [names[0] for names in STATUSES.values()],
}

EXAMPLES = (
    {
        "type": ("jednokrotny wybór",),
        "category": ("data",),
        "stem": ("Kiedy zawarto unię w Krewie?",),
        "key": ("14 sierpnia 1385",),
        "distractors": ("2 lutego 1386", "4 marca 1386"),
        "evidence": ("Unię w Krewie zawarto 14 sierpnia 1385 roku",),
        "feedback": ("Tak mówi pierwsze zdanie tekstu.",),
        "why": ("4 marca 1386 = Tego dnia koronowano Jagiełłę.",),
        "tags": ("unie",),
    },
    {
        "type": ("wpisywana",),
        "category": ("osoba",),
        "stem": ("Podaj imię króla Polski, z którym Litwini zawarli unię w Krewie przez małżeństwo.",),
        "key": ("Jadwiga",),
        "accepted": ("Jadwiga Andegaweńska | królowa Jadwiga",),
        "evidence": ("poślubił Jadwigę",),
    },
    {
        "type": ("pary",),
        "category": ("wydarzenie",),
        "stem": ("Dopasuj wydarzenie do daty.",),
        "key": ("14 sierpnia 1385 = unia w Krewie | 4 marca 1386 = koronacja Jagiełły",),
        "distractors": ("bitwa pod Grunwaldem",),
        "evidence": (
            "Unię w Krewie zawarto 14 sierpnia 1385 roku | Koronacja Jagiełły odbyła się 4 marca 1386 roku",
        ),
        "status": ("szkic",),
    },
)
_INTRODUCTION = (
    "Pytania wpisuj w arkuszu „Pytania”, po jednym w wierszu; trzy przykłady nadpisz albo usuń.",
    "Potrzebne są tylko treść i poprawna odpowiedź. Pozostałe kolumny możesz zostawić puste, usunąć lub przestawić.",
    "Kilka tekstów w jednej komórce: każdy w nowej linii (Alt+Enter) albo przedzielone znakiem |.",
    "Znak | lub =, który należy do samego tekstu, poprzedź ukośnikiem: \\| albo \\=.",
)
_ABOUT_COLUMNS = (
    ("id", "Stały identyfikator pytania. Puste: nada go program."),
    ("typ", "Jeden z ośmiu typów opisanych niżej. Puste: program odgadnie typ po odpowiedziach."),
    ("kategoria", f"Jedno ze słów: {', '.join(names[0] for names in CATEGORIES.values())}."),
    ("treść", "Pytanie albo zdanie; luka w zdaniu to ____ (cztery podkreślenia)."),
    ("poprawna odpowiedź", "Zależnie od typu, zob. niżej. Daty i liczby wpisuj tak, jak mają wyglądać."),
    ("błędna odpowiedź 1, 2, …", "Po jednej w kolumnie; kolumn może być więcej niż cztery."),
    ("przyjmowane", "Inne odpowiedzi, które też się zalicza (tylko gdy odpowiedź się wpisuje)."),
    ("dowód", "Słowa tekstu źródłowego, które dowodzą odpowiedzi, przepisane dosłownie."),
    ("informacja zwrotna", "Zdanie, które uczeń zobaczy po odpowiedzi."),
    ("wyjaśnienia odpowiedzi", "Dlaczego odpowiedź jest dobra lub zła: odpowiedź = wyjaśnienie."),
    ("tagi", "Własne etykiety, mogą być po przecinku."),
    ("status", f"Jedno ze słów: {', '.join(names[0] for names in STATUSES.values())}."),
)
_ABOUT_TYPES = (
    ("jednokrotny wybór", "jedna poprawna odpowiedź i błędne"),
    ("wielokrotny wybór", "kilka poprawnych odpowiedzi w jednej komórce: Polska | Litwa, i błędne"),
    ("prawda/fałsz", "Prawda albo Fałsz, bez błędnych"),
    ("luka", "słowo w miejsce ____; z błędnymi uczeń wybiera, bez nich wpisuje"),
    ("wpisywana", "odpowiedź, którą uczeń wpisze, bez błędnych"),
    ("data", "data, którą uczeń wpisze: 14 sierpnia 1385, sierpień 1385 albo 1385"),
    ("kolejność", "wszystkie elementy w dobrej kolejności, w jednej komórce: pierwszy | drugi | trzeci"),
    ("pary", "pary w jednej komórce: lewa = prawa | lewa = prawa; błędne to prawe strony bez pary"),
)


def write_sheets(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A spreadsheet with the rows, its cells all text, so that "3.12" is not made a date."""
    book = Workbook()
    questions: Any = book.active
    questions.title = QUESTIONS
    for place, texts in enumerate((head, *rows), start=1):
        for column, text in enumerate(texts, start=1):
            if text:
                put_text(questions.cell(place, column), text)
    _dress(questions, head, len(rows))
    _explain(book.create_sheet(EXPLANATIONS))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _dress(questions: Any, head: Sequence[str], count: int) -> None:
    """Make the sheet ready to be read and filled in: names that stay in sight, cells of text, words to pick."""
    questions.freeze_panes = "A2"
    for column, name in enumerate(head, start=1):
        at = get_column_letter(column)
        questions.column_dimensions[at].width = _WIDE.get(name, _USUAL_WIDTH)
        questions.column_dimensions[at].number_format = TEXT_FORMAT
        _dress_name(questions.cell(1, column))
        if words := _LISTS.get(name):
            choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
            choice.add(f"{at}2:{at}{count + _ROWS_TO_FILL}")
            questions.add_data_validation(choice)


def _dress_name(cell: Any) -> None:
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="EFE6D0")
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _explain(sheet: Any) -> None:
    rows: list[tuple[str, ...]] = [(line,) for line in _INTRODUCTION]
    rows += [(), ("Kolumna", "Co wpisać"), *_ABOUT_COLUMNS, (), ("Typ", "Poprawna odpowiedź"), *_ABOUT_TYPES]
    for place, texts in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=1):
            put_text(sheet.cell(place, column), text)
            if texts[0] in ("Kolumna", "Typ"):
                _dress_name(sheet.cell(place, column))
            if len(texts) == 1:
                sheet.cell(place, column).alignment = Alignment(wrap_text=False)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 90
