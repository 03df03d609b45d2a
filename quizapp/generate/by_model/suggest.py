"""Questions that a language model proposes, held to what every question is held to, and to more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.generate.by_model.doubts import Reader, asked_in
from quizapp.generate.by_model.replies import read_reply
from quizapp.generate.candidate import Candidate
from quizapp.generate.draft import Draft, Sound, Why
from quizapp.generate.facts.gathered import gather
from quizapp.generate.propose import fingerprint, judged, numbered
from quizapp.generate.ranking import ranked
from quizapp.generate.sense import alike
from quizapp.items.correction import Correction
from quizapp.items.item import Item
from quizapp.items.wording import normalised
from quizapp.text.annotate import annotate
from quizapp.text.annotations import Annotations

BY_MODEL = "model"
"""The rule of these candidates."""

_WORTH = 0.45
"""Below the weakest rule, even where a check warns of what that one made."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The candidates that may wait for the teacher, best first, and how many were refused for what."""

    candidates: tuple[Candidate, ...]
    refused: Mapping[Why, int]


def suggest(
    annotations: Annotations,
    replies: Iterable[str],
    known: Sequence[Candidate],
    corrections: Sequence[Correction] = (),
) -> Suggestions:
    """What the replies of a model are good for, beside the candidates that are known already.

    A reply is never trusted: its questions pass the gate of the generator's own, and beyond it the text
    must bear them out and none may be asked already.
    """
    reader = Reader.of(gather(annotations), corrections)
    verdicts = [_verdict(found, reader) for reply in replies for found in read_reply(reply, annotations)]
    sounds = [verdict for verdict in verdicts if isinstance(verdict, Sound)]
    new = list(_new(annotations, sounds, known))
    refused = Counter(verdict for verdict in verdicts if not isinstance(verdict, Sound))
    refused["known"] = len(sounds) - len(new)
    return Suggestions(tuple(new), +refused)


def _verdict(found: Item | Why, reader: Reader) -> Sound | Why:
    if not isinstance(found, Item):
        return found
    draft = Draft(found, f"{BY_MODEL}:{normalised(found.stem)}", _WORTH)
    text = reader.facts.annotations.text
    return reader.doubt(found) or judged(BY_MODEL, draft, text, reader.corrections)


def _new(
    annotations: Annotations, sounds: Sequence[Sound], known: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The sound ones that nobody asks yet, ranked among those that are known."""
    asked = [candidate.item for candidate in known]
    kept: list[Sound] = []
    for sound in sounds:
        if not any(_ask_the_same(sound.draft.item, item) for item in asked):
            asked.append(sound.draft.item)
            kept.append(sound)
    before = [Sound(old.rule, Draft(old.item, old.id, old.score), old.flags) for old in known]
    source = fingerprint(annotations.text)
    for sound, score in ranked([*before, *kept]):
        if any(sound is new for new in kept):
            yield numbered(source, sound, score)


def _ask_the_same(one: Item, other: Item) -> bool:
    """Whether both want one answer, out of one sentence, in words alike."""
    if normalised(one.answer[0]) != normalised(other.answer[0]):
        return False
    if not any(mine.overlaps(others) for mine in one.evidence for others in other.evidence):
        return False
    return alike(asked_in(annotate(one.stem)), asked_in(annotate(other.stem)))
