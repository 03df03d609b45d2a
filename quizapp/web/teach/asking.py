"""The form for a question about words that were chosen in the text."""

from __future__ import annotations

from quizapp.generate.asked import beginning_of
from quizapp.store.sources import SourceRevision, annotations_of
from quizapp.text.excerpts import find_excerpt
from quizapp.web.teach.item_form import ItemForm


def asking_about(revision: SourceRevision, words: str) -> ItemForm:
    """Filled in as far as the text gives it: the sentence, and for a mark its key with others of its kind."""
    chosen = find_excerpt(revision.body, words)
    if chosen is None:
        return ItemForm(formdata=None, evidence=words, status="ready")
    begun = beginning_of(annotations_of(revision), chosen)
    return ItemForm(
        formdata=None,
        type=begun.type,
        category=begun.category,
        key=begun.key,
        distractors="\n".join(begun.distractors),
        evidence=" ".join(begun.evidence.split()),
        status="ready",
    )
