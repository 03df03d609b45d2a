"""The right answers where a table tells them by their places: `1,3`, `B`, or by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.formats.own_columns import plain
from quizapp.formats.remarks import N_, unusable

_PLACES = re.compile(r"(?:\d{1,2}|[a-z])(?:(?: ?[,;./+&|] ?|\n| i | oraz | and | )(?:\d{1,2}|[a-z]))*")
_PLACE = re.compile(r"\d+|\b[a-z]\b")


def right_places(said: str, answers: Sequence[str]) -> set[int]:
    """The places of the right answers, counted from 0; Unusable where they are not told, or told of nothing.

    A number or letter is a place before it is an answer, and an answer where there is no such place.
    """
    words = said.strip().lower()
    told = {_number(place) for place in _PLACE.findall(words)} if _PLACES.fullmatch(words) else set()
    if told and all(place < len(answers) and answers[place] for place in told):
        return told
    by_words = {place for place, answer in enumerate(answers) if answer and plain(answer) == plain(said)}
    if by_words:
        return by_words
    if told:
        raise unusable(N_("Answer %(found)s is said to be right, but there is none."), found=said)
    raise unusable(N_("Which answer is right is not said clearly: “%(found)s”."), found=said)


def _number(place: str) -> int:
    return int(place) - 1 if place.isdigit() else ord(place) - ord("a")
