"""Aiken: a question, its lettered answers and a line that names the right one, as typed in any word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from quizapp.formats.exchange import LeftOut, Reading, ReadItem, Writing, WrittenItem
from quizapp.formats.questions import Choice, Question, left_out, refuse_too_many
from quizapp.formats.remarks import N_, Unusable, remark, unreadable, unusable, written_each
from quizapp.formats.text_files import text_in
from quizapp.items.item import Item

_ANSWER = re.compile(
    r"\s*(?:answers?|ans|odpowied[zź]|odp|klucz|key)\b\.?\s*[:=]\s*(.*)", re.IGNORECASE | re.DOTALL
)
_OPTION = re.compile(r"\s*\(?([A-Za-z])\s?[).:]\s*(\S.*)?$")
_LETTERS = re.compile(r"\(?([A-Za-z])\b[).]?(?:\s*(?:,|;|/|\+|and|i|oraz)\s*\(?([A-Za-z])\b[).]?)*")


@dataclass(slots=True)
class _Draft:
    """A question as far as it has been read."""

    line: int
    stem: list[str] = field(default_factory=list)
    options: list[tuple[str, list[str]]] = field(default_factory=list)
    answer: str = ""


def read_aiken(content: bytes) -> Reading:
    """The questions of the file, each with the line that it begins in."""
    drafts = list(_drafts(text_in(content).replace("\f", "\n").split("\n")))
    if not any(draft.answer for draft in drafts):
        raise unreadable(N_("There is no line that begins with ANSWER: in it; this is not Aiken."))
    items: list[ReadItem] = []
    lost: list[LeftOut] = []
    for number, draft in enumerate(drafts, start=1):
        refuse_too_many(number)
        try:
            items.append(_read(draft, number))
        except Unusable as error:
            lost.append(left_out(f"line {draft.line}", error, " ".join(draft.stem)))
    return Reading(tuple(items), tuple(lost))


def write_aiken(items: Sequence[WrittenItem]) -> Writing:
    """The questions with one right answer as Aiken; it has no place for anything else."""
    blocks, lost = written_each(items, lambda written: _block(written.item))
    if blocks:
        lost.append(
            LeftOut("", remark(N_("Aiken has no place for explanations, the words that prove, and tags.")))
        )
    return Writing("\n\n".join([*blocks, ""]).encode(), tuple(lost))


def _drafts(lines: Sequence[str]) -> Iterator[_Draft]:
    draft, is_after_blank = _Draft(1), True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            is_after_blank = True
            continue
        if _begins_another(line, draft, is_after_blank):  # though the one before named no answer
            yield draft
            draft = _Draft(number)
        if answer := _ANSWER.fullmatch(line):
            draft.answer = answer[1].strip() or "?"
            yield draft
            draft = _Draft(number + 1)
        else:
            _add_line(draft, line, number)
        is_after_blank = False
    if draft.stem or draft.options:
        yield draft


def _begins_another(line: str, draft: _Draft, is_after_blank: bool) -> bool:
    is_own = _ANSWER.fullmatch(line) or _next_option(line, draft) is not None
    return bool(draft.options) and is_after_blank and not is_own


def _add_line(draft: _Draft, line: str, number: int) -> None:
    option = _next_option(line, draft)
    if option is not None:
        draft.options.append(option)
    elif draft.options:
        draft.options[-1][1].append(line)
    else:
        draft.line = draft.line if draft.stem else number
        draft.stem.append(line)


def _next_option(line: str, draft: _Draft) -> tuple[str, list[str]] | None:
    """The answer that a line offers, if its letter is the next one: a stem may begin with a letter too."""
    found = _OPTION.match(line)
    if not found or len(draft.options) >= len(ascii_uppercase) or not draft.stem:
        return None
    letter = found[1].upper()
    return (letter, [found[2] or ""]) if letter == ascii_uppercase[len(draft.options)] else None


def _read(draft: _Draft, number: int) -> ReadItem:
    if not draft.answer:
        raise unusable(N_("No line ANSWER: says which answer is right."))
    if not draft.options:
        raise unusable(N_("It has no answers lettered A), B), C) in their order."))
    found = _LETTERS.match(draft.answer)
    right = {letter.upper() for letter in re.findall(r"\b[A-Za-z]\b", found.group())} if found else set()
    letters = {letter for letter, _ in draft.options}
    if not right or not right <= letters:
        raise unusable(
            N_("The line ANSWER: names “%(answer)s”, which is no letter of an answer."), answer=draft.answer
        )
    stem = re.sub(rf"^\s*{number}\s*[.)]\s+", "", " ".join(draft.stem))
    question = Question(f"line {draft.line}", stem)
    choices = [Choice(" ".join(words), float(letter in right)) for letter, words in draft.options]
    return question.chosen(choices, several=len(right) > 1)


def _block(item: Item) -> str:
    if not item.is_chosen:
        raise unusable(N_("Aiken holds only questions with one right answer to be picked."))
    if _OPTION.match(item.stem) or _ANSWER.fullmatch(item.stem):
        raise unusable(N_("Its question begins like an answer of Aiken."))
    lines = [
        f"{letter}) {option.text}" for letter, option in zip(ascii_uppercase, item.options, strict=False)
    ]
    right = next(place for place, option in enumerate(item.options) if option.correct)
    if right >= len(lines):
        raise unusable(N_("It has more answers than there are letters."))
    return "\n".join([item.stem, *lines, f"ANSWER: {ascii_uppercase[right]}"])
