"""`Które wydarzenie tekst datuje na …?`: the event of a date, among other dated events."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.chronology import Happening, others_at_other_times, short
from quizapp.generate.dating import named, year_of
from quizapp.generate.distractors import ENOUGH
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts import Facts
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item, Option

_PLAIN, _LONGER = 6, 1.6


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each dated event that has two others at other times."""
    events = short(facts.happenings)
    for place, event in enumerate(events):
        others = [] if event.is_of_a_life else others_at_other_times(events, place, ENOUGH)
        if others and not _stands_out(event, others) and facts.says_when(event.date):
            yield Draft(_item(event, others), f"when:{event.date.span.start}", 0.8)


def _stands_out(event: Happening, others: list[Happening]) -> bool:
    """Whether the key is far longer than the wrong options, or alone of its year beside others of one."""
    years = {year_of(other.date) for other in others}
    if len(years) == 1 and year_of(event.date) not in years and len(others) > 1:
        return True
    own, lengths = len(event.told.split()), [len(other.told.split()) for other in others]
    return own > max(_PLAIN, _LONGER * max(lengths))


def _item(event: Happening, others: list[Happening]) -> Item:
    evidence = event.evidence[0]
    right = Option(event.told, True, why=f"Tak mówi tekst: {quoted(evidence.text)}")
    wrong = [
        Option(
            other.told,
            False,
            why=f"Data tego wydarzenia według tekstu: {named(other.date)}.",
        )
        for other in others
    ]
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    stem = f"Które wydarzenie tekst datuje na {named(event.date)}?"
    return chosen("single", "event", stem, options, event.evidence, sentence_feedback(evidence.text))
