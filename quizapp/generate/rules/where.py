"""`Gdzie …?`: the place of an event, among other places of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts import Facts
from quizapp.generate.places import Located, other_places
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item, Option


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause that says in which town or land something happened."""
    for located in facts.located:
        yield Draft(
            _item(facts, located),
            f"where:{located.clause.sentence.units[located.place.start].span.start}",
            0.8,
        )


def _item(facts: Facts, located: Located) -> Item:
    evidence = located.clause.sentence.span
    stem = f"Gdzie {located.words}?"
    feedback = sentence_feedback(evidence.text)
    others = other_places(facts.places, facts.contents, located)
    if not others:
        return Item(
            "typed",
            "place",
            stem,
            (),
            (located.place.phrase, *filter(None, [located.place.town])),
            located.clause.evidence,
            feedback,
        )
    right = Option(located.place.phrase, True, why=f"Tak mówi tekst: {quoted(evidence.text)}")
    wrong = [
        Option(
            other.phrase, False, why=f"Tekst mówi o tym miejscu co innego: {quoted(other.sentence.span.text)}"
        )
        for other in others
    ]
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    return chosen("single", "place", stem, options, located.clause.evidence, feedback)
