"""A word left out of a quotation, among other words of its kind that might stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

from quizapp.generate.distractors import ENOUGH
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.speech import Speech
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.words import GENDERS, NOUNS, forms, has, lemmas, readings, word_list
from quizapp.items.item import GAP, Item, Option

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST, _LONGEST = 7, 24
_JOINING = frozenset({"i", "oraz", "lub", "ani", "a"})
_NUMBER = frozenset({"sg", "pl"})
_CASES = ("nom", "gen", "dat", "acc", "inst", "loc")
_VOICED = re.compile(r"\b(?:ze|we|nade|ode|pode|przede|beze)$")


def drafts(facts: Facts) -> Iterator[Draft]:
    """One gap in each quotation of a sentence or two whose speaker the sentence names."""
    for speech in facts.speeches:
        if not _SHORTEST <= len(speech.words.split()) <= _LONGEST:
            continue
        for gap in reversed(list(_WORD.finditer(speech.words))):
            others = _others(speech, gap)
            if gap.start() * 2 >= len(speech.words) and _ends_a_phrase(speech, gap) and len(others) == ENOUGH:
                yield Draft(_item(speech, gap, others), f"words:{speech.quotation.span.start}", 0.6)
                break


def _ends_a_phrase(speech: Speech, gap: re.Match[str]) -> bool:
    """Whether nothing hangs on the word: „prawo do strajku” is told by its „do”."""
    after = speech.words[gap.end() :].lstrip()
    return not after or not after[0].isalpha() or after.split()[0] in _JOINING


def _others(speech: Speech, gap: re.Match[str]) -> list[str]:
    """Other nouns of the list, of the same gender and in the same form as the one left out."""
    word = gap.group().casefold()
    ideals = word_list("ideals")
    own = lemmas(word) & ideals
    if len(own) != 1 or gap.group()[0].isupper() or _VOICED.search(speech.words[: gap.start()].rstrip()):
        return []
    said = {lemma for other in _WORD.findall(speech.words) for lemma in lemmas(other.casefold())}
    others = sorted(ideals - said, key=lambda lemma: _shuffled(word, lemma))
    return list(islice(filter(None, (_like(lemma, word) for lemma in others)), ENOUGH))


def _shuffled(word: str, lemma: str) -> str:
    return sha256(f"{word}|{lemma}".encode()).hexdigest()


def _like(lemma: str, word: str) -> str:
    """The form of the noun that can stand wherever the word can; "" if there is none."""
    read = [reading for reading in readings(word) if reading.pos in NOUNS]
    places = {
        (case, number, gender)
        for reading in read
        for case in _CASES
        for number in _NUMBER & reading.marks
        for gender in GENDERS & reading.marks
        if case in reading.marks
    }
    found = {form for place in places for form in forms(lemma, "subst", *place)}
    alike = [
        form
        for form in sorted(found)
        if all(form in forms(lemma, "subst", *place) for place in places) and has(form, NOUNS)
    ]
    return alike[0] if len(alike) == 1 else ""


def _item(speech: Speech, gap: re.Match[str], others: list[str]) -> Item:
    words = speech.words[: gap.start()] + GAP + speech.words[gap.end() :]
    stem = f"{speech.speaker.name}: {quoted(words, 400)}. Jakiego słowa brakuje w tym cytacie?"
    stem = stem.replace("?”.", "?”").replace("!”.", "!”")
    evidence = speech.sentence.span
    right = Option(gap.group(), True, why=f"Tak mówi tekst: {quoted(evidence.text)}")
    wrong = [Option(other, False, why="Tego słowa w cytacie nie ma.") for other in others]
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    return chosen("cloze", "quotation", stem, options, speech.evidence, sentence_feedback(evidence.text))
