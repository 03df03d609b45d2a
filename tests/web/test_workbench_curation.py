"""The workbench: deciding one by one and at once, taking it back, correcting marks, making a quiz."""

from __future__ import annotations

from time import monotonic

import pytest

from tests.conftest import Clock
from tests.texts import LONG, TEXT
from tests.web.test_teaching import give_text
from tests.web.visitor import Visitor, inspect

UNDO = "Take back the last"
QUIZ = "Make a quiz of"
ALL = "without remarks"


def cards(visitor: Visitor, state: str = "") -> list[str]:
    assert visitor.page is not None
    chosen = f"[data-candidate][data-state={state}]" if state else "[data-candidate]"
    return [
        " ".join(card.select_one(".stem").get_text(" ").split()) for card in visitor.page.soup.select(chosen)
    ]


def decided(visitor: Visitor) -> tuple[int, int, int]:
    return (len(cards(visitor, "waiting")), len(cards(visitor, "accepted")), len(cards(visitor, "rejected")))


@pytest.fixture
def bench(anna: Visitor, clock: Clock) -> Visitor:
    give_text(anna, body=TEXT)
    clock.forward(seconds=1)
    return anna


def decide(visitor: Visitor, clock: Clock, button: str) -> None:
    visitor.send(button)
    clock.forward(seconds=1)


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ("category=person", lambda card: "chip-person" in str(card)),
        ("type=boolean", lambda card: card["data-item-type"] == "boolean"),
        ("remarks=with", lambda card: bool(card.select(".flags li"))),
        ("remarks=without", lambda card: not card.select(".flags li")),
        ("category=person&type=typed", lambda card: card["data-item-type"] == "typed" and "chip-person" in str(card)),
    ],
)  # fmt: skip
def test_candidates_are_narrowed(bench: Visitor, query: str, chosen: object) -> None:
    path = bench.page.path
    every = [card for card in bench.page.soup.select("[data-candidate]") if chosen(card)]  # type: ignore[operator]
    assert every

    shown = bench.open(f"{path}?{query}").soup.select("[data-candidate]")

    assert [card["id"] for card in shown] == [card["id"] for card in every]
    assert len(cards(bench)) < bench.page.html.count("</article>") + 1
    inspect(bench.page)


@pytest.mark.parametrize(
    "query",
    ["category=x", "type=%00x", "remarks=maybe", "part=0", "part=-1", "part=²", "part=99999999", "state=%25"],
)
def test_a_query_that_means_nothing_narrows_nothing(bench: Visitor, query: str) -> None:
    path, every = bench.page.path, cards(bench)

    shown = bench.open(f"{path}?{query}")

    assert shown.status == 400 if "%00" in query else cards(bench) == every


def test_decisions_are_taken_back_one_after_another_even_after_a_reload(bench: Visitor, clock: Clock) -> None:
    count = len(cards(bench))
    decide(bench, clock, "Accept: ")
    decide(bench, clock, "Reject: ")
    assert decided(bench) == (count - 2, 1, 1)

    bench.open(bench.page.path)
    decide(bench, clock, UNDO)
    assert decided(bench) == (count - 1, 1, 0)
    decide(bench, clock, UNDO)
    assert decided(bench) == (count, 0, 0)

    assert UNDO not in bench.page.words
    bench.open("/teach/bank?status=ready")
    assert not bench.page.soup.select("[data-item]")


def test_all_without_remarks_are_accepted_at_once_and_taken_back_at_once(
    bench: Visitor, clock: Clock
) -> None:
    decide(bench, clock, "Reject: ")
    with_remarks = [
        card for card in bench.page.soup.select("[data-state=waiting]") if card.select(".flags li")
    ]
    assert with_remarks
    before = decided(bench)

    decide(bench, clock, ALL)
    assert decided(bench) == (len(with_remarks), before[0] - len(with_remarks), 1)
    decide(bench, clock, UNDO)

    assert decided(bench) == before
    decide(bench, clock, UNDO)
    assert decided(bench) == (before[0] + 1, 0, 0)


def test_only_what_is_shown_is_accepted_at_once(bench: Visitor, clock: Clock) -> None:
    bench.open(f"{bench.page.path}?type=boolean")
    shown = len(cards(bench))

    decide(bench, clock, ALL)

    assert bench.page.address.endswith("type=boolean")
    assert decided(bench) == (0, shown, 0)
    bench.open(bench.page.path)
    assert decided(bench)[1] == shown


def test_what_was_accepted_becomes_a_quiz_in_the_order_of_the_text(bench: Visitor, clock: Clock) -> None:
    assert QUIZ not in bench.page.words
    decide(bench, clock, ALL)
    bench.send(QUIZ)

    assert bench.page.heading == "Unia lubelska"
    stems = [tag.get_text() for tag in bench.page.soup.select(".chosen p")]
    assert "unię lubelską" in stems[0].casefold()
    quiz = bench.page.path
    bench.open("/teach/")
    bench.follow("Unia lubelska")
    bench.send(QUIZ)
    assert bench.page.path == quiz
    bench.send("Publish")
    assert bench.page.soup.select("[data-join-code]")


def correct(visitor: Visitor, words: str, button: str = "Save", **values: str) -> None:
    visitor.follow("Correct the marks")
    inspect(visitor.page)
    link = next(a for a in visitor.page.soup.select("a[aria-label]") if words in a["aria-label"])
    visitor.open(str(link["href"]))
    inspect(visitor.page)
    visitor.send(button, **values)


def test_a_corrected_name_is_followed_by_the_candidates(bench: Visitor, clock: Clock) -> None:
    decide(bench, clock, "Accept: Unia lubelska. Który król zdobył")

    correct(bench, "Jan Zamoyski", name="Zamoyski Jan")

    keys = [key.get_text() for key in bench.page.soup.select("[data-state=waiting] .is-key")]
    assert any("Zamoyski Jan" in key for key in keys)
    assert not any("Jan Zamoyski" in key for key in keys)
    assert cards(bench, "accepted") == ["Unia lubelska. Który król zdobył w 1581 roku Wielkie Łuki?"]


def test_a_correction_is_taken_back(bench: Visitor) -> None:
    before = cards(bench)
    correct(bench, "5 stycznia 1582", "This is no date")
    assert cards(bench) != before

    bench.follow("Correct the marks")
    bench.send("Take back: ")
    bench.follow("Unia lubelska")

    assert cards(bench) == before


@pytest.mark.parametrize(
    ("words", "values", "says"),
    [
        ("1 lipca", {"value": "31 kwietnia 1569"}, "No calendar"),
        ("1 lipca", {"value": ""}, "No calendar"),
        ("Jan Zamoyski", {"name": " "}, "Fill this in"),
        ("Jan Zamoyski", {"name": "x" * 121}, "At most"),
    ],
)
def test_what_is_no_date_or_name_is_refused_beside_the_field(
    bench: Visitor, words: str, values: dict[str, str], says: str
) -> None:
    correct(bench, words, **values)

    assert bench.page.status == 422
    assert says in bench.page.error_beside(next(iter(values)))


def test_a_quotation_gets_another_speaker(bench: Visitor) -> None:
    bench.follow("Correct the marks")
    bench.follow("Unia lubelska")
    bench.follow("Correct the marks")
    link = next(a for a in bench.page.soup.select("a[aria-label]") if "Z trzech serc" in a["aria-label"])
    bench.open(str(link["href"]))
    batory = next(o["value"] for o in bench.page.soup.select("option") if o.get_text() == "Stefan Batory")

    bench.send("Save", speaker=batory)

    asked = [
        card for card in bench.page.soup.select("[data-candidate]") if "Z trzech serc" in card.get_text()
    ]
    assert not any("Zygmunt August" in key.get_text() for card in asked for key in card.select(".is-key"))


def test_no_mark_is_no_page_and_a_stranger_corrects_nothing(bench: Visitor, celina: Visitor) -> None:
    source = bench.page.path
    for ref in ("date-0-1", "person-1-2", "x", "date-1", "date-99999999-99999999", "person-0-0"):
        assert bench.open(f"{source}/marks/{ref}").status == 404
    celina.open("/teach/quizzes")
    for path in (f"{source}/marks", f"{source}/marks/date-0-1"):
        assert celina.open(path).status == 404
    for path in ("acceptance", "undoing", "quiz", "reading", "amendments/x/undoing", "marks/date-0-1"):
        assert celina.post(f"{source}/{path}", {"csrf_token": celina.token}).status == 404


def test_a_long_text_shows_how_far_it_is_and_then_its_parts(anna: Visitor, clock: Clock) -> None:
    give_text(anna, body=LONG + f"\n\n{TEXT.replace('Zamość', 'Nowy Zamość')}")
    assert anna.page.soup.select("[data-reading] progress")
    inspect(anna.page)
    address = anna.page.path
    anna.open("/teach/")
    assert "being read" in anna.page.words
    patience = monotonic() + 60
    while anna.open(address).soup.select("[data-reading]"):
        assert monotonic() < patience, "the reader did not come to an end"

    assert anna.page.soup.select(".parts")
    first = cards(anna)
    assert first
    anna.follow("Next part")
    assert anna.page.address.endswith("part=2")
    assert cards(anna) != first
    assert "Nowy Zamość" in anna.page.words
    inspect(anna.page)
    anna.send("Reject: ")
    assert anna.page.address.endswith("part=2")
    clock.forward(seconds=1)
    anna.open(address)
    anna.send(UNDO)
    assert "part=2" in anna.page.address


def test_chosen_words_begin_a_question_with_its_proof_key_and_wrong_answers(bench: Visitor) -> None:
    bench.open(f"{bench.page.path}/items/new?evidence=Mikołaj Radziwiłł")

    assert bench.page.typed("key") == "Mikołaj Radziwiłł"
    assert "Zygmunt August" in bench.page.typed("distractors")
    bench.send("Save", stem="Kto stał na czele poselstwa?")
    assert bench.page.status == 200
    bench.open("/teach/bank")
    assert "Kto stał na czele poselstwa?" in bench.page.words


@pytest.mark.parametrize("words", ["", "czego tu nie ma", "x" * 9000, "<b>", "Unię  lubelską\nzawarto"])
def test_words_that_are_not_in_the_text_begin_an_empty_question(bench: Visitor, words: str) -> None:
    page = bench.open(f"{bench.page.path}/items/new", query_string={"evidence": words})

    assert page.status == 200
    assert not page.typed("key")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"key": "Stefan Batory", "distractors": "Zygmunt August\nJan Zamoyski"}, "Evidence"),
        ({"stem": ""}, "Fill this in"),
        ({}, "nothing to say against it"),
    ],
)
def test_the_checks_answer_while_one_types_and_keep_nothing(
    bench: Visitor, typed: dict[str, str], says: str
) -> None:
    source = bench.page.path
    question = {
        "type": "single",
        "category": "person",
        "stem": "Kto przewodniczył sejmowi?",
        "key": "Zygmunt August",
        "distractors": "Mikołaj Radziwiłł\nStefan Batory",
        "evidence": "Sejmowi przewodniczył król Zygmunt August.",
        "status": "ready",
        "csrf_token": bench.token,
    }

    page = bench.post(f"{source}/checks", {**question, **typed})

    assert page.status == 200
    assert says in page.words
    inspect(page)
    bench.open("/teach/bank")
    assert not bench.page.soup.select("[data-item]")
