"""Answering under the rules of the quiz: when feedback is due, how long there is, what can be come back to."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.conftest import Clock
from tests.web.conftest import a_code, choose, joined
from tests.web.visitor import Visitor

RIGHT_DATE, WRONG_DATE, PEACE = "1 lipca 1569 roku", "3 maja 1791 roku", "5 stycznia 1582 roku"
SAVE = "Save and go on"
SECRETS = ("KANAREK", "Tak mówi tekst", "to inna data", "Unię zawarto w Lublinie")


def attempt_of(visitor: Visitor) -> str:
    return "/".join(visitor.page.path.split("/")[:3])


def tick(visitor: Visitor, text: str) -> str:
    """The value of the option that says so."""
    label = next(tag for tag in visitor.page.soup.find_all("label") if text in tag.get_text())
    return str(label.find("input")["value"])


def save_draft(visitor: Visitor, **values: str) -> tuple[int, dict[str, object]]:
    """What the script of the page does when something was typed."""
    form = visitor.page.soup.select_one("form[data-autosave]")
    hidden = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    response = visitor.client.post(form["data-autosave"], data={**hidden, **values})
    return response.status_code, response.get_json()


def finish(visitor: Visitor) -> None:
    visitor.open(attempt_of(visitor) + "/review")
    visitor.send("Finish")


def close(anna: Visitor) -> None:
    anna.open("/teach/quizzes")
    anna.follow("Unia lubelska: sprawdzian")
    anna.send("Close")


@pytest.fixture
def tested(app: Flask, anna: Visitor) -> Visitor:
    """A pupil at the first question of a test that is explained at the end."""
    return joined(app, a_code(app, "at_end"), "Ula")


@pytest.fixture
def examined(app: Flask, anna: Visitor) -> Visitor:
    """A pupil at the first question of a test that is explained after closing."""
    return joined(app, a_code(app, "after_closing"), "Ula")


@pytest.fixture
def hurried(app: Flask, anna: Visitor) -> Visitor:
    """A pupil at the first question of a quiz of ten minutes."""
    return joined(app, a_code(app, "at_once", time_limit=10), "Ula")


def test_in_a_test_the_next_question_follows_at_once_and_the_end_explains_all(tested: Visitor) -> None:
    choose(tested, RIGHT_DATE, SAVE)
    assert tested.page.path.endswith("/2")
    tested.send(SAVE, answer="Kraków")
    choose(tested, PEACE, SAVE)
    assert tested.page.path.endswith("/review")

    tested.send("Finish")

    assert "2 points" in tested.page.words
    assert "Unię zawarto w Lublinie." in tested.page.words


def test_in_a_test_an_answer_may_be_changed_until_the_finish(tested: Visitor) -> None:
    here = tested.page.path
    choose(tested, WRONG_DATE, SAVE)

    tested.open(here)
    ticked = tested.page.soup.select_one("input[name=answer][checked]").find_parent("label")
    assert WRONG_DATE in ticked.get_text()
    choose(tested, RIGHT_DATE, SAVE)
    finish(tested)

    assert "1 point" in tested.page.words


@pytest.mark.parametrize("feedback", ["at_end", "after_closing"])
def test_no_page_of_a_test_tells_right_from_wrong_before_it_is_due(
    app: Flask, anna: Visitor, feedback: str
) -> None:
    code = a_code(app, feedback)  # type: ignore[arg-type]
    right, wrong = joined(app, code, "Ula"), joined(app, code, "Ola")
    attempts = [attempt_of(right), attempt_of(wrong)]
    choose(right, RIGHT_DATE, SAVE)
    choose(wrong, WRONG_DATE, SAVE)

    for path in ("/1", "/2", "/review", "", "/result", "/1/report"):
        pages = [who.open(attempt + path) for who, attempt in zip((right, wrong), attempts, strict=True)]
        assert len({page.status for page in pages}) == 1
        assert len({len(page.html) for page in pages}) == 1, path
        assert not any(secret in page.html for secret in SECRETS for page in pages)
        assert not any("1 point" in page.html for page in pages)


def test_after_closing_the_score_and_the_key_wait_for_the_teacher(examined: Visitor, anna: Visitor) -> None:
    choose(examined, RIGHT_DATE, SAVE)
    attempt = attempt_of(examined)
    finish(examined)

    pages = [examined.open(path) for path in (f"{attempt}/result", f"{attempt}/1", "/scores")]
    assert not any(secret in page.html for secret in SECRETS for page in pages)
    assert not any("1 / 3" in page.words or "1 point" in page.html for page in pages)
    assert examined.open(f"{attempt}/1/report").status == 404
    assert "after closing" in pages[2].words

    close(anna)

    examined.open(f"{attempt}/result")
    assert "1 point" in examined.page.words
    assert "KANAREK" in examined.page.html


def test_closing_hands_in_what_is_under_way_before_anything_is_shown(
    examined: Visitor, anna: Visitor
) -> None:
    here, token = examined.page.path, examined.token
    close(anna)

    examined.post(here, {"csrf_token": token, "answer": "a"})

    assert examined.page.path.endswith("/result")
    assert "0 points" in examined.page.words


def test_a_second_session_learns_nothing_from_a_test_before_it_is_closed(app: Flask, anna: Visitor) -> None:
    spy = joined(app, a_code(app, "after_closing"), "Spy")
    finish(spy)

    assert not any(secret in spy.page.html for secret in SECRETS)


def test_what_was_half_typed_is_there_again(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    ula.follow("Next question")

    assert save_draft(ula, answer="Lubl") == (200, {"saved": True})

    ula.open(ula.page.path)
    assert ula.page.typed("answer") == "Lubl"


def test_what_was_saved_by_the_page_counts_at_the_end_of_a_test(tested: Visitor) -> None:
    save_draft(tested, answer=tick(tested, RIGHT_DATE))

    finish(tested)

    assert "1 point" in tested.page.words


def test_a_draft_of_anything_is_kept_or_refused_and_never_breaks(ula: Visitor) -> None:
    for given in ("z", "", "a" * 70_000, "\x00", "<zqx>", "😀"):
        assert save_draft(ula, answer=given)[0] == 200
        assert ula.open(ula.page.path).status == 200


def test_another_pupil_cannot_write_into_a_draft(app: Flask, ula: Visitor, code: str) -> None:
    olek = joined(app, code, "Olek")

    for path in ("draft", "flag"):
        assert olek.post(f"{ula.page.path}/{path}", {"csrf_token": olek.token, "answer": "a"}).status == 404


def test_an_older_window_does_not_write_over_a_newer_answer(tested: Visitor) -> None:
    here, old = tested.page.path, tested.page
    tested.open(here)
    choose(tested, RIGHT_DATE, SAVE)

    tested.page = old
    choose(tested, WRONG_DATE, SAVE)

    assert tested.page.path == here
    assert "another window" in tested.page.html
    finish(tested)
    assert "1 point" in tested.page.words


def test_the_page_is_told_that_another_window_has_answered(tested: Visitor) -> None:
    old = tested.page
    tested.open(tested.page.path)
    choose(tested, WRONG_DATE, SAVE)

    tested.page = old
    status, said = save_draft(tested, answer="a")

    assert status == 409
    assert "another window" in str(said["message"])


def test_the_script_of_the_page_is_told_where_to_go_alike_for_right_and_wrong(app: Flask, code: str) -> None:
    told = set()
    for answer in (RIGHT_DATE, WRONG_DATE):
        pupil = joined(app, code, "Pupil")
        here = pupil.page.path
        data = {"csrf_token": pupil.token, "answer": tick(pupil, answer)}
        response = pupil.client.post(here, data=data, headers={"Accept": "application/json"})
        told.add((response.status_code, response.get_json()["go"] == here, response.content_length))

    assert len(told) == 1


def test_back_after_feedback_shows_the_answered_question(ula: Visitor) -> None:
    here = ula.page.path
    choose(ula, RIGHT_DATE)
    ula.follow("Next question")

    ula.open(here)

    assert "Your answer" in ula.page.words
    assert not ula.page.soup.select("form[data-autosave]")


def test_a_flagged_question_is_listed_before_the_finish_with_what_was_typed(ula: Visitor) -> None:
    ula.open(attempt_of(ula) + "/2")
    ula.send("Flag for later", answer="Lubl")
    assert ula.page.typed("answer") == "Lubl"
    assert ula.page.soup.select_one("button[name=flagged]")["aria-pressed"] == "true"

    ula.follow("Overview")
    assert [a["href"][-2:] for a in ula.page.soup.select("main .flagged a")] == ["/2"]
    ula.open(attempt_of(ula) + "/2")
    ula.send("Flag for later")

    ula.follow("Overview")
    assert ula.page.soup.select("main .flagged") == []


def test_the_deadline_is_the_servers_and_a_late_answer_is_not_counted(hurried: Visitor, clock: Clock) -> None:
    here, token = hurried.page.path, hurried.token
    choose(hurried, RIGHT_DATE)
    hurried.follow("Next question")
    late = {"csrf_token": token, "answer": "Lublin", "deadline_at": "2099-01-01", "extra_time": "0"}

    clock.forward(minutes=10, seconds=11)
    hurried.post(here[:-1] + "2", late)

    assert hurried.page.path.endswith("/result")
    assert "not counted" in hurried.page.html
    assert "1 point" in hurried.page.words
    assert "10 min 0 s" in hurried.page.words


def test_an_answer_on_its_way_at_the_deadline_counts(hurried: Visitor, clock: Clock) -> None:
    clock.forward(minutes=10, seconds=9)

    choose(hurried, RIGHT_DATE)

    assert "Right" in hurried.page.words


def test_the_time_that_is_left_is_on_the_page_and_can_be_hidden(hurried: Visitor, clock: Clock) -> None:
    clock.forward(minutes=3, seconds=30)
    hurried.open(hurried.page.path)

    timer = hurried.page.soup.select_one("details.timer")
    assert "7 min left" in timer.get_text()
    assert timer["data-timer"] == "390"
    assert hurried.page.soup.select_one("[data-time-warning]")["role"] == "status"


def test_there_is_no_timer_where_there_is_no_limit(ula: Visitor) -> None:
    assert ula.page.soup.select(".timer") == []
    assert "timer.js" not in ula.page.html


def test_the_teacher_gives_one_pupil_more_time(hurried: Visitor, anna: Visitor, clock: Clock) -> None:
    anna.open("/teach/scores")
    anna.follow("Ula")
    anna.send("Save", extra_time="200")
    assert "Saved" in anna.page.html

    clock.forward(minutes=15)
    choose(hurried, RIGHT_DATE)

    assert "Right" in hurried.page.words


@pytest.mark.parametrize("share", ["", "1000", "-1", "x"])
def test_only_the_shares_on_the_page_can_be_given(hurried: Visitor, anna: Visitor, share: str) -> None:
    anna.open("/teach/scores")
    anna.follow("Ula")

    anna.send("Save", extra_time=share)

    assert anna.page.status == 422


def test_a_stranger_gives_no_time(hurried: Visitor, celina: Visitor) -> None:
    celina.open("/teach/quizzes")
    path = attempt_of(hurried).replace("/a/", "/teach/scores/") + "/time"

    assert celina.post(path, {"csrf_token": celina.token, "extra_time": "200"}).status == 404


def test_the_history_shows_an_overdue_attempt_as_handed_in(
    hurried: Visitor, anna: Visitor, clock: Clock
) -> None:
    choose(hurried, RIGHT_DATE)
    clock.forward(hours=2)

    anna.open("/teach/scores")

    assert "1 / 3" in anna.page.words


def test_how_sure_one_was_is_kept_counts_for_nothing_and_brings_the_surprise_first(
    ula: Visitor, anna: Visitor
) -> None:
    choose(ula, RIGHT_DATE, confidence="guess")
    ula.follow("Next question")
    ula.send("Answer", answer="Kraków", confidence="sure")
    ula.follow("Next question")
    choose(ula, WRONG_DATE, confidence="all")
    finish(ula)

    stems = [tag.get_text(strip=True) for tag in ula.page.soup.select(".result-stem")]
    assert stems[0].startswith("Jak nazywa się miasto")
    assert "1 point" in ula.page.words
    anna.open("/teach/scores")
    anna.follow("Ula")
    assert "I am sure" in anna.page.words


def test_a_test_does_not_ask_how_sure_one_is(tested: Visitor) -> None:
    assert tested.page.soup.select("input[name=confidence]") == []


def test_what_was_missed_is_asked_again_and_nothing_else(ula: Visitor, anna: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    finish(ula)

    ula.send("Try again the 2 you missed")
    assert "Question 1 of 2" in ula.page.words
    assert ula.open(attempt_of(ula) + "/1").status == 404
    ula.open(ula.page.path.removesuffix("/1") + "/2")
    ula.send("Answer", answer="Lublin")
    ula.follow("Next question")
    assert "Question 2 of 2" in ula.page.words
    choose(ula, PEACE)
    ula.follow("To the end")
    ula.send("Finish")

    assert "2 points" in ula.page.words
    assert "you missed" not in ula.page.words
    anna.open("/teach/scores")
    assert "2 / 2" in anna.page.words
    assert "what was missed" in anna.page.words


def test_there_is_no_retry_while_the_key_is_not_due(examined: Visitor) -> None:
    finish(examined)
    result = examined.page.path

    assert "missed" not in examined.page.words
    examined.open("/")
    examined.post(result.replace("/result", "/retry"), {"csrf_token": examined.token})
    assert examined.page.path == result


def test_a_code_shown_once_brings_a_pupil_back_on_another_device(app: Flask, ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    ula.open("/return-code")
    ula.send("Give me a code")
    code = str(ula.page.soup.select_one("[data-return-code]")["data-return-code"])
    assert code not in ula.open("/return-code").html

    elsewhere = Visitor(app)
    elsewhere.open("/")
    elsewhere.follow("Come back with a code")
    elsewhere.send("Go", code=f"{code[:5].lower()} {code[5:]}")
    elsewhere.follow("Unia lubelska: sprawdzian")

    assert "Question 2 of 3" in elsewhere.page.words


def test_a_newer_code_ends_the_older(app: Flask, ula: Visitor) -> None:
    codes = []
    for _ in range(2):
        ula.open("/return-code")
        ula.send("Give me a code")
        codes.append(str(ula.page.soup.select_one("[data-return-code]")["data-return-code"]))

    elsewhere = Visitor(app)
    elsewhere.open("/return")
    elsewhere.send("Go", code=codes[0])

    assert elsewhere.page.status == 422
    assert "Nobody has this code" in elsewhere.page.error_beside("code")


@pytest.mark.parametrize("typed", ["", "   ", "ABCDEFGHJK", "😀", "x" * 5000, "\x00"])
def test_a_code_that_nobody_has_is_refused(visitor: Visitor, typed: str) -> None:
    visitor.open("/return")

    visitor.send("Go", code=typed)

    assert visitor.page.status == 422
    assert visitor.page.error_beside("code")


def test_codes_cannot_be_guessed_at_without_end(visitor: Visitor) -> None:
    visitor.open("/return")
    token = visitor.token

    statuses = {
        visitor.client.post("/return", data={"csrf_token": token, "code": f"BCDFG{n}"}).status_code
        for n in range(61)
    }

    assert statuses == {422, 429}


def test_who_is_nobody_gets_no_code(visitor: Visitor) -> None:
    visitor.open("/return-code")

    assert visitor.page.path == "/return"


def test_a_reported_question_reaches_the_teacher_and_goes_when_it_is_handled(
    ula: Visitor, anna: Visitor, celina: Visitor
) -> None:
    choose(ula, RIGHT_DATE)
    ula.follow("Report this question")
    ula.send("Send", reason="typo", words="<b>unija</b>")
    assert "Thank you" in ula.page.html
    ula.follow("Report this question")
    assert ula.page.typed("words") == "<b>unija</b>"
    ula.send("Send", reason="unclear", words="Która unia?")

    celina.open("/teach/reports")
    assert "Która unia?" not in celina.page.html
    anna.open("/teach/bank")
    anna.follow("Reports from pupils (1)")
    assert "Która unia?" in anna.page.words
    assert "unija" not in anna.page.html
    assert anna.page.soup.select(".reports a[href^='/teach/items/']")

    anna.send("Handled")

    assert "No report waits" in anna.page.words


def test_a_report_without_a_reason_comes_back_as_typed(ula: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    ula.follow("Report this question")

    ula.send("Send", words="Hm.")

    assert ula.page.status == 422
    assert ula.page.typed("words") == "Hm."
    assert ula.page.error_beside("reason")


def test_a_question_that_is_not_answered_cannot_be_reported(ula: Visitor) -> None:
    assert ula.open(f"{ula.page.path}/report").status == 404


def test_a_stranger_handles_no_report(ula: Visitor, celina: Visitor, anna: Visitor) -> None:
    choose(ula, RIGHT_DATE)
    ula.follow("Report this question")
    ula.send("Send", reason="typo")
    anna.open("/teach/reports")
    path = str(anna.page.soup.select_one(".reports form")["action"])
    celina.open("/teach/reports")

    assert celina.post(path, {"csrf_token": celina.token}).status == 404


def test_the_rules_of_a_quiz_hold_from_the_next_publication_on(app: Flask, anna: Visitor, code: str) -> None:
    anna.open("/teach/quizzes")
    anna.follow("Unia lubelska: sprawdzian")
    anna.send("Save", feedback="at_end", time_limit="45")
    assert "until you publish again" in anna.page.words
    assert (anna.page.typed("feedback"), anna.page.typed("time_limit")) == ("at_end", "45")
    assert joined(app, code, "Ula").page.soup.select(".timer") == []

    anna.send("Publish again")

    assert joined(app, code, "Ola").page.soup.select(".timer")
    newcomer = Visitor(app)
    newcomer.open(f"/q/{code}")
    assert "You have 45 minutes." in newcomer.page.words


@pytest.mark.parametrize("typed", ["0", "-5", "0.1", "1000000000", "1h", "25:61", "²", "601"])
def test_a_time_limit_is_whole_minutes_in_reason(anna: Visitor, code: str, typed: str) -> None:
    anna.open("/teach/quizzes")
    anna.follow("Unia lubelska: sprawdzian")

    anna.send("Save", time_limit=typed)

    assert anna.page.status == 422
    assert anna.page.error_beside("time_limit")
    assert anna.page.typed("time_limit") == typed


def test_a_question_page_is_light(ula: Visitor) -> None:
    scripts = ("save-answer", "choose-keys", "timer")

    assert len(ula.page.data) <= 10_000
    assert sum(len(ula.client.get(f"/static/js/{name}.js").data) for name in scripts) <= 6_000
