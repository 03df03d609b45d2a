"""Kill the site under load and look for every answer that it said it had kept: `python -m tests.kills 20`."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import sleep
from typing import NoReturn
from urllib.error import URLError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

from bs4 import BeautifulSoup, Tag

from quizapp.config import DATABASE_FILE
from quizapp.store import schema
from quizapp.store.engine import db
from quizapp.web import create_app
from tests import cast
from tests.conftest import settings_for
from tests.serving import Site

PUPILS = 8
SECONDS_OF_LOAD = 1.5

Answer = tuple[str, int]
"""The id of an attempt, and the position of the question."""


@dataclass(slots=True)
class Load:
    """Pupils who answer one quiz after another, and what they were told was kept."""

    code: str
    address: str = ""
    acknowledged: list[Answer] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def answer_for_ever(self, number: int) -> None:
        while not self.over.is_set():
            try:
                self._take_a_quiz(f"Uczeń {number}")
            except (OSError, HTTPException, URLError):  # the site was killed: come again
                sleep(0.05)

    def _take_a_quiz(self, nickname: str) -> None:
        browser = build_opener(HTTPCookieProcessor(CookieJar()))

        def show(address: str, form: dict[str, str] | None = None) -> tuple[str, BeautifulSoup]:
            body = urlencode(form).encode() if form is not None else None
            with browser.open(urljoin(self.address, address), body, timeout=20) as answer:
                return answer.url, BeautifulSoup(answer.read(), "html5lib")

        def send(address: str, page: BeautifulSoup, name: str, value: str) -> str:
            form = page.find(attrs={"name": name}).find_parent("form")
            assert isinstance(form, Tag)
            hidden = {str(one["name"]): str(one.get("value", "")) for one in form.select("[type=hidden]")}
            return show(str(form.get("action") or address), {**hidden, name: value})[0]

        address, page = show(f"/q/{self.code}")
        attempt = urlsplit(send(address, page, "nickname", nickname)).path.split("/")[2]
        for position in range(1, 4):
            address, page = show(f"/a/{attempt}/{position}")
            asked = page.select_one("main input[type=radio], main input[type=text]")
            assert asked is not None
            send(address, page, str(asked["name"]), str(asked.get("value") or "Lublin"))
            self.acknowledged.append((attempt, position))


def lost_after(kills: int, folder: Path) -> tuple[int, list[Answer]]:
    """How many answers were acknowledged while the site was killed so often, and those that are not there."""
    settings = settings_for(folder, f"sqlite:///{folder / DATABASE_FILE}")
    app = create_app(settings)
    with app.app_context():
        schema.upgrade()
        load = Load(cast.a_quiz(cast.a_teacher("anna")).join_code)
        db.session.remove()
        db.engine.dispose()
    pupils = [Thread(target=load.answer_for_ever, args=(number,)) for number in range(PUPILS)]
    for turn in range(kills + 1):
        with killed_at_the_end(folder, settings.database_url) as address:
            load.address = address
            if not turn:
                for pupil in pupils:
                    pupil.start()
            before = len(load.acknowledged)
            sleep(SECONDS_OF_LOAD)
            while len(load.acknowledged) == before:
                sleep(0.05)
            if turn == kills:
                load.over.set()
                for pupil in pupils:
                    pupil.join()
    kept = kept_in(folder)
    return len(load.acknowledged), [one for one in load.acknowledged if one not in kept]


@contextmanager
def killed_at_the_end(folder: Path, database_url: str) -> Iterator[str]:
    """The site, whose every process is killed at once."""
    site = Site(folder, database_url, QUIZAPP_RATE_LIMITS="off")
    with site.process:
        yield site.address()
        workers = Path(f"/proc/{site.process.pid}/task/{site.process.pid}/children").read_text().split()
        for process in (site.process.pid, *map(int, workers)):
            os.kill(process, signal.SIGKILL)


def kept_in(folder: Path) -> set[Answer]:
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = database.execute(
            "SELECT attempt.public_id, response.position FROM response JOIN attempt ON attempt.id = attempt_id"
        )
        return {(str(attempt), int(position)) for attempt, position in rows}


def main() -> NoReturn:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with TemporaryDirectory() as folder:
        acknowledged, lost = lost_after(kills, Path(folder))
    sys.stdout.write(f"{kills} kills, {acknowledged} answers acknowledged, {len(lost)} lost\n")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
