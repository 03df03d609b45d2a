"""Writes the pictures of docs/teacher.md: `python -m tests.browser.take_teacher_pictures` from the top folder."""

from __future__ import annotations

import os
import tempfile

from playwright.sync_api import Page, sync_playwright
from sqlalchemy import select

from quizapp.cli.demonstration import Demonstration, fill
from quizapp.cli.start import prepare
from quizapp.store import groups, people, quizzes, sources
from quizapp.store.attempts import Attempt
from quizapp.store.engine import db
from quizapp.store.learners import Learner
from tests.browser.conftest import launch_arguments
from tests.browser.take_pictures import PICTURES, WIDTHS, served

LEARNERS = 28
PAGES = {
    "sources": "/teach/",
    "new-source": "/teach/sources/new",
    "workbench": "/teach/sources/{source}",
    "marks": "/teach/sources/{source}/marks",
    "bank": "/teach/bank",
    "item": "/teach/items/{item}",
    "versions": "/teach/items/{item}/versions",
    "item-statistics": "/teach/items/{item}/statistics",
    "import": "/teach/import",
    "export": "/teach/export",
    "quizzes": "/teach/quizzes",
    "quiz": "/teach/quizzes/{quiz}",
    "draw": "/teach/quizzes/{quiz}/draw",
    "preview": "/teach/quizzes/{quiz}/preview/1",
    "print": "/teach/quizzes/{quiz}/print",
    "presenting": "/teach/quizzes/{quiz}/presenting",
    "live": "/teach/quizzes/{quiz}/live",
    "results": "/teach/quizzes/{quiz}/results",
    "analysis": "/teach/quizzes/{quiz}/analysis",
    "analysed-item": "/teach/quizzes/{quiz}/analysis/1",
    "mend-key": "/teach/quizzes/{quiz}/analysis/1/key",
    "grades": "/teach/quizzes/{quiz}/grades",
    "over-time": "/teach/results",
    "history": "/teach/scores",
    "attempt": "/teach/scores/{attempt}",
    "learner": "/teach/learners/{learner}",
    "groups": "/teach/groups",
    "group": "/teach/groups/{group}",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        os.environ["QUIZAPP_DATA"] = folder
        app = prepare()
        with app.app_context():
            made = fill(LEARNERS, 0)
            places = _places()
        browser = playwright.chromium.launch(**launch_arguments())
        with served(app) as site:
            for width in WIDTHS:
                page = browser.new_context(
                    locale="pl-PL", viewport={"width": width, "height": 800}
                ).new_page()
                _sign_in(page, site, made)
                for name, path in PAGES.items():
                    answer = page.goto(site + path.format(**places))
                    if answer is None or answer.status != 200:
                        raise SystemExit(f"{path}: {answer.status if answer else 'no answer'}")
                    page.screenshot(path=PICTURES / "teach" / f"{name}-{width}.png", animations="disabled")
        browser.close()


def _sign_in(page: Page, site: str, made: Demonstration) -> None:
    page.goto(f"{site}/sign-in")
    page.get_by_label("Login").fill(made.login)
    page.get_by_label("Hasło").fill(made.password)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/teach/**")


def _places() -> dict[str, str]:
    """The public ids of what the demonstration made, one of each kind."""
    teacher = db.session.scalars(select(people.Account)).one()
    quiz = next(one for one in quizzes.quizzes_of(teacher) if one.owner_id == teacher.id)
    return {
        "quiz": quiz.public_id,
        "item": quiz.items[0].public_id,
        "source": sources.sources_of(teacher)[0].public_id,
        "group": groups.groups_of(teacher)[0].public_id,
        "attempt": db.session.scalars(select(Attempt).limit(1)).one().public_id,
        "learner": db.session.scalars(select(Learner).limit(1)).one().public_id,
    }


if __name__ == "__main__":
    main()
