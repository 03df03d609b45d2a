"""Sources with their revisions, and the candidates proposed from them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import JSON, ForeignKey, Select, String, Text, UniqueConstraint, and_, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.generate.by_model.suggest import BY_MODEL
from quizapp.generate.candidate import Abstention, Candidate, Proposal
from quizapp.generate.propose import propose
from quizapp.items.correction import Correction
from quizapp.items.serial import correction_from_json, correction_to_json, item_from_json, item_to_json
from quizapp.store.engine import Model, UtcDateTime, db, public_id_column, transaction
from quizapp.store.people import Account
from quizapp.text.amendments import Amendment, amended
from quizapp.text.annotate import annotate
from quizapp.text.annotations import Annotations
from quizapp.text.serial import amendment_from_json, annotations_from_json, annotations_to_json
from quizapp.text.spans import Span

Verdict = Literal["accepted", "rejected", "reopened"]

LONGEST_AT_ONCE = 20_000
"""Characters that are read within a request, in less than a second; longer texts wait for a reader."""
MOST_TRIES = 3
"""How often a text is given to a reader that dies over it."""


class Source(Model):
    """A text that questions are made from. One without an owner came with the bank and belongs to all."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    slug: Mapped[str | None] = mapped_column(String(100), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    origin: Mapped[str] = mapped_column(Text, default="")
    licence: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(8), default="pl")
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revisions: Mapped[list[SourceRevision]] = relationship(
        order_by="SourceRevision.number", back_populates="source"
    )

    @property
    def revision(self) -> SourceRevision:
        """The text as it now stands."""
        return self.revisions[-1]


class SourceRevision(Model):
    """The body of a source; it never changes, an edit makes a new revision."""

    __tablename__ = "source_revision"
    __table_args__ = (UniqueConstraint("source_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    number: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    corrections: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    abstained: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    annotations: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    source: Mapped[Source] = relationship(back_populates="revisions")
    candidates: Mapped[list[ProposedItem]] = relationship(
        primaryjoin=lambda: and_(
            ProposedItem.revision_id == SourceRevision.id, ProposedItem.is_withdrawn.is_(False)
        ),
        order_by="ProposedItem.position",
        back_populates="revision",
    )
    reading: Mapped[Reading | None] = relationship(back_populates="revision", passive_deletes=True)
    amendments: Mapped[list[MarkAmendment]] = relationship(order_by="MarkAmendment.id")

    @property
    def correction_notes(self) -> tuple[Correction, ...]:
        return tuple(correction_from_json(note) for note in self.corrections)

    @property
    def abstentions(self) -> tuple[Abstention, ...]:
        return tuple(Abstention(Span.of(self.body, a["start"], a["end"]), a["why"]) for a in self.abstained)


class ProposedItem(Model):
    """A candidate as the generator proposed it; what became of it is said by its verdicts.

    `place` is where the first words of its proof stand. It is withdrawn when the generator would not propose it
    any more, the marks of the text having been corrected.
    """

    __tablename__ = "proposed_item"
    __table_args__ = (UniqueConstraint("revision_id", "candidate_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    revision_id: Mapped[int] = mapped_column(ForeignKey("source_revision.id"))
    candidate_id: Mapped[str] = mapped_column(String(64))
    position: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    rule: Mapped[str] = mapped_column(String(64))
    score: Mapped[float]
    flags: Mapped[list[str]] = mapped_column(JSON)
    is_withdrawn: Mapped[bool] = mapped_column(default=False)
    place: Mapped[int] = mapped_column(default=0)
    revision: Mapped[SourceRevision] = relationship(back_populates="candidates")
    verdicts: Mapped[list[CandidateVerdict]] = relationship(order_by="CandidateVerdict.id", lazy="selectin")

    @property
    def candidate(self) -> Candidate:
        return Candidate(
            self.candidate_id, item_from_json(self.content), self.rule, self.score, tuple(self.flags)
        )

    @property
    def is_by_model(self) -> bool:
        """Whether a language model proposed it, and not a rule."""
        return self.rule == BY_MODEL

    @property
    def verdict(self) -> Verdict | None:
        """What was decided last; None while it waits or was reopened."""
        if not self.verdicts or self.verdicts[-1].verdict == "reopened":
            return None
        return self.verdicts[-1].verdict

    @property
    def item_id(self) -> int | None:
        """The item of the bank that it became."""
        return next((v.item_id for v in reversed(self.verdicts) if v.item_id), None)


class CandidateVerdict(Model):
    """Who accepted, rejected or reopened a candidate, and when."""

    __tablename__ = "candidate_verdict"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposed_item_id: Mapped[int] = mapped_column(ForeignKey("proposed_item.id"), index=True)
    verdict: Mapped[Verdict] = mapped_column(String(16))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Reading(Model):
    """A long text that waits to be read, or is being read by one process; when it has been read, this is gone.

    The reader says now and then that it lives: one that has long been silent is taken for dead.
    """

    __tablename__ = "reading"

    revision_id: Mapped[int] = mapped_column(ForeignKey("source_revision.id"), primary_key=True)
    reader: Mapped[str | None] = mapped_column(String(32))
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    percent: Mapped[int] = mapped_column(default=0)
    tries: Mapped[int] = mapped_column(default=0)
    revision: Mapped[SourceRevision] = relationship(back_populates="reading")


class MarkAmendment(Model):
    """What a teacher corrected in the marks of a text; it holds until it is undone."""

    __tablename__ = "mark_amendment"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    revision_id: Mapped[int] = mapped_column(ForeignKey("source_revision.id"), index=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def amendment(self) -> Amendment:
        return amendment_from_json(self.content)


def add_source(title: str, body: str, owner: Account, at: datetime, *, origin: str = "") -> Source:
    """Keep a text with the candidates that it gives; a long one waits for a reader.

    Reading the text comes before the transaction.
    """
    source = made_source(title, body, owner, at, origin)
    with transaction() as session:
        session.add(source)
    return source


def made_source(title: str, body: str, owner: Account, at: datetime, origin: str) -> Source:
    """A source with its first revision, read unless it is long, not yet in any session."""
    source = Source(title=title, origin=origin, licence="", language="pl", owner_id=owner.id, created_at=at)
    annotations = annotate(body) if len(body) <= LONGEST_AT_ONCE else None
    proposal = propose(annotations, title=title) if annotations else Proposal((), ())
    revision = new_revision(body, 1, at, proposal, author=owner)
    if annotations:
        revision.annotations = annotations_to_json(annotations)
    else:
        revision.reading = Reading()
    source.revisions.append(revision)
    return source


def new_revision(
    body: str,
    number: int,
    at: datetime,
    proposal: Proposal,
    *,
    corrections: tuple[Correction, ...] = (),
    author: Account | None = None,
) -> SourceRevision:
    """A revision with its candidates, not yet in any session."""
    return SourceRevision(
        number=number,
        body=body,
        sha256=sha256(body.encode()).hexdigest(),
        corrections=[correction_to_json(note) for note in corrections],
        abstained=abstained_to_json(proposal),
        author_id=author.id if author else None,
        created_at=at,
        candidates=[proposed(place, c) for place, c in enumerate(proposal.candidates)],
    )


def abstained_to_json(proposal: Proposal) -> list[dict[str, Any]]:
    """What was seen and not asked, as a revision keeps it."""
    return [{"start": a.evidence.start, "end": a.evidence.end, "why": a.why} for a in proposal.abstained]


def add_candidates(revision: SourceRevision, candidates: Sequence[Candidate]) -> int:
    """Put candidates behind those that wait; how many of them were not there before."""
    with transaction() as session:
        # the first write takes the lock: two who add at once do not give out the same places
        session.execute(
            update(SourceRevision)
            .where(SourceRevision.id == revision.id)
            .values(number=SourceRevision.number)
            .execution_options(synchronize_session=False)
        )
        taken = session.execute(
            select(ProposedItem.candidate_id, ProposedItem.position).where(
                ProposedItem.revision_id == revision.id
            )
        ).all()
        known = {row.candidate_id for row in taken}
        first = max((row.position for row in taken), default=-1) + 1
        new = [candidate for candidate in candidates if candidate.id not in known]
        revision.candidates.extend(proposed(place, candidate) for place, candidate in enumerate(new, first))
    return len(new)


def sources_of(account: Account) -> list[Source]:
    """The sources that a teacher may use, newest first."""
    return list(db.session.scalars(_usable(account).order_by(Source.created_at.desc(), Source.id.desc())))


def house_sources() -> list[Source]:
    """The sources that came with the bank and belong to all."""
    return list(db.session.scalars(select(Source).where(Source.owner_id.is_(None)).order_by(Source.slug)))


def house_source(name: str) -> Source | None:
    """The source of the bank that is called so in its files or in addresses."""
    return db.session.scalar(
        select(Source).where(Source.owner_id.is_(None), or_(Source.slug == name, Source.public_id == name))
    )


def source_for(account: Account, public_id: str) -> Source | None:
    """The source, if the teacher may use it."""
    return db.session.scalar(_usable(account).where(Source.public_id == public_id))


def proposed_for(account: Account, public_id: str) -> ProposedItem | None:
    """The candidate, if the teacher may use its source."""
    return db.session.scalar(
        select(ProposedItem)
        .join(ProposedItem.revision)
        .join(SourceRevision.source)
        .where(ProposedItem.public_id == public_id, _is_usable_by(account))
    )


def annotations_of(revision: SourceRevision) -> Annotations:
    """What is marked in the text, as people have amended it; while a text waits to be read, nothing is."""
    return amended(found_in(revision), amendments_of(revision))


def amendments_of(revision: SourceRevision) -> list[Amendment]:
    """What people have corrected in the marks and not undone, in that order."""
    return [known.amendment for known in revision.amendments if known.undone_at is None]


def found_in(revision: SourceRevision) -> Annotations:
    """What the program itself marked: as kept, or read anew, since the same text always gives the same marks."""
    if revision.annotations is not None:
        return annotations_from_json(revision.body, revision.annotations)
    return Annotations(revision.body, (), (), (), ()) if revision.reading else annotate(revision.body)


def decide(proposed: ProposedItem, verdict: Verdict, by: Account, at: datetime) -> None:
    """Reject or reopen a candidate; to accept is `bank.accept`, which also makes the item."""
    if proposed.verdict == verdict:
        return
    with transaction() as session:
        session.add(CandidateVerdict(proposed_item_id=proposed.id, verdict=verdict, account_id=by.id, at=at))


def proposed(position: int, candidate: Candidate) -> ProposedItem:
    """The row of a candidate, not yet in any session."""
    return ProposedItem(
        candidate_id=candidate.id,
        position=position,
        content=item_to_json(candidate.item),
        rule=candidate.rule,
        score=candidate.score,
        flags=list(candidate.flags),
        place=candidate.item.evidence[0].start if candidate.item.evidence else 0,
    )


def _usable(account: Account) -> Select[Source]:
    return select(Source).where(_is_usable_by(account))


def _is_usable_by(account: Account) -> Any:
    return or_(Source.owner_id == account.id, Source.owner_id.is_(None))
