"""The offices of every person: by apposition, by a verb, by leading, and the bare word later in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.text import lexicon
from quizapp.text.annotations import Role
from quizapp.text.names.coreference import Named
from quizapp.text.offices.apposition import apposed
from quizapp.text.offices.bare import Holders
from quizapp.text.offices.leadership import led_bodies
from quizapp.text.offices.phrases import Office
from quizapp.text.offices.plural import shared_offices
from quizapp.text.offices.predication import by_verb
from quizapp.text.spans import Span
from quizapp.text.telling.clauses import Line, Mention, clause_of, is_finite
from quizapp.text.words import readings

_OF_ANOTHER = {
    "m": frozenset(("go", "mu", "jemu", "niego", "niemu", "nim")),
    "f": frozenset(("ją", "niej", "nią")),
}


def find_roles(text: str, lines: Sequence[Line], everybody: Sequence[Named]) -> list[tuple[Role, ...]]:
    """The offices of each person in the order of the text; those in doubt are nobody's."""
    roles: list[dict[Span, Role]] = [{} for _ in everybody]
    holders = Holders(everybody)
    previous = topic = None
    for line in lines:
        topic = _head_of_an_entry(line) or topic
        linked = _linked(line, topic or previous)
        for office, person in holders.of_sentence(line, linked):
            span = _span(text, line, office.first, office.last)
            roles[person][span] = Role(span, office.nominative)
        for first, last, nominative, leader in led_bodies(line):
            holders.lead(leader.person, nominative)
            if last > first or _is_enough(line.words[first].text):
                span = _span(text, line, first, last)
                roles[leader.person][span] = Role(span, nominative)
        for first, last, nominative, sharers in shared_offices(line):
            for mention in sharers:
                span = _span(text, line, first, last)
                roles[mention.person][span] = Role(span, nominative)
                holders.hold(mention.person, nominative.split()[0], nominative)
        previous = _next_subject(line, previous)
    return [tuple(roles[person][span] for span in sorted(roles[person])) for person in range(len(everybody))]


def _linked(line: Line, previous: Mention | None) -> dict[Office, Mention]:
    """The offices of a sentence whose holders stand beside them or go with their verb."""
    linked = apposed(line)
    ending = {office.last: office for office in line.offices}
    for office in line.offices:
        if office not in linked:
            holder = by_verb(line, office, previous) or _shared(line, office, ending, linked)
            if holder:
                linked[office] = holder
    return linked


def _shared(
    line: Line, office: Office, ending: Mapping[int, Office], linked: Mapping[Office, Mention]
) -> Mention | None:
    """„urzędy premiera i ministra skarbu”: what „i” joins to an office of somebody, in the same case."""
    conjunction = office.first - 1
    if conjunction < 1 or line.words[conjunction].text not in ("i", "oraz"):
        return None
    before = ending.get(conjunction - 1)
    if before is None or not before.cases & office.cases:
        return None
    holder = linked.get(before)
    return holder if holder and not _is_beside(holder, before) else None


def _is_beside(holder: Mention, office: Office) -> bool:
    return holder.first == office.last + 1


def _head_of_an_entry(line: Line) -> Mention | None:
    """„Nowak Jan (1901–1980), chemik.”: whom the sentences after it are about where they name no subject."""
    mention = line.mention_from(0)
    after = mention.last + 1 if mention else 0
    if mention is None or after >= len(line.words) or line.words[after].text != "(":
        return None
    is_sentence = any(is_finite(word.text) for word in line.words)
    return None if is_sentence else replace(mention, cases=frozenset(("nom",)))


def _is_enough(form: str) -> bool:
    """Whether a body named by one word is the only one that the text can mean."""
    return any(reading.lemma in lexicon.words("bodies_alone") for reading in readings(form))


def _span(text: str, line: Line, first: int, last: int) -> Span:
    return Span.of(text, line.words[first].start, line.words[last].end)


def _next_subject(line: Line, previous: Mention | None) -> Mention | None:
    """Who the next sentence goes on with, if just one person is its subject, or nobody is named."""
    subjects = {mention.person: mention for mention in line.mentions if "nom" in mention.cases}
    if not subjects and not line.mentions:
        return previous
    subject = next(iter(subjects.values())) if len(subjects) == 1 else None
    return replace(subject) if subject and _goes_on(line, subject) else None


def _goes_on(line: Line, subject: Mention) -> bool:
    """Not „gdy rządził X”, nor „uczył go X”, which tell of another."""
    clause = clause_of(line, subject)
    others = _OF_ANOTHER["f" if subject.gender == "f" else "m"]
    return clause is None or not (clause.opener or any(word.text in others for word in clause.words))
