"""Files that a teacher has sent, kept as they were read until their text is confirmed."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.formats.documents import Document, document_from_json
from quizapp.store.engine import Model, UtcDateTime, changed_rows, db, public_id_column, transaction
from quizapp.store.people import Account
from quizapp.store.sources import Source, made_source

KEPT = timedelta(days=1)
"""A file that nobody confirmed for so long is forgotten."""


class Upload(Model):
    """A file as it was read; the bytes stay only where they may be read in another way."""

    __tablename__ = "upload"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = public_id_column()
    owner_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    origin: Mapped[str] = mapped_column(Text)
    content: Mapped[dict[str, Any]] = mapped_column("document", JSON)
    data: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)

    @property
    def document(self) -> Document:
        return document_from_json(self.content)


class AlreadyConfirmed(Exception):
    """Its text is a source already: the form was sent twice."""


def keep_upload(
    owner: Account, document: Document, data: bytes, title: str, origin: str, at: datetime
) -> Upload:
    upload = Upload(
        owner_id=owner.id,
        title=title,
        origin=origin,
        content=asdict(document),
        data=data if document.is_plain else None,
        at=at,
    )
    with transaction() as session:
        session.execute(delete(Upload).where(Upload.at < at - KEPT))
        session.add(upload)
    return upload


def read_again(upload: Upload, document: Document) -> None:
    """Keep another reading of the same bytes."""
    with transaction():
        upload.content = asdict(document)


def upload_for(account: Account, public_id: str) -> Upload | None:
    """The upload, if it is the teacher's own."""
    return db.session.scalar(
        select(Upload).where(Upload.public_id == public_id, Upload.owner_id == account.id)
    )


def confirm(upload: Upload, title: str, body: str, origin: str, owner: Account, at: datetime) -> Source:
    """Make a source of what the teacher saw and mended; of two who send the form at once one is first."""
    source = made_source(title, body, owner, at, origin)
    with transaction() as session:
        if changed_rows(session.execute(delete(Upload).where(Upload.id == upload.id))) != 1:
            raise AlreadyConfirmed
        session.add(source)
    return source
