"""The pupil's way: join, answer, see why, practise, see scores."""

from flask import Blueprint

from quizapp.web.clock import keep_hours

blueprint = Blueprint("learn", __name__)
blueprint.before_request(keep_hours)

from quizapp.web.learn import (  # noqa: E402,F401 - registers the views on the blueprint
    groups,
    own_data,
    practice,
    reporting,
    returning,
    taking,
    views,
)
