"""What the database holds, written to files."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.formats.bank_writing import write_bank
from quizapp.store.bank_export import bank_of, sources_with_files


class UnknownSource(Exception):
    """There is no source of that name; the argument lists those that there are."""


def export_bank(folder: Path, slug: str | None) -> None:
    """Write a folder a source, as `questions/` has them, and say what could not be written."""
    slugs = [slug] if slug else sources_with_files()
    for name in slugs:
        exported = bank_of(name)
        if exported is None:
            raise UnknownSource(", ".join(sources_with_files()))
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        for file, content in write_bank(exported.bank).items():
            (target / file).write_bytes(content)
        click.echo(
            f"{target}: {len(exported.bank.items)} items. Comments of files written by hand are not kept."
        )
        for item in exported.lost:
            click.echo(f"{name}: {item} is left out: the text does not say its proof any more.", err=True)
