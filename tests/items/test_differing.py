from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.differing import Piece, differences, word_pieces
from quizapp.items.item import Item, Option
from quizapp.text.spans import Span
from tests import cast


@given(st.text("ab ż.\n", max_size=40), st.text("ab ż.\n", max_size=40))
def test_the_pieces_give_both_texts_back(old: str, new: str) -> None:
    pieces = word_pieces(old, new)

    assert "".join(piece.text for piece in pieces if piece.change != "added") == old
    assert "".join(piece.text for piece in pieces if piece.change != "removed") == new


def test_only_what_changed_is_told() -> None:
    item = cast.a_choice()
    changed = replace(item, stem="Kiedy zawarto pokój?", tags=("łatwe",))

    found = {
        difference.part: difference.pieces for difference in differences(item, "ready", changed, "draft")
    }

    assert list(found) == ["status", "stem", "tags"]
    assert found["status"] == (Piece("removed", "ready"), Piece("added", "draft"))
    assert Piece("added", "pokój") in found["stem"]
    assert found["tags"] == (Piece("added", "łatwe"),)


def test_equal_versions_do_not_differ() -> None:
    assert differences(cast.a_choice(), "ready", cast.a_choice(), "ready") == ()


def test_every_part_is_told_by_its_name_in_the_order_of_the_form() -> None:
    old = Item(
        "match",
        "event",
        "Co?",
        (),
        ("jeden", "dwa"),
        (Span(0, 9, "w  maju\n1"), Span(9, 10, "x")),
        "Tak.",
        ("a", "b"),
    )
    pair = Option("Polacy", True, "1683", "Bo tak.")
    new = Item("typed", "place", "Gdzie?", (pair, Option("Turcy", False)), ("dwa",), (), "Nie.", ())

    found = {difference.part: difference.pieces for difference in differences(old, "draft", new, "ready")}
    before = {part: "".join(p.text for p in pieces if p.change != "added") for part, pieces in found.items()}
    after = {part: "".join(p.text for p in pieces if p.change != "removed") for part, pieces in found.items()}

    assert before == {
        "type": "match",
        "category": "event",
        "status": "draft",
        "stem": "Co?",
        "options": "",
        "answer": "jeden\ndwa",
        "evidence": "w maju 1\nx",
        "feedback": "Tak.",
        "tags": "a, b",
    }
    assert after == {
        "type": "typed",
        "category": "place",
        "status": "ready",
        "stem": "Gdzie?",
        "options": "✓ 1683 – Polacy | Bo tak.\n✗ Turcy",
        "answer": "",
        "evidence": "",
        "feedback": "Nie.",
        "tags": "",
    }
    assert list(before) == list(after)


def test_words_of_the_program_are_changed_whole_and_words_of_people_piece_by_piece() -> None:
    item = cast.a_choice()
    changed = replace(item, type="multiple", stem="Kiedy zawarto unię polsko-litewską?")
    kind, stem = differences(item, "ready", changed, "ready")
    assert kind.pieces == (Piece("removed", "single"), Piece("added", "multiple"))
    assert stem.pieces == (
        Piece("same", "Kiedy zawarto unię "),
        Piece("removed", "lubelską"),
        Piece("added", "polsko-litewską"),
        Piece("same", "?"),
    )


def test_a_word_that_stands_often_is_still_known_for_the_same() -> None:
    often = "i " * 300
    assert word_pieces(often + "koniec", often + "kres")[0] == Piece("same", often)
