"""What the bank is searched by: derived from the newest version of an item whenever there is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from quizapp.items.checks import check
from quizapp.items.correction import Correction
from quizapp.items.item import Item
from quizapp.items.likeness import Asked, asked_by
from quizapp.items.wording import folded

LOST = "lost"
"""The flag of an item whose proof the text does not say any more."""
LONGEST_TAG = 60


@dataclass(frozen=True, slots=True)
class Description:
    """The folded words of an item, what tells it from others, its tags, and what the checks object to."""

    search_text: str
    asked_key: str
    asked_words: str
    tags: frozenset[str]
    flags: frozenset[str]


def described(item: Item, text: str, corrections: Iterable[Correction]) -> Description:
    """What to keep of an item beside its source as it now stands."""
    asked = asked_by(item)
    findings = check(item, text, corrections)
    is_lost = not all(span.is_verbatim_in(text) for span in item.evidence)
    return Description(
        search_text=searchable(item),
        asked_key=sha256(asked.key.encode()).hexdigest(),
        asked_words=" ".join(sorted(asked.words)),
        tags=frozenset(tag[:LONGEST_TAG] for tag in item.tags),
        flags=frozenset(
            [
                *(finding.code for finding in findings),
                *(finding.level for finding in findings),
                *([LOST] if is_lost else []),
            ]
        ),
    )


def asked_again(asked_key: str, asked_words: str) -> Asked:
    """What was kept of a description, to be compared."""
    return Asked(frozenset(asked_words.split()), asked_key)


def searchable(item: Item) -> str:
    """Stem, options, answers and tags as they are searched, the stem first."""
    options = [part for option in item.options for part in (option.left, option.text) if part]
    return "\n".join(map(folded, (item.stem, *options, *item.answer, *item.tags)))
