from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.store import (
    answering,
    assigning,
    attempts,
    erasure,
    groups,
    joining,
    learners,
    merging,
    people,
    practice,
    quizzes,
    sharing,
    starting,
)
from quizapp.store.engine import db
from quizapp.store.progress import work_of
from tests import cast
from tests.conftest import START

PUPILS = ((1, "Ula"), (2, "Olek"), (3, "Ula druga"))


@pytest.fixture
def anna(app: Flask) -> people.Account:
    app.app_context().push()
    return cast.a_teacher()


@pytest.fixture
def group(anna: people.Account) -> groups.Group:
    made = groups.add_group("7b", anna, START)
    groups.add_members(made, PUPILS, START)
    return made


@pytest.fixture
def quiz(anna: people.Account) -> quizzes.Quiz:
    return cast.a_quiz(anna, time_limit=10)


def come(member: groups.Member) -> learners.LearnerSession:
    return joining.take_place(member, "", START)[1]


def begin(quiz: quizzes.Quiz, visit: learners.LearnerSession) -> attempts.Attempt:
    publication = quiz.open_publication
    assert publication is not None
    return starting.start_attempt(publication, visit, START)


def minutes(attempt: attempts.Attempt) -> float | None:
    return (attempt.deadline_at - attempt.started_at) / timedelta(minutes=1) if attempt.deadline_at else None


def test_a_whole_class_comes_in_at_once_and_each_has_a_number(app: Flask, group: groups.Group) -> None:
    group_id, failed = group.id, []

    def come_in(name: str) -> None:
        with app.app_context():
            try:
                joining.come_in_anew(db.session.get_one(groups.Group, group_id), name, START)
            except Exception as error:
                failed.append(error)

    crowd = [threading.Thread(target=come_in, args=(f"Nowy {number}",)) for number in range(8)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert failed == []
    db.session.expire_all()
    assert [member.number for member in group.members] == list(range(1, 12))
    assert len({member.learner_id for member in group.members}) == 11


def test_one_place_is_taken_by_one_of_two_at_once(app: Flask, group: groups.Group) -> None:
    member_id, outcomes = group.members[0].id, []

    def take() -> None:
        with app.app_context():
            try:
                joining.take_place(db.session.get_one(groups.Member, member_id), "", START)
                outcomes.append("in")
            except joining.PlaceTaken:
                outcomes.append("taken")

    both = [threading.Thread(target=take) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert sorted(outcomes) == ["in", "taken"]


def test_who_is_in_the_group_stays_as_they_are(group: groups.Group) -> None:
    _, visit = learners.start_learner_session("Iga", START)
    first = joining.come_in(group, visit.learner, START)

    assert joining.come_in(group, visit.learner, START).id == first.id
    assert len(group.members) == 4


def test_a_list_with_a_name_that_is_taken_comes_in_as_a_whole_or_not_at_all(group: groups.Group) -> None:
    with pytest.raises(groups.NameTaken):
        groups.add_members(group, [(4, "Iga"), (5, "OLEK")], START)

    assert len(group.members) == 3
    assert db.session.scalar(select(learners.Learner).where(learners.Learner.nickname == "Iga")) is None


@pytest.mark.parametrize(
    ("shares", "gets"), [((100, 150), 15), ((150, 125), 15), ((200, 0), None), ((100, 100), 10)]
)
def test_of_two_groups_the_one_that_gives_more_time_counts(
    anna: people.Account, quiz: quizzes.Quiz, shares: tuple[int, int], gets: float | None
) -> None:
    _, visit = learners.start_learner_session("Ula", START)
    for name, share in zip(("7b", "kółko"), shares, strict=True):
        made = groups.add_group(name, anna, START)
        assigning.give_member_time(joining.come_in(made, visit.learner, START), share)

    assert minutes(begin(quiz, visit)) == gets


def test_time_given_in_another_teachers_group_counts_where_that_group_is_set_the_quiz(
    group: groups.Group, quiz: quizzes.Quiz
) -> None:
    celina = cast.a_teacher("celina")
    theirs = groups.add_group("8c", celina, START)
    _, visit = learners.start_learner_session("Iga", START)
    assigning.give_member_time(joining.come_in(theirs, visit.learner, START), 200)
    assert minutes(begin(quiz, visit)) == 10

    assigning.assign(quiz, theirs, None, None, celina, START)
    answering.finish(attempts.db.session.scalars(select(attempts.Attempt)).one(), START)

    assert minutes(begin(quiz, visit)) == 20


def test_time_given_during_an_attempt_is_the_members_too(group: groups.Group, quiz: quizzes.Quiz) -> None:
    visit = come(group.members[0])
    starting.give_time(begin(quiz, visit), 150)

    assert group.members[0].extra_time == 150


def test_a_deadline_comes_before_a_time_limit_that_ends_later(
    anna: people.Account, group: groups.Group, quiz: quizzes.Quiz
) -> None:
    assigning.assign(quiz, group, None, START + timedelta(minutes=4), anna, START)
    attempt = begin(quiz, come(group.members[0]))
    assert minutes(attempt) == 4

    assigning.unassign(group.assignments[0])

    assert minutes(attempt) == 10


def test_of_two_groups_the_later_deadline_counts(anna: people.Account, quiz: quizzes.Quiz) -> None:
    _, visit = learners.start_learner_session("Ula", START)
    for name, due in (("7b", 4), ("kółko", 8)):
        made = groups.add_group(name, anna, START)
        joining.come_in(made, visit.learner, START)
        assigning.assign(quiz, made, None, START + timedelta(minutes=due), anna, START)

    assert minutes(begin(quiz, visit)) == 8


def test_merging_moves_everything_and_leaves_no_trace_of_the_twin(
    anna: people.Account, group: groups.Group, quiz: quizzes.Quiz
) -> None:
    kept, twin = group.members[0], group.members[2]
    first, second = begin(quiz, come(kept)), begin(quiz, come(twin))
    version = quiz.items[0].latest
    practice.answer_practice(twin.learner, version, ("1 lipca 1569 roku",), None, START)
    other = groups.add_group("kółko", anna, START)
    joining.come_in(other, twin.learner, START)
    code = learners.new_resume_code(twin.learner)
    gone = twin.learner_id
    assert merging.belongings(twin.learner) == merging.Belongings(attempts=1, sessions=1, practice=1)

    merging.merge(twin, kept, START)

    assert merging.belongings(kept.learner) == merging.Belongings(attempts=2, sessions=2, practice=1)
    assert first.visit.learner_id == second.visit.learner_id == kept.learner_id
    assert db.session.get(learners.Learner, gone) is None
    assert [member.name for member in group.members] == ["Ula", "Olek"]
    assert [member.learner_id for member in other.members] == [kept.learner_id]
    resumed = learners.resume(code, START)
    assert resumed is not None
    assert resumed[1].learner_id == kept.learner_id


def test_a_pupil_is_merged_neither_with_themselves_nor_across_groups(
    anna: people.Account, group: groups.Group
) -> None:
    other = groups.add_group("8c", anna, START)
    groups.add_members(other, PUPILS, START)

    merging.merge(group.members[0], group.members[0], START)
    merging.merge(group.members[0], other.members[0], START)

    assert len(group.members) == len(other.members) == 3


def test_erasing_a_member_takes_exactly_their_place(group: groups.Group, quiz: quizzes.Quiz) -> None:
    ula = come(group.members[0])
    begin(quiz, ula)

    erasure.erase(ula.learner, START)

    db.session.expire_all()
    assert [member.name for member in group.members] == ["Olek", "Ula druga"]


def test_the_best_attempt_of_several_is_shown_and_a_retry_is_none(
    anna: people.Account, group: groups.Group, quiz: quizzes.Quiz
) -> None:
    assigning.assign(quiz, group, None, None, anna, START)
    visit = come(group.members[0])
    for answers in (1, 2, 0):
        attempt = begin(quiz, visit)
        for entry in list(attempt.publication.entries)[:answers]:
            answering.answer(attempt, entry.position, entry.version, (entry.version.item.answer[0],), START)
        answering.finish(attempt, START)
    starting.start_retry(attempt, visit, START)

    work = work_of(group)[group.members[0].id, group.assignments[0].id]

    assert len(work.attempts) == 3
    assert work.best is not None
    assert work.best.points == 2
    assert work.running is None


def test_a_shared_group_is_deleted_with_all_that_hangs_on_it(
    anna: people.Account, group: groups.Group, quiz: quizzes.Quiz
) -> None:
    celina = cast.a_teacher("celina")
    sharing.share(group, celina)
    sharing.share(group, celina)
    sharing.share(group, anna)
    assert [one.login for one in group.co_teachers] == ["celina"]
    assigning.assign(quiz, group, None, None, anna, START)

    groups.delete_group(group)

    assert groups.groups_of(celina) == groups.groups_of(anna) == []
    assert db.session.scalars(select(learners.Learner)).all() == []
