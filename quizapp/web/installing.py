"""The site as an app on a phone: what it is called, and what it keeps for a lost network."""

from __future__ import annotations

from flask import Flask, Response, g, json, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.web.assets import version_of_all
from quizapp.web.languages import language_code

KEEP = "Quizapp-Keep"
"""The header by which a page allows the service worker to keep a copy. See docs/decisions."""
PAPER = "#f5f1e8"
NEEDED_OFFLINE = ("css/quizapp.css", "icons/quizapp.svg", "icons/signs.svg")


def make_installable(app: Flask) -> None:
    app.add_url_rule("/manifest.webmanifest", view_func=manifest)
    app.add_url_rule("/sw.js", view_func=service_worker)
    app.add_url_rule("/offline", view_func=offline)
    app.after_request(_allow_copy)


def manifest() -> ResponseReturnValue:
    return Response(
        json.dumps(
            {
                "id": "/",
                "name": "quizapp",
                "short_name": "quizapp",
                "description": gettext("Quizzes proved by the text"),
                "lang": language_code(),
                "dir": "ltr",
                "start_url": url_for("learn.home"),
                "scope": "/",
                "display": "standalone",
                "background_color": PAPER,
                "theme_color": PAPER,
                "icons": [
                    _icon("quizapp.svg", "any", "image/svg+xml"),
                    _icon("quizapp-192.png", "192x192"),
                    _icon("quizapp-512.png", "512x512"),
                    _icon("quizapp-maskable-192.png", "192x192", purpose="maskable"),
                    _icon("quizapp-maskable-512.png", "512x512", purpose="maskable"),
                ],
            }
        ),
        mimetype="application/manifest+json",
        headers={"Cache-Control": "no-cache"},
    )


def service_worker() -> ResponseReturnValue:
    """The script, different whenever a static file is, so that a browser fetches those anew."""
    script = render_template(
        "service-worker.js",
        version=version_of_all(),
        header=KEEP,
        needed=[url_for("offline"), *(url_for("static", filename=name) for name in NEEDED_OFFLINE)],
    )
    return Response(script, mimetype="text/javascript", headers={"Cache-Control": "no-cache"})


def offline() -> ResponseReturnValue:
    """What is shown in place of a page that cannot be had: no name, no token, nothing of anybody."""
    return render_template("offline.html")


def _allow_copy(response: Response) -> Response:
    """Only the pages of the learner's own running attempt may be kept; every other page ends the keeping."""
    attempt = g.get("attempt")
    is_page = request.method == "GET" and response.status_code == 200 and response.mimetype == "text/html"
    if is_page and attempt is not None and not attempt.is_finished:
        response.headers[KEEP] = "attempt"
    return response


def _icon(name: str, sizes: str, kind: str = "image/png", purpose: str = "any") -> dict[str, str]:
    address = url_for("static", filename=f"icons/{name}")
    return {"src": address, "sizes": sizes, "type": kind, "purpose": purpose}
