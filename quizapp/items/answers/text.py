"""Typed words: right by what was meant, not by how it was spelt."""

from __future__ import annotations

from fractions import Fraction

from quizapp.items.answers.forms import is_form_of, is_given_name, is_number, is_slip_of, lemmas
from quizapp.items.answers.notes import Note
from quizapp.items.item import Item, Response, Score
from quizapp.items.wording import normalised, without_diacritics, words_in
from quizapp.text import lexicon

LONGEST_ANSWER = 500
LONGEST_EVIDENCE = 10_000
LONGEST_FIRST_NAMES = 3
Words = tuple[str, ...]

_WRONG = Score(Fraction(0))
_WORST_LAST: tuple[Note, ...] = ("", "bare", "form", "typo")
_PREPOSITIONS = frozenset(("w", "we", "na", "u", "z", "ze", "do", "od", "pod", "przez", "przy"))


def grade_text(item: Item, response: Response) -> Score:
    """One point for an accepted answer, however it is spelt within reason; else nothing.

    Beside what `normalised` evens out: missing diacritics, another case, one slip in one word, a
    preposition, title or first name before the answer. Numbers must be exact. `accepted_as` is the answer
    to show, unless it was given as it stands.
    """
    if len(response) != 1 or len(response[0]) > LONGEST_ANSWER or not normalised(response[0]):
        return _WRONG
    typed = normalised(response[0])
    if item.answer and typed == normalised(item.answer[0]):
        return Score(Fraction(1))
    if typed in map(normalised, item.answer):
        return Score(Fraction(1), item.answer[0])
    said = words_in(normalised(" ".join(span.text for span in item.evidence)[:LONGEST_EVIDENCE]))
    answers = [words_in(normalised(answer[:LONGEST_ANSWER])) for answer in item.answer]
    notes = [_likeness(words_in(typed), words, said) for words in answers]
    best = min((note for note in notes if note is not None), key=_WORST_LAST.index, default=None)
    return _WRONG if best is None else Score(Fraction(1), item.answer[0], best)


def _likeness(typed: Words, meant: Words, said: Words) -> Note | None:
    """How the typed words are the meant ones; None if they are not."""
    ahead = len(typed) - len(meant)
    if ahead < 0 or not meant or not _may_stand_before(typed[:ahead], meant, said):
        return None
    notes = [_word_likeness(*pair, said) for pair in zip(typed[ahead:], meant, strict=True)]
    known = [note for note in notes if note is not None]
    if len(known) < len(notes) or known.count("typo") > 1:
        return None
    return max(known, key=_WORST_LAST.index)


def _word_likeness(word: str, meant: str, said: Words) -> Note | None:
    if word == meant:
        return ""
    if is_number(word) or is_number(meant):
        return None
    if without_diacritics(word) == without_diacritics(meant):
        return "bare"
    if is_form_of(word, meant):
        return "form"
    if word not in said and is_slip_of(word, meant):
        return "typo"
    return None


def _may_stand_before(head: Words, meant: Words, said: Words) -> bool:
    """Whether an answer may begin with these words: as the text has them there, or titles and first names.

    An initial may stand for a word of the text. A first name is no help where the text says another.
    """
    if head and head[0] in _PREPOSITIONS:
        head = head[1:]
    before = _words_before(meant[0], len(head), said)
    names = list(filter(is_given_name, _words_before(meant[0], LONGEST_FIRST_NAMES, said)))
    return all(
        any(word in (other, other[0]) or is_form_of(word, other) for other in before)
        or _is_title(word)
        or (is_given_name(word) and (not names or any(is_form_of(word, name) for name in names)))
        for word in head
    )


def _words_before(word: str, count: int, said: Words) -> Words:
    for place, other in enumerate(said):
        if other == word or is_form_of(other, word):
            return said[max(0, place - count) : place]
    return ()


def _is_title(word: str) -> bool:
    abbreviations = {
        part.strip(".") for title in lexicon.table("title_abbreviations") for part in title.split()
    }
    known = lexicon.words("offices") | lexicon.words("occupations")
    return word in abbreviations or not known.isdisjoint(lemmas(word))
