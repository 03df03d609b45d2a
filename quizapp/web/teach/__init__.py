"""The teacher's way: from a text to a quiz, and from a quiz to its scores."""

from flask import Blueprint

from quizapp.web.access import teachers_only
from quizapp.web.teach.words import STATE_WORDS, STATUS_WORDS, TYPE_WORDS
from quizapp.web.words import CATEGORY_WORDS, CONFIDENCE_WORDS

blueprint = Blueprint("teach", __name__, url_prefix="/teach")
blueprint.before_request(teachers_only)


@blueprint.context_processor
def words() -> dict[str, object]:
    """How types, categories and states are called on a teacher's pages."""
    return {
        "type_words": TYPE_WORDS,
        "category_words": CATEGORY_WORDS,
        "status_words": STATUS_WORDS,
        "state_words": {**STATUS_WORDS, **STATE_WORDS},
        "confidence_words": CONFIDENCE_WORDS,
    }


from quizapp.web.teach import (  # noqa: E402,F401 - registers the views
    bank,
    bank_list,
    item_versions,
    presenting,
    quizzes,
    reports,
    results,
    sources,
    suggestions,
    text_editing,
)
