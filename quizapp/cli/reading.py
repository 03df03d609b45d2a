"""The reader of long texts: a process beside the site, started by it whenever a text waits."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from flask import Flask

from quizapp.store import readings
from quizapp.web.clock import system_clock

SECONDS_BETWEEN_SIGNS = 5
log = logging.getLogger(__name__)


def read_waiting(app: Flask) -> int:
    """Read every text that waits, one after another; how many were read."""
    os.nice(10)  # whoever asks for a page goes first
    count = 0
    with app.app_context():
        while claim := readings.claim_next(system_clock()):
            with _signs_of_life(app, claim):
                count += _read(claim)
    return count


def _read(claim: readings.Claim) -> bool:
    try:
        readings.read(claim, lambda percent: _tell(claim, percent))
    except readings.Overtaken:
        log.info("reading.overtaken revision=%s", claim.revision_id)
        return False
    except Exception:
        log.exception("reading.failed revision=%s", claim.revision_id)
        readings.release(claim)
        return False
    return True


def _tell(claim: readings.Claim, percent: int) -> None:
    if not readings.report(claim, percent, system_clock()):
        raise readings.Overtaken


@contextmanager
def _signs_of_life(app: Flask, claim: readings.Claim) -> Iterator[None]:
    """While the text is being read, say so: a step of the reading may take longer than silence is allowed."""
    done = Event()

    def sign() -> None:
        with app.app_context():
            while not done.wait(SECONDS_BETWEEN_SIGNS) and readings.report(claim, None, system_clock()):
                pass

    thread = Thread(target=sign, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
