"""Persons who did something by the text: a clause that can stand alone, without its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.generate.clauses import Clause
from quizapp.generate.facts.motion import goes_nowhere
from quizapp.generate.facts.offices import is_of_another_time, without_adjuncts
from quizapp.generate.material import Unit, is_nominative
from quizapp.generate.sense import Content, content
from quizapp.generate.standing import judges, takes_a_bare_office, why_not_alone
from quizapp.generate.subjects import (
    agrees,
    is_governed,
    is_joined_before_its_verb,
    shares_a_later_object,
    subject_of,
    takes_no_object,
    verb_reading,
)
from quizapp.generate.titles import in_role, start_of_titles
from quizapp.generate.wording import (
    without_particles,
    without_relative_dates,
)
from quizapp.generate.words import (
    ADJECTIVES,
    NOUNS,
    PREPOSITION,
    has,
    is_finite,
    lemmas,
    readings,
    word_list,
)
from quizapp.text import lexicon
from quizapp.text.annotations import Person

_PARTICIPLES = frozenset({"pact", "ppas"})
_INFINITIVE = frozenset({"inf"})
_RIGHT_BEFORE, _STEM, _LONGEST_TITLE = range(3), 4, 4
_ENOUGH, _SPOKEN, _PARTICIPIAL, _NICKNAME = 2, 3, 6, 2
_OF_A_HOUSE = [["z", noun] for noun in ("rodu", "dynastii", "rodziny", "domu", "plemienia")]
STAYING = frozenset({"przebywać", "mieszkać", "bywać", "żyć", "bawić", "pozostać", "spędzić"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with what the text says the person did; `units[verb]` is the verb."""

    clause: Clause
    person: Person
    start: int
    end: int

    @property
    def before(self) -> tuple[Unit, ...]:
        """What stands before the name and its titles."""
        return self.clause.units[: self.start]

    @property
    def after(self) -> tuple[Unit, ...]:
        """What stands after the name, its titles and a nickname in quotation marks."""
        after = self.clause.units[self.end :]
        nickname = bool(after) and after[0].quotation is not None and len(after[0].text.split()) <= _NICKNAME
        return after[1:] if nickname and self.start < self.clause.verb else after

    @property
    def rest(self) -> tuple[Unit, ...]:
        """The clause without the name and its titles, and without a time that counts from another."""
        return without_relative_dates(self.before + self.after)

    @property
    def takes_office(self) -> bool:
        """Whether an office is taken or held, which others of another time may have held too."""
        return any(
            unit.kind == "word"
            and lemmas(unit.lower) & lexicon.words("offices")
            and has(unit.lower, NOUNS, "inst")
            for unit in self.rest
        )

    @property
    def title(self) -> str:
        """The office or trade that stands right before a man's name and says who of many it was; "" if none does."""
        units = self.clause.units[self.start : self.end]
        name = next((unit for unit in units if unit.person is self.person), None)
        held = [role for holder, role in self.clause.sentence.roles if holder is self.person]
        said = [
            role.nominative
            for role in held
            if name
            and not is_of_another_time(self.clause.sentence, role)
            and role.span.text.casefold() == role.nominative.casefold()
            and name.span.start - role.span.end in _RIGHT_BEFORE
        ]
        title = without_adjuncts(said[0]) if said and self.person.gender == "m" else ""
        leaks = any(word[:_STEM] in self.person.name for word in title.split() if len(word) > _STEM)
        return "" if leaks or len(title.split()) > _LONGEST_TITLE else title

    @property
    def content(self) -> Content:
        """The words that carry the sense of what was done."""
        return content((*self.rest, *self.clause.complement))


def actor_of(clause: Clause) -> Actor | str:
    """Who did what by the clause, or why that cannot be asked, in Polish ("" if no person did)."""
    found = _relative_actor(clause) if clause.antecedent else named_subject(clause)
    if found is None:
        return ""
    return _why_not(found) or found


def _relative_actor(clause: Clause) -> Actor | None:
    verb = verb_reading(clause)
    person = clause.antecedent.person if clause.antecedent else None
    if verb is None or person is None or not agrees(person, verb):
        return None
    return Actor(clause, person, 0, 0)


def named_subject(clause: Clause) -> Actor | None:
    """The person who is the subject of the clause, with titles; None if no named person is."""
    verb, subject = verb_reading(clause), subject_of(clause)
    if verb is None or subject.unit is None:
        return None
    person = clause.units[subject.unit].person
    if person is None or not agrees(person, verb):
        return None
    start, end = _with_titles(clause, subject.unit, "f" if person.gender == "f" else "m1")
    return Actor(clause, person, start, end)


def who_act_together(clause: Clause) -> list[Person]:
    """The persons who together are the subject of a plural verb: „delegacjom przewodzili A, B i C”."""
    verb = verb_reading(clause)
    named = [unit.person for unit in (*clause.units, *clause.tail) if unit.person and is_nominative(unit)]
    return named if verb and "pl" in verb.marks and len(named) > 1 else []


def description_of_subject(clause: Clause) -> tuple[Unit, ...]:
    """What stands between two commas after the name of the subject: „Anna Nowak, córka Jana, …”."""
    actor, at = named_subject(clause), subject_of(clause).unit
    after = clause.units[at + 1 : actor.end] if actor and at is not None else ()
    return after if len(after) > 1 and after[0].text == "," else ()


def _with_titles(clause: Clause, at: int, gender: str) -> tuple[int, int]:
    """The name together with the titles and appositions around it."""
    return _start_of_participle(clause, start_of_titles(clause, at, gender), gender), _reach_right(
        clause, at, gender
    )


def _start_of_participle(clause: Clause, start: int, gender: str) -> int:
    """Where a participle that describes the subject begins before its titles: „wysłany przeciwko nim pretor …”."""
    for place in range(start - 1, max(start - _PARTICIPIAL, 0) - 1, -1):
        unit = clause.units[place]
        if unit.kind != "word" or is_finite(unit.lower):
            return start
        if has(unit.lower, _PARTICIPLES, "nom", "sg", gender):
            return place
    return start


def _reach_right(clause: Clause, at: int, gender: str) -> int:
    end = at + 1
    after = clause.units[end] if end < clause.verb else None
    if after and after.quotation and len(after.text.split()) <= _NICKNAME:  # „Jan Nowak »Sosna« rozwiązał”
        end += 1
    if end < len(clause.units) and clause.units[end].text == "," and clause.verb > at:
        closing = _last_break(clause, at)
        lone = closing == end and _opens_apposition(clause, clause.units[end + 1], gender)
        return _end_of_apposition(clause, end) if lone else closing + 1
    if end < len(clause.units) and _opens_apposition(clause, clause.units[end], gender):
        return clause.verb if clause.verb > at else len(clause.units)
    while end < len(clause.units) and in_role(clause.sentence, clause.units[end]):
        end += 1
    if [unit.lower for unit in clause.units[end : end + 2]] in _OF_A_HOUSE and clause.units[
        end + 2 : end + 3
    ]:
        return end + 3  # „Jan z rodu Piastów”
    return end + 2 if end != clause.verb and _comes_from(clause.units[end : end + 3], gender) else end


def _comes_from(after: Sequence[Unit], gender: str) -> bool:
    """„(Gottfried Klose) z Brzegu”: a town that belongs to the name."""
    placed = len(after) > 1 and after[0].lower in ("z", "ze") and after[1].kind == "word"
    goes_on = any(has(unit.lower, NOUNS | ADJECTIVES, "gen", gender) for unit in after[2:])
    return placed and after[1].text[0].isupper() and not goes_on


def _end_of_apposition(clause: Clause, comma: int) -> int:
    """Where „Karol, brat króla” ends that has lost its second comma with what was told of him next."""
    rest = range(comma + 1, clause.verb)
    dated = next((at for at in rest if clause.units[at].date), clause.verb)
    led = has(clause.units[dated - 1].lower, PREPOSITION)
    return dated - led


def _last_break(clause: Clause, at: int) -> int:
    return max(place for place in range(at, clause.verb) if clause.units[place].text == ",")


def _opens_apposition(clause: Clause, unit: Unit, gender: str) -> bool:
    return (
        unit.kind == "word"
        and not is_finite(unit.lower)
        and has(unit.lower, NOUNS | ADJECTIVES, "nom", "sg", gender)
    )


def _why_not(actor: Actor) -> str:  # noqa: C901 - one reason after another
    clause, rest = actor.clause, actor.rest
    if clause.negated:
        return "zdanie przeczy"
    if judges(rest):
        return "to ocena, nie fakt"
    pairs = {f"{one.lower} {other.lower}" for one, other in pairwise(clause.units)}
    among = bool(pairs & _AMONG_OTHERS)
    replaced = among or any(
        lemmas(unit.lower) & _REPLACING for unit in clause.sentence.units if unit.kind == "word"
    )
    if (
        replaced
        or any(unit.lower in _ALSO for unit in clause.units)
        or any(map(_is_other_actor, _of_the_same(clause.tail)))
    ):
        return "według tekstu mógł to zrobić także ktoś inny"
    if rest and rest[0].kind == "date" and not any(map(str.isalpha, rest[0].text)):
        return "data jest tu nagłówkiem kroniki"
    joined = is_joined_before_its_verb(clause)
    if joined or _shares_an_object(actor) or shares_a_later_object(clause):
        return "zdanie nie nazywa tego, o kim mówi"
    gender = "f" if actor.person.gender == "f" else "m1"
    if any(_is_leftover(clause, unit, gender) for unit in rest):
        return "nie jest pewne, które słowa należą do podmiotu"
    if gender == "f" and lemmas(clause.verb_form) & _OF_WOMEN:
        return "„kto” wymagałoby rodzaju męskiego"
    if any(
        unit.quotation and unit.quotation.kind == "speech" and len(unit.text.split()) >= _SPOKEN
        for unit in rest
    ):
        return "w zdaniu ktoś mówi"
    if _gives_away(actor):
        return "pytanie zdradzałoby odpowiedź"
    units = tuple(without_particles(rest))
    became = "zostać" in lemmas(clause.verb_form)
    of_a_theme = bool(clause.sentence.theme) and not became
    if (
        goes_nowhere(clause, units)
        or _is_slight(units, clause)
        or (takes_a_bare_office(units) and not of_a_theme)
    ):
        return "zdanie mówi zbyt mało, by pytanie miało jedną odpowiedź"
    return why_not_alone((*units, *clause.complement), clause.sentence, of_somebody=True)


def _is_slight(units: Sequence[Unit], clause: Clause) -> bool:
    """Whether it is too little to be asked of: „wyjechał do Anglii”, „żartował do końca”."""
    if lemmas(clause.verb_form) & STAYING and not any(unit.date for unit in units):
        return True
    if "być" in lemmas(clause.verb_form) and any(map(_is_a_trade, units)):
        return True
    weight = 0
    for at, unit in enumerate(units):
        governed = at > 0 and has(units[at - 1].lower, PREPOSITION)
        if unit.kind in ("person", "quotation"):
            weight += 2
        elif (
            unit.kind == "word" and unit is not clause.units[clause.verb] and not has(unit.lower, PREPOSITION)
        ):
            proper = unit.text[0].isupper() and unit is not clause.sentence.units[0]
            weight += 2 if proper and not governed else has(unit.lower, NOUNS | ADJECTIVES) or proper
        else:
            weight += unit.kind in ("date", "number")
    return weight < _ENOUGH


def _is_a_trade(unit: Unit) -> bool:
    """„polskim inżynierem”: what many others were too."""
    trade = unit.kind == "word" and lemmas(unit.lower) & lexicon.words("occupations")
    return bool(trade) and has(unit.lower, NOUNS, "inst")


_DONE_TO = frozenset({"go", "ją", "je", "ich"})
_OF_WOMEN = frozenset({"zostać", "być", "poślubić", "urodzić", "powić", "owdowieć", "wyjść"})
_REPLACING = frozenset({"zastąpić", "zastępować", "zmienić", "zluzować", "początkowo"})
_AMONG_OTHERS = frozenset({"między innymi", "z początku"})
_ALSO = frozenset({"także", "również", "też", "m.in"})


def _shares_an_object(actor: Actor) -> bool:
    """Whether what something was done to before goes on being it: „powitał go X, a do kościoła wprowadził Y”.

    So may a noun: „mianował filozofa cezarem i wyprawił do Galii”.
    """
    clause = actor.clause
    start = clause.units[is_put_in(clause)].span.start
    said = [unit for unit in clause.sentence.units if unit.span.end <= start]
    before = any(unit.lower in _DONE_TO for unit in said) or (
        is_put_in(clause) and any(map(_may_be_done_to, said))
    )
    own = any(
        unit.quotation
        or (
            (unit.kind == "person" or _is_object_or_infinitive(unit))
            and not is_governed(clause, clause.units.index(unit))
        )
        for unit in actor.rest
    )
    bare = word_list("verbs_of_motion") | word_list("verbs_without_accusative") | {"doprowadzić"}
    moves = bool(lemmas(clause.verb_form) & bare)
    return before and not own and not moves and not takes_no_object(clause)


def _is_object_or_infinitive(unit: Unit) -> bool:
    told = has(unit.text, NOUNS, "acc") or has(unit.lower, _INFINITIVE) or unit.lower in _DONE_TO
    return unit.kind == "word" and told and not has(unit.lower, PREPOSITION)


def is_put_in(clause: Clause) -> bool:
    """Whether the text leaves the subject out, and its name was put before the clause."""
    first = clause.units[0]
    return first.person is not None and first.span.start == first.span.end


def _may_be_done_to(unit: Unit) -> bool:
    if unit.kind == "person":
        return not is_nominative(unit)
    return unit.kind == "word" and has(unit.text, NOUNS, "acc") and not has(unit.text, NOUNS, "nom")


def _of_the_same(tail: Sequence[Unit]) -> Sequence[Unit]:
    """The units after a clause up to where another is told with its verb left out: „…, cara zaś – Nowak”."""
    end = next((at for at, unit in enumerate(tail) if unit.lower == "zaś"), len(tail))
    return tail[:end]


def _is_other_actor(unit: Unit) -> bool:
    return unit.person is not None and is_nominative(unit)


def _is_leftover(clause: Clause, unit: Unit, gender: str) -> bool:
    """Whether a word outside the name could still be part of the subject."""
    if unit.person is not None:
        return is_nominative(unit)
    if unit.kind != "word" or unit is clause.units[clause.verb]:
        return False
    if has(unit.lower, _PARTICIPLES, "nom", "sg", gender) and not has(
        unit.lower, _PARTICIPLES, "acc", "sg", gender
    ):
        return True
    if unit.text[0].isupper() and not readings(unit.text) and _stands_free(clause, unit):
        return True  # „Ago von Maltzan”, whom nobody knows for a name
    nominative = has(unit.lower, NOUNS, "nom", "sg", gender) or _is_of_a_people(unit)
    if gender == "f":
        describes = has(unit.lower, ADJECTIVES, "nom", "sg", "f") and not has(
            unit.lower, ADJECTIVES, "acc", "f"
        )
        return (nominative and not has(unit.lower, NOUNS, "acc", "sg")) or describes
    return nominative


def _stands_free(clause: Clause, unit: Unit) -> bool:
    """Whether it opens the clause before the verb, with no preposition before it and no noun that it may go on."""
    at = clause.units.index(unit)
    before = clause.units[at - 1] if at else None
    return at < clause.verb and (before is None or before.kind == "mark")


def _is_of_a_people(unit: Unit) -> bool:
    """„Polak Józef Retinger”: of what people somebody is."""
    return any(
        reading.lemma[0].isupper()
        and reading.labels == {"nazwa_pospolita"}
        and reading.marks.issuperset(("nom", "sg", "m1"))
        for reading in readings(unit.text)
    )


def _gives_away(actor: Actor) -> bool:
    """Whether a word of the question begins like a word of the name."""
    stems = {word[:5].casefold() for word in actor.person.name.split() if len(word) > 3}
    return any(unit.lower[:5] in stems for unit in actor.rest if len(unit.text) > 3)
