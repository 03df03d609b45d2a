"""A question of QTI 1.2, as Canvas, ILIAS, Blackboard and Respondus write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizapp.formats.exchange import ReadItem
from quizapp.formats.gaps import MOST_GAPS, Gap, ask_each_gap, number_choices
from quizapp.formats.plain_html import html_of, text_of
from quizapp.formats.qti12_scoring import Scoring, read_scoring
from quizapp.formats.questions import Choice, Question, few
from quizapp.formats.remarks import N_, unusable
from quizapp.formats.xml_tree import Element
from quizapp.items.wording import normalised

_RESPONSES = ("response_lid", "response_str", "response_num", "response_grp", "response_xy")
_NEVER = {
    "essay_question": N_("It asks for an essay, which no program can grade."),
    "file_upload_question": N_("It asks for a file, which no program can grade."),
    "text_only_question": N_("It is a description, not a question."),
    "calculated_question": N_("Its numbers are drawn anew each time, which cannot be said here."),
    "hot_spot_question": N_("It is answered on a picture."),
    "TEXT QUESTION": N_("It asks for an essay, which no program can grade."),
    "FORMULA QUESTION": N_("Its numbers are drawn anew each time, which cannot be said here."),
    "IMAGE MAP QUESTION": N_("It is answered on a picture."),
    "KPRIM CHOICE QUESTION": N_("It asks of each answer whether it is true, which cannot be said here."),
}
"""The types that no item can hold, by the names of Canvas and of ILIAS."""
_WORDS = ("mattext", "matemtext", "mat_formattedtext")
_MEDIA = ("matimage", "mataudio", "matvideo", "matapplet")
_OFFERED = ("dropdown", "wordbank")
_GENERAL = ("general_fb", "general", "solution")


@dataclass(slots=True)
class _Response:
    """One place for an answer: what is asked beside it, and the answers offered."""

    name: str
    kind: str
    is_ordered: bool
    is_several: bool
    asked: str
    is_offered: bool = False
    labels: dict[str, str] = field(default_factory=dict)


def read_item(element: Element, where: str, tags: tuple[str, ...] = ()) -> list[ReadItem]:
    """The items that an item of QTI 1.2 becomes: one, or one for each of its gaps."""
    return _Reader(element, where, tags).read()


class _Reader:
    def __init__(self, element: Element, where: str, tags: tuple[str, ...]) -> None:
        self.element = element
        self.question = Question(where, "", tags=tags, external_id=element.get("ident"))
        self.said = {found.get("ident"): self.words_in(found) for found in element.children("itemfeedback")}
        self.scoring: Scoring = read_scoring(element)
        self.parts: list[str | _Response] = []

    def read(self) -> list[ReadItem]:
        told = self._metadata()
        kind = told.get("question_type") or told.get("QUESTIONTYPE", "")
        if kind in _NEVER:
            raise unusable(_NEVER[kind])
        presentation = self.element.child("presentation")
        if presentation is None:
            raise unusable(N_("It asks nothing: there are no words (it may be a picture)."))
        self.parts = list(self._parts(presentation))
        self.question.stem = "\n".join(part for part in self.parts if isinstance(part, str) and part)
        self.question.feedback = "\n".join(self.said[name] for name in _GENERAL if self.said.get(name))
        self._say_what_is_lost()
        responses = [part for part in self.parts if isinstance(part, _Response)]
        if len(responses) > MOST_GAPS:
            raise unusable(
                N_("It has %(found)s gaps; at most %(most)s fit."), found=len(responses), most=MOST_GAPS
            )
        if not responses:
            raise unusable(N_("It is a description, not a question."))
        return self._read(responses, kind)

    def _read(self, responses: list[_Response], kind: str) -> list[ReadItem]:
        first = responses[0]
        if any(response.kind in ("response_xy",) for response in responses):
            raise unusable(N_("It is answered on a picture."))
        if first.kind == "response_grp":
            return [self._grouped(first)]
        if first.is_ordered:
            return [self._ordered(first)]
        if len(responses) == 1 and first.kind == "response_lid" and not self._is_named(first):
            return [self._chosen(first)]
        if len(responses) == 1 and first.kind != "response_lid" and self.parts[-1] is first:
            return [self.question.typed(self._accepted(first))]
        if all(self._is_named(response) for response in responses):
            return self._named_gaps(responses, is_typed=kind == "fill_in_multiple_blanks_question")
        lefts = [response for response in responses if response.kind == "response_lid" and response.asked]
        if len(lefts) == len(responses) or kind == "matching_question":
            return [self._matched(lefts)]
        return ask_each_gap(
            self.question,
            [part if isinstance(part, str) else self._gap(part) for part in _spaced(self.parts)],
        )

    def words(self, markup: str, form: str = "html") -> str:
        read = text_of(markup, form)
        for name in read.media:
            self.question.remark(N_("A picture, sound or formula in it is not kept: %(name)s"), name=name)
        return read.text

    def words_in(self, element: Element) -> str:
        """The words of the materials anywhere inside."""
        return " ".join(text for found in element.every("material") if (text := self._material(found)))

    def _material(self, material: Element) -> str:
        pieces = []
        for part in material.every(*_WORDS, *_MEDIA):
            if part.name in _WORDS:
                is_plain = part.get("texttype").lower() == "text/plain" and not part.children()
                pieces.append(
                    self.words(part.text, "plain")
                    if is_plain
                    else self.words(html_of(part) if part.children() else part.text)
                )
            else:
                name = part.get("uri") or part.get("label") or part.name
                self.question.remark(N_("A picture, sound or formula in it is not kept: %(name)s"), name=name)
        return " ".join(piece for piece in pieces if piece)

    def _metadata(self) -> dict[str, str]:
        return {
            found.words_at("fieldlabel"): found.words_at("fieldentry")
            for found in self.element.every("qtimetadatafield")
        }

    def _parts(self, element: Element) -> Iterator[str | _Response]:
        for part in element.children():
            if part.name == "material":
                yield self._material(part)
            elif part.name in _RESPONSES:
                yield self._response(part)
            else:
                yield from self._parts(part)

    def _response(self, element: Element) -> _Response:
        asked = " ".join(text for found in element.children("material") if (text := self._material(found)))
        cardinality = element.get("rcardinality").lower()
        labels = {
            label.get("ident"): self.words_in(label) or " ".join(label.text.split())
            for label in few(list(element.every("response_label")))
        }
        if any(label.get("scoring_algorithm") == "TextRegex" for label in element.every("response_label")):
            raise unusable(N_("A gap of it is graded by a pattern, which cannot be said here."))
        return _Response(
            element.get("ident"),
            element.name,
            cardinality == "ordered",
            cardinality == "multiple",
            asked,
            any(label.get("answer_type") in _OFFERED for label in element.every("response_label")),
            labels,
        )

    def _is_named(self, response: _Response) -> bool:
        return bool(self._sign_of(response))

    def _sign_of(self, response: _Response) -> str:
        """How the text names the gap: [colour], or by the id of the response."""
        names = (response.asked, response.name.removeprefix("response_"))
        return next((f"[{name}]" for name in names if name and f"[{name}]" in self.question.stem), "")

    def _say_what_is_lost(self) -> None:
        linked = self.scoring.feedback_of_answers()
        lost = [
            text
            for name, text in self.said.items()
            if text and name not in _GENERAL and name not in linked.values()
        ]
        if lost:
            self.question.remark(
                N_("What is said of any right or wrong answer is not kept: %(words)s"), words=" / ".join(lost)
            )
        points = self._metadata().get("points_possible", "1")
        if points not in ("", "1", "1.0"):
            self.question.remark(
                N_("It was worth %(points)s points; here every question is worth one."), points=points
            )

    def _choices(self, response: _Response) -> list[Choice]:
        linked = self.scoring.feedback_of_answers()
        return [
            Choice(
                text,
                self.scoring.share(response.name, value),
                self.said.get(linked.get((response.name, value), ""), ""),
            )
            for value, text in response.labels.items()
        ]

    def _chosen(self, response: _Response) -> ReadItem:
        if response.asked and response.asked not in self.question.stem:
            self.question.stem = f"{self.question.stem}\n{response.asked}".strip()
        return self.question.chosen(self._choices(response), response.is_several)

    def _ordered(self, response: _Response) -> ReadItem:
        order = self.scoring.order(response.name)
        if sorted(order) != sorted(response.labels):
            raise unusable(N_("The right order does not name each of its answers once."))
        return self.question.ordered([response.labels[value] for value in order])

    def _matched(self, responses: list[_Response]) -> ReadItem:
        pairs, offered = [], {}
        for response in responses:
            offered.update(response.labels)
            right = [value for value in response.labels if self.scoring.share(response.name, value) > 0]
            if len(right) != 1:
                raise unusable(
                    N_("Its pairs are not one to one: something goes with several others or with none.")
                )
            pairs.append((response.asked, response.labels[right[0]]))
        return self.question.matched(pairs, offered.values())

    def _grouped(self, response: _Response) -> ReadItem:
        """Pairs of one response that holds both sides, as ILIAS writes them: „11,21”."""
        values = [value.replace(" ", "").split(",") for value in self.scoring.right_values(response.name)]
        pairs = [(one, other) for one, other in (value for value in values if len(value) == 2)]
        if not pairs or not all(value in response.labels for pair in pairs for value in pair):
            raise unusable(N_("A right pair of it names an answer that there is not."))
        named = {value for pair in pairs for value in pair}
        return self.question.matched(
            [(response.labels[one], response.labels[other]) for one, other in pairs],
            [text for value, text in response.labels.items() if value not in named],
        )

    def _named_gaps(self, responses: list[_Response], is_typed: bool) -> list[ReadItem]:
        """Gaps as [name] in the text."""
        rest = self.question.stem
        parts: list[str | Gap] = []
        for response in sorted(responses, key=lambda one: self.question.stem.index(self._sign_of(one))):
            before, sign, after = rest.partition(self._sign_of(response))
            if not sign:
                raise unusable(N_("Its gaps overlap."))
            parts.extend((before, self._named_gap(response, is_typed)))
            rest = after
        return ask_each_gap(self.question, [*parts, rest])

    def _named_gap(self, response: _Response, is_typed: bool) -> Gap:
        """Typed, too, where all that is offered are spellings of one answer."""
        if (is_typed and not response.is_offered) or len(
            {normalised(text) for text in response.labels.values()}
        ) == 1:
            return Gap(tuple(Choice(text, 1.0) for text in response.labels.values()), is_typed=True)
        return Gap(tuple(self._choices(response)), is_typed=False)

    def _gap(self, response: _Response) -> Gap:
        if response.kind == "response_lid":
            return Gap(tuple(self._choices(response)), is_typed=False)
        return Gap(tuple(self._accepted(response)), is_typed=True)

    def _accepted(self, response: _Response) -> list[Choice]:
        name = response.name
        choices: list[Choice] = []
        lost: list[tuple[float, float]] = []
        for values, bounds in self.scoring.ways(name):
            shares = [Choice(value, self.scoring.share(name, value)) for value in values]
            if bounds is None:
                choices.extend(shares)
                continue
            numbers = self._within(bounds, values)
            choices.extend(numbers)
            lost.extend([] if numbers else [bounds])
        if not choices and lost:
            raise unusable(
                N_("Any number from %(least)s to %(most)s is right, which cannot be said here."),
                least=f"{lost[0][0]:g}",
                most=f"{lost[0][1]:g}",
            )
        if not choices:
            raise unusable(N_("It asks for an essay, which no program can grade."))
        for least, most in lost:
            self.question.remark(
                N_("Any number from %(least)s to %(most)s was right, which cannot be said here."),
                least=f"{least:g}",
                most=f"{most:g}",
            )
        return choices

    def _within(self, bounds: tuple[float, float], values: list[str]) -> list[Choice]:
        """The numbers within bounds, around the one that is named if there is one; none where they are too many."""
        least, most = bounds
        middle = values[0] if values else f"{(least + most) / 2:.6g}"
        margin = f"{(most - least) / 2:.6g}"
        numbers = number_choices(middle, margin, 1.0)
        if numbers is None and values:
            self.question.remark(
                N_(
                    "Answers up to %(margin)s away from %(answer)s counted as right; here only the number itself."
                ),
                margin=margin,
                answer=middle,
            )
            return number_choices(middle, "0", 1.0) or []
        return numbers or []


def _spaced(parts: list[str | _Response]) -> Iterator[str | _Response]:
    """Materials between gaps are trimmed; the blank between a word and a gap is put back."""
    for part in parts:
        yield f" {part} " if isinstance(part, str) and part else part
