"""A site that is told to end lets whoever is being answered have their answer."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from flask import Flask

from quizapp.config import Settings
from tests.serving import Site, serving

BODY = b"code=BBBBBBB"
BEGUN = (
    b"POST /join HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(BODY)
)


@pytest.fixture
def site(app: Flask, settings: Settings) -> Site:
    return Site(settings.data, settings.database_url)


def test_a_request_under_way_is_answered_and_the_site_ends_in_time(site: Site, settings: Settings) -> None:
    with serving(site):
        address = site.address()
        where = urlsplit(address)
        with socket.create_connection((where.hostname or "", where.port or 0), timeout=10) as half:
            half.sendall(BEGUN + BODY[:5])
            assert _answers(address)  # by then a worker has begun to read the other

            told = monotonic()
            with ThreadPoolExecutor(1) as pool:
                ended = pool.submit(site.end)
                while _answers(address):
                    assert monotonic() - told < 10
                half.sendall(BODY[5:])
                with half.makefile("rb") as reply:
                    answer = reply.read()
                status = ended.result()

    assert answer.startswith(b"HTTP/1.1 400")  # there is no token in it
    assert b"</html>" in answer
    assert status == 0
    assert monotonic() - told < 10
    if settings.is_sqlite:
        log = Path(f"{settings.database_url.removeprefix('sqlite:///')}-wal")
        assert not log.exists() or log.stat().st_size == 0


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
