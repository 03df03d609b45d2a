from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quizapp.config import SettingError, read_settings


def test_the_first_start_makes_a_private_folder_and_a_key(tmp_path: Path) -> None:
    settings = read_settings({"QUIZAPP_DATA": str(tmp_path / "new" / "ł folder")})

    assert settings.database_url.endswith("quizapp.sqlite3")
    assert len(settings.secret_key) >= 48
    assert stat.S_IMODE((settings.data / "secret_key").stat().st_mode) == 0o600


def test_the_second_start_keeps_the_key(tmp_path: Path) -> None:
    first, second = (read_settings({"QUIZAPP_DATA": str(tmp_path)}) for _ in range(2))

    assert first.secret_key == second.secret_key


def test_four_first_starts_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: read_settings({"QUIZAPP_DATA": str(tmp_path)}).secret_key, range(4)))

    assert len(set(found)) == 1


@pytest.mark.parametrize("key", ["dev", "secret", "changeme", "short", "aaaaaaaaaaaaaaaaaaaaaaaa"])
def test_a_known_or_weak_key_refuses_to_start(tmp_path: Path, key: str) -> None:
    with pytest.raises(SettingError, match="QUIZAPP_SECRET_KEY"):
        read_settings({"QUIZAPP_DATA": str(tmp_path), "QUIZAPP_SECRET_KEY": key})


@pytest.mark.parametrize(
    ("name", "value"),
    [("QUIZAPP_LANG", "de"), ("QUIZAPP_RATE_LIMITS", "yes"), ("DATABASE_URL", "mysql://user:hush@host/name")],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingError, match=name) as refused:
        read_settings({"QUIZAPP_DATA": str(tmp_path), name: value})

    assert "hush" not in str(refused.value)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(SettingError, match="QUIZAPP_DATA"):
        read_settings({"QUIZAPP_DATA": str(tmp_path / "file" / "data")})


@pytest.mark.parametrize(
    "spelling", ["postgres://u:p@h/d", "postgresql://u:p@h/d", "postgresql+psycopg://u:p@h/d"]
)
def test_postgresql_is_understood_in_the_usual_spellings(tmp_path: Path, spelling: str) -> None:
    settings = read_settings({"QUIZAPP_DATA": str(tmp_path), "DATABASE_URL": spelling})

    assert settings.database_url == "postgresql+psycopg://u:p@h/d"
    assert not settings.is_sqlite
