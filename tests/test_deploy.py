"""What stands in deploy/ and docs/operations.md can be read by what it is for, and names what there is."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from quizapp import config
from quizapp.cli import cli, main

HERE = Path(__file__).parent.parent
DEPLOY = HERE / "deploy"
OPERATIONS = HERE / "docs" / "operations.md"
PROGRAM = "/opt/quizapp/.venv/bin/quizapp"


@pytest.fixture
def services() -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    return services


@pytest.fixture
def unit() -> ConfigParser:
    parser = ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign] - systemd tells capital letters apart
    parser.read(DEPLOY / "quizapp.service")
    return parser


def is_understood(arguments: list[str]) -> bool:
    """Whether the program takes these arguments; it is asked for help in the end, and does nothing."""
    return main([*arguments, "--help"]) == 0


def test_compose_starts_quizapp_when_the_database_is_ready(services: dict[str, Any]) -> None:
    quizapp = services["quizapp"]

    assert is_understood(quizapp["command"])
    assert quizapp["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert "healthcheck" in services["database"]
    assert (DEPLOY / quizapp["build"]["context"] / quizapp["build"]["dockerfile"]).is_file()


def test_only_the_proxy_of_compose_is_reached_from_outside(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert services["quizapp"]["environment"]["QUIZAPP_TRUSTED_PROXIES"] == "1"


def test_compose_gives_the_settings_that_the_program_reads(services: dict[str, Any], tmp_path: Path) -> None:
    given = {
        "SITE": "quiz.school.example",
        "POSTGRES_PASSWORD": "4f0c",
        "QUIZAPP_SECRET_KEY": "0123456789abcdef" * 4,
    }
    environment = {
        name: re.sub(r"\$\{(\w+)[^}]*\}", lambda found: given[found[1]], value)
        for name, value in services["quizapp"]["environment"].items()
    }

    settings = config.read_settings({**environment, "QUIZAPP_DATA": str(tmp_path)})

    assert settings.database_url == "postgresql+psycopg://quizapp:4f0c@database/quizapp"
    assert settings.hosts[0] == "quiz.school.example"
    assert settings.trusted_proxies == 1


def test_the_unit_starts_what_there_is_and_gives_it_time_to_end(unit: ConfigParser) -> None:
    program, *arguments = shlex.split(unit["Service"]["ExecStart"])

    assert program == PROGRAM
    assert is_understood(arguments)
    assert int(unit["Service"]["TimeoutStopSec"]) > 10
    assert unit["Service"]["UMask"] == "0077"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "quizapp.service"
    unit.write_text((DEPLOY / "quizapp.service").read_text().replace(PROGRAM, shutil.which("true") or ""))

    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_nginx_hands_over_where_a_request_came_from_and_as_much_as_a_teacher_may_send() -> None:
    told = (DEPLOY / "nginx.conf").read_text()

    for name in ("X-Forwarded-For $remote_addr", "X-Forwarded-Proto $scheme", "X-Forwarded-Host $host"):
        assert f"proxy_set_header {name};" in told
    assert "client_max_body_size 16m;" in told
    assert told.count("{") == told.count("}")


def test_every_setting_that_is_told_of_is_one_that_the_program_reads() -> None:
    told = "".join(path.read_text() for path in [OPERATIONS, *DEPLOY.iterdir()])
    read = Path(config.__file__).read_text()

    for name in set(re.findall(r"\bQUIZAPP_[A-Z_]+\b", told)):
        assert f'"{name}"' in read, name


def test_every_command_that_is_told_of_is_there() -> None:
    told = OPERATIONS.read_text()

    named = re.findall(r"`quizapp ([a-z]+)((?: --[a-z]+ [\w.]+)*)`", told)
    assert {"serve", "doctor"} <= {command for command, _ in named} <= set(cli.commands)
    assert all(is_understood([command, *shlex.split(options)]) for command, options in named)


def test_every_file_that_is_told_of_is_there() -> None:
    for target in re.findall(r"\]\((\.\./[^)]+)\)", OPERATIONS.read_text()):
        assert (OPERATIONS.parent / target).is_file(), target
