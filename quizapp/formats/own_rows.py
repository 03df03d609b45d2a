"""A row of quizapp's own table: texts by field to a question, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from quizapp.formats.cell_lists import join, join_pairs, join_tags, split, split_pairs, split_tags
from quizapp.formats.exchange import ReadItem, Remark, WrittenItem
from quizapp.formats.options import as_listed, listed_options
from quizapp.formats.own_columns import CATEGORIES, COLUMNS, STATUSES, TRUTHS, TYPES, known_word, word_in
from quizapp.formats.questions import PAIR_DASH, guess_category
from quizapp.formats.remarks import N_, remark, unusable
from quizapp.items.item import FALSE, GAP, TRUE, Item, ItemType, Option
from quizapp.items.wording import normalised
from quizapp.text.cleaning import clean_line, clean_lines
from quizapp.text.date_answers import read_date

Cells = Mapping[str, tuple[str, ...]]
"""The texts of a row that are not empty, by field; several only where the field has several columns."""


@dataclass(slots=True)
class _Asked:
    """What a row says, field by field, and what is noted on the way."""

    cells: Cells
    remarks: list[Remark] = field(default_factory=list)

    def text(self, name: str) -> str:
        return "\n".join(self.cells.get(name, ()))

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(text for cell in self.cells.get(name, ()) for text in split(cell))

    def note(self, message: str, **facts: object) -> None:
        self.remarks.append(remark(message, **facts))


def read_row(cells: Cells, where: str) -> ReadItem:
    """The question of a row; Unusable where it is none."""
    asked = _Asked(cells)
    stem = clean_line(asked.text("stem"))
    for name, is_filled in (("stem", stem), ("key", asked.texts("key"))):
        if not is_filled:
            raise unusable(N_("The column “%(column)s” is empty. Fill it in."), column=COLUMNS[name])
    kind = known_word(TYPES, asked.text("type"), "type") or _guessed_type(asked, stem)
    options = _explained(asked, _OPTIONS[kind](asked))
    answer = _answer(asked, options)
    tags = (*split_tags(asked.text("tags")), *_unknown_category(asked))
    item = Item(
        type=kind,
        category=word_in(CATEGORIES, asked.text("category")) or guess_category(stem, answer),
        stem=stem,
        options=options,
        answer=answer,
        evidence=(),
        feedback=clean_lines(asked.text("feedback")),
        tags=tuple(dict.fromkeys(tags)),
    )
    return ReadItem(
        item=item,
        where=where,
        excerpts=asked.texts("evidence"),
        external_id=clean_line(asked.text("id")),
        remarks=tuple(asked.remarks),
        status=known_word(STATUSES, asked.text("status"), "status"),
    )


def write_row(written: WrittenItem) -> Cells:
    """The texts of the row that `read_row` makes the same question of, if a row can hold it."""
    item = as_listed(written.item)
    wrong = (
        () if item.type == "boolean" else tuple(option.text for option in item.options if not option.correct)
    )
    told = {
        "id": written.id,
        "type": TYPES[item.type][0],
        "category": CATEGORIES[item.category][0],
        "stem": item.stem,
        "key": _key(item),
        "accepted": join(item.answer[1:]) if item.is_typed else "",
        "evidence": join(map(clean_line, written.excerpts)),
        "feedback": item.feedback,
        "why": join_pairs((option.text, option.why) for option in item.options if option.why),
        "tags": join_tags(item.tags),
        "status": STATUSES[written.status][0],
    }
    return {
        **{name: (text,) for name, text in told.items() if text},
        "distractors": tuple(map(join, zip(wrong))),
    }


def is_kept(written: WrittenItem, read: ReadItem) -> bool:
    """Whether a question came back as it went out: white space and the order of options apart."""
    excerpts = tuple(map(clean_line, written.excerpts))
    item = as_listed(_folded(written.item))
    return (read.item, read.excerpts, read.external_id, read.status) == (
        item,
        excerpts,
        written.id,
        written.status,
    )


def _key(item: Item) -> str:
    if item.is_typed:
        return join(item.answer[:1])
    if item.type == "match":
        return join_pairs((option.left, option.text) for option in item.options if option.left)
    return join(option.text for option in item.options if option.correct)


def _folded(item: Item) -> Item:
    options = tuple(
        Option(clean_line(option.text), option.correct, clean_line(option.left), clean_line(option.why))
        for option in item.options
    )
    return replace(
        item,
        stem=clean_line(item.stem),
        options=options,
        answer=tuple(map(clean_line, item.answer)),
        evidence=(),
        feedback=clean_lines(item.feedback),
        tags=tuple(map(clean_line, item.tags)),
    )


def _guessed_type(asked: _Asked, stem: str) -> ItemType:
    kind = _type_by_form(asked, stem)
    asked.note(N_("No type is given; it was taken for “%(type)s”."), type=TYPES[kind][0])
    return kind


def _type_by_form(asked: _Asked, stem: str) -> ItemType:
    keys, wrong = asked.texts("key"), asked.texts("distractors")
    if GAP in stem and len(keys) == 1:
        return "cloze"
    if word_in(TRUTHS, asked.text("key")) and all(word_in(TRUTHS, text) for text in wrong):
        return "boolean"
    if wrong:
        return "single" if len(keys) == 1 else "multiple"
    return "date" if all(map(read_date, keys)) else "typed"


def _unknown_category(asked: _Asked) -> tuple[str, ...]:
    said = asked.text("category")
    if not said or word_in(CATEGORIES, said):
        return ()
    asked.note(N_("“%(found)s” is no category here, so it became a tag."), found=said)
    return (clean_line(said),)


def _one_key(asked: _Asked, kind: ItemType) -> str:
    keys = asked.texts("key")
    if len(keys) != 1:
        raise unusable(
            N_("A question of the type “%(type)s” has one right answer, and %(found)s are given."),
            type=TYPES[kind][0],
            found=len(keys),
        )
    return keys[0]


def _several_keys(asked: _Asked, kind: ItemType) -> tuple[str, ...]:
    keys = asked.texts("key")
    if len(keys) < 2:
        raise unusable(
            N_(
                "A question of the type “%(type)s” needs at least two answers, one a line or with | between them."
            ),
            type=TYPES[kind][0],
        )
    return keys


def _refuse_wrong(asked: _Asked, kind: ItemType) -> None:
    if asked.texts("distractors"):
        raise unusable(
            N_("A question of the type “%(type)s” has no wrong answers. Delete them or change the type."),
            type=TYPES[kind][0],
        )


def _wrong(asked: _Asked) -> tuple[Option, ...]:
    return tuple(Option(text, False) for text in asked.texts("distractors"))


def _single(asked: _Asked) -> tuple[Option, ...]:
    wrong = _wrong(asked)
    if not wrong:
        raise unusable(N_("There is no wrong answer to choose from. Write one or change the type."))
    return listed_options((Option(_one_key(asked, "single"), True), *wrong))


def _multiple(asked: _Asked) -> tuple[Option, ...]:
    return listed_options((*(Option(key, True) for key in _several_keys(asked, "multiple")), *_wrong(asked)))


def _boolean(asked: _Asked) -> tuple[Option, ...]:
    key = word_in(TRUTHS, asked.text("key"))
    if key is None:
        raise unusable(N_("The right answer has to be %(true)s or %(false)s."), true=TRUE, false=FALSE)
    if any(word_in(TRUTHS, text) in (key, None) for text in asked.texts("distractors")):
        _refuse_wrong(asked, "boolean")
    return tuple(Option(text, text == key) for text in (TRUE, FALSE))


def _cloze(asked: _Asked) -> tuple[Option, ...]:
    if GAP not in asked.text("stem"):
        raise unusable(N_("There is no gap in the sentence. Write it as %(gap)s."), gap=GAP)
    return _single(asked) if asked.texts("distractors") else ()


def _typed(asked: _Asked) -> tuple[Option, ...]:
    _refuse_wrong(asked, "typed")
    return ()


def _date(asked: _Asked) -> tuple[Option, ...]:
    _refuse_wrong(asked, "date")
    return ()


def _order(asked: _Asked) -> tuple[Option, ...]:
    _refuse_wrong(asked, "order")
    return tuple(Option(text, True) for text in _several_keys(asked, "order"))


def _match(asked: _Asked) -> tuple[Option, ...]:
    _several_keys(asked, "match")
    pairs = split_pairs(asked.text("key"), COLUMNS["key"])
    return (*(Option(right, True, left) for left, right in pairs), *_wrong(asked))


_OPTIONS: dict[ItemType, Callable[[_Asked], tuple[Option, ...]]] = {
    "single": _single,
    "multiple": _multiple,
    "boolean": _boolean,
    "cloze": _cloze,
    "typed": _typed,
    "date": _date,
    "order": _order,
    "match": _match,
}


def _answer(asked: _Asked, options: tuple[Option, ...]) -> tuple[str, ...]:
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


def _explained(asked: _Asked, options: tuple[Option, ...]) -> tuple[Option, ...]:
    why = dict(split_pairs(asked.text("why"), COLUMNS["why"]))
    by_form = {normalised(said): told for said, told in why.items()}
    known = {normalised(option.text) for option in options}
    for said in why:
        if normalised(said) not in known:
            asked.note(N_("“%(found)s” is explained, but is none of the answers."), found=said)
    return tuple(
        replace(option, why=why.get(option.text) or by_form.get(normalised(option.text), ""))
        for option in options
    )
