"""Connections that wait for nobody for ever, and turns at work: whoever is slow holds up nobody else."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from threading import Semaphore
from time import monotonic
from typing import Any, BinaryIO
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import ThreadWorker
from werkzeug.exceptions import ClientDisconnected

from quizapp.web.security import HEADERS

AT_WORK = 2
"""More at work at once than there are cores slow Python down; two keep one long request from holding all up."""
SECONDS_TO_SEND = 20
"""For a request that hardly comes; one that comes has a second more for every `SLOWEST` bytes of it."""
SLOWEST = 4_000
SECONDS_TO_TAKE = 60
"""For each part of an answer."""
SECONDS_TO_HANG_UP = 2
MOST_THROWN_AWAY = 32_000_000
UNREADABLE = (OSError, ParseException)
"""A connection that breaks, a body that is cut off or comes in parts that are none."""
REFUSAL_HEADERS = {**HEADERS, "Cache-Control": "no-store"}


class Connection(socket.socket):
    """To a browser. When its time is over, it reads as if the browser had gone."""

    is_over = False
    request: Any = None

    @classmethod
    def over(cls, plain: socket.socket) -> Connection:
        """Take the place of a plain one."""
        return cls(plain.family, plain.type, plain.proto, plain.detach())

    def setblocking(self, flag: bool) -> None:
        self.settimeout(SECONDS_TO_TAKE if flag else 0)

    def begin(self) -> None:
        """From now on a request is waited for."""
        self.until = monotonic() + SECONDS_TO_SEND

    def recv(self, size: int, flags: int = 0) -> bytes:
        usual = self.gettimeout() or 0
        left = min(usual, self.until - monotonic())
        if self.is_over or left <= 0:
            self.is_over = True
            return b""
        self.settimeout(left)
        try:
            part = super().recv(size, flags)
        except TimeoutError:
            self.is_over = True
            return b""
        finally:
            self.settimeout(usual)
        self.until += len(part) / SLOWEST
        return part

    def hang_up(self) -> None:
        """Let the other side read our last words: a connection that is closed before it has sent all loses them."""
        until = monotonic() + SECONDS_TO_HANG_UP
        with suppress(OSError):
            self.shutdown(socket.SHUT_WR)
            while (left := until - monotonic()) > 0:
                self.settimeout(left)
                if not super().recv(65_536):
                    break
        self.is_over = True


class Body:
    """What comes with a request: while more of it is waited for, others have the turn."""

    def __init__(self, stream: BinaryIO, turns: Semaphore) -> None:
        self._stream, self._turns = stream, turns

    def read(self, size: int = -1) -> bytes:
        self._turns.release()
        try:
            return self._stream.read(size)
        except UNREADABLE as error:
            raise ClientDisconnected from error
        finally:
            self._turns.acquire()

    def is_thrown_away(self) -> bool:
        """Read what nobody wanted, as a browser that still sends hears no answer; False if too much is left."""
        left = MOST_THROWN_AWAY
        with suppress(*UNREADABLE):
            while left > 0:
                part = self._stream.read(65_536)
                if not part:
                    return True
                left -= len(part)
        return False


class Turns:
    """Lets a few requests at a time work, however many are being sent or read."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app, self._turns = app, Semaphore(AT_WORK)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        connection: Connection = environ["gunicorn.socket"]
        body = environ["wsgi.input"] = Body(environ["wsgi.input"], self._turns)
        with self._turns:
            answer = self._app(environ, start_response)
        if not body.is_thrown_away() or connection.is_over:
            connection.request.force_close()
        return answer


class Worker(ThreadWorker):
    """Gives a connection a thread when something comes over it, and the time above."""

    wsgi: WSGIApplication

    def load_wsgi(self) -> None:
        super().load_wsgi()
        self.wsgi = Turns(self.wsgi)

    def enqueue_req(self, conn: Any) -> None:
        if conn.initialized or conn.data_ready:
            super().enqueue_req(conn)
            return
        conn.sock = Connection.over(conn.sock)
        conn.timeout = monotonic() + SECONDS_TO_SEND
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def murder_pending(self) -> None:
        """Close those over which nothing came; all of them when the site ends."""
        if not self.alive:
            for conn in self.pending_conns:
                conn.timeout = 0
        super().murder_pending()

    def handle(self, conn: Any) -> Any:
        conn.sock.begin()
        stays = super().handle(conn) and not conn.sock.is_over
        if not stays:
            conn.sock.hang_up()
        return stays

    def handle_request(self, req: Any, conn: Any) -> Any:
        conn.sock.request = req
        return super().handle_request(req, conn)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Any) -> None:
        """Answer what is no request, or too long a one, with the headers of the site."""
        super().handle_error(req, _Dressed(client), addr, exc)


class _Dressed:
    """A connection that adds our headers to the one answer that is sent over it."""

    def __init__(self, client: socket.socket) -> None:
        self._client = client

    def sendall(self, answer: bytes) -> None:
        status, line_end, rest = answer.partition(b"\r\n")
        headers = "".join(f"{name}: {value}\r\n" for name, value in REFUSAL_HEADERS.items())
        rest = rest.replace(b"Content-Type: text/html\r\n", b"Content-Type: text/html; charset=utf-8\r\n", 1)
        self._client.sendall(status + line_end + headers.encode("latin-1") + rest)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)
