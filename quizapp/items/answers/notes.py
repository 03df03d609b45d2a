"""What a grader has to say beside the points, in both languages."""

from __future__ import annotations

from typing import Literal

Note = Literal[
    "",
    "bare",
    "form",
    "spelling",
    "typo",
    "old_style",
    "old_style_unmarked",
    "new_style",
    "new_style_marked",
    "coarser",
    "finer",
    "day_near",
    "wrong_year",
    "inside",
    "picks",
    "pairs_in_order",
    "struck",
]

_WORDING: dict[str, tuple[str, str]] = {
    "bare": ("Uznano mimo braku polskich znaków.", "Accepted without its diacritics."),
    "form": ("Uznano w innej formie gramatycznej.", "Accepted in another grammatical form."),
    "spelling": ("Uznano w innej pisowni.", "Accepted in another spelling."),
    "typo": ("Uznano mimo literówki.", "Accepted in spite of a slip of the pen."),
    "old_style": ("Data starego stylu, ta sama chwila.", "An old-style date of the same day."),
    "old_style_unmarked": (
        "To data starego stylu (kalendarz juliański); trzeba to zaznaczyć.",
        "This is the old-style (Julian) date; it has to be marked as such.",
    ),
    "new_style": (
        "To data nowego stylu (kalendarz gregoriański); tekst podaje datę starego stylu.",
        "This is the new-style (Gregorian) date; the text gives the old-style one.",
    ),
    "new_style_marked": ("Data nowego stylu, ta sama chwila.", "A new-style date of the same day."),
    "coarser": ("Dobrze, ale mniej dokładnie, niż podaje tekst.", "Right, but less exact than the text."),
    "finer": ("Dokładniej, niż podaje tekst.", "More exact than the text."),
    "day_near": ("Miesiąc się zgadza, dzień jest bliski.", "The month is right and the day is near."),
    "wrong_year": (
        "Dzień i miesiąc się zgadzają, rok nie.",
        "The day and the month are right, the year is not.",
    ),
    "picks": (
        "Błędny wybór odejmuje tyle, ile dodaje dobry.",
        "A wrong pick takes away as much as a right one adds.",
    ),
    "pairs_in_order": (
        "Punkty za pary we właściwej kolejności, mniej pary odwrócone.",
        "Points for the pairs in the right order, less the pairs reversed.",
    ),
    "struck": (
        "Pytanie zostało wykreślone: każdy dostaje za nie punkt.",
        "The question was struck: everybody gets its point.",
    ),
    "inside": ("Data mieści się w podanym okresie.", "The date lies within the period."),
}


def say_note(note: str, language: str) -> str:
    """The note of a score in words: Polish for "pl", else English; "" for no note."""
    polish, english = _WORDING.get(note, ("", ""))
    return polish if language == "pl" else english
