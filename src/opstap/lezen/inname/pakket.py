"""Packages (ZIP). Only DOCX and ODT are opened, with caps on count, size and ratio before and while unpacking."""

from __future__ import annotations

import io
import itertools
import lzma
import stat
import zipfile
import zlib

from opstap.lezen.inname import grenzen
from opstap.lezen.inname.fout import fout

_BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
)


def soort_van_pakket(data: bytes) -> str:
    """docx or odt; raises LeesFout for every other archive and for packages that are not safe."""
    with _open(data) as package:
        names = set(package.namelist())
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise fout("macro")
        if "word/document.xml" in names:
            _check(package)
            return "docx"
        if "content.xml" in names and "mimetype" in names:
            _check(package)
            kind = lees_deel(package, "mimetype", 200)
            if kind.strip() == b"application/vnd.oasis.opendocument.text":
                return "odt"
            raise fout("rekenblad" if b"spreadsheet" in kind else "soort")
        if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
            raise fout("rekenblad")
        raise fout("archief")


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, UnicodeError):
        office = b"[Content_Types].xml" in data[:4_096] or data[30:38] == b"mimetype"
        raise fout("beschadigd" if office else "archief") from None


def open_pakket(data: bytes) -> zipfile.ZipFile:
    """The package, after the checks on names, links, counts and declared sizes."""
    package = _open(data)
    _check(package)
    return package


def _check(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    if len(entries) > grenzen.UITPAK_DELEN:
        raise fout("uitpakgrens")
    seen: set[str] = set()
    spans: list[tuple[int, int]] = []
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        linked = stat.S_ISLNK(entry.external_attr >> 16)
        if ".." in parts or entry.filename.startswith("/") or linked or entry.filename in seen:
            raise fout("beschadigd")
        if entry.flag_bits & 1:
            raise fout("wachtwoord")
        seen.add(entry.filename)
        spans.append((entry.header_offset, entry.header_offset + 30 + entry.compress_size))
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if total > grenzen.UITPAK_BYTES or (total > grenzen.MB and total / packed > grenzen.UITPAK_VERHOUDING):
        raise fout("uitpakgrens")
    spans.sort()
    if any(after[0] < before[1] for before, after in itertools.pairwise(spans)):
        raise fout("uitpakgrens")


def lees_deel(package: zipfile.ZipFile, naam: str, limit: int = grenzen.UITPAK_BYTES) -> bytes:
    """The bytes of one part, counted while unpacking: what the header declares is not believed."""
    try:
        with package.open(naam) as part:
            data = part.read(limit + 1)
    except _BROKEN:
        raise fout("beschadigd") from None
    if len(data) > limit:
        raise fout("uitpakgrens")
    return data
