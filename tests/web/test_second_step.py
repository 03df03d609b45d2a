"""The second step at sign-in: a code after the password, which nobody goes round, guesses or uses twice."""

from __future__ import annotations

import threading
from dataclasses import replace

import pyotp
import pytest
from flask import Flask

from quizapp.cli import main
from quizapp.config import Settings
from quizapp.store import access_links, people, second_factor, sign_ins
from quizapp.store.engine import Base, db
from quizapp.web import create_app
from tests import cast
from tests.conftest import START, Clock
from tests.web.conftest import signed_in
from tests.web.visitor import Visitor

on_both = pytest.mark.databases("sqlite", "postgresql")


class Phone:
    """An app for one-time codes, and the recovery codes beside it."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self.secret, self.clock = secret, clock
        self.recovery_codes: list[str] = []

    def code(self, steps: int = 0) -> str:
        return pyotp.TOTP(self.secret).at(self.clock(), counter_offset=steps)

    def wrong_code(self) -> str:
        return next(f"{one:06}" for one in range(9) if f"{one:06}" not in map(self.code, (-1, 0, 1)))


@pytest.fixture
def anna(app: Flask) -> Visitor:
    return signed_in(app, "anna")


@pytest.fixture
def phone(anna: Visitor, clock: Clock) -> Phone:
    """Anna's, after she has turned the second step on; half a minute later a new code is there."""
    anna.open("/account")
    anna.follow("Turn it on")
    anna.send("Go on", password=cast.PASSWORD)
    phone = Phone(anna.page.soup.select_one(".secret code").get_text().replace(" ", ""), clock)
    anna.send("Turn it on", code=phone.code())
    phone.recovery_codes = [code.get_text() for code in anna.page.soup.select(".recovery-codes code")]
    clock.forward(seconds=30)
    return phone


def with_password(app: Flask) -> Visitor:
    """Somebody who knows Anna's password."""
    visitor = Visitor(app)
    visitor.open("/sign-in?next=/teach/bank")
    visitor.send("Sign in", login="anna", password=cast.PASSWORD)
    return visitor


def is_in(visitor: Visitor) -> bool:
    return visitor.open("/teach/").path == "/teach/"


@on_both
def test_after_the_password_a_code_is_asked_for(app: Flask, phone: Phone) -> None:
    visitor = with_password(app)
    assert visitor.page.path == "/sign-in/code"
    assert not is_in(visitor)

    visitor.open("/sign-in/code?next=/teach/bank")
    visitor.send("Sign in", code=phone.wrong_code())
    assert "does not fit" in visitor.page.error_beside("code")
    assert not is_in(visitor)

    visitor.open("/sign-in/code?next=/teach/bank")
    visitor.send("Sign in", code=f"{phone.code()[:3]} {phone.code()[3:]}")
    assert visitor.page.path == "/teach/bank"


def test_without_a_second_step_the_password_is_enough(app: Flask, anna: Visitor) -> None:
    assert with_password(app).page.path == "/teach/bank"


def test_a_second_step_that_was_only_begun_is_not_asked_for(app: Flask, anna: Visitor) -> None:
    anna.open("/account/second-step")
    anna.send("Go on", password="nie to")
    assert "not your password" in anna.page.error_beside("password")
    anna.send("Go on", password=cast.PASSWORD)
    anna.send("Turn it on", code="12345")
    assert "does not fit" in anna.page.error_beside("code")

    assert with_password(app).page.path == "/teach/bank"


def test_the_picture_holds_the_key_that_is_shown(anna: Visitor) -> None:
    anna.open("/account/second-step")
    anna.send("Go on", password=cast.PASSWORD)
    shown = anna.page.soup.select_one(".secret code").get_text().replace(" ", "")

    address = anna.page.soup.select_one(".secret a")["href"]

    assert pyotp.parse_uri(address).secret == shown
    assert len(anna.page.soup.select(".secret svg path")) == 2
    assert "style=" not in anna.page.soup.select_one(".secret").decode()


@pytest.mark.parametrize(("steps", "lets_in"), [(-2, False), (-1, False), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_one_step_off_but_no_code_comes_before_the_last(
    app: Flask, phone: Phone, steps: int, lets_in: bool
) -> None:
    """The code of one step ago is the one that turned the second step on."""
    visitor = with_password(app)
    visitor.send("Sign in", code=phone.code(steps))

    assert is_in(visitor) is lets_in


def test_the_code_of_a_step_ago_is_good_once(app: Flask, phone: Phone, clock: Clock) -> None:
    clock.forward(seconds=30)
    late, again = with_password(app), with_password(app)
    late.send("Sign in", code=phone.code(-1))
    again.send("Sign in", code=phone.code(-1))

    assert is_in(late)
    assert not is_in(again)


@on_both
def test_of_two_who_send_one_code_at_once_one_gets_in(app: Flask, phone: Phone) -> None:
    with app.app_context():
        anna = people.account_by_login("anna")
        assert anna is not None
        tokens = [sign_ins.start_session(anna, START, awaits_code=True) for _ in range(2)]
    keys, barrier, let_in = [app.config["SECRET_KEY"]], threading.Barrier(2), []

    def send(token: str) -> None:
        with app.app_context():
            waiting = sign_ins.waiting_session(token, phone.clock())
            assert waiting is not None
            barrier.wait()
            let_in.append(second_factor.take_second_step(waiting, phone.code(), keys, phone.clock()))

    threads = [threading.Thread(target=send, args=(token,)) for token in tokens]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(token is not None for token in let_in) == [False, True]


@on_both
def test_ten_recovery_codes_let_in_once_each(app: Flask, phone: Phone) -> None:
    assert len(set(phone.recovery_codes)) == 10
    typed = [phone.recovery_codes[0].lower(), phone.recovery_codes[1].replace("-", " ")]
    for code in typed:
        visitor = with_password(app)
        visitor.send("Sign in", code=code)
        assert is_in(visitor)
    assert "You have 8 recovery codes left." in visitor.open("/account/second-step").words

    again = with_password(app)
    again.send("Sign in", code=typed[0])
    assert not is_in(again)


def test_neither_the_key_nor_a_recovery_code_stands_in_the_database(app: Flask, phone: Phone) -> None:
    with app.app_context():
        stored = repr(
            [db.session.execute(people.select(table)).all() for table in Base.metadata.sorted_tables]
        )

    assert phone.secret not in stored
    for code in phone.recovery_codes:
        assert code not in stored
        assert code.replace("-", "") not in stored


def test_the_recovery_codes_are_shown_once(anna: Visitor, phone: Phone) -> None:
    for path in ("/account", "/account/second-step"):
        html = anna.open(path).html
        assert not any(code in html or code.replace("-", "") in html for code in phone.recovery_codes)
        assert phone.secret not in html


@on_both
def test_codes_are_guessed_ten_times_an_hour_wherever_they_are_typed(
    app: Flask, settings: Settings, clock: Clock, phone: Phone
) -> None:
    other = create_app(settings, clock)
    statuses = []
    for number in range(12):
        guesser = with_password(other if number % 2 else app)
        statuses.append(guesser.send("Sign in", code=phone.wrong_code()).status)
    assert statuses == [422] * 10 + [429] * 2

    locked_out = with_password(app)
    assert locked_out.send("Sign in", code=phone.code()).status == 429
    clock.forward(hours=1)
    late = with_password(app)
    late.send("Sign in", code=phone.code())
    assert is_in(late)
    with other.app_context():
        db.engine.dispose()


def test_the_password_is_good_for_ten_minutes(app: Flask, phone: Phone, clock: Clock) -> None:
    visitor = with_password(app)
    clock.forward(minutes=10)
    visitor.send("Sign in", code=phone.code())

    assert visitor.page.path == "/sign-in"
    assert not is_in(visitor)


@on_both
def test_who_waits_for_a_code_is_out_when_the_password_changes(
    app: Flask, anna: Visitor, phone: Phone
) -> None:
    visitor = with_password(app)
    anna.open("/account")
    assert len(anna.page.soup.select("#sessions + ul li")) == 1
    anna.send("Change the password", old=cast.PASSWORD, password="cztery czerwone parasole")

    visitor.send("Sign in", code=phone.code())

    assert not is_in(visitor)


def test_a_link_for_a_new_password_does_not_go_round_the_code(app: Flask, phone: Phone) -> None:
    with app.app_context():
        anna = people.account_by_login("anna")
        assert anna is not None
        link = access_links.let_reset(anna, cast.an_administrator(), phone.clock())
    visitor = Visitor(app)

    visitor.open(f"/new-password/{link}")
    visitor.send("Change the password", password="cztery czerwone parasole")
    visitor.send("Sign in", login="anna", password="cztery czerwone parasole")

    assert visitor.page.path == "/sign-in/code"
    assert not is_in(visitor)


def test_it_is_turned_off_by_the_password(app: Flask, anna: Visitor, phone: Phone) -> None:
    anna.open("/account/second-step")
    anna.send("Turn it off", password="nie to")
    assert "not your password" in anna.page.error_beside("password")
    anna.send("Turn it off", password=cast.PASSWORD)

    assert with_password(app).page.path == "/teach/bank"
    assert is_in(anna)


@pytest.fixture
def boss(app: Flask) -> Visitor:
    with app.app_context():
        cast.an_administrator("boss")
    visitor = Visitor(app)
    visitor.open("/sign-in")
    visitor.send("Sign in", login="boss", password=cast.PASSWORD)
    return visitor


def test_an_administrator_turns_it_off_for_who_has_lost_the_phone(
    app: Flask, anna: Visitor, phone: Phone, boss: Visitor
) -> None:
    boss.open("/teachers")
    boss.send("Turn the second step off Anna")

    assert with_password(app).page.path == "/teach/bank"
    assert not is_in(anna)


def test_what_was_done_about_it_is_written_down(
    app: Flask, anna: Visitor, phone: Phone, boss: Visitor
) -> None:
    with_password(app).send("Sign in", code=phone.wrong_code())
    boss.open("/teachers")
    boss.send("Turn the second step off Anna")

    words = boss.open("/deeds").words

    for deed in (
        "anna turned the second step at sign-in on",
        "anna gave the password and a wrong code",
        "boss turned a second step off for somebody anna",
    ):
        assert deed in words


def test_the_only_administrator_is_helped_at_the_machine(
    app: Flask, settings: Settings, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_DATA", str(settings.data))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)

    assert main(["end-second-step", "anna"]) == 0
    assert with_password(app).page.path == "/teach/bank"
    assert main(["end-second-step", "anna"]) == 1


def test_after_a_change_of_the_key_of_the_site_codes_go_on_while_the_old_one_is_named(
    settings: Settings, phone: Phone, clock: Clock
) -> None:
    changed = replace(settings, secret_key="another key, long enough")
    for fallbacks, lets_in in (((settings.secret_key,), True), ((), False)):
        site = create_app(replace(changed, secret_key_fallbacks=fallbacks), clock)
        clock.forward(seconds=30)
        visitor = with_password(site)
        visitor.send("Sign in", code=phone.code())
        assert is_in(visitor) is lets_in
        with site.app_context():
            db.engine.dispose()
    site = create_app(changed, clock)
    visitor = with_password(site)
    visitor.send("Sign in", code=phone.recovery_codes[0])
    assert is_in(visitor)
    with site.app_context():
        db.engine.dispose()
