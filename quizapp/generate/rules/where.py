"""`Gdzie …?`: the place of an event, among other places of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.distractors import ENOUGH
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts import Facts
from quizapp.generate.places import Located, other_places
from quizapp.generate.strangers import other_towns
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
    wrong = _of_the_text(facts, located) or _of_elsewhere(facts, located)
    if not wrong:
        answers = (located.place.phrase, *filter(None, [located.place.town]))
        return Item("typed", "place", stem, (), answers, located.clause.evidence, feedback)
    right = Option(located.place.phrase, True, why=f"Tak mówi tekst: {quoted(evidence.text)}")
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    return chosen("single", "place", stem, options, located.clause.evidence, feedback)


def _of_the_text(facts: Facts, located: Located) -> list[Option]:
    return [
        Option(
            other.phrase, False, why=f"Tekst mówi o tym miejscu co innego: {quoted(other.sentence.span.text)}"
        )
        for other in other_places(facts.places, facts.contents, located)
    ]


def _of_elsewhere(facts: Facts, located: Located) -> list[Option]:
    year = facts.year_near(located.clause.sentence)
    others = other_towns(located.place.town, year or 0, facts.annotations.text, ENOUGH)
    return [Option(town.phrase, False, why="Tej miejscowości tekst nie wymienia.") for town in others]
