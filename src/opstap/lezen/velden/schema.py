"""Which fields each kind bears (`inhoud/lezen/velden.yaml`), read once and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from opstap.kern.content import INHOUD, InhoudFout, load, require

BESTAND = INHOUD / "lezen" / "velden.yaml"
VORMEN = {
    "bedrag", "heelbedrag", "saldo", "datum", "pasdatum", "iban", "rekening", "bsn", "persoon", "bedrijf", "houder", "schermhouder", "kenmerk", "adres",  # noqa: E501
    "object", "afzender", "uitkering", "toeslag", "pasnaam", "documentnummer", "kenteken",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Veldregel:
    """How one field of one kind is found: form of value, labels in order of preference, and whether it is needed.
    `ruim`, `niet`: stems for and against a value where no label stands there."""

    naam: str
    vorm: str
    labels: tuple[str, ...] = ()
    nodig: bool = False
    keuze: str = "eerste"
    rol: str | None = None
    kop: bool = False
    persoon: bool = False
    ruim: tuple[str, ...] = ()
    niet: tuple[str, ...] = ()


@cache
def schema(path: Path = BESTAND) -> dict[str, tuple[Veldregel, ...]]:
    """Field rules per kind; raises InhoudFout with the line when the content is wrong."""
    content = load(path)
    require(
        path,
        content,
        {"eigenaar": str, "bijgewerkt_op": object, "herzien_voor": object, "lijsten": dict, "soorten": dict},
    )
    return {
        soort: tuple(_regel(path, naam, row, content["lijsten"]) for naam, row in rows.items())
        for soort, rows in content["soorten"].items()
    }


def _regel(path: Path, naam: str, row: dict[str, Any], lists: dict[str, list[str]]) -> Veldregel:
    optional = dict.fromkeys(("labels", "lijst", "nodig", "keuze", "rol", "kop", "persoon", "ruim", "niet"))
    require(path, row, {"vorm": str}, optional)
    line = getattr(row, "line", None)
    if row["vorm"] not in VORMEN:
        raise InhoudFout(path, line, f"vorm ken ik niet: {row['vorm']!r}")
    labels = row.get("labels") or lists.get(str(row.get("lijst", "")), [])
    if row.get("lijst") and row["lijst"] not in lists:
        raise InhoudFout(path, line, f"lijst ken ik niet: {row['lijst']!r}")
    rest = {key: row[key] for key in ("nodig", "keuze", "rol", "kop", "persoon") if key in row}
    ruim, niet = (tuple(str(word) for word in row.get(key, [])) for key in ("ruim", "niet"))
    return Veldregel(naam, str(row["vorm"]), tuple(str(label) for label in labels), ruim=ruim, niet=niet, **rest)


def verwacht(soort: str) -> tuple[str, ...]:
    """The fields without which a paper of this kind is read a second time."""
    return tuple(rule.naam for rule in schema().get(soort, ()) if rule.nodig)
