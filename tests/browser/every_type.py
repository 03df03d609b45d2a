"""A quiz with one question of each of the eight types, and what is right in each."""

from __future__ import annotations

from quizapp.items.item import FALSE, TRUE, Category, Item, ItemType, Option
from quizapp.text.excerpts import find_excerpt
from tests import cast


def items() -> list[Item]:
    """One of each type; the last of them has a distractor among its right-hand sides."""
    return [
        _item(
            "single",
            "date",
            "Kiedy zawarto unię lubelską?",
            "Unię lubelską zawarto 1 lipca 1569 roku",
            (*_right("1 lipca 1569 roku"), *_wrong("5 stycznia 1582 roku", "3 maja 1791 roku")),
        ),
        _item(
            "multiple",
            "person",
            "Kogo tekst nazywa z imienia?",
            "Na czele poselstwa litewskiego stanął Mikołaj Radziwiłł",
            (*_right("Zygmunt August", "Mikołaj Radziwiłł"), *_wrong("Stefan Batory", "Jan Zamoyski")),
        ),
        _item(
            "boolean",
            "place",
            "Unię zawarto w Wilnie.",
            "1 lipca 1569 roku w Lublinie",
            (Option(TRUE, correct=False), Option(FALSE, correct=True)),
        ),
        _item(
            "cloze",
            "quotation",
            "„Z trzech ____ jedno uczynić pragnę” – mówił król.",
            "„Z trzech serc jedno uczynić pragnę”",
            (*_right("serc"), *_wrong("ziem", "koron")),
        ),
        _item(
            "typed", "place", "W jakim mieście zawarto unię?", "roku w Lublinie", (), ("Lublin", "w Lublinie")
        ),
        _item(
            "date",
            "date",
            "Kiedy podpisano pokój w Jamie Zapolskim?",
            "Pokój podpisano 5 stycznia 1582 roku",
            (),
            ("5 stycznia 1582",),
        ),
        _item(
            "order",
            "event",
            "Ułóż wydarzenia od najwcześniejszego.",
            "Pokój podpisano 5 stycznia 1582 roku",
            _right("unia lubelska", "pokój w Jamie Zapolskim"),
        ),
        _item(
            "match",
            "person",
            "Kto czym się zajmował?",
            "Sejmowi przewodniczył król Zygmunt August",
            (
                Option("przewodniczył sejmowi", correct=True, left="Zygmunt August"),
                Option("stał na czele poselstwa", correct=True, left="Mikołaj Radziwiłł"),
                Option("podpisał pokój", correct=False),
            ),
        ),
    ]


def _item(
    kind: ItemType,
    category: Category,
    stem: str,
    evidence: str,
    options: tuple[Option, ...],
    answer: tuple[str, ...] = (),
) -> Item:
    span = find_excerpt(cast.TEXT, evidence)
    assert span is not None, evidence
    key = answer or tuple(option.text for option in options if option.correct)
    return Item(kind, category, stem, options, key, (span,), "Tak mówi tekst.")


def _right(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text, correct=True) for text in texts)


def _wrong(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text, correct=False, why="Tego w tym zdaniu nie ma.") for text in texts)
