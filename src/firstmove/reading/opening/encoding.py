"""From the bytes of a file to its characters, or an error that says what the file is instead."""

from __future__ import annotations

import codecs
from pathlib import Path

from firstmove.errors import ReportError

MAX_BYTES = 20 * 1024 * 1024

# First bytes of the formats that people most often take for a text file.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (docx, odt, epub)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (doc, xls, msg)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database (a case file?)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video file"),
)

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_WORDS_AS_UTF8 = "save it as UTF-8 text, and give that file"


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        ReportError: missing, a folder, not to be read, larger than 20 MB, or without a byte.
    """
    where = str(path)
    try:
        if path.is_dir():
            raise ReportError(
                "this is a folder, not a report",
                where=where,
                remedy=f"name the files in it, for example {path}/*.txt",
            )
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(where, size)
        with path.open("rb") as file:  # a pipe has no size: read no more than the limit
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReportError(
            "no such file", where=where, remedy="check the name and the folder it is in"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReportError(
            f"the file cannot be read: {reason}",
            where=where,
            remedy="check its name and that you may read it",
        ) from None
    if len(data) > MAX_BYTES:
        raise _too_large(where, len(data))
    if not data:
        raise ReportError("the file is empty", where=where, remedy="give a file with text in it")
    return data


def _too_large(where: str, size: int) -> ReportError:
    return ReportError(
        f"the file has {size / 1024 / 1024:.0f} MB; one report may have {MAX_BYTES >> 20} MB",
        where=where,
        remedy="split it into one file for each report",
    )


def decode(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """The characters of a text file, and what had to be assumed to read them.

    UTF-8, with or without a byte order mark; UTF-16 and UTF-32 with one. What is not UTF-8 is
    read as Windows-1252 where every byte has a meaning there and the result looks like text, and
    a note says so.

    Raises:
        ReportError: a known binary format, NUL bytes, or an encoding that cannot be told.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise ReportError(
                f"this is {name}, not a text", where=where, remedy=f"{_as_text()}"
            ) from None
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise ReportError(
            "this is an image, sound or video file, not a text", where=where, remedy=_as_text()
        )
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return _no_nul(data.decode(encoding), where), ()
            except UnicodeDecodeError as error:
                raise _undecodable(where, encoding.removesuffix("-sig"), error) from None
    if b"\x00" in data:
        raise _binary(where)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_cp1252(data, where, error)


def _decode_cp1252(
    data: bytes, where: str, cause: UnicodeDecodeError
) -> tuple[str, tuple[str, ...]]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise _undecodable(where, "utf-8", cause) from None
    high = [c for c in text if ord(c) > 127]
    control = sum(c < " " and c not in "\t\n\r\f" for c in text)
    # In western European text the marks above 127 are letters, quotation marks and dashes, and
    # they are few: another alphabet or compressed data looks otherwise.
    plain = sum(c.isalpha() or c in "‘’“”„–—…€£«»°§·•\xa0\xad" for c in high)
    if control or plain < 0.9 * len(high) or len(high) > 0.15 * len(text):
        raise _undecodable(where, "utf-8", cause) from None
    return text, (
        f"the file is not UTF-8 (byte {cause.start}); it was read as Windows-1252: check the "
        "letters with accents and the quotation marks, or save it as UTF-8",
    )


def _undecodable(where: str, encoding: str, error: UnicodeDecodeError) -> ReportError:
    return ReportError(
        f"the file's characters cannot be read as {encoding.upper()}: byte {error.start} "
        f"is {error.object[error.start]:#04x}",
        where=where,
        remedy=_WORDS_AS_UTF8,
    )


def _binary(where: str) -> ReportError:
    return ReportError(
        "this is not a text file: it holds NUL bytes", where=where, remedy=_as_text()
    )


def _no_nul(text: str, where: str) -> str:
    if "\x00" in text:
        raise _binary(where)
    return text


def _as_text() -> str:
    return "give the report as .txt (UTF-8) or .html"
