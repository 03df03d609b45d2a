"""Quotations: what stands between marks, whether it is speech or a mere phrase, and who said it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quizapp.text import lexicon
from quizapp.text.annotations import Person, Quotation
from quizapp.text.attribution import (
    Cue,
    Speaking,
    announcing_verb,
    by_preposition,
    cue_at,
    finite_verbs,
    last_cue,
    leads_into,
    nominative_noun,
    owner_of_words,
    subject,
    suits,
)
from quizapp.text.coreference import cases_of
from quizapp.text.name_extent import name_words
from quizapp.text.quotation_marks import Quoted, outermost_quoted
from quizapp.text.spans import Span
from quizapp.text.words import Word, readings, words_of

_DASHES = ("–", "—", "-")
_FEW = 3  # words that a quotation needs to be speech where no colon or dash sets it off


def find_quotations(
    text: str, sentences: Sequence[Span], persons: Sequence[Person] = ()
) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in its order; spans lie inside the marks.

    Speech is what somebody is said to have said or written; all other words in marks are phrases. Its
    speaker is one of `persons`, or None where the text leaves a doubt. A nickname within a person's name
    is no quotation.
    """
    reader = _Reader(text, sentences, persons)
    quoted = [found for found in outermost_quoted(text) if not reader.is_within_a_name(found)]
    found: list[Quotation] = []
    for place, piece in enumerate(quoted):
        floor = quoted[place - 1].outer_end if place else 0
        ceiling = quoted[place + 1].outer_start if place + 1 < len(quoted) else len(text)
        quotation = reader.attributed(piece, floor, ceiling)
        if place and _goes_on(text[floor : piece.outer_start]) and found[-1].kind == "speech":
            quotation = Quotation(quotation.span, "speech", found[-1].speaker, found[-1].cue)
        found.append(quotation)
    return tuple(found)


def _goes_on(between: str) -> bool:
    """„…” – stwierdził X – „…”: one utterance in two pieces."""
    stripped = between.strip()
    return (
        len(stripped) > 2
        and stripped.lstrip(".,!?…").lstrip().startswith(_DASHES)
        and stripped.endswith(_DASHES)
    )


class _Reader:
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
        place = bisect_right(self._named_starts, quoted.outer_start) - 1
        return place >= 0 and self._named[place][0].end >= quoted.outer_end

    def attributed(self, quoted: Quoted, floor: int, ceiling: int) -> Quotation:
        span = Span.of(self._text, quoted.start, quoted.end)
        after = self._clause_after(quoted, ceiling)
        before_start = max(floor, self._sentence_start(quoted.outer_start))
        is_set_off = after is not None and after[1]
        said = self._said_after(quoted, after) if after and is_set_off else None
        said = said or self._said_before(quoted, span, before_start)
        if after and not is_set_off and len(span.text.split()) >= _FEW and (not said or said[2] is None):
            said = self._said_after(quoted, after) or said
        if said:
            cue_start, cue_end, speaker = said
            return Quotation(span, "speech", speaker, Span.of(self._text, cue_start, cue_end))
        return Quotation(span, "speech" if _is_utterance(span.text) else "phrase")

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

    def _clause_after(self, quoted: Quoted, ceiling: int) -> tuple[list[Word], bool] | None:
        """The words that follow in the same sentence, and whether a dash sets them off."""
        opening = self._text[quoted.outer_end : min(ceiling, quoted.outer_end + 12)]
        bare = opening.lstrip(" \u00a0\n\t.,!?…")
        dashed = bare.startswith(_DASHES)
        start = quoted.outer_end + len(opening) - len(bare) + dashed
        if "\n\n" in opening or not bare or ("." in opening.partition(bare)[0] and not dashed):
            return None
        end = min(ceiling, self._sentence_end(min(start + 1, len(self._text) - 1)))
        return words_of(self._text, start, max(start, min(end, start + 600))), dashed

    def _said_after(
        self, quoted: Quoted, after: tuple[list[Word], bool]
    ) -> tuple[int, int, str | None] | None:
        words, dashed = after
        for place, word in enumerate(words[: 4 if dashed else 2]):
            cue = cue_at(words, place, any_verb=dashed and place == 0)
            if cue:
                speaker = self._speaker(words, cue, quoted)
                return cue.start, cue.end, speaker
            if not dashed and word.text not in ("jak", "tak"):
                return None
        named = self._speaking(words[0].start, words[-1].end) if words and dashed else []
        said = by_preposition(words[:6], named)
        return (said[0], said[1], said[2].person) if said else None

    def _said_before(self, quoted: Quoted, span: Span, start: int) -> tuple[int, int, str | None] | None:
        words = words_of(self._text, max(start, quoted.outer_start - 600), quoted.outer_start)
        if not words or self._is_title(words):
            return None
        announced = words[-1].text == ":"
        words = words[:-1] if announced else words
        if not words or (not announced and words[-1].text in (".", "!", "?")):
            return None
        named = self._speaking(words[0].start, words[-1].end)
        many = len(span.text.split()) >= _FEW
        prepositional = by_preposition(words, named)
        cue = last_cue(words, announced=announced)
        owned = owner_of_words(words[-6:], named)
        if owned and owned[2] and owned[2].end == words[-1].end and (announced or many):
            return owned[0], owned[1], owned[2].person
        is_clause = words[-1].text in ("że", "iż") or (announced and _is_utterance(span.text, 2))
        if cue is None and is_clause and not prepositional:
            cue = announcing_verb(words)
        if cue and (announced or is_clause or (leads_into(words, cue) and (many or cue.is_naming))):
            return self._by_cue(words, cue, quoted, announced, prepositional)
        if prepositional and (announced or many):
            return prepositional[0], prepositional[1], prepositional[2].person
        if owned and (announced or many):
            return owned[0], owned[1], owned[2].person if owned[2] else None
        return None

    def _by_cue(
        self, words: list[Word], cue: Cue, quoted: Quoted, announced: bool, prepositional: object
    ) -> tuple[int, int, str | None] | None:
        speaker = self._speaker(words, cue, quoted)
        if cue.is_naming and not announced and speaker is None:
            return None
        return cue.start, cue.end, speaker

    def _is_title(self, words: Sequence[Word]) -> bool:
        titles = lexicon.words("titles_of_works")
        near = [word.text for word in words[-2:] if word.text not in (".", ":")]
        return bool(near) and (
            any(reading.lemma in titles for reading in readings(near[-1]))
            or near[-1] in ("tzw", "zwany", "ps", "krypt")
        )

    def _speaker(self, words: list[Word], cue: Cue, quoted: Quoted) -> str | None:
        """The subject: named in the clause, by office, or the one whom the sentence before is about."""
        if not cue.is_personal or not words:
            return None
        named = subject(words, cue, self._speaking(words[0].start, words[-1].end))
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


def _is_utterance(said: str, least: int = 5) -> bool:
    """A whole sentence of so many words at least, even if nobody is named for it."""
    words = words_of(said, 0, len(said))
    return len(words) >= least and said[0].isupper() and any(finite_verbs(words))
