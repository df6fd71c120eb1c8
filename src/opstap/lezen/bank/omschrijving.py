"""What a bank wrote beside a CREDIT, taken apart into name, account and the rest. Never called for a debit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_CODES = ("TRTP", "IBAN", "BIC", "NAME", "REMI", "EREF", "ORDP", "BENM", "CNTP", "PREF", "RTRN", "MARF", "CSID", "PURP",
          "ID", "ACCT", "INFO", "KREF", "TRCD", "BO", "ULTD", "ULTB", "ISDT", "SVCL", "ADDR", "MOTV", "CREF", "IREF",
          "SUBJ", "PIRE", "NRTX", "OCMT", "CHGS", "EXCH", "CDTRREFTP", "CDTRREF", "PY", "VV")  # fmt: skip
_SLASH = re.compile("/(" + "|".join(sorted(_CODES, key=len, reverse=True)) + ")/")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b")
_KNAB = re.compile(r"REK:\s*([A-Z0-9]+)\s*/\s*NAAM:\s*(.*)", re.DOTALL)
_LABELS = re.compile(
    r"\b(IBAN|BIC|Naam|Omschrijving|Kenmerk|Machtiging|Incassant|Betalingskenm\.?|Valutadatum|Datum/Tijd)\s*:\s*", re.I
)
_GERMAN = re.compile(r">(1\d|2\d|3\d|6\d)")


@dataclass(slots=True)
class Omschrijving:
    """Name and account of the other side, the bank's code, and words to recognise a kind by. Never shown."""

    naam: str = field(default="", repr=False)
    tegenrekening: str = field(default="", repr=False)
    woorden: str = field(default="", repr=False)
    code: str = field(default="", repr=False)


def ontleed(lines: list[str]) -> Omschrijving:
    """Take the lines of a :86: apart by the shapes banks use; what has no known shape gives words without a name."""
    joined = _join(lines)
    if _SLASH.search(joined):
        return _slashes(joined)
    knab = _KNAB.search(joined)
    if knab:
        return Omschrijving(knab[2].strip(), knab[1], joined)
    if _LABELS.search(joined) and re.search(r"naam\s*:", joined, re.I):
        return labels(joined)
    found = _IBAN.search(joined)
    return Omschrijving(tegenrekening=found[0] if found else "", woorden=_GERMAN.sub(" ", joined))


def _join(lines: list[str]) -> str:
    """Full lines run on without a space (the banks break at 65 characters); shorter ones end a word."""
    text = ""
    for line in lines:
        text += line if len(line.rstrip("\r\n")) >= 64 else line + " "
    return text.strip()


def _slashes(text: str) -> Omschrijving:
    result = Omschrijving()
    pieces = _SLASH.split(text)
    words = [pieces[0]]
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        clean = value.strip(" /")
        if key == "NAME" and not result.naam:
            result.naam = clean
        elif key in ("IBAN", "ACCT") and not result.tegenrekening:
            result.tegenrekening = clean
        elif key == "CNTP":
            parts = value.split("/")
            result.tegenrekening = result.tegenrekening or parts[0].strip()
            result.naam = result.naam or (parts[2].strip() if len(parts) > 2 else "")
        elif key == "PURP":
            result.code = re.sub(r"^CD/", "", clean)[:4].upper()
        else:
            words.append(clean)
    result.woorden = " ".join(words)
    return result


def labels(text: str) -> Omschrijving:
    """The shape "IBAN: … Naam: … Omschrijving: …" of ABN AMRO and ING."""
    result = Omschrijving()
    pieces = _LABELS.split(text)
    words = [pieces[0]]
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        name = key.lower()
        if name == "naam" and not result.naam:
            result.naam = value.strip()
        elif name == "iban" and not result.tegenrekening:
            result.tegenrekening = value.strip()
        else:
            words.append(value)
    result.woorden = " ".join(words)
    return result
