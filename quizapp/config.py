from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import SplitResult, urlsplit

from platformdirs import user_data_path

from quizapp.paths import CHECKOUT

LANGUAGES = ("pl", "en")
KEY_FILE = "secret_key"
DATABASE_FILE = "quizapp.sqlite3"
SHORTEST_KEY = 16
MOST_PROXIES = 5
LOCAL_HOSTS = ("localhost", "127.0.0.1")
"""Always answered: whatever watches the site asks from its own machine."""
MOST_DAYS = 3650
KNOWN_WEAK_KEYS = frozenset(
    {"dev", "development", "secret", "secret_key", "changeme", "change-me", "key", "test"}
)


class SettingError(Exception):
    """A setting that cannot be used, worded for the person who runs the program."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Where a language model answers that may propose questions too; its key is never shown."""

    url: str
    name: str
    key: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        """What to call the machine that a text is sent to."""
        return urlsplit(self.url).netloc


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment decides; see the contract for each variable."""

    data: Path
    database_url: str
    secret_key: str
    secret_key_fallbacks: tuple[str, ...]
    rate_limits: bool
    language: str
    model: ModelSettings | None = None
    trusted_proxies: int = 0
    hosts: tuple[str, ...] = ()
    keep_days: int = 30
    school: str = ""
    contact: str = ""

    @property
    def is_sqlite(self) -> bool:
        """Whether the data lie in the embedded database."""
        return self.database_url.startswith("sqlite")


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment; makes the data folder and the secret key on first use.

    Raises SettingError when a value cannot be used.
    """
    data = Path(environ.get("QUIZAPP_DATA") or _default_data_folder()).expanduser().resolve()
    _make_private_folder(data)
    return Settings(
        data=data,
        database_url=_database_url(environ, data),
        secret_key=_checked_key(environ.get("QUIZAPP_SECRET_KEY") or _key_from_file(data / KEY_FILE)),
        secret_key_fallbacks=tuple(
            _checked_key(key.strip())
            for key in environ.get("QUIZAPP_SECRET_KEY_FALLBACKS", "").split(",")
            if key.strip()
        ),
        rate_limits=_one_of(environ, "QUIZAPP_RATE_LIMITS", ("on", "off")) == "on",
        language=_one_of(environ, "QUIZAPP_LANG", LANGUAGES),
        model=_model(environ),
        trusted_proxies=_trusted_proxies(environ),
        hosts=_hosts(environ),
        keep_days=_days(environ, "QUIZAPP_KEEP_DAYS", 30),
        school=environ.get("QUIZAPP_SCHOOL", "").strip(),
        contact=environ.get("QUIZAPP_CONTACT", "").strip(),
    )


def _default_data_folder() -> Path:
    return CHECKOUT / "var" if CHECKOUT else user_data_path("quizapp", appauthor=False)


def _make_private_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingError(
            f"QUIZAPP_DATA: the folder {folder} cannot be made ({error.strerror}). Name a folder you may write to."
        ) from error


def _database_url(environ: Mapping[str, str], data: Path) -> str:
    url = environ.get("DATABASE_URL", "")
    if not url:
        return f"sqlite:///{data / DATABASE_FILE}"
    for spelling in ("postgres://", "postgresql://"):
        if url.startswith(spelling):
            url = "postgresql+psycopg://" + url.removeprefix(spelling)
    if not url.startswith(("postgresql+psycopg://", "sqlite:///")):
        scheme, is_there, _ = url.partition("://")
        raise SettingError(
            f"DATABASE_URL: {scheme if is_there else 'this'!r} is not supported. Use "
            "postgresql+psycopg://user:password@host/name, or leave it unset for the embedded database."
        )
    if not _is_whole(url):
        raise SettingError(
            "DATABASE_URL cannot be read. Write it as postgresql://user:password@host:5432/name; "
            "in a password the sign @ is written as %40, and % as %25."
        )
    return url


def _is_whole(url: str) -> bool:
    """Whether host and port are what they seem: an @ in a password would end it, and its rest be told as a host."""
    from sqlalchemy.engine import make_url  # the commands that read a text do without it
    from sqlalchemy.exc import ArgumentError

    try:
        return "@" not in (make_url(url).host or "")
    except (ArgumentError, ValueError):
        return False


def _key_from_file(path: Path) -> str:
    """Read the key, or make it. A link is made whole or not at all: of several first starts one makes it."""
    try:
        if not path.exists():
            with NamedTemporaryFile("w", dir=path.parent, prefix=path.name, encoding="ascii") as draft:
                draft.write(secrets.token_urlsafe(48))
                draft.flush()
                with suppress(FileExistsError):
                    os.link(draft.name, path)
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise _unusable(path, error) from error


def open_private(path: Path) -> int:
    """The descriptor of a file of the data folder that nobody else may read; it is made on first use."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: OSError) -> SettingError:
    return SettingError(
        f"QUIZAPP_DATA: {path} cannot be used ({error.strerror}). Name a folder you may write to."
    )


def _checked_key(key: str) -> str:
    if len(key) < SHORTEST_KEY or key.casefold() in KNOWN_WEAK_KEYS or len(set(key)) < 5:
        raise SettingError(
            "QUIZAPP_SECRET_KEY: too weak to sign with. Unset it and a key is made for you, "
            f"or give at least {SHORTEST_KEY} random characters."
        )
    return key


def _model(environ: Mapping[str, str]) -> ModelSettings | None:
    """The language model that was named; None, and nothing leaves the machine, while none is."""
    url, name, key = (environ.get(f"QUIZAPP_MODEL_{part}", "").strip() for part in ("URL", "NAME", "KEY"))
    if not (url or name or key):
        return None
    if not _is_web_address(url):
        raise SettingError(
            "QUIZAPP_MODEL_URL: give the base address of an OpenAI-compatible API, such as "
            "http://127.0.0.1:8080/v1, without a password in it; or unset all of QUIZAPP_MODEL_*."
        )
    if not name:
        raise SettingError("QUIZAPP_MODEL_NAME: say which model to ask at QUIZAPP_MODEL_URL.")
    if not (key.isascii() and key.isprintable() and " " not in key):
        raise SettingError("QUIZAPP_MODEL_KEY: a key is one word of ASCII letters, digits and signs.")
    return ModelSettings(url, name, key)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return _is_plain(parts) and url.isascii() and url.isprintable() and " " not in url
    except ValueError:  # a port or an address in brackets that is none
        return False


def _is_plain(parts: SplitResult) -> bool:
    secret = parts.username or parts.password or parts.query or parts.fragment
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not secret


def _trusted_proxies(environ: Mapping[str, str]) -> int:
    """How many proxies stand in front; so many of the addresses that they write down are believed."""
    value = environ.get("QUIZAPP_TRUSTED_PROXIES", "").strip() or "0"
    if value not in map(str, range(MOST_PROXIES + 1)):
        raise SettingError(
            f"QUIZAPP_TRUSTED_PROXIES: unexpected value {value!r}. Say how many proxies stand between "
            f"the browsers and quizapp: 0 to {MOST_PROXIES}."
        )
    return int(value)


def _hosts(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The names that the site is asked for by; none stands for any."""
    names = tuple(name.strip() for name in environ.get("QUIZAPP_HOSTS", "").split(",") if name.strip())
    for name in names:
        if not re.fullmatch(r"\.?[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*", name):
            raise SettingError(
                f"QUIZAPP_HOSTS: {name!r} is not the name of a machine. Give names such as quiz.school.example, "
                "without http:// and port, separated by commas."
            )
    return (*names, *LOCAL_HOSTS) if names else ()


def _days(environ: Mapping[str, str], name: str, otherwise: int) -> int:
    value = environ.get(name, "").strip()
    if not value:
        return otherwise
    if not (value.isascii() and value.isdigit() and int(value[:9]) <= MOST_DAYS):
        raise SettingError(f"{name}: give a whole number of days, from 0 to {MOST_DAYS}.")
    return int(value)


def _one_of(environ: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = environ.get(name) or allowed[0]
    if value not in allowed:
        raise SettingError(f"{name}: unexpected value {value!r}, use {' or '.join(allowed)}.")
    return value
