from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from flask import Flask

from quizapp.store import groups
from tests import cast
from tests.conftest import START, Clock
from tests.web.conftest import a_code, choose, joined
from tests.web.visitor import Visitor

LIST = "Lp.\tNazwisko i imię\n1.\tNowak, Jan\n2.\tKowalska Zofia\n3.\tJan Nowak\n"


@pytest.fixture
def group(anna: Visitor) -> str:
    """The address of Anna's class of two."""
    return a_group(anna, "7b", LIST)


def a_group(teacher: Visitor, name: str, pupils: str) -> str:
    teacher.open("/teach/groups")
    teacher.send("New class", name=name)
    address = teacher.page.path.removesuffix("/pupils")
    if pupils:
        teacher.send("Read the list", pupils=pupils)
        teacher.send("Add ")
    return address


def code_of(teacher: Visitor, group: str) -> str:
    teacher.open(group)
    return re.sub(r"\W", "", teacher.page.soup.select_one(".class-code .join-code").get_text())


def slips(page_owner: Visitor) -> dict[str, str]:
    found = {}
    for slip in page_owner.page.soup.select(".slips li"):
        found[slip.strong.get_text()] = re.sub(r"\W", "", slip.select_one(".slip-code").get_text())
    return found


def come(app: Flask, code: str, name: str, personal: str = "") -> Visitor:
    pupil = Visitor(app)
    pupil.open("/")
    pupil.send("Go", code=code)
    options = {o.get_text(): o["value"] for o in pupil.page.soup.select("select[name=place] option")}
    pupil.send("That is me", place=options[name], code=personal)
    return pupil


def set_quiz(teacher: Visitor, group: str, title: str = "Unia lubelska: sprawdzian", **hours: str) -> None:
    teacher.open(group)
    options = {o.get_text(): o["value"] for o in teacher.page.soup.select("select[name=quiz] option")}
    teacher.send("Set for the class", quiz=options[title], **hours)


def test_a_pasted_list_is_shown_before_it_is_taken(anna: Visitor) -> None:
    anna.open("/teach/groups")
    anna.send("New class", name="7b")
    page = anna.send("Read the list", pupils=LIST)

    assert "2 pupils will come in, 2 lines are left out" in page.words
    assert "Line 1, “Lp. Nazwisko i imię”: the heading of a table" in page.words
    assert "Line 4, “3. Jan Nowak”: the same as line 2" in page.words
    assert [li.get_text(" ", strip=True) for li in page.soup.select(".to-come li")] == [
        "1. Jan N. 1. Nowak, Jan",
        "2. Zofia K. 2. Kowalska Zofia",
    ]
    assert page.typed("pupils") == LIST.replace("\r", "")

    anna.send("Add 2 pupils")

    assert "2 pupils added." in anna.page.html
    assert "Nowak" not in anna.page.html


def test_a_list_may_be_numbers_alone_and_nobody_is_added_twice(anna: Visitor) -> None:
    group = a_group(anna, "7b", "1\n2\n3")
    anna.open(f"{group}/pupils")

    page = anna.send("Read the list", pupils="1\n2\n3\n4")

    assert "1 pupil will come in, 3 lines are left out" in page.words
    assert "in the class already: 1" in page.words


@pytest.mark.parametrize("pupils", ["", "   \n\t\n"])
def test_an_empty_list_is_refused_beside_the_field(anna: Visitor, pupils: str) -> None:
    group = a_group(anna, "7b", "")
    anna.open(f"{group}/pupils")

    page = anna.send("Read the list", pupils=pupils)

    assert page.status == 422
    assert page.error_beside("pupils") == "Write or paste at least one pupil."


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", "{{7*7}}", "' OR 1=1"])
def test_a_hostile_name_is_shown_as_it_is_written(anna: Visitor, name: str) -> None:
    group = a_group(anna, name, name)
    anna.open(group)

    assert name in anna.page.words
    assert anna.page.heading == name


def test_a_name_is_taken_once_without_a_code(app: Flask, anna: Visitor, group: str) -> None:
    code = code_of(anna, group)
    jan = come(app, code, "1. Jan N.")

    assert "You are in the class 7b." in jan.page.html
    assert "For your class 7b" in jan.page.words
    again = come(app, code, "1. Jan N.")
    assert again.page.status == 422
    assert "Somebody has come as Jan N. already" in again.page.error_beside("place")

    anna.open(group)
    anna.follow("Jan N.")
    anna.send("Let the name be chosen once more")
    assert "You are in the class 7b." in come(app, code, "1. Jan N.").page.html


def test_a_personal_code_opens_the_place_of_one_pupil_and_no_other(
    app: Flask, anna: Visitor, group: str
) -> None:
    code = code_of(anna, group)
    anna.send("Personal codes for 2 pupils")
    codes = slips(anna)
    assert set(codes) == {"1. Jan N.", "2. Zofia K."}

    assert "not the personal code of Jan N." in come(app, code, "1. Jan N.").page.error_beside("code")
    wrong = come(app, code, "1. Jan N.", codes["2. Zofia K."])
    assert wrong.page.status == 422
    right = come(app, code, "1. Jan N.", codes["1. Jan N."].lower())
    assert "You are in the class 7b." in right.page.html
    assert "You are in the class 7b." in come(app, code, "1. Jan N.", codes["1. Jan N."]).page.html


def test_the_personal_code_alone_is_enough_on_the_first_page(app: Flask, anna: Visitor, group: str) -> None:
    anna.open(group)
    anna.send("Personal codes for 2 pupils")
    pupil = Visitor(app)
    pupil.open("/")

    pupil.send("Go", code=slips(anna)["2. Zofia K."])

    assert "For your class 7b" in pupil.page.words
    anna.open(group)
    assert "Personal code" not in anna.page.words


def test_codes_of_one_pupil_cannot_be_guessed_at_without_end(app: Flask, anna: Visitor, group: str) -> None:
    code = code_of(anna, group)
    anna.send("Personal codes for 2 pupils")

    seen = [come(app, code, "1. Jan N.", f"BCDFGHJKL{number}").page.status for number in range(2, 10)]
    guesser = Visitor(app)
    for _ in range(4):
        guesser = come(app, code, "1. Jan N.", "BCDFGHJKLM")

    assert set(seen) == {422}
    assert guesser.page.status == 429


def test_whom_the_code_lets_in_is_the_teachers_choice(app: Flask, anna: Visitor, group: str) -> None:
    code = code_of(anna, group)
    pupil = Visitor(app)
    assert "Join the class" not in pupil.open(f"/c/{code}").words
    assert pupil.post(f"/c/{code}/new", {"csrf_token": pupil.token, "nickname": "Ola"}).status == 404

    anna.open(group)
    anna.send("Save", joining="anyone")
    pupil.open(f"/c/{code}")
    twin = pupil.send("Join the class", nickname="JAN N")
    assert twin.status == 422
    assert "Somebody in the class is called so" in twin.error_beside("nickname")
    pupil.send("Join the class", nickname="Ola")
    assert "Ola" in anna.open(group).words

    anna.send("Save", joining="closed")
    assert pupil.open(f"/c/{code}").status == 404
    pupil.open("/")
    refused = pupil.send("Go", code=code)
    pupil.open("/")
    assert refused.error_beside("code") == pupil.send("Go", code="BBBBBBB").error_beside("code")


def test_a_new_class_code_ends_the_old(app: Flask, anna: Visitor, group: str, visitor: Visitor) -> None:
    old = code_of(anna, group)
    anna.send("Give the class a new code")

    assert visitor.open(f"/c/{old}").status == 404
    assert visitor.open(f"/c/{code_of(anna, group)}").status == 200


@pytest.mark.parametrize("name", ["admin", "Nauczyciel", "Administrator"])
def test_nobody_joins_as_the_teacher(app: Flask, code: str, name: str) -> None:
    pupil = joined(app, code, name)

    assert pupil.page.status == 422
    assert "could be taken for your teacher's" in pupil.page.error_beside("nickname")


@pytest.mark.parametrize("twin", ["OLA", "О́ла", "Ola"])
def test_two_who_join_a_quiz_under_one_name_are_told_apart(app: Flask, code: str, twin: str) -> None:
    joined(app, code, "Ola")

    second = joined(app, code, twin)

    assert second.page.soup.select_one(".nickname").get_text() == f"{twin} 2"


def test_the_class_sees_what_is_set_and_the_teacher_who_has_done_it(
    app: Flask, anna: Visitor, code: str, group: str
) -> None:
    jan = come(app, code_of(anna, group), "1. Jan N.")
    assert "Your teacher has not set anything yet." in jan.page.words
    set_quiz(anna, group, due_at="2026-11-24T10:00")
    assert "has not come yet" in anna.page.words

    jan.open("/")
    assert "until 24 Nov 2026, 10:00" in jan.page.words
    jan.follow("Unia lubelska: sprawdzian")
    jan.send("Start")
    assert "under way, 0 of 3" in anna.open(group).words
    choose(jan, "1 lipca 1569 roku")
    jan.open(jan.page.path.rsplit("/", 1)[0] + "/review")
    jan.send("Finish")

    assert "1 / 3" in anna.open(group).words
    assert anna.follow("1 / 3").heading == "Jan N."
    assert "handed in, 1 / 3" in jan.open("/").words


def test_a_quiz_is_begun_in_the_hours_of_the_class_and_handed_in_at_the_deadline(
    app: Flask, anna: Visitor, code: str, group: str, clock: Clock
) -> None:
    jan = come(app, code_of(anna, group), "1. Jan N.")
    set_quiz(anna, group, opens_at="2026-11-23T12:00", due_at="2026-11-23T14:00")

    assert "from 23 Nov 2026, 12:00" in jan.open("/").words
    assert "Your class may begin on 23 Nov 2026, 12:00" in jan.open(f"/q/{code}").words
    forced = jan.post(f"/q/{code}", {"csrf_token": jan.token})
    assert forced.status == 409

    clock.forward(hours=3)
    jan.open(f"/q/{code}")
    jan.send("Start")
    choose(jan, "1 lipca 1569 roku")
    clock.forward(hours=1, seconds=30)
    assert "1 / 3" in anna.open(group).words
    assert "the time is up" in anna.page.words

    zofia = come(app, code_of(anna, group), "2. Zofia K.")
    assert "the time was up on 23 Nov 2026, 14:00" in zofia.page.words
    assert "The time that your class had for it is up." in zofia.open(f"/q/{code}").words


def test_a_later_deadline_holds_for_what_is_under_way(
    app: Flask, anna: Visitor, code: str, group: str, clock: Clock
) -> None:
    set_quiz(anna, group, due_at="2026-11-23T11:00")
    jan = come(app, code_of(anna, group), "1. Jan N.")
    jan.open(f"/q/{code}")
    jan.send("Start")

    anna.open(group)
    anna.follow("Change the hours")
    assert anna.page.typed("due_at") == "2026-11-23T11:00"
    anna.send("Set for the class", due_at="2026-11-23T12:00")
    clock.forward(minutes=90)
    choose(jan, "1 lipca 1569 roku")

    assert "under way, 1 of 3" in anna.open(group).words


def test_set_no_more_takes_it_from_the_first_page(app: Flask, anna: Visitor, code: str, group: str) -> None:
    set_quiz(anna, group)
    jan = come(app, code_of(anna, group), "1. Jan N.")
    assert "Unia lubelska" in jan.page.words

    anna.open(group)
    anna.send("Set no more")

    assert "Unia lubelska" not in jan.open("/").words
    assert "Start" in jan.open(f"/q/{code}").words


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("due_at", "2026-02-30T10:00", "There is no such day or time"),
        ("due_at", "0000-01-01T10:00", "There is no such day or time"),
        ("due_at", "99999-01-01T10:00", "There is no such day or time"),
        ("opens_at", "jutro", "There is no such day or time"),
        ("due_at", "2026-11-30T09:00", "The deadline must come after the beginning"),
    ],
)
def test_hours_that_cannot_be_are_refused_beside_the_field(
    anna: Visitor, code: str, group: str, field: str, typed: str, says: str
) -> None:
    set_quiz(anna, group, **{"opens_at": "2026-11-30T10:00", field: typed})

    assert anna.page.status == 422
    assert says in anna.page.error_beside(field)
    assert anna.page.typed("opens_at") == ("2026-11-30T10:00" if field != "opens_at" else typed)


def test_an_hour_that_the_clocks_leave_out_is_moved_and_told(anna: Visitor, code: str, group: str) -> None:
    set_quiz(anna, group, due_at="2027-03-28T02:30")

    assert "leave out 2027-03-28 02:30: 28 Mar 2027, 03:30 holds instead" in anna.page.html
    assert "until 28 Mar 2027, 03:30" in anna.page.words


def test_more_time_is_given_before_the_first_attempt(
    app: Flask, anna: Visitor, group: str, clock: Clock
) -> None:
    code = a_code(app, time_limit=10)
    come_code = code_of(anna, group)
    anna.follow("Jan N.")
    anna.send("Save", extra_time="150")
    assert "time: half as much again" in anna.page.words
    jan, zofia = come(app, come_code, "1. Jan N."), come(app, come_code, "2. Zofia K.")
    for pupil in (jan, zofia):
        pupil.open(f"/q/{code}")
        pupil.send("Start")

    assert "15 min left" in jan.page.words
    assert "10 min left" in zofia.page.words

    anna.open(group)
    anna.follow("Zofia K.")
    anna.send("Save", extra_time="200")
    assert "20 min left" in zofia.open(zofia.page.path).words


def test_a_pupil_is_renamed_and_nobody_else_is_called_so(app: Flask, anna: Visitor, group: str) -> None:
    anna.open(group)
    anna.follow("Jan N.")
    twin = anna.send("Save", nickname="ZOFIA K")
    assert twin.status == 422
    assert "Somebody in the class is called so" in twin.error_beside("nickname")
    assert twin.typed("nickname") == "ZOFIA K"

    anna.send("Save", nickname="Zielony Smok")

    assert "Zielony Smok" in anna.page.words
    assert "Zofia K." in anna.page.words


def test_a_pupil_who_joined_twice_is_made_one_and_the_scores_move(
    app: Flask, anna: Visitor, code: str, group: str
) -> None:
    set_quiz(anna, group)
    anna.send("Save", joining="anyone")
    twin = Visitor(app)
    twin.open(f"/c/{code_of(anna, group)}")
    twin.send("Join the class", nickname="Janek")
    twin.open(f"/q/{code}")
    twin.send("Start")
    choose(twin, "1 lipca 1569 roku")
    at = twin.page.path

    anna.open(group)
    anna.follow("Janek")
    jan = next(
        o["value"] for o in anna.page.soup.select("select[name=other] option") if "Jan N." in o.get_text()
    )
    told = anna.send("Show what moves", other=jan)
    assert told.heading == "3. Janek is 1. Jan N."
    assert "1 attempt with its answers and score" in told.words
    assert "It cannot be undone" in told.words
    assert "3. Janek" not in anna.send("Make one pupil of both").words.replace("3. Janek is", "")

    assert "under way, 1 of 3" in anna.open(group).words
    assert "Janek" not in anna.page.words
    assert twin.open(at).status == 200
    assert twin.page.soup.select_one(".nickname").get_text() == "Jan N."


def test_merging_asks_for_the_other_entry(anna: Visitor, group: str) -> None:
    anna.open(group)
    anna.follow("Jan N.")

    page = anna.send("Show what moves")

    assert page.status == 422
    assert page.error_beside("other") == "Choose the other entry of the same pupil."


def test_taking_off_the_list_is_confirmed_and_keeps_the_scores(
    app: Flask, anna: Visitor, code: str, group: str
) -> None:
    set_quiz(anna, group)
    jan = come(app, code_of(anna, group), "1. Jan N.")
    jan.open(f"/q/{code}")
    jan.send("Start")
    anna.open(group)
    anna.follow("Jan N.")
    told = anna.follow("Take off the list")
    assert "1 attempt with its score, under Scores" in told.words

    anna.send("Take off the list")

    assert "Jan N." not in anna.page.words
    assert "Jan N." in anna.open("/teach/scores").words
    assert "For your class" not in jan.open("/").words


def test_deleting_a_class_says_what_goes_and_keeps_attempts(
    app: Flask, anna: Visitor, code: str, group: str
) -> None:
    set_quiz(anna, group)
    jan = come(app, code_of(anna, group), "1. Jan N.")
    jan.open(f"/q/{code}")
    jan.send("Start")
    anna.open(group)
    told = anna.follow("Delete the class")
    assert "the list of 2 pupils" in told.words
    assert "attempts and scores of 1 pupil who has come" in told.words

    anna.send("Delete the class")

    assert "No classes yet" in anna.page.words
    assert anna.open(group).status == 404
    assert "Jan N." in anna.open("/teach/scores").words
    with app.app_context():
        assert groups.db.session.scalar(groups.select(groups.func.count(groups.Learner.id))) == 1


def test_a_stranger_reaches_nothing_of_a_class(anna: Visitor, celina: Visitor, code: str, group: str) -> None:
    set_quiz(anna, group)
    anna.follow("Jan N.")
    member = anna.page.path
    celina.open("/teach/groups")
    token = {"csrf_token": celina.token}

    for path in (group, f"{group}/pupils", f"{group}/code.svg", f"{group}/deletion", member):
        assert celina.open(path).status == 404, path
    for path in (f"{member}/removal", f"{member}/merging"):
        assert celina.open(path).status == 404, path
    for path in ("", "/new-code", "/pupils", "/codes", "/assignments", "/teachers", "/deletion"):
        assert celina.post(group + path, token).status == 404, path
    for path in ("", "/code", "/freeing", "/merging", "/removal"):
        assert celina.post(member + path, token).status == 404, path


def test_a_class_is_shared_by_login_and_only_its_owner_deletes_or_shares_it(
    app: Flask, anna: Visitor, celina: Visitor, code: str, group: str
) -> None:
    set_quiz(anna, group)
    nobody = anna.send("Share with them", login="nobody")
    assert nobody.status == 422
    assert nobody.error_beside("login") == "Nobody here signs in by this name."
    anna.send("Share with them", login="CELINA")
    assert "Celina has the class too now." in anna.page.html

    celina.open("/teach/groups")
    celina.follow("7b")
    assert "Jan N." in celina.page.words
    assert "Delete the class" not in celina.page.words
    token = {"csrf_token": celina.token, "login": "celina"}
    assert celina.post(f"{group}/deletion", token).status == 404
    assert celina.post(f"{group}/teachers", token).status == 404

    anna.open(group)
    anna.send("Share no more")
    assert celina.open(group).status == 404


def test_only_ones_own_quiz_is_set(app: Flask, anna: Visitor, celina: Visitor, code: str) -> None:
    with app.app_context():
        quiz = groups.db.session.scalars(groups.select(cast.quizzes.Quiz)).one().public_id
    other = a_group(celina, "8c", "1\n2")
    celina.open(other)

    page = celina.send("Set for the class", quiz=quiz)

    assert page.status == 422
    assert page.error_beside("quiz") == "Choose a quiz."


def test_the_own_data_of_a_pupil_tell_the_classes_and_erasing_leaves_the_list(
    app: Flask, anna: Visitor, code: str, group: str
) -> None:
    come_code = code_of(anna, group)
    anna.follow("Jan N.")
    anna.send("Save", extra_time="150")
    jan = come(app, come_code, "1. Jan N.")

    told = json.loads(jan.client.get("/scores/my-data.json").text)
    assert told["classes"] == [
        {"class": "7b", "number": 1, "extra_time": 150, "joined_at": "2026-11-23T09:00:00+00:00"}
    ]
    jan.open("/scores/erase")
    assert "your place in 1 class, with the time that you were given there" in jan.page.words
    jan.send("Erase for good")

    assert "Jan N." not in anna.open(group).words
    assert "Zofia K." in anna.page.words


def test_two_quizzes_of_one_title_are_told_apart_by_their_day(
    app: Flask, anna: Visitor, code: str, group: str
) -> None:
    with app.app_context():
        account = groups.db.session.scalars(groups.select(groups.Account)).one()
        cast.quizzes.add_quiz("Unia lubelska: sprawdzian", account, START + timedelta(days=1))
    anna.open(group)

    options = [option.get_text() for option in anna.page.soup.select("select[name=quiz] option")]

    assert options[1:] == [
        "Unia lubelska: sprawdzian (24 Nov 2026, 10:00)",
        "Unia lubelska: sprawdzian (23 Nov 2026, 10:00)",
    ]


@pytest.mark.parametrize("typed", [" {0}-{1} ", "{lower}", "{0}\u2003{1}", "{wide}"])
def test_the_code_of_a_class_may_be_typed_in_any_way(
    app: Flask, anna: Visitor, group: str, typed: str, visitor: Visitor
) -> None:
    code = code_of(anna, group)
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    visitor.open("/")

    page = visitor.send("Go", code=typed.format(code[:3], code[3:], lower=code.lower(), wide=wide))

    assert page.heading == "7b"
