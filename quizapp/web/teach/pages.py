"""What the pages of the teacher show, each in one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext

from quizapp.items.checks import check, check_quiz, say
from quizapp.store.bank import BankItem
from quizapp.store.bank_files import FileChange, file_change_of
from quizapp.store.bank_search import alike_to
from quizapp.store.people import Account
from quizapp.store.quizzes import Quiz
from quizapp.store.sources import Source, annotations_of
from quizapp.web.languages import language_code
from quizapp.web.passages import Mark, Paragraph, annotation_marks, paragraphs


@dataclass(frozen=True, slots=True)
class PublishingProblem:
    """What stands in the way of publishing, and the item or the field of the settings to mend where there is one."""

    says: str
    bank_item: BankItem | None = None
    field: str = ""


def publishing_problems(quiz: Quiz, at: datetime) -> list[PublishingProblem]:
    """Why a quiz cannot be published; empty when it can."""
    problems = [problem for item in quiz.items for problem in _problems_of(item)]
    if not quiz.items:
        problems.append(PublishingProblem(gettext("The quiz has no questions yet.")))
    if quiz.closes_at is not None and quiz.closes_at <= at:
        problems.append(PublishingProblem(gettext("The time at which it closes is past."), field="closes_at"))
    if quiz.archived_at is not None:
        problems.append(PublishingProblem(gettext("The quiz is in the archive: take it out first.")))
    return problems


def _problems_of(bank_item: BankItem) -> list[PublishingProblem]:
    version = bank_item.latest
    if version.status != "ready":
        return [PublishingProblem(gettext("“%(stem)s” is not ready.", stem=version.stem), bank_item)]
    found = check(version.item, version.revision.body, version.revision.correction_notes)
    return [
        PublishingProblem(f"“{version.stem}”: {say(finding, language_code())}", bank_item)
        for finding in found
        if finding.level == "error"
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
