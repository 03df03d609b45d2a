"""What pupils are called: when two names look the same, and which names are nobody's to take."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from itertools import count

from quizapp.items.wording import normalised, without_diacritics

_LIKE_LATIN = str.maketrans("авекмнорстухлиіјѕαβεικνορτυχ", "abekmhopctyxlиijsabeiknoptux")
"""Cyrillic and Greek letters that a reader takes for a Latin one."""
LONGEST_KEY = 200
"""Characters that are compared and kept: one sign of a nickname may stand for eighteen."""
_RESERVED = frozenset(
    {"admin", "administrator", "nauczyciel", "nauczycielka", "teacher", "moderator", "quizapp", "system", "-"}
)


def nickname_key(nickname: str) -> str:
    """What two nicknames share when a reader could take one for the other: "Ola", "OLA " and "Óla"."""
    plain = normalised(unicodedata.normalize("NFKC", nickname))
    bare = without_diacritics(plain.translate(_LIKE_LATIN)).translate(_LIKE_LATIN)
    return (" ".join(bare.split()) or nickname)[:LONGEST_KEY]


def is_reserved(nickname: str) -> bool:
    """Whether the nickname pretends to be somebody who runs the place."""
    return nickname_key(nickname) in _RESERVED


def told_apart(nickname: str, taken: Collection[str]) -> str:
    """The nickname, with a number where its key is among those taken."""
    if nickname_key(nickname) not in taken:
        return nickname
    return next(
        numbered for number in count(2) if nickname_key(numbered := f"{nickname} {number}") not in taken
    )
