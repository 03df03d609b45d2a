"""From an empty folder to an application that can serve."""

from __future__ import annotations

import logging

from flask import Flask

from quizapp.config import read_settings
from quizapp.formats.bank import read_bank
from quizapp.formats.errors import BankErrors, say
from quizapp.paths import QUESTIONS
from quizapp.store import schema
from quizapp.store.bank_files import load_bank
from quizapp.web import create_app
from quizapp.web.clock import system_clock

log = logging.getLogger(__name__)


class BankBroken(Exception):
    """The bank files that come with the program cannot be loaded."""


def prepare() -> Flask:
    """The application, its schema up to date and the bank of `questions/` loaded."""
    app = create_app(read_settings())
    with app.app_context():
        schema.upgrade()
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
    return app
