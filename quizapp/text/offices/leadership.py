"""Who stands at the head of a delegation, an army, a rising; who leads, commands, presides over it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quizapp.text import lexicon
from quizapp.text.offices.complements import complement_end, slots_of
from quizapp.text.telling.clauses import Line, Mention, agrees_with_verb, holder, is_finite
from quizapp.text.words import Reading, Slot, Word, inflected, readings

_LEADING = {
    "przewodniczyć": "dat",
    "przewodzić": "dat",
    "dowodzić": "inst",
    "kierować": "inst",
    "pokierować": "inst",
    "komenderować": "inst",
}
_STANDING = frozenset(("stać", "stanąć", "stawać", "znaleźć", "znajdować", "pozostawać", "być", "zasiadać"))
_FAR = 8


@dataclass(frozen=True, slots=True)
class _Body:
    first: int
    head: int
    agreeing: int
    last: int
    slot: Slot
    noun: Reading


def led_bodies(line: Line) -> Iterator[tuple[int, int, str, Mention]]:
    """First and last word of what is led, the leader's office in the nominative ("" if unsure), the leader."""
    starts = frozenset(mention.first for mention in line.mentions)
    for place, word in enumerate(line.words):
        if word.text == "czele" and place and line.words[place - 1].text.lower() == "na":
            yield from _at_the_head(line, place, starts)
        elif is_finite(word.text):
            yield from _led(line, place, starts)


def _at_the_head(line: Line, place: int, starts: Collection[int]) -> Iterator[tuple[int, int, str, Mention]]:
    body = _body_from(line.words, place + 1, "gen", starts)
    verb = _nearest_verb(line, place, body.last if body else place, _STANDING)
    if body and verb is not None:
        leader = holder(line, place - 1, body.last, verb, frozenset(("nom",)))
        if leader and agrees_with_verb(line, verb, leader):
            yield body.first, body.last, _office(line.words, body, leader), leader


def _nearest_verb(line: Line, first: int, last: int, lemmas: Collection[str]) -> int | None:
    """The nearest finite verb around the words, if it is one of the lemmas."""
    for distance in range(1, _FAR):
        for place in (last + distance, first - distance):
            if 0 <= place < len(line.words) and is_finite(line.words[place].text):
                known = readings(line.words[place].text)
                return place if any(reading.lemma in lemmas for reading in known) else None
    return None


def _led(line: Line, verb: int, starts: Collection[int]) -> Iterator[tuple[int, int, str, Mention]]:
    known = readings(line.words[verb].text)
    case = next((_LEADING[reading.lemma] for reading in known if reading.lemma in _LEADING), None)
    body = _body_near(line, verb, case, starts) if case else None
    if body is None:
        return
    for leader in _leaders(line, body, verb):
        yield body.first, body.last, _office(line.words, body, leader), leader


def _leaders(line: Line, body: _Body, verb: int) -> Sequence[Mention]:
    if any(slot[0] == "sg" for reading in readings(line.words[verb].text) for slot in reading.slots):
        leader = holder(line, body.first, body.last, verb, frozenset(("nom",)))
        return [leader] if leader and agrees_with_verb(line, verb, leader) else []
    named = [mention for mention in line.mentions_near(verb, verb) if "nom" in mention.cases]
    after = [mention for mention in named if mention.first > verb and not _verb_between(line, verb, mention)]
    return after or [mention for mention in named if mention.last < verb]


def _verb_between(line: Line, verb: int, mention: Mention) -> bool:
    return any(is_finite(word.text) for word in line.words[verb + 1 : mention.first])


def _body_near(line: Line, verb: int, case: str, starts: Collection[int]) -> _Body | None:
    for distance in range(1, _FAR):
        for place in (verb + distance, verb - distance):
            if 0 <= place < len(line.words) and place not in starts:
                body = _body_at(line.words, place, case, starts)
                if body and not _crosses_a_verb(line, verb, body):
                    return body
    return None


def _crosses_a_verb(line: Line, verb: int, body: _Body) -> bool:
    first, last = sorted((verb, body.head))
    return any(is_finite(word.text) or word.text in ",;:" for word in line.words[first + 1 : last])


def _body_from(words: Sequence[Word], place: int, case: str, starts: Collection[int]) -> _Body | None:
    """What is led, if its adjectives begin at that place."""
    for head in range(place, min(place + 4, len(words))):
        body = _body_at(words, head, case, starts)
        if body and body.first == place:
            return body
    return None


def _body_at(words: Sequence[Word], head: int, case: str, starts: Collection[int]) -> _Body | None:
    bodies = lexicon.table("bodies")
    for reading in readings(words[head].text):
        slots = [slot for slot in sorted(reading.slots) if slot[1] == case]
        if reading.pos == "subst" and reading.lemma in bodies and slots:
            first, slot = _with_adjectives(words, head, slots)
            agreeing = _adjectives_end(words, head, slot, starts)
            return _Body(
                first, head, agreeing, complement_end(words, agreeing + 1, starts) - 1, slot, reading
            )
    return None


def _with_adjectives(words: Sequence[Word], head: int, slots: Sequence[Slot]) -> tuple[int, Slot]:
    first = head
    while first > 0:
        agreed = [slot for slot in slots if slot in slots_of(words[first - 1].text, ("adj", "ppas"))]
        if not agreed:
            break
        first, slots = first - 1, agreed
    return first, slots[0]


def _adjectives_end(words: Sequence[Word], head: int, slot: Slot, starts: Collection[int]) -> int:
    """The last of the agreeing adjectives after the head: „wojskom polskim i litewskim”."""
    last = head
    while last + 1 < len(words) and last + 1 not in starts:
        after = last + 1
        if words[after].text in ("i", "oraz") and last > head and after + 1 < len(words):
            after += 1
        if slot not in slots_of(words[after].text, ("adj", "ppas")):
            break
        last = after
    return last


def _office(words: Sequence[Word], body: _Body, leader: Mention) -> str:
    """„przewodniczący delegacji”: made of the lexicon's word for the leader and the body in the genitive."""
    if leader.gender == "f":
        return ""
    wanted = (body.slot[0], "gen", body.slot[2])
    said = []
    for place in range(body.first, body.agreeing + 1):
        form = words[place].text
        is_kept = body.slot[1] == "gen" or form in ("i", "oraz")
        said.append(form if is_kept else _in_genitive(form, body, wanted, place == body.head))
    if "" in said:
        return ""
    rest = [word.text for word in words[body.agreeing + 1 : body.last + 1]]
    if body.first == 0 and not any(word[0].isupper() for word in (*said[1:], *rest)):
        said[0] = said[0][0].lower() + said[0][1:]
    return " ".join([lexicon.table("bodies")[body.noun.lemma], *said, *rest])


def _in_genitive(form: str, body: _Body, wanted: Slot, is_head: bool) -> str:
    if is_head:
        made = inflected(body.noun.lexeme, "subst", wanted)
    else:
        adjectives = [
            reading for reading in readings(form) if body.slot in reading.slots and reading.pos == "adj"
        ]
        made = inflected(adjectives[0].lexeme, "adj", wanted) if adjectives else ()
    if not made:
        return ""
    return made[0][0].upper() + made[0][1:] if form[0].isupper() else made[0]
