"""Moodle XML, read: every question type of Moodle 3 and 4 that has an item's shape; the others are named."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.formats.cloze_text import read_cloze
from quizapp.formats.exchange import LeftOut, Reading, ReadItem
from quizapp.formats.gaps import Gap, ask_each_gap, number_choices
from quizapp.formats.plain_html import text_of
from quizapp.formats.questions import Choice, Question, few, left_out, refuse_too_many
from quizapp.formats.remarks import N_, Unusable, unreadable, unusable
from quizapp.formats.text_files import refuse_other_kinds
from quizapp.formats.xml_tree import Element, parse_xml

_FORMS = {"plain_text": "plain", "markdown": "markdown", "moodle_auto_format": "moodle", "html": "html"}
_PLACE = re.compile(r"\[\[(\d{1,3})\]\]")
_ANY_FEEDBACK = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_USUAL_FEEDBACK = re.compile(
    r"(?:your answer is (?:partially )?(?:correct|incorrect)\.?|twoja odpowiedź jest[\w ]*(?:popraw|prawidł)\w*\.?"
    r"|(?:odpowiedź )?(?:niepoprawn|poprawn|częściowo poprawn)\w*(?: odpowiedź)?\.?)?",
    re.IGNORECASE,
)
_NEVER = {
    "essay": N_("It asks for an essay, which no program can grade."),
    "description": N_("It is a description, not a question."),
    "random": N_("It draws other questions at random and asks nothing itself."),
    "randomsamatch": N_("It draws other questions at random and asks nothing itself."),
    "calculated": N_("Its numbers are drawn anew each time, which cannot be said here."),
    "calculatedmulti": N_("Its numbers are drawn anew each time, which cannot be said here."),
    "calculatedsimple": N_("Its numbers are drawn anew each time, which cannot be said here."),
    "ddimageortext": N_("It is answered on a picture."),
    "ddmarker": N_("It is answered on a picture."),
}


def read_moodle_xml(content: bytes) -> Reading:
    """The questions of a file that Moodle exported, each with its number and line."""
    refuse_other_kinds(content)
    root = parse_xml(content)
    if root.name not in ("quiz", "question"):
        raise unreadable(
            N_("This XML begins with <%(name)s>, not with <quiz>: it is no Moodle XML."), name=root.name
        )
    items: list[ReadItem] = []
    lost: list[LeftOut] = []
    number, category = 0, ""
    for element in [root] if root.name == "question" else root.children("question"):
        if element.get("type") == "category":
            category = (
                element.words_at("category", "text").replace("//", "\0").rsplit("/", 1)[-1].replace("\0", "/")
            )
            continue
        number += 1
        refuse_too_many(number)
        where = f"question {number}, line {element.line}"
        try:
            items.extend(_Reader(element, where, category).read())
        except Unusable as error:
            lost.append(left_out(where, error, _name_of(element)))
    return Reading(tuple(items), tuple(lost))


def _name_of(element: Element) -> str:
    try:
        stem = text_of(element.words_at("questiontext", "text")).text
    except Unusable:
        stem = ""
    return stem or element.words_at("name", "text")


def _is_given(category: str) -> bool:
    return (
        bool(category)
        and category not in ("top", "$course$", "$system$")
        and not category.startswith(("Default for", "Domyślne", "Domyślna"))
    )


class _Reader:
    """Reads one question element."""

    def __init__(self, element: Element, where: str, category: str) -> None:
        self.element = element
        self.question = Question(where, "")
        tags = [tag.words_at("text") for tag in (element.child("tags") or element).children("tag")]
        self.question.tags = (*tags, category) if _is_given(category) else tuple(tags)
        self.question.external_id = element.words_at("idnumber") or element.words_at("name", "text")

    def read(self) -> list[ReadItem]:
        """The items that the question becomes: one, or one for each of its gaps."""
        kind = self.element.get("type")
        if kind in _NEVER:
            raise unusable(_NEVER[kind])
        if kind not in _READERS:
            raise unusable(N_("Questions of the type “%(kind)s” are not known here."), kind=kind)
        self.question.stem = self.words("questiontext")
        self.question.feedback = self.words("generalfeedback")
        self._say_what_is_lost()
        read = _READERS[kind](self)
        return read if isinstance(read, list) else [read]

    def words(self, *path: str) -> str:
        """The words of a text in its format; pictures in it are remarked on."""
        found = self.element.child(*path)
        return self.words_of(found) if found else ""

    def words_of(self, element: Element, form: str = "") -> str:
        """The words of a text element in its own format, or in that of the element around it."""
        told = element.get("format") or form
        inner = element.child("text")
        read = text_of((inner or element).text, _FORMS.get(told, "html"))
        for name in read.media:
            self.question.remark(N_("A picture, sound or formula in it is not kept: %(name)s"), name=name)
        for file in element.children("file"):
            self.question.remark(N_("A file that belongs to it is not kept: %(name)s"), name=file.get("name"))
        return read.text

    def choices(self) -> list[Choice]:
        """The answers of the question with their shares of the points."""
        return [
            Choice(self.words_of(answer), _share(answer.get("fraction")), self._why(answer))
            for answer in few(self.element.children("answer"))
        ]

    def _why(self, answer: Element) -> str:
        found = answer.child("feedback")
        return self.words_of(found) if found else ""

    def _say_what_is_lost(self) -> None:
        if any(self.words_of(hint) for hint in self.element.children("hint")):
            self.question.remark(N_("Its hints are not kept."))
        said = [self.words(name) for name in _ANY_FEEDBACK]
        if not all(len(text) < 100 and _USUAL_FEEDBACK.fullmatch(text) for text in said):
            self.question.remark(
                N_("What is said of any right or wrong answer is not kept: %(words)s"),
                words=" / ".join(text for text in said if text),
            )
        points = _number(self.element.words_at("defaultgrade"))
        if points not in (None, 1.0):
            self.question.remark(
                N_("It was worth %(points)s points; here every question is worth one."), points=f"{points:g}"
            )

    def chosen(self) -> ReadItem:
        told = self.element.words_at("single").lower()
        return self.question.chosen(self.choices(), several=told in ("false", "0"))

    def several(self) -> ReadItem:
        choices = [
            Choice(
                choice.text,
                1.0 if answer.words_at("correctanswer") == "1" or choice.share > 0 else 0.0,
                choice.why,
            )
            for choice, answer in zip(self.choices(), self.element.children("answer"), strict=True)
        ]
        return self.question.chosen(choices, several=True)

    def boolean(self) -> ReadItem:
        told = {choice.text.lower(): choice for choice in self.choices()}
        if not {"true", "false"} <= told.keys():
            raise unusable(N_("It does not say which of true and false is right."))
        if (told["true"].share > 0) == (told["false"].share > 0):
            raise unusable(N_("It does not say which of true and false is right."))
        return self.question.boolean(told["true"].share > 0, told["true"].why, told["false"].why)

    def typed(self) -> ReadItem:
        if self.element.words_at("usecase") == "1":
            self.question.remark(N_("Capital letters counted; here they do not."))
        return self.question.typed(self.choices(), patterns=True)

    def numerical(self) -> ReadItem:
        choices: list[Choice] = []
        for answer, choice in zip(self.element.children("answer"), self.choices(), strict=True):
            if choice.text == "*":
                choices.append(Choice("*", 0.0, choice.why))
                continue
            choices.extend(self._numbers(choice, answer.words_at("tolerance")))
        if self.element.child("units", "unit"):
            self.question.remark(N_("Its units are not kept."))
        return self.question.typed(choices, patterns=True)

    def _numbers(self, choice: Choice, tolerance: str) -> list[Choice]:
        numbers = number_choices(choice.text, tolerance, choice.share, choice.why)
        if numbers is not None:
            return numbers if choice.share >= 1 else numbers[:1]
        if number_choices(choice.text, "0", 1.0) is None:
            raise unusable(N_("“%(answer)s” is no number."), answer=choice.text)
        self.question.remark(
            N_(
                "Answers up to %(margin)s away from %(answer)s counted as right; here only the number itself."
            ),
            margin=tolerance,
            answer=choice.text,
        )
        return [choice]

    def matched(self) -> ReadItem:
        form = self.element.child("questiontext")
        usual = form.get("format") if form else ""
        told = [
            (self.words_of(part, usual), self.words_of(answer) if (answer := part.child("answer")) else "")
            for part in few(self.element.children("subquestion"))
        ]
        pairs = [pair for pair in told if pair[0]]
        return self.question.matched(pairs, [right for left, right in told if not left])

    def ordered(self) -> ReadItem:
        answers = few(self.element.children("answer"))
        places = [_number(answer.get("fraction")) for answer in answers]
        order = sorted(range(len(answers)), key=lambda place: (places[place] or 0.0, place))
        if any(self._why(answer) for answer in answers):
            self.question.remark(N_("What is said of its single answers is not kept."))
        return self.question.ordered([self.words_of(answers[place]) for place in order])

    def gaps_from_list(self) -> list[ReadItem]:
        """Gaps as [[1]] in the text, each filled from the answers of one group."""
        boxes = few(self.element.children("selectoption", "dragbox"))
        offered = [(self.words_of(box), box.words_at("group") or "1") for box in boxes]
        parts: list[str | Gap] = []
        place = 0
        for found in _PLACE.finditer(self.question.stem):
            parts.append(self.question.stem[place : found.start()])
            parts.append(_gap_of(offered, int(found[1]) - 1))
            place = found.end()
        return ask_each_gap(self.question, [*parts, self.question.stem[place:]])

    def cloze(self) -> list[ReadItem]:
        """Gaps as {1:SHORTANSWER:=…} in the text."""
        return ask_each_gap(self.question, list(read_cloze(self.question)))


def _gap_of(offered: list[tuple[str, str]], right: int) -> Gap:
    if not 0 <= right < len(offered):
        raise unusable(N_("A gap asks for answer %(number)s, which there is not."), number=right + 1)
    group = offered[right][1]
    return Gap(
        tuple(Choice(text, float(place == right)) for place, (text, of) in enumerate(offered) if of == group),
        is_typed=False,
    )


def _share(fraction: str) -> float:
    if not fraction.strip():
        return 0.0
    percent = _number(fraction)
    if percent is None or not -100 <= percent <= 100:
        raise unusable(N_("A weight of %(weight)s percent is not between -100 and 100."), weight=fraction)
    return percent / 100


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < 1e12 else None


_READERS: dict[str, Callable[[_Reader], ReadItem | list[ReadItem]]] = {
    "multichoice": _Reader.chosen,
    "multichoiceset": _Reader.several,
    "oumultiresponse": _Reader.several,
    "truefalse": _Reader.boolean,
    "shortanswer": _Reader.typed,
    "numerical": _Reader.numerical,
    "matching": _Reader.matched,
    "match": _Reader.matched,
    "ddmatch": _Reader.matched,
    "ordering": _Reader.ordered,
    "gapselect": _Reader.gaps_from_list,
    "ddwtos": _Reader.gaps_from_list,
    "cloze": _Reader.cloze,
    "multianswer": _Reader.cloze,
}
