"""What a file really is, from its own bytes. The extension is a claim, never a proof."""

from __future__ import annotations

import re
import struct

from opstap.lezen.inname import grenzen
from opstap.lezen.inname.fout import fout

BEELD = frozenset({"jpeg", "png", "heic", "tiff", "webp"})
BANK = frozenset({"mt940", "camt", "csv"})

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
)
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"Rar!", "archief"),
    (b"7z\xbc\xaf\x27\x1c", "archief"),
    (b"\x1f\x8b", "archief"),
    (b"BZh", "archief"),
    (b"\xfd7zXZ\x00", "archief"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oud_document"),
    (b"{\\rtf", "oud_document"),
    (b"MZ", "programma"),
    (b"\x7fELF", "programma"),
    (b"#!", "programma"),
    (b"\xca\xfe\xba\xbe", "programma"),
)
# ISO base media brands of still pictures from phones (ISO/IEC 23008-12) and of AVIF.
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_CAMT = re.compile(rb"urn:iso:std:iso:20022:tech:xsd:camt\.05[234]\.|<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt)\b")
_MT940 = re.compile(rb"(?:^|[\r\n])\s{0,3}:60[FM]:")
_MAIL_HEADER = re.compile(
    rb"(?im)^(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-type):"
)
_CSV_NAMES = (".csv", ".tab", ".tsv")


def herken(inhoud: bytes, naam: str = "") -> str:
    """The format of these bytes: pdf, jpeg, png, heic, tiff, webp, docx, odt, eml, mt940, camt, csv or tekst.

    Raises LeesFout for what is empty, too big, refused, or two things at once. `naam` only helps to tell
    a list of a bank from other text.
    """
    if not inhoud:
        raise fout("leeg")
    if len(inhoud) > grenzen.BESTAND_BYTES:
        raise fout("te_groot")
    found = _binary(inhoud)
    if found is not None:
        if found not in ("docx", "odt") and _is_also_zip(inhoud):
            raise fout("twee_soorten")
        return found
    return _text_kind(inhoud, naam)


def _binary(data: bytes) -> str | None:
    head = data[:1024]
    stripped = head.lstrip(b"\xef\xbb\xbf\r\n\t \x00")
    if stripped.startswith(b"%PDF-"):
        return "pdf"
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _media(data)
    for magic, code in _REFUSED:
        if head.startswith(magic):
            raise fout(code)
    if head[:2] == b"PK" and head[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        return _package(data)
    if b"%PDF-" in head:
        raise fout("twee_soorten")
    return None


def _media(data: bytes) -> str:
    size = struct.unpack(">I", data[:4])[0]
    box = data[8 : max(8, min(size, 256, len(data)))]
    brands = {box[:4]} | {box[at : at + 4] for at in range(8, len(box) - 3, 4)}
    if brands & _HEIC_BRANDS and not brands & {b"avif", b"avis"}:
        return "heic"
    raise fout("soort")


def _package(data: bytes) -> str:
    from opstap.lezen.inname.pakket import soort_van_pakket

    return soort_van_pakket(data)


def _is_also_zip(data: bytes) -> bool:
    """Whether a valid end-of-archive record closes the file exactly: then a ZIP hides behind the first face."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if at < 0 or at + 22 > len(data):
        return False
    return at + 22 + int(struct.unpack("<H", data[at + 20 : at + 22])[0]) == len(data)


def _text_kind(data: bytes, naam: str) -> str:
    from opstap.lezen.bank.profiel import is_lijst, utf16

    head = data[:65_536]
    wide = utf16(head)
    if not wide and not _looks_like_text(head):
        raise fout("soort")
    if len(data) > grenzen.TEKST_BYTES:
        raise fout("te_groot")
    plain = head.replace(b"\x00", b"") if wide else head
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith(b"<") or b"<!doctype" in start[:200]:
        return _markup(plain, start)
    if _MT940.search(plain) or (b":25:" in plain and b":61:" in plain):
        return "mt940"
    if len({found.lower() for found in _MAIL_HEADER.findall(plain[:8_192])}) >= 3 and _mail_start(start):
        return "eml"
    return "csv" if is_lijst(data, named_csv=naam.lower().endswith(_CSV_NAMES)) else "tekst"


def _markup(plain: bytes, start: bytes) -> str:
    if _CAMT.search(plain):
        return "camt"
    if b"<svg" in start[:2_000]:
        raise fout("tekening")
    if b"<!entity" in start[:4_000]:
        raise fout("verwijzing")
    if re.search(rb"<(?:html|script|body|head|!doctype html)", start[:2_000]):
        raise fout("programma")
    raise fout("soort")


def _mail_start(start: bytes) -> bool:
    return bool(re.match(rb"(?:[\w-]+:|from )", start))


def _looks_like_text(head: bytes) -> bool:
    control = sum(head.count(bytes([byte])) for byte in (*range(9), *range(14, 27), *range(28, 32)))
    # A message from a bank may open with one control sign of the network it came over.
    return control * 200 <= len(head) or (control <= 2 and len(head) > 20)
