"""`Które wydarzenie tekst datuje na …?`, `Co w … zrobił X?`: the event of a date, among other dated events."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import named, worded, year_of
from quizapp.generate.distractors import ENOUGH
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.chronology import Happening, others_at_other_times, short
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.words import has, lemmas
from quizapp.generate.years import in_the_year
from quizapp.items.item import Item, Option
from quizapp.text.annotations import Person

_PLAIN, _LONGER = 6, 1.6
_PAST = frozenset({"praet"})
_BECOMING = frozenset({"zostać", "być"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """A question for each three neighbouring events; none stands in two of them, which would ask the same again."""
    for events in facts.apart_by_heading(short(facts.happenings)):
        yield from _among(facts, events)


def _among(facts: Facts, events: list[Happening]) -> Iterator[Draft]:
    left = list(events)
    for event in events:
        if event not in left or event.is_of_a_life or not facts.says_when(event.date):
            continue
        sure = [one for one in left if one is event or not one.only_moves]
        others = others_at_other_times(sure, sure.index(event), ENOUGH)
        item = _item(facts, event, others) if others and not _stands_out(event, others) else None
        if item:
            left = [one for one in left if one not in (event, *others)]
            yield Draft(item, f"when:{event.date.span.start}", 0.6)


def _stands_out(event: Happening, others: list[Happening]) -> bool:
    """Whether the key is far longer than the wrong options, or alone of its year beside others of one."""
    years = {year_of(other.date) for other in others}
    if len(years) == 1 and year_of(event.date) not in years and len(others) > 1:
        return True
    own, lengths = len(event.told.split()), [len(other.told.split()) for other in others]
    return own > max(_PLAIN, _LONGER * max(lengths))


def _item(facts: Facts, event: Happening, others: list[Happening]) -> Item | None:
    """The question; None of a life, unless all three are deeds of its hero: others may have died by then."""
    evidence = event.evidence[0]
    did = _what_one_did(facts.hero, [event, *others])
    if not did and facts.theme is not None and facts.theme.is_person:
        return None
    stem = f"Które wydarzenie tekst datuje na {named(event.date)}?"
    if did and facts.hero:
        done = "zrobiła" if facts.hero.gender == "f" else "zrobił"
        on = in_the_year(event.date) if event.date.precision == "year" else worded(event.date, event.date)
        stem = f"Co {done} {facts.hero.name} {on}?"
    told = did or [happening.told for happening in (event, *others)]
    right = Option(told[0], True, why=f"Tak mówi tekst: {quoted(evidence.text)}")
    wrong = [
        Option(words, False, why=f"Data tego wydarzenia według tekstu: {named(other.date)}.")
        for other, words in zip(others, told[1:], strict=True)
    ]
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    return chosen("single", "event", stem, options, event.evidence, sentence_feedback(evidence.text))


def _what_one_did(hero: Person | None, happenings: list[Happening]) -> list[str]:
    """What the hero did by each, where each begins with his name and a deed; to become something is none."""
    name = f"{hero.name} " if hero else ""
    did = [one.told.removeprefix(name) for one in happenings if name and one.told.startswith(name)]
    deeds = [words for words in did if _is_a_deed(words.split()[0])]
    return deeds if len(deeds) == len(happenings) else []


def _is_a_deed(word: str) -> bool:
    return has(word, _PAST) and not lemmas(word) & _BECOMING
