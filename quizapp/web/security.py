"""What every response says to the browser about trust, and what no request may carry."""

from __future__ import annotations

from io import BytesIO
from typing import IO, Any

from flask import Flask, Request, Response, abort, request
from flask_login import current_user
from flask_wtf import CSRFProtect
from werkzeug.routing import IntegerConverter

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
SAY_THEMSELVES = ("static", "manifest", "service_worker")
"""The endpoints that say themselves how long an answer may be kept; every other one may not be."""
MOST_FIELDS = 1000
LONGEST_ADDRESS = 8000
ROOM_FOR_A_FILE = {
    "teach.add_source": 16_000_000,
    "teach.confirm_upload": 8_000_000,
    "teach.change_source_text": 8_000_000,
    "teach.read_file": 12_000_000,
}
"""Bytes of the requests that carry a whole book or file; of every other one `MAX_CONTENT_LENGTH` is the most."""
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")

csrf = CSRFProtect()


class Place(IntegerConverter):
    """A number in an address, which counts from one: one way to write it, and none that a column cannot hold."""

    regex = "[1-9][0-9]{0,8}"


class InMemory(Request):
    """A request whose files need no disk beside the database's; how much may be sent is limited as it is."""

    def _get_file_stream(self, *_about: Any, **_told: Any) -> IO[bytes]:
        return BytesIO()


def protect(app: Flask) -> None:
    """A token on every form, strict headers on every response, no room for broken requests."""
    app.url_map.converters["int"] = Place
    app.request_class = InMemory
    app.before_request(refuse_long_addresses)
    app.before_request(give_room)
    app.before_request(refuse_what_no_form_sends)
    csrf.init_app(app)
    app.after_request(_add_headers)


def refuse_long_addresses() -> None:
    if len(request.environ.get("RAW_URI", request.full_path)) > LONGEST_ADDRESS:
        abort(414)


def give_room() -> None:
    """A teacher may send more at once where texts and files are given."""
    if (most := ROOM_FOR_A_FILE.get(request.endpoint or "")) and current_user.is_authenticated:
        request.max_content_length = most
        request.max_form_memory_size = most


def refuse_what_no_form_sends() -> None:
    """Addresses that are no text, bodies that are no form, and thousands of fields end here and not in a view."""
    address = [request.path, *request.args.keys(), *request.args.values()]
    if any("\x00" in part or "\ufffd" in part for part in address):
        abort(400)
    if request.method != "POST":
        return
    if request.mimetype not in FORM_TYPES:
        abort(415)
    if len(request.form) > MOST_FIELDS:
        abort(413)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint not in SAY_THEMSELVES or request.method == "OPTIONS":
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
