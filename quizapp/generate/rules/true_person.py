"""True or false: what a person did, said of that person or of another."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.actors import Actor
from quizapp.generate.distractors import other_people
from quizapp.generate.draft import Draft, true_or_false
from quizapp.generate.facts import Facts
from quizapp.generate.standing import says_where_or_when
from quizapp.generate.wording import (
    capitalized,
    joined,
    sentence_feedback,
    without_particles,
    without_relative_dates,
)
from quizapp.generate.words import lemmas, word_list


def drafts(facts: Facts) -> Iterator[Draft]:
    """One statement for each clause with a named person as its subject; the seed says which ones are true."""
    told = [
        actor
        for actor in facts.actors
        if actor.clause.antecedent is None
        and actor.person is not facts.hero
        and _is_a_deed(actor)
        and says_where_or_when(actor.rest, actor.clause.sentence)
    ]
    is_true = facts.seed % 2 == 0
    for actor in told:
        barred = {unit.person.id for unit in actor.rest if unit.person}
        others = other_people(facts, actor.person, actor.content, actor.clause.sentence, barred)
        if others and others[0].gender == actor.person.gender:
            yield _draft(actor, actor.person.name if is_true else others[0].name, is_true)
            is_true = not is_true


def _is_a_deed(actor: Actor) -> bool:
    """Whether it is something done: what one thought or said, another may have thought or said too."""
    return not lemmas(actor.clause.verb_form) & word_list("verbs_of_opinion")


def _draft(actor: Actor, name: str, is_true: bool) -> Draft:
    sentence = actor.clause.sentence
    before = joined(without_particles(without_relative_dates(actor.before)), sentence)
    after = joined(without_particles(without_relative_dates(actor.after)), sentence)
    statement = capitalized(" ".join(part for part in (before, name, after) if part))
    because = f"Według tekstu chodzi o tę osobę: {actor.person.name}."
    feedback = sentence_feedback(sentence.span.text)
    item = true_or_false(
        "person", f"{statement.rstrip('.')}.", is_true, because, actor.clause.evidence, feedback
    )
    place = actor.clause.units[actor.clause.verb].span.start
    return Draft(item, f"who:{place}", 0.7)
