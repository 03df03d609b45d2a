"""`Z którego roku pochodzi „Lalka”?`: the year that follows the title of a work, in brackets or after „z”; typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quizapp.generate.dating import says_year, year_alone
from quizapp.generate.draft import Draft
from quizapp.generate.facts.dated import dated_names
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.titled import is_unknown_title, title_in_case, without_marks
from quizapp.generate.wording import sentence_feedback
from quizapp.generate.words import ADJECTIVES, NOUNS, PREPOSITION, Reading, cases, has, lemmas, word_list
from quizapp.items.item import Item
from quizapp.text import lexicon
from quizapp.text.annotations import DateMention
from quizapp.text.speech.marked_words import has_verb

_DIRECT = frozenset({"nom", "acc"})
_GENITIVE = frozenset({"gen"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each work whose year the text says by the way."""
    for sentence in facts.sentences:
        for end, date in dated_names(facts.annotations, sentence):
            item = _item(sentence, end, date)
            if item:
                yield Draft(item, f"when:{date.span.start}", 0.6)


def _item(sentence: Sentence, end: int, date: DateMention) -> Item | None:
    titled = sentence.units[end - 1] if end else None
    if titled is None or date.precision != "year" or date.inferred or not says_year(date):
        return None
    title = _title(sentence, end - 1, titled)
    if not title:
        return None
    comes = "pochodzą" if _is_of_several(title) else "pochodzi"
    stem, feedback = f"Z którego roku {comes} {title}?", sentence_feedback(sentence.span.text)
    return Item("date", "date", stem, (), (year_alone(date),), (sentence.span,), feedback)


def _is_of_several(title: str) -> bool:
    """„Pisma”, „Dziady”: the first noun of the title is a plural."""
    words = without_marks(title).casefold().split()
    noun = next((word for word in words if has(word, NOUNS, "nom")), "")
    return bool(noun) and not has(noun, NOUNS, "nom", "sg")


def _title(sentence: Sentence, at: int, titled: Unit) -> str:
    """The title in the nominative; "" where it is no work's or its form is not sure."""
    said = without_marks(titled.text)
    if (
        titled.quotation is None
        or titled.quotation.kind != "phrase"
        or not said[0].isupper()
        or has_verb(said)
    ):
        return ""
    before = sentence.units[at - 1] if at else None
    noun = before is not None and before.kind == "word" and has(before.lower, NOUNS)
    if before is not None and noun and lemmas(before.lower) & lexicon.words("titles_of_works"):
        return f"„{said}”" if lemmas(before.lower) & word_list("kinds_of_works") else ""
    wanted = _cases_after(before)
    if wanted == _DIRECT and is_unknown_title(said):
        return f"„{said}”"
    return title_in_case(sentence, titled, _stands_in(wanted), "nom")


def _cases_after(before: Unit | None) -> frozenset[str]:
    """The cases in which a title may stand after the unit: after „autor” the genitive, after „w” the locative."""
    if before is None or before.kind != "word":
        return _DIRECT
    if has(before.lower, PREPOSITION):
        return cases(before.lower, PREPOSITION)
    if has(before.lower, ADJECTIVES) and not has(before.lower, NOUNS):
        return cases(before.lower, ADJECTIVES)
    return _GENITIVE if has(before.lower, NOUNS) else _DIRECT


def _stands_in(wanted: frozenset[str]) -> Callable[[Reading], bool]:
    return lambda noun: bool(noun.marks & wanted)
