"""What a language model replied, read as something that nobody vouches for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizapp.generate.accepted_names import accepted_names
from quizapp.generate.draft import Why, chosen
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import CATEGORIES, FALSE, GAP, TRUE, Category, Item, ItemType, Option
from quizapp.items.values import ascending
from quizapp.text.annotations import Annotations
from quizapp.text.dates.answers import read_date
from quizapp.text.excerpts import find_excerpt
from quizapp.text.spans import Span

MOST_QUESTIONS = 20
MOST_LINES = 6
LONGEST_LINE = 1_000
MOST_SENTENCES = 4
"""What more than so many sentences prove together, nobody checks at a glance."""

_TYPES: tuple[ItemType, ...] = ("single", "multiple", "boolean", "cloze", "typed", "date")
_WITH_OPTIONS = frozenset({"single", "multiple", "cloze"})
_THOUGHTS_END = "</think>"
_GAP = re.compile(r"_{2,}")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One question of the reply, its fields of the right kinds and otherwise as they came."""

    type: ItemType
    category: Category
    stem: str
    keys: tuple[str, ...]
    distractors: tuple[str, ...]
    excerpts: tuple[str, ...]


def read_reply(reply: str, annotations: Annotations) -> Iterator[Item | Why]:
    """The questions of a reply with their evidence found in the text; for one that will not do, why.

    A reply that holds no JSON of questions is one that cannot be read. Nothing raises. The evidence is
    widened to whole sentences, and the feedback shows the first of them: no word of the model's own is
    told to a learner as the reason.
    """
    for value in _questions(reply):
        entry = _entry(value)
        yield _item(entry, annotations) if entry else "shape"


def _questions(reply: str) -> list[Any]:
    """The entries of the outermost JSON object, whatever stands around it."""
    said = reply.rpartition(_THOUGHTS_END)[2]
    try:
        value = json.loads(said[said.index("{") : said.rindex("}") + 1])
    except (ValueError, RecursionError):
        return [None]
    found = value.get("questions")
    return found[:MOST_QUESTIONS] if isinstance(found, list) else [None]


def _entry(value: Any) -> _Entry | None:
    if not isinstance(value, dict):
        return None
    kind, category = value.get("type"), value.get("category")
    stem, keys, excerpts = (_lines(value.get(name)) for name in ("stem", "key", "evidence"))
    if kind not in _TYPES or category not in CATEGORIES or len(stem) != 1 or not (keys and excerpts):
        return None
    return _Entry(kind, category, _GAP.sub(GAP, stem[0]), keys, _lines(value.get("distractors")), excerpts)


def _lines(value: Any) -> tuple[str, ...]:
    """The texts of a value, each on one line; what is no text, or none to read, is left out."""
    values = value if isinstance(value, list) else [value]
    texts = [" ".join(text.split()) for text in values[:MOST_LINES] if isinstance(text, str)]
    return tuple(text for text in texts if text and len(text) <= LONGEST_LINE and text.isprintable())


def _item(entry: _Entry, annotations: Annotations) -> Item | Why:
    found = [find_excerpt(annotations.text, excerpt) for excerpt in entry.excerpts]
    evidence = _sentences(annotations, [span for span in found if span])
    if not all(found):
        return "evidence"
    if len(evidence) > MOST_SENTENCES:
        return "unproved"
    if entry.type == "boolean":
        return _statement(entry, evidence)
    if entry.type in _WITH_OPTIONS and (entry.distractors or entry.type != "cloze"):
        return _choice(entry, evidence)
    if entry.type == "date" and read_date(entry.keys[0]) is None:
        return "shape"
    answers = next(
        (accepted_names(p) for p in annotations.persons if p.name == entry.keys[0]), entry.keys[:1]
    )
    return Item(entry.type, entry.category, entry.stem, (), answers, evidence, _feedback(evidence))


def _sentences(annotations: Annotations, excerpts: list[Span]) -> tuple[Span, ...]:
    return tuple(s for s in annotations.sentences if any(s.overlaps(excerpt) for excerpt in excerpts))


def _statement(entry: _Entry, evidence: tuple[Span, ...]) -> Item | Why:
    word = entry.keys[0].capitalize()
    if word not in (TRUE, FALSE):
        return "shape"
    because = _because(evidence)
    options = tuple(Option(name, name == word, why=because) for name in (TRUE, FALSE))
    return chosen("boolean", entry.category, entry.stem, options, evidence, _feedback(evidence))


def _choice(entry: _Entry, evidence: tuple[Span, ...]) -> Item:
    """The options in the order of time or size, else of the alphabet: their places tell nothing."""
    right = [Option(key, True, why=_because(evidence)) for key in entry.keys]
    wrong = [Option(distractor, False) for distractor in entry.distractors]
    options = sorted([*right, *wrong], key=lambda option: option.text)
    order = ascending([option.text for option in options]) or range(len(options))
    ordered = tuple(options[place] for place in order)
    return chosen(entry.type, entry.category, entry.stem, ordered, evidence, _feedback(evidence))


def _because(evidence: tuple[Span, ...]) -> str:
    return f"Tak mówi tekst: {quoted(evidence[0].text)}"


def _feedback(evidence: tuple[Span, ...]) -> str:
    return sentence_feedback(evidence[0].text)
