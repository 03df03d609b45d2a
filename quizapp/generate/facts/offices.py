"""Offices of the text with the persons who held them: what can be asked, and what else would be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quizapp.generate.material import Sentence, Unit
from quizapp.generate.titles import in_role
from quizapp.generate.words import ADJECTIVES, NOUNS, agree, has, is_roman, lemmas, readings, word_list
from quizapp.text.annotations import Person, Role

_OF_MANY = frozenset(
    {"dowódca", "wódz", "legat", "mistrz", "gubernator", "delegat", "poseł", "pełnomocnik", "przedstawiciel"}
)
_BEFORE_AN_OFFICE = 4  # words and marks that may tell the time of an office
_CERTAIN = frozenset({"państwa", "rządu"})


@dataclass(frozen=True, slots=True)
class Holding:
    """A person with an office in the nominative, and the sentence that gives it to the person."""

    person: Person
    role: Role
    sentence: Sentence

    @property
    def office(self) -> str:
        """The office in the nominative, without what only describes its holder („sędziwy kanclerz”)."""
        return without_adjuncts(self.role.nominative)

    @property
    def is_of_another_time(self) -> bool:
        """Whether the sentence says that the person holds the office no more, or not yet."""
        return is_of_another_time(self.sentence, self.role)

    @property
    def words(self) -> frozenset[str]:
        """The words of the office in lower case."""
        return frozenset(self.office.casefold().split())


def without_adjuncts(office: str) -> str:
    """The office without the words before it that are no part of it; an age is such a word too."""
    words = office.split()
    while len(words) > 1 and (
        words[0].casefold() in word_list("adjuncts_of_office") or words[0].endswith("letni")
    ):
        words = words[1:]
    return " ".join(words)


def holdings_of(sentences: Sequence[Sentence]) -> Iterator[Holding]:
    """The offices that stand, by their own name, in a sentence that also names the person."""
    for sentence in sentences:
        for person, role in sentence.roles:
            if _stands_there(role) and _belongs(sentence, person, role):
                yield Holding(person, role, sentence)


def is_of_another_time(sentence: Sentence, role: Role) -> bool:
    """„dawny poseł”, „X, wcześniej poseł”, „X, późniejszy poseł”: not held at the time of which is told."""
    told = [unit for unit in sentence.units if unit.span.end <= role.span.start][-_BEFORE_AN_OFFICE:]
    start = max((at + 1 for at, unit in enumerate(told) if unit.kind != "word"), default=0)
    before = told[start:]
    said = frozenset().union(*(lemmas(unit.lower) | {unit.lower} for unit in before))
    said |= lemmas(role.nominative.split(" ")[0].casefold())
    later = bool(before and start) and before[0].lower in word_list("afterwards")
    return later or bool(said & word_list("former_or_future"))


@dataclass(frozen=True, slots=True)
class Post:
    """A word for an office that no named person holds there, and the word after it."""

    sentence: int
    heads: frozenset[str]
    following: str


def posts_of(sentence: Sentence) -> Iterator[Post]:
    """The bare words for offices in a sentence: „nowy dyktator”, „szefowie dyplomacji”."""
    for at, unit in enumerate(sentence.units):
        heads = lemmas(unit.lower) & _posts()
        if unit.kind == "word" and heads and not in_role(sentence, unit):
            following = sentence.units[at + 1].lower if at + 1 < len(sentence.units) else ""
            yield Post(sentence.index, heads, following)


@cache
def _posts() -> frozenset[str]:
    return word_list("functions") | word_list("rulers")


def may_be_the_post(post: Post, office: str) -> bool:
    """Whether a bare word may mean the same office: it says nothing more, or goes on with the same words.

    An office with a name in it („król Szwecji”) is one, and the bare word most often means its holder.
    """
    if any(word[0].isupper() for word in office.split()[1:]):
        return False
    words = [lemmas(word.casefold()) for word in office.split()]
    if not post.heads & frozenset().union(*words):
        return False
    says_more = has(post.following, NOUNS | ADJECTIVES, "gen")
    return not says_more or any(lemmas(post.following) & word for word in words)


def _stands_there(role: Role) -> bool:
    """Whether one office is said, not only meant („na czele armii” is no „dowódca”), nor two run together."""
    said = frozenset().union(*(lemmas(word.casefold()) for word in role.span.text.split()))
    words = role.nominative.casefold().split()
    heads = [word in word_list("functions") for word in words]
    run_together = any(one and other for one, other in pairwise(heads))
    owned = any("swój" in lemmas(word) for word in words)
    if not words or run_together or owned or any(word in word_list("anaphora") for word in words):
        return False
    return all(lemmas(word) & said for word in words)


def _belongs(sentence: Sentence, person: Person, role: Role) -> bool:
    """Whether nothing but other titles stands between office and name, or the sentence names nobody else."""
    if sentence.people == {person.id}:
        return True
    units = sentence.units
    held = [place for place, unit in enumerate(units) if role.span.contains(unit.span)]
    named = [place for place, unit in enumerate(units) if unit.person and unit.person.id == person.id]
    return bool(held) and any(
        all(_joins(sentence, person, unit) for unit in units[min(held[-1], place) + 1 : max(held[0], place)])
        for place in named
    )


def _joins(sentence: Sentence, person: Person, unit: Unit) -> bool:
    own = (role.span for holder, role in sentence.roles if holder.id == person.id)
    return unit.text == "," or any(span.contains(unit.span) for span in own)


def is_kind(office: str, name: str) -> bool:
    """Whether the office has a head on the list („functions”, „rulers”, „ranks”)."""
    return any(lemmas(word.casefold()) & word_list(name) for word in office.split()[:4])


def nations_in(office: str) -> frozenset[str]:
    """Of what nation or land the office is: „szef sztabu rosyjskiego”, „ambasador Anglii”."""
    words = office.split()
    lands = {reading.lemma for word in words for reading in readings(word)} & word_list("lands")
    return frozenset(lands).union(*(lemmas(word.casefold()) & word_list("nations") for word in words))


def names_a_nation(office: str) -> bool:
    """Whether it says of what nation the office is."""
    return bool(nations_in(office))


def is_all_that_is_said(holding: Holding) -> bool:
    """Whether the text names this one post of the person only, beside a rank perhaps, and not as a former one."""
    named = (role.nominative for role in holding.person.roles if role.nominative and _stands_there(role))
    posts = {office for office in named if is_kind(office, "functions")}
    return len(posts) <= 1 and not holding.is_of_another_time


def names_one_post(office: str) -> bool:
    """Whether the office says of what: not „premier”, nor „dyrektor instytutu” of some institute."""
    words = office.casefold().split()
    if len(words) < 2:
        return False
    if lemmas(words[-1]) & word_list("incomplete_offices") or (len(words) == 2 and words[0] in _OF_MANY):
        return False
    bare = bool(lemmas(words[-1]) & word_list("vague_nouns")) and words[-1] not in _CERTAIN
    return not bare or (agree(words[-2], words[-1]) and words[-2] not in ("wielki", "wielka"))


def reigns(person: Person) -> bool:
    """Whether the text gives the person a number or a throne, so that the first name is what one goes by."""
    return is_numbered(person) or any(_is_throne(office) for office in offices_of(person))


def is_numbered(person: Person) -> bool:
    """Whether the name holds a number: „Ludwik XVI”."""
    return any(map(is_roman, person.name.split()))


def _is_throne(office: str) -> bool:
    return bool(lemmas(office.split()[0].casefold()) & word_list("rulers"))


def may_be_same(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether one office may be the other said shorter."""
    first, second = set(one), set(other)
    return first <= second or second <= first


def offices_of(person: Person) -> list[str]:
    """All offices of the person in the nominative."""
    return [role.nominative for role in person.roles if role.nominative]


def holds(person: Person, office: str) -> bool:
    """Whether the text gives the person this office, or one that may be the same."""
    return any(may_be_same(own.casefold().split(), office.casefold().split()) for own in offices_of(person))
