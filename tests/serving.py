"""The site as it runs: processes of `quizapp serve`, and what stands in front of them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from time import monotonic, sleep
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.exceptions import NotFound
from werkzeug.middleware.http_proxy import ProxyMiddleware
from werkzeug.test import Client


class Site:
    """One process that serves, in a data folder, on a database."""

    def __init__(self, data: Path, database_url: str, **more: str) -> None:
        self.log = data / "log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "quizapp", "serve", "--port", "0", "--workers", "2"],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={
                    **os.environ,
                    "QUIZAPP_DATA": str(data),
                    "DATABASE_URL": database_url,
                    "QUIZAPP_SECRET_KEY": "a key for tests, long enough",
                    "QUIZAPP_LANG": "en",
                    "PYTHONUNBUFFERED": "1",
                    **more,
                },
            )

    def address(self) -> str:
        """Where it serves; waits until it does."""
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert found, f"{said}{self.log.read_text()}"
        return found[0]

    def set_up_path(self) -> str:
        """Of the link that makes the first account, which it prints after its address."""
        assert self.process.stdout is not None
        found = re.search(r"/setup/\S+", self.process.stdout.readline())
        assert found, self.log.read_text()
        return found[0]

    def wait_for_log(self, words: str) -> None:
        """Wait until it has said so in its log, and no longer than it runs."""
        until = monotonic() + 60
        while words not in self.log.read_text():
            assert self.process.poll() is None, self.log.read_text()
            assert monotonic() < until, self.log.read_text()
            sleep(0.05)

    def end(self) -> int:
        """Tell it to end, and give its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(10)


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    with site.process:
        try:
            yield site
        finally:
            site.process.kill()


class Proxy:
    """Stands in front of several sites and asks each in turn."""

    def __init__(self, addresses: Iterable[str]) -> None:
        self.middleware = ProxyMiddleware(
            NotFound(), {one: {"target": one, "host": None} for one in addresses}, timeout=60
        )
        self.turns = cycle(self.middleware.targets.values())

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self.middleware.proxy_to(next(self.turns), environ["PATH_INFO"], "/")(environ, start_response)

    def test_client(self) -> Client:
        return Client(self)
