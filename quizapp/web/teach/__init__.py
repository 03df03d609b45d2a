"""The teacher's way: from a text to a quiz, and from a quiz to its scores."""

from flask import Blueprint

from quizapp.web.access import teachers_only

blueprint = Blueprint("teach", __name__, url_prefix="/teach")
blueprint.before_request(teachers_only)

from quizapp.web.teach import bank, quizzes, results, sources  # noqa: E402,F401 - registers the views
