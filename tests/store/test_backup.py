"""Backups: complete while others write, proved, never over anything; and brought back without a loss."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import psycopg
import pytest
from flask import Flask

from quizapp.config import DATABASE_FILE, KEY_FILE, Settings
from quizapp.store import backup, limits
from quizapp.store.engine import db
from quizapp.web import create_app
from tests import cast
from tests.conftest import START, Clock
from tests.postgres import Databases, dsn, programs
from tests.web.visitor import Visitor

pytestmark = pytest.mark.databases("sqlite")  # of its file
WRITERS, BACKUPS = 30, 6


@pytest.fixture
def filled(app: Flask, settings: Settings) -> Iterator[Settings]:
    """Settings of an application with a teacher and a quiz."""
    with app.app_context():
        cast.a_quiz(cast.a_teacher("anna"))
        yield settings


def elsewhere(settings: Settings, folder: Path) -> Settings:
    folder.mkdir()
    return replace(settings, data=folder, database_url=f"sqlite:///{folder / DATABASE_FILE}")


def rows(settings: Settings, table: str) -> int:
    with closing(sqlite3.connect(settings.data / DATABASE_FILE)) as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_backup_comes_back_whole_on_an_empty_machine(filled: Settings, tmp_path: Path) -> None:
    file, card = backup.make_backup(filled, tmp_path / "b.zip", START)
    new = elsewhere(filled, tmp_path / "new")

    restored = backup.restore_backup(new, file, START)

    assert restored == card
    assert card.counts["account"] == rows(new, "account") == 1
    assert card.counts["item"] == rows(new, "item") == rows(filled, "item") > 0
    assert (new.data / KEY_FILE).read_text() == filled.secret_key
    assert [
        path.stat().st_mode & 0o777 for path in (file, new.data / DATABASE_FILE, new.data / KEY_FILE)
    ] == [0o600] * 3


def test_under_thirty_writers_each_backup_has_all_that_was_acknowledged_before(
    app: Flask, filled: Settings, tmp_path: Path
) -> None:
    acknowledged: list[str] = []
    done = Event()

    def write(writer: int) -> None:
        with app.app_context():
            number = 0
            while not done.is_set():
                number += 1
                limits.count_try("writing", f"{writer} {number}", 1, timedelta(days=1), START)
                acknowledged.append(f"{writer} {number}")

    with ThreadPoolExecutor(WRITERS) as pool:
        for writer in range(WRITERS):
            pool.submit(write, writer)
        try:
            before, files = [], []
            for number in range(BACKUPS):
                while len(acknowledged) < 20 * (number + 1):
                    done.wait(0.01)
                before.append(len(acknowledged))
                files.append(backup.make_backup(filled, tmp_path / f"{number}.zip", START)[0])
        finally:
            done.set()

    for number, (least, file) in enumerate(zip(before, files, strict=True)):
        new = elsewhere(filled, tmp_path / f"new-{number}")
        card = backup.restore_backup(new, file, START)
        assert rows(new, "tries") == card.counts["tries"] >= least


def test_a_backup_overwrites_nothing_and_leaves_nothing_half(filled: Settings, tmp_path: Path) -> None:
    (tmp_path / "taken.zip").write_bytes(b"mine")

    with pytest.raises(backup.BackupError, match="overwrites nothing"):
        backup.make_backup(filled, tmp_path / "taken.zip", START)
    with pytest.raises(backup.BackupError, match="cannot be written"):
        backup.make_backup(filled, tmp_path / "no-folder" / "b.zip", START)
    empty = elsewhere(filled, tmp_path / "empty")
    with pytest.raises(backup.BackupError, match="no database yet"):
        backup.make_backup(empty, tmp_path / "b.zip", START)

    assert (tmp_path / "taken.zip").read_bytes() == b"mine"
    assert not (tmp_path / "b.zip").exists()


def test_only_so_many_of_the_newest_are_kept_and_nothing_of_others(filled: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "quizapp-notes.zip").write_bytes(b"mine")

    for day in range(4):
        backup.make_backup(filled, folder, START + timedelta(days=day), keep=2)

    assert sorted(path.name for path in folder.iterdir()) == [
        "quizapp-20261125T090000Z.zip",
        "quizapp-20261126T090000Z.zip",
        "quizapp-notes.zip",
    ]


def test_nothing_is_restored_under_a_running_instance(filled: Settings, tmp_path: Path) -> None:
    file, _ = backup.make_backup(filled, tmp_path / "b.zip", START)

    with backup.running(filled.data), pytest.raises(backup.BackupError, match="is running"):
        backup.restore_backup(filled, file, START)


def test_newer_data_are_replaced_only_when_told_and_kept_beside(filled: Settings, tmp_path: Path) -> None:
    file, _ = backup.make_backup(filled, tmp_path / "b.zip", START)  # the files were written to after that

    with pytest.raises(backup.BackupError, match="--replace"):
        backup.restore_backup(filled, file, START)
    cast.a_teacher("celina")
    backup.restore_backup(filled, file, START, replace=True)

    (kept,) = filled.data.glob("*.before-restore-*Z")
    with closing(sqlite3.connect(kept)) as old:
        assert old.execute("SELECT count(*) FROM account").fetchone() == (2,)
    assert rows(filled, "account") == 1


def test_a_broken_database_gives_way_to_a_backup(filled: Settings, tmp_path: Path) -> None:
    file, card = backup.make_backup(filled, tmp_path / "b.zip", START)
    new = elsewhere(filled, tmp_path / "new")
    (new.data / DATABASE_FILE).write_bytes(b"no database at all" * 500)

    backup.restore_backup(new, file, START)

    assert rows(new, "item") == card.counts["item"]


@contextmanager
def tampered(file: Path, tmp_path: Path, **card: object) -> Iterator[Path]:
    """The backup with something else on its card."""
    changed = tmp_path / "changed.zip"
    with ZipFile(file) as packed, ZipFile(changed, "w") as written:
        for name in packed.namelist():
            content = packed.read(name)
            if name == backup.CARD:
                content = json.dumps({**json.loads(content), **card}).encode()
            written.writestr(name, content)
    yield changed


@pytest.mark.parametrize(
    ("card", "why"),
    [
        ({"revision": "9999"}, "newer quizapp"),
        ({"counts": {"account": 7}}, "does not hold the rows"),
        ({"more": 1}, "no backup of quizapp"),
    ],
)
def test_a_backup_that_cannot_be_trusted_changes_nothing(
    filled: Settings, tmp_path: Path, card: dict[str, object], why: str
) -> None:
    file, _ = backup.make_backup(filled, tmp_path / "b.zip", START)
    new = elsewhere(filled, tmp_path / "new")

    with tampered(file, tmp_path, **card) as changed, pytest.raises(backup.BackupError, match=why):
        backup.restore_backup(new, changed, START)

    assert not (new.data / DATABASE_FILE).exists()


@pytest.mark.parametrize("content", [b"", b"junk", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_backup_is_refused(filled: Settings, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "b.zip"
    file.write_bytes(content)

    with pytest.raises(backup.BackupError, match="no backup of quizapp"):
        backup.restore_backup(filled, file, START)
    with pytest.raises(backup.BackupError, match="no such file"):
        backup.restore_backup(filled, tmp_path / "missing.zip", START)


def test_what_was_erased_is_in_no_backup(filled: Settings, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled.data / DATABASE_FILE)) as database:
        database.execute("CREATE TABLE note (words TEXT)")
        database.execute("INSERT INTO note VALUES (?)", ("Kanarek" * 900,))
        database.commit()
        database.execute("DELETE FROM note")
        database.commit()

    file, _ = backup.make_backup(filled, tmp_path / "b.zip", START)

    with ZipFile(file) as packed:
        assert b"KanarekKanarek" not in packed.read(backup.SQLITE_COPY)


@pytest.fixture
def client_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own programs where the shell looks for them."""
    monkeypatch.setenv("PATH", f"{programs()}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.databases("postgresql")
@pytest.mark.usefixtures("client_programs")
def test_a_backup_of_postgresql_comes_back_whole_into_an_empty_database(
    filled: Settings, postgres: Databases, tmp_path: Path
) -> None:
    file, card = backup.make_backup(filled, tmp_path / "b.zip", START)
    new = replace(elsewhere(filled, tmp_path / "new"), database_url=postgres.new())

    restored = backup.restore_backup(new, file, START)

    assert restored == card
    again = backup.make_backup(new, tmp_path / "again.zip", START)[1]
    assert again.counts == card.counts
    assert card.counts["account"] == 1
    assert card.counts["item"] > 0
    assert (new.data / KEY_FILE).read_text() == filled.secret_key
    with pytest.raises(backup.BackupError, match="not empty"):
        backup.restore_backup(new, file, START)
    assert backup.restore_backup(new, file, START, replace=True) == card


@pytest.mark.databases("postgresql")
@pytest.mark.usefixtures("client_programs")
def test_a_restore_waits_until_nobody_uses_the_database(filled: Settings, tmp_path: Path) -> None:
    file, _ = backup.make_backup(filled, tmp_path / "b.zip", START)
    with psycopg.connect(dsn(filled.database_url)), pytest.raises(backup.BackupError, match="connected"):
        backup.restore_backup(filled, file, START, replace=True)


def test_after_a_restore_who_has_an_account_signs_in_and_is_still_signed_in(
    app: Flask, filled: Settings, tmp_path: Path
) -> None:
    before = Visitor(app)
    sign_in(before)
    file, _ = backup.make_backup(filled, tmp_path / "b.zip", START)
    new = elsewhere(filled, tmp_path / "new")

    backup.restore_backup(new, file, START)

    restored = create_app(replace(new, secret_key=(new.data / KEY_FILE).read_text()), Clock())
    known, other = Visitor(restored), Visitor(restored)
    cookie = before.client.get_cookie("quizapp")
    assert cookie is not None
    known.client.set_cookie("quizapp", cookie.value)
    assert known.open("/teach/").path == "/teach/"
    sign_in(other)
    with restored.app_context():
        db.engine.dispose()


def sign_in(visitor: Visitor) -> None:
    visitor.open("/sign-in")
    assert visitor.send("Sign in", login="anna", password=cast.PASSWORD).path == "/teach/"
