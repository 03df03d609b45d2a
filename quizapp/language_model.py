"""A language model asked over the network: the one place from which a text leaves the machine.

It speaks the chat completions of the OpenAI-compatible APIs, follows no redirect, uses no proxy, and
says what went wrong in a word: nothing of the key or of what came back.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import socket
from threading import Lock
from time import monotonic
from typing import Literal
from urllib.parse import urlsplit

from quizapp.config import ModelSettings
from quizapp.generate.by_model.prompting import Message

Trouble = Literal["busy", "timeout", "unreachable", "refused", "oversized", "unreadable"]

LONGEST_WAIT = 60.0
"""Seconds for all pieces of a text together."""
MOST_BYTES = 1_000_000
AT_ONCE = 4

_READ = 1 << 16
_one_at_a_time = Lock()
"""In one worker process, so that a slow model leaves it a thread for everybody else."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model said to one piece, or what kept it from saying anything."""

    reply: str = ""
    trouble: Trouble | None = None


class _Silent(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def ask(
    model: ModelSettings, conversations: Sequence[Sequence[Message]], seconds: float = LONGEST_WAIT
) -> list[Answer]:
    """What the model answers to each conversation, in order; nothing raises, and it ends in time."""
    if not _one_at_a_time.acquire(blocking=False):
        return [Answer(trouble="busy") for _ in conversations]
    try:
        ends = monotonic() + seconds
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = list(pool.map(lambda messages: _answer(model, messages, ends), conversations))
    finally:
        _one_at_a_time.release()
    silent = [answer.trouble for answer in answers if answer.trouble]
    log.info("model.asked host=%s pieces=%s silent=%s", model.host, len(answers), ",".join(silent) or "-")
    return answers


def _answer(model: ModelSettings, messages: Sequence[Message], ends: float) -> Answer:
    asked = {"model": model.name, "messages": messages, "temperature": 0, "stream": False}
    try:
        return Answer(_content(_post(model, json.dumps(asked).encode(), ends)))
    except _Silent as silent:
        return Answer(trouble=silent.trouble)
    except TimeoutError:
        return Answer(trouble="timeout")
    except (OSError, HTTPException):
        return Answer(trouble="unreachable")


def _post(model: ModelSettings, body: bytes, ends: float) -> bytes:
    address = urlsplit(model.url)
    connection = HTTPSConnection if address.scheme == "https" else HTTPConnection
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if model.key:
        headers["Authorization"] = f"Bearer {model.key}"
    with closing(connection(address.hostname or "", address.port, timeout=_left(ends))) as line:
        line.connect()
        line.request("POST", f"{address.path.rstrip('/')}/chat/completions", body, headers)
        wire = line.sock
        wire.settimeout(_left(ends))
        with line.getresponse() as response:
            if response.status != 200:
                raise _Silent("refused")
            return _read(response, wire, ends)


def _read(response: HTTPResponse, wire: socket, ends: float) -> bytes:
    """The body, part by part, so that neither its length nor its slowness is without end."""
    body = bytearray()
    while part := response.read1(_READ):
        body += part
        if len(body) > MOST_BYTES:
            raise _Silent("oversized")
        wire.settimeout(_left(ends))
    return bytes(body)


def _left(ends: float) -> float:
    left = ends - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _content(body: bytes) -> str:
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError):
        raise _Silent("unreadable") from None
    if not isinstance(content, str):
        raise _Silent("unreadable")
    return content
