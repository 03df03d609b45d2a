"""Typed words: right by what was meant, not by how it was spelt."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from quizapp.items.answers.figures import are_one_number
from quizapp.items.answers.forms import is_form_of, is_given_name, is_number, is_slip_of
from quizapp.items.answers.notes import Note
from quizapp.items.answers.readings import Words, readings_of
from quizapp.items.answers.spelling import respelled, sound_alike
from quizapp.items.answers.surroundings import Surroundings
from quizapp.items.item import Item, Response, Score
from quizapp.items.wording import normalised, without_diacritics

LONGEST_ANSWER = 500

_WRONG = Score(Fraction(0))
_WORST_LAST: tuple[Note, ...] = ("", "bare", "form", "spelling", "typo")


def grade_text(item: Item, response: Response) -> Score:
    """One point for an accepted answer, however it is spelt within reason; else nothing.

    Beside what `normalised` evens out: missing diacritics, another case, another spelling of the same sound,
    one slip in one word; a number in words or in figures, the surname before the first name, an initial for
    it; a preposition, title or first name before the answer, and after it what the text says there. Numbers
    must be exact. `accepted_as` is the answer to show, unless it was given as it stands.
    """
    if len(response) != 1 or len(response[0]) > LONGEST_ANSWER or not normalised(response[0]):
        return _WRONG
    typed = normalised(response[0])
    accepted = list(dict.fromkeys(normalised(answer[:LONGEST_ANSWER]) for answer in item.answer))
    if typed in accepted:
        return Score(Fraction(1), "" if typed == accepted[0] else item.answer[0])
    around = Surroundings.of(item)
    notes = [note for meant in accepted for note in _likenesses(typed, meant, around)]
    best = min(notes, key=_WORST_LAST.index, default=None)
    return _WRONG if best is None else Score(Fraction(1), item.answer[0], best)


def _likenesses(typed: str, meant: str, around: Surroundings) -> Iterator[Note]:
    """How the typed words, in any way that they can be read, are the meant ones."""
    for words, wanted in readings_of(typed, meant):
        for start in range(len(words) - len(wanted) + 1):
            end = start + len(wanted)
            note = _likeness(words[start:end], wanted, around.words)
            if (
                note is not None
                and around.may_precede(words[:start], wanted)
                and around.may_follow(words[end:], wanted)
            ):
                yield note


def _likeness(typed: Words, meant: Words, said: Words) -> Note | None:
    """How the typed words are as many meant ones; None if they are not."""
    initials = [_is_initial(word, wanted) for word, wanted in zip(typed[:-1], meant[:-1], strict=True)]
    notes = [
        "" if is_initial else _word_likeness(word, wanted, said)
        for is_initial, word, wanted in zip([*initials, False], typed, meant, strict=True)
    ]
    known = [note for note in notes if note is not None]
    if len(known) < len(notes) or known.count("typo") > 1 or (any(initials) and is_number(meant[-1])):
        return None
    return max(known, key=_WORST_LAST.index)


def _is_initial(word: str, meant: str) -> bool:
    return len(word) == 1 and word == meant[0] and is_given_name(meant)


def _word_likeness(word: str, meant: str, said: Words) -> Note | None:
    if word == meant or are_one_number(word, meant):
        return ""
    if is_number(word) or is_number(meant):
        return None
    if without_diacritics(word) == without_diacritics(meant):
        return "bare"
    if is_form_of(word, meant):
        return "form"
    if word in said:  # where the text has both, they are two
        return None
    if _is_spelling_of(word, meant) and not any(_is_another(other, word, meant) for other in said):
        return "spelling"
    return "typo" if is_slip_of(word, meant) else None


def _is_spelling_of(word: str, meant: str) -> bool:
    return sound_alike(word, meant) or is_form_of(respelled(word), respelled(meant))


def _is_another(other: str, word: str, meant: str) -> bool:
    """Whether a word of the text sounds like the typed one, but is not the meant one."""
    return sound_alike(word, other) and other != meant and not is_form_of(other, meant)
