"""From an empty folder to an application that can serve."""

from __future__ import annotations

import logging
from time import monotonic, sleep

from flask import Flask

from quizapp.config import DATABASE_FILE, read_settings
from quizapp.formats.bank import read_bank
from quizapp.formats.errors import BankErrors, say
from quizapp.paths import QUESTIONS
from quizapp.store import schema
from quizapp.store.bank_files import load_bank
from quizapp.store.engine import DatabaseUnavailable
from quizapp.store.soundness import one_start_at_a_time
from quizapp.web import create_app
from quizapp.web.clock import system_clock

PATIENCE = 60
SECONDS_BETWEEN_TRIES = 2
log = logging.getLogger(__name__)


class BankBroken(Exception):
    """The bank files that come with the program cannot be loaded."""


def prepare(patience: float = 0) -> Flask:
    """The application, its schema up to date and the bank of `questions/` loaded.

    A server of PostgreSQL that does not answer is waited for, so many seconds: both may have been started at once.
    """
    settings = read_settings()
    app = create_app(settings)
    with app.app_context():
        if not settings.is_sqlite:
            _wait_for_database(monotonic() + patience)
        own_file = settings.database_url == f"sqlite:///{settings.data / DATABASE_FILE}"
        alone = one_start_at_a_time(settings.data) if own_file else schema.alone_at_the_start()
        with alone:
            schema.upgrade()
            _load_banks()
    return app


def _load_banks() -> None:
    for folder in sorted(path.parent for path in QUESTIONS.glob("*/source.toml")):
        try:
            bank = read_bank(folder)
        except BankErrors as errors:
            raise BankBroken("; ".join(say(error, "en") for error in errors.errors)) from errors
        loaded = load_bank(bank, system_clock())
        log.info(
            "bank.loaded source=%s added=%s revised=%s kept=%s",
            bank.slug,
            loaded.added,
            loaded.revised,
            len(loaded.kept),
        )


def _wait_for_database(until: float) -> None:
    while True:
        try:
            schema.current_revision()
            return
        except DatabaseUnavailable as error:
            left = until - monotonic()
            if left <= 0:
                raise
            log.warning("database.awaited seconds_left=%d reason=%s", left, " ".join(str(error.orig).split()))
            sleep(min(SECONDS_BETWEEN_TRIES, left))
