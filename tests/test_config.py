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
    [
        ("QUIZAPP_LANG", "de"),
        ("QUIZAPP_RATE_LIMITS", "yes"),
        ("DATABASE_URL", "mysql://user:hush@host/name"),
        ("DATABASE_URL", "hush"),
        ("DATABASE_URL", "postgresql://user:a@hush@host/name"),
        ("DATABASE_URL", "postgresql://user:hush@host:port/name"),
        ("QUIZAPP_TRUSTED_PROXIES", "-1"),
        ("QUIZAPP_TRUSTED_PROXIES", "²"),
        ("QUIZAPP_TRUSTED_PROXIES", "all"),
        ("QUIZAPP_HOSTS", "https://quiz.school.example"),
        ("QUIZAPP_HOSTS", "quiz.school.example:8000"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingError, match=name) as refused:
        read_settings({"QUIZAPP_DATA": str(tmp_path), name: value})

    assert "hush" not in str(refused.value)


def test_proxies_and_names_are_believed_only_where_they_are_given(tmp_path: Path) -> None:
    plain = read_settings({"QUIZAPP_DATA": str(tmp_path)})
    told = {"QUIZAPP_TRUSTED_PROXIES": "1", "QUIZAPP_HOSTS": "quiz.school.example, .school.example"}
    settings = read_settings({"QUIZAPP_DATA": str(tmp_path), **told})

    assert (plain.trusted_proxies, plain.hosts) == (0, ())
    assert settings.trusted_proxies == 1
    assert settings.hosts == ("quiz.school.example", ".school.example", "localhost", "127.0.0.1")


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


def test_no_model_is_asked_until_one_is_named(tmp_path: Path) -> None:
    assert read_settings({"QUIZAPP_DATA": str(tmp_path)}).model is None


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080/v1", "https://models.example/v1/", "http://[::1]:8080"]
)
def test_a_model_is_named_by_its_address_and_its_name(tmp_path: Path, url: str) -> None:
    model = read_settings(
        {
            "QUIZAPP_DATA": str(tmp_path),
            "QUIZAPP_MODEL_URL": f" {url} ",
            "QUIZAPP_MODEL_NAME": "mały",
            "QUIZAPP_MODEL_KEY": "hush-hush",
        }
    ).model

    assert model is not None
    assert (model.url, model.name, model.key) == (url, "mały", "hush-hush")
    assert "hush" not in repr(model)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("URL", ""),
        ("URL", "127.0.0.1:8080"),
        ("URL", "ftp://127.0.0.1/v1"),
        ("URL", "file:///etc/passwd"),
        ("URL", "http://"),
        ("URL", "http://user:hush@127.0.0.1/v1"),
        ("URL", "http://127.0.0.1/v1?key=hush"),
        ("URL", "http://127.0.0.1:99999/v1"),
        ("URL", "http://127.0.0.1:x/v1"),
        ("URL", "http://[::1/v1"),
        ("URL", "http://127.0.0.1/a b"),
        ("URL", "http://127.0.0.1/a\r\nX: y"),
        ("NAME", " "),
        ("KEY", "hush hush"),
        ("KEY", "hush\nX: y"),
        ("KEY", "hüsh-hush"),
    ],
)
def test_a_model_that_cannot_be_asked_is_refused_without_a_secret_told(
    tmp_path: Path, name: str, value: str
) -> None:
    good = {"QUIZAPP_MODEL_URL": "http://127.0.0.1/v1", "QUIZAPP_MODEL_NAME": "m", "QUIZAPP_MODEL_KEY": "k"}

    with pytest.raises(SettingError, match=f"QUIZAPP_MODEL_{name}: ") as refused:
        read_settings({"QUIZAPP_DATA": str(tmp_path), **good, f"QUIZAPP_MODEL_{name}": value})

    assert "hush" not in str(refused.value)
