"""A row of quizapp's own table: texts by field to a question, and back."""

from __future__ import annotations

from dataclasses import replace

from quizapp.formats.cell_lists import join, join_pairs, join_tags, split_tags
from quizapp.formats.exchange import ReadItem, WrittenItem
from quizapp.formats.options import as_listed
from quizapp.formats.own_answers import Asked, Cells, answers_of, guessed_type, options_of
from quizapp.formats.own_columns import CATEGORIES, COLUMNS, STATUSES, TYPES, known_word, word_in
from quizapp.formats.questions import (
    LONGEST_FEEDBACK,
    LONGEST_OPTION,
    LONGEST_STEM,
    MOST_OPTIONS,
    guess_category,
)
from quizapp.formats.remarks import N_, unusable
from quizapp.items.item import Item, Option
from quizapp.text.cleaning import clean_line, clean_lines


def read_row(cells: Cells, where: str) -> ReadItem:
    """The question of a row; Unusable where it is none."""
    asked = Asked(cells)
    stem = clean_line(asked.text("stem"))
    for name, is_filled in (("stem", stem), ("key", asked.texts("key"))):
        if not is_filled:
            raise unusable(N_("The column “%(column)s” is empty. Fill it in."), column=COLUMNS[name])
    kind = known_word(TYPES, asked.text("type"), "type") or guessed_type(asked, stem)
    options = options_of(asked, kind)
    answer = answers_of(asked, options)
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
    _check_size(item)
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
        "distractors": tuple(join([text]) for text in wrong),
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


def _unknown_category(asked: Asked) -> tuple[str, ...]:
    said = asked.text("category")
    if not said or word_in(CATEGORIES, said):
        return ()
    asked.note(N_("“%(found)s” is no category here, so it became a tag."), found=said)
    return (clean_line(said),)


def _check_size(item: Item) -> None:
    texts = [
        *item.answer,
        *(text for option in item.options for text in (option.text, option.left, option.why)),
    ]
    for message, found, most in (
        (N_("The question has %(found)s characters; at most %(most)s fit."), len(item.stem), LONGEST_STEM),
        (
            N_("The explanation has %(found)s characters; at most %(most)s fit."),
            len(item.feedback),
            LONGEST_FEEDBACK,
        ),
        (
            N_("It has %(found)s answers; at most %(most)s fit."),
            len(item.options or item.answer),
            MOST_OPTIONS,
        ),
        (N_("An answer is longer than %(most)s characters."), max(map(len, texts)), LONGEST_OPTION),
    ):
        if found > most:
            raise unusable(message, found=found, most=most)
