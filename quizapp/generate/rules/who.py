"""`Kto …?`: who did it by the text, typed, or among other persons of one calling with the key."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.accepted_names import accepted_names
from quizapp.generate.deeds_of_many import is_done_by_many
from quizapp.generate.distractors import other_people, person_options, stranger_options
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.actors import Actor
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.facts.offices import is_numbered, offices_of, reigns
from quizapp.generate.strangers import known_as
from quizapp.generate.who_did import done_by_whom
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.words import lemmas
from quizapp.generate.years import Told, told_with_year
from quizapp.items.item import Item

_DONE_BY_LANDS = frozenset(
    {
        "wypowiedzieć",
        "zająć",
        "zdobyć",
        "zażądać",
        "przegrać",
        "wygrać",
        "opanować",
        "podbić",
        "najechać",
    }
)
_CROWNED = frozenset({"król", "cesarz", "car", "sułtan", "szach", "faraon", "chan"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause in which a person does something whom the text is not all about."""
    for actor in facts.actors:
        if actor.person is facts.hero or tells_of_a_life(actor.clause):
            continue
        done = done_by_whom(actor)
        told = told_with_year(facts, actor.clause, actor.rest, done) if done else None
        if (
            told
            and not is_done_by_many(actor)
            and not (_is_done_by_a_land(actor) and not (actor.title or _ruler(actor)))
            and (
                told.says_year
                or not facts.is_dated
                or _says_which_deed(actor)
                or _is_a_deed_on_the_page(actor)
            )
        ):
            worth = 0.68 if told.says_year else 0.58
            yield Draft(_item(facts, actor, told), f"who:{_place(actor)}", worth)


def _is_done_by_a_land(actor: Actor) -> bool:
    """„zajął Pretorię”: of the British one would say so too."""
    done = lemmas(actor.clause.verb_form)
    stood = "stanąć" in done and not _leads(actor)  # „stanął pod Racławicami”
    return stood or bool(done & _DONE_BY_LANDS)


def _leads(actor: Actor) -> bool:
    """Whether an office is taken or a body led, which others did before and after: „stanął na czele rządu”."""
    headed = any(unit.lower == "czele" for unit in actor.rest)
    return headed or (actor.takes_office and "zostać" in lemmas(actor.clause.verb_form))


def _ruler(actor: Actor) -> str:
    """„papież” or „władca” for a man who is known as one: his land or his people might be said to have done it too."""
    held, known = offices_of(actor.person), known_as(actor.person.name)
    if actor.person.gender != "m":
        return ""
    pope = known == "clergy" and is_numbered(actor.person)
    if pope or any("papież" in office.split() for office in held):
        return "papież"
    crowned = any(lemmas(office.split()[0].casefold()) & _CROWNED for office in held)
    return "władca" if crowned or (known == "ruler" and reigns(actor.person)) else ""


def _says_which_deed(actor: Actor) -> bool:
    """Whether a title before the name, or words in marks, tell the deed from others where no year does."""
    quoted_words = any(unit.quotation for unit in actor.rest)
    return not _leads(actor) and (bool(actor.title) or quoted_words)


def _is_a_deed_on_the_page(actor: Actor) -> bool:
    """Whether the heading tells the deed from others of its kind; an office others held too."""
    held = actor.takes_office or bool(lemmas(actor.clause.verb_form) & {"być", "zostać"})
    own = any(lemmas(unit.lower) & {"swój"} for unit in actor.rest if unit.kind == "word")
    return actor.clause.sentence.is_headed and not (held or own or _leads(actor))


def _place(actor: Actor) -> int:
    return actor.clause.units[actor.clause.verb].span.start


def _item(facts: Facts, actor: Actor, told: Told) -> Item:
    sentence = actor.clause.sentence
    stem = f"Kto {told.words}?"
    feedback = sentence_feedback(sentence.span.text)
    barred = {unit.person.id for unit in actor.rest if unit.person}
    others = other_people(facts, actor.person, actor.content, sentence, barred)
    because = f"Tak mówi tekst: {quoted(sentence.span.text)}"
    options = person_options(facts, actor.person, others, because) if others else ()
    if not options and not actor.takes_office:
        options = stranger_options(facts, actor.person, sentence, because)
    proof = facts.proof((*actor.clause.evidence, *told.proof), actor.person)
    if not options:
        called = actor.title or _ruler(actor)
        asked = f"Który {called}" if called else "Kto"
        stem = f"{asked} {told.words}?"
        answers = accepted_names(actor.person, facts.years_of(actor.person))
        return Item("typed", "person", stem, (), answers, proof, feedback)
    return chosen("single", "person", stem, options, proof, feedback)
