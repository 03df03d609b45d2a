"""Questions from and to files of other programs, on the command line."""

from __future__ import annotations

from collections.abc import Callable

import click

from quizapp.formats.exchange import LeftOut, Reading
from quizapp.formats.registry import WRITABLE
from quizapp.store import exchange
from quizapp.store.bank import house_items
from quizapp.store.sources import Source, house_source, house_sources
from quizapp.web.clock import system_clock


class Unnamed(Exception):
    """No text, or more than one, is meant: how they are called."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(names)
        self.names = names


def bring_in(reading: Reading, source_name: str | None, known: exchange.Known, ready: bool) -> None:
    """Bring a file into the bank that belongs to all, and tell what became of it."""
    source = _source(source_name)
    for line in said_of(reading.left_out, "left out"):
        click.echo(line)
    incoming = exchange.compare(source, reading.items)
    for one in incoming:
        for remark in one.read.remarks:
            click.echo(f"{one.read.where}: {remark}")
    done = exchange.bring_in(source, incoming, known, ready, None, system_clock())
    if done is not None:
        click.echo(
            f"{source.slug}: {done.ready} ready, {done.drafts} drafts, {done.updated} updated, "
            f"{done.skipped} skipped, {len(reading.left_out)} left out"
        )


def send_out(format_name: str, source_name: str | None, write: Callable[[bytes], None]) -> None:
    """Write the items of a text in a format; what it cannot hold is told."""
    source = _source(source_name)
    items = exchange.as_written(house_items(source))
    known = WRITABLE[format_name]
    assert known.write is not None  # noqa: S101 - only formats that are written are offered
    writing = known.write(items, source.title)
    for line in said_of(writing.left_out, "not held"):
        click.echo(line, err=True)
    write(writing.content)


def _source(name: str | None) -> Source:
    sources = house_sources()
    found = house_source(name) if name else sources[0] if len(sources) == 1 else None
    if found is None:
        raise Unnamed([source.slug or source.public_id for source in sources])
    return found


def said_of(lost: tuple[LeftOut, ...], what: str) -> list[str]:
    """A line for each question that cannot come in or go out."""
    return [": ".join(part for part in (what, one.where, str(one.reason)) if part) for one in lost]
