"""Accounts: a teacher is invited, forgets a password, changes one, is let go; and what of it is written down."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from flask import Flask

from quizapp.store import access_links, people, retention, sign_ins
from tests import cast
from tests.conftest import START, Clock
from tests.web.conftest import signed_in
from tests.web.visitor import Visitor

ANOTHER = "cztery czerwone parasole w deszczu"


@pytest.fixture
def admin(app: Flask) -> Visitor:
    """The administrator, signed in."""
    with app.app_context():
        cast.an_administrator()
    visitor = Visitor(app)
    visitor.open("/sign-in")
    visitor.send("Sign in", login="admin", password=cast.PASSWORD)
    return visitor


def link_shown(visitor: Visitor) -> str:
    """The path of the link that is shown once."""
    address = visitor.page.soup.select_one(".link-once").get_text(strip=True)
    return "/" + address.split("/", 3)[3]


def is_signed_in(visitor: Visitor) -> bool:
    return visitor.open("/teach/").path == "/teach/"


def test_a_teacher_is_invited_and_the_link_works_once(app: Flask, admin: Visitor) -> None:
    admin.open("/teachers")
    admin.send("Invite a teacher")
    link = link_shown(admin)
    bogdan = Visitor(app)

    bogdan.open(link)
    bogdan.send("Make the account", name="Bogdan", login="ADMIN", password=ANOTHER)
    assert "login already" in bogdan.page.error_beside("login")
    bogdan.send("Make the account", name="Bogdan", login="bogdan", password=ANOTHER)

    assert is_signed_in(bogdan)
    assert bogdan.open("/teachers").status == 404
    assert Visitor(app).open(link).status == 410
    admin.open("/teachers")
    assert not admin.page.soup.select(".link-once")
    assert "Bogdan" in admin.page.words


def test_an_invitation_is_too_old_after_a_week(app: Flask, admin: Visitor, clock: Clock) -> None:
    admin.open("/teachers")
    admin.send("Invite a teacher")
    link = link_shown(admin)
    clock.forward(days=7)

    assert Visitor(app).open(link).status == 410


def test_a_lost_password_is_set_anew_and_every_session_ends(app: Flask, admin: Visitor) -> None:
    anna = signed_in(app, "anna")
    admin.open("/teachers")
    admin.send("Link for a new password Anna")
    first = link_shown(admin)
    admin.send("Link for a new password Anna")
    link = link_shown(admin)
    forgetful = Visitor(app)

    assert forgetful.open(first).status == 410  # a later one makes it void
    forgetful.open(link)
    forgetful.send("Change the password", password="krótkie")
    assert "At least 8 characters" in forgetful.page.error_beside("password")
    forgetful.send("Change the password", password=ANOTHER)
    forgetful.send("Sign in", login="anna", password=ANOTHER)

    assert is_signed_in(forgetful)
    assert not is_signed_in(anna)
    assert Visitor(app).open(link).status == 410


def test_a_changed_password_ends_the_other_sessions_and_needs_the_old_one(app: Flask) -> None:
    here, elsewhere = signed_in(app, "anna"), Visitor(app)
    elsewhere.open("/sign-in")
    elsewhere.send("Sign in", login="anna", password=cast.PASSWORD)

    here.open("/account")
    assert len(sessions_shown(here)) == 2
    here.send("Change the password", old="nie to", password=ANOTHER)
    assert "not the password" in here.page.error_beside("old")
    here.send("Change the password", old=cast.PASSWORD, password=ANOTHER)

    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)
    elsewhere.open("/sign-in")
    elsewhere.send("Sign in", login="anna", password=cast.PASSWORD)
    assert "wrong" in elsewhere.page.words


def test_one_may_sign_out_everywhere_else(app: Flask) -> None:
    here, elsewhere = signed_in(app, "anna"), Visitor(app)
    elsewhere.open("/sign-in")
    elsewhere.send("Sign in", login="anna", password=cast.PASSWORD)

    here.open("/account")
    here.send("Sign out everywhere else")

    assert "1 other session ended." in here.page.words or "1 other session ended." in here.page.html
    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)


FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE_ON_A_PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36 EdgA/140.0.0.0"
)


def sessions_shown(visitor: Visitor) -> list[str]:
    visitor.open("/account")
    return [" ".join(line.get_text(" ").split()) for line in visitor.page.soup.select("#sessions + ul li")]


def signed_in_with(app: Flask, browser: str) -> Visitor:
    """Anna, who has an account already, in one more browser."""
    visitor = Visitor(app)
    visitor.client.environ_base["HTTP_USER_AGENT"] = browser
    visitor.open("/sign-in")
    visitor.send("Sign in", login="anna", password=cast.PASSWORD)
    return visitor


def test_every_session_is_told_by_its_browser_and_ended_alone(app: Flask) -> None:
    here = signed_in(app, "anna")
    computer, phone = signed_in_with(app, FIREFOX), signed_in_with(app, EDGE_ON_A_PHONE)

    phone_line, computer_line, own_line = sessions_shown(here)
    assert (phone_line[:13], computer_line[:14]) == ("Edge, Android", "Firefox, Linux")
    assert "this browser" in own_line
    assert "140" not in here.page.html
    here.send("End: Edge, Android")

    assert not is_signed_in(phone)
    assert is_signed_in(computer)
    assert len(sessions_shown(here)) == 2


def test_nobody_ends_a_session_of_another(app: Flask) -> None:
    signed_in(app, "anna")
    celina = signed_in(app, "celina")
    with app.app_context():
        anna = people.account_by_login("anna")
        assert anna is not None
        session = sign_ins.sessions_of(anna, START)[0].public_id

    celina.open("/account")
    answer = celina.client.post(f"/account/sessions/{session}/end", data={"csrf_token": celina.token})

    assert answer.status_code == 404
    with app.app_context():
        assert len(sign_ins.sessions_of(anna, START)) == 1


def test_the_last_visit_is_noted_once_an_hour(app: Flask, clock: Clock) -> None:
    anna = signed_in(app, "anna")
    seen = []
    for minutes in (0, 59, 1, 59):
        clock.forward(minutes=minutes)
        seen += sessions_shown(anna)

    last = [line.partition("last visit: ")[2] for line in seen]
    assert last[0] == last[1] != last[2] == last[3]


@pytest.mark.databases("sqlite", "postgresql")
def test_a_session_ends_by_itself_four_weeks_after_the_last_visit(app: Flask, clock: Clock) -> None:
    anna = signed_in(app, "anna")
    other = signed_in_with(app, FIREFOX)
    for _ in range(3):
        clock.forward(days=27)
        assert is_signed_in(anna)
    assert not is_signed_in(other)
    assert len(sessions_shown(anna)) == 1

    clock.forward(weeks=4)
    assert not is_signed_in(anna)

    with app.app_context():
        retention.forget_expired(clock(), 30)
        assert not people.db.session.scalars(people.select(sign_ins.LoginSession)).all()


def test_who_is_let_go_is_out_at_the_next_request(app: Flask, admin: Visitor) -> None:
    anna = signed_in(app, "anna")
    admin.open("/teachers")
    admin.send("End the access Anna")

    assert not is_signed_in(anna)
    anna.open("/sign-in")
    anna.send("Sign in", login="anna", password=cast.PASSWORD)
    assert "wrong" in anna.page.words


def test_the_last_administrator_cannot_step_back(admin: Visitor) -> None:
    admin.open("/teachers")
    admin.send("Let teach only Admin")

    assert "make another administrator first" in admin.page.html
    assert admin.open("/teachers").status == 200


@pytest.mark.databases("sqlite", "postgresql")
def test_of_two_administrators_who_demote_each_other_at_once_one_stays(app: Flask) -> None:
    with app.app_context():
        ids = [cast.an_administrator(login).id for login in ("ewa", "jan")]
    barrier, refused = threading.Barrier(2), []

    def demote(number: int) -> None:
        with app.app_context():
            account = people.db.session.get(people.Account, ids[number])
            assert account is not None
            barrier.wait()
            try:
                people.give_role(account, "teacher", START)
            except people.LastAdministrator:
                refused.append(number)

    threads = [threading.Thread(target=demote, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 1


def test_what_was_done_is_written_down_for_a_year(app: Flask, admin: Visitor, clock: Clock) -> None:
    admin.open("/teachers")
    admin.send("Invite a teacher")
    admin.open("/deeds")
    assert "made an invitation" in admin.page.words
    assert cast.PASSWORD not in admin.page.html

    clock.forward(days=366)
    admin.open("/sign-in")
    admin.send("Sign in", login="admin", password=cast.PASSWORD)
    admin.open("/teachers")
    admin.send("Invite a teacher")
    admin.open("/deeds")
    assert admin.page.words.count("made an invitation") == 1
    assert admin.page.words.count("signed in") == 1


def test_the_database_holds_no_link_in_clear(app: Flask) -> None:
    with app.app_context():
        token = access_links.invite(cast.an_administrator(), START)
        kept = people.db.session.scalars(people.select(access_links.AccessLink)).one()

        assert token not in (kept.token_hash, str(kept.id))
        assert access_links.link_by_token(token, START + timedelta(days=8)) is None
