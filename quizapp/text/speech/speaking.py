"""Which person a verb of saying is said of."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.text import lexicon
from quizapp.text.offices.holders import Holders
from quizapp.text.speech.attribution import POSSESSIVE
from quizapp.text.speech.cues import Cue
from quizapp.text.telling.narration import Narration, Speaking
from quizapp.text.telling.story import Story, records
from quizapp.text.telling.subjects import genders_of, suits
from quizapp.text.telling.told import Clause
from quizapp.text.words import Word, readings

_ASKING = frozenset(("pytać", "zapytać", "spytać", "zagadnąć"))
_LETTING = frozenset(
    ("kazać", "rozkazać", "polecić", "pozwolić", "pozwalać", "zabronić", "nauczyć", "zmusić")
)
_THAT = frozenset(("że", "iż"))
_TO_WHOM = frozenset(("mu", "jej", "im"))
_HIS = frozenset({"jego", "jej", "ich"})
_WHOSE = frozenset({"którego", "której", "których"})
_NEAR = 300  # letters between a question and its answer


class Speakers:
    """The story of a text, to be asked who is the subject of a verb of saying."""

    def __init__(self, narration: Narration, holders: Holders) -> None:
        self._narration = narration
        self._story = Story(narration, holders)
        self.by_pronoun = self._story.by_pronoun

    def speaker(
        self, words: Sequence[Word], cue: Cue, spoken: str | None, *, is_after: bool = False
    ) -> str | None:
        """The id of the person who speaks; None where the text leaves it open.

        `spoken` is who spoke just before: an answer without a subject is not his. `is_after` tells that
        the verb follows the quotation, which is then its object.
        """
        verb = words[cue.verb]
        clause = self._story.clause_of(verb)
        if clause is None:
            return None
        if cue.is_one_of("hearing_verbs"):
            return self._heard_from(clause)
        if not cue.is_personal:
            return None
        if _makes_another_speak(clause, verb, cue) or self._told(clause, verb, cue):
            return self._told(clause, verb, cue)
        governing = clause.verb if cue.is_participle else verb
        return self._subject(clause, governing, cue, spoken, is_after=is_after) if governing else None

    def _subject(
        self, clause: Clause, verb: Word, cue: Cue, spoken: str | None, *, is_after: bool
    ) -> str | None:
        """The person who is the subject of the verb, unless the words are another's."""
        subject = self._story.subject(clause, verb, has_object=is_after)
        if _writes_down_words(clause, verb):
            return None
        if cue.is_one_of("citing_verbs") and self._cites(clause, subject.person):
            return None
        if subject.kind == "unsaid":
            person = self._unsaid(clause, verb)
            answers = cue.is_one_of("answering_verbs")
            return None if answers and (person == spoken or self._has_asked(person, verb)) else person
        return subject.person.person if subject.person else None

    def is_overtaken(self, words: Sequence[Word], cue: Cue) -> bool:
        """Whether a main clause stands between a verb of saying and what follows the words.

        „Jak głosi legenda, poderwał ludzi: „…””, „Gdy X to ogłosił, Y padł na kolana: „…””.
        """
        said = self._story.clause_of(words[cue.verb])
        later = (self._story.clause_of(word) for word in words[cue.verb + 1 :])
        return any(
            clause is not None
            and clause is not said
            and not clause.opener
            and clause.verb in words[cue.verb + 1 :]
            for clause in later
        )

    def _told(self, clause: Clause, verb: Word, cue: Cue) -> str | None:
        """„każe Janowi biec i zawołać”: who is told to speak."""
        if not _lets_speak(verb, cue):
            return None
        named = self._narration.named(verb.end, clause.words[-1].end)
        told = {who.person for who in named if "dat" in who.cases and "nom" not in who.cases}
        return told.pop() if len(told) == 1 else None

    def _has_asked(self, person: str | None, verb: Word) -> bool:
        """„X zapytał go … „…” – odparł”: who has just asked does not answer."""
        start = self._narration.sentence_start(max(self._narration.sentence_start(verb.start) - 1, 0))
        for word in self._narration.words(max(start, verb.start - _NEAR), verb.start):
            clause = self._story.clause_of(word)
            if clause and any(reading.lemma in _ASKING for reading in readings(word.text)):
                asking = self._story.subject(clause, word)
                if asking.person and asking.person.person == person:
                    return True
        return False

    def _cites(self, clause: Clause, subject: Speaking | None) -> bool:
        """„zacytował X: „…””, „którego słowa Y przytoczył: „…””, „Y przytacza jego słowa”: not words of the subject."""
        whose = clause.is_relative and clause.opener in _WHOSE
        if whose or any(word.text in _HIS for word in clause.words):
            return True
        named = self._narration.named(clause.start, clause.words[-1].end)
        return any(who != subject and "acc" in who.cases and "nom" not in who.cases for who in named)

    def _next_word(self, clause: Clause, word: Word) -> str:
        after = clause.words[clause.words.index(word) + 1 :]
        return after[0].text if after else ""

    def _unsaid(self, clause: Clause, verb: Word) -> str | None:
        genders = genders_of(verb)
        if clause.before and clause.before.verb:  # „że X nie jadł i mówił: „…””
            earlier = self._story.subject(clause.before, clause.before.verb)
            if earlier.kind != "unsaid":
                return earlier.person.person if earlier.person else None
            return self._unsaid(clause.before, clause.before.verb)
        if clause.is_relative and _is_nominative(clause.opener):
            return self._antecedent(clause, genders)
        start = self._narration.sentence_start(verb.start)
        if clause.opener in _THAT and self._is_told_now(start, clause.start):
            return self._story.topic(
                genders, start
            )  # „Plutarch opowiada, że odpowiedział: „…””: not Plutarch
        return self._story.topic(genders, verb.start)

    def _is_told_now(self, start: int, end: int) -> bool:
        """Whether somebody tells of it in the present tense, as a source is cited, or has recorded it."""
        return any(
            (reading.pos == "fin" and reading.lemma in lexicon.words("speech_verbs")) or records(word)
            for word in self._narration.words(start, end)
            for reading in readings(word.text)
        )

    def _antecedent(self, clause: Clause, genders: frozenset[str]) -> str | None:
        """„X, który powiedział”: the person named right before the relative clause."""
        before = self._narration.named(max(clause.start - 60, 0), clause.start)
        if not before or clause.start - before[-1].end > len(" , "):
            return None
        return before[-1].person if suits(genders, before[-1].gender) else None

    def _heard_from(self, clause: Clause) -> str | None:
        """„usłyszał od X”: never who heard it."""
        for word in clause.words:
            if word.text == "od":
                pronoun = POSSESSIVE.get(self._next_word(clause, word))
                if pronoun:
                    return self._story.topic(pronoun, clause.verb.start if clause.verb else word.start)
                named = self._narration.named(word.end, word.end + 40)
                return named[0].person if named and "gen" in named[0].cases else None
        return None


_WORDS_OF_ANOTHER = _HIS | {"słowa", "wypowiedź", "okrzyk", "odpowiedź"}


def _lets_speak(verb: Word, cue: Cue) -> bool:
    """Whether the verb makes somebody else do what the infinitive says."""
    lemmas = {reading.lemma for reading in readings(verb.text)}
    return bool(lemmas & _LETTING) and not lemmas & cue.lemmas


def _writes_down_words(clause: Clause, verb: Word) -> bool:
    """„Ostatnie słowa zapisał X: „…””, „zapisał jej skargę, że „…””: X is not the one who spoke them."""
    records = {reading.lemma for reading in readings(verb.text)} & lexicon.words("recording_verbs")
    return bool(records) and any(word.text.lower() in _WORDS_OF_ANOTHER for word in clause.words)


def _makes_another_speak(clause: Clause, verb: Word, cue: Cue) -> bool:
    """„kazał mu zawołać: „…””, but not „kazał napisać: „…””."""
    if not _lets_speak(verb, cue):
        return False
    after = (word.text for word in clause.words if word.start > verb.start)
    return any(text in _TO_WHOM or _is_dative(text) for text in after)


def _is_dative(form: str) -> bool:
    cases = {slot[1] for reading in readings(form) if reading.pos == "subst" for slot in reading.slots}
    return "dat" in cases and not cases & {"nom", "acc"}


def _is_nominative(pronoun: str) -> bool:
    return any(slot[:2] == ("sg", "nom") for reading in readings(pronoun) for slot in reading.slots)
