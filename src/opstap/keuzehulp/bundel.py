"""Content that municipalities share: studies, wording, texts and craft as one JSON file with a check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.eigen.catalogus import layer
from opstap.keuzehulp.eigen.stukken import StukFout
from opstap.keuzehulp.eigen.woorden import refusal
from opstap.keuzehulp.lijst.bestand import HOOGSTENS_BYTES, LijstFout, decode
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Inhoudstuk, Vakkennisregel

SOORT_BESTAND = "opstap-bundel"
VERSIE = 1
HOOGSTENS_STUKKEN = 500
DELEN: Mapping[str, str] = {
    "onderzoek": "onderzoek", "instrumenten": "instrument", "teksten": "zin", "metingen": "meting",
}  # fmt: skip
"""Parts of the file and the kind of piece they hold; `vakkennis` holds lines of teams."""


@dataclass(frozen=True, slots=True)
class Bundelfout:
    """What is wrong with one thing in the file: where, and one Dutch line."""

    waar: str
    zin: str


@dataclass(slots=True)
class Bundelplan:
    """What taking over this file would do. Studies, wording and texts come as drafts; craft keeps its signature."""

    van: str
    stukken: list[tuple[str, str, dict[str, Any], bool]] = field(default_factory=list)
    """Kind, key, document, and whether a piece under this key is there already."""
    vakkennis: list[tuple[dict[str, str], date]] = field(default_factory=list)
    gelijk: int = 0
    fouten: list[Bundelfout] = field(default_factory=list)

    @property
    def kan(self) -> bool:
        return not self.fouten and bool(self.stukken or self.vakkennis)

    @property
    def vingerafdruk(self) -> str:
        return seal({"stukken": self.stukken, "vakkennis": self.vakkennis})


def make_bundel(gemeente: Gemeente, delen: frozenset[str]) -> dict[str, Any]:
    """What this municipality published of its own, for the parts that were asked."""
    found: dict[str, Any] = {}
    rows = list(Inhoudstuk.objects.filter(gemeente=gemeente).exclude(gepubliceerd=None))
    for deel, soort in DELEN.items():
        if deel in delen:
            found[deel] = {row.sleutel: row.gepubliceerd for row in rows if row.soort == soort}
    if "vakkennis" in delen:
        lines = Vakkennisregel.objects.filter(gemeente=gemeente, gestopt_op=None)
        found["vakkennis"] = [
            {"instrument": row.instrument, "kant": row.kant, "tekst": row.tekst, "team": row.team,
             "nagekeken_op": row.nagekeken_op.isoformat()}
            for row in lines
        ]  # fmt: skip
    head = {"soort": SOORT_BESTAND, "versie": VERSIE, "van": gemeente.naam, "gemaakt_op": clock.today().isoformat()}
    return {**head, "inhoud": found, "controle": seal(found)}


def seal(content: Any) -> str:
    """SHA-256 over the content in one fixed way of writing: a file that was cut off or changed shows."""
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(plain.encode()).hexdigest()


def read_bundel(data: bytes) -> dict[str, Any]:
    """The file as a document whose form and check are right. Raises LijstFout."""
    if len(data) > HOOGSTENS_BYTES:
        raise LijstFout("te_groot", mb=HOOGSTENS_BYTES // 1024 // 1024)
    try:
        document = json.loads(decode(data)[0], parse_constant=str)
    except json.JSONDecodeError as error:
        raise LijstFout("geen_json", regel=error.lineno) from None
    except (RecursionError, ValueError) as error:
        raise error if isinstance(error, LijstFout) else LijstFout("geen_json", regel=1) from None
    if not isinstance(document, dict) or document.get("soort") != SOORT_BESTAND:
        raise LijstFout("geen_bundel")
    if document.get("versie") != VERSIE:
        raise LijstFout("andere_versie", versie=VERSIE)
    content = document.get("inhoud")
    if not _shaped(content) or not isinstance(document.get("van"), str) or not document["van"].strip():
        raise LijstFout("bundel_vorm")
    if document.get("controle") != seal(content):
        raise LijstFout("controle")
    return document


def _shaped(content: Any) -> bool:
    if not isinstance(content, dict) or set(content) - {*DELEN, "vakkennis"}:
        return False
    maps = [content.get(deel, {}) for deel in DELEN]
    lines = content.get("vakkennis", [])
    if not all(isinstance(one, dict) and all(isinstance(value, dict) for value in one.values()) for one in maps):
        return False
    whole = isinstance(lines, list) and all(isinstance(line, dict) for line in lines)
    return whole and sum(map(len, maps)) + len(lines) <= HOOGSTENS_STUKKEN


def plan_bundel(gemeente: Gemeente, document: Mapping[str, Any]) -> Bundelplan:
    """What taking over would do here. Nothing is written."""
    plan = Bundelplan(str(document["van"])[:200])
    there = {(row.soort, row.sleutel): row for row in Inhoudstuk.objects.filter(gemeente=gemeente)}
    for deel, soort in DELEN.items():
        for key, piece in document["inhoud"].get(deel, {}).items():
            _piece(plan, there.get((soort, key)), soort, str(key), piece)
    have: set[tuple[str, ...]] = set(
        Vakkennisregel.objects.filter(gemeente=gemeente).values_list("instrument", "kant", "tekst", "team")
    )
    for number, line in enumerate(document["inhoud"].get("vakkennis", []), 1):
        _line(plan, have, number, line)
    return plan


def _piece(plan: Bundelplan, row: Inhoudstuk | None, soort: str, key: str, document: dict[str, Any]) -> None:
    try:
        layer(catalogus(), [(soort, key, document)])
    except StukFout as fault:
        plan.fouten.append(Bundelfout(key[:60], str(fault)))
        return
    if row is not None and document in (row.concept, row.gepubliceerd):
        plan.gelijk += 1
    else:
        plan.stukken.append((soort, key, document, row is not None))


def _line(plan: Bundelplan, have: set[tuple[str, ...]], number: int, line: dict[str, Any]) -> None:
    where = f"vakkennis {number}"
    said = {name: " ".join(str(line.get(name, "")).split()) for name in ("instrument", "kant", "tekst", "team")}
    if said["instrument"] not in catalogus().instrumenten or said["kant"] not in Vakkennisregel.Kant.values:
        plan.fouten.append(Bundelfout(where, "De soort hulp of de kant (voor of tegen) is er niet."))
    elif not said["tekst"] or not said["team"] or len(said["tekst"]) > 300 or len(said["team"]) > 100:
        plan.fouten.append(Bundelfout(where, "Vakkennis vraagt een tekst tot 300 tekens en de naam van een team."))
    elif hit := refusal(said["tekst"]):
        plan.fouten.append(Bundelfout(where, f"Dit woord kan hier niet: {hit[1]['woord']}."))
    elif _looked_at(line) is None:
        plan.fouten.append(Bundelfout(where, "Vakkennis vraagt de dag waarop zij voor het laatst is nagekeken."))
    elif tuple(said.values()) in have:
        plan.gelijk += 1
    else:
        have.add(tuple(said.values()))
        plan.vakkennis.append((said, _looked_at(line) or clock.today()))


def _looked_at(line: Mapping[str, Any]) -> date | None:
    try:
        day = date.fromisoformat(str(line.get("nagekeken_op", "")))
    except ValueError:
        return None
    return day if day <= clock.today() else None
