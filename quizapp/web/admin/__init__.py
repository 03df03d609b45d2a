"""Accounts: the first one by the set-up link, signing in and out, one's own account, and those of others."""

from flask import Blueprint

blueprint = Blueprint("admin", __name__)

from quizapp.web.admin import accounts, own_account, second_factor, views  # noqa: E402,F401 - registers the views
