"""Every form of every role with what nobody would type, and every address by methods that it does not have:
an answer that says so, with the headers of the site, and never an error of ours."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from quizapp.store.engine import db
from quizapp.web.security import HEADERS, SAY_THEMSELVES
from tests.web.test_roles import AUDIENCES, MAY, World, routes, world

__all__ = ["world"]

VALUES = (
    "",
    " ",
    "a\x00b",
    "\u202eabc\u2066",
    "9" * 30,
    "-1e309",
    "²",
    "\ud800",
    "99999-12-31T25:61",
    "A" * 70_000,
)
FILES = (
    b"",
    b"\0" * 64,
    b"PK\x03\x04" + b"\xff" * 200,
    b"<?xml version='1.0'?><!DOCTYPE q [",
    b"%PDF-1.4\n%%EOF",
)
METHODS = ("PUT", "DELETE", "PATCH", "TRACE", "ZQX")
LAST = ("deletion", "removal", "erase", "archive", "leave", "password", "sessions", "sign-out")
"""Parts of addresses whose forms take away what others need, the worst last."""


Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form that posts: where to, and what a browser would send of it as it stands."""

    action: str
    values: tuple[tuple[str, str], ...]
    files: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(name for name, _ in self.values))


@pytest.fixture(params=["anonymous", "ula", "anna", "celina", "admin"])
def role(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(world: World, tmp_path: Path) -> Iterator[Flask]:
    app = world.application(tmp_path)
    app.config["PROPAGATE_EXCEPTIONS"] = False  # an error is to be a page here too
    yield app
    with app.app_context():
        db.engine.dispose()


def test_no_field_of_any_form_breaks_the_site(world: World, site: Flask, role: str) -> None:
    client, wrong, values = client_of(site, world, role), [], cycle(VALUES)
    forms = forms_shown(client, world, role)
    assert forms
    for form in forms:
        for filled in (*all_at_once(form), *(one_wrong(form, name, next(values)) for name in form.names)):
            response = post(client, form, filled)
            wrong += faults(response, f"{form.action} {[(name, value[:20]) for name, value in filled]}")
    assert wrong == []


def test_no_address_answers_to_a_method_that_it_does_not_have(world: World, site: Flask) -> None:
    client, wrong = client_of(site, world, "anna"), []
    for address, rule in {world.address(rule): rule for rule, _ in routes(world)}.items():
        for method in METHODS:
            response = client.open(address, method=method)
            wrong += faults(response, f"{method} {address}", rule)
            if response.status_code != 405 or not response.headers.get("Allow"):
                wrong.append(f"{method} {address}: {response.status_code}")
    assert wrong == []


def client_of(app: Flask, world: World, role: str) -> FlaskClient:
    client = app.test_client()
    if world.cookies[role]:
        client.set_cookie("quizapp", world.cookies[role])
    return client


def forms_shown(client: FlaskClient, world: World, role: str) -> list[Form]:
    """The forms of all pages that the role may open, each once, and last those that take something away."""
    found: dict[object, Form] = {}
    for rule, method in routes(world):
        if method == "GET" and role in MAY[AUDIENCES[rule.endpoint]]:
            address = world.address(rule)
            response = client.get(address)
            if response.mimetype == "text/html":
                for form in forms_of(BeautifulSoup(response.data, "html.parser"), address):
                    found.setdefault((form.action.partition("?")[0], *form.names, form.values[-1:]), form)
    return sorted(found.values(), key=lambda form: [part in form.action for part in reversed(LAST)])


def forms_of(page: BeautifulSoup, address: str) -> Iterable[Form]:
    """Each form as often as it has buttons, whichever is pressed."""
    for form in page.select("form[method=post]"):
        named = [
            tag
            for tag in form.select("input, select, textarea")
            if tag.get("name", "csrf_token") != "csrf_token"
        ]
        values = tuple((str(tag["name"]), value_of(tag)) for tag in named if tag.get("type") != "file")
        files = tuple(str(tag["name"]) for tag in named if tag.get("type") == "file")
        for button in form.select("button"):
            pressed = [(str(button["name"]), value_of(button))] if button.get("name") else []
            action = str(button.get("formaction") or form.get("action") or address)
            yield Form(action, (*values, *pressed), files)


def value_of(tag: Tag) -> str:
    if tag.name == "textarea":
        return tag.get_text()
    if tag.name == "select":
        chosen = tag.select_one("option[selected]") or tag.select_one("option")
        return str(chosen.get("value", "")) if chosen else ""
    return str(tag.get("value", ""))


def all_at_once(form: Form) -> Iterator[Fields]:
    for value in VALUES:
        yield [(name, value) for name in form.names]


def one_wrong(form: Form, wrong: str, value: str) -> Fields:
    """The form as it stands, but for one field, which comes three times, and once as an array."""
    kept = [(name, value) for name, value in form.values if name != wrong]
    return [*kept, *[(wrong, value)] * 3, (f"{wrong}[]", value)]


def post(client: FlaskClient, form: Form, fields: Fields) -> TestResponse:
    """Send it as a browser would; a form with files brings one that is none."""
    if not form.files:
        body = urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in fields])
        return client.post(form.action, data=body, content_type="application/x-www-form-urlencoded")
    data: MultiDict[str, object] = MultiDict(
        (name, value.encode(errors="replace").decode()) for name, value in fields
    )
    content = FILES[sum(len(value) for _, value in fields) % len(FILES)]
    data.update({name: (io.BytesIO(content), "../\u202etxt.exe") for name in form.files})
    return client.post(form.action, data=data)


def faults(response: TestResponse, where: str, rule: Rule | None = None) -> list[str]:
    missing = [name for name, value in HEADERS.items() if response.headers.get(name) != value]
    if (rule is None or rule.endpoint not in SAY_THEMSELVES) and response.headers.get(
        "Cache-Control"
    ) != "no-store":
        missing.append("Cache-Control")
    broken = [f"{where}: {response.status_code}"] if response.status_code >= 500 else []
    return broken + [f"{where}: no {name}" for name in missing]
