"""Reads one document from standard input in a process of its own, within bounds: `python -m …documents.child`.

A file made to eat memory or time takes this process down, and not the site.
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict
from typing import Any

from quizapp.formats.documents import Document, read_document
from quizapp.formats.exchange import Remark, UnreadableFile

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 30


def main(encoding: str = "", kind: str = "") -> None:
    """Answer with JSON on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        answer = {"document": asdict(read_document(sys.stdin.buffer.read(), encoding, kind))}
    except UnreadableFile as error:
        answer = {"refused": asdict(error.remark)}
    sys.stdout.write(json.dumps(answer))


def document_of(answer: str) -> Document:
    """What the process answered; UnreadableFile where it refused the file."""
    told = json.loads(answer)
    if "refused" in told:
        raise UnreadableFile(_remark(told["refused"]))
    values = told["document"]
    return Document(**{**values, "remarks": tuple(_remark(remark) for remark in values["remarks"])})


def _remark(told: dict[str, Any]) -> Remark:
    return Remark(told["message"], tuple((name, value) for name, value in told["facts"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
