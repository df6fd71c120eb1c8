"""Compare what the reader says with the truth: kind, fields per form, silent wrong values, places, doubles, months,
leaks."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from bench.stapel.stapel import Schoenendoos, Stuk
from opstap.lezen.model import Document, Uitkomst

Teller = dict[str, int]


@dataclass
class Score:
    """Counts; `velden[vorm]`: goed, stil_fout, gevraagd, ontbreekt."""

    soort: Teller = field(default_factory=lambda: defaultdict(int))
    velden: dict[str, Teller] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    boekingen: Teller = field(default_factory=lambda: defaultdict(int))
    plekken: list[float] = field(default_factory=list)
    maanden: Teller = field(default_factory=lambda: defaultdict(int))
    dubbel: Teller = field(default_factory=lambda: defaultdict(int))
    lekken: int = 0
    seconden: float = 0.0
    bestanden: int = 0
    fouten: list[str] = field(default_factory=list)

    def tel(self, doos: Schoenendoos, uitkomst: Uitkomst) -> None:
        """Add one household."""
        self.seconden += uitkomst.duur_s
        self.bestanden += len(doos.bestanden)
        per_file: dict[str, list[Document]] = defaultdict(list)
        for document in uitkomst.documenten:
            for name in document.bestanden or [document.bestand]:
                per_file[name].append(document)
        for piece in doos.stukken:
            self._stuk(piece, _bij(piece, per_file[piece.bestand]))
        self._maanden(doos, uitkomst)
        self._lekken(doos, uitkomst)

    def _stuk(self, piece: Stuk, document: Document | None) -> None:
        found = document.soort if document else "onbekend"
        right = found == piece.papier.soort
        self.soort["goed" if right else "onbekend" if found == "onbekend" else "fout"] += 1
        if not right:
            self.fouten.append(f"{piece.bestand} {piece.vorm}: {piece.papier.soort} → {found}")
        if piece.dubbel:
            self.dubbel["gezien" if document is not None and document.dubbel_van else "gemist"] += 1
        elif document is not None and document.dubbel_van and not document.dubbel_van.startswith("nogmaals"):
            self.dubbel["ten_onrechte"] += 1
        facts = {fact.naam: fact for fact in piece.waarheid}
        for name, fact in facts.items():
            value = document.velden.get(name) if document is not None and right else None
            asked = document is not None and any(question.veld == name for question in document.vragen)
            outcome = (
                "gevraagd"
                if value is None and asked
                else "ontbreekt"
                if value is None
                else "goed"
                if value.waarde == fact.waarde
                else "stil_fout"
            )
            self.velden[piece.vorm][outcome] += 1
            if outcome != "goed":
                self.fouten.append(
                    f"{piece.bestand} {piece.vorm} {piece.papier.soort}.{name}: {outcome} {fact.waarde!r} {value and value.waarde!r}"  # noqa: E501
                )
            elif value is not None and value.vak is not None:
                self.plekken.append(iou([f.vak for f in piece.waarheid if f.naam == name], value.vak))
        if piece.papier.transacties and document is not None and right:
            truth = sorted((row["datum"], row["bedrag"]) for row in piece.papier.transacties)
            read = sorted((row.datum.isoformat(), str(row.bedrag)) for row in document.transacties)
            asked = any(question.veld == "transacties" for question in document.vragen)
            self.boekingen["goed" if truth == read else "gevraagd" if asked else "stil_fout"] += 1

    def _maanden(self, doos: Schoenendoos, uitkomst: Uitkomst) -> None:
        tiles = {tile.maand: tile.staat for tile in uitkomst.maanden if tile.iban == doos.iban}
        for month, state in doos.maanden.items():
            right = tiles.get(month) == state
            self.maanden["goed" if right else "fout"] += 1
            if not right:
                self.fouten.append(f"maand {month}: {state} → {tiles.get(month)}")

    def _lekken(self, doos: Schoenendoos, uitkomst: Uitkomst) -> None:
        text = json.dumps(uitkomst.as_json(), ensure_ascii=False).lower()
        for piece in doos.stukken:
            for word in piece.papier.verboden:
                if word in text:
                    self.lekken += 1
                    self.fouten.append(f"LEK {piece.bestand}: {word}")

    def rijen(self) -> list[dict[str, Any]]:
        """The rows for `opstap meet`."""
        papers = sum(self.soort.values())
        rows = [
            _rij("soort goed", self.soort["goed"], papers, "≥ 97"),
            _rij("soort onbekend", self.soort["onbekend"], papers, "≤ 3"),
        ]
        bars = {"pdf": "≥ 98", "scan": "≥ 98", "scherm": "≥ 98", "foto": "≥ 97", "twee": "≥ 97", "moeilijk": "≥ 90"}
        for form, counts in sorted(self.velden.items()):
            rows.append(_rij(f"velden goed, {form}", counts["goed"], sum(counts.values()), bars[form]))
        fields = sum(sum(counts.values()) for counts in self.velden.values())
        rows.append(
            _rij("velden stil fout", sum(counts["stil_fout"] for counts in self.velden.values()), fields, "≤ 0,5")
        )
        rows.append(
            _rij("afschriften met alle boekingen goed", self.boekingen["goed"], sum(self.boekingen.values()), "")
        )
        rows.append(_rij("maanden goed", self.maanden["goed"], sum(self.maanden.values()), "≥ 100"))
        rows.append(_rij("dubbelen gezien", self.dubbel["gezien"], self.dubbel["gezien"] + self.dubbel["gemist"], ""))
        good = sum(place >= 0.5 for place in self.plekken)
        rows.append(_rij("plek overlapt ten minste de helft (IoU)", good, len(self.plekken), ""))
        return [*rows, *self._lek_en_tijd()]

    def _lek_en_tijd(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        rows.append(
            {
                "naam": "lekken",
                "waarde": self.lekken,
                "eenheid": "woorden",
                "lat": "≤ 0",
                "toelichting": "verboden woorden in de uitvoer",
            }
        )
        pace = round(self.seconden / max(1, self.bestanden), 2)
        rows.append(
            {
                "naam": "tijd per bestand",
                "waarde": pace,
                "eenheid": "s",
                "lat": "≤ 3",
                "toelichting": "eigen set, twee werkers",
            }
        )
        return rows


def _rij(naam: str, good: int, total: int, lat: str) -> dict[str, Any]:
    share = round(100 * good / total, 2) if total else 0.0
    return {"naam": naam, "waarde": share, "eenheid": "%", "lat": lat, "toelichting": f"eigen set, {good} van {total}"}


def _bij(piece: Stuk, documents: list[Document]) -> Document | None:
    """The document that should be this piece: the only one, or the one of that kind."""
    same = [document for document in documents if document.soort == piece.papier.soort]
    return same[0] if same else documents[0] if documents else None


def iou(truths: list[tuple[float, ...]], box: tuple[float, ...]) -> float:
    """Overlap divided by union, the best over the places where the value stands."""
    return max((_iou(truth, box) for truth in truths), default=0.0)


def _iou(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if wide <= 0 or tall <= 0:
        return 0.0
    both = wide * tall
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)
