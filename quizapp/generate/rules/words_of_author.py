"""`Które słowa wypowiedział X?`: a quotation of a person, among the words of others."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.distractors import ENOUGH
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.speech import Speech
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item, Option

_LONGEST = 15


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each short quotation where two other persons are quoted too."""
    short = [speech for speech in facts.speeches if 3 <= len(speech.words.split()) <= _LONGEST]
    for place, speech in enumerate(short):
        near = short[max(0, place - 6) : place + 7]
        others = _others(speech, near)
        if others and sum(1 for other in near if other.speaker.id == speech.speaker.id) == 1:
            yield Draft(_item(speech, others), f"speaker:{speech.quotation.span.start}", 0.8)


def _others(speech: Speech, near: list[Speech]) -> list[Speech]:
    of_others = {other.speaker.id: other for other in near if other.speaker.id != speech.speaker.id}
    return list(of_others.values())[:ENOUGH] if len(of_others) >= ENOUGH else []


def _item(speech: Speech, others: list[Speech]) -> Item:
    evidence = speech.sentence.span
    right = Option(quoted(speech.words), True, why=f"Tak mówi tekst: {quoted(evidence.text)}")
    wrong = [
        Option(quoted(other.words), False, why=f"Autor tych słów to {other.speaker.name}.")
        for other in others
    ]
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    ending = "a" if speech.speaker.gender == "f" else ""
    stem = f"Które słowa, według tekstu, wypowiedział{ending} {speech.speaker.name}?"
    return chosen("single", "quotation", stem, options, speech.evidence, sentence_feedback(evidence.text))
