"""From a question as other programs keep it to an item: what fits is taken, what does not is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from quizapp.formats.exchange import LeftOut, ReadItem, Remark
from quizapp.formats.labels import category_in, own_tags, proof_in, type_in
from quizapp.formats.remarks import N_, Unusable, remark, shortened, unreadable, unusable
from quizapp.items.item import FALSE, GAP, TRUE, Category, Item, ItemType, Option
from quizapp.items.wording import normalised
from quizapp.text.cleaning import clean_line, clean_lines
from quizapp.text.dates.answers import read_date

LONGEST_STEM, LONGEST_OPTION, LONGEST_FEEDBACK = 4_000, 1_000, 8_000
MOST_QUESTIONS, MOST_OPTIONS = 2_000, 50
LONGEST_DATE = 60
PAIR_DASH = " – "
_ONLY_A_PART = N_("“%(answer)s” earned only a part of the points; here it counts as wrong.")
_BLANK = re.compile(r"_{3,}|…{2,}|\.{5,}")
_ALSO: dict[ItemType, tuple[ItemType, ...]] = {
    "single": ("single", "cloze"),
    "typed": ("typed", "date", "cloze"),
}
"""What an item that other programs keep as one kind may be here."""
_TRUE, _FALSE = frozenset(("true", "prawda", "t")), frozenset(("false", "fałsz", "falsz", "f"))
_WHO = re.compile(r"(?:kto|kogo|komu|kim|czyj\w*|who|whom|whose)\b", re.IGNORECASE)
_WHERE = re.compile(r"(?:gdzie|skąd|dokąd|where)\b|\bmie(?:jsc|st)\w*", re.IGNORECASE)
_WHEN = re.compile(r"(?:kiedy|when)\b|\b(?:roku|dnia|dat[aęy])\b", re.IGNORECASE)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer offered or accepted: the share of the points that it earns, and what is said to who gave it."""

    text: str
    share: float = 0.0
    why: str = ""


@dataclass(slots=True)
class Question:
    """What a file says of one question apart from its answers; each method makes the item of one kind.

    They raise Unusable where no item can be made.
    """

    where: str
    stem: str
    feedback: str = ""
    tags: Sequence[str] = ()
    external_id: str = ""
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, message: str, **facts: object) -> None:
        """Note what could not be kept as it was."""
        noted = remark(message, **facts)
        if noted not in self.remarks:
            self.remarks.append(noted)

    def chosen(self, choices: Iterable[Choice], several: bool = False) -> ReadItem:
        """One right answer to be picked, or several."""
        options = _distinct(choices)
        right = [choice for choice in options if choice.share > 0]
        if not right:
            raise unusable(N_("No answer of it is marked as right."))
        if several and len(right) > 1:
            self._compare_shares(right, options)
            return self._item("multiple", _options(options, {choice.text for choice in right}))
        key = max(right, key=lambda choice: choice.share)
        tied = [choice for choice in right if choice.share == key.share]
        if len(tied) > 1:
            raise unusable(
                N_("Only one answer may be picked, and %(found)s are marked as right."), found=len(tied)
            )
        self._say_of_others([choice for choice in options if choice is not key])
        if len(options) == 2 and (is_true := _truth(options, key)) is not None:
            why = {_is_true(choice.text): choice.why for choice in options}
            return self.boolean(is_true, why[True], why[False])
        return self._item("single", _options(options, {key.text}))

    def boolean(self, is_true: bool, why_true: str = "", why_false: str = "") -> ReadItem:
        """A statement that is true or false."""
        options = (
            Option(TRUE, is_true, why=_line(why_true)),
            Option(FALSE, not is_true, why=_line(why_false)),
        )
        return self._item("boolean", options)

    def typed(self, answers: Iterable[Choice], patterns: bool = False) -> ReadItem:
        """An answer to be typed; with `patterns`, a star in an answer stands for any letters."""
        told = [replace(choice, text=clean_line(choice.text)) for choice in few(list(answers))]
        self._keep_what_is_said(told)
        accepted = [choice.text for choice in told if self._is_accepted(choice, patterns)]
        if patterns:
            accepted = [text.replace("\\*", "*") for text in accepted]
        if not accepted:
            raise unusable(N_("No typed answer of it is wholly right."))
        if any(len(answer) > LONGEST_OPTION for answer in accepted):
            raise unusable(N_("An answer is longer than %(most)s characters."), most=LONGEST_OPTION)
        return self._item("typed", (), tuple(dict.fromkeys(accepted)))

    def _keep_what_is_said(self, answers: Sequence[Choice]) -> None:
        """What is said of a right typed answer becomes the explanation where there is none."""
        for choice in answers:
            if choice.why and choice.share >= 1 and not self.feedback:
                self.feedback = choice.why
            elif clean_line(choice.why) and choice.why != self.feedback:
                self.remark(N_("What is said of single typed answers is not kept: %(why)s"), why=choice.why)

    def _is_accepted(self, choice: Choice, patterns: bool) -> bool:
        if 0 < choice.share < 1:
            self.remark(_ONLY_A_PART, answer=choice.text)
        if choice.share < 1 or not choice.text:
            return False
        if patterns and "*" in choice.text.replace("\\*", ""):
            self.remark(
                N_("“%(answer)s” stands for many answers, which cannot be said here."), answer=choice.text
            )
            return False
        return True

    def matched(self, pairs: Iterable[tuple[str, str]], others: Iterable[str] = ()) -> ReadItem:
        """Pairs to be put together, and right sides that go with nothing."""
        kept = [(clean_line(left), clean_line(right)) for left, right in few(list(pairs))]
        spare = [clean_line(text) for text in few(list(others))]
        if not all(left and right for left, right in kept):
            raise unusable(N_("A side of a pair has no words (it may be a picture)."))
        if len(kept) < 2:
            raise unusable(N_("Fewer than two pairs are to be matched."))
        lefts = [left for left, _ in kept]
        if len(set(lefts)) < len(lefts):
            raise unusable(N_("Two pairs begin alike: %(text)s"), text=_twice(lefts))
        rights = {right for _, right in kept}
        spare = [text for text in dict.fromkeys(spare) if text and text not in rights]
        options = (
            *(Option(right, True, left) for left, right in kept),
            *(Option(text, False) for text in spare),
        )
        return self._item("match", options, tuple(f"{left}{PAIR_DASH}{right}" for left, right in kept))

    def ordered(self, texts: Iterable[str]) -> ReadItem:
        """Things to be put in this order."""
        kept = [clean_line(text) for text in few(list(texts))]
        if not all(kept):
            raise unusable(N_("One of the answers has no words (it may be a picture)."))
        if len(kept) < 2:
            raise unusable(N_("Fewer than two things are to be put in order."))
        if len(set(kept)) < len(kept):
            raise unusable(N_("Two of the answers are the same: %(text)s"), text=_twice(kept))
        return self._item("order", tuple(Option(text, True) for text in kept), tuple(kept))

    def _item(
        self, kind: ItemType, options: tuple[Option, ...], answer: tuple[str, ...] | None = None
    ) -> ReadItem:
        stem = _BLANK.sub(GAP, clean_line(self.stem))
        feedback, excerpts = proof_in(self.feedback)
        self._check_size(stem, options, feedback)
        told = type_in(self.tags)
        if told in _ALSO.get(kind, ()):
            kind = told or kind
        elif stem.count(GAP) == 1 and kind in _ALSO:
            kind = "cloze"
        if answer is None:
            answer = tuple(option.text for option in options if option.correct)
        category = category_in(self.tags) or guess_category(stem, answer)
        item = Item(kind, category, stem, options, answer, (), feedback, own_tags(self.tags))
        return ReadItem(item, self.where, excerpts, clean_line(self.external_id)[:200], tuple(self.remarks))

    def _check_size(self, stem: str, options: tuple[Option, ...], feedback: str) -> None:
        if not stem:
            raise unusable(N_("It asks nothing: there are no words (it may be a picture)."))
        if len(stem) > LONGEST_STEM:
            raise unusable(
                N_("The question has %(found)s characters; at most %(most)s fit."),
                found=len(stem),
                most=LONGEST_STEM,
            )
        if any(max(len(option.text), len(option.left)) > LONGEST_OPTION for option in options):
            raise unusable(N_("An answer is longer than %(most)s characters."), most=LONGEST_OPTION)
        if len(feedback) > LONGEST_FEEDBACK:
            raise unusable(
                N_("The explanation has %(found)s characters; at most %(most)s fit."),
                found=len(feedback),
                most=LONGEST_FEEDBACK,
            )

    def _compare_shares(self, right: Sequence[Choice], options: Sequence[Choice]) -> None:
        if len({round(choice.share, 3) for choice in right}) > 1:
            self.remark(N_("The right answers had different weights; here each counts the same."))
        takes = {round(-choice.share, 3) for choice in options if choice.share < 0}
        if takes and takes != {round(right[0].share, 3)}:
            self.remark(N_("Wrong answers took points away; here each takes what a right one gives."))

    def _say_of_others(self, others: Sequence[Choice]) -> None:
        for choice in others:
            if choice.share > 0:
                self.remark(_ONLY_A_PART, answer=choice.text)
        if any(choice.share < 0 for choice in others):
            self.remark(N_("Wrong answers took points away; here they earn nothing."))


def guess_category(stem: str, answer: Sequence[str]) -> Category:
    """What a question is about where no tag says it."""
    if answer and all(len(text) < LONGEST_DATE and read_date(text) for text in answer):
        return "date"
    if _WHEN.match(stem):
        return "date"
    if _WHO.match(stem):
        return "person"
    return "place" if _WHERE.match(stem) else "event"


def left_out(where: str, error: Unusable, stem: str = "") -> LeftOut:
    """The line of the list of what did not come in."""
    return LeftOut(where, error.remark, shortened(clean_line(stem)))


def few(answers: Sequence[T]) -> Sequence[T]:
    """The answers, if they are as many as a question can have; Unusable otherwise, before anything compares them."""
    if len(answers) > MOST_OPTIONS:
        raise unusable(
            N_("It has %(found)s answers; at most %(most)s fit."), found=len(answers), most=MOST_OPTIONS
        )
    return answers


def refuse_too_many(questions: int) -> None:
    """Raise UnreadableFile where a file goes on and on: that is no lesson's worth, and everybody would wait."""
    if questions > MOST_QUESTIONS:
        raise unreadable(
            N_(
                "There are more than %(most)s questions in the file; so many do not come in at once. Divide it."
            ),
            most=MOST_QUESTIONS,
        )


def _distinct(choices: Iterable[Choice]) -> list[Choice]:
    options = [Choice(clean_line(choice.text), choice.share, choice.why) for choice in few(list(choices))]
    if len(options) < 2:
        raise unusable(N_("Fewer than two answers are offered."))
    if not all(option.text for option in options):
        raise unusable(N_("One of the answers has no words (it may be a picture)."))
    texts = [option.text for option in options]
    if len(set(texts)) < len(texts):
        raise unusable(N_("Two of the answers are the same: %(text)s"), text=_twice(texts))
    return options


def _options(choices: Sequence[Choice], right: set[str]) -> tuple[Option, ...]:
    return tuple(Option(choice.text, choice.text in right, why=_line(choice.why)) for choice in choices)


def _line(why: str) -> str:
    return " ".join(clean_lines(why).split())


def _twice(texts: Sequence[str]) -> str:
    return next(text for text, count in Counter(texts).items() if count > 1)


def _truth(options: Sequence[Choice], key: Choice) -> bool | None:
    said = [_is_true(choice.text) for choice in options]
    return _is_true(key.text) if sorted(said, key=str) == [False, True] else None


def _is_true(text: str) -> bool | None:
    plain = normalised(text)
    return True if plain in _TRUE else False if plain in _FALSE else None
