"""Work that would hold up everybody else is done by a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Thread

from flask import current_app

from quizapp.formats.documents import Document, child
from quizapp.formats.documents.errors import N_
from quizapp.formats.exchange import Remark, UnreadableFile
from quizapp.store import readings
from quizapp.web.clock import now

SECONDS_FOR_A_FILE = 40


def read_file(data: bytes, encoding: str = "", kind: str = "") -> Document:
    """The text of a file; UnreadableFile where there is none, or where reading it takes too much."""
    try:
        done = subprocess.run(  # noqa: S603 - our own module, the file by standard input
            [sys.executable, "-m", child.__name__, encoding, kind],
            input=data,
            capture_output=True,
            timeout=SECONDS_FOR_A_FILE,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise UnreadableFile(
            Remark(N_("This file is too large or too tangled to be read. Save only the text of it."))
        ) from error
    return child.document_of(done.stdout.decode())


def start_reader() -> None:
    """Start a reader if a text waits for one; it goes when nothing waits any more."""
    if not readings.call_reader(now()):
        return
    places = {
        "QUIZAPP_DATA": str(current_app.config["DATA_FOLDER"]),
        "DATABASE_URL": current_app.config["SQLALCHEMY_DATABASE_URI"],
    }
    reader = subprocess.Popen(
        [sys.executable, "-m", "quizapp", "read-texts"],
        env={**os.environ, **places},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    Thread(target=reader.wait, daemon=True).start()  # so that none stays behind as a zombie
