"""What a teacher throws on the wall: the code, the way to the quiz, who is there already."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.store.classroom import Participant, Turnout, participants, turnout
from quizapp.store.quizzes import Quiz
from quizapp.web.access import taught_quiz
from quizapp.web.clock import now
from quizapp.web.qr_codes import qr_code
from quizapp.web.teach import blueprint


@dataclass(frozen=True, slots=True)
class Wall:
    """What the projector shows of a quiz. Without an open publication nobody is there; names only where wished."""

    quiz: Quiz
    turnout: Turnout
    participants: tuple[Participant, ...]

    @property
    def unnamed(self) -> int:
        """Those who joined and are not in the list."""
        return self.turnout.joined - len(self.participants)


@blueprint.get("/quizzes/<quiz>/presenting")
def presenting(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    return render_template(
        "teach/presenting.html",
        wall=_wall(known),
        entrance=_entrance(known),
        host=request.host,
        opens_at=known.opens_at if known.opens_at and known.opens_at > now() else None,
        is_only_here=is_only_here(urlsplit(request.host_url).hostname or ""),
    )


@blueprint.get("/quizzes/<quiz>/presenting/class")
def presenting_class(quiz: str) -> ResponseReturnValue:
    """The part of the page that changes while pupils come."""
    return render_template("teach/presenting_class.html", wall=_wall(taught_quiz(quiz)))


@blueprint.get("/quizzes/<quiz>/presenting/code.svg")
def presenting_code(quiz: str) -> ResponseReturnValue:
    return Response(qr_code(_entrance(taught_quiz(quiz))), mimetype="image/svg+xml")


def is_only_here(host: str) -> bool:
    """Whether an address leads every phone to itself and not to this site."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _entrance(quiz: Quiz) -> str:
    return url_for("learn.entrance", code=quiz.join_code, _external=True)


def _wall(quiz: Quiz) -> Wall:
    publication = quiz.open_publication
    if publication is None:
        return Wall(quiz, Turnout(0, 0), ())
    named = participants(publication) if quiz.shows_names else ()
    return Wall(quiz, turnout(publication), tuple(named))
