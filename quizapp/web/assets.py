"""Static files under addresses that change when they do, so that a browser may keep what it has."""

from __future__ import annotations

import gzip
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin

from quizapp.paths import STATIC

FOR_A_YEAR = "public, max-age=31536000, immutable"
COMPRESSIBLE = (".css", ".js", ".svg")


class QuietSessions(SecureCookieSessionInterface):
    """A static file neither sets a cookie nor varies by one: a browser would fetch it at every change of the cookie."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if request.endpoint != "static":
            super().save_session(app, session, response)

    def get_cookie_secure(self, app: Flask) -> bool:
        """The cookie of whoever came by HTTPS never goes over the wire in the clear."""
        return request.is_secure


def version_static(app: Flask) -> None:
    """Every address of a static file carries its version; what is asked for by version is kept for long.

    Only these files are compressed: a page holds a token beside what somebody typed, and its size would tell of it.
    """
    app.session_interface = QuietSessions()
    app.url_defaults(_add_version)
    app.after_request(_let_keep)


def version_of(filename: str) -> str:
    """A short name of the content of a static file; empty for one that is not there."""
    path = STATIC / filename
    return _fingerprint(path, path.stat().st_mtime_ns) if path.is_file() else ""


def version_of_all() -> str:
    """A short name of the content of all static files."""
    files = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())
    return _short("".join(name + version_of(name) for name in files).encode())


@lru_cache(maxsize=256)
def _fingerprint(path: Path, _changed_at: int) -> str:
    return _short(path.read_bytes())


def _short(content: bytes) -> str:
    return sha256(content).hexdigest()[:12]


def _add_version(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and "v" not in values:
        values["v"] = version_of(values["filename"]) or None


def _let_keep(response: Response) -> Response:
    asked = request.args.get("v")
    if request.endpoint != "static" or not asked:
        return response
    filename = (request.view_args or {})["filename"]
    if asked != version_of(filename) or response.status_code != 200:
        return response
    response.headers["Cache-Control"] = FOR_A_YEAR
    return _smaller(response, STATIC / filename) if filename.endswith(COMPRESSIBLE) else response


def _smaller(response: Response, path: Path) -> Response:
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"]:
        return response
    response.close()
    headers = {name: value for name, value in response.headers if name not in ("Content-Length", "ETag")}
    headers["Content-Encoding"] = "gzip"
    return Response(_compressed(path, path.stat().st_mtime_ns), headers=headers)


@lru_cache(maxsize=64)
def _compressed(path: Path, _changed_at: int) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)
