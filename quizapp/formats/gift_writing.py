"""Items as GIFT, which Moodle reads and people can: one paragraph a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quizapp.formats.exchange import Writing, WrittenItem
from quizapp.formats.labels import feedback_with_proof, tags_of
from quizapp.formats.remarks import N_, unusable, written_each
from quizapp.items.item import TRUE, Item, ItemType, Option

MOST_RIGHT = 10
"""Moodle knows no smaller share of the points than a tenth."""
_SPECIAL = re.compile(r"[\\~=#{}:]")
_NAMED_FORM = re.compile(r"\[(?:html|moodle|plain|markdown)\]")
_LIKE_MARKUP = re.compile(r"[<&]|^\[", re.MULTILINE)


def write_gift(items: Sequence[WrittenItem]) -> Writing:
    """The items as a file, and those that GIFT cannot hold."""
    blocks, lost = written_each(items, _block)
    return Writing("\n\n".join([*blocks, ""]).encode(), tuple(lost))


def _block(written: WrittenItem) -> str:
    item = written.item
    tags = "".join(f" [tag:{_bracketed(tag)}]" for tag in tags_of(item))
    general = feedback_with_proof(written)
    form = "[plain]" if _LIKE_MARKUP.search("\n".join(_all_words(item, general))) else ""
    answers = _ANSWERS[item.type](item)
    told = f"####{_escaped(general)}" if general else ""
    inside = f"{answers}{told}" if item.type == "boolean" else f"{answers}\n\t{told}\n".replace("\t\n", "")
    return f"// [id:{_bracketed(written.id)}]{tags}\n::{_escaped(written.id)}::{form}{_escaped(item.stem)} {{{inside}}}"


def _all_words(item: Item, general: str) -> list[str]:
    options = (word for option in item.options for word in (option.text, option.left, option.why))
    return [item.stem, general, *options, *item.answer]


def _bracketed(label: str) -> str:
    return label.replace("]", "\\]")


def _escaped(text: str) -> str:
    """A text that GIFT reads as it is; one that begins like the name of a form gets one of its own before it."""
    form = "[plain]" if _NAMED_FORM.match(text) else ""
    return form + _SPECIAL.sub(lambda found: f"\\{found.group()}", text).replace("\n", "\\n")


def _one_right(item: Item) -> str:
    return "".join(_line("=" if option.correct else "~", option) for option in item.options)


def _several_right(item: Item) -> str:
    right = sum(option.correct for option in item.options)
    if right > MOST_RIGHT:
        raise unusable(N_("It has more than %(most)s right answers."), most=MOST_RIGHT)
    share = f"{100 / right:.5f}".rstrip("0").rstrip(".")
    return "".join(
        _line(f"~%{share}%" if option.correct else f"~%-{share}%", option) for option in item.options
    )


def _line(sign: str, option: Option) -> str:
    weight = "%0%" if sign == "~" and option.text.startswith("%") else ""
    why = f"#{_escaped(option.why)}" if option.why else ""
    return f"\n\t{sign}{weight}{_escaped(option.text)}{why}"


def _boolean(item: Item) -> str:
    right = next(option for option in item.options if option.correct)
    wrong = next((option.why for option in item.options if not option.correct), "")
    parts = ["TRUE" if right.text == TRUE else "FALSE", _escaped(wrong), _escaped(right.why)]
    return "#".join(parts[: 3 if right.why else 2 if wrong else 1])


def _gap(item: Item) -> str:
    return _one_right(item) if item.options else _typed(item)


def _typed(item: Item) -> str:
    if any("->" in answer for answer in item.answer):
        raise unusable(N_("An arrow -> in it would be read as a pair."))
    stars = (answer.replace("*", "\\*") for answer in item.answer)
    return "".join(f"\n\t={'%100%' if answer.startswith('%') else ''}{_escaped(answer)}" for answer in stars)


def _ordered(item: Item) -> str:
    if any(option.why for option in item.options):
        raise unusable(N_("What is said of its single answers has no place."))
    head = f">{len(item.options)} ALL VERTICAL RELATIVE_ALL_PREVIOUS_AND_NEXT HIDE none"
    return "".join([head, *(f"\n{_escaped(option.text)}" for option in item.options)])


def _matched(item: Item) -> str:
    if any("->" in option.text + option.left for option in item.options):
        raise unusable(N_("An arrow -> in it would be read as a pair."))
    if any(option.why for option in item.options):
        raise unusable(N_("What is said of its single answers has no place."))
    return "".join(f"\n\t={_escaped(option.left)} -> {_escaped(option.text)}" for option in item.options)


_ANSWERS: dict[ItemType, Callable[[Item], str]] = {
    "single": _one_right,
    "multiple": _several_right,
    "boolean": _boolean,
    "cloze": _gap,
    "typed": _typed,
    "date": _typed,
    "order": _ordered,
    "match": _matched,
}
