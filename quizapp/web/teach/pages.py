"""What the pages of the teacher show, each in one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext

from quizapp.items.checks import Finding, check, check_quiz, say
from quizapp.items.item import CATEGORIES, Item
from quizapp.store.bank import BankItem
from quizapp.store.bank_files import FileChange, file_change_of
from quizapp.store.bank_search import alike_to
from quizapp.store.people import Account
from quizapp.store.quizzes import Quiz
from quizapp.store.sources import ProposedItem, Source, annotations_of
from quizapp.web.languages import language_code
from quizapp.web.passages import Mark, Paragraph, annotation_marks, paragraphs

STATES = ("waiting", "accepted", "rejected")


@dataclass(frozen=True, slots=True)
class CandidateCard:
    """A candidate beside the text; the anchor ties it to the words that prove it."""

    proposed: ProposedItem
    item: Item
    anchor: str
    state: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workbench:
    """The annotated text and its candidates."""

    source: Source
    text: tuple[Paragraph, ...]
    cards: Sequence[CandidateCard]
    counts: dict[str, int]
    marked: dict[str, int]
    category: str
    state: str


def workbench(source: Source, category: str, state: str) -> Workbench:
    """The workbench, its candidates narrowed to a category and a state where they name one."""
    category = category if category in CATEGORIES else ""
    state = state if state in STATES else ""
    annotations = annotations_of(source.revision)
    every = [_card(proposed, source) for proposed in source.revision.candidates]
    cards = [c for c in every if category in ("", c.item.category) and state in ("", c.state)]
    evidence = [
        Mark(span, is_evidence=True, anchor=card.anchor) for card in cards for span in card.item.evidence
    ]
    return Workbench(
        source=source,
        text=paragraphs(source.revision.body, [*annotation_marks(annotations), *evidence]),
        cards=cards,
        counts={name: sum(card.state == name for card in every) for name in STATES},
        marked={
            "date": len(annotations.dates),
            "person": len(annotations.persons),
            "quotation": len(annotations.quotations),
        },
        category=category,
        state=state,
    )


@dataclass(frozen=True, slots=True)
class PublishingProblem:
    """What stands in the way of publishing, and the item to mend where there is one."""

    says: str
    bank_item: BankItem | None = None


def publishing_problems(quiz: Quiz) -> list[PublishingProblem]:
    """Why a quiz cannot be published; empty when it can."""
    if not quiz.items:
        return [PublishingProblem(gettext("The quiz has no questions yet."))]
    return [
        PublishingProblem(gettext("“%(stem)s” is not ready.", stem=item.latest.stem), item)
        for item in quiz.items
        if item.latest.status != "ready"
    ]


@dataclass(frozen=True, slots=True)
class ItemPage:
    """A question beside the text that has to prove it, and what is known of it in the bank."""

    source: Source
    bank_item: BankItem | None
    text: tuple[Paragraph, ...]
    alike: Sequence[BankItem] = ()
    file_change: FileChange | None = None


def item_page(source: Source, bank_item: BankItem | None, teacher: Account) -> ItemPage:
    """The page of the form, the evidence of the item as it is marked in the text."""
    body = source.revision.body
    evidence = bank_item.latest.item.evidence if bank_item else ()
    marks = [
        *annotation_marks(annotations_of(source.revision)),
        *(Mark(span, is_evidence=True) for span in evidence if span.is_verbatim_in(body)),
    ]
    text = paragraphs(body, marks)
    if bank_item is None:
        return ItemPage(source, None, text)
    return ItemPage(source, bank_item, text, alike_to(teacher, bank_item), file_change_of(bank_item))


def quiz_warnings(quiz: Quiz) -> list[str]:
    """What a careful editor would object to in the questions as they stand together."""
    return [
        say(finding, language_code()) for finding in check_quiz([item.latest.item for item in quiz.items])
    ]


def has_errors(item: Item, source: Source) -> bool:
    """Whether an item-writing check forbids to ask the item as it is."""
    return any(finding.level == "error" for finding in _findings(item, source))


def _findings(item: Item, source: Source) -> tuple[Finding, ...]:
    return check(item, source.revision.body, source.revision.correction_notes)


def _card(proposed: ProposedItem, source: Source) -> CandidateCard:
    item = proposed.candidate.item
    return CandidateCard(
        proposed,
        item,
        f"c{proposed.position + 1}",
        proposed.verdict or "waiting",
        tuple(say(finding, language_code()) for finding in _findings(item, source)),
    )
