"""Reads one document from standard input in a process of its own, within bounds: `python -m …documents.child`.

A file made to eat memory or time takes this process down, and not the site.
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict

from quizapp.formats.documents import Document, document_from_json, read_document, remark_from_json
from quizapp.formats.exchange import UnreadableFile

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 30


def main(encoding: str = "", kind: str = "") -> None:
    """Answer with JSON on standard output."""
    _bound(resource.RLIMIT_AS, MOST_MEMORY)
    _bound(resource.RLIMIT_CPU, MOST_SECONDS)
    try:
        answer = {"document": asdict(read_document(sys.stdin.buffer.read(), encoding, kind))}
    except UnreadableFile as error:
        answer = {"refused": asdict(error.remark)}
    sys.stdout.write(json.dumps(answer))


def _bound(kind: int, most: int) -> None:
    """Set a limit that nobody may lift; where the site itself has a lower one, that stays."""
    _, own = resource.getrlimit(kind)
    least = most if own == resource.RLIM_INFINITY else min(most, own)
    resource.setrlimit(kind, (least, least))


def document_of(answer: str) -> Document:
    """What the process answered; UnreadableFile where it refused the file."""
    told = json.loads(answer)
    if "refused" in told:
        raise UnreadableFile(remark_from_json(told["refused"]))
    return document_from_json(told["document"])


if __name__ == "__main__":
    main(*sys.argv[1:])
