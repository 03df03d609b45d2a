"""Who may what: every route of the site, tried as everybody, on one's own things and on another's.

The table is the policy in the words of the tests; a route that it does not know fails. Forms go without
their token here, so that what refuses is the policy and nothing before it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from quizapp.config import DATABASE_FILE, Settings
from quizapp.formats.documents import Document
from quizapp.store import (
    amendments,
    answering,
    assigning,
    groups,
    learners,
    regrading,
    reports,
    schema,
    sharing,
    sign_ins,
    starting,
    uploads,
    waiting_files,
)
from quizapp.store.engine import db
from quizapp.text.amendments import Amendment
from quizapp.web import create_app
from tests import cast
from tests.conftest import START, Clock

ANYBODY = """
    admin.sign_in admin.sign_out choose_language healthz privacy privacy_of_teachers accessibility
    manifest offline service_worker static
    learn.home learn.join learn.entrance learn.start learn.class_entrance learn.come_in learn.take_place
    learn.come_back learn.go_on learn.leave learn.scores learn.practice learn.return_code learn.new_return_code
"""
A_LEARNER = """
    learn.own_csv learn.own_json learn.erasing learn.erase_me
    learn.practice_done
"""
NOBODY = "admin.set_up admin.accept_invitation admin.reset_password admin.second_step teach.suggest_more"
"""An administrator is there, no link that is tried was made, nobody is asked for a code, no language model is named."""
THE_ADMINISTRATOR = """
    admin.teachers admin.invite admin.let_reset admin.give_role admin.reset_second_step admin.all_deeds
    admin.deleting_account admin.delete_account
"""

THE_LEARNER = """
    learn.resume learn.question learn.answer learn.save_draft learn.flag learn.review learn.finish learn.result
    learn.retry learn.report learn.send_report learn.practice_question learn.practise
"""
A_TEACHER = """
    admin.own_account admin.change_password admin.end_sessions
    admin.own_second_step admin.begin_second_step admin.confirm_second_step admin.end_second_step
    teach.sources teach.new_source teach.add_source teach.bank teach.choose_source teach.quizzes teach.add_quiz
    teach.groups teach.add_group teach.history teach.history_file teach.over_time teach.reports teach.grades
    teach.set_grades teach.all_regrades teach.choose_file teach.read_file teach.table_template teach.export
    teach.preview_export teach.export_file teach.change_bank teach.undo_bank_changes teach.confirm_upload
"""
THE_OWNER = """
    admin.end_session
    teach.workbench teach.source_text teach.change_source_text teach.marks teach.mark teach.correct_mark
    teach.undo_amendment teach.drafts teach.read_again teach.check_typed teach.accept_clean
    teach.undo teach.make_quiz teach.new_item teach.add_item teach.edit_candidate teach.accept
    teach.accept_edited teach.reject teach.reopen teach.item teach.change_item teach.versions
    teach.restore_version teach.item_statistics teach.file_change teach.choose_file_change teach.set_item_status
    teach.upload teach.read_upload_again teach.preview_file teach.bring_in teach.forget_file
    teach.change_quiz teach.add_quiz_items teach.move_quiz_item teach.order_quiz_items teach.remove_quiz_item
    teach.archive_quiz teach.restore_quiz teach.deleting_quiz teach.delete_quiz teach.share_quiz
    teach.unshare_quiz teach.draw
    teach.deleting_group teach.delete_group teach.share_group teach.unshare_group
"""
THE_OWNER_OR_A_CO_TEACHER = """
    teach.quiz teach.publish teach.close teach.copy_quiz teach.preview teach.printing teach.printed_file
    teach.presenting teach.presenting_class teach.presenting_code teach.live teach.live_class
    teach.reset_join_code teach.results teach.results_file teach.quiz_grades
    teach.set_quiz_grades teach.analysis teach.analysis_file teach.analysed_item
    teach.answers teach.mend_key teach.regrade teach.regraded teach.undo_regrade
    teach.personal_data teach.personal_data_json teach.personal_data_csv teach.erasing_learner teach.erase_learner
    teach.attempt teach.give_time teach.learner teach.learner_session teach.handle_report
    teach.group teach.settle_group teach.listing teach.add_pupils teach.give_codes teach.group_qr_code
    teach.reset_group_code teach.assign teach.unassign teach.member teach.change_member teach.new_code
    teach.free_place teach.merging_members teach.merge_members teach.removing_member teach.remove_member
"""
AUDIENCES = {
    endpoint: audience
    for audience, endpoints in (
        ("anybody", ANYBODY),
        ("nobody", NOBODY),
        ("the administrator", THE_ADMINISTRATOR),
        ("a learner", A_LEARNER),
        ("the learner", THE_LEARNER),
        ("a teacher", A_TEACHER),
        ("the owner", THE_OWNER),
        ("co-teachers", THE_OWNER_OR_A_CO_TEACHER),
    )
    for endpoint in endpoints.split()
}
ROLES = ("anonymous", "ula", "olek", "anna", "bogdan", "celina", "admin")
"""Ula learns with Anna, Olek elsewhere; Bogdan shares Anna's quiz and class; Celina and the administrator do not."""
MAY = {
    "anybody": set(ROLES),
    "nobody": set(),
    "the administrator": {"admin"},
    "a learner": {"ula", "olek"},
    "the learner": {"ula"},
    "a teacher": {"anna", "bogdan", "celina", "admin"},
    "the owner": {"anna"},
    "co-teachers": {"anna", "bogdan"},
}
NOT_THERE = "nie-ma-takiego"
ARGUMENT_IS = {"position": "1", "number": "1", "kind": "csv", "filename": "css/quizapp.css", "token": "x"}


@dataclass(frozen=True, slots=True)
class World:
    """A database with everybody and everything, the cookies of each role, and Anna's things by argument."""

    settings: Settings
    cookies: dict[str, str]
    things: dict[str, str]

    def application(self, folder: Path) -> Flask:
        """The site on a copy of the database."""
        copyfile(self.settings.data / DATABASE_FILE, folder / DATABASE_FILE)
        return an_application(
            replace(self.settings, data=folder, database_url=f"sqlite:///{folder / DATABASE_FILE}")
        )

    def address(self, rule: Rule, *, missing: bool = False) -> str:
        values = {
            name: ARGUMENT_IS.get(name) or (NOT_THERE if missing else self.thing(rule, name))
            for name in rule.arguments - set(rule.defaults or ())
        }
        built = rule.build(values)
        assert built is not None
        return built[1]

    def thing(self, rule: Rule, name: str) -> str:
        return self.things.get(f"{rule.endpoint} {name}") or self.things[name]


def an_application(settings: Settings) -> Flask:
    app = create_app(settings, Clock())
    app.config.update(WTF_CSRF_ENABLED=False, RATE_LIMITS=False)
    return app


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("world")
    settings = Settings(
        data=folder,
        database_url=f"sqlite:///{folder / DATABASE_FILE}",
        secret_key="a key for the tests of roles",
        secret_key_fallbacks=(),
        rate_limits=False,
        language="en",
    )
    app = an_application(settings)
    with app.app_context():
        schema.upgrade()
        things, tokens = peopled()
        cookies = {"anonymous": ""} | {role: cookie_of(app, role, token) for role, token in tokens.items()}
        db.session.remove()
        db.engine.dispose()
    return World(settings, cookies, things)


def cookie_of(app: Flask, role: str, token: str) -> str:
    """The session cookie of somebody who has signed in, or joined."""
    signed = app.session_interface.get_signing_serializer(app)
    assert signed is not None
    learns = role in ("ula", "olek")
    return str(signed.dumps({"learner": token} if learns else {"_user_id": token, "_fresh": True}))


def peopled() -> tuple[dict[str, str], dict[str, str]]:
    """Anna's things by the names of arguments, and a session token of each role."""
    anna, bogdan, celina = (cast.a_teacher(name) for name in ("anna", "bogdan", "celina"))
    admin = cast.an_administrator()
    quiz = cast.a_quiz(anna)
    other_quiz = cast.a_quiz(celina, title="Inny")
    source = quiz.entries[0].bank_item.source
    sharing.share(quiz, bogdan)

    group = groups.add_group("7b", anna, START)
    groups.add_members(group, [(1, "Jan"), (2, "Zofia")], START)
    groups.settle(group, "7b", "anyone")
    sharing.share(group, bogdan)
    assigning.assign(quiz, group, None, None, anna, START)

    (ula_token, ula), (olek_token, olek) = (
        learners.start_learner_session(name, START) for name in ("Ula", "Olek")
    )
    publication = quiz.open_publication
    assert publication is not None
    attempt = starting.start_attempt(publication, ula, START)
    assert other_quiz.open_publication is not None
    starting.start_attempt(other_quiz.open_publication, olek, START)
    version = publication.entries[0].version
    reported = reports.report(attempt, 2, publication.entries[1].version, "other", "Literówka.", START)
    retried = starting.start_attempt(publication, ula, START - timedelta(days=2))
    answering.answer(retried, 1, version, ("3 maja 1791 roku",), START - timedelta(days=2))
    answering.finish(retried, START - timedelta(days=2))
    regraded = regrading.regrade(publication.entries[2].version, None, "Niejasne.", anna, START)

    begin = source.revision.body.index("1 lipca 1569 roku")
    marked = (begin, begin + len("1 lipca 1569 roku"))
    amendments.amend(source.revision, Amendment("no_date", marked), anna, START)
    upload = uploads.keep_upload(anna, Document("Tekst.", "text"), b"Tekst.", "Tekst", "", START)
    file = waiting_files.keep_file(b"::a:: Q {=b ~c}", "a.txt", "gift", source, anna, START)
    candidate = source.revision.candidates[0]
    item = quiz.entries[0].bank_item
    elsewhere = sign_ins.session_by_token(sign_ins.start_session(anna, START), START)
    assert elsewhere is not None
    return (
        {
            "source": source.public_id,
            "candidate": candidate.public_id,
            "item": item.public_id,
            "quiz": quiz.public_id,
            "group": group.public_id,
            "assignment": group.assignments[0].public_id,
            "member": group.members[0].public_id,
            "teacher": bogdan.public_id,
            "attempt": attempt.public_id,
            "learn.result attempt": retried.public_id,
            "learn.retry attempt": retried.public_id,
            "learner": ula.learner.public_id,
            "teach.learner_session learner": ula.public_id,
            "report": reported.public_id,
            "regrade": regraded.public_id,
            "amendment": source.revision.amendments[0].public_id,
            "ref": "date-" + "-".join(map(str, place_of_a_date(source.revision.body))),
            "upload": upload.public_id,
            "file": file.public_id,
            "session": elsewhere.public_id,
            "code": quiz.join_code,
            "learn.class_entrance code": group.join_code,
            "learn.come_in code": group.join_code,
            "learn.take_place code": group.join_code,
        },
        {
            "ula": ula_token,
            "olek": olek_token,
            **{one.login: sign_ins.start_session(one, START) for one in (anna, bogdan, celina, admin)},
        },
    )


def place_of_a_date(body: str) -> tuple[int, int]:
    words = "5 stycznia 1582 roku"
    return body.index(words), body.index(words) + len(words)


def visit(app: Flask, world: World, role: str, method: str, address: str) -> TestResponse:
    client = app.test_client()
    if world.cookies[role]:
        client.set_cookie("quizapp", world.cookies[role])
    form = {"content_type": "application/x-www-form-urlencoded"} if method == "POST" else {}
    return client.open(address, method=method, **form)


def routes(world: World) -> list[tuple[Rule, str]]:
    app = an_application(world.settings)
    return [
        (rule, method)
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) & {"GET", "POST"})
    ]


def is_let_in(response: TestResponse) -> bool:
    """Whether a view answered, be it that an empty form will not do."""
    away = response.status_code in (302, 303) and "/sign-in" in response.headers.get("Location", "")
    return response.status_code not in (401, 403, 404, 405, 410) and response.status_code < 500 and not away


def test_the_table_knows_every_route_and_no_other(world: World) -> None:
    assert set(AUDIENCES) == {rule.endpoint for rule, _ in routes(world)}


@pytest.mark.parametrize("role", ROLES)
def test_everybody_is_let_in_where_the_table_says_so_and_nowhere_else(
    role: str, world: World, tmp_path: Path
) -> None:
    wrong = []
    app = world.application(tmp_path)
    for rule, method in routes(world):
        may = role in MAY[AUDIENCES[rule.endpoint]]
        response = visit(app, world, role, method, world.address(rule))
        if is_let_in(response) != may:
            wrong.append(f"{method} {rule.rule} as {role}: {response.status_code}")
        if may and method == "POST":  # what it did must not stand in the way of the next
            with app.app_context():
                db.engine.dispose()
            app = world.application(tmp_path)
    with app.app_context():
        db.engine.dispose()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", ROLES)
def test_what_is_anothers_looks_like_what_is_not_there(role: str, world: World, tmp_path: Path) -> None:
    differing = []
    app = world.application(tmp_path)
    for rule, method in routes(world):
        named = rule.arguments - set(ARGUMENT_IS)
        if not named or role in MAY[AUDIENCES[rule.endpoint]]:
            continue
        foreign, missing = (
            visit(app, world, role, method, world.address(rule, missing=gone)) for gone in (False, True)
        )
        if foreign.status_code != missing.status_code or told(foreign) != told(missing):
            differing.append(f"{method} {rule.rule} as {role}: {foreign.status_code} {missing.status_code}")
    with app.app_context():
        db.engine.dispose()
    assert not differing, "\n".join(differing)


def told(response: TestResponse) -> int:
    """How long the page is without its address: the number of the request has always as many letters."""
    page = response.get_data(as_text=True)
    return len(page.replace(response.request.path, "")) if response.status_code == 404 else 0


def test_whoever_may_not_changes_nothing(world: World, tmp_path: Path) -> None:
    app = world.application(tmp_path)
    before = rows(tmp_path)

    for role in ROLES:
        for rule, method in routes(world):
            if method == "POST" and role not in MAY[AUDIENCES[rule.endpoint]]:
                visit(app, world, role, method, world.address(rule))

    with app.app_context():
        db.engine.dispose()
    assert rows(tmp_path) == before


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: database.execute(f'SELECT * FROM "{name}"').fetchall()
            for name in names
            if name not in ("tries", "reading")
        }


NOTED = {"teach.analysis": {"attempt", "publication_tally"}}
"""What is counted when it is first looked at; elsewhere only the deeds: who took what out."""


def test_nothing_is_changed_by_looking(world: World, tmp_path: Path) -> None:
    app = world.application(tmp_path)
    before, changing = rows(tmp_path), []

    for role in ROLES:
        for rule, method in routes(world):
            if method == "GET":
                visit(app, world, role, method, world.address(rule))
                after = rows(tmp_path)
                changed = {name for name in before if after[name] != before[name]}
                if changed - NOTED.get(rule.endpoint, {"deed"}):
                    changing.append(f"{rule.rule} as {role}: {', '.join(sorted(changed))}")
                before = after

    with app.app_context():
        db.engine.dispose()
    assert not changing, "\n".join(changing)
