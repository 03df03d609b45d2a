"""What the workbench shows: a part of the text under its marks, and the candidates that it proves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from quizapp.items.checks import Finding, check, say
from quizapp.items.item import CATEGORIES, ITEM_TYPES, Item
from quizapp.store import curation
from quizapp.store.people import Account
from quizapp.store.sources import ProposedItem, Source, annotations_of
from quizapp.text.annotations import Annotations
from quizapp.web.languages import language_code
from quizapp.web.passages import Mark, Paragraph, annotation_marks, paragraphs

STATES = ("waiting", "accepted", "rejected")
REMARKS = ("without", "with")
LONGEST_PART = 15_000
"""Characters that are shown at once: what a person reads at one sitting, and a browser lays out quickly."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a teacher wants to see: candidates of a kind, in a part of the text counted from 1."""

    category: str = ""
    type: str = ""
    state: str = ""
    remarks: str = ""
    part: str = ""

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Shown:
        """What a query or a form says; what it cannot mean does not narrow."""
        known = {"category": CATEGORIES, "type": ITEM_TYPES, "state": STATES, "remarks": REMARKS}
        wanted = {name: values.get(name, "") for name in known}
        part = values.get("part", "")
        is_number = part.isascii() and part.isdecimal() and len(part) < 6
        return cls(
            **{name: value if value in known[name] else "" for name, value in wanted.items()},
            part=str(int(part)) if is_number and int(part) > 1 else "",
        )

    @property
    def query(self) -> dict[str, str]:
        """What an address or a form has to carry to show the same."""
        return {name: value for name, value in asdict(self).items() if value}

    def admits(self, item: Item, state: str) -> bool:
        return all(
            wanted in ("", found)
            for wanted, found in ((self.category, item.category), (self.type, item.type), (self.state, state))
        )


@dataclass(frozen=True, slots=True)
class CandidateCard:
    """A candidate beside the text; the anchor ties it to the words that prove it."""

    proposed: ProposedItem
    item: Item
    state: str
    findings: tuple[Finding, ...]

    @property
    def anchor(self) -> str:
        return f"c{self.proposed.position + 1}"

    @property
    def flags(self) -> list[str]:
        """What the checks object to, in words."""
        return [say(finding, language_code()) for finding in self.findings]

    @property
    def is_clean(self) -> bool:
        """Whether it may be accepted unread: it waits, a rule made it, and no check objects."""
        return self.state == "waiting" and not self.findings and not self.proposed.is_by_model


@dataclass(frozen=True, slots=True)
class Workbench:
    """The annotated text and its candidates."""

    source: Source
    shown: Shown
    part: int
    parts: int
    text: tuple[Paragraph, ...]
    cards: Sequence[CandidateCard]
    counts: Mapping[str, int]
    marked: Mapping[str, int]
    types: frozenset[str]
    questions: int
    undoable: int

    @property
    def clean(self) -> int:
        """How many of the candidates shown may be accepted at once."""
        return sum(card.is_clean for card in self.cards)


def workbench(source: Source, shown: Shown, account: Account) -> Workbench:
    """The workbench, its candidates narrowed to what is wanted."""
    revision = source.revision
    parts = parts_of(revision.body)
    number = min(int(shown.part or 1), len(parts))
    within = parts[number - 1]
    annotations = annotations_of(revision)
    proposed = curation.candidates_within(revision, *within)
    cards = cards_of(source, proposed, shown)
    return Workbench(
        source=source,
        shown=shown,
        part=number,
        parts=len(parts),
        text=paragraphs(revision.body, [*_correctable_marks(annotations, within), *_evidence(cards)], within),
        cards=cards,
        counts=curation.count_by_state(revision),
        marked={
            "date": len(annotations.dates),
            "person": len(annotations.persons),
            "quotation": len(annotations.quotations),
        },
        types=frozenset(str(found.content["type"]) for found in proposed),
        questions=len(curation.questions_of(source, account)),
        undoable=len(curation.last_decided(revision, account)),
    )


def cards_of(source: Source, proposed: Sequence[ProposedItem], shown: Shown) -> list[CandidateCard]:
    """The candidates that are wanted, as cards."""
    cards = []
    for found in proposed:
        item, state = found.candidate.item, found.verdict or "waiting"
        if not shown.admits(item, state):
            continue
        card = CandidateCard(found, item, state, findings_of(item, source))
        if not shown.remarks or bool(card.findings) == (shown.remarks == "with"):
            cards.append(card)
    return cards


def candidates_shown(source: Source, shown: Shown) -> list[CandidateCard]:
    """The cards alone, for what is done to all of them at once."""
    parts = parts_of(source.revision.body)
    within = parts[min(int(shown.part or 1), len(parts)) - 1]
    return cards_of(source, curation.candidates_within(source.revision, *within), shown)


def parts_of(body: str) -> list[tuple[int, int]]:
    """A text cut between paragraphs into parts that are not too long; a short one is one part."""
    parts, start = [], 0
    for line in _LINE.finditer(body):
        if line.end() - start > LONGEST_PART and line.start() > start:
            parts.append((start, line.start()))
            start = line.start()
    return [*parts, (start, len(body))]


def part_at(body: str, place: int) -> str:
    """The number of the part that a place of the text lies in, as a query says it: "" for the first."""
    number = next((n for n, (_, end) in enumerate(parts_of(body), 1) if place < end), 1)
    return str(number) if number > 1 else ""


def has_errors(item: Item, source: Source) -> bool:
    """Whether an item-writing check forbids to ask the item as it is."""
    return any(finding.level == "error" for finding in findings_of(item, source))


def findings_of(item: Item, source: Source) -> tuple[Finding, ...]:
    """What the item-writing checks say of it."""
    return check(item, source.revision.body, source.revision.correction_notes)


def _correctable_marks(annotations: Annotations, within: tuple[int, int]) -> list[Mark]:
    """The marks in a part, each with what the page that corrects it calls it."""
    return [
        replace(mark, ref=f"{mark.kind}-{mark.span.start}-{mark.span.end}")
        for mark in annotation_marks(annotations)
        if mark.span.start < within[1] and within[0] < mark.span.end
    ]


def _evidence(cards: Sequence[CandidateCard]) -> list[Mark]:
    return [Mark(span, is_evidence=True, anchor=card.anchor) for card in cards for span in card.item.evidence]
