"""`Gdzie …?`: the place of an event, among other places of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.actors import STAYING, named_subject
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import loses_life, tells_of_a_life
from quizapp.generate.facts.places import Located, other_places
from quizapp.generate.strangers import land_of
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.words import NOUNS, has, lemmas, word_list
from quizapp.generate.years import Told, told_with_year
from quizapp.items.item import Item, Option
from quizapp.text import lexicon

_BECOMING = frozenset({"zostać", "być"})
_PARTICIPLES = frozenset({"ppas"})
_PLANNING = frozenset({"wyznaczyć", "zapowiedzieć", "zaplanować"})
_DYING = frozenset({"umrzeć", "zemrzeć", "zmarły"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause that says in which town or land something happened."""
    for located in facts.located:
        dies = lemmas(located.clause.verb_form) & _DYING or loses_life(located.clause)
        planned = lemmas(located.clause.verb_form) & _PLANNING
        if dies or planned or _takes_an_office(located):  # where somebody died is seldom worth remembering
            continue
        if not (land_of(located.place.town) or tells_of_a_life(located.clause)):
            continue  # „gdzie wylądowali” may be a land, a port, a beach
        told = told_with_year(facts, located.clause, located.units, located.words)
        if told is None and _is_of_the_hero(facts, located):
            told = Told(located.words)
        if told and (told.says_year or tells_of_a_life(located.clause)):
            place = located.clause.sentence.units[located.place.start].span.start
            yield Draft(
                _item(facts, located, told),
                f"where:{place}",
                0.9 if tells_of_a_life(located.clause) else 0.77,
            )


def _takes_an_office(located: Located) -> bool:
    """„został w Paryżu premierem”: an office is of a land or a body, not of where it was taken up."""
    became = bool(lemmas(located.clause.verb_form) & _BECOMING)
    words = [unit.lower for unit in located.units if unit.kind == "word"]
    done = any(has(word, _PARTICIPLES, "nom") for word in words)  # „został koronowany na króla”
    return (
        became
        and not done
        and any(
            lemmas(word) & (lexicon.words("offices") | word_list("functions")) and has(word, NOUNS, "inst")
            for word in words
        )
    )


def _is_of_the_hero(facts: Facts, located: Located) -> bool:
    """Whether it is what the one did whom a biography tells of: his deed needs no year to be one of his."""
    actor = named_subject(located.clause)
    stayed = lemmas(located.clause.verb_form) & STAYING
    return not facts.is_of_a_thing and actor is not None and actor.person is facts.hero and not stayed


def _item(facts: Facts, located: Located, told: Told) -> Item:
    evidence = located.clause.sentence.span
    proof = tuple(dict.fromkeys((*located.clause.evidence, *told.proof)))
    asked = "W którym mieście" if land_of(located.place.town) else "Gdzie"
    stem = f"{asked} {told.words}?"
    feedback = sentence_feedback(evidence.text)
    wrong = _of_the_text(facts, located)
    if not wrong:
        answers = (located.place.phrase, *filter(None, [located.place.town]))
        return Item("typed", "place", stem, (), answers, proof, feedback)
    right = Option(located.place.phrase, True, why=f"Tak mówi tekst: {quoted(evidence.text)}")
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    return chosen("single", "place", stem, options, proof, feedback)


def _of_the_text(facts: Facts, located: Located) -> list[Option]:
    return [
        Option(
            other.phrase, False, why=f"Tekst mówi o tym miejscu co innego: {quoted(other.sentence.span.text)}"
        )
        for other in other_places(facts.places, facts.contents, located)
    ]
