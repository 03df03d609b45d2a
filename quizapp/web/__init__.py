"""The site: create_app is the one place where the parts meet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from flask import Flask, current_app, jsonify, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user
from flask_migrate import Migrate
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp.config import LANGUAGES, Settings, read_settings
from quizapp.paths import MIGRATIONS, STATIC, TEMPLATES
from quizapp.store.engine import can_write, db, engine_options
from quizapp.store.practice import has_answered
from quizapp.web import access, admin, learn, teach
from quizapp.web.assets import version_static
from quizapp.web.clock import system_clock
from quizapp.web.errors import explain_errors
from quizapp.web.installing import make_installable
from quizapp.web.languages import language_code, speak
from quizapp.web.notices import add_notices
from quizapp.web.security import protect

MOST_BYTES = 2_000_000
"""Of one request: the longest text allowed, in the widest encoding, with room to spare."""


def create_app(settings: Settings | None = None, clock: Callable[[], datetime] = system_clock) -> Flask:
    """The application on the database of the settings; its schema must stand (`store.schema.upgrade`)."""
    settings = settings or read_settings()
    app = Flask("quizapp", template_folder=str(TEMPLATES), static_folder=str(STATIC))
    app.config.update(_flask_settings(settings), CLOCK=clock)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    if (count := settings.trusted_proxies) > 0:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    db.init_app(app)
    Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)
    access.login_manager.init_app(app)
    protect(app)
    version_static(app)
    speak(app)
    explain_errors(app)

    app.register_blueprint(learn.blueprint)
    app.register_blueprint(teach.blueprint)
    app.register_blueprint(admin.blueprint)
    app.add_url_rule("/healthz", view_func=healthz)
    app.add_url_rule("/language", view_func=choose_language, methods=["POST"])
    make_installable(app)
    add_notices(app)
    app.context_processor(_page_frame)
    return app


def healthz() -> ResponseReturnValue:
    if can_write():
        return jsonify(status="ok")
    return jsonify(status="unavailable"), 503, {"Retry-After": "5"}


def choose_language() -> ResponseReturnValue:
    wanted = request.form.get("lang", "")
    if wanted in LANGUAGES:
        session["lang"] = wanted
    return redirect(access.safe_next(request.form.get("next"), url_for("learn.home")), 303)


def _flask_settings(settings: Settings) -> dict[str, Any]:
    return {
        "SECRET_KEY": settings.secret_key,
        "SECRET_KEY_FALLBACKS": list(settings.secret_key_fallbacks),
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings.database_url),
        "TRUSTED_HOSTS": list(settings.hosts) or None,
        "DATA_FOLDER": settings.data,
        "RATE_LIMITS": settings.rate_limits,
        "LANGUAGE": settings.language,
        "LANGUAGE_MODEL": settings.model,
        "KEEP_DAYS": settings.keep_days,
        "SCHOOL": settings.school,
        "CONTACT": settings.contact,
        "MAX_CONTENT_LENGTH": MOST_BYTES,
        "MAX_FORM_MEMORY_SIZE": MOST_BYTES,
        "WTF_CSRF_TIME_LIMIT": None,  # a form lives as long as its session: a slow pupil loses nothing
        "SESSION_COOKIE_NAME": "quizapp",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "PERMANENT_SESSION_LIFETIME": timedelta(days=365),
    }


def _page_frame() -> dict[str, Any]:
    """What the frame of every page needs."""
    return {
        "lang": language_code(),
        "languages": LANGUAGES,
        "nav": _navigation(),
        "is_signed_in": current_user.is_authenticated,
        "here": _here(),
    }


def _here() -> str:
    """Where to come back to in another language: this page, or the first where it cannot be asked for again."""
    adapter = current_app.create_url_adapter(request)
    can_be_looked_at = adapter is not None and "GET" in adapter.allowed_methods(request.path)
    return access.safe_next(request.path if can_be_looked_at else None, url_for("learn.home"))


def _navigation() -> list[tuple[str, str, bool]]:
    pages = [("learn.home", gettext("Quizzes")), ("learn.scores", gettext("My scores"))]
    visit = access.learner_or_none()
    if visit and has_answered(visit.learner):
        pages.insert(1, ("learn.practice", gettext("Practice")))
    if current_user.is_authenticated:
        pages = [
            ("teach.sources", gettext("Texts")),
            ("teach.bank", gettext("Questions")),
            ("teach.quizzes", gettext("Quizzes")),
            ("teach.groups", gettext("Classes")),
            ("teach.history", gettext("Scores")),
        ]
    return [(url_for(endpoint), label, request.endpoint == endpoint) for endpoint, label in pages]
