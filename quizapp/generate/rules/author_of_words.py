"""`Kto jest autorem słów „…”?`: the speaker of a quotation, among other persons of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.distractors import other_people, person_options
from quizapp.generate.draft import Draft, chosen, named_answers
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
            yield Draft(_item(facts, speech), f"speaker:{speech.quotation.span.start}", 0.7)


def _item(facts: Facts, speech: Speech) -> Item:
    evidence = speech.sentence.span
    proof = facts.proof(speech.evidence, speech.speaker)
    said = quoted(speech.shown, 400)
    stem = (
        f"Kto według tekstu miał powiedzieć: {said}?"
        if speech.is_hearsay
        else f"Kto jest autorem słów {said}?"
    )
    feedback = sentence_feedback(evidence.text)
    named = {person.id for person in facts.people_near(evidence) if speech.names(person)}
    others = other_people(facts, speech.speaker, (), speech.sentence, named)
    because = f"Tak mówi tekst: {quoted(evidence.text)}"
    options = person_options(facts, speech.speaker, others, because) if others else ()
    if not options:
        return Item("typed", "quotation", stem, (), named_answers(speech.speaker), proof, feedback)
    return chosen("single", "quotation", stem, options, proof, feedback)
