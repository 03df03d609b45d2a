"""What a start does with a database that is not whole, and how it fares when others start or kill it."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from quizapp.config import DATABASE_FILE, KEY_FILE
from tests import cast
from tests.serving import Proxy, Site, serving
from tests.web.visitor import Visitor

FIRST_SCHEMA = Path(__file__).parent / "store/schemas/0001.sql"
UPGRADE = (
    "from quizapp.cli.start import one_start_at_a_time; from quizapp.config import read_settings; "
    "from quizapp.store import schema; from quizapp.web import create_app\n"
    "settings = read_settings(); app = create_app(settings)\n"
    "print('ready', flush=True)\n"
    "with app.app_context(), one_start_at_a_time(settings.data): schema.upgrade()"
)


@pytest.fixture
def empty_database(migrated: Callable[[str], str]) -> Path:
    return Path(migrated("sqlite").removeprefix("sqlite:///"))


def environment(data: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "QUIZAPP_DATA": str(data), **more}


def start(data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", UPGRADE],
        env=environment(data),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def schema_of(database: Path) -> dict[str, list[str]]:
    """The lines of every table and index, sorted: a table made anew names its constraints in any order."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {name: sorted(line.strip(" \t,") for line in sql.splitlines()) for name, sql in found}


@pytest.mark.parametrize("damage", ["page", "junk", "empty", "schema lost with its wal", "cut"])
def test_a_damaged_database_is_named_with_the_way_back_and_left_as_it_is(
    damage: str, tmp_path: Path, empty_database: Path
) -> None:
    place = tmp_path / DATABASE_FILE
    whole = empty_database.read_bytes()
    if damage == "schema lost with its wal":
        with closing(sqlite3.connect(place)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
    else:
        place.write_bytes(
            {
                "page": whole[:4096] + b"\xff" * 8192 + whole[12288:],
                "junk": b"junk" * 5000,
                "empty": b"",
                "cut": whole[: len(whole) // 2],
            }[damage]
        )
    before = place.read_bytes()

    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "serve", "--port", "0"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode == 1
    assert str(place) in last
    assert "quizapp restore" in last
    assert "Traceback" not in done.stderr
    assert place.read_bytes() == before


@pytest.mark.parametrize("turn", range(3))
def test_four_starts_at_once_on_an_empty_folder_make_one_schema_and_one_key(
    turn: int, tmp_path: Path, empty_database: Path
) -> None:
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(start, [tmp_path] * 4))

    assert [process.returncode for process in done] == [0] * 4, [process.stderr for process in done]
    assert schema_of(tmp_path / DATABASE_FILE) == schema_of(empty_database)
    assert [path.name for path in tmp_path.glob(f"{KEY_FILE}*")] == [KEY_FILE]


def test_of_the_set_up_links_of_four_starts_one_works_and_it_works_once(tmp_path: Path) -> None:
    with ExitStack() as stack:
        sites = [stack.enter_context(serving(Site(tmp_path, ""))) for _ in range(4)]
        somebody = Visitor(Proxy([site.address() for site in sites]))
        paths = [site.set_up_path() for site in sites]

        working = [path for path in paths if somebody.open(path).status == 200]

        assert len(working) == 1
        somebody.open(working[0])
        somebody.send("Make the account", login="anna", name="Anna", password=cast.PASSWORD)
        assert somebody.page is not None
        assert somebody.page.path == "/teach/"
        assert {somebody.open(path).status for path in paths} == {404}


@pytest.mark.parametrize(("old", "moments"), [(None, (0, 40, 160)), (FIRST_SCHEMA, (15, 90, 300))])
def test_a_migration_that_is_killed_at_any_moment_is_made_whole_by_the_next_start(
    old: Path | None, moments: tuple[int, ...], tmp_path: Path, empty_database: Path
) -> None:
    """Of an empty folder, and of a database of the first schema: its rows are those of a run that nobody killed."""
    whole = empty_database
    if old:
        assert a_killed_migration(tmp_path / "whole", old, None).returncode == 0
        whole = tmp_path / "whole" / DATABASE_FILE
    for milliseconds in moments:
        folder = tmp_path / str(milliseconds)

        again = a_killed_migration(folder, old, milliseconds)

        assert again.returncode == 0, again.stderr
        assert schema_of(folder / DATABASE_FILE) == schema_of(whole)
        assert rows_of(folder / DATABASE_FILE) == rows_of(whole)


def a_killed_migration(
    folder: Path, old: Path | None, milliseconds: int | None
) -> subprocess.CompletedProcess[str]:
    """Bring a database up, kill that after so long, and start again; what that start said."""
    folder.mkdir()
    if old:
        with closing(sqlite3.connect(folder / DATABASE_FILE)) as database:
            database.executescript(old.read_text(encoding="utf-8"))
    if milliseconds is not None:
        with subprocess.Popen(
            [sys.executable, "-c", UPGRADE], env=environment(folder), stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            try:
                process.wait(milliseconds / 1000)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
    return start(folder)


def rows_of(file: Path) -> dict[str, list[str]]:
    """Every row of every table, but for the public ids, which are drawn."""
    with closing(sqlite3.connect(file)) as database:
        database.row_factory = sqlite3.Row
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(
                str([row[column] for column in row.keys() if column != "public_id"])  # noqa: SIM118 - of a Row
                for row in database.execute(f'SELECT * FROM "{name}"')
            )
            for (name,) in tables
        }


def test_files_are_private_and_a_start_goes_on_in_any_environment(tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    bare |= {"LC_ALL": "C", "TMPDIR": str(tmp_path / "missing"), "QUIZAPP_DATA": str(tmp_path / "data")}

    done = subprocess.run(
        [sys.executable, "-c", UPGRADE], env=bare, umask=0, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    for path in (tmp_path / "data").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_a_newer_schema_is_refused_and_stays(tmp_path: Path, empty_database: Path) -> None:
    shutil.copyfile(empty_database, tmp_path / DATABASE_FILE)
    with closing(sqlite3.connect(tmp_path / DATABASE_FILE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()

    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "serve", "--port", "0"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, "newer quizapp" in done.stderr) == (1, True)
    with closing(sqlite3.connect(tmp_path / DATABASE_FILE)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
