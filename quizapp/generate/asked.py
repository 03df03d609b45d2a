"""What a question about chosen words of a text begins with: its proof, its key, wrong answers of the same kind."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.items.item import Category, ItemType
from quizapp.text.annotations import Annotations, DateMention, Person
from quizapp.text.spans import Span

MOST_WRONG = 3


@dataclass(frozen=True, slots=True)
class Beginning:
    """A question as far as the text gives it; the teacher does the asking."""

    evidence: str
    type: ItemType = "single"
    category: Category = "event"
    key: str = ""
    distractors: tuple[str, ...] = ()


def beginning_of(annotations: Annotations, chosen: Span) -> Beginning:
    """From the words that were chosen: the sentence proves, and the first mark in them is the key."""
    proof = _sentences_around(annotations, chosen)
    for quotation in annotations.quotations:
        if chosen.overlaps(quotation.span) and quotation.speaker:
            speaker = annotations.person(quotation.speaker)
            return Beginning(proof, "single", "quotation", speaker.name, _other_people(annotations, speaker))
    dates = [date for date in annotations.dates if chosen.contains(date.span) or date.span.contains(chosen)]
    people = [p for p in annotations.persons if any(chosen.overlaps(mention) for mention in p.mentions)]
    if dates and (not people or dates[0].span.contains(chosen)):
        return Beginning(proof, "single", "date", _said(dates[0]), _other_dates(annotations, dates[0]))
    if people:
        return Beginning(proof, "single", "person", people[0].name, _other_people(annotations, people[0]))
    return Beginning(proof)


def _sentences_around(annotations: Annotations, chosen: Span) -> str:
    """The sentences that the words lie in: a mark alone proves nothing."""
    around = [sentence for sentence in annotations.sentences if sentence.overlaps(chosen)]
    if not around:
        return chosen.text
    start = min(chosen.start, around[0].start)
    return annotations.text[start : max(chosen.end, around[-1].end)]


def _other_dates(annotations: Annotations, key: DateMention) -> tuple[str, ...]:
    others = [date for date in annotations.dates if date.precision == key.precision and date.edtf != key.edtf]
    nearest = sorted(others, key=lambda date: abs(date.span.start - key.span.start))
    return tuple(dict.fromkeys(map(_said, nearest)))[:MOST_WRONG]


def _other_people(annotations: Annotations, key: Person) -> tuple[str, ...]:
    here = key.mentions[0].start if key.mentions else 0
    others = [
        p
        for p in annotations.persons
        if p.id != key.id and p.gender in (key.gender, "unknown") and p.mentions
    ]
    nearest = sorted(others, key=lambda person: min(abs(mention.start - here) for mention in person.mentions))
    return tuple(dict.fromkeys(person.name for person in nearest if person.name != key.name))[:MOST_WRONG]


def _said(date: DateMention) -> str:
    return " ".join(date.span.text.split())
