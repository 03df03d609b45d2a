from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from quizapp.items.item import Item
from quizapp.store import answering, bank, learners, people, quizzes, sources, starting
from tests import cast
from tests.conftest import START
from tests.web.visitor import Visitor

TEXT = "Żółkiew zdobyto 4 lipca 1610 roku. Hetman Żółkiewski wszedł do Moskwy. Sąd odbył się w Łęczycy."


def item(stem: str, key: str = "4 lipca 1610 roku", **changes: object) -> Item:
    made = cast.a_choice(stem, key, evidence="Żółkiew zdobyto 4 lipca 1610 roku", text=TEXT)
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def account(app: Flask, anna: Visitor) -> people.Account:
    app.app_context().push()
    return people.db.session.scalars(people.select(people.Account).filter_by(login_key="anna")).one()


@pytest.fixture
def source(account: people.Account) -> sources.Source:
    return cast.a_source(account, "Hetman", TEXT)


def keep(
    account: people.Account, source: sources.Source, *items: Item, status: str = "ready"
) -> list[bank.BankItem]:
    return [bank.add_item(source, one, status, START, owner=account) for one in items]  # type: ignore[arg-type]


def found(visitor: Visitor, **query: str) -> list[str]:
    page = visitor.open("/teach/bank", query_string=query)
    assert page.status == 200
    return [" ".join(row.th.a.get_text().split()) for row in page.soup.select("tr[data-item]")]


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        ("żółkiew", ["Kiedy zdobyto Żółkiew?"]),
        ("ŻÓŁKIEW", ["Kiedy zdobyto Żółkiew?"]),
        ("zolkiew", ["Kiedy zdobyto Żółkiew?"]),
        ("z\u0307o\u0301\u0142kiew", ["Kiedy zdobyto Żółkiew?"]),
        ("żółkiew kiedy", ["Kiedy zdobyto Żółkiew?"]),
        ("żółkiew nigdy", []),
        ("100%", ["Czy było 100% głosów?"]),
        ("%", ["Czy było 100% głosów?"]),
        ("_", ["Co znaczy a_b?"]),
        ("\\", ["Co znaczy c\\d?"]),
        ("(a+)+$", []),
        ("'; DROP TABLE item; --", []),
        ("łatwe!", ["Co znaczy a_b?"]),
        ("x" * 10_000, []),
    ],
)
def test_words_are_found_as_they_are_in_any_case_with_and_without_their_marks(
    anna: Visitor, account: people.Account, source: sources.Source, words: str, stems: list[str]
) -> None:
    keep(
        account,
        source,
        item("Kiedy zdobyto Żółkiew?"),
        item("Czy było 100% głosów?"),
        item("Co znaczy a_b?", tags=("Łatwe!",)),
        item("Co znaczy c\\d?"),
    )

    assert found(anna, words=words) == stems


@pytest.mark.parametrize("words", ["5 stycznia", "sprawdzian"])
def test_answers_and_tags_are_searched_too(
    anna: Visitor, account: people.Account, source: sources.Source, words: str
) -> None:
    keep(account, source, item("Pierwsze?", tags=("sprawdzian 5b",)))

    assert found(anna, words=words) == ["Pierwsze?"]


def test_what_was_changed_is_found_by_its_new_words_only(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    (kept,) = keep(account, source, item("Kiedy zdobyto Żółkiew?", tags=("stare",)))

    bank.revise(kept, item("Kto wszedł do Moskwy?", tags=("nowe",)), "draft", account, START)

    assert found(anna, words="żółkiew kiedy") == []
    assert found(anna, words="moskwy", tag="nowe", status="draft") == ["Kto wszedł do Moskwy?"]
    assert found(anna, tag="stare") == []


def test_questions_to_be_mended_and_questions_asked_twice_are_found(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    keep(
        account,
        source,
        item("Kiedy dokładnie zdobyto miasto Żółkiew?"),
        item("Kiedy zdobyto miasto Żółkiew?"),
        item("Kiedy odbył się sąd w Łęczycy?"),
    )
    keep(account, source, item("Żółkiew była:"), status="draft")

    assert found(anna, flag="alike") == [
        "Kiedy dokładnie zdobyto miasto Żółkiew?",
        "Kiedy zdobyto miasto Żółkiew?",
    ]
    assert found(anna, flag="C10") == ["Żółkiew była:"]
    assert "Żółkiew była:" in found(anna, flag="error")


def test_hard_questions_are_told_from_easy_ones_once_enough_answered(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    easy, hard, _ = keep(account, source, item("Łatwe?"), item("Trudne?"), item("Nowe?"))
    quiz = quizzes.add_quiz("Próba", account, START)
    quizzes.append_items(quiz, [easy, hard])
    publication = quizzes.publish(quiz, account, START)
    for number in range(10):
        _, learner = learners.start_learner_session(f"Uczeń {number}", START)
        attempt = starting.start_attempt(publication, learner, START)
        for entry, given in zip(publication.entries, ("4 lipca 1610 roku", "3 maja 1791 roku"), strict=True):
            answering.answer(attempt, entry.position, entry.version, (given,), START + timedelta(seconds=9))

    assert found(anna, facility="easy") == ["Łatwe?"]
    assert found(anna, facility="hard") == ["Trudne?"]
    assert found(anna, facility="unknown") == ["Nowe?"]
    assert found(anna, sort="hardest") == ["Trudne?", "Łatwe?", "Nowe?"]
    assert "100%" in anna.page.words


def test_a_long_bank_is_shown_by_pages_that_keep_the_filter(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    keep(account, source, *(item(f"Pytanie numer {number}?") for number in range(53)))

    assert len(found(anna, words="numer")) == 50
    anna.follow("Next")
    assert len(anna.page.soup.select("tr[data-item]")) == 3
    assert "words=numer" in anna.page.address
    assert len(found(anna, page="999")) == 3
    assert len(found(anna, page="²")) == 50


def test_nobody_finds_what_is_anothers(
    celina: Visitor, account: people.Account, source: sources.Source
) -> None:
    keep(account, source, item("Kiedy zdobyto Żółkiew?", tags=("tajne",)))

    assert found(celina, words="żółkiew") == []
    assert found(celina, flag="alike") == []
    assert "tajne" not in celina.page.words
    assert celina.page.soup.select(".empty")


def tick(visitor: Visitor, button: str, items: list[bank.BankItem], **more: str) -> None:
    visitor.open("/teach/bank")
    visitor.send(button, item=[one.public_id for one in items], **more)


def test_many_are_retired_at_once_and_taken_back(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    kept = keep(account, source, item("Pierwsze?"), item("Drugie?"))

    tick(anna, "Retire", kept)
    assert "2 questions changed" in anna.page.soup.get_text()
    assert found(anna, status="retired") == ["Pierwsze?", "Drugie?"]
    tick(anna, "Retire", kept)
    tick(anna, "Make drafts", kept)
    anna.send("Undo")

    assert found(anna, status="retired") == ["Pierwsze?", "Drugie?"]


def test_only_what_can_be_asked_is_made_ready(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    kept = keep(account, source, item("Kiedy zdobyto Żółkiew?"), item("Żółkiew była:"), status="draft")

    tick(anna, "Make ready", kept)

    assert found(anna, status="ready") == ["Kiedy zdobyto Żółkiew?"]


def test_a_tag_is_put_on_and_taken_off_many(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    kept = keep(account, source, item("Pierwsze?"), item("Drugie?", tags=("powtórka",)))

    tick(anna, "Add the tag", kept, new_tag=" powtórka ")
    assert "1 question changed" in anna.page.soup.get_text()
    assert found(anna, tag="powtórka") == ["Pierwsze?", "Drugie?"]
    tick(anna, "Take the tag off", kept, new_tag="powtórka")

    assert found(anna, tag="powtórka") == []


def test_ready_questions_are_added_to_a_quiz(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    kept = [*keep(account, source, item("Pierwsze?")), *keep(account, source, item("Szkic?"), status="draft")]
    quiz = quizzes.add_quiz("Próba", account, START)

    tick(anna, "Add to the quiz", kept, quiz=quiz.public_id)

    assert "1 question was added" in anna.page.soup.get_text()
    quizzes.db.session.expire_all()
    assert [one.latest.stem for one in quiz.items] == ["Pierwsze?"]


@pytest.mark.parametrize("button", ["Retire", "Add the tag", "Add to the quiz"])
def test_nothing_happens_to_nothing(
    anna: Visitor, account: people.Account, source: sources.Source, button: str
) -> None:
    keep(account, source, item("Pierwsze?"))
    quizzes.add_quiz("Próba", account, START)

    tick(anna, button, [])

    assert anna.page.status == 422
    assert "Tick the questions first" in anna.page.soup.get_text()


@pytest.mark.parametrize(
    ("button", "typed", "says"),
    [
        ("Add the tag", {"new_tag": ""}, "Write a tag of at most 60 characters first."),
        ("Take the tag off", {"new_tag": "ż" * 61}, "Write a tag of at most 60 characters first."),
        ("Add to the quiz", {"new_tag": "unia"}, "Choose a quiz first."),
    ],
)
def test_what_was_ticked_and_typed_stays_where_nothing_can_be_done(
    anna: Visitor,
    account: people.Account,
    source: sources.Source,
    button: str,
    typed: dict[str, str],
    says: str,
) -> None:
    first, *_ = keep(account, source, item("Pierwsze?"), item("Drugie?"))
    quizzes.add_quiz("Próba", account, START)
    anna.open("/teach/bank", query_string={"words": "e"})

    anna.send(button, item=[first.public_id], **typed)

    assert anna.page.status == 422
    assert says in anna.page.soup.get_text()
    assert anna.page.typed("new_tag") == typed["new_tag"]
    assert [tick["value"] for tick in anna.page.soup.select("input[name=item][checked]")] == [first.public_id]
    assert anna.page.typed("words") == "e"
    anna.send("Add the tag", item=[first.public_id], new_tag="unia")
    assert found(anna, tag="unia") == ["Pierwsze?"]


def test_what_is_looked_for_comes_back_no_longer_than_the_page_takes_it(
    anna: Visitor, account: people.Account, source: sources.Source
) -> None:
    keep(account, source, item("Pierwsze?"))
    anna.open("/teach/bank")

    page = anna.post(
        "/teach/bank/changes", {"csrf_token": anna.token, "do": "tag", "words": "Pierwsze?" * 9000}
    )

    assert "Tick the questions first" in page.soup.get_text()
    assert len(page.typed("words")) == 200
    assert len(page.address) < 2000


def test_nobody_changes_what_is_anothers(
    anna: Visitor, celina: Visitor, account: people.Account, source: sources.Source
) -> None:
    kept = keep(account, source, item("Pierwsze?"))
    celina.open("/teach/bank")

    celina.post(
        "/teach/bank/changes",
        {"csrf_token": celina.token, "do": "retired", "item": [one.public_id for one in kept]},
    )

    assert found(anna, status="retired") == []
