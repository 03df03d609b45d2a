"""Static files under addresses that change when they do, so that a browser may keep what it has."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from quizapp.paths import STATIC

FOR_A_YEAR = "public, max-age=31536000, immutable"


def version_static(app: Flask) -> None:
    """Every address of a static file carries its version; what is asked for by version is kept for long."""
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
    if request.endpoint == "static" and asked and asked == version_of((request.view_args or {})["filename"]):
        response.headers["Cache-Control"] = FOR_A_YEAR
    return response
