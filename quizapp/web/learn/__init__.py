"""The pupil's way: join, answer, see why, practise, see scores."""

from flask import Blueprint

blueprint = Blueprint("learn", __name__)

from quizapp.web.learn import (  # noqa: E402,F401 - registers the views on the blueprint
    own_data,
    practice,
    reporting,
    returning,
    taking,
    views,
)
