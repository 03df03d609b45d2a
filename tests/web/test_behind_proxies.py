"""What is believed of a request that came through proxies, and for which names the site answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask, request

from quizapp.config import Settings
from quizapp.web import create_app

FORWARDED = {
    "X-Forwarded-For": "6.6.6.6, 10.0.0.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "quiz.school.example",
}


def seen(app: Flask, settings: Settings, **changed: object) -> tuple[str | None, str, dict[str, str]]:
    """The address and the site that a view is told of, and the headers of the answer."""
    configured = create_app(replace(settings, **changed), app.config["CLOCK"])
    configured.add_url_rule("/seen", view_func=lambda: [request.remote_addr, request.host_url])
    answer = configured.test_client().get("/seen", headers=FORWARDED)
    address, host = answer.get_json()
    return address, host, dict(answer.headers)


@pytest.mark.databases("sqlite")  # no question of the database
def test_nothing_that_a_visitor_writes_is_believed_without_a_proxy(app: Flask, settings: Settings) -> None:
    address, host, headers = seen(app, settings)

    assert (address, host) == ("127.0.0.1", "http://localhost/")
    assert "Strict-Transport-Security" not in headers


@pytest.mark.databases("sqlite")  # no question of the database
@pytest.mark.parametrize(("proxies", "address"), [(1, "10.0.0.7"), (2, "6.6.6.6")])
def test_each_trusted_proxy_is_believed_one_address(
    app: Flask, settings: Settings, proxies: int, address: str
) -> None:
    assert seen(app, settings, trusted_proxies=proxies)[0] == address


@pytest.mark.databases("sqlite")  # no question of the database
def test_behind_a_proxy_with_https_the_cookie_is_for_https_only(app: Flask, settings: Settings) -> None:
    configured = create_app(replace(settings, trusted_proxies=1), app.config["CLOCK"])

    by_https = configured.test_client().get("/sign-in", headers=FORWARDED).headers
    plain = configured.test_client().get("/sign-in").headers

    assert "Secure" in by_https["Set-Cookie"]
    assert "Strict-Transport-Security" in by_https
    assert "Secure" not in plain["Set-Cookie"]


@pytest.mark.databases("sqlite")  # no question of the database
@pytest.mark.parametrize(
    ("host", "status"),
    [("quiz.school.example", 200), ("127.0.0.1", 200), ("localhost:8000", 200), ("evil.example", 400)],
)
def test_only_the_names_that_were_given_are_answered(
    app: Flask, settings: Settings, host: str, status: int
) -> None:
    hosts = ("quiz.school.example", "localhost", "127.0.0.1")
    configured = create_app(replace(settings, hosts=hosts), app.config["CLOCK"])

    answer = configured.test_client().get("/", headers={"Host": host})

    assert answer.status_code == status
    assert "evil.example" not in answer.get_data(as_text=True)
