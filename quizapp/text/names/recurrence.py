"""Names that neither the dictionary nor a title vouches for, but that a text keeps using of somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quizapp.text import lexicon
from quizapp.text.names.found import Found
from quizapp.text.names.kinds import kind_of
from quizapp.text.names.things import is_named_as_town
from quizapp.text.offices.origins import origins
from quizapp.text.words import Word, readings

_OFTEN = 2
_ENOUGH = 2.0  # doubt up to which a form is taken to come from a nominative
_Place = tuple[int, int]


def recurring_names(names: Sequence[Sequence[Found]], words: Sequence[Sequence[Word]]) -> frozenset[_Place]:
    """Where unknown single words stand that come again, act at least once, and never follow „w”, „pod”, „do”."""
    met: dict[str, list[_Place]] = defaultdict(list)
    for sentence, line in enumerate(names):
        for number, found in enumerate(line):
            if not found.is_full and not found.is_sure and kind_of(found.words[0]).unknown:
                for nominative in _nominatives(found.words[0]):
                    met[nominative].append((sentence, number))
    recurring: set[_Place] = set()
    towns = _towns(words)
    for nominative, places in met.items():
        if nominative in towns:
            continue
        around = [(words[sentence], names[sentence][number]) for sentence, number in places]
        if len(places) >= _OFTEN and _is_shown(nominative, around) and _is_somebody(around):
            recurring.update(places)
    return frozenset(recurring)


def _towns(words: Sequence[Sequence[Word]]) -> frozenset[str]:
    """The names, in the nominative, of what the text calls a town or stronghold."""
    named = (
        line[place].text for line in words for place in range(len(line)) if is_named_as_town(line, place)
    )
    return frozenset(nominative for form in named for nominative in _nominatives(form))


def _nominatives(form: str) -> frozenset[str]:
    return frozenset(origin.nominative for origin in origins(form, True) if origin.doubt <= _ENOUGH)


def _is_shown(nominative: str, around: Sequence[tuple[Sequence[Word], Found]]) -> bool:
    """Whether the text itself has the nominative, so that no guess is taken for a name."""
    return any(found.words[0] == nominative for _, found in around)


def _is_somebody(around: Sequence[tuple[Sequence[Word], Found]]) -> bool:
    before = [words[found.first - 1].text.lower() if found.first else "" for words, found in around]
    if any(word in lexicon.words("place_prepositions") for word in before):
        return False
    return any(_acts(words, found) for words, found in around)


def _acts(words: Sequence[Word], found: Found) -> bool:
    """Whether a verb in the singular, of a masculine or feminine subject, stands right beside."""
    beside = [*words[max(found.first - 1, 0) : found.first], *words[found.last + 1 : found.last + 2]]
    return any(
        reading.pos == "praet" and reading.slots & {("sg", "nom", "m1"), ("sg", "nom", "f")}
        for word in beside
        for reading in readings(word.text)
    )
