"""The bank files against the item-writing checks."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.formats.bank import Bank, read_bank
from quizapp.formats.errors import BankErrors, say
from quizapp.items.checks import check
from quizapp.items.checks import say as say_finding


def check_path(path: Path) -> int:
    """Print a table of findings; 1 where a file cannot be read or a finding is an error."""
    return max((_check_one(found) for found in _banks(path)), default=0)


def _banks(path: Path) -> list[Path]:
    if path.is_dir() and not (path / "items.toml").exists():
        return sorted(file.parent for file in path.glob("*/items.toml")) or [path]
    return [path]


def _check_one(path: Path) -> int:
    try:
        bank = read_bank(path)
    except BankErrors as errors:
        for error in errors.errors:
            click.echo(f"quizapp: {say(error, 'en')}", err=True)
        return 1
    return _report(bank)


def _report(bank: Bank) -> int:
    findings = [
        (entry.id, found) for entry in bank.items for found in check(entry.item, bank.text, bank.corrections)
    ]
    for item_id, found in findings:
        click.echo(f"{item_id:30} {found.code:4} {found.level:8} {say_finding(found, 'en')}")
    errors = sum(found.level == "error" for _, found in findings)
    click.echo(f"{bank.slug}: {len(bank.items)} items, {errors} errors, {len(findings) - errors} warnings")
    return 1 if errors else 0
