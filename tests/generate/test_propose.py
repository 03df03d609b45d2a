from __future__ import annotations

import json

from asking import candidates
from handmade import annotated
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generate.propose import propose
from quizapp.generate.rendering import proposal_to_json, proposal_to_text
from quizapp.items.correction import Correction
from quizapp.text.annotate import annotate
from quizapp.text.annotations import Annotations
from quizapp.text.spans import Span

TEXT = """{D:1618-05-23|23 maja 1618 roku} rozpoczęła się wojna trzydziestoletnia.
{D:1620-11-08|8 listopada 1620 roku} wojska cesarskie zwyciężyły Czechów pod Białą Górą.
Armią cesarską dowodził {R:Jan Tilly|hrabia} {P:Jan Tilly}.
W {D:1630|1630 roku} {R:Gustaw Adolf:król Szwecji|król Szwecji} {P:Gustaw Adolf} wylądował na Pomorzu.
{R:Axel Oxenstierna:kanclerz|Kanclerz} {P:Axel Oxenstierna} przejął kierowanie polityką szwedzką.
{R:Albrecht Wallenstein|Generał} {P:Albrecht Wallenstein} wkroczył do Saksonii.
„{Q:Axel Oxenstierna|Czy nie wiesz, jak małą mądrością rządzi się świat?}” – pisał {P:Axel Oxenstierna}.
{D:1648-10-24|24 października 1648 roku} w Münster podpisano pokój westfalski."""


def rendered(seed: int = 0) -> str:
    annotations = annotated(TEXT)
    return json.dumps(proposal_to_json(annotations.text, propose(annotations, seed=seed)), ensure_ascii=False)


def test_the_same_text_gives_the_same_bytes() -> None:
    assert rendered() == rendered()


def test_the_seed_changes_statements_but_no_ids() -> None:
    first, second = json.loads(rendered(0)), json.loads(rendered(1))
    assert {found["id"] for found in first["candidates"]} == {found["id"] for found in second["candidates"]}
    assert first != second


def test_every_id_is_its_own() -> None:
    ids = [candidate.id for candidate in propose(annotated(TEXT)).candidates]
    assert len(set(ids)) == len(ids)


def test_evidence_is_verbatim_and_scores_fall() -> None:
    annotations = annotated(TEXT)
    found = propose(annotations).candidates
    assert all(
        span.is_verbatim_in(annotations.text) for candidate in found for span in candidate.item.evidence
    )
    scores = [candidate.score for candidate in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_the_best_ten_ask_about_dates_persons_and_words() -> None:
    best = propose(annotated(TEXT), limit=10).candidates
    assert len(best) == 10
    assert {"date", "person", "quotation"} <= {candidate.item.category for candidate in best}


def test_a_corrected_value_is_never_a_wrong_option() -> None:
    annotations = annotated(TEXT)
    place = annotations.text.index("23 maja")
    note = Correction(Span.of(annotations.text, place, place + 7), "contradicted", "8 listopada 1620 roku")
    for candidate in propose(annotations, corrections=[note]).candidates:
        assert all(option.correct or option.text != note.corrected for option in candidate.item.options)


def test_a_question_on_a_doubtful_place_says_by_the_text() -> None:
    annotations = annotated(TEXT)
    place = annotations.text.index("król Szwecji")
    note = Correction(Span.of(annotations.text, place, place + 4), "contradicted", "")
    stems = [candidate.item.stem for candidate in propose(annotations, corrections=[note]).candidates]
    assert "Który według tekstu król Szwecji w 1630 roku wylądował na Pomorzu?" in stems


def test_a_text_without_facts_gets_no_question_and_is_told_why() -> None:
    proposal = propose(annotated("Las szumiał cicho."))
    assert proposal.candidates == ()
    assert [left.why for left in proposal.abstained] == [
        "W tekście nie znaleziono dat, osób ani cytatów, o które można zapytać."
    ]
    assert "Brak propozycji" in proposal_to_text(proposal)


def test_the_report_shows_stem_key_and_evidence() -> None:
    report = proposal_to_text(propose(annotated(TEXT)))
    assert "Który król Szwecji w 1630 roku wylądował na Pomorzu?" in report
    assert "* 1630" in report
    assert "dowód: W 1630 roku król Szwecji Gustaw Adolf wylądował na Pomorzu." in report


def test_evidence_of_a_person_names_the_person() -> None:
    for rule in ("who", "author_of_words"):
        for candidate in candidates(TEXT, rule):
            surname = candidate.item.answer[0].split()[-1]
            assert surname in candidate.item.evidence[0].text


@given(st.text(alphabet="aąbcćde Ż.,;:–„”()[]0123456789\nKtórywi", max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    lines = tuple(
        Span(start, start + len(line), line)
        for line, start in zip(text.split("\n"), _starts(text), strict=True)
        if line.strip()
    )
    propose(Annotations(text, lines, (), (), ()))


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def test_who_watches_is_told_how_the_work_goes_on() -> None:
    told: list[float] = []

    propose(annotated(TEXT), watch=told.append)

    assert told == sorted(told)
    assert told[0] == 0
    assert 0.5 <= told[-1] < 1


def test_by_the_text_is_said_after_what_the_text_is_about() -> None:
    text = "Potop szwedzki\n\nSzwedzi opuścili Warszawę 8 września 1655 roku."
    start = text.index("Szwedzi")
    doubted = Correction(Span.of(text, start, start + 7), "imprecise")
    asked = [one.item.stem for one in propose(annotate(text), corrections=[doubted]).candidates]
    assert "Potop szwedzki. Którego dnia według tekstu Szwedzi opuścili Warszawę?" in asked
