"""A language model of the tests: a small server on this machine that says what it is told to say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from quizapp.config import ModelSettings

KEY = "sk-KANAREK-0123456789"


class ModelServer:
    """Speaks /chat/completions; by default it proposes no question."""

    def __init__(self, port: int) -> None:
        self.settings = ModelSettings(f"http://127.0.0.1:{port}/v1", "mały-model", KEY)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.status = 200
        self.location = ""
        self.body = b""
        self.hangs = False
        self.reached, self.released = Event(), Event()
        self.says({"questions": []})

    def says(self, content: object) -> None:
        """Reply with these words, or with a value as JSON."""
        said = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        self.body = json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()


@contextmanager
def serving() -> Iterator[ModelServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.model = ModelServer(server.server_port)  # type: ignore[attr-defined] # what the handler plays
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.model  # type: ignore[attr-defined]
    finally:
        server.model.released.set()  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        model: ModelServer = self.server.model  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        model.asked.append({"path": self.path, **json.loads(body)})
        model.headers.append(dict(self.headers))
        model.reached.set()
        if model.hangs:
            model.released.wait()
            return
        self.send_response(model.status)
        if model.location:
            self.send_header("Location", model.location)
        self.send_header("Content-Length", str(len(model.body)))
        self.end_headers()
        self.wfile.write(model.body)

    def log_message(self, format: str, *args: object) -> None:
        pass
