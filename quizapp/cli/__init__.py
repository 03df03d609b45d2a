"""The commands of the contract. Each imports what it needs inside, so that reading a text starts fast."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from flask import Flask

    from quizapp.config import Settings
    from quizapp.store.exchange import Known
    from quizapp.text.annotations import Annotations


class Refused(click.ClickException):
    """An input that cannot be used: one line that says what, where, and how to mend it; exit 1."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit status: 0 done, 1 refused input, 2 wrong usage."""
    try:
        status = cli.main(arguments, prog_name="quizapp", standalone_mode=False)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "quizapp"
        return _complain(f"{error.format_message()} See: {where} --help", 2)
    except click.ClickException as error:
        return _complain(error.format_message(), 1)
    except (click.Abort, KeyboardInterrupt):
        return _complain("Stopped.", 1)
    except BrokenPipeError:  # the reader of our output went away; that is its right
        say_no_more()
        return 0
    except OSError as error:
        if error.errno != ENOSPC:
            raise
        say_no_more()
        return _complain("The disk is full: what was written is not whole. Make room and try again.", 1)
    return int(status or 0)


def say_no_more() -> None:
    """Let what cannot be printed go nowhere: else the program ends as if it had failed."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@click.group(context_settings={"help_option_names": ["--help", "-h"]})
def cli() -> None:
    """Quizzes proved by the text."""


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free port."
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Worker processes.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve the site; makes the data folder, the schema and the secret on the first start."""
    from quizapp.cli.server import PortTaken, run
    from quizapp.cli.start import PATIENCE
    from quizapp.store.backup import running

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        with _installation(PATIENCE) as app, running(app.config["DATA_FOLDER"]):
            run(app, host, port, workers)
    except PortTaken as error:
        raise Refused(f"Port {port} of {host} is in use. Try: quizapp serve --port {port + 1}") from error


@cli.command()
@click.argument("file")
@click.option(
    "--format", "form", type=click.Choice(["json", "text", "html"]), default="text", show_default=True
)
def annotate(file: str, form: str) -> None:
    """Mark the dates, persons with offices and quotations of a text (a path, or - for standard input)."""
    from quizapp.text import rendering

    annotations = _annotate(file)
    if form == "json":
        _print_json(rendering.to_json(annotations))
    else:
        click.echo(rendering.to_html(annotations) if form == "html" else rendering.to_text(annotations))


@cli.command()
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="text", show_default=True)
@click.option("--limit", type=click.IntRange(1, 10_000), help="At most so many candidates, best first.")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True)
def generate(file: str, form: str, limit: int | None, seed: int) -> None:
    """Propose questions with the words that prove them; the same text gives the same questions."""
    from quizapp.generate import rendering
    from quizapp.generate.propose import propose

    annotations = _annotate(file)
    proposal = propose(annotations, seed=seed, limit=limit)
    if form == "json":
        _print_json(rendering.proposal_to_json(annotations.text, proposal))
    else:
        click.echo(rendering.proposal_to_text(proposal))


@cli.command()
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> int:
    """Check every item of a bank (an items.toml, its folder, or a folder of such folders)."""
    from quizapp.cli.checking import check_path

    return check_path(path)


@cli.command()
@click.option("--learners", default=28, show_default=True, type=click.IntRange(1, 500))
@click.option("--seed", default=0, show_default=True, type=click.IntRange(0, 2**31 - 1))
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def demo(learners: int, seed: int, as_json: bool) -> None:
    """Fill an empty data folder with a demonstration class: a teacher, a quiz, finished attempts."""
    from quizapp.cli.demonstration import AlreadyUsed, fill

    try:
        with _installation() as app, app.app_context():
            made = fill(learners, seed)
    except AlreadyUsed as error:
        raise Refused(
            "This data folder already holds attempts or accounts. Name an empty one: QUIZAPP_DATA=/path quizapp demo"
        ) from error
    if as_json:
        _print_json(made.to_json())
    else:
        click.echo(f"Teacher:   {made.login} / {made.password}")
        click.echo(f"Join code: {made.join_code}  ({made.quiz_url})")
        click.echo(f"Learners:  {made.learners}")
        click.echo("Start the site with: quizapp serve")


@cli.command("import")
@click.argument("file")
@click.option("--format", "form", help="One of the formats that come in; without it, it is recognised.")
@click.option("--source", help="The text of the bank that proves the questions, by the name of its folder.")
@click.option(
    "--known",
    type=click.Choice(["skip", "update", "copy"]),
    default="skip",
    show_default=True,
    help="What to do with questions that the bank has already.",
)
@click.option("--drafts", is_flag=True, help="Bring everything in as drafts, proved or not.")
@click.option(
    "--all-or-nothing", "whole", is_flag=True, help="Bring in nothing unless everything can come in."
)
def import_file(
    file: str, form: str | None, source: str | None, known: Known, drafts: bool, whole: bool
) -> None:
    """Bring in questions from a file of another program (a path, or - for standard input)."""
    from quizapp.cli.exchanging import Unnamed, bring_in
    from quizapp.formats.exchange import UnreadableFile
    from quizapp.formats.registry import READABLE, read_as, recognise

    _check_format(form, list(READABLE), is_needed=False)
    content = _read_bytes(file)
    try:
        reading = read_as(form, content) if form else recognise(content)[1]
    except UnreadableFile as error:
        raise Refused(f"{_named(file)}: {error}") from error
    if not reading.items or (whole and reading.left_out):
        why = "; ".join(f"{lost.where}: {lost.reason}" for lost in reading.left_out[:3])
        raise Refused(f"{_named(file)}: nothing came in. {why or 'There is no question in it.'}")
    try:
        with _installation() as app, app.app_context():
            bring_in(reading, source, known, not drafts)
    except Unnamed as error:
        raise _which_source(error.names) from error


@cli.command()
@click.argument("target", default="-")
@click.option("--format", "form", help="bank (folders as in questions/), or one of the formats that go out.")
@click.option("--source", help="Only this text of the bank, by the name of its folder.")
def export(target: str, form: str | None, source: str | None) -> None:
    """Write questions to TARGET: a folder for `bank`, else a file, or - for standard output."""
    from quizapp.cli.exchanging import Unnamed, send_out
    from quizapp.formats.registry import WRITABLE

    name = _check_format(form, ["bank", *WRITABLE], is_needed=True)
    if name == "bank":
        _export_bank(target, source)
        return
    try:
        with _installation() as app, app.app_context():
            send_out(name, source, lambda content: _write_bytes(target, content))
    except Unnamed as error:
        raise _which_source(error.names) from error


def _export_bank(target: str, source: str | None) -> None:
    from quizapp.cli.exporting import UnknownSource, export_bank

    if target == "-":
        raise Refused("The bank is written into a folder. Name it: quizapp export FOLDER --format bank")
    try:
        with _installation() as app, app.app_context():
            export_bank(Path(target), source)
    except UnknownSource as error:
        raise Refused(f"{source}: there is no such source. Known: {error}.") from error
    except OSError as error:
        raise Refused(
            f"{target}: cannot be written ({error.strerror}). Name a folder that you may write."
        ) from error


@cli.command()
def forget() -> None:
    """Erase the learners of school years that are over; the running site does it by itself every day."""
    from quizapp.store.retention import forget_expired, year_to_keep
    from quizapp.web.clock import system_clock

    at = system_clock()
    with _installation() as app, app.app_context():
        days = app.config["KEEP_DAYS"]
        count = forget_expired(at, days)
    click.echo(f"Erased: {count} (learners last here before {year_to_keep(at, days):%Y-%m-%d})")


@cli.command("end-second-step")
@click.argument("login")
def end_second_step(login: str) -> None:
    """Let somebody sign in by the password alone who has lost phone and codes, and whom no administrator can help."""
    from quizapp.store import deeds, people, second_factor
    from quizapp.store.engine import transaction
    from quizapp.web.clock import system_clock

    at = system_clock()
    with _installation() as app, app.app_context():
        account = people.account_by_login(login)
        if account is None or not second_factor.is_asked(account):
            raise Refused(f"{login}: nobody with a second step signs in by this name.")
        with transaction():
            second_factor.reset(account, at)
            deeds.record(account, "reset a second step", "quizapp end-second-step", at)
    click.echo(f"{login} signs in by the password alone, and is signed out everywhere.")


@cli.command()
def doctor() -> int:
    """Say how the installation is; exit 1 when something needs a hand."""
    from quizapp.cli.doctoring import examine_installation

    findings = examine_installation()
    for line in findings.lines:
        click.echo(line)
    for problem in findings.problems:
        click.echo(f"! {problem}")
    click.echo(
        "Everything is in order." if not findings.problems else f"Needs a hand: {len(findings.problems)}"
    )
    return 1 if findings.problems else 0


@cli.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--keep",
    type=click.IntRange(1, 10_000),
    help="In a folder: delete all but so many of the newest backups made there.",
)
def backup(target: Path, keep: int | None) -> None:
    """Write a proved backup, while the site may run: to a file, or into a folder under a name of its own."""
    from quizapp.store.backup import BackupError, make_backup
    from quizapp.web.clock import system_clock

    try:
        file, card = make_backup(_settings(), target, system_clock(), keep)
    except BackupError as error:
        raise Refused(str(error)) from error
    click.echo(f"{file}: {card.rows} rows in {len(card.counts)} tables, read back and counted.")


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--replace", is_flag=True, help="Even over newer data: kept beside it on SQLite, dropped on PostgreSQL."
)
def restore(file: Path, replace: bool) -> None:
    """Bring a backup back; quizapp must not be running."""
    from quizapp.config import SettingError
    from quizapp.store.backup import BackupError, restore_backup
    from quizapp.web import create_app
    from quizapp.web.clock import system_clock

    settings = _settings()
    with create_app(settings).app_context():
        try:
            card = restore_backup(settings, file, system_clock(), replace=replace)
        except (BackupError, SettingError) as error:
            raise Refused(str(error)) from error
    click.echo(f"Restored: {card.rows} rows in {len(card.counts)} tables, as of {card.made_at}.")
    click.echo("Start with: quizapp serve. Who signed in after that moment signs in anew.")


@cli.command("read-texts", hidden=True)
def read_texts() -> None:
    """Read the long texts that wait; the site starts this itself, whenever one does."""
    from quizapp.cli.reading import read_waiting
    from quizapp.config import read_settings
    from quizapp.web import create_app

    read_waiting(create_app(read_settings()))


def _settings() -> Settings:
    from quizapp.config import SettingError, read_settings

    try:
        return read_settings()
    except SettingError as error:
        raise Refused(str(error)) from error


def _annotate(file: str) -> Annotations:
    from quizapp.text.annotate import annotate
    from quizapp.text.decoding import Undecodable, decode

    try:
        text = decode(_read_bytes(file)).text
    except Undecodable as error:
        raise Refused(f"{_named(file)}: {error} Save it as plain text in UTF-8.") from error
    if not text.strip():
        raise Refused(f"{_named(file)}: there is no text in it. Give a file with at least a sentence.")
    return annotate(text)


def _read_bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except FileNotFoundError as error:
        raise Refused(
            f"{file}: there is no such file. Check the path, or give - for standard input."
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "the name is not a path"
        raise Refused(f"{file}: cannot be read ({reason}). Give a text file that you may read.") from error


def _write_bytes(file: str, content: bytes) -> None:
    if file == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        Path(file).write_bytes(content)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "the name is not a path"
        raise Refused(f"{file}: cannot be written ({reason}). Name a file in a folder of yours.") from error


def _check_format(form: str | None, known: list[str], is_needed: bool) -> str:
    """The format, which must be known; asked for here, so that a command without it does not load them all."""
    if (form is None and is_needed) or (form is not None and form not in known):
        raise click.UsageError(f"--format must be one of: {', '.join(known)}.", click.get_current_context())
    return form or ""


def _which_source(names: list[str]) -> Refused:
    return Refused(f"Name the text of the bank with --source, one of: {', '.join(names) or 'none yet'}.")


def _named(file: str) -> str:
    return "standard input" if file == "-" else file


@contextmanager
def _installation(patience: float = 0) -> Iterator[Flask]:
    """The application on a database that is up to date and holds the bank; what is wrong is said in a line."""
    from quizapp.cli.start import BankBroken, prepare
    from quizapp.config import DATABASE_FILE, SettingError
    from quizapp.store.engine import DatabaseError
    from quizapp.store.schema import NewerSchema
    from quizapp.store.soundness import Damaged

    try:
        yield prepare(patience)
    except (SettingError, BankBroken) as error:
        raise Refused(str(error)) from error
    except Damaged as error:
        raise Refused(
            f"{_settings().data / DATABASE_FILE}: the database is damaged ({error}) and was left as it is. "
            "Bring a backup back: quizapp restore FILE"
        ) from error
    except NewerSchema as error:
        raise Refused(
            "The database was made by a newer quizapp. Install that version, or name another data folder."
        ) from error
    except DatabaseError as error:
        raise Refused(
            f"The database cannot be used ({error.orig}). Check DATABASE_URL and QUIZAPP_DATA."
        ) from error


def _print_json(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _complain(message: str, status: int) -> int:
    click.echo(f"quizapp: {' '.join(message.split())}", err=True)
    return status
