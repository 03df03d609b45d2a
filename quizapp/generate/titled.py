"""Titles of works in the case that a question wants: of „w „Historii miasta”” the accusative „Historię miasta”."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from quizapp.generate.making import words_as_units
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.noun_phrases import Phrase
from quizapp.generate.words import ADJECTIVES, CASES, GENDERS, NOUNS, Reading, agree, has, readings

_MARKS = '„“”"»«'


def title_in_case(sentence: Sentence, unit: Unit, fits: Callable[[Reading], bool], case: str) -> str:
    """The quoted title with its first noun, read as one that fits, in that case; "" where that is not sure."""
    said = without_marks(unit.text)
    units = words_as_units(said)
    head = next((at for at, word in enumerate(units) if _is_noun(word.text.casefold())), None)
    if head is None or not all(agree(one.lower, units[head].lower) for one in units[:head]):
        return ""
    known = [one for one in readings(units[head].lower) if one.pos in NOUNS and one.marks & CASES]
    found = {" ".join(_declined(sentence, units, head, one, case)) for one in known if fits(one)}
    return f"„{found.pop()}”" if len(found) == 1 and all(found) else ""


def without_marks(title: str) -> str:
    """The words of a title without the quotation marks around them."""
    return title.strip(_MARKS)


def is_unknown_title(said: str) -> bool:
    """Whether the dictionary does not know the first word („Wizerunk”), which so is declined in no sure way."""
    first = said.split()[0].casefold()
    return not readings(first) and not first.endswith(("ę", "ą"))


def _is_noun(form: str) -> bool:
    return has(form, NOUNS) and not has(form, ADJECTIVES)


def _declined(
    sentence: Sentence, units: tuple[Unit, ...], head: int, reading: Reading, case: str
) -> Sequence[str]:
    own = replace(sentence, units=units, opens_with_name=True)  # a title keeps its capital
    return Phrase(own, units, head, reading).in_case(case)


def agrees_with(participle: Sequence[Reading]) -> Callable[[Reading], bool]:
    """Whether a noun is read as the participle is: in its number, case and gender."""
    return lambda noun: any(
        noun.marks & one.marks & {"sg", "pl"}
        and noun.marks & one.marks & CASES
        and noun.marks & one.marks & GENDERS
        for one in participle
    )
