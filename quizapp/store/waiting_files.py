"""Files of questions between their upload and the teacher's yes: in the database, as workers share nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, LargeBinary, String, delete, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.engine import Model, UtcDateTime, db, public_id_column, transaction
from quizapp.store.people import Account
from quizapp.store.sources import Source

KEPT_FOR = timedelta(days=1)
MOST_OF_ONE_TEACHER = 5


class WaitingFile(Model):
    """An uploaded file that nobody has said yes to; it goes with the yes, or by itself after a day."""

    __tablename__ = "waiting_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    name: Mapped[str] = mapped_column(String(200))
    format: Mapped[str] = mapped_column(String(16))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    source: Mapped[Source] = relationship()


def keep_file(
    content: bytes, name: str, format_name: str, source: Source, owner: Account, at: datetime
) -> WaitingFile:
    """Keep a file until its teacher decides; the oldest ones make room."""
    file = WaitingFile(
        account_id=owner.id, source=source, name=name[:200], format=format_name, content=content, at=at
    )
    newest = (
        select(WaitingFile.id)
        .where(WaitingFile.account_id == owner.id)
        .order_by(WaitingFile.at.desc(), WaitingFile.id.desc())
        .limit(MOST_OF_ONE_TEACHER - 1)
    )
    kept = list(db.session.scalars(newest))
    with transaction() as session:
        session.execute(
            delete(WaitingFile).where(
                or_(
                    WaitingFile.at < at - KEPT_FOR,
                    (WaitingFile.account_id == owner.id) & WaitingFile.id.not_in(kept),
                )
            )
        )
        session.add(file)
    return file


def waiting_file_for(account: Account, public_id: str, at: datetime) -> WaitingFile | None:
    """The file, if it is the teacher's own and still waits."""
    return db.session.scalar(
        select(WaitingFile).where(
            WaitingFile.public_id == public_id,
            WaitingFile.account_id == account.id,
            WaitingFile.at >= at - KEPT_FOR,
        )
    )


def forget_file(file: WaitingFile) -> None:
    """Let nothing of the file come in."""
    with transaction():
        take_file(file)


def take_file(file: WaitingFile) -> bool:
    """Let the file wait no more, inside the transaction of the caller; False where another request was first."""
    its_own = WaitingFile.public_id == file.public_id  # a number is given again to the next file
    return (
        db.session.execute(delete(WaitingFile).where(its_own).returning(WaitingFile.id)).first() is not None
    )
