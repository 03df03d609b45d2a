"""Who said what stands between marks, by the words around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.attribution import (
    Attribution,
    Speaking,
    by_preposition,
    nominative_noun,
    owner_of_words,
    subject,
    suits,
)
from quizapp.text.coreference import cases_of
from quizapp.text.cues import Cue, announcing_verb, cue_at, finite_verbs, last_cue, leads_into
from quizapp.text.name_extent import name_words
from quizapp.text.quotation_marks import Quoted
from quizapp.text.spans import Span
from quizapp.text.words import Word, readings, words_of

DASHES = ("–", "—", "-")
FEW = 3  # words that a quotation needs to be speech where no colon or dash sets it off
_WINDOW = 600  # letters before and after that may attribute


class Surroundings:
    """A text with its sentences and persons, to be asked about the surroundings of a quotation."""

    def __init__(self, text: str, sentences: Sequence[Span], persons: Sequence[Person]) -> None:
        self._text = text
        self._starts = [sentence.start for sentence in sentences]
        self._sentences = sentences
        self._named = sorted(
            ((span, person) for person in persons for span in person.mentions), key=lambda pair: pair[0].start
        )
        self._named_starts = [span.start for span, _ in self._named]
        self._holders = _holders(persons)

    def is_within_a_name(self, quoted: Quoted) -> bool:
        """Whether the marks hold a nickname in the midst of a name."""
        place = bisect_right(self._named_starts, quoted.outer_start) - 1
        return place >= 0 and self._named[place][0].end >= quoted.outer_end

    def attribution(self, quoted: Quoted, floor: int, ceiling: int) -> Attribution | None:
        """Whose words they are, by what stands between the quotations before and after, if any says it.

        What a dash sets off goes first, then what stands before, then what merely follows.
        """
        said = self._text[quoted.start : quoted.end]
        after, dashed = self._clause_after(quoted, ceiling)
        found = self._said_after(quoted, after, dashed=True) if dashed else None
        found = found or self._said_before(quoted, said, max(floor, self._sentence_start(quoted.outer_start)))
        if not dashed and len(said.split()) >= FEW and (found is None or found.speaker is None):
            return self._said_after(quoted, after, dashed=False) or found
        return found

    def _sentence_start(self, offset: int) -> int:
        place = bisect_right(self._starts, offset) - 1
        return self._starts[place] if place >= 0 else 0

    def _sentence_end(self, offset: int) -> int:
        place = bisect_right(self._starts, offset) - 1
        return self._sentences[place].end if place >= 0 else len(self._text)

    def _speaking(self, start: int, end: int) -> list[Speaking]:
        first, last = bisect_left(self._named_starts, start), bisect_left(self._named_starts, end)
        found = []
        for span, person in self._named[first:last]:
            said = name_words(words_of(span.text, 0, len(span.text)), 0, 99)
            cases = cases_of(said, person.name.split(), person.gender)
            found.append(Speaking(span.start, span.end, person.id, cases, person.gender))
        return found

    def _clause_after(self, quoted: Quoted, ceiling: int) -> tuple[list[Word], bool]:
        """The words that follow in the same sentence, and whether a dash sets them off."""
        opening = self._text[quoted.outer_end : min(ceiling, quoted.outer_end + 12)]
        bare = opening.lstrip(" \u00a0\n\t.,!?…")
        dashed = bare.startswith(DASHES)
        ends = "\n\n" in opening or not bare or ("." in opening.partition(bare)[0] and not dashed)
        if ends:
            return [], False
        start = quoted.outer_end + len(opening) - len(bare) + dashed
        end = min(ceiling, self._sentence_end(min(start + 1, len(self._text) - 1)), start + _WINDOW)
        return words_of(self._text, start, max(start, end)), dashed

    def _said_after(self, quoted: Quoted, words: list[Word], *, dashed: bool) -> Attribution | None:
        for place, word in enumerate(words[: 4 if dashed else 2]):
            cue = cue_at(words, place, any_verb=dashed and place == 0)
            if cue:
                return self._with_speaker(words, cue, quoted)
            if not dashed and word.text not in ("jak", "tak"):
                return None
        return by_preposition(words[:6], self._named_in(words)) if dashed else None

    def _said_before(self, quoted: Quoted, said: str, start: int) -> Attribution | None:
        words = words_of(self._text, max(start, quoted.outer_start - _WINDOW), quoted.outer_start)
        announced = bool(words) and words[-1].text == ":"
        words = words[:-1] if announced else words
        if not words or _is_title(words) or (not announced and words[-1].text in (".", "!", "?")):
            return None
        named = self._named_in(words)
        is_set_off = announced or len(said.split()) >= FEW
        owned = owner_of_words(words[-6:], named) if is_set_off else None
        if owned and owned.speaker and owned.reach == words[-1].end:
            return owned
        return (
            self._by_verb_of_saying(words, quoted, announced=announced, is_set_off=is_set_off)
            or (by_preposition(words, named) if is_set_off else None)
            or self._by_any_verb(words, quoted, said, announced=announced)
            or owned
        )

    def _by_verb_of_saying(
        self, words: list[Word], quoted: Quoted, *, announced: bool, is_set_off: bool
    ) -> Attribution | None:
        cue = last_cue(words, announced=announced)
        if cue is None or not (announced or (leads_into(words, cue) and (is_set_off or cue.is_naming))):
            return None
        attribution = self._with_speaker(words, cue, quoted)
        return None if cue.is_naming and not announced and not attribution.speaker else attribution

    def _by_any_verb(
        self, words: list[Word], quoted: Quoted, said: str, *, announced: bool
    ) -> Attribution | None:
        """„powstrzymała go: „…””, „dowodził, że „…””."""
        if not (words[-1].text in ("że", "iż") or (announced and is_utterance(said, 2))):
            return None
        cue = announcing_verb(words)
        return self._with_speaker(words, cue, quoted) if cue else None

    def _with_speaker(self, words: list[Word], cue: Cue, quoted: Quoted) -> Attribution:
        return Attribution(cue.start, cue.end, self._speaker(words, cue, quoted), cue.end)

    def _named_in(self, words: Sequence[Word]) -> list[Speaking]:
        return self._speaking(words[0].start, words[-1].end) if words else []

    def _speaker(self, words: list[Word], cue: Cue, quoted: Quoted) -> str | None:
        """The subject: named in the clause, by office, or the one whom the sentence before is about."""
        if not cue.is_personal or not words:
            return None
        named = subject(words, cue, self._named_in(words))
        if named:
            return named.person
        noun = nominative_noun(words, cue)
        if noun:
            return self._holder(noun, quoted.outer_start)
        return self._carried_on(cue, quoted, words) if noun is None else None

    def _holder(self, lemma: str, before: int) -> str | None:
        """The one person of that office whom the text has named so far."""
        holders = {person for start, person in self._holders.get(lemma, ()) if start < before}
        return next(iter(holders)) if len(holders) == 1 else None

    def _carried_on(self, cue: Cue, quoted: Quoted, words: Sequence[Word]) -> str | None:
        """Who the words before the quotation are about, or else the sentence before."""
        place = bisect_right(self._starts, quoted.outer_start) - 1
        if place < 0:
            return None
        is_before = words[-1].end <= quoted.outer_start
        subjects = set() if is_before else self._subjects(cue, self._starts[place], quoted.outer_start)
        if not subjects and place:
            before = self._sentences[place - 1]
            if "\n\n" not in self._text[before.end : quoted.outer_start]:
                subjects = self._subjects(cue, before.start, before.end)
        return next(iter(subjects)) if len(subjects) == 1 else None

    def _subjects(self, cue: Cue, start: int, end: int) -> set[str]:
        named = self._speaking(start, end)
        return {person.person for person in named if "nom" in person.cases and suits(cue, person.gender)}


def _is_title(words: Sequence[Word]) -> bool:
    titles = lexicon.words("titles_of_works")
    near = [word.text for word in words[-2:] if word.text not in (".", ":")]
    return bool(near) and (
        any(reading.lemma in titles for reading in readings(near[-1]))
        or near[-1] in ("tzw", "zwany", "ps", "krypt")
    )


def _holders(persons: Sequence[Person]) -> dict[str, list[tuple[int, str]]]:
    """The persons by the lemma of the head of their offices."""
    found: dict[str, list[tuple[int, str]]] = {}
    for person in persons:
        for role in person.roles:
            for word in role.nominative.split():
                if word.lower() in lexicon.words("offices"):
                    found.setdefault(word.lower(), []).append((role.span.start, person.id))
                    break
    return found


def is_utterance(said: str, least: int = 5) -> bool:
    """A whole sentence of so many words at least, even if nobody is named for it."""
    words = words_of(said, 0, len(said))
    return len(words) >= least and said[0].isupper() and any(finite_verbs(words))
