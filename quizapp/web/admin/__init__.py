"""Accounts: the first one by the set-up link, signing in and out."""

from flask import Blueprint

blueprint = Blueprint("admin", __name__)

from quizapp.web.admin import views  # noqa: E402,F401 - registers the views on the blueprint
