"""The teacher's way: from a text to a quiz, and from a quiz to its scores."""

from flask import Blueprint

from quizapp.web.access import teachers_only
from quizapp.web.clock import keep_hours
from quizapp.web.teach.words import STANDING_WORDS, STATE_WORDS, STATUS_WORDS, TYPE_WORDS
from quizapp.web.words import CATEGORY_WORDS, CONFIDENCE_WORDS

blueprint = Blueprint("teach", __name__, url_prefix="/teach")
blueprint.before_request(teachers_only)
blueprint.before_request(keep_hours)


@blueprint.context_processor
def words() -> dict[str, object]:
    """How types, categories and states are called on a teacher's pages."""
    return {
        "type_words": TYPE_WORDS,
        "category_words": CATEGORY_WORDS,
        "status_words": STATUS_WORDS,
        "state_words": {**STATUS_WORDS, **STATE_WORDS},
        "confidence_words": CONFIDENCE_WORDS,
        "standing_words": STANDING_WORDS,
    }


from quizapp.web.teach import (  # noqa: E402,F401 - registers the views
    analysis,
    bank,
    bank_list,
    checking,
    drawing,
    exchange,
    grids,
    groups,
    item_versions,
    live,
    marks,
    members,
    personal_data,
    presenting,
    previewing,
    printing,
    quiz_keeping,
    quizzes,
    regrading,
    reports,
    results,
    scales,
    sources,
    suggestions,
    text_editing,
    uploads,
)
