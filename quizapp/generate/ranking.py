"""The order of the candidates: best first, facts and categories spread."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator

from quizapp.generate.draft import Draft
from quizapp.items.item import Category

_SAME_FACT, _SAME_SENTENCE, _SAME_CATEGORY = 0.8, 0.95, 0.02
_CROWD = 10
_OF_ONE_FACT = 2

Named = tuple[str, Draft]


def ranked(named: Iterable[Named]) -> Iterator[tuple[str, Draft, float]]:
    """The drafts with their rule and score, best first.

    The score is the draft's own worth (0 to 1: how sure its grammar and how telling its answer is),
    lowered by a fifth for each better question about the same fact, by a twentieth for each better one
    about the same sentence, and a little for each before it in its category, so that the top is mixed.
    No more than two questions ask about one fact.
    """
    queues: dict[Category, deque[tuple[float, Named]]] = {}
    for score, pair in sorted(_lowered(named), key=lambda scored: (-scored[0], _place(scored[1]))):
        queues.setdefault(pair[1].item.category, deque()).append((score, pair))
    taken: Counter[Category] = Counter()
    while queues:
        best = max(sorted(queues), key=lambda category: queues[category][0][0] * _crowded(taken[category]))
        score, (rule, draft) = queues[best].popleft()
        yield rule, draft, round(score * _crowded(taken[best]), 4)
        taken[best] += 1
        if not queues[best]:
            del queues[best]


def _crowded(already: int) -> float:
    return 1 / (1 + _SAME_CATEGORY * min(already, _CROWD))


def _lowered(named: Iterable[Named]) -> Iterator[tuple[float, Named]]:
    facts: Counter[str] = Counter()
    places: Counter[int] = Counter()
    for rule, draft in sorted(named, key=lambda pair: (-pair[1].worth, _place(pair))):
        if facts[draft.fact] == _OF_ONE_FACT:
            continue
        place = draft.item.evidence[0].start
        yield (
            draft.worth * _SAME_FACT ** facts[draft.fact] * _SAME_SENTENCE ** places[place],
            (rule, draft),
        )
        facts[draft.fact] += 1
        places[place] += 1


def _place(pair: Named) -> tuple[int, str, str]:
    rule, draft = pair
    return draft.item.evidence[0].start, rule, draft.item.stem
