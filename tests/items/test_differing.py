from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.differing import Piece, differences, word_pieces
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
