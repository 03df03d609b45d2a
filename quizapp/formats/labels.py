"""What a format has no field for, put where other programs keep it and people can read it: feedback and tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizapp.formats.exchange import WrittenItem
from quizapp.items.item import CATEGORIES, ITEM_TYPES, Category, Item, ItemType
from quizapp.text.cleaning import clean_line, clean_lines

PROOF = "Dowód w tekście:"
TYPE_TAG, CATEGORY_TAG = "quizapp-type:", "quizapp-category:"
LONGEST_TAG = 100
_OPENING, _CLOSING = '„“"«', '”“"»'


def feedback_with_proof(written: WrittenItem) -> str:
    """The feedback, and under it a line for each excerpt that `proof_in` finds again."""
    proofs = [f"{PROOF} „{clean_line(excerpt)}”" for excerpt in written.excerpts if clean_line(excerpt)]
    return "\n".join(part for part in (clean_lines(written.item.feedback), *proofs) if part)


def proof_in(feedback: str) -> tuple[str, tuple[str, ...]]:
    """The feedback without its lines of proof, and the excerpts that they quote."""
    words: list[str] = []
    excerpts: list[str] = []
    for line in clean_lines(feedback).split("\n"):
        before, *proofs = line.split(PROOF)
        quoted = [_unquoted(proof) for proof in proofs]
        if all(quoted):
            excerpts.extend(quoted)
            line = before.strip()
        if line:
            words.append(line)
    return "\n".join(words), tuple(excerpts)


def tags_of(item: Item) -> tuple[str, ...]:
    """The item's own tags, and what other programs do not know of it."""
    return (*item.tags, f"{TYPE_TAG}{item.type}", f"{CATEGORY_TAG}{item.category}")


def own_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags that a person gave."""
    cleaned = dict.fromkeys(clean_line(tag)[:LONGEST_TAG] for tag in tags)
    return tuple(tag for tag in cleaned if tag and not tag.startswith((TYPE_TAG, CATEGORY_TAG)))


def type_in(tags: Sequence[str]) -> ItemType | None:
    """The type that a tag tells."""
    return next((kind for kind in ITEM_TYPES if f"{TYPE_TAG}{kind}" in tags), None)


def category_in(tags: Sequence[str]) -> Category | None:
    """The category that a tag tells."""
    return next((category for category in CATEGORIES if f"{CATEGORY_TAG}{category}" in tags), None)


def _unquoted(proof: str) -> str:
    proof = proof.strip()
    is_quoted = len(proof) > 2 and proof[0] in _OPENING and proof[-1] in _CLOSING
    return proof[1:-1].strip() if is_quoted else ""
