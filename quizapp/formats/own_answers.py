"""The answers of a row, read as its type asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from quizapp.formats.cell_lists import split, split_pairs
from quizapp.formats.exchange import Remark
from quizapp.formats.options import listed_options
from quizapp.formats.own_columns import COLUMNS, TRUTHS, TYPES, word_in
from quizapp.formats.questions import PAIR_DASH
from quizapp.formats.remarks import N_, remark, unusable
from quizapp.items.item import FALSE, GAP, TRUE, ItemType, Option
from quizapp.items.wording import normalised
from quizapp.text.dates.answers import read_date

Cells = Mapping[str, tuple[str, ...]]
"""The texts of a row that are not empty, by field; several only where the field has several columns."""


@dataclass(slots=True)
class Asked:
    """What a row says, field by field, and what is noted on the way."""

    cells: Cells
    remarks: list[Remark] = field(default_factory=list)

    def text(self, name: str) -> str:
        """All that stands in the columns of the field."""
        return "\n".join(self.cells.get(name, ()))

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of the list in the columns of the field."""
        return tuple(text for cell in self.cells.get(name, ()) for text in split(cell))

    def note(self, message: str, **facts: object) -> None:
        """Say what could not be kept as it was."""
        self.remarks.append(remark(message, **facts))


def guessed_type(asked: Asked, stem: str) -> ItemType:
    """The type that the answers look like, where none is told."""
    kind = _type_by_form(asked, stem)
    asked.note(N_("No type is given; it was taken for “%(type)s”."), type=TYPES[kind][0])
    return kind


def _type_by_form(asked: Asked, stem: str) -> ItemType:
    keys, wrong = asked.texts("key"), asked.texts("distractors")
    if GAP in stem and len(keys) == 1:
        return "cloze"
    if word_in(TRUTHS, asked.text("key")) and all(word_in(TRUTHS, text) for text in wrong):
        return "boolean"
    if wrong:
        return "single" if len(keys) == 1 else "multiple"
    return "date" if all(map(read_date, keys)) else "typed"


def _one_key(asked: Asked, kind: ItemType) -> str:
    keys = asked.texts("key")
    if len(keys) != 1:
        raise unusable(
            N_("A question of the type “%(type)s” has one right answer, and %(found)s are given."),
            type=TYPES[kind][0],
            found=len(keys),
        )
    return keys[0]


def _several_keys(asked: Asked, kind: ItemType) -> tuple[str, ...]:
    keys = asked.texts("key")
    if len(keys) < 2:
        raise unusable(
            N_(
                "A question of the type “%(type)s” needs at least two answers, one a line or with | between them."
            ),
            type=TYPES[kind][0],
        )
    return keys


def _refuse_wrong(asked: Asked, kind: ItemType) -> None:
    if asked.texts("distractors"):
        raise unusable(
            N_("A question of the type “%(type)s” has no wrong answers. Delete them or change the type."),
            type=TYPES[kind][0],
        )


def _wrong(asked: Asked) -> tuple[Option, ...]:
    return tuple(Option(text, False) for text in asked.texts("distractors"))


def _single(asked: Asked) -> tuple[Option, ...]:
    wrong = _wrong(asked)
    if not wrong:
        raise unusable(N_("There is no wrong answer to choose from. Write one or change the type."))
    return listed_options((Option(_one_key(asked, "single"), True), *wrong))


def _multiple(asked: Asked) -> tuple[Option, ...]:
    return listed_options((*(Option(key, True) for key in _several_keys(asked, "multiple")), *_wrong(asked)))


def _boolean(asked: Asked) -> tuple[Option, ...]:
    key = word_in(TRUTHS, asked.text("key"))
    if key is None:
        raise unusable(N_("The right answer has to be %(true)s or %(false)s."), true=TRUE, false=FALSE)
    if any(word_in(TRUTHS, text) in (key, None) for text in asked.texts("distractors")):
        _refuse_wrong(asked, "boolean")
    return tuple(Option(text, text == key) for text in (TRUE, FALSE))


def _cloze(asked: Asked) -> tuple[Option, ...]:
    if GAP not in asked.text("stem"):
        raise unusable(N_("There is no gap in the sentence. Write it as %(gap)s."), gap=GAP)
    return _single(asked) if asked.texts("distractors") else ()


def _typed(asked: Asked) -> tuple[Option, ...]:
    _refuse_wrong(asked, "typed")
    return ()


def _date(asked: Asked) -> tuple[Option, ...]:
    _refuse_wrong(asked, "date")
    for text in (*asked.texts("key"), *asked.texts("accepted")):
        if read_date(text) is None:
            asked.note(N_("“%(found)s” is not understood as a date, so it counts word for word."), found=text)
    return ()


def _order(asked: Asked) -> tuple[Option, ...]:
    _refuse_wrong(asked, "order")
    return tuple(Option(text, True) for text in _several_keys(asked, "order"))


def _match(asked: Asked) -> tuple[Option, ...]:
    _several_keys(asked, "match")
    pairs = split_pairs(asked.text("key"), COLUMNS["key"])
    return (*(Option(right, True, left) for left, right in pairs), *_wrong(asked))


def options_of(asked: Asked, kind: ItemType) -> tuple[Option, ...]:
    """The options of a question of that type, with what explains them; Unusable where it cannot have them."""
    options = _OPTIONS[kind](asked)
    texts = [option.text for option in options]
    again = next((text for place, text in enumerate(texts) if text in texts[:place]), None)
    if again is not None and kind != "match":
        raise unusable(N_("Two of the answers are the same: %(text)s"), text=again)
    return _explained(asked, options)


_OPTIONS: dict[ItemType, Callable[[Asked], tuple[Option, ...]]] = {
    "single": _single,
    "multiple": _multiple,
    "boolean": _boolean,
    "cloze": _cloze,
    "typed": _typed,
    "date": _date,
    "order": _order,
    "match": _match,
}


def answers_of(asked: Asked, options: tuple[Option, ...]) -> tuple[str, ...]:
    """What is accepted, the answer to show first."""
    accepted = asked.texts("accepted")
    if not options:
        return (*asked.texts("key"), *accepted)
    if accepted:
        asked.note(
            N_("Further accepted answers are only for typed questions: %(found)s"), found=", ".join(accepted)
        )
    return tuple(
        f"{option.left}{PAIR_DASH}{option.text}" if option.left else option.text
        for option in options
        if option.correct
    )


def _explained(asked: Asked, options: tuple[Option, ...]) -> tuple[Option, ...]:
    why: dict[str, str] = {}
    for said, told in split_pairs(asked.text("why"), COLUMNS["why"]):
        if why.setdefault(said, told) != told:
            asked.note(N_("“%(found)s” is explained twice; the first explanation is kept."), found=said)
    by_form = {normalised(said): told for said, told in why.items()}
    known = {normalised(option.text) for option in options}
    for said in why:
        if normalised(said) not in known:
            asked.note(N_("“%(found)s” is explained, but is none of the answers."), found=said)
    return tuple(
        replace(option, why=why.get(option.text) or by_form.get(normalised(option.text), ""))
        for option in options
    )
