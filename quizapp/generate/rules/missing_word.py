"""A word left out of a quotation, to be typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.generate.draft import Draft
from quizapp.generate.facts import Facts
from quizapp.generate.speech import Speech
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.words import ADJECTIVES, NOUNS, has, lemmas
from quizapp.items.item import GAP, Item

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST, _LONGEST = 7, 18
_PREPOSITION = frozenset({"prep"})
_EMPTY = frozenset({"nic", "nikt", "coś", "ktoś", "wszystko", "wszyscy", "rzecz"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One gap in each quotation of seven to eighteen words whose speaker the sentence names."""
    for speech in facts.speeches:
        gap = _gap(speech.words)
        if gap and _SHORTEST <= len(speech.words.split()) <= _LONGEST:
            yield Draft(_item(speech, gap), f"words:{speech.quotation.span.start}", 0.65)


def _gap(words: str) -> re.Match[str] | None:
    """The longest noun of the second half that stands once in the quotation."""
    found = list(_WORD.finditer(words))
    fitting = [
        word
        for word in found
        if word.start() * 2 >= len(words) and len(word.group()) > 5 and _is_telling(word, found)
    ]
    return max(fitting, key=lambda word: (len(word.group()), -word.start()), default=None)


def _is_telling(word: re.Match[str], words: list[re.Match[str]]) -> bool:
    form = word.group().casefold()
    repeated = any(lemmas(form) & lemmas(other.group().casefold()) for other in words if other is not word)
    before = next((other.group() for other in reversed(words) if other.end() <= word.start()), "")
    governed = has(before.casefold(), _PREPOSITION)
    common = word.group()[0].islower() and not has(form, ADJECTIVES)
    return common and has(form, NOUNS) and not lemmas(form) & _EMPTY and not repeated and not governed


def _item(speech: Speech, gap: re.Match[str]) -> Item:
    words = speech.words[: gap.start()] + GAP + speech.words[gap.end() :]
    stem = f"{speech.speaker.name}: {quoted(words, 400)}. Jakiego słowa brakuje w tym cytacie?"
    stem = stem.replace("?”.", "?”").replace("!”.", "!”")
    evidence = speech.sentence.span
    return Item("cloze", "quotation", stem, (), (gap.group(),), (evidence,), sentence_feedback(evidence.text))
