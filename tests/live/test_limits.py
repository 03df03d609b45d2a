"""A real server refuses what is too long with our page and headers, and goes on answering."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    data: Path = tmp_path_factory.mktemp("live")
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp", "serve", "--port", "0", "--workers", "1"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QUIZAPP_DATA": str(data)},
    )
    assert process.stdout is not None
    try:
        address = re.search(r":(\d+)\s*$", process.stdout.readline())
        assert address
        yield int(address[1])
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.mark.parametrize("length", [8_100, 9_000, 60_000])
def test_a_long_address_gets_our_headers(port: int, length: int) -> None:
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", "/?q=" + "a" * length)
        response = connection.getresponse()
        response.read()
    assert response.status == 414
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_refused_body_does_not_cut_the_connection(port: int) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        for _ in range(20):
            connection.request("POST", "/login", b"a=" + b"x" * 3_000_000, form)
            refused = connection.getresponse()
            refused.read()
            assert refused.status == 413
            connection.request("GET", "/")
            answered = connection.getresponse()
            answered.read()
            assert answered.status < 400
