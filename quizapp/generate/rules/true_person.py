"""True or false: what a person did, said of that person or of another."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizapp.generate.deeds_of_many import is_done_by_many
from quizapp.generate.distractors import other_people
from quizapp.generate.draft import Draft, true_or_false
from quizapp.generate.facts.actors import Actor
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.likeness import are_alike, are_named_alike
from quizapp.generate.wording import (
    capitalized,
    joined,
    sentence_feedback,
    without_particles,
    without_relative_dates,
)
from quizapp.generate.words import lemmas, word_list
from quizapp.generate.years import Told, told_with_year
from quizapp.text import lexicon
from quizapp.text.annotations import Person


def drafts(facts: Facts) -> Iterator[Draft]:
    """One statement for each clause with a named person as its subject; the seed says which ones are true."""
    done = [
        actor
        for actor in facts.actors
        if not (actor.clause.antecedent or actor.clause.complement)
        and actor.person is not facts.hero
        and (
            " " in actor.person.name or actor.title not in lexicon.words("titles_of_nobility")
        )  # „książę Burbon”
        and _is_a_deed(actor)
        and not tells_of_a_life(actor.clause)
    ]
    is_true = facts.seed % 2 == 0
    for actor in done:
        barred = {unit.person.id for unit in actor.rest if unit.person}
        others = _others_who_act(facts, actor, barred)
        if others:
            told = _told(facts, actor, actor.person.name if is_true else others[0].name)
            if told:
                yield _draft(actor, told, is_true)
                is_true = not is_true


def _others_who_act(facts: Facts, actor: Actor, barred: Collection[str]) -> list[Person]:
    """Other doers of the text with names like this; of one calling only where somebody held an office."""
    fits = are_alike if _holds_office(actor) else are_named_alike
    others = other_people(facts, actor.person, actor.content, actor.clause.sentence, barred, fits, enough=1)
    return [other for other in others if facts.acts(other)]


def _holds_office(actor: Actor) -> bool:
    return actor.takes_office or bool(lemmas(actor.clause.verb_form) & {"zostać", "być"})


def _is_a_deed(actor: Actor) -> bool:
    """Whether it is something that one person did: what one thought or said, another may have too."""
    thought = lemmas(actor.clause.verb_form) & word_list("verbs_of_opinion")
    return not thought and not is_done_by_many(actor)


def _told(facts: Facts, actor: Actor, name: str) -> Told | None:
    """The clause with its year, said of the person of that name."""
    sentence = actor.clause.sentence
    before = joined(without_particles(without_relative_dates(actor.before)), sentence)
    after = joined(without_particles(without_relative_dates(actor.after)), sentence)
    statement = " ".join(part for part in (before, name, after) if part)
    return told_with_year(facts, actor.clause, actor.rest, statement)


def _draft(actor: Actor, told: Told, is_true: bool) -> Draft:
    statement = capitalized(told.words)
    proof = tuple(dict.fromkeys((*actor.clause.evidence, *told.proof)))
    because = f"Według tekstu chodzi o tę osobę: {actor.person.name}."
    feedback = sentence_feedback(actor.clause.sentence.span.text)
    item = true_or_false("person", f"{statement.rstrip('.')}.", is_true, because, proof, feedback)
    place = actor.clause.units[actor.clause.verb].span.start
    return Draft(item, f"who:{place}", 0.74)
