"""Places and bodies in the name of an office that the dictionary does not know: „tyran Kyreny”, „hrabia Sussex”."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.text import lexicon
from quizapp.text.names.kinds import is_name_word, kind_of
from quizapp.text.offices.heads import head_reading
from quizapp.text.offices.origins import may_be_first_name
from quizapp.text.words import Word

_LONGEST = 3
_ENDS = frozenset((",", ".", ")", ";", "–", "—", "i", "oraz", "(", "w"))


def estate_end(words: Sequence[Word], place: int) -> int:
    """The place after the words that say of what somebody is lord, bishop or head; `place` if there are none.

    They are capitalised, no first name, and the name of the holder goes with the office from outside:
    „biskup Noyon | Jean Martin”, „hrabia Sussex, | John Blake”, „Jan, | książę Norfolk”.
    """
    lemma = _head_before(words, place)
    if lemma is None or not _may_be_estate(words, place):
        return place
    if lemma in lexicon.words("territorial_offices"):
        if words[place].text.endswith("um") and kind_of(words[place].text).unknown:
            return place + 1  # Clusium, Latium: a town of antiquity
        for end in range(place + 1, min(place + _LONGEST, len(words) - 1) + 1):
            if end < len(words) and may_be_first_name(words[end].text) and not words[end].joined:
                return end
            if end >= len(words) or not _may_be_estate(words, end):
                break
    is_ruled = lemma in lexicon.words("ruler_nouns") and words[place].text.endswith(("u", "y", "i"))
    if (is_ruled or lemma in lexicon.words("titles_of_nobility")) and _stands_apart(words, place):
        return place + 1
    return place


def _head_before(words: Sequence[Word], place: int) -> str | None:
    if place == 0 or place >= len(words) or words[place].joined:
        return None
    head = head_reading(words[place - 1].text)
    return head.lemma if head else None


def _may_be_estate(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if not is_name_word(word) or may_be_first_name(word.text):
        return False
    kind = kind_of(word.text)
    return kind.unknown or kind.place or kind.surname or (kind.common and not kind.adjective)


def _stands_apart(words: Sequence[Word], place: int) -> bool:
    """Whether the name stands on the other side of a comma, before or after the title."""
    after = words[place + 1].text if place + 1 < len(words) else "."
    if after == "," and place + 3 < len(words) and may_be_first_name(words[place + 2].text):
        return is_name_word(words[place + 3])
    comma = place - 2
    is_apposed = comma > 0 and words[comma].text == "," and is_name_word(words[comma - 1])
    return is_apposed and after in _ENDS
