"""What kind of credit this is, by an allow-list: codes, known payers and a few words. Unknown stays unknown.

The name of the other side is shown only for loon (the employer), and for uitkering and toeslag as the known name of
the office that pays. For every other credit nothing of name or description leaves the reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from opstap.kern.content import INHOUD, InhoudFout, load, require
from opstap.lezen.prive import is_prive

SOORTEN = frozenset(
    {"loon", "uitkering", "toeslag", "alimentatie", "eigen_rekening", "storting_contant", "overige_bijschrijving"}
)
_ORDER = ("alimentatie", "loon", "eigen_rekening", "storting_contant")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b")
_MAX_NAME = 60
_VOOR_NAAM = re.compile(
    r"(?i)^(?:payment from|transfer from|ovb|overboeking|(?:loon|salaris|salary)(?: van)?)\s+(?=\S)"
)
_NA_NAAM = re.compile(r"(?i)(?:[\s,]+(?:overschrijving|overboeking|bijschrijving|sepa|ov|ob|cb))*[\s,]*$")
"""What a bank prints before and behind the name of who paid."""


@dataclass(frozen=True, slots=True)
class Betaler:
    """An office that pays out: how its name starts, and which words must stand beside it."""

    naam: str
    soort: str
    starts: re.Pattern[str]
    needs: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Lijst:
    codes: dict[str, str]
    betalers: tuple[Betaler, ...]
    woorden: dict[str, re.Pattern[str]]


def soort_bijschrijving(naam: str, tegenrekening: str, woorden: str, code: str = "") -> tuple[str | None, str | None]:
    """(kind, name to show) of one credit; kind None when nothing of the allow-list fits.

    `code` is the SEPA purpose code, or what the bank gives in its place.
    """
    rules = lijst()
    plain, text = _plain(naam), _plain(f"{naam} {woorden}")
    for payer in rules.betalers:
        where = plain or text
        found = payer.starts.match(where) if plain else payer.starts.search(where)
        if found and (payer.needs is None or payer.needs.search(text)):
            return payer.soort, payer.naam
    soort = rules.codes.get(code.strip().upper())
    if soort is None:
        soort = next((kind for kind in _ORDER if rules.woorden[kind].search(text)), None)
    return soort, toonbare_naam(naam) if soort == "loon" else None


def toonbare_naam(naam: str) -> str | None:
    """A payer's name fit to show: one short line of letters, figures and plain marks, no account number, no formula, no
    word of the bank around it; None for a name that tells of care, belief or union."""
    kept = re.sub(r"[^\w\s.,&'()/+-]", " ", _IBAN.sub(" ", naam))
    kept = " ".join(kept.split()).lstrip("=+-@/.,' ")
    kept = _VOOR_NAAM.sub("", _NA_NAAM.sub("", kept))[:_MAX_NAME].strip()
    return kept if re.search(r"[A-Za-zÀ-ɏḀ-ỿ]{2}", kept) and not is_prive(kept) else None


@lru_cache(maxsize=1)
def lijst() -> Lijst:
    """The allow-list from `inhoud/lezen/bijschrijvingen.yaml`; raises InhoudFout when it is wrong."""
    path = INHOUD / "lezen" / "bijschrijvingen.yaml"
    data = load(path)
    about = {"bijgewerkt_op": object, "herzien_voor": object, "eigenaar": str, "bron": str}
    require(path, data, {**about, "codes": dict, "betalers": list, "woorden": dict})
    for row in data["betalers"]:
        require(path, row, {"naam": str, "soort": str, "begint_met": list}, {"woorden": list})
    named = [*data["codes"].values(), *data["woorden"], *(row["soort"] for row in data["betalers"])]
    unknown = sorted(set(named) - SOORTEN)
    if unknown or set(data["woorden"]) != set(_ORDER):
        raise InhoudFout(path, data["woorden"].line, f"soort bijschrijving klopt niet: {unknown or list(_ORDER)}")
    return Lijst(
        codes={str(key): str(value) for key, value in data["codes"].items()},
        betalers=tuple(
            Betaler(
                row["naam"],
                row["soort"],
                _words(row["begint_met"]),
                _words(row["woorden"]) if row.get("woorden") else None,
            )
            for row in data["betalers"]
        ),
        woorden={kind: _words(words) for kind, words in data["woorden"].items()},
    )


def _words(words: list[str]) -> re.Pattern[str]:
    parts = sorted((re.escape(_plain(str(word))) for word in words), key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(parts)})(?![a-z0-9])")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
