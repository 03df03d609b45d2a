"""The order of the candidates: best first, facts and categories spread."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence

from quizapp.generate.draft import Sound
from quizapp.items.item import GAP, Category

_SAME_FACT, _SAME_SENTENCE, _SAME_ANSWER, _SAME_CATEGORY = 0.8, 0.95, 0.95, 0.02
_CUE = 0.8
_CROWD = 10
_OF_ONE_FACT = 3
_LAST = 60
_CUES = frozenset({"C4", "C5", "C13", "C21", "C29"})
"""The checks that warn of a cue to the key or of a wrong option that nobody picks."""


def ranked(sounds: Iterable[Sound]) -> Iterator[tuple[Sound, float]]:
    """The drafts with their score, best first.

    The score is the draft's own worth (0 to 1: about how often strict readers accepted its kind, docs/figures.md),
    lowered by a fifth for a cue that the checks warn of and for each better question about the same fact,
    by a twentieth for each better one about the same sentence or with the same answer, and a little for each
    before it in its category, so that the top is mixed. No more than three questions ask about one fact; of two
    with one answer, of which one says the same with more words, only the better is kept.
    """
    queues: dict[Category, deque[tuple[float, Sound]]] = {}
    for score, sound in sorted(_lowered(sounds), key=lambda scored: (-scored[0], _place(scored[1]))):
        queues.setdefault(sound.draft.item.category, deque()).append((score, sound))
    taken: Counter[Category] = Counter()
    while queues:
        best = max(sorted(queues), key=lambda category: queues[category][0][0] * _crowded(taken[category]))
        score, sound = queues[best].popleft()
        yield sound, round(score * _crowded(taken[best]), 4)
        taken[best] += 1
        if not queues[best]:
            del queues[best]


def without_needless_gaps(sounds: Sequence[Sound]) -> list[Sound]:
    """The drafts, of the gaps those alone whose fact, or whose answer in that sentence, no question asks for."""
    asked = {key for sound in sounds if not _is_gap(sound) for key in _asked_by(sound)}
    return [sound for sound in sounds if not _is_gap(sound) or asked.isdisjoint(_asked_by(sound))]


def _is_gap(sound: Sound) -> bool:
    return GAP in sound.draft.item.stem


def _asked_by(sound: Sound) -> Iterator[tuple[str, int]]:
    item = sound.draft.item
    yield sound.draft.fact, 0
    for answer in item.answer if item.type != "boolean" else ():
        yield answer, item.evidence[0].start


def _crowded(already: int) -> float:
    return 1 / (1 + _SAME_CATEGORY * min(already, _CROWD))


def _lowered(sounds: Iterable[Sound]) -> Iterator[tuple[float, Sound]]:
    facts: Counter[str] = Counter()
    places: Counter[int] = Counter()
    stated: set[int] = set()
    asked: dict[tuple[str, ...], list[frozenset[str]]] = {}
    for sound in sorted(sounds, key=lambda sound: (-_worth(sound), _place(sound))):
        draft, place = sound.draft, sound.draft.item.evidence[0].start
        words = frozenset(re.findall(r"\w+", draft.item.stem.casefold()))
        alike = asked.setdefault(draft.item.answer, [])
        if draft.item.type == "boolean" and place in stated:
            continue  # one statement of a sentence: which of two is true is the seed's choice
        if facts[draft.fact] == _OF_ONE_FACT or any(words <= one or one <= words for one in alike[-_LAST:]):
            continue
        again = len(alike) if draft.item.type != "boolean" else 0
        repeated = _SAME_FACT ** facts[draft.fact] * _SAME_SENTENCE ** places[place] * _SAME_ANSWER**again
        yield _worth(sound) * repeated, sound
        facts[draft.fact] += 1
        places[place] += 1
        alike.append(words)
        if draft.item.type == "boolean":
            stated.add(place)


def _worth(sound: Sound) -> float:
    return sound.draft.worth * (_CUE if _CUES.intersection(sound.flags) else 1)


def _place(sound: Sound) -> tuple[int, str, str]:
    item = sound.draft.item
    return item.evidence[0].start, sound.rule, item.stem
