"""Gaps as Moodle writes them into a text: {1:SHORTANSWER:=Warsaw~%50%Cracow#once}."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.formats.gaps import Gap, number_choices
from quizapp.formats.questions import Choice, Question
from quizapp.formats.remarks import N_, unusable

_START = re.compile(r"\{(\d{0,4}):([A-Z_]{1,20}):", re.IGNORECASE)
_SIGN = re.compile(r"\\.|\}", re.DOTALL)
_TYPED = frozenset(("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"))
_NUMERICAL = frozenset(("NUMERICAL", "NM"))
_CHOSEN = re.compile(r"(?:MULTICHOICE|MC|MULTICHOICE_(?:V|H)?S?|MC(?:V|H)?S?)")
_SEVERAL = re.compile(r"(?:MULTIRESPONSE|MR)(?:_?(?:H|V)?S?)?")
_WEIGHT = re.compile(r"%(-?\d{1,4}(?:\.\d{0,9})?)%")


def read_cloze(question: Question) -> Iterator[str | Gap]:
    """The text of the question, its gaps in their places."""
    text, place = question.stem, 0
    while found := _START.search(text, place):
        end = _end_of_gap(text, found.end())
        if end < 0:
            raise unusable(N_("A gap of it is never closed by a brace."))
        yield text[place : found.start()]
        yield _gap(found[2].upper(), text[found.end() : end], question)
        place = end + 1
    yield text[place:]


def _end_of_gap(text: str, start: int) -> int:
    ends = (found.start() for found in _SIGN.finditer(text, start) if found.group() == "}")
    return next(ends, -1)


def _gap(kind: str, inside: str, question: Question) -> Gap:
    if _SEVERAL.fullmatch(kind):
        raise unusable(N_("A gap of it has several right answers at once, which cannot be said here."))
    is_number = kind in _NUMERICAL
    if not is_number and kind not in _TYPED and not _CHOSEN.fullmatch(kind):
        raise unusable(N_("A gap of the type “%(kind)s” is not known here."), kind=kind)
    choices: list[Choice] = []
    for part in re.split(r"(?<!\\)~", inside):
        choices.extend(_choices(part, is_number, question))
    return Gap(tuple(choices), is_typed=is_number or kind in _TYPED)


def _choices(part: str, is_number: bool, question: Question) -> list[Choice]:
    told = part.strip()
    share = 0.0
    if told.startswith("="):
        share, told = 1.0, told[1:]
    elif weight := _WEIGHT.match(told):
        share, told = float(weight[1]) / 100, told[weight.end() :]
    answer, *why = re.split(r"(?<!\\)#", told, maxsplit=1)
    answer = _unescaped(answer)
    if not answer:
        return []
    choice = Choice(answer, share, _unescaped(why[0]) if why else "")
    if not is_number or answer == "*":
        return [choice]
    number, _, margin = answer.partition(":")
    exact = number_choices(number, margin, share, choice.why)
    if exact is None and number_choices(number, "0", share) is None:
        raise unusable(N_("“%(answer)s” is no number."), answer=answer)
    if exact is None:
        question.remark(
            N_(
                "Answers up to %(margin)s away from %(answer)s counted as right; here only the number itself."
            ),
            margin=margin,
            answer=number,
        )
    return exact if exact and share >= 1 else [Choice(number, share, choice.why)]


def _unescaped(text: str) -> str:
    return re.sub(r"\\([~=#{}\"/\\:])", r"\1", text).strip()
