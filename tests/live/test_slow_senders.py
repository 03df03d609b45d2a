"""Browsers that send by the drop or never come to an end: others are answered meanwhile, and each has an end."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic

import pytest

SENDERS = 50
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
BEGINNINGS = {
    "nothing": b"",
    "header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    "accepted body": b"POST /join HTTP/1.1\r\nHost: localhost\r\n"
    + FORM
    + b"Content-Length: 1000\r\n\r\ncode=",
    "body in parts": b"POST /join HTTP/1.1\r\nHost: localhost\r\n"
    + FORM
    + b"Transfer-Encoding: chunked\r\n\r\n3E8\r\ncode=",
    "refused body": b"POST /join HTTP/1.1\r\nHost: localhost\r\n"
    + FORM
    + b"Content-Length: 3000000\r\n\r\nco",
    "body of no form": b"POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000\r\n\r\n{",
}
IMPATIENT = (
    "import sys; from quizapp.cli import connections, main; connections.SECONDS_TO_SEND = 1; sys.exit(main())"
)


@contextmanager
def served(data: Path, *program: str) -> Iterator[int]:
    """The port of a site with one worker."""
    process = subprocess.Popen(
        [sys.executable, *program, "serve", "--port", "0", "--workers", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QUIZAPP_DATA": str(data), "PYTHONUNBUFFERED": "1"},
    )
    with process:
        try:
            assert process.stdout is not None
            address = re.search(r":(\d+)\s*$", process.stdout.readline())
            assert address
            yield int(address[1])
        finally:
            process.kill()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with served(tmp_path_factory.mktemp("patient"), "-m", "quizapp") as port:
        yield port


@pytest.fixture(scope="module")
def impatient_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Of a site that lets a request take a second, not twenty."""
    with served(tmp_path_factory.mktemp("impatient"), "-c", IMPATIENT) as port:
        yield port


def connected(port: int, beginning: str) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=20)
    connection.sendall(BEGINNINGS[beginning])
    return connection


def status_of_the_first_page(port: int) -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", "/")
        return connection.getresponse().status


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_others_are_answered_while_fifty_send_slowly(beginning: str, port: int) -> None:
    assert status_of_the_first_page(port) == 200
    with ExitStack() as stack:
        for _ in range(SENDERS):
            stack.enter_context(connected(port, beginning))
        begun = monotonic()

        assert status_of_the_first_page(port) == 200
        assert monotonic() - begun < 4


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_sender_by_the_drop_comes_to_an_end(beginning: str, impatient_port: int) -> None:
    begun = monotonic()
    with connected(impatient_port, beginning) as connection:
        answer = all_that_is_said(connection)

    assert monotonic() - begun < 10
    assert answer.split(b" ")[1:2] in ([], [b"400"], [b"413"], [b"415"])
    assert status_of_the_first_page(impatient_port) == 200


def all_that_is_said(connection: socket.socket) -> bytes:
    """What comes back over a connection, over which a letter is sent every tenth of a second."""
    said = b""
    connection.settimeout(0.1)
    while True:
        try:
            if not (part := connection.recv(65_536)):
                return said
            said += part
        except TimeoutError:
            try:
                connection.sendall(b"a")
            except OSError:  # we were hung up on
                return said
        except ConnectionError:
            return said


def test_a_reader_that_takes_nothing_holds_up_nobody(port: int) -> None:
    with ExitStack() as stack:
        for _ in range(SENDERS):
            connection = stack.enter_context(closing(socket.socket()))
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
            connection.connect(("127.0.0.1", port))
            connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        begun = monotonic()

        assert status_of_the_first_page(port) == 200
        assert monotonic() - begun < 4


def test_a_connection_that_will_be_closed_says_so(port: int) -> None:
    """More is sent than is thrown away: the browser must not send its next request over this connection."""
    head = b"POST /join HTTP/1.1\r\nHost: localhost\r\n" + FORM + b"Content-Length: 40000000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(head + b"a" * 33_000_000)
        answer = connection.recv(65_536)

    assert answer.startswith(b"HTTP/1.1 413")
    assert b"\r\nConnection: close\r\n" in answer


@pytest.mark.parametrize("body", [b"zz\r\nabc\r\n0\r\n\r\n", b"3\r\nabcd\r\n0\r\n\r\n"])
def test_a_body_whose_parts_are_none_is_refused(body: bytes, port: int) -> None:
    head = b"POST /join HTTP/1.1\r\nHost: localhost\r\n" + FORM + b"Transfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(head + body)
        answer = connection.recv(65_536)

    assert answer.startswith(b"HTTP/1.1 400")
