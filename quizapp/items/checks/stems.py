"""The asking part: one clear question, no longer than it needs to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.items.checks.finding import Finding, Setting, error, evidence_text, warning
from quizapp.items.checks.reading import outside_quotes, plain_words
from quizapp.items.checks.terms import is_term
from quizapp.items.item import Item
from quizapp.items.wording import words_in

LONGEST_STEM, LONGEST_OPTION = 35, 15
LONGER_THAN_EVIDENCE, EVIDENCE_OF_A_SENTENCE = 10, 10
LONGEST_INSTRUCTION = 8
COPIED_IN_A_ROW = 8
_GAP = re.compile(r"_{2,}")
_ASKED = frozenset(("single", "multiple", "typed", "date"))
_INSTRUCTED = frozenset(("multiple", "typed", "date"))


def stem_is_positive(item: Item, setting: Setting) -> Iterator[Finding]:
    """C9: a negation that one can overlook; written in capitals it is only worth a thought."""
    if item.type == "cloze":
        return
    words = words_in(outside_quotes(item.stem))
    negations = [word for word in words if is_term(word, "negative")]
    if not negations:
        return
    is_plain = all(word.isupper() for word in negations) or any(is_term(word, "asking_why") for word in words)
    found = warning if is_plain or item.type == "boolean" else error
    yield found("C9", "stem", "negative_stem", negations[0])


def stem_asks(item: Item, setting: Setting) -> Iterator[Finding]:
    """C10: a question with an interrogative or a sentence with a gap; of what is typed "Podaj…" too."""
    words = words_in(item.stem)
    if not words:
        yield error("C10", "stem", "empty_stem")
    elif _GAP.search(item.stem) or (item.type in _INSTRUCTED and is_term(words[0], "instruction")):
        return
    elif item.type == "cloze":
        yield error("C10", "stem", "no_gap")
    elif item.type in _ASKED and not _is_question(item.stem):
        yield error("C10", "stem", "no_question")


def gap_stands_well(item: Item, setting: Setting) -> Iterator[Finding]:
    """C11: one gap, in the last half of its sentence."""
    gaps = list(_GAP.finditer(item.stem))
    if len(gaps) > 1:
        yield error("C11", "stem", "several_gaps", len(gaps))
    elif gaps:
        before, after = words_in(item.stem[: gaps[0].start()]), words_in(item.stem[gaps[0].end() :])
        if len(before) < len(after):
            yield warning("C11", "stem", "early_gap")


def load_is_light(item: Item, setting: Setting) -> Iterator[Finding]:
    """C24: a stem of 35 words at most and no longer than its evidence by ten; options of 15 words at most."""
    length = len(words_in(item.stem))
    evidence = len(words_in(evidence_text(item)))
    is_padded = evidence >= EVIDENCE_OF_A_SENTENCE and length > evidence + LONGER_THAN_EVIDENCE
    if length > LONGEST_STEM or is_padded:
        yield warning("C24", "stem", "long_stem", length)
    for option in item.options:
        if len(words_in(option.text)) > LONGEST_OPTION:
            yield warning("C24", "options", "long_option", option.text)


def stem_is_not_copied(item: Item, setting: Setting) -> Iterator[Finding]:
    """C30: a question of eight words in a row that stand in the evidence, quotations and gaps aside."""
    if item.type in ("cloze", "boolean") or _GAP.search(item.stem):
        return
    words = plain_words(outside_quotes(item.stem))
    if _runs(words) & _runs(plain_words(evidence_text(item))):
        yield warning("C30", "stem", "copied_stem", COPIED_IN_A_ROW)


def _is_question(stem: str) -> bool:
    asked, mark, instruction = stem.rpartition("?")
    return (
        bool(mark)
        and len(words_in(instruction)) <= LONGEST_INSTRUCTION
        and any(is_term(word, "interrogative") for word in words_in(outside_quotes(asked)))
    )


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[place : place + COPIED_IN_A_ROW] for place in range(len(words) - COPIED_IN_A_ROW + 1)}
