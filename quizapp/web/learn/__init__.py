"""The pupil's way: join, answer, see why, see scores."""

from flask import Blueprint

blueprint = Blueprint("learn", __name__)

from quizapp.web.learn import reporting, returning, taking, views  # noqa: E402,F401 - registers the views
