"""A sentence of the narration taken apart into its clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizapp.text.sentence_words import is_finite_verb, is_subordinator
from quizapp.text.words import Word, readings

_MARKS = frozenset((",", ";", ":", "–", "—", "-"))
_JOINING = frozenset(("i", "a", "oraz", "lecz", "ale", "ani", "lub", "albo", "więc", "zaś"))
_ALSO_SUBORDINATE = frozenset(
    ("jak", "jaki", "jaka", "jakie", "jakim", "jaką", "czemu", "dlaczego", "ile", "ilekroć", "aż", "czyj")
)
_GOING_ON = frozenset(("po", "przy", "na", "w", "wobec", "nad", "za", "mimo"))


@dataclass(slots=True)
class Clause:
    """The words of a clause; `verb` is its finite verb, `opener` the word that makes it depend on another.

    `before` is the dependent clause that it goes on with „i” alone, and whose subject it may share.
    """

    opener: str = ""
    words: list[Word] = field(default_factory=list)
    verb: Word | None = None
    asides: set[int] = field(default_factory=set)
    """Where the words of participle clauses begin: „zdjąwszy kapelusz”."""
    before: Clause | None = None

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0].start

    @property
    def is_relative(self) -> bool:
        """Whether it describes the noun before it."""
        return self.opener.startswith("któr")


def clauses_of(words: Sequence[Word]) -> list[Clause]:
    """The clauses of a sentence in the order in which they begin; what stands in brackets is left out.

    A piece without a verb belongs to the clause that still waits for one, or else to the one before.
    """
    sentence = _Sentence()
    for part in _between_marks(_without_brackets(words)):
        for number, piece in enumerate(_pieces(part)):
            sentence.add(piece, is_joined=number > 0)
    return sentence.clauses


class _Sentence:
    """The clauses found so far: the main one, those that wait for their verb, the one last added to."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self._main: Clause | None = None
        self._waiting: list[Clause] = []
        self._current: Clause | None = None

    def add(self, piece: Sequence[Word], *, is_joined: bool) -> None:
        """Give words to the clause that they belong to; `is_joined` if no mark parts them from those before."""
        opener, verb = _opener(piece), _verb_of(piece)
        before = self._current if is_joined and not opener else None
        if before and before.opener and before.verb and verb:
            clause = self._new(before.opener)
            clause.before = before
        else:
            clause = self._clause_for(opener, verb)
        self._current = clause
        clause.words.extend(piece)
        if verb is None and _is_participle(piece):
            clause.asides.update(word.start for word in piece)
        clause.verb = clause.verb or verb
        if self._waiting and self._waiting[-1] is clause and clause.verb:
            self._waiting.pop()
        elif opener and clause.verb is None:
            self._waiting.append(clause)

    def _clause_for(self, opener: str, verb: Word | None) -> Clause:
        if opener:
            return self._new(opener)
        if self._waiting:
            return self._waiting[-1]
        if self._main is None or (verb and self._main.verb):
            self._main = self._new("")
            return self._main
        lacks_verb = self._main.verb is None or self._current is None
        return self._main if verb or lacks_verb else self._current or self._main

    def _new(self, opener: str) -> Clause:
        self.clauses.append(Clause(opener))
        return self.clauses[-1]


def _is_participle(piece: Sequence[Word]) -> bool:
    """„zdjąwszy kapelusz”, „nie czekając na odpowiedź”."""
    return any(reading.pos in ("pcon", "pant") for word in piece[:3] for reading in readings(word.text))


def _without_brackets(words: Sequence[Word]) -> Iterator[Word]:
    depth = 0
    for word in words:
        depth += word.text in ("(", "[")
        if not depth:
            yield word
        depth -= depth > 0 and word.text in (")", "]")


def _is_verb(word: Word) -> bool:
    return word.text[0].isalpha() and (is_finite_verb(word.text) or word.text == "Miał")


def _verb_of(piece: Sequence[Word]) -> Word | None:
    """The finite verb; „przybyła”, „zmarła”, which may be a woman as well, where there is no other."""
    return next((word for word in piece if _is_verb(word)), None) or next(
        (word for word in piece if _may_be_verb(word.text)), None
    )


def _may_be_verb(form: str) -> bool:
    known = readings(form)
    return any(reading.pos == "adj" for reading in known) and any(
        reading.pos == "praet" and slot[0] == "sg" for reading in known for slot in reading.slots
    )


def _pieces(part: Sequence[Word]) -> Iterator[list[Word]]:
    """The words between two marks, parted by a conjunction with a finite verb on both sides."""
    piece: list[Word] = []
    verbs_left = sum(map(_is_verb, part))
    has_verb = False
    for word in part:
        if word.text in _JOINING and has_verb and verbs_left:
            yield piece
            piece, has_verb = [], False
        if _is_verb(word):
            has_verb, verbs_left = True, verbs_left - 1
        piece.append(word)
    yield piece


def _between_marks(words: Iterator[Word]) -> Iterator[list[Word]]:
    part: list[Word] = []
    for word in words:
        if word.text in _MARKS:
            if part:
                yield part
            part = []
        else:
            part.append(word)
    if part:
        yield part


def _opener(piece: Sequence[Word]) -> str:
    """The word that makes a clause subordinate, perhaps after a preposition; „po czym” goes on."""
    first, *rest = [word.text.lower() for word in piece[:3]]
    if first in _JOINING and rest:
        first, *rest = rest
    if first in _GOING_ON and rest[:1] in (["czym"], ["czego"]):
        return ""
    if first == "mimo":
        return first if rest[:1] in (["że"], ["iż"]) else ""
    if _subordinates(first):
        return first
    governs = any(reading.pos == "prep" for reading in readings(first))
    return rest[0] if governs and rest and rest[0] != "nim" and _subordinates(rest[0]) else ""


def _subordinates(word: str) -> bool:
    return (is_subordinator(word) and word != "czym") or word in _ALSO_SUBORDINATE
