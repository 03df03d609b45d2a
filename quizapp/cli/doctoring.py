"""How an installation is, and what in it needs a hand."""

from __future__ import annotations

import platform
import shutil
import stat
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from quizapp.config import KEY_FILE, SettingError, Settings, read_settings
from quizapp.store import schema
from quizapp.store.engine import SQLITE_PRAGMAS, DatabaseError, can_write
from quizapp.web import create_app

LEAST_FREE_BYTES = 500_000_000
EXPECTED_PRAGMAS = {
    **SQLITE_PRAGMAS,
    "synchronous": "2",
    "foreign_keys": "1",
    "journal_mode": "wal",
    "secure_delete": "1",
}


@dataclass(frozen=True, slots=True)
class Findings:
    """Facts to read, and problems to mend."""

    lines: tuple[str, ...]
    problems: tuple[str, ...]


def examine_installation() -> Findings:
    lines = [f"quizapp {version('quizapp')}, Python {platform.python_version()}, {platform.system()}"]
    try:
        settings = read_settings()
        app = create_app(settings)
        with app.app_context():
            database, writable = schema.examine(), can_write()
    except SettingError as error:
        return Findings(tuple(lines), (str(error),))
    except DatabaseError as error:
        return Findings(tuple(lines), (f"The database does not open: {error.orig}",))
    free = shutil.disk_usage(settings.data).free
    lines += [
        f"Data folder: {settings.data} ({free // 1_000_000} MB free)",
        f"Database: {database.server} {database.version}, schema {database.revision or 'none yet'}",
        *(f"  {name} = {value}" for name, value in database.pragmas.items()),
        _model_line(settings),
    ]
    return Findings(
        tuple(lines),
        (
            *_problems_of_database(database),
            *_problems_of_folder(settings, free),
            *(() if writable or database.revision is None else ("The database takes no writes.",)),
        ),
    )


def _model_line(settings: Settings) -> str:
    if settings.model is None:
        return "Language model: none; no text leaves this machine"
    return f"Language model: {settings.model.name} at {settings.model.host}"


def _problems_of_database(database: schema.DatabaseState) -> list[str]:
    problems = list(database.problems)
    if database.revision is None:
        problems.append("There is no schema yet. Start once: quizapp serve")
    elif database.revision != database.newest_revision:
        problems.append(f"The schema is not the program's ({database.newest_revision}). Start: quizapp serve")
    for name, value in database.pragmas.items():
        if value != EXPECTED_PRAGMAS[name]:
            problems.append(f"{name} is {value}, expected {EXPECTED_PRAGMAS[name]}.")
    return problems


def _problems_of_folder(settings: Settings, free: int) -> list[str]:
    problems = []
    if free < LEAST_FREE_BYTES:
        problems.append(f"Only {free // 1_000_000} MB free where the data lie. Make room.")
    if _others_may_read(settings.data / KEY_FILE):
        problems.append(
            f"Others can read {settings.data / KEY_FILE}. Run: chmod 600 {settings.data / KEY_FILE}"
        )
    return problems


def _others_may_read(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
