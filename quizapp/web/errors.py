"""Pages for what went wrong: what happened, and what to do next."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from flask import Flask, make_response, render_template, request
from flask_babel import gettext, lazy_gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadHost, HTTPException, SecurityError
from werkzeug.wrappers import Response

from quizapp.store.engine import ConstraintBroken, DatabaseReadOnly, DatabaseUnavailable, NotStorable, db
from quizapp.web.access import as_nobody

log = logging.getLogger(__name__)

WORDS = {
    400: (
        lazy_gettext("The request could not be read"),
        lazy_gettext("Go back, reload the page and try once more."),
    ),
    403: (
        lazy_gettext("This is not yours to open"),
        lazy_gettext("Sign in with the account that it belongs to."),
    ),
    404: (
        lazy_gettext("There is nothing here"),
        lazy_gettext(
            "The address may be mistyped, or what was here is gone. Start again from the first page."
        ),
    ),
    405: (
        lazy_gettext("This page cannot be used like that"),
        lazy_gettext("Go to it by a link or a button of the site."),
    ),
    409: (
        lazy_gettext("Somebody changed this at the same moment"),
        lazy_gettext("Go back, reload the page and look whether your change is still needed."),
    ),
    410: (
        lazy_gettext("This link does not work any more"),
        lazy_gettext("It was used already, or its time is over. Ask an administrator for a new one."),
    ),
    413: (
        lazy_gettext("That is too much at once"),
        lazy_gettext("Send a shorter text or a smaller file."),
    ),
    429: (
        lazy_gettext("Too many tries"),
        lazy_gettext("Wait a few minutes and try again."),
    ),
    500: (
        lazy_gettext("Something broke on our side"),
        lazy_gettext("Nothing half done was saved. Try again in a moment."),
    ),
    503: (
        lazy_gettext("Not saved: the database does not answer"),
        lazy_gettext("Go back – what you typed is still there – and send it again in a moment."),
    ),
}


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What an error page says."""

    code: int
    title: str
    advice: str


def explain_errors(app: Flask) -> None:
    app.register_error_handler(HTTPException, _explain)
    app.register_error_handler(SecurityError, _explain_strange_host)
    app.register_error_handler(BadHost, _explain_strange_host)
    app.register_error_handler(CSRFError, _explain_stale_form)
    app.register_error_handler(DatabaseUnavailable, _explain_unavailable)
    app.register_error_handler(DatabaseReadOnly, _explain_unavailable)
    app.register_error_handler(ConstraintBroken, _explain_conflict)
    app.register_error_handler(NotStorable, _explain_unreadable)


def _explain(error: HTTPException) -> Response:
    """A page for the error; the headers that it carries (Allow, Retry-After) stay."""
    code = error.code or 500
    title, advice = WORDS.get(code) or WORDS[500 if code >= 500 else 400]
    if code >= 500:
        db.session.rollback()
        log.error("request.failed endpoint=%s code=%s", request.endpoint, code)
    return _page(ErrorPage(code, str(title), str(advice)), error.get_headers())


def _explain_strange_host(_error: BadHost | SecurityError) -> Response:
    """Asked for by a name that is not ours, or by none at all: no page, as it could not link to itself."""
    words = gettext("This site does not go by that name.")
    return Response(f"{words} (QUIZAPP_HOSTS)\n", 400, mimetype="text/plain")


def _explain_stale_form(error: CSRFError) -> Response:
    page = ErrorPage(
        400,
        gettext("This form is out of date"),
        gettext("Go back, reload the page and send the form again. Cookies must be allowed."),
    )
    return _page(page, [])


def _explain_unavailable(error: Exception) -> Response:
    db.session.rollback()
    as_nobody()
    log.error("database.unavailable endpoint=%s reason=%s", request.endpoint, type(error).__name__)
    title, advice = WORDS[503]
    return _page(ErrorPage(503, str(title), str(advice)), [("Retry-After", "5")])


def _explain_conflict(error: Exception) -> Response:
    """Two made the same step at once: the schema let one of them, and the other is told."""
    db.session.rollback()
    title, advice = WORDS[409]
    return _page(ErrorPage(409, str(title), str(advice)), [])


def _explain_unreadable(error: Exception) -> Response:
    """What no form of ours would send, where only the database could tell."""
    db.session.rollback()
    title, advice = WORDS[400]
    return _page(ErrorPage(400, str(title), str(advice)), [])


def _page(page: ErrorPage, headers: list[tuple[str, str]]) -> Response:
    response = make_response(render_template("error.html", page=page), page.code)
    for name, value in headers:
        if name.lower() not in ("content-type", "content-length", "location"):
            response.headers[name] = value
    return response
