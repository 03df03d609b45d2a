"""Who is there, and what they may open. A stranger gets 404: that a thing exists is nobody else's business."""

from __future__ import annotations

from typing import TypeVar

from flask import abort, current_app, g, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from werkzeug.wrappers import Response

from quizapp.store import (
    answering,
    attempts,
    bank,
    data_of_others,
    deeds,
    groups,
    history,
    learners,
    people,
    quizzes,
    regrades,
    reports,
    sign_ins,
    sources,
    waiting_files,
)
from quizapp.store.engine import transaction
from quizapp.web.clock import now
from quizapp.web.devices import device_name

LONGEST_WAY_BACK = 2000

Thing = TypeVar("Thing")

LEARNER = "learner"
AWAITS_CODE = "awaits_code"
KEPT_AT_SIGN_IN = ("lang",)

login_manager = LoginManager()
login_manager.login_view = "admin.sign_in"
login_manager.login_message = None
login_manager.session_protection = None  # the session is a row in the database that ends when it is ended


class SignedIn(UserMixin):
    """What Flask-Login carries through a request: the session of the browser, and its token."""

    def __init__(self, session: sign_ins.LoginSession, token: str) -> None:
        self.session = session
        self.token = token

    def get_id(self) -> str:
        return self.token


@login_manager.user_loader
def _load(token: str) -> SignedIn | None:
    found = sign_ins.session_by_token(token, now())
    if found is None or found.account.role == "former":
        return None
    sign_ins.note_visit(found, now())
    return SignedIn(found, token)


def begin_account_session(known: people.Account) -> None:
    """Start afresh: nothing of the visit before, neither its CSRF token nor its learner, goes on."""
    with transaction():
        token = sign_ins.start_session(known, now(), _device())
        deeds.record(known, "signed in", "", now())
    go_on_as(token)


def go_on_as(token: str) -> None:
    """Let this browser be that of the session from now on, and of nothing else."""
    forget_browser()
    signed_in = _load(token)
    if signed_in is not None:
        login_user(signed_in)


def await_second_step(known: people.Account) -> None:
    """Remember that this browser has given the password, and let it in nowhere yet."""
    token = sign_ins.start_session(known, now(), _device(), awaits_code=True)
    forget_browser()
    session[AWAITS_CODE] = token


def awaiting_or_none() -> sign_ins.LoginSession | None:
    """The session of a browser that has given the password and not the code."""
    token = session.get(AWAITS_CODE)
    return sign_ins.waiting_session(token, now()) if token else None


def site_keys() -> list[str]:
    """What the site signs with, and what it signed with before."""
    return [current_app.config["SECRET_KEY"], *current_app.config["SECRET_KEY_FALLBACKS"]]


def _device() -> str:
    return device_name(request.user_agent.string)


def end_account_session() -> None:
    if current_user.is_authenticated:
        sign_ins.end_session(current_user.session, now())
    logout_user()
    forget_browser()


def forget_browser() -> None:
    kept = {key: session[key] for key in KEPT_AT_SIGN_IN if key in session}
    session.clear()
    session.update(kept)


def account_or_none() -> people.Account | None:
    return current_user.session.account if current_user.is_authenticated else None


def account() -> people.Account:
    """The signed-in account of a view that only teachers reach."""
    found = account_or_none()
    if found is None:
        abort(401)
    return found


def note(what: deeds.What, about: str = "") -> None:
    """Write down what the signed-in person did, in the transaction in which it is done."""
    deeds.record(account(), what, about, now())


def administrator() -> people.Account:
    """The signed-in administrator; to other teachers the page is not there."""
    found = account()
    if not found.is_admin:
        abort(404)
    return found


def one_of_own_sessions(session: str) -> sign_ins.LoginSession:
    return _found(sign_ins.session_for(account(), session, now()))


def known_account(public_id: str) -> people.Account:
    return _found(people.account_by_id(public_id))


def teachers_only() -> Response | None:
    """Send whoever is not signed in to the sign-in page, and back again afterwards."""
    if account_or_none() is not None:
        return None
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("admin.sign_in", next=back))


def learner_or_none() -> learners.LearnerSession | None:
    if "learner" not in g:
        token = session.get(LEARNER)
        g.learner = learners.learner_by_token(token) if token else None
    found: learners.LearnerSession | None = g.learner
    return found


def begin_learner_session(nickname: str) -> learners.LearnerSession:
    return keep_learner(*learners.start_learner_session(nickname, now()))


def keep_learner(token: str, learner: learners.LearnerSession) -> learners.LearnerSession:
    """Let this browser be the learner's from now on."""
    session[LEARNER] = token
    session.permanent = True
    g.learner = learner
    return learner


def resume_learner(code: str) -> bool:
    """Let the learner whose code it is go on in this browser; False for a code that nobody has."""
    resumed = learners.resume(code, now())
    if resumed is None:
        return False
    keep_learner(*resumed)
    return True


def as_nobody() -> None:
    """Let the rest of this request be nobody's: the database cannot say whose it is."""
    g.learner = None
    g._login_user = login_manager.anonymous_user()


def own_learner() -> learners.Learner:
    """Whoever learns here, over all visits."""
    return _found(learner_or_none()).learner


def forget_learner() -> None:
    """Let this browser know no learner any more."""
    session.pop(LEARNER, None)
    g.learner = None


def own_attempt(attempt: str) -> attempts.Attempt:
    """The learner's own attempt as it is now: if its time is over, it is handed in first."""
    learner = learner_or_none()
    found = _found(attempts.attempt_of(learner, attempt) if learner else None)
    answering.finish_if_over(found, now())
    g.attempt = found
    return found


def taught_attempt(attempt: str) -> attempts.Attempt:
    found = _found(history.attempt_for(account(), attempt))
    answering.finish_if_over(found, now())
    return found


def taught_report(report: str) -> reports.ItemReport:
    return _found(reports.report_for(account(), report))


def taught_session(learner: str) -> learners.LearnerSession:
    return _found(history.session_for(account(), learner))


def taught_learner(learner: str) -> learners.Learner:
    return _found(history.learner_for(account(), learner))


def known_learner(learner: str) -> learners.Learner:
    """A pupil of the teacher's: by an attempt, or by a place in a class."""
    return _found(data_of_others.learner_known_to(account(), learner))


def made_regrade(regrade: str) -> regrades.Regrade:
    return _found(regrades.regrade_for(account(), regrade))


def usable_source(source: str) -> sources.Source:
    return _found(sources.source_for(account(), source))


def own_source(source: str) -> sources.Source:
    """A source that the teacher has given; one that came with the bank is nobody's own."""
    found = usable_source(source)
    return _found(found if found.owner_id == account().id else None)


def usable_candidate(candidate: str) -> sources.ProposedItem:
    return _found(sources.proposed_for(account(), candidate))


def usable_item(item: str) -> bank.BankItem:
    return _found(bank.item_for(account(), item))


def own_waiting_file(file: str) -> waiting_files.WaitingFile:
    """A file of questions that the teacher has uploaded and not yet decided on."""
    return _found(waiting_files.waiting_file_for(account(), file, now()))


def taught_quiz(quiz: str) -> quizzes.Quiz:
    return _found(quizzes.quiz_for(account(), quiz))


def own_quiz(quiz: str) -> quizzes.Quiz:
    """A quiz of the teacher's own: one that was shared may be run, but not changed or given away."""
    return _found(quizzes.own_quiz_for(account(), quiz))


def taught_group(group: str) -> groups.Group:
    return _found(groups.group_for(account(), group))


def own_group(group: str) -> groups.Group:
    return _found(groups.own_group_for(account(), group))


def taught_member(member: str) -> groups.Member:
    return _found(groups.member_for(account(), member))


def safe_next(target: str | None, otherwise: str) -> str:
    """A path of this site to go back to; anything that could lead elsewhere is dropped."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return otherwise
    if len(target) > LONGEST_WAY_BACK:
        return otherwise
    if any(sign in target for sign in "\\\r\n\t") or not target.isprintable():
        return otherwise
    return target


def _found(thing: Thing | None) -> Thing:
    if thing is None:
        abort(404)
    return thing
