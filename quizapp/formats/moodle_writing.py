"""Items as Moodle XML: what Moodle has no field for travels in feedback and tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from quizapp.formats.exchange import Writing, WrittenItem
from quizapp.formats.labels import feedback_with_proof, tags_of
from quizapp.formats.remarks import N_, shortened, unusable, written_each
from quizapp.formats.xml_tree import xml_safe
from quizapp.items.item import TRUE, Item, ItemType

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
_COMBINED = (
    '<correctfeedback format="html"><text></text></correctfeedback>'
    '<partiallycorrectfeedback format="html"><text></text></partiallycorrectfeedback>'
    '<incorrectfeedback format="html"><text></text></incorrectfeedback>'
)


def write_moodle_xml(items: Sequence[WrittenItem]) -> Writing:
    """The items as a file, and those that it cannot hold."""
    questions, lost = written_each(items, _question)
    return Writing(xml_safe(f"{_HEAD}{''.join(questions)}</quiz>\n").encode(), tuple(lost))


def _question(written: WrittenItem) -> str:
    item = written.item
    kind, body = _BODIES[item.type](item)
    lines = [
        f'<question type="{kind}">',
        f"<name><text>{escape(shortened(item.stem))}</text></name>",
        _html("questiontext", item.stem),
        _html("generalfeedback", feedback_with_proof(written)),
        "<defaultgrade>1.0000000</defaultgrade>",
        f"<penalty>{'1.0000000' if kind == 'truefalse' else '0.3333333'}</penalty>",
        "<hidden>0</hidden>",
        f"<idnumber>{escape(written.id)}</idnumber>",
        *body,
        f"<tags>{''.join(f'<tag>{_text(tag)}</tag>' for tag in tags_of(item))}</tags>",
    ]
    return "\n    ".join(["  " + lines[0], *lines[1:]]) + "\n  </question>\n"


def _text(words: str) -> str:
    return f"<text>{escape(words, quote=False)}</text>"


def _html(name: str, words: str) -> str:
    """Plain words as HTML, a paragraph a line; escaped twice, as HTML and as XML."""
    paragraphs = "".join(f"<p>{escape(line, quote=False)}</p>" for line in words.split("\n") if line)
    return f'<{name} format="html">{_text(paragraphs)}</{name}>'


def _answer(words: str, percent: float, why: str = "", form: str = "html") -> str:
    told = escape(words, quote=False) if form == "html" else words
    share = f"{percent:.5f}".rstrip("0").rstrip(".")
    return f'<answer fraction="{share}" format="{form}">{_text(told)}{_html("feedback", why)}</answer>'


def _one_right(item: Item) -> tuple[str, Iterable[str]]:
    return "multichoice", [
        "<single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>",
        _COMBINED,
        *(_answer(option.text, 100.0 * option.correct, option.why) for option in item.options),
    ]


def _several_right(item: Item) -> tuple[str, Iterable[str]]:
    right = sum(option.correct for option in item.options)
    if right > 10:  # Moodle knows no smaller share than a tenth
        raise unusable(N_("It has more than %(most)s right answers."), most=10)
    share = 100 / right
    return "multichoice", [
        "<single>false</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>",
        _COMBINED,
        *(_answer(option.text, share if option.correct else -share, option.why) for option in item.options),
    ]


def _boolean(item: Item) -> tuple[str, Iterable[str]]:
    return "truefalse", [
        _answer(
            "true" if option.text == TRUE else "false",
            100.0 * option.correct,
            option.why,
            "moodle_auto_format",
        )
        for option in item.options
    ]


def _typed(item: Item) -> tuple[str, Iterable[str]]:
    return "shortanswer", [
        "<usecase>0</usecase>",
        *(_answer(answer.replace("*", "\\*"), 100, form="plain_text") for answer in item.answer),
    ]


def _gap(item: Item) -> tuple[str, Iterable[str]]:
    return _one_right(item) if item.options else _typed(item)


def _ordered(item: Item) -> tuple[str, Iterable[str]]:
    if any(option.why for option in item.options):
        raise unusable(N_("What is said of its single answers has no place."))
    return "ordering", [
        "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>",
        "<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype><showgrading>HIDE</showgrading>",
        "<numberingstyle>none</numberingstyle>",
        _COMBINED,
        *(_answer(option.text, place) for place, option in enumerate(item.options, start=1)),
    ]


def _matched(item: Item) -> tuple[str, Iterable[str]]:
    if any(option.why for option in item.options):
        raise unusable(N_("What is said of its single answers has no place."))
    return "matching", [
        "<shuffleanswers>true</shuffleanswers>",
        _COMBINED,
        *(
            f'<subquestion format="html">{_text(escape(option.left, quote=False))}'
            f"<answer>{_text(escape(option.text, quote=False))}</answer></subquestion>"
            for option in item.options
        ),
    ]


_BODIES: dict[ItemType, Callable[[Item], tuple[str, Iterable[str]]]] = {
    "single": _one_right,
    "multiple": _several_right,
    "boolean": _boolean,
    "cloze": _gap,
    "typed": _typed,
    "date": _typed,
    "order": _ordered,
    "match": _matched,
}
