"""Events beside one another: which were at other times, which can be put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.dating import Moment, moment, says_year
from quizapp.generate.events import Event
from quizapp.generate.sense import alike
from quizapp.text.spans import Span

_NEAR = 12
_LONGEST = 15


def short(events: Sequence[Event]) -> list[Event]:
    """The events whose words are few enough for an option."""
    return [event for event in events if len(event.told.split()) <= _LONGEST]


def others_at_other_times(events: Sequence[Event], place: int, enough: int) -> list[Event]:
    """Nearby events that by the text were surely at another time than the one at that place."""
    event = events[place]
    near = sorted(
        (at for at in range(max(0, place - _NEAR), min(len(events), place + _NEAR + 1)) if at != place),
        key=lambda at: abs(at - place),
    )
    kept: list[Event] = []
    for at in near:
        if len(kept) < enough and all(are_apart(events[at], other) for other in [event, *kept]):
            kept.append(events[at])
    return kept if len(kept) == enough else []


def are_apart(one: Event, other: Event) -> bool:
    """Whether the two are different events at surely different times."""
    first, second = moment(one.date), moment(other.date)
    if first is None or second is None or first.meets(second):
        return False
    return one.clause.sentence is not other.clause.sentence and not alike(one.content, other.content)


def orderable(events: Sequence[Event], size: int) -> Iterator[list[Event]]:
    """Groups of so many neighbouring events that can be put in order, none in two groups."""
    group: list[Event] = []
    for event in events:
        if moment(event.date) is None or not all(_are_comparable(event, other) for other in group):
            continue
        group.append(event)
        if len(group) == size:
            yield sorted(group, key=_order)
            group = []


def _order(event: Event) -> tuple[int, int, int]:
    at = moment(event.date) or Moment(None)
    return at.order


def _are_comparable(one: Event, other: Event) -> bool:
    """Whether both years are known: said in both, or guessed for both to be the same."""
    first, second = moment(one.date), moment(other.date)
    if first is None or second is None or first.year is None or second.year is None:
        return False
    sure = says_year(one.date) and says_year(other.date)
    return are_apart(one, other) and (sure or first.year == second.year)


def proof_of(events: Sequence[Event]) -> tuple[Span, ...]:
    """The sentences that prove the events, each once."""
    return tuple(dict.fromkeys(span for event in events for span in event.clause.evidence))
