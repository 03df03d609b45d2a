"""Events beside one another: which were at other times, which can be put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.generate.dating import Moment, moment, says_year
from quizapp.generate.facts.actors import named_subject
from quizapp.generate.facts.events import Event
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.material import is_nominative
from quizapp.generate.sense import Content, alike
from quizapp.generate.vagueness import is_proper
from quizapp.generate.words import lemmas, word_list
from quizapp.text.annotations import DateMention
from quizapp.text.spans import Span

SAME_TIMES = 40
"""Years; a date further off than a grown-up life is ruled out by who takes part."""

_LAST = frozenset({"ostatni"})
_GOING = frozenset(
    {"wrócić", "powrócić", "przybyć", "przyjechać", "wyjechać", "odjechać", "wyruszyć", "udać", "odwiedzić", "uciec",
     "zbiec", "wypłynąć", "odpłynąć", "popłynąć", "dotrzeć", "zamieszkać", "osiąść"}
)  # fmt: skip
_NEAR = 12
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened at a date, told as a sentence of its own, its sense, and the sentences that prove it.

    `only_moves` is whether somebody only came or went, as one does in other years too: „wrócił do kraju”.
    """

    told: str
    date: DateMention
    content: Content
    evidence: tuple[Span, ...]
    is_of_a_life: bool = False
    lasts: bool = False
    begins_or_ends: bool = False
    people: frozenset[str] = frozenset()
    only_moves: bool = False

    @classmethod
    def of(cls, event: Event) -> Happening:
        """The event as it stands among others."""
        return cls(
            event.told,
            event.date,
            event.content,
            event.evidence,
            tells_of_a_life(event.clause),
            event.lasts,
            bool(lemmas(event.clause.verb_form) & word_list("verbs_of_beginning_and_end"))
            or any(lemmas(unit.lower) & _LAST for unit in event.units if unit.kind == "word"),
            frozenset(unit.person.id for unit in event.units if unit.person),
            _only_moves(event),
        )


def _only_moves(event: Event) -> bool:
    """Whether the verb tells of a way, and no name tells of which: „wyjechał za granicę”, not „odwiedził Lutra”."""
    moves = bool(lemmas(event.clause.verb_form) & _GOING) and named_subject(event.clause) is not None
    named = any(
        unit.quotation or (unit.person and not is_nominative(unit)) or is_proper(unit, event.clause.sentence)
        for unit in event.units
    )
    return moves and not named


def short(events: Sequence[Happening]) -> list[Happening]:
    """The events that an option can tell: few plain words, nothing set off, and not what went on for long."""
    return [
        event
        for event in events
        if len(event.told.split()) <= _LONGEST and "," not in event.told and not event.lasts
    ]


def others_at_other_times(events: Sequence[Happening], place: int, enough: int) -> list[Happening]:
    """Events of the same lifetime, near in the text, surely at another time than the one there; no births or deaths."""
    event = events[place]
    near = sorted(
        (at for at in range(max(0, place - _NEAR), min(len(events), place + _NEAR + 1)) if at != place),
        key=lambda at: abs(at - place),
    )
    kept: list[Happening] = []
    for at in near:
        unfit = events[at].is_of_a_life or _years_between(event, events[at]) > SAME_TIMES
        if unfit or len(kept) == enough:
            continue
        if all(are_apart(events[at], other) for other in [event, *kept]):
            kept.append(events[at])
    return kept if len(kept) == enough else []


def _years_between(one: Happening, other: Happening) -> int:
    """The years between the two, as far as both are known."""
    first, second = moment(one.date), moment(other.date)
    if first is None or second is None or first.year is None or second.year is None:
        return 0
    return abs(first.year - second.year)


def are_apart(one: Happening, other: Happening) -> bool:
    """Whether the two are different events at surely different times."""
    first, second = moment(one.date), moment(other.date)
    if first is None or second is None or first.meets(second):
        return False
    return one.evidence[0] != other.evidence[0] and not alike(one.content, other.content)


def orderable(events: Sequence[Happening], size: int) -> Iterator[list[Happening]]:
    """Groups of so many neighbouring events that can be put in order, none in two groups.

    Births and deaths are left out: what is first and last in a life is no question.
    """
    group: list[Happening] = []
    for event in events:
        if (
            event.is_of_a_life
            or moment(event.date) is None
            or not all(_are_comparable(event, other) for other in group)
        ):
            continue
        group.append(event)
        if len(group) == size:
            yield sorted(group, key=_order)
            group = []


def of_different_people(events: Sequence[Happening]) -> Iterator[Happening]:
    """The events without those of a person of whom one before tells: what follows in one life is no question."""
    told: set[str] = set()
    for event in events:
        if not event.people & told:
            yield event
        told |= event.people


def _order(event: Happening) -> tuple[int, int, int]:
    at = moment(event.date) or Moment(None)
    return at.order


def _are_comparable(one: Happening, other: Happening) -> bool:
    """Whether both years are known: said in both, or guessed for both to be the same."""
    first, second = moment(one.date), moment(other.date)
    if first is None or second is None or first.year is None or second.year is None:
        return False
    sure = says_year(one.date) and says_year(other.date)
    return are_apart(one, other) and (sure or first.year == second.year)


def proof_of(events: Sequence[Happening]) -> tuple[Span, ...]:
    """The sentences that prove the events, each once."""
    return tuple(dict.fromkeys(span for event in events for span in event.evidence))
