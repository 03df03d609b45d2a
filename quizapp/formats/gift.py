"""GIFT, the text format of Moodle, read: by hand or by Moodle written, with its escapes and comments."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.formats.exchange import LeftOut, Reading, ReadItem
from quizapp.formats.gaps import number_choices
from quizapp.formats.gift_blocks import MEANT, Block, blocks_of, plain
from quizapp.formats.plain_html import text_of
from quizapp.formats.questions import Choice, Question, few, left_out, refuse_too_many
from quizapp.formats.remarks import N_, Unusable, unreadable, unusable
from quizapp.formats.text_files import text_in
from quizapp.items.item import GAP

_FORM = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_WEIGHT = re.compile(r"%\s*(-?\d{1,9}(?:[.,]\d{0,9})?)\s*%")
_ORDER_HEAD = re.compile(
    r">\s*\d*\s*(?:(?:ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG|HORIZONTAL|HORI|H|VERTICAL|VERT|V|[01]"
    r"|ABSOLUTE\w*|ABS|RELATIVE\w*|LONGEST\w*|SHOW|HIDE|TRUE|FALSE|YES|NO|none|abc|ABCD|123|iii|IIII)\b[ \t]*)*"
)
_TRUE, _FALSE = ("t", "true", "prawda"), ("f", "false", "fałsz")


def read_gift(content: bytes) -> Reading:
    """The questions of a GIFT file, each with the line that it begins in."""
    text = text_in(content)
    if not re.search(r"[{}]|^::", text, re.MULTILINE):
        raise unreadable(
            N_("There is no question of GIFT in it: answers stand in braces, as in {=Warsaw ~Cracow}.")
        )
    items: list[ReadItem] = []
    lost: list[LeftOut] = []
    for block in blocks_of(text):
        refuse_too_many(len(items) + len(lost))
        try:
            items.append(_read(block))
        except Unusable as error:
            lost.append(left_out(f"line {block.line}", error, plain(block.text)))
    return Reading(tuple(items), tuple(lost))


def _read(block: Block) -> ReadItem:
    name, text = _name_and_rest(block.text)
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0:
        raise unusable(N_("It has no answers in braces: a description, not a question."))
    if start >= 0 and end < 0:
        line = block.line + text.count("\n", 0, start)
        raise unusable(N_("The brace opened at line %(line)s is never closed."), line=line)
    if end < start or start < 0:
        raise unusable(
            N_("A closing brace stands without an opening one. Write \\{ and \\} for braces that are meant.")
        )
    inside, after = text[start + 1 : end].strip(), text[end + 1 :]
    if "{" in inside or re.search("[{}]", after):
        raise unusable(
            N_(
                "There are braces within braces, or more than one pair. Write \\{ and \\} for braces that are meant."
            )
        )
    form, stem = _form_of(_with_gap(text[:start], after), "moodle")
    answers, _, general = inside.rpartition("####") if "####" in inside else (inside, "", "")
    question = Question(
        f"line {block.line}", "", tags=block.tags, external_id=block.external_id or plain(name)
    )
    reader = _Reader(question, form)
    question.stem, question.feedback = reader.words(stem), reader.words(general)
    return reader.read(answers.strip())


def _with_gap(before: str, after: str) -> str:
    """The question, a gap where the answers stood within it; a full stop after „…? {=…}” makes no gap."""
    is_over = not after.strip(" .\n\t") and before.rstrip().endswith(("?", "!", ".", ":"))
    return before if is_over or not after.strip() else before + GAP + after


def _name_and_rest(text: str) -> tuple[str, str]:
    if not text.startswith("::"):
        return "", text
    name, sign, rest = text[2:].partition("::")
    return (name, rest.strip()) if sign else ("", text[2:])


def _form_of(text: str, otherwise: str) -> tuple[str, str]:
    found = _FORM.match(text)
    return (found[1], text[found.end() :]) if found else (otherwise, text)


class _Reader:
    """Reads the inside of the braces for a question whose words are in some form (HTML, Markdown)."""

    def __init__(self, question: Question, form: str) -> None:
        self.question = question
        self.form = form

    def words(self, text: str) -> str:
        """A text as it is meant, without markup."""
        form, rest = _form_of(text, self.form)
        read = text_of(rest.translate(MEANT), form)
        for name in read.media:
            self.question.remark(N_("A picture, sound or formula in it is not kept: %(name)s"), name=name)
        return read.text

    def read(self, answers: str) -> ReadItem:
        """The item, by the first sign that tells its kind."""
        if not answers:
            raise unusable(N_("It asks for an essay, which no program can grade."))
        for is_kind, reads in self._kinds():
            if is_kind(answers):
                return reads(answers)
        return self.question.typed(self._weighed(answers.split("="), 1.0), patterns=True)

    def _kinds(self) -> tuple[tuple[Callable[[str], bool], Callable[[str], ReadItem]], ...]:
        return (
            (lambda answers: answers.startswith("#"), self._numerical),
            (lambda answers: answers.startswith(">"), self._ordered),
            (lambda answers: "~" in answers, self._chosen),
            (lambda answers: "=" in answers and "->" in answers, self._matched),
            (lambda answers: _first(answers).lower() in (*_TRUE, *_FALSE), self._boolean),
        )

    def _numerical(self, answers: str) -> ReadItem:
        told, _, wrong = answers[1:].partition("~")
        choices: list[Choice] = []
        for choice in self._weighed(told.split("="), 1.0):
            choices.extend(self._numbers(choice))
        if "#" in wrong:
            self.question.remark(
                N_("What is said of a wrong number is not kept: %(why)s"),
                why=self.words(wrong.partition("#")[2]),
            )
        return self.question.typed(choices)

    def _numbers(self, choice: Choice) -> list[Choice]:
        least, dots, most = choice.text.partition("..")
        if dots:
            return self._range(choice, least, most)
        answer, _, margin = choice.text.partition(":")
        numbers = number_choices(answer, margin, choice.share, choice.why)
        if numbers is not None:
            return numbers if choice.share == 1 else numbers[:1]
        if number_choices(answer, "0", 1.0) is None:
            raise unusable(N_("“%(answer)s” is no number."), answer=choice.text)
        self.question.remark(
            N_(
                "Answers up to %(margin)s away from %(answer)s counted as right; here only the number itself."
            ),
            margin=margin,
            answer=answer,
        )
        return [Choice(answer.strip(), choice.share, choice.why)]

    def _range(self, choice: Choice, least: str, most: str) -> list[Choice]:
        try:
            first, last = float(least.replace(",", ".")), float(most.replace(",", "."))
        except ValueError:
            raise unusable(N_("“%(answer)s” is no number."), answer=choice.text) from None
        middle = str(round((first + last) / 2, 6)).removesuffix(".0")
        numbers = number_choices(middle, str(abs(last - first) / 2), choice.share, choice.why)
        if numbers is None:
            raise unusable(
                N_("Any number from %(least)s to %(most)s is right, which cannot be said here."),
                least=least,
                most=most,
            )
        return numbers

    def _ordered(self, answers: str) -> ReadItem:
        head = _ORDER_HEAD.match(answers)
        lines = answers[head.end() if head else 1 :].split("\n")
        return self.question.ordered([self.words(line) for line in lines if line.strip()])

    def _chosen(self, answers: str) -> ReadItem:
        parts = answers.replace("=", "~=").split("~")
        choices = self._weighed(parts, 0.0)
        return self.question.chosen(choices, several="=" not in answers)

    def _matched(self, answers: str) -> ReadItem:
        pairs = []
        for part in few([part for part in answers.split("=") if part.strip()]):
            left, arrow, right = part.partition("->")
            if not arrow:
                raise unusable(N_("“%(text)s” is no pair: its sides are joined by ->."), text=plain(part))
            pairs.append((self.words(left), self.words(right)))
        return self.question.matched(
            [pair for pair in pairs if pair[0]], [right for left, right in pairs if not left]
        )

    def _boolean(self, answers: str) -> ReadItem:
        is_true = _first(answers).lower() in _TRUE
        wrong, right = [self.words(part) for part in [*answers.split("#", 2)[1:], "", ""][:2]]
        return self.question.boolean(is_true, *((right, wrong) if is_true else (wrong, right)))

    def _weighed(self, parts: list[str], usual: float) -> list[Choice]:
        """Answers with their weight and what is said of them; one after `=` is wholly right."""
        choices = []
        for part in few(parts):
            told = part.strip()
            if not told:
                continue
            share = 1.0 if told.startswith("=") else usual
            told = told.removeprefix("=").lstrip()
            if not part.strip().startswith("=") and (weight := _WEIGHT.match(told)):
                share, told = _share(weight[1]), told[weight.end() :]
            answer, _, why = told.partition("#")
            choices.append(Choice(self.words(answer), share, self.words(why)))
        return choices


def _share(percent: str) -> float:
    share = float(percent.replace(",", ".")) / 100
    if not -1 <= share <= 1:
        raise unusable(N_("A weight of %(weight)s percent is not between -100 and 100."), weight=percent)
    return share


def _first(answers: str) -> str:
    return answers.partition("#")[0].strip()
