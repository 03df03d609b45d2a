"""The score history, and a file of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from quizapp.analysis.grades import Scale, grade_of
from quizapp.store import answering, groups, quizzes, starting
from quizapp.store import history as store
from quizapp.store.attempts import Attempt
from quizapp.store.people import Account
from quizapp.store.scales import scale_of, scales_of_quizzes
from quizapp.web.access import account, note, taught_attempt, taught_learner, taught_session
from quizapp.web.charts import scores_over_time
from quizapp.web.clock import now
from quizapp.web.languages import TIME_ZONE, say_duration
from quizapp.web.pages import answered_in_words, verdicts_of
from quizapp.web.tables import Cell, Kind, Table, as_download
from quizapp.web.teach import blueprint
from quizapp.web.teach.forms import TimeForm

COLUMNS: dict[store.SortKey, object] = {
    "date": lazy_gettext("Date"),
    "learner": lazy_gettext("Learner"),
    "quiz": lazy_gettext("Quiz"),
    "score": lazy_gettext("Score"),
    "duration": lazy_gettext("Time taken"),
}


@dataclass(frozen=True, slots=True)
class Grades:
    """The school grades of attempts: by the scale of their quiz, else by that of the teacher who looks."""

    usual: Scale
    by_quiz: dict[int, Scale]

    @classmethod
    def of(cls, teacher: Account) -> Grades:
        return cls(scale_of(teacher), scales_of_quizzes())

    def of_attempt(self, attempt: Attempt) -> int | None:
        """None for what is under way, and for a retry of what was missed."""
        if not attempt.is_finished or attempt.is_retry:
            return None
        scale = self.by_quiz.get(attempt.publication.quiz_id, self.usual)
        return grade_of(attempt.points / attempt.questions, scale)


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The history as the page shows it: the filter as typed, and the attempts that pass it."""

    wanted: store.HistoryFilter
    typed: dict[str, str]
    found: store.HistoryPage
    quizzes: list[quizzes.Quiz]
    groups: list[groups.Group]
    grades: Grades

    @property
    def is_narrowed(self) -> bool:
        return any(self.typed.values())

    def query(self, **changes: str | int) -> dict[str, str | int]:
        """The address of the same list with something changed."""
        kept = {name: value for name, value in self.typed.items() if value}
        order = {"sort": self.wanted.sort, "order": "desc" if self.wanted.descending else "asc"}
        return {**kept, **order, **changes}

    def sorted_by(self, key: store.SortKey) -> dict[str, str | int]:
        """The address that sorts by a column; sorted by it already, the other way round."""
        again = key == self.wanted.sort
        descending = not self.wanted.descending if again else key in ("date", "score")
        return self.query(sort=key, order="desc" if descending else "asc")


@blueprint.get("/scores")
def history() -> ResponseReturnValue:
    answering.finish_all_over(now())
    typed, wanted = _read_filter()
    found = store.history(account(), wanted, page=_page_number())
    view = HistoryView(
        wanted,
        typed,
        found,
        quizzes.quizzes_of(account()),
        groups.groups_of(account()),
        Grades.of(account()),
    )
    return render_template("teach/history.html", view=view, columns=COLUMNS)


@blueprint.get("/scores.<any(csv, xlsx):kind>")
def history_file(kind: Kind) -> ResponseReturnValue:
    answering.finish_all_over(now())
    _, wanted = _read_filter()
    note("took scores out")
    return as_download(_table(store.whole_history(account(), wanted), Grades.of(account())), kind)


@blueprint.get("/scores/<attempt>")
def attempt(attempt: str) -> ResponseReturnValue:
    known = taught_attempt(attempt)
    return _attempt_page(known, TimeForm(obj=known))


@blueprint.post("/scores/<attempt>/time")
def give_time(attempt: str) -> ResponseReturnValue:
    """More time for one learner, before an attempt of theirs or during it."""
    known, form = taught_attempt(attempt), TimeForm()
    if not form.validate_on_submit():
        return _attempt_page(known, form, 422)
    starting.give_time(known, form.extra_time.data)
    flash(gettext("Saved. It holds for this pupil in all your quizzes from now on."))
    return redirect(url_for("teach.attempt", attempt=known.public_id), 303)


@blueprint.get("/sessions/<learner>")
def learner_session(learner: str) -> ResponseReturnValue:
    answering.finish_all_over(now())
    known = taught_session(learner)
    wanted = store.HistoryFilter(session=known.public_id, descending=False)
    attempts = store.history(account(), wanted, 1).attempts
    return render_template(
        "teach/session.html", learner=known, attempts=attempts, plot=scores_over_time(attempts)
    )


@blueprint.get("/learners/<learner>")
def learner(learner: str) -> ResponseReturnValue:
    """What one learner has attempted over all visits."""
    answering.finish_all_over(now())
    known = taught_learner(learner)
    attempts = store.attempts_of_learner(account(), known)
    whole = [attempt for attempt in attempts if not attempt.is_retry]
    return render_template(
        "teach/learner.html",
        learner=known,
        attempts=attempts,
        plot=scores_over_time(whole),
        grades=Grades.of(account()),
    )


def _attempt_page(attempt: Attempt, form: TimeForm, status: int = 200) -> ResponseReturnValue:
    page = render_template("teach/attempt.html", attempt=attempt, rows=verdicts_of(attempt), form=form)
    return page, status


def _table(attempts: Iterable[Attempt], grades: Grades) -> Table:
    """One line a response, for a spreadsheet."""
    head = [
        gettext("Quiz"),
        gettext("Learner"),
        gettext("Session"),
        gettext("Started"),
        gettext("Finished"),
        gettext("Time taken"),
        gettext("Points"),
        gettext("Questions"),
        gettext("Grade"),
        gettext("Number"),
        gettext("Question"),
        gettext("Answer given"),
        gettext("Points for the answer"),
    ]
    return Table("quizapp-scores", head, (row for attempt in attempts for row in _rows_of(attempt, grades)))


def _rows_of(attempt: Attempt, grades: Grades) -> list[list[Cell]]:
    head: list[Cell] = [
        attempt.publication.title,
        attempt.visit.nickname,
        attempt.visit.public_id,
        attempt.started_at,
        attempt.finished_at,
        say_duration(attempt.duration) if attempt.duration is not None else "",
        attempt.points,
        attempt.questions,
        grades.of_attempt(attempt),
    ]
    answers: list[list[Cell]] = [
        [
            response.position,
            response.version.stem,
            answered_in_words(response.version.item, response.response),
            response.points,
        ]
        for response in attempt.responses
    ]
    return [head + answer for answer in answers] or [[*head, None, None, None, None]]


def _read_filter() -> tuple[dict[str, str], store.HistoryFilter]:
    typed = {
        name: request.args.get(name, "")[:200]
        for name in ("quiz", "group", "session", "learner", "since", "until")
    }
    sort = request.args.get("sort", "date")
    wanted = store.HistoryFilter(
        quiz=typed["quiz"],
        group=typed["group"],
        session=typed["session"],
        learner=typed["learner"].strip(),
        since=_start_of_day(typed["since"]),
        until=_start_of_day(typed["until"], days_later=1),
        sort=sort if sort in store.SORT_KEYS else "date",
        descending=request.args.get("order", "desc") != "asc",
    )
    return typed, wanted


def _start_of_day(typed: str, days_later: int = 0) -> datetime | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    if not 1900 < day.year < 3000:  # beyond, zones and databases run out of days
        return None
    return datetime.combine(day + timedelta(days=days_later), time(), ZoneInfo(TIME_ZONE))


def _page_number() -> int:
    typed = request.args.get("page", "1")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1
