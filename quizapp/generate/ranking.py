"""The order of the candidates: best first, facts and categories spread."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator

from quizapp.generate.finding import Finding
from quizapp.items.item import Category

_SAME_FACT, _SAME_SENTENCE, _SAME_CATEGORY = 0.8, 0.95, 0.02
_CROWD = 10

Named = tuple[str, Finding]


def ranked(named: Iterable[Named]) -> Iterator[tuple[str, Finding, float]]:
    """The findings with their rule and score, best first.

    The score is the finding's own worth (0 to 1: how sure its grammar and how telling its answer is),
    lowered by a fifth for each better question about the same fact, by a twentieth for each better one
    about the same sentence, and a little for each before it in its category, so that the top is mixed.
    """
    queues: dict[Category, deque[tuple[float, Named]]] = {}
    for score, pair in sorted(_lowered(named), key=lambda scored: (-scored[0], _place(scored[1]))):
        queues.setdefault(pair[1].item.category, deque()).append((score, pair))
    taken: Counter[Category] = Counter()
    while queues:
        best = max(sorted(queues), key=lambda category: queues[category][0][0] * _crowded(taken[category]))
        score, (rule, finding) = queues[best].popleft()
        yield rule, finding, round(score * _crowded(taken[best]), 4)
        taken[best] += 1
        if not queues[best]:
            del queues[best]


def _crowded(already: int) -> float:
    return 1 / (1 + _SAME_CATEGORY * min(already, _CROWD))


def _lowered(named: Iterable[Named]) -> Iterator[tuple[float, Named]]:
    facts: Counter[str] = Counter()
    places: Counter[int] = Counter()
    for rule, finding in sorted(named, key=lambda pair: (-pair[1].worth, _place(pair))):
        place = finding.item.evidence[0].start
        yield (
            finding.worth * _SAME_FACT ** facts[finding.fact] * _SAME_SENTENCE ** places[place],
            (rule, finding),
        )
        facts[finding.fact] += 1
        places[place] += 1


def _place(pair: Named) -> tuple[int, str, str]:
    rule, finding = pair
    return finding.item.evidence[0].start, rule, finding.item.stem
