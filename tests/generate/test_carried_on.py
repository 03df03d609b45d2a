# ruff: noqa: E501  (a sentence stays on its line)
"""Clauses without a subject that go on with the thing of the clause before."""

from __future__ import annotations

import pytest
from asking import stems


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Szlachta zebrała się pod Lwowem, a w {D:1606|1606 roku} zawiązała rokosz sandomierski.",
            ["W którym roku szlachta zawiązała rokosz sandomierski?"],
        ),
        (
            "Zbuntowani Szwedzi wypowiedzieli posłuszeństwo, {D:1715-05-17|17 maja 1715 roku} zaś zajęli Londyn.",
            ["Którego dnia zbuntowani Szwedzi zajęli Londyn?"],
        ),
        ("Szlachta zebrała się pod Lwowem, a w {D:1606|1606 roku} zdobył Zamość.", []),
        (
            "Szlachta zebrała się pod Lwowem, a w {D:1606|1606 roku} Turcja zdobyła Zamość.",
            ["W którym roku Turcja zdobyła Zamość?"],
        ),
        ("Biskup przybył do Lwowa, a w {D:1606|1606 roku} ochrzcił Pomorzan.", []),
        ("Szlachta zebrała się pod Lwowem: w {D:1606|1606 roku} zawiązała rokosz sandomierski.", []),
        ("Szlachta zebrała się pod Lwowem, a w {D:1606|1606 roku} została posłanką do Krakowa.", []),
        (
            "Sejm polski zdobył się na wiele: w {D:1773|1773 roku} powołał centralną władzę oświatową.",
            ["W którym roku sejm polski powołał centralną władzę oświatową?"],
        ),
        (
            "Konflikt zbrojny Rzymu z królem Numidii wybuchł nagle i obalił w {D:1107|1107 roku} senat w Rzymie.",
            [],
        ),
        (
            "Wojska naddunajskie pod wodzą {P:Antoniusz Prymus|Antoniusza Prymusa} pobiły Galów i w {D:0069-12|grudniu 69 roku} zajęły Rzym.",
            ["W którym miesiącu i roku wojska naddunajskie zajęły Rzym?"],
        ),
    ],
    ids=[
        "a people",
        "several of a people",
        "of another gender",
        "with a subject of its own",
        "a man has a name",
        "beyond a colon",
        "what a person becomes",
        "a body beyond a colon",
        "a conflict with whom",
        "a town that may be a surname",
    ],
)
def test_the_next_verb_of_a_sentence_tells_of_the_same_thing(told: str, asked: list[str]) -> None:
    assert stems(told, "when") == asked
