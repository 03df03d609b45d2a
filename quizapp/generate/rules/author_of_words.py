"""`Kto jest autorem słów „…”?`: the speaker of a quotation, typed: beside others the words tell whose side spoke."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.accepted_names import accepted_names
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.speech import Speech
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item

_FEWEST = 4


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each quotation of four words or more, or a short sentence, whose speaker the text names."""
    for speech in facts.speeches:
        if (
            (len(speech.words.split()) >= _FEWEST or speech.is_a_sentence)
            and not (speech.is_reply or speech.is_a_name)
            and not speech.names(speech.speaker)
        ):
            yield Draft(_item(facts, speech), f"speaker:{speech.quotation.span.start}", 0.72)


def _item(facts: Facts, speech: Speech) -> Item:
    proof = facts.proof(speech.evidence, speech.speaker)
    said = quoted(speech.shown, 400)
    stem = (
        f"Kto według tekstu miał powiedzieć: {said}?"
        if speech.is_hearsay
        else f"Kto jest autorem słów {said}?"
    )
    feedback = sentence_feedback(speech.sentence.span.text)
    answers = accepted_names(speech.speaker, facts.years_of(speech.speaker))
    return Item("typed", "quotation", stem, (), answers, proof, feedback)
