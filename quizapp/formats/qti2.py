"""A question of QTI 2.1, 2.2 or 3: what it declares as right is taken; what only its rules know is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quizapp.formats.exchange import ReadItem
from quizapp.formats.gaps import MOST_GAPS, Gap, ask_each_gap, number_choices
from quizapp.formats.plain_html import html_of, text_of
from quizapp.formats.qti2_declared import Declared, points_in, read_declared
from quizapp.formats.questions import Choice, Question, few
from quizapp.formats.remarks import N_, unusable
from quizapp.formats.xml_tree import Element

GENERAL_FEEDBACK = "general"
INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
_ASIDE = ("rubricBlock", "feedbackBlock", "feedbackInline", "templateBlock", "templateInline", "stylesheet")
_RULES_OF_ITS_OWN = ("customOperator", "patternMatch", "mapResponsePoint", "stringMatch", "substring")
_COMPARED = ("match", "stringMatch", "equal")
_MARK = "\u241f"
"""Stands for a gap while markup becomes words."""


def read_item(element: Element, where: str, tags: tuple[str, ...] = ()) -> list[ReadItem]:
    """The items that an assessmentItem becomes: one, or one for each thing that it asks at once."""
    return _Reader(element, where, tags).read()


class _Reader:
    def __init__(self, element: Element, where: str, tags: tuple[str, ...]) -> None:
        self.element = element
        self.body = element.child("itemBody") or Element("itemBody", {}, element.line)
        self.question = Question(where, "", tags=tags)
        self.question.external_id = element.get("label") or element.get("identifier")
        self.declared = {
            found.get("identifier"): read_declared(found) for found in element.children("responseDeclaration")
        }
        self.said = {
            found.get("identifier"): self.words(html_of(found)) for found in element.children("modalFeedback")
        }

    def read(self) -> list[ReadItem]:
        if self.element.first("templateDeclaration", "templateProcessing"):
            raise unusable(N_("Its numbers are drawn anew each time, which cannot be said here."))
        asked = [
            found
            for found in self.body.every()
            if found.name.endswith("Interaction") and found.name != "endAttemptInteraction"
        ]
        if len(asked) > MOST_GAPS:
            raise unusable(
                N_("It has %(found)s gaps; at most %(most)s fit."), found=len(asked), most=MOST_GAPS
            )
        if not asked:
            raise unusable(N_("It is a description, not a question."))
        for found in asked:
            if found.name not in (*INLINE, *_BLOCKS):
                raise unusable(
                    N_("It is answered by “%(kind)s”, which cannot be asked here."), kind=found.name
                )
        self.question.feedback = self._feedback()
        self._say_what_is_lost()
        if all(found.name in INLINE for found in asked):
            return self._gaps(asked)
        blocks = [found for found in asked if found.name not in INLINE]
        if len(blocks) < len(asked):
            raise unusable(N_("It mixes gaps with another kind of question."))
        return self._blocks(blocks)

    def words(self, markup: str) -> str:
        read = text_of(markup)
        for name in read.media:
            self.question.remark(N_("A picture, sound or formula in it is not kept: %(name)s"), name=name)
        return read.text

    def words_of(self, element: Element, without: tuple[str, ...] = _ASIDE) -> str:
        return self.words(html_of(element, {id(found): "" for found in element.every(*without)}))

    def _feedback(self) -> str:
        solutions = [self.words_of(found, ()) for found in self.body.every("feedbackBlock")]
        general = [
            self.said[name] for name in self.said if name in (GENERAL_FEEDBACK, "solution", "explanation")
        ]
        return "\n".join(dict.fromkeys(text for text in (*general, *solutions) if text))

    def _say_what_is_lost(self) -> None:
        values = {
            choice.get("identifier") for choice in self.body.every("simpleChoice", "inlineChoice", "hottext")
        }
        known = {GENERAL_FEEDBACK, "solution", "explanation", *values}
        lost = list(dict.fromkeys(text for name, text in self.said.items() if name not in known and text))
        if len(lost) == 1 and not self.question.feedback:
            self.question.feedback = lost[0]
        elif lost:
            self.question.remark(
                N_("What is said of any right or wrong answer is not kept: %(words)s"), words=" / ".join(lost)
            )
        if self.body.first("rubricBlock"):
            self.question.remark(N_("Notes for whoever grades are not kept."))
        if self.element.get("adaptive") == "true" or self.element.first(*_RULES_OF_ITS_OWN):
            self.question.remark(
                N_("It has rules of grading of its own; here the answer declared as right counts.")
            )

    def _blocks(self, asked: list[Element]) -> list[ReadItem]:
        around = self.words(
            html_of(self.body, {id(found): "" for found in (*asked, *self.body.every(*_ASIDE))})
        )
        if len(asked) > 1:
            self.question.remark(
                N_("It asked %(count)s things at once; it became as many questions."), count=len(asked)
            )
        name, items = self.question.external_id, []
        for number, interaction in enumerate(asked, start=1):
            prompt = interaction.child("prompt")
            self.question.stem = "\n".join(
                part for part in (around, self.words_of(prompt) if prompt else "") if part
            )
            self.question.external_id = f"{name}-{number}" if len(asked) > 1 else name
            kept, self.question = self.question, replace(self.question, remarks=list(self.question.remarks))
            read = _BLOCKS[interaction.name](self, interaction, self._declared_for(interaction))
            items.extend(read if isinstance(read, list) else [read])
            self.question = kept
        return items

    def _declared_for(self, interaction: Element) -> Declared:
        name = interaction.get("responseIdentifier")
        found = self.declared.get(name)
        if found is not None and not (found.correct or found.mapped):
            found = replace(found, mapped=self._points_by_rules(name))
        if found is None or not (found.correct or found.mapped):
            essay = interaction.name == "extendedTextInteraction"
            raise unusable(
                N_("It asks for an essay, which no program can grade.")
                if essay
                else N_("It does not declare which answer is right.")
            )
        return found

    def _points_by_rules(self, name: str) -> dict[str, float]:
        """What single values earn where the rules just compare: „if it is this, the score is that”."""
        points: dict[str, float] = {}
        for rule in self.element.every("responseIf", "responseElseIf"):
            asked = rule.children()[0] if rule.children() else rule
            variable, value = asked.child("variable"), asked.child("baseValue")
            is_plain = asked.name in _COMPARED and len(asked.children()) == 2
            if is_plain and variable and value and variable.get("identifier") == name:
                points[" ".join(value.text.split())] = sum(
                    points_in(earned.text)
                    for outcome in rule.children("setOutcomeValue")
                    if "SCORE" in outcome.get("identifier").upper()
                    for earned in outcome.every("baseValue")
                )
        return points

    def _choices(self, elements: list[Element], declared: Declared) -> list[Choice]:
        choices = []
        for element in few(elements):
            value = element.get("identifier")
            inline = element.child("feedbackInline")
            why = self.words_of(inline, ()) if inline else self.said.get(value, "")
            choices.append(Choice(self.words_of(element), declared.share(value), why))
        return choices

    def chosen(self, interaction: Element, declared: Declared) -> ReadItem:
        choices = self._choices(list(interaction.every("simpleChoice")), declared)
        several = declared.cardinality == "multiple" and interaction.get("maxChoices") != "1"
        return self.question.chosen(choices, several)

    def hottext(self, interaction: Element, declared: Declared) -> ReadItem:
        self.question.stem = f"{self.question.stem}\n{self.words_of(interaction, ('prompt',))}".strip()
        choices = self._choices(list(interaction.every("hottext")), declared)
        return self.question.chosen(choices, several=declared.cardinality == "multiple")

    def ordered(self, interaction: Element, declared: Declared) -> ReadItem:
        texts = {found.get("identifier"): self.words_of(found) for found in interaction.every("simpleChoice")}
        if set(declared.correct) != set(texts):
            raise unusable(N_("The right order does not name each of its answers once."))
        return self.question.ordered([texts[value] for value in declared.correct])

    def matched(self, interaction: Element, declared: Declared) -> ReadItem:
        sets = [
            {
                choice.get("identifier"): self.words_of(choice)
                for choice in found.children("simpleAssociableChoice")
            }
            for found in interaction.children("simpleMatchSet")
        ]
        if len(sets) != 2:
            raise unusable(N_("Its two sides cannot be told apart."))
        pairs = [
            tuple(value.split()) for value in declared.correct or declared.mapped if len(value.split()) == 2
        ]
        lefts, rights = sets
        known = [(one, other) for one, other in pairs if one in lefts and other in rights]
        if len(known) < len(pairs):
            raise unusable(N_("A right pair of it names an answer that there is not."))
        if sorted(one for one, _ in known) != sorted(lefts):
            lefts, rights = rights, lefts
            known = [(other, one) for one, other in known]
        if sorted(one for one, _ in known) != sorted(lefts):
            raise unusable(
                N_("Its pairs are not one to one: something goes with several others or with none.")
            )
        used = {other for _, other in known}
        return self.question.matched(
            [(lefts[one], rights[other]) for one, other in known],
            [text for value, text in rights.items() if value not in used],
        )

    def associated(self, interaction: Element, declared: Declared) -> ReadItem:
        texts = {
            choice.get("identifier"): self.words_of(choice)
            for choice in interaction.every("simpleAssociableChoice")
        }
        pairs = [tuple(value.split()) for value in declared.correct if len(value.split()) == 2]
        named = [value for pair in pairs for value in pair]
        if len(set(named)) < len(named) or not set(named) <= set(texts):
            raise unusable(
                N_("Its pairs are not one to one: something goes with several others or with none.")
            )
        return self.question.matched(
            [(texts[one], texts[other]) for one, other in pairs],
            [text for value, text in texts.items() if value not in named],
        )

    def written(self, interaction: Element, declared: Declared) -> ReadItem:
        return self.question.typed(self._accepted(interaction.get("responseIdentifier"), declared))

    def gap_match(self, interaction: Element, declared: Declared) -> list[ReadItem]:
        texts = {
            found.get("identifier"): self.words_of(found) for found in interaction.every("gapText", "gapImg")
        }
        gaps = few(list(interaction.every("gap")))
        replaced = {id(found): _MARK for found in gaps}
        replaced.update({id(found): "" for found in interaction.every("gapText", "gapImg", "prompt")})
        pieces = self.words(html_of(interaction, replaced)).split(_MARK)
        right = {tuple(value.split()) for value in declared.correct or declared.mapped}
        holes = [
            Gap(
                tuple(
                    Choice(text, float((value, found.get("identifier")) in right))
                    for value, text in texts.items()
                ),
                is_typed=False,
            )
            for found in gaps
        ]
        return self._ask(f"{self.question.stem}\n", pieces, holes)

    def _gaps(self, asked: list[Element]) -> list[ReadItem]:
        if len(asked) > 1 and self.element.first(*_RULES_OF_ITS_OWN):
            raise unusable(N_("It has rules of grading of its own for several gaps at once."))
        holes = [self._hole(found) for found in asked]
        replaced = {id(found): _MARK for found in asked}
        replaced.update({id(found): "" for found in self.body.every(*_ASIDE)})
        words = self.words(html_of(self.body, replaced))
        alone = len(asked) == 1 and (
            words.endswith(f"\n{_MARK}") or words.endswith((f"?{_MARK}", f"? {_MARK}"))
        )
        if alone and holes[0].is_typed:
            self.question.stem = words.rstrip(f"{_MARK} \n")
            return [self.question.typed(holes[0].choices)]
        return self._ask("", words.split(_MARK), holes)

    def _ask(self, before: str, pieces: list[str], holes: list[Gap]) -> list[ReadItem]:
        if len(pieces) != len(holes) + 1:
            raise unusable(N_("There is no gap in it to fill."))
        parts: list[str | Gap] = [before + pieces[0]]
        for hole, piece in zip(holes, pieces[1:], strict=True):
            parts.extend((hole, piece))
        return ask_each_gap(self.question, parts)

    def _hole(self, interaction: Element) -> Gap:
        declared = self._declared_for(interaction)
        if interaction.name == "textEntryInteraction":
            return Gap(tuple(self._accepted(interaction.get("responseIdentifier"), declared)), is_typed=True)
        choices = self._choices(list(interaction.every("inlineChoice")), declared)
        return Gap(tuple(choices), is_typed=False)

    def _accepted(self, name: str, declared: Declared) -> list[Choice]:
        values = few(list(dict.fromkeys((*declared.correct, *declared.mapped))))
        if declared.base not in ("float", "integer"):
            return [Choice(value, declared.share(value)) for value in values]
        margin = self._margin(name)
        choices: list[Choice] = []
        for value in values:
            exact = number_choices(value, margin, declared.share(value))
            if exact is None:
                self.question.remark(
                    N_(
                        "Answers up to %(margin)s away from %(answer)s counted as right; here only the number itself."
                    ),
                    margin=margin,
                    answer=value,
                )
            choices.extend(exact or [Choice(value, declared.share(value))])
        return choices

    def _margin(self, name: str) -> str:
        """How far from the right number an answer of the response may lie."""
        for found in self.element.every("equal"):
            asked = {part.get("identifier") for part in found.children("variable", "correct")}
            margins = found.get("tolerance").split()
            if margins and name in asked and found.get("toleranceMode") in ("absolute", "relative"):
                return margins[0] if found.get("toleranceMode") == "absolute" else f"{margins[0]} %"
        return "0"


_BLOCKS: dict[str, Callable[[_Reader, Element, Declared], ReadItem | list[ReadItem]]] = {
    "choiceInteraction": _Reader.chosen,
    "hottextInteraction": _Reader.hottext,
    "orderInteraction": _Reader.ordered,
    "matchInteraction": _Reader.matched,
    "associateInteraction": _Reader.associated,
    "gapMatchInteraction": _Reader.gap_match,
    "extendedTextInteraction": _Reader.written,
}
