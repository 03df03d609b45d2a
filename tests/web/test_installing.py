from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from flask import Flask

from quizapp.paths import STATIC
from quizapp.web.assets import version_of
from quizapp.web.installing import KEEP
from tests import cast
from tests.web.visitor import Visitor


def test_the_manifest_is_of_this_site_and_of_the_persons_language(visitor: Visitor) -> None:
    answer = visitor.client.get("/manifest.webmanifest", headers={"Accept-Language": "pl"})
    manifest = json.loads(answer.text)

    assert answer.mimetype == "application/manifest+json"
    assert manifest["lang"] == "pl"
    assert manifest["description"] == "Quizy z dowodem w tekście"
    assert (manifest["start_url"], manifest["scope"]) == ("/", "/")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        assert visitor.client.get(icon["src"]).mimetype == icon["type"]


def test_the_icons_have_the_sizes_that_the_manifest_says() -> None:
    for size in (192, 512):
        for kind in ("", "-maskable"):
            header = (STATIC / "icons" / f"quizapp{kind}-{size}.png").read_bytes()[:24]
            assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (size, size)


def test_the_service_worker_is_asked_for_anew_and_rules_the_whole_site(visitor: Visitor) -> None:
    answer = visitor.client.get("/sw.js")

    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "{{" not in answer.text
    for address in re.findall(r'"(/static/[^"]+)"', answer.text):
        assert visitor.client.get(address).status_code == 200


def test_the_offline_page_holds_nothing_of_anybody(ula: Visitor) -> None:
    page = ula.open("/offline")

    assert page.soup.find("form") is None
    assert "Ula" not in page.html
    assert "csrf" not in page.html
    assert page.soup.find("a", href="").get_text() == "Try again"


def test_the_offline_page_does_not_swallow_a_message(ula: Visitor) -> None:
    ula.open("/scores")
    ula.client.post("/leave", data={"csrf_token": ula.token})
    ula.open("/offline")

    assert "Your session on this device has ended." in ula.open("/").html


@pytest.mark.parametrize("path", ["/1", "/2", "/review"])
def test_the_pages_of_a_running_attempt_may_be_kept(ula: Visitor, path: str) -> None:
    page = ula.open(_attempt(ula) + path)

    assert KEEP in page.headers
    assert page.headers["Cache-Control"] == "no-store"
    assert page.soup.find(attrs={"data-kept-copy": True, "hidden": True})


@pytest.mark.parametrize("path", ["/", "/scores", "/offline", "/sign-in", "/a/nothing/1", "/healthz"])
def test_no_other_page_may_be_kept(ula: Visitor, path: str) -> None:
    assert KEEP not in ula.open(path).headers


def test_what_is_handed_in_is_kept_no_more(ula: Visitor) -> None:
    attempt = _attempt(ula)
    ula.open(f"{attempt}/review")
    ula.send("Finish")

    assert KEEP not in ula.page.headers
    assert KEEP not in ula.open(f"{attempt}/1").headers


def test_a_strangers_attempt_may_not_be_kept(ula: Visitor, visitor: Visitor) -> None:
    page = visitor.open(_attempt(ula) + "/1")

    assert page.status == 404
    assert KEEP not in page.headers


def test_no_page_of_a_teacher_may_be_kept(app: Flask, anna: Visitor) -> None:
    with app.app_context():
        cast.a_quiz(cast.a_teacher("ewa"))

    for path in ("/teach/", "/teach/bank", "/teach/quizzes", "/teach/history"):
        assert KEEP not in anna.open(path).headers


def test_a_static_file_is_kept_for_long_under_its_version_alone(visitor: Visitor) -> None:
    stylesheet = visitor.open("/").soup.find("link", rel="stylesheet")["href"]

    assert stylesheet == f"/static/css/quizapp.css?v={version_of('css/quizapp.css')}"
    assert "immutable" in visitor.client.get(stylesheet).headers["Cache-Control"]
    for other in ("/static/css/quizapp.css", "/static/css/quizapp.css?v=older"):
        assert "immutable" not in visitor.client.get(other).headers["Cache-Control"]
    assert visitor.client.get("/static/nothing.css?v=").status_code == 404


def test_a_version_is_of_the_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.web.assets.STATIC", tmp_path)
    (tmp_path / "a.css").write_text("a {}")
    (tmp_path / "b.css").write_text("b {}")

    assert version_of("a.css") not in ("", version_of("b.css"))
    assert version_of("missing.css") == ""


def _attempt(learner: Visitor) -> str:
    return learner.page.path.rsplit("/", 1)[0]
