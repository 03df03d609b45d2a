"""What the words right before a quotation do with it, where no verb of saying leads into it."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.text.speech.cues import announcing_verb, last_cue
from quizapp.text.telling.narration import MARKED, Speaking
from quizapp.text.words import Word

_ABBREVIATION = 3  # letters at most
_BESIDES = frozenset((",", "a", "zaś", "natomiast", "–", "go", "ją", "je"))


def is_closed(words: Sequence[Word]) -> bool:
    """Whether the words before a quotation end a sentence; a point after an abbreviation does not."""
    if words[-1].text == ".":
        return len(words) < 2 or len(words[-2].text) > _ABBREVIATION or words[-2].text == MARKED
    return words[-1].text in ("!", "?")


def merely_stands(words: Sequence[Word]) -> bool:
    """„w liście X czytamy”: the verb says nothing of who uttered the words."""
    cue = announcing_verb(words)
    return cue is not None and cue.is_one_of("reading_verbs")


def goes_on_reporting(words: Sequence[Word]) -> bool:
    """„pisał, że „…”, a o Piotrze, że to „…””: a second clause of what was said, within the sentence."""
    opened = [word.text for word in words[:2]] in (
        [",", "a"],
        [",", "i"],
        ["i", "że"],
        ["oraz", "że"],
        [",", "że"],
    )
    return (
        opened
        and any(word.text in ("że", "iż") for word in words)
        and last_cue(words, announced=True) is None
    )


def is_parallel(words: Sequence[Word], person: Speaking) -> bool:
    """„Jan nazwał go „…”, Piotr zaś „…””: nothing but another person before words like those just said."""
    others = [word.text for word in words if not person.start <= word.start < person.end]
    return "nom" in person.cases and others[:1] == [","] and set(others) <= _BESIDES
