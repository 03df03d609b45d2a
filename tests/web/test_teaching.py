from __future__ import annotations

import csv
import io

import pytest
from flask import Flask

from tests import cast
from tests.web.conftest import joined
from tests.web.test_learning import RIGHT_DATE, choose
from tests.web.visitor import Visitor

EVIDENCE = "Sejmowi przewodniczył król Zygmunt August"


def give_text(visitor: Visitor, **values: object) -> None:
    visitor.open("/teach/sources/new")
    visitor.send("Read the text", **{"title": "Unia lubelska", "body": cast.TEXT, **values})


def new_question(visitor: Visitor, **values: object) -> None:
    visitor.open("/teach/")
    visitor.follow("Unia lubelska")
    visitor.follow("New question")
    visitor.send(
        "Save",
        **{
            "type": "single",
            "category": "person",
            "stem": "Kto przewodniczył sejmowi w Lublinie?",
            "key": "Zygmunt August",
            "distractors": "Mikołaj Radziwiłł | Stał na czele poselstwa litewskiego.\nStefan Batory",
            "evidence": EVIDENCE,
            "feedback": "Tak mówi tekst.",
            **values,
        },
    )


def test_a_text_is_shown_marked_beside_its_candidates(anna: Visitor) -> None:
    give_text(anna)

    assert "Unia lubelska" in anna.page.heading
    marked = {tag.get_text() for tag in anna.page.soup.select("mark.date, mark[class*=date]")}
    assert any("1 lipca 1569" in text for text in marked)
    assert anna.page.soup.select("[data-candidate]")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859-2"])
def test_a_text_may_be_a_file_in_any_usual_encoding(anna: Visitor, encoding: str) -> None:
    text = cast.TEXT.replace("–", "-").replace("„", '"').replace("”", '"')

    give_text(anna, body="", file=text.encode(encoding))

    assert anna.page.status == 200
    assert "poselstwa litewskiego stanął Mikołaj Radziwiłł" in anna.page.words


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "Paste a text"),
        ("  \n \u00a0 ", "Paste a text"),
        ("Wojna", "too short"),
        ("x " * 800_001, "1600002"),
    ],
)
def test_a_text_that_cannot_be_used_is_refused_beside_the_field(anna: Visitor, body: str, says: str) -> None:
    give_text(anna, body=body)

    assert anna.page.status == 422
    assert says in anna.page.error_beside("body").replace("\u00a0", "").replace(",", "")
    assert anna.page.typed("title") == "Unia lubelska"


def test_a_text_that_fills_a_request_is_accepted(anna: Visitor) -> None:
    give_text(anna, body="wojna " * 3_300)

    assert anna.page.status == 200


def test_a_file_that_is_no_text_is_refused_beside_the_field(anna: Visitor) -> None:
    give_text(anna, body="", file=b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40)

    assert anna.page.status == 422
    assert anna.page.error_beside("file")


def test_a_text_without_facts_gets_no_candidates_and_is_told_why(anna: Visitor) -> None:
    give_text(anna, body="To jest zwykłe zdanie, w którym nic się nie wydarzyło i nikogo nie było.")

    assert anna.page.status == 200
    assert not anna.page.soup.select("[data-candidate]")
    assert anna.page.soup.select(".empty")


def test_a_candidate_is_accepted_and_undone(anna: Visitor) -> None:
    give_text(anna)

    anna.send("Accept")
    anna.open("/teach/bank")
    assert len(anna.page.soup.select("[data-item]")) == 1
    anna.open("/teach/")
    anna.follow("Unia lubelska")
    anna.send("Undo")

    anna.open("/teach/bank?status=ready")
    assert not anna.page.soup.select("[data-item]")


def test_a_rejected_candidate_stays_rejected_after_a_reload(anna: Visitor) -> None:
    give_text(anna)
    anna.send("Reject")

    anna.open(anna.page.path)

    assert len(anna.page.soup.select("[data-state=rejected]")) == 1


def test_a_candidate_is_mended_and_taken(anna: Visitor) -> None:
    give_text(anna)
    anna.follow("Edit")

    anna.send(
        "Save",
        stem="W którym dniu zawarto unię lubelską?",
        type="typed",
        distractors="",
        key="1 lipca 1569",
        evidence="Unię lubelską zawarto 1 lipca 1569 roku",
    )

    assert len(anna.page.soup.select("[data-state=accepted]")) == 1
    anna.open("/teach/bank")
    assert "W którym dniu zawarto unię lubelską?" in anna.page.words


def test_an_own_question_is_added_by_the_form(anna: Visitor) -> None:
    give_text(anna)

    new_question(anna)

    assert anna.page.status == 200
    anna.open("/teach/bank")
    assert "Kto przewodniczył sejmowi w Lublinie?" in anna.page.words


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"evidence": "Sejmowi przewodniczył król Stefan Batory"}, "evidence"),
        ({"evidence": ""}, "evidence"),
        ({"key": ""}, "key"),
        ({"key": "Zygmunt August\nStefan Batory"}, "key"),
        ({"stem": "   "}, "stem"),
        ({"distractors": "Zygmunt August\nStefan Batory"}, "distractors"),
        ({"distractors": "ZYGMUNT  august.\nStefan Batory"}, "distractors"),
        ({"distractors": ""}, "distractors"),
        ({"type": "multiple"}, "key"),
        ({"type": "boolean", "key": "Może"}, "key"),
        ({"type": "order", "distractors": ""}, "key"),
        ({"type": "match", "distractors": "", "key": "a\nb"}, "key"),
        ({"type": "typed"}, "distractors"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_beside_the_field(
    anna: Visitor, values: dict[str, str], field: str
) -> None:
    give_text(anna)

    new_question(anna, **values)

    assert anna.page.status == 422
    assert anna.page.error_beside(field)
    assert anna.page.title.startswith("Error:")
    for name, typed in values.items():
        if name in ("key", "distractors"):
            assert anna.page.typed(name) == typed
    anna.open("/teach/bank")
    assert not anna.page.soup.select("[data-item]")


@pytest.mark.parametrize(
    ("kind", "key", "distractors"),
    [
        ("single", "Zygmunt August", "Mikołaj Radziwiłł\nStefan Batory"),
        ("multiple", "Zygmunt August\nMikołaj Radziwiłł", "Stefan Batory"),
        ("boolean", "Prawda", ""),
        ("typed", "Zygmunt August\nZygmunt II August", ""),
        ("order", "pierwsze\ndrugie\ntrzecie", ""),
        ("match", "sejm = Zygmunt August\nposelstwo = Mikołaj Radziwiłł", "Stefan Batory"),
        ("date", "1 lipca 1569", ""),
    ],
)
def test_every_type_is_saved_as_a_draft_and_comes_back_as_typed(
    anna: Visitor, kind: str, key: str, distractors: str
) -> None:
    give_text(anna)

    new_question(anna, type=kind, key=key, distractors=distractors, status="draft")
    shown = anna.open(anna.page.path)

    assert shown.status == 200
    assert (shown.typed("type"), shown.typed("key").splitlines()) == (kind, key.splitlines())
    assert shown.typed("distractors").splitlines() == distractors.splitlines()


def test_a_quiz_is_built_ordered_and_published(anna: Visitor, visitor: Visitor) -> None:
    give_text(anna)
    new_question(anna)
    new_question(
        anna,
        stem="Kto stał na czele poselstwa litewskiego?",
        key="Mikołaj Radziwiłł",
        distractors="Stefan Batory\nZygmunt August",
        evidence="Na czele poselstwa litewskiego stanął Mikołaj Radziwiłł",
    )
    anna.open("/teach/quizzes")
    anna.send("New quiz", title="Kartkówka")
    chosen = [field["value"] for field in anna.page.soup.select("input[name=item]")]
    anna.send("Add", item=chosen)
    anna.send("Move down: Kto przewodniczył")
    anna.send("Publish")

    code = anna.page.soup.select_one("[data-join-code]")["data-join-code"]
    visitor.open("/")
    visitor.send("Go", code=code)
    visitor.send("Start", nickname="Ula")

    assert "Kto stał na czele poselstwa litewskiego?" in visitor.page.words


def test_an_empty_quiz_cannot_be_published(anna: Visitor) -> None:
    anna.open("/teach/quizzes")
    anna.send("New quiz", title="Pusty")

    assert "no questions yet" in anna.page.words
    here = anna.page.path
    anna.post(f"{here}/publication", {"csrf_token": anna.token})
    assert not anna.page.soup.select("[data-join-code]")


def test_the_teacher_reads_the_score_each_response_and_the_file(anna: Visitor, app: Flask, code: str) -> None:
    ula = joined(app, code, "Ula")
    choose(ula, RIGHT_DATE)
    ula.open(ula.page.path.rsplit("/", 1)[0] + "/review")
    ula.send("Finish")

    anna.open("/teach/scores")
    assert "Ula" in anna.page.words
    anna.follow("Ula")
    assert RIGHT_DATE in anna.page.words

    anna.open("/teach/scores.csv")
    assert anna.page.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(anna.page.data.decode("utf-8-sig")), delimiter=";"))
    assert [(row["Learner"], row["Answer given"], row["Points"]) for row in rows] == [
        ("Ula", RIGHT_DATE, "1")
    ]


@pytest.mark.parametrize("nickname", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", " =1"])
def test_no_cell_of_the_file_is_a_formula(anna: Visitor, app: Flask, code: str, nickname: str) -> None:
    joined(app, code, nickname)

    anna.open("/teach/scores.csv")

    rows = list(csv.DictReader(io.StringIO(anna.page.data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0]["Learner"] == "'" + nickname.strip()


def test_the_history_is_filtered_and_sorted(anna: Visitor, app: Flask, code: str) -> None:
    for nickname in ("Ula", "Olek", "Ala"):
        joined(app, code, nickname)

    anna.open("/teach/scores?learner=ol")
    assert "Olek" in anna.page.words
    assert "Ula" not in anna.page.words
    anna.open("/teach/scores?sort=learner&order=asc")
    shown = [row.get_text(" ") for row in anna.page.soup.select("tbody tr")]
    assert [name for row in shown for name in ("Ala", "Olek", "Ula") if name in row] == ["Ala", "Olek", "Ula"]


@pytest.mark.parametrize(
    "query",
    [
        "page=-1",
        "page=0",
        "page=99999999999",
        "page=²",
        "sort=;--",
        "order=x",
        "since=2026-02-30",
        "until=99999-01-01",
        "quiz=%25",
        "learner=%25_%5C",
        "session=x",
        "since=0001-01-01",
        "until=9999-12-31",
    ],
)
def test_a_hostile_query_shows_a_page(anna: Visitor, code: str, query: str) -> None:
    assert anna.open(f"/teach/scores?{query}").status == 200


def test_a_page_that_is_empty_says_what_to_do_next(anna: Visitor) -> None:
    for path in ("/teach/", "/teach/bank", "/teach/quizzes", "/teach/scores"):
        assert anna.open(path).soup.select(".empty"), path


def test_another_teacher_reaches_nothing_of_annas(
    anna: Visitor, celina: Visitor, app: Flask, code: str
) -> None:
    joined(app, code, "Ula")
    paths = set()
    for start in ("/teach/", "/teach/bank", "/teach/quizzes", "/teach/scores"):
        anna.open(start)
        paths |= {a["href"].split("?")[0] for a in anna.page.soup.select("main a[href^='/teach/']")}
    own = {path for path in paths if len(path.rsplit("/", 1)[1]) == 20 or path.endswith("/items/new")}

    assert len(own) >= 4
    celina.open("/teach/quizzes")
    token = celina.token
    for path in sorted(own - {"/teach/items/new"}):
        assert celina.open(path).status == 404, path
        assert celina.post(path, {"csrf_token": token}).status in (404, 405), path


def test_a_stranger_is_sent_to_the_sign_in_page_and_back(app: Flask, visitor: Visitor) -> None:
    with app.app_context():
        cast.a_teacher("anna")

    visitor.open("/teach/scores?sort=quiz")
    assert visitor.page.path == "/sign-in"
    visitor.send("Sign in", login="anna", password=cast.PASSWORD)

    assert visitor.page.path == "/teach/scores"
