"""What the machine denies: a folder that may only be read, a disk with no room, no memory."""

from __future__ import annotations

import os
import pwd
import resource
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from flask import Flask

from quizapp.config import DATABASE_FILE, KEY_FILE, Settings
from tests import cast
from tests.serving import Proxy, Site, serving
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.databases("sqlite")  # its file lies where room and rights are taken away
MEGABYTE = 1024 * 1024
AS_ANYBODY = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
)  # root may write everywhere, unless it gives that up
UNIA = b"Uni\xc4\x99 zawarto 1 lipca 1569 roku. "


def give_away(path: Path, mode: int) -> None:
    """Let it be another user's, where we may; else ours, and as little to be written."""
    path.chmod(mode)
    if os.geteuid() == 0:
        os.chown(path, pwd.getpwnam("nobody").pw_uid, -1)


@pytest.fixture
def installed(app: Flask, settings: Settings) -> Path:
    """A data folder with a database and a key."""
    with app.app_context():
        cast.a_teacher("anna")
    (settings.data / KEY_FILE).write_text("a key for tests, long enough")
    return settings.data


@pytest.mark.parametrize("state", ["nothing", "everything", "unreadable", "database"])
def test_a_start_where_nothing_may_be_written_says_which_file_and_changes_nothing(
    state: str, installed: Path, tmp_path: Path
) -> None:
    data = tmp_path / "denied"
    data.mkdir()
    for name in () if state == "nothing" else (KEY_FILE, DATABASE_FILE):
        copyfile(installed / name, data / name)
        give_away(data / name, 0o600 if state == "unreadable" and os.geteuid() == 0 else 0o444)
    if state != "database":
        give_away(data, 0o555)
    before = {path.name: path.stat().st_mtime_ns for path in data.iterdir()}

    done = subprocess.run(
        [*AS_ANYBODY, sys.executable, "-m", "quizapp", "serve", "--port", "0"],
        env={**os.environ, "QUIZAPP_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    data.chmod(0o755)
    last = done.stderr.strip().splitlines()[-1]
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert "QUIZAPP_DATA" in last
    assert state == "database" or str(data) in last
    assert before.items() <= {path.name: path.stat().st_mtime_ns for path in data.iterdir()}.items()


def test_a_site_whose_log_lies_on_a_full_disk_serves_and_ends_when_told(installed: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (
        Path("/dev/full").open("wb") as full,
        subprocess.Popen(
            [sys.executable, "-m", "quizapp", "serve", "--port", str(port)],
            stdout=full,
            stderr=full,
            env={**os.environ, "QUIZAPP_DATA": str(installed), "PYTHONUNBUFFERED": ""},
        ) as process,
    ):
        try:
            until = monotonic() + 60
            while not answers(port):
                assert process.poll() is None
                assert monotonic() < until
                sleep(0.05)
            with socket.create_connection(("127.0.0.1", port), timeout=20) as nonsense:
                nonsense.sendall(b"NONSENSE\r\n\r\n")  # which goes into the log
                assert nonsense.recv(100).startswith(b"HTTP/1.1 400")
            assert answers(port)
            process.terminate()
            assert process.wait(20) == 0
        finally:
            process.kill()


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@pytest.mark.parametrize("command", ["annotate", "generate"])
def test_what_cannot_be_written_is_said_in_a_line(command: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(UNIA)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", command, str(tmp_path / "text.txt")],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "disk is full" in done.stderr


@contextmanager
def limited(site: Site, kind: int, most: int) -> Iterator[None]:
    """Let no process of the site have more, until the end."""
    children = Path(f"/proc/{site.process.pid}/task/{site.process.pid}/children").read_text().split()
    processes = [site.process.pid, *map(int, children)]
    before = [resource.prlimit(process, kind) for process in processes]
    for process, (_, hard) in zip(processes, before, strict=True):
        resource.prlimit(process, kind, (most, hard))
    yield
    for process, limits in zip(processes, before, strict=True):
        resource.prlimit(process, kind, limits)


@pytest.fixture
def site(installed: Path, settings: Settings) -> Iterator[Site]:
    with serving(Site(installed, settings.database_url)) as site:
        yield site


@pytest.fixture
def anna(site: Site) -> Visitor:
    """A teacher, signed in at the site."""
    visitor = Visitor(Proxy([site.address()]))
    visitor.open("/sign-in")
    visitor.send("Sign in", login="anna", password=cast.PASSWORD)
    return visitor


def send_file(teacher: Visitor, content: bytes) -> Page:
    teacher.open("/teach/sources/new")
    return teacher.post("/teach/sources/new", {"csrf_token": teacher.token, "title": "Unia", "file": content})


def test_a_file_that_finds_no_room_is_not_said_to_be_kept_and_is_when_there_is_room(
    site: Site, anna: Visitor, installed: Path
) -> None:
    """A file longer than a megabyte is spooled, and its text kept, where nothing grows over a megabyte any more."""
    book = UNIA * 35_000
    with limited(site, resource.RLIMIT_FSIZE, MEGABYTE):
        refused = send_file(anna, book)

        assert (refused.status, refused.heading) == (503, "Not saved: the database does not answer")
        assert anna.open("/teach/").status == 200

    assert "Is this how it reads?" in send_file(anna, book).heading


def test_the_health_of_a_site_without_room_is_not_called_good(site: Site, anna: Visitor) -> None:
    assert anna.client.get("/healthz").status_code == 200
    with limited(site, resource.RLIMIT_FSIZE, 0):
        assert anna.client.get("/healthz").status_code == 503
    assert anna.client.get("/healthz").status_code == 200


def test_where_memory_ends_a_message_comes_and_the_site_goes_on(site: Site, anna: Visitor) -> None:
    status = Path(f"/proc/{site.process.pid}/status").read_text()
    size = int(next(line for line in status.splitlines() if line.startswith("VmSize")).split()[1]) * 1024
    questions = b"::q:: Kiedy? {=1 lipca 1569 ~5 maja 1791}\n\n" * 240_000
    with limited(site, resource.RLIMIT_AS, size + 40 * MEGABYTE):
        for content in (UNIA * 150_000, questions):
            page = send_file(anna, content)
            assert page.status in (413, 422, 500)
            assert page.heading

        assert "Is this how it reads?" in send_file(anna, UNIA).heading, "what is small can be read"
    assert anna.open("/teach/").status == 200
