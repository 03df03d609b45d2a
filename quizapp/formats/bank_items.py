"""`items.toml`: the items of a source, written by hand as gladly as by the program.

Each `[[item]]` has an id, a type, a category, a stem, a key, evidence and a status, and may have
distractors, accepted answers, feedback, tags and `why`, a table that says of an option why it is right or
wrong. The key is a text; for several right answers or an order a list; for pairs a list of lists of two.
A cloze with distractors is chosen, one without is typed. The distractors of pairs are further right sides;
those of a boolean may be left out. Dates and numbers become options in ascending order, others the key first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from quizapp.formats.errors import DuplicateId, FieldOfOtherType, OptionMissing
from quizapp.formats.evidence import locate, occurrence_of
from quizapp.formats.options import listed_options
from quizapp.formats.toml_fields import Fields
from quizapp.formats.toml_text import assignment, text_table
from quizapp.items.item import (
    CATEGORIES,
    FALSE,
    ITEM_TYPES,
    STATUSES,
    TRUE,
    Item,
    ItemType,
    Option,
    Status,
)
from quizapp.text.spans import Span

FIELDS = (
    "id",
    "type",
    "category",
    "stem",
    "key",
    "distractors",
    "accepted",
    "evidence",
    "feedback",
    "tags",
    "status",
    "why",
)
PAIR_DASH = " – "


@dataclass(frozen=True, slots=True)
class BankFileItem:
    """An item as the file has it, with the id that it keeps for ever."""

    id: str
    item: Item
    status: Status = "ready"


def read_items(listed: Fields, text: str | None) -> tuple[BankFileItem, ...]:
    """The items of a file, their evidence found in the text; what is wrong is noted in the fields' errors."""
    listed.only("item")
    entries = tuple(_read_item(fields, text) for fields in listed.tables("item"))
    seen: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        if entry.id in seen:
            listed.errors.append(DuplicateId(listed.file, f"[[item]] {number}", entry.id))
        seen.add(entry.id)
    return entries


def write_items(entries: Iterable[BankFileItem], text: str) -> str:
    """The items as a file that `read_items` reads back as they are, if their evidence lies in the text."""
    return "\n".join(_write_item(entry, text) for entry in entries)


def _read_item(fields: Fields, text: str | None) -> BankFileItem:
    fields.only(*FIELDS)
    kind = fields.word("type", ITEM_TYPES)
    options = _explained(fields, _READ_OPTIONS[kind](fields))
    return BankFileItem(
        id=fields.text("id"),
        item=Item(
            type=kind,
            category=fields.word("category", CATEGORIES),
            stem=fields.text("stem"),
            options=options,
            answer=_answer(fields, kind, options),
            evidence=tuple(_locate_all(fields, text)),
            feedback=fields.text("feedback", ""),
            tags=fields.texts("tags"),
        ),
        status=fields.word("status", STATUSES, "ready"),
    )


def _locate_all(fields: Fields, text: str | None) -> Iterator[Span]:
    for excerpt, occurrence in fields.excerpts("evidence"):
        if span := locate(fields, text, excerpt, occurrence):
            yield span


def _answer(fields: Fields, kind: ItemType, options: tuple[Option, ...]) -> tuple[str, ...]:
    keys = tuple(_shown(option) for option in options if option.correct)
    if options or kind in ("multiple", "order", "match"):
        _refuse(fields, kind, "accepted")
        return keys
    return (fields.text("key"), *fields.texts("accepted"))


def _shown(option: Option) -> str:
    return f"{option.left}{PAIR_DASH}{option.text}" if option.left else option.text


def _read_choice(fields: Fields) -> tuple[Option, ...]:
    return listed_options((Option(fields.text("key"), True), *_read_distractors(fields)))


def _read_gap(fields: Fields) -> tuple[Option, ...]:
    return _read_choice(fields) if fields.has("distractors") else ()


def _read_several(fields: Fields) -> tuple[Option, ...]:
    keys = fields.texts("key", "two_or_more", at_least=2)
    return listed_options((*(Option(key, True) for key in keys), *_read_distractors(fields)))


def _read_boolean(fields: Fields) -> tuple[Option, ...]:
    key = fields.word("key", (TRUE, FALSE))
    other = FALSE if key == TRUE else TRUE
    if fields.texts("distractors") not in ((), (other,)):
        fields.wrong("distractors", "true_or_false")
    return tuple(Option(text, text == key) for text in (TRUE, FALSE))


def _read_order(fields: Fields) -> tuple[Option, ...]:
    _refuse(fields, "order", "distractors")
    return tuple(Option(text, True) for text in fields.texts("key", "two_or_more", at_least=2))


def _read_pairs(fields: Fields) -> tuple[Option, ...]:
    pairs = tuple(Option(right, True, left) for left, right in fields.pairs("key"))
    return (*pairs, *_read_distractors(fields))


def _read_typed(fields: Fields) -> tuple[Option, ...]:
    _refuse(fields, fields.text("type"), "distractors")
    return ()


_READ_OPTIONS: dict[ItemType, Callable[[Fields], tuple[Option, ...]]] = {
    "single": _read_choice,
    "multiple": _read_several,
    "boolean": _read_boolean,
    "cloze": _read_gap,
    "typed": _read_typed,
    "date": _read_typed,
    "order": _read_order,
    "match": _read_pairs,
}


def _read_distractors(fields: Fields) -> tuple[Option, ...]:
    return tuple(Option(text, False) for text in fields.texts("distractors"))


def _refuse(fields: Fields, kind: str, name: str) -> None:
    if fields.has(name):
        fields.errors.append(FieldOfOtherType(fields.file, fields.where, name, kind))


def _explained(fields: Fields, options: tuple[Option, ...]) -> tuple[Option, ...]:
    why = fields.text_table("why")
    texts = tuple(option.text for option in options)
    for found in why:
        if found not in texts:
            fields.errors.append(OptionMissing(fields.file, fields.where, found, texts))
    return tuple(replace(option, why=why.get(option.text, "")) for option in options)


def _write_item(entry: BankFileItem, text: str) -> str:
    item = entry.item
    why = {option.text: option.why for option in item.options if option.why}
    told = {
        "id": entry.id,
        "type": item.type,
        "category": item.category,
        "stem": item.stem,
        "key": _key(item),
        "distractors": _distractors(item),
        "accepted": list(item.answer[1:]) if item.is_typed else [],
        "evidence": [_excerpt(text, span) for span in item.evidence],
        "feedback": item.feedback,
        "tags": list(item.tags),
        "status": entry.status,
    }
    lines = [assignment(name, value) for name, value in told.items() if value]
    return "".join(["[[item]]\n", *lines, *text_table("item.why", why)])


def _key(item: Item) -> str | list[str] | list[list[str]]:
    if item.is_typed:
        return item.answer[0]
    if item.type == "match":
        return [[option.left, option.text] for option in item.options if option.left]
    keys = [option.text for option in item.options if option.correct]
    return keys if item.type in ("multiple", "order") else keys[0]


def _distractors(item: Item) -> list[str]:
    if item.type == "boolean":
        return []
    return [option.text for option in item.options if not option.correct]


def _excerpt(text: str, span: Span) -> str | list[str | int]:
    occurrence = occurrence_of(text, span)
    return span.text if occurrence == 1 else [span.text, occurrence]
