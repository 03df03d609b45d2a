"""What every response says to the browser about trust, and what no request may carry."""

from __future__ import annotations

from flask import Flask, Response, abort, request
from flask_wtf import CSRFProtect

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
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
MOST_FIELDS = 1000

csrf = CSRFProtect()


def protect(app: Flask) -> None:
    """A token on every form, strict headers on every response, no room for broken requests."""
    csrf.init_app(app)
    app.before_request(refuse_what_no_browser_sends)
    app.after_request(_add_headers)


def refuse_what_no_browser_sends() -> None:
    """Addresses that are no text, and thousands of fields, end here and not in a view."""
    address = [request.path, *request.args.keys(), *request.args.values()]
    if any("\x00" in part or "\ufffd" in part for part in address):
        abort(400)
    if request.method == "POST" and len(request.form) > MOST_FIELDS:
        abort(413)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
