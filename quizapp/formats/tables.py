"""The tables of a file, be it a spreadsheet or CSV; what it is says its content, never its name."""

from __future__ import annotations

from quizapp.formats.csv_table import read_csv
from quizapp.formats.remarks import N_, unreadable
from quizapp.formats.rows import IsHead, Tables
from quizapp.formats.xlsx_table import read_xlsx

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_tables(content: bytes, is_head: IsHead, beside: tuple[str, ...] = ()) -> Tables:
    """The tables that have such a head; UnreadableFile where the bytes are neither XLSX nor CSV."""
    if not content.strip():
        raise unreadable(N_("The file is empty."))
    if content.startswith(b"PK"):
        return read_xlsx(content, is_head, beside)
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            raise unreadable(N_("The file is locked with a password. Save it without one."))
        raise unreadable(N_("This is a document of the old Excel (XLS). Save it as XLSX."))
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise unreadable(N_("This is a web page or XML and no table. Save the table as XLSX or CSV."))
    table = read_csv(content, is_head)
    return Tables((table,) if table else ())
