"""A plural office before the names of those who hold it: „generałowie Jan Nowak i Piotr Kos”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.text import lexicon
from quizapp.text.offices.complements import complement_end
from quizapp.text.telling.clauses import Line, Mention
from quizapp.text.words import Reading, readings

_JOINING = (",", "i", "oraz")


def shared_offices(line: Line) -> Iterator[tuple[int, int, str, Sequence[Mention]]]:
    """First and last word of each plural office, the singular in the nominative, and who hold it."""
    starts = frozenset(mention.first for mention in line.mentions)
    for place, word in enumerate(line.words):
        noun = _plural_head(word.text)
        if noun is None:
            continue
        adjectives = _adjectives_end(line, place, noun)
        end = complement_end(line.words, adjectives, starts, noun.lemma)
        after = end + 1 if end < len(line.words) and line.words[end].text in (",", ":") else end
        named = _enumerated(line, after, {slot[1] for slot in noun.slots})
        is_said = end > place + 1 or noun.lemma not in lexicon.words("relational_offices")
        if len(named) > 1 and is_said:
            said = [noun.lemma, *(_in_singular(word.text) for word in line.words[place + 1 : adjectives])]
            rest = [word.text for word in line.words[adjectives:end]]
            for office, holders in _shared_out(said, rest, named):
                yield place, end - 1, " ".join(office), holders


def _shared_out(
    said: list[str], rest: list[str], named: list[Mention]
) -> Iterator[tuple[list[str], Sequence[Mention]]]:
    """The office with those who hold it; „prezydenci Polski i Litwy, A i B” are one of each."""
    lands, joints = rest[::2], rest[1::2]
    if len(named) == len(lands) > 1 and all(joint in _JOINING for joint in joints):
        for land, holder in zip(lands, named, strict=True):
            yield [*said, land], [holder]
    else:
        yield [*said, *rest], named


def _plural_head(form: str) -> Reading | None:
    """The form as a noun of the lexicon of offices in the plural, if it can be no singular."""
    heads = lexicon.words("offices")
    fitting = [reading for reading in readings(form) if reading.pos == "subst" and reading.lemma in heads]
    slots = frozenset(
        slot for reading in fitting for slot in reading.slots if slot[0] == "pl" and slot[2] == "m1"
    )
    if not slots or any(slot[0] == "sg" for reading in fitting for slot in reading.slots):
        return None
    best = fitting[0]
    return Reading(best.lemma, best.lexeme, best.pos, slots, best.labels)


def _adjectives_end(line: Line, head: int, noun: Reading) -> int:
    end = head + 1
    while end < len(line.words) and _agrees(line.words[end].text, noun) and not line.words[end].is_capital:
        end += 1
    return end


def _agrees(form: str, noun: Reading) -> bool:
    return any(reading.pos == "adj" and reading.slots & noun.slots for reading in readings(form))


def _in_singular(form: str) -> str:
    return next((reading.lemma for reading in readings(form) if reading.pos == "adj"), form)


def _enumerated(line: Line, place: int, cases: set[str]) -> list[Mention]:
    """The names that begin there and that commas and „i” join, in the case of the office."""
    named: list[Mention] = []
    mention = line.mention_from(place)
    while mention and mention.cases & cases:
        named.append(mention)
        after = mention.last + 1
        if after >= len(line.words) or line.words[after].text not in _JOINING:
            break
        mention = line.mention_from(after + 1)
    return named
