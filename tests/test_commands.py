"""The commands of the contract, as a person or another program runs them."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import jsonschema
import pytest

from quizapp.paths import QUESTIONS

SCHEMAS = Path(__file__).parent / "contract"
COMMANDS = (
    *("serve", "annotate", "generate", "check", "import", "export", "demo", "doctor"),
    *("backup", "restore", "forget"),
)
TEXTS = {
    "antiquity": (
        "Hannibal Barkas pokonał Rzymian pod Kannami 2 sierpnia 216 r. p.n.e. Po bitwie dyktatorem został "
        "Marek Juniusz Pera. „Umiesz zwyciężać, Hannibalu, lecz nie umiesz korzystać ze zwycięstwa” – "
        "powiedział Maharbal."
    ),
    "union": (
        "Unię lubelską zawarto 1 lipca 1569 roku w Lublinie. Sejmowi przewodniczył król Zygmunt August. "
        "Na czele poselstwa litewskiego stanął Mikołaj Radziwiłł, wojewoda wileński. "
        "Pokój podpisano 5 stycznia 1582 roku."
    ),
    "congress": (
        "Kongres wiedeński rozpoczął obrady we wrześniu 1814 roku. Austrię reprezentował książę Klemens "
        "von Metternich, minister spraw zagranicznych. Akt końcowy podpisano 9 czerwca 1815 roku. "
        "„Kongres nie obraduje, lecz tańczy” – mawiał książę Karol de Ligne."
    ),
}


def run(
    *arguments: str, data: Path | None = None, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments],
        input=given,
        capture_output=True,
        timeout=120,
        env={**os.environ, **({"QUIZAPP_DATA": str(data)} if data else {})},
        check=False,
    )


def refused(done: subprocess.CompletedProcess[bytes], status: int) -> str:
    """What the command said when it refused: one line, and no traceback."""
    said = done.stderr.decode()
    assert done.returncode == status, said
    assert len(said.strip().splitlines()) == 1, said
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    assert run(command, "--help").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("annotate",),
        ("annotate", "x", "--format", "pdf"),
        ("generate", "x", "--limit", "0"),
        ("serve", "--port", "x"),
    ],
)
def test_wrong_usage_is_said_in_a_line(arguments: tuple[str, ...]) -> None:
    assert "--help" in refused(run(*arguments), 2)


@pytest.mark.parametrize("command", ["annotate", "generate"])
def test_a_file_that_cannot_be_read_is_named(command: str, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20)
    (tmp_path / "empty.txt").write_bytes(b" \n")

    for name in ("missing.txt", "picture.txt", "empty.txt", "."):
        assert name in refused(run(command, str(tmp_path / name)), 1)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_annotations_hold_to_the_schema_and_to_the_text(name: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(TEXTS[name].encode(encoding))

    told = json.loads(run("annotate", str(file), "--format", "json").stdout)

    jsonschema.validate(told, json.loads((SCHEMAS / "annotations.schema.json").read_text()))
    spans = [
        *told["dates"],
        *told["quotations"],
        *(m for p in told["persons"] for m in [*p["mentions"], *p["roles"]]),
    ]
    assert spans
    assert all(TEXTS[name][s["start"] : s["end"]] == s["text"] for s in spans)


def test_offsets_are_those_of_the_text_as_read_even_where_letters_are_composed_of_parts() -> None:
    text = unicodedata.normalize("NFD", TEXTS["union"])

    told = json.loads(run("annotate", "-", "--format", "json", given=text.encode()).stdout)

    assert all(text[d["start"] : d["end"]] == d["text"] for d in told["dates"])
    assert told["source"]["chars"] == len(text)


@pytest.mark.parametrize("name", TEXTS)
def test_candidates_hold_to_the_schema_and_are_the_same_twice(name: str) -> None:
    first, second = (
        run("generate", "-", "--format", "json", given=TEXTS[name].encode()).stdout for _ in range(2)
    )

    told = json.loads(first)
    jsonschema.validate(told, json.loads((SCHEMAS / "candidates.schema.json").read_text()))
    assert first == second
    assert told["candidates"]
    for candidate in told["candidates"]:
        assert all(TEXTS[name][s["start"] : s["end"]] == s["text"] for s in candidate["evidence"])


@pytest.mark.parametrize("source", sorted(QUESTIONS.glob("*/source.txt")), ids=lambda path: path.parent.name)
def test_a_shipped_text_gives_at_least_fifteen_candidates_of_all_three_kinds(source: Path) -> None:
    told = json.loads(run("generate", str(source), "--format", "json").stdout)

    assert len(told["candidates"]) >= 15
    assert {"date", "person", "quotation"} <= {candidate["category"] for candidate in told["candidates"]}


def test_a_limit_keeps_the_best() -> None:
    every = json.loads(run("generate", "-", "--format", "json", given=TEXTS["union"].encode()).stdout)
    best = json.loads(
        run("generate", "-", "--format", "json", "--limit", "2", given=TEXTS["union"].encode()).stdout
    )

    assert best["candidates"] == every["candidates"][:2]


def test_the_bank_is_checked_and_a_broken_one_refused(tmp_path: Path) -> None:
    (tmp_path / "items.toml").write_text("[[item]]\nid = ", encoding="utf-8")
    (tmp_path / "source.txt").write_text("Tekst.", encoding="utf-8")

    assert run("check", str(QUESTIONS)).returncode == 0
    broken = run("check", str(tmp_path / "items.toml"))
    assert broken.returncode == 1
    assert "items.toml" in broken.stderr.decode()


def test_a_demonstration_fills_an_empty_folder_once(tmp_path: Path) -> None:
    made = json.loads(run("demo", "--json", "--learners", "3", data=tmp_path).stdout)

    assert set(made) == {"teacher", "join_code", "quiz_url", "learners"}
    assert set(made["teacher"]) == {"login", "password"}
    assert made["learners"] == 3
    assert "QUIZAPP_DATA" in refused(run("demo", data=tmp_path), 1)
    assert run("doctor", data=tmp_path).returncode == 0


def test_the_doctor_finds_an_installation_that_was_never_started(tmp_path: Path) -> None:
    told = run("doctor", data=tmp_path)

    assert told.returncode == 1
    assert "quizapp serve" in told.stdout.decode()


def test_the_doctor_names_the_language_model_and_never_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no text leaves this machine" in run("doctor", data=tmp_path).stdout.decode()
    monkeypatch.setenv("QUIZAPP_MODEL_URL", "https://models.example/v1")
    monkeypatch.setenv("QUIZAPP_MODEL_NAME", "small-model")
    monkeypatch.setenv("QUIZAPP_MODEL_KEY", "hush-hush")

    told = run("doctor", data=tmp_path)

    assert "small-model at models.example" in told.stdout.decode()
    assert b"hush" not in told.stdout + told.stderr


def test_a_weak_key_refuses_to_serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_SECRET_KEY", "dev")

    assert "QUIZAPP_SECRET_KEY" in refused(run("serve", "--port", "0", data=tmp_path), 1)


def test_a_taken_port_is_named_with_another_to_try(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port), data=tmp_path)

    assert done.returncode == 1
    assert f"--port {port + 1}" in done.stderr.decode().splitlines()[-1]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp", "serve", "--port", "0", "--workers", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QUIZAPP_DATA": str(tmp_path), "PYTHONUNBUFFERED": "1"},
    )
    yield process
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_the_server_prints_its_address_answers_and_ends_when_told(server: subprocess.Popen[str]) -> None:
    assert server.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
    assert found
    link = re.search(r"http://\S+/setup/\S+", server.stdout.readline())
    assert link

    for address in (f"{found[0]}/", f"{found[0]}/healthz", link[0]):
        with urlopen(address, timeout=20) as answer:
            assert answer.status == 200
    server.send_signal(signal.SIGTERM)

    assert server.wait(10) == 0


@pytest.mark.parametrize(
    ("request_line", "status"), [(b"GET /" + b"a" * 9000 + b" HTTP/1.1", b"414"), (b"NONSENSE", b"400")]
)
def test_what_is_no_request_or_too_long_is_refused_with_the_headers_of_the_site(
    server: subprocess.Popen[str], request_line: bytes, status: bytes
) -> None:
    assert server.stdout is not None
    found = re.search(r"127\.0\.0\.1:(\d+)", server.stdout.readline())
    assert found

    with socket.create_connection(("127.0.0.1", int(found[1])), timeout=20) as connection:
        connection.sendall(request_line + b"\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        head, _, _ = b"".join(iter(lambda: connection.recv(4096), b"")).partition(b"\r\n\r\n")

    assert status in head.splitlines()[0]
    assert b"Content-Security-Policy: default-src 'none'" in head
    assert b"X-Content-Type-Options: nosniff" in head
    assert b"Content-Type: text/html; charset=utf-8" in head
    assert b"gunicorn/" not in head.lower(), "no version"


def test_four_first_starts_at_once_make_one_schema(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: run("demo", "--learners", "1", data=tmp_path), range(4)))

    assert sorted(process.returncode for process in done) == [0, 1, 1, 1], [p.stderr.decode() for p in done]
    assert run("doctor", data=tmp_path).returncode == 0
