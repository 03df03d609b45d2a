"""Who said what stands between marks, by the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.leading_words import goes_on_reporting, is_closed, is_parallel, merely_stands
from quizapp.text.offices.holders import Holders
from quizapp.text.quotation_marks import Quoted
from quizapp.text.spans import Span
from quizapp.text.speech.attribution import (
    Attribution,
    by_agent,
    by_preposition,
    is_instrumental,
    is_noun_of_words,
    owner_of_words,
)
from quizapp.text.speech.cues import Cue, announcing_verb, cue_at, finite_verbs, last_cue, leads_into
from quizapp.text.speech.marked_words import (
    FEW,
    is_cry,
    is_inscribed,
    is_published,
    is_reported,
    is_set_apart,
    is_title,
    is_utterance,
    takes_by_preposition,
)
from quizapp.text.speech.speaking import Speakers
from quizapp.text.telling.narration import Narration, Speaking
from quizapp.text.words import Word, readings

DASHES = ("–", "—", "-")
_WINDOW = 600  # letters before and after that may attribute


class Bounds(NamedTuple):
    """Between which offsets words may attribute a quotation: where the one before ends, the next begins.

    `colon_floor` is the end of the last speech: a colon announces across mere phrases in marks.
    """

    floor: int
    colon_floor: int
    ceiling: int


class Surroundings:
    """A text with its sentences and persons, to be asked about the surroundings of a quotation."""

    def __init__(
        self, text: str, sentences: Sequence[Span], persons: Sequence[Person], quoted: Sequence[Quoted]
    ) -> None:
        self._text = text
        self._narration = Narration(text, sentences, persons, quoted)
        self._speakers = Speakers(self._narration, Holders(persons))

    def attribution(self, quoted: Quoted, bounds: Bounds, spoken: str | None) -> Attribution | None:
        """Whose words they are, by what stands between the quotations before and after, if any says it.

        What a dash sets off goes first, then what stands before, then what merely follows. `spoken` is who
        spoke just before.
        """
        said = self._text[quoted.start : quoted.end]
        after, dashed = self._clause_after(quoted, bounds.ceiling)
        found = self._said_after(after, spoken, dashed=True) if dashed else None
        found = found or self._said_before(quoted, said, bounds, spoken)
        if found and found.speaker is None and self.is_work(quoted, bounds.floor):
            return None
        if (
            dashed
            or len(said.split()) < FEW
            or not self._is_parted(quoted)
            or self.is_work(quoted, bounds.floor)
        ):
            return found
        if found is None or found.speaker is None:
            return self._said_after(after, spoken, dashed=False) or found
        return found

    def _is_parted(self, quoted: Quoted) -> bool:
        """Whether a comma parts the quotation from what follows, or nothing stands before: „W „…” pisał”."""
        last = self._text[quoted.end - 1] + self._text[quoted.outer_end : quoted.outer_end + 1]
        opens = self._narration.sentence_start(quoted.outer_start) == quoted.outer_start
        return opens or any(mark in last for mark in ",!?…")

    def is_work(self, quoted: Quoted, floor: int) -> bool:
        """Whether the words before announce a title or make a published work of what they lead to."""
        start = max(self._narration.sentence_start(quoted.outer_start), quoted.outer_start - _WINDOW, floor)
        words = self._narration.words(start, quoted.outer_start)
        said = self._text[quoted.start : quoted.end]
        return bool(words) and (is_title(words) or is_published(words, said) or is_inscribed(words))

    def _clause_after(self, quoted: Quoted, ceiling: int) -> tuple[list[Word], bool]:
        """The words that follow in the same sentence, and whether a dash sets them off."""
        opening = self._text[quoted.outer_end : min(ceiling, quoted.outer_end + 12)]
        bare = opening.lstrip(" \u00a0\n\t.,!?…")
        dashed = bare.startswith(DASHES)
        ends = "\n\n" in opening or not bare or ("." in opening.partition(bare)[0] and not dashed)
        if ends:
            return [], False
        start = quoted.outer_end + len(opening) - len(bare) + dashed
        ends_at = self._narration.sentence_end(min(start + 1, len(self._text) - 1))
        return self._narration.words(start, max(start, min(ceiling, ends_at, start + _WINDOW))), dashed

    def _said_after(self, words: list[Word], spoken: str | None, *, dashed: bool) -> Attribution | None:
        for place, word in enumerate(words[: 4 if dashed else 2]):
            cue = cue_at(words, place, any_verb=dashed and place == 0)
            if cue:
                speaker = self._speakers.speaker(words, cue, spoken, is_after=True)
                owned = None if speaker else self._owner_of_subject(words[place + 1 : place + 4])
                return owned or Attribution(cue.start, cue.end, speaker, cue.end)
            if not dashed and word.text not in ("jak", "tak"):
                return None
        return self._by_words_after(words, spoken) if dashed else None

    def _by_words_after(self, words: list[Word], spoken: str | None) -> Attribution | None:
        """„…” – według X; „…” – tymi słowami X zamknął …; „…” – to słowa X."""
        named = self._named_in(words)
        found = by_preposition(words[:6], named, self._speakers.by_pronoun)
        owned = None if found else owner_of_words(words[:3], named, self._speakers.by_pronoun)
        owned = owned or (None if found else owner_of_words(words[:8], named, self._speakers.by_pronoun))
        if owned is None or owned.speaker:
            return found or owned
        noun = next(word for word in words if word.start == owned.start)
        places = range(words.index(noun) + 1, len(words))
        cue = next((cue for place in places if (cue := cue_at(words, place, any_verb=True))), None)
        if cue is None or not is_instrumental(noun):
            return owned if noun in words[:2] else None
        return owned._replace(speaker=self._speakers.speaker(words, cue, spoken))

    def _owner_of_subject(self, words: list[Word]) -> Attribution | None:
        """„…” – brzmiał rozkaz X."""
        named = self._narration.named(words[0].start, words[-1].end + FEW) if words else []
        owned = owner_of_words(words, named, self._speakers.by_pronoun)
        return owned if owned and owned.speaker else None

    def _said_before(
        self, quoted: Quoted, said: str, bounds: Bounds, spoken: str | None
    ) -> Attribution | None:
        start = max(self._narration.sentence_start(quoted.outer_start), quoted.outer_start - _WINDOW)
        announced = self._text[max(start, 0) : quoted.outer_start].rstrip().endswith(":")
        floor = bounds.colon_floor if announced or self._reports(bounds.floor) else bounds.floor
        words = self._narration.words(max(start, floor), quoted.outer_start)
        words = words[:-1] if announced else words
        if (
            not words
            or is_title(words, announced=announced)
            or (not announced and (is_closed(words) or is_published(words, said)))
        ):
            return None
        return self._by_words(words, said, spoken, announced=announced)

    def _reports(self, floor: int) -> bool:
        """„pisał w „Czasie”, że „…””: what follows a title goes on with the clause before it."""
        return [word.text for word in self._narration.words(floor, floor + FEW * FEW)[:2]] in (
            [",", "że"],
            [",", "iż"],
        )

    def _by_words(
        self, words: list[Word], said: str, spoken: str | None, *, announced: bool
    ) -> Attribution | None:
        if any(map(_inscribes, words)):
            return Attribution(words[-1].start, words[-1].end, None, words[-1].end)
        named = self._named_in(words)
        if spoken and len(named) == 1 and is_parallel(words, named[0]):
            return Attribution(named[0].start, named[0].end, named[0].person, words[-1].end)
        if spoken and goes_on_reporting(words):
            return Attribution(words[-1].start, words[-1].end, spoken, words[-1].end)
        is_set_off = announced or is_set_apart(words, said)
        owned = owner_of_words(words[-6:], named, self._speakers.by_pronoun) if is_set_off else None
        if owned and owned.speaker and owned.reach == words[-1].end:
            return owned
        found = (
            self._by_verb_of_saying(words, said, spoken, announced=announced, is_set_off=is_set_off)
            or by_agent(words, named)
            or (by_preposition(words, named, self._speakers.by_pronoun) if is_set_off else None)
            or self._by_any_verb(words, said, spoken, announced=announced)
        )
        if found and found.speaker is None and owned and owned.speaker and merely_stands(words):
            return owned
        return found or (self._by_noun(words, owned, spoken) if owned else None)

    def _by_verb_of_saying(
        self, words: list[Word], said: str, spoken: str | None, *, announced: bool, is_set_off: bool
    ) -> Attribution | None:
        cue = last_cue(words, announced=announced)
        if cue is None or self._speakers.is_overtaken(words, cue) or _goes_on_to_speak(words[cue.verb + 1 :]):
            return None
        leads = leads_into(words, cue) and (is_set_off or cue.is_naming or is_reported(words, said))
        if not (announced or leads or takes_by_preposition(cue, words, said)):
            return None
        speaker = self._speakers.speaker(words, cue, spoken)
        return (
            None
            if cue.is_naming and not announced and not speaker
            else Attribution(cue.start, cue.end, speaker, cue.end)
        )

    def _by_any_verb(
        self, words: list[Word], said: str, spoken: str | None, *, announced: bool
    ) -> Attribution | None:
        """„powstrzymała go: „…””, „dowodził, że „…””, and a colon after a person alone."""
        is_said = announced and (is_utterance(said, 2) or is_cry(said))
        if not (words[-1].text in ("że", "iż") or is_said) or any(map(is_noun_of_words, words[-3:])):
            return None
        cue = announcing_verb(words)
        if cue:
            return Attribution(cue.start, cue.end, self._speakers.speaker(words, cue, spoken), cue.end)
        named = {person.person for person in self._named_in(words) if "nom" in person.cases}
        if announced and len(named) == 1 and not any(finite_verbs(words)):
            return Attribution(words[-1].start, words[-1].end, named.pop(), words[-1].end)
        return None

    def _by_noun(self, words: list[Word], owned: Attribution, spoken: str | None) -> Attribution:
        """„poderwał ludzi okrzykiem: „…””, „dał odpowiedź: „…””: who uttered what the noun says."""
        if owned.speaker or any(word.text in ("na", "po") for word in words[-6:] if word.end < owned.start):
            return owned
        cue = self._uttering_verb(words, owned)
        return owned._replace(speaker=self._speakers.speaker(words, cue, spoken)) if cue else owned

    def _uttering_verb(self, words: list[Word], owned: Attribution) -> Cue | None:
        noun = next(word for word in words if word.start == owned.start)
        by_means = is_instrumental(noun)
        for place in range(words.index(noun), -1, -1):
            cue = cue_at(words, place, any_verb=True)
            if cue:
                hears = cue.is_one_of("hearing_verbs")
                return cue if not hears and (by_means or cue.is_one_of("uttering_verbs")) else None
        return None

    def _named_in(self, words: Sequence[Word]) -> list[Speaking]:
        return self._narration.named(words[0].start, words[-1].end) if words else []


def _goes_on_to_speak(after: Sequence[Word]) -> bool:
    """„(zanotował, że) minister powitał go słowami”: another verb says by which words."""
    means = any(is_noun_of_words(word) and is_instrumental(word) for word in after)
    return means and any(finite_verbs(after))


def _inscribes(word: Word) -> bool:
    """„(polecił) wyryć”: whose words stand on a thing is not said by who had them put there."""
    verbs = lexicon.words("inscribing_verbs")
    return any(reading.pos == "inf" and reading.lemma in verbs for reading in readings(word.text))
