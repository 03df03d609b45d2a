"""A word left out of a quotation, typed: no chosen word fits in its place and is surely not what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.speech import Speech
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.words import lemmas, word_list
from quizapp.items.item import GAP, Item

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST, _LONGEST = 7, 24
_JOINING = frozenset({"i", "oraz", "lub", "ani", "a"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One gap in each quotation of a sentence or two whose speaker the sentence names."""
    for speech in facts.speeches:
        if not _SHORTEST <= len(speech.words.split()) <= _LONGEST:
            continue
        for gap in reversed(list(_WORD.finditer(speech.words))):
            if gap.start() * 2 >= len(speech.words) and _ends_a_phrase(speech, gap) and _is_an_ideal(gap):
                yield Draft(_item(speech, gap), f"words:{speech.quotation.span.start}", 0.6)
                break


def _ends_a_phrase(speech: Speech, gap: re.Match[str]) -> bool:
    """Whether nothing hangs on the word: „prawo do strajku” is told by its „do”."""
    after = speech.words[gap.end() :].lstrip()
    return not after or not after[0].isalpha() or after.split()[0] in _JOINING


def _is_an_ideal(gap: re.Match[str]) -> bool:
    """Whether the word can be nothing but one of what people value or fear: the words that are remembered."""
    word = gap.group()
    return word.islower() and len(lemmas(word) & word_list("ideals")) == 1


def _item(speech: Speech, gap: re.Match[str]) -> Item:
    words = speech.words[: gap.start()] + GAP + speech.words[gap.end() :]
    stem = f"{speech.speaker.name}: {quoted(words, 400)}. Jakiego słowa brakuje w tym cytacie?"
    stem = stem.replace("?”.", "?”").replace("!”.", "!”")
    feedback = sentence_feedback(speech.sentence.span.text)
    return Item("cloze", "quotation", stem, (), (gap.group(),), speech.evidence, feedback)
