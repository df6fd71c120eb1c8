"""What may be covered on a paper, what has to stay readable (`inhoud/afdekken`), and the boxes a person chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from opstap.dossier.models import Bestand
from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.kern.models import Gemeente
from opstap.lezen.inname.overdracht import document_uit
from opstap.lezen.model import Document, Transactie, Vak

BESTAND = INHOUD / "afdekken" / "afdekken.yaml"
DELEN = ("iban", "rekeninghouder", "beginsaldo", "eindsaldo", "bijschrijvingen", "afschrijvingen")
GERAAKT = 0.2
SMALSTE, EIND = 0.03, 0.25  # of the page: narrower holds no amount; of a row: where its day and its amount stand
Plek = tuple[int, Vak]
_SLEUTELS: dict[str, type | tuple[type, ...]] = {
    "eigenaar": str, "geldig_vanaf": date, "herzien_voor": date, "mag_meer": bool, "mag_openen": bool, "blijft": Rij,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Afdekregels:
    """`blijft`: kind of paper → the parts that stay readable."""

    mag_meer: bool
    mag_openen: bool
    blijft: Mapping[str, tuple[str, ...]]


@cache
def load_regels(path: Path = BESTAND) -> Afdekregels:
    """Read and check the content. Raises InhoudFout."""
    row = load(path)
    require(path, row, _SLEUTELS)
    for soort, parts in row["blijft"].items():
        if not isinstance(parts, list) or not set(parts) <= set(DELEN):
            raise InhoudFout(path, row["blijft"].line, f"bij {soort} kunnen deze delen staan: {', '.join(DELEN)}")
    blijft = {soort: tuple(parts) for soort, parts in row["blijft"].items()}
    return Afdekregels(row["mag_meer"], row["mag_openen"], MappingProxyType(blijft))


def regels(gemeente: Gemeente) -> Afdekregels:
    """The rules of this municipality: the content, with what its settings say otherwise."""
    base, own = load_regels(), gemeente.instellingen.get("afdekken", {})
    blijft = {soort: tuple(parts) for soort, parts in own.get("blijft", {}).items()}
    return Afdekregels(
        bool(own.get("mag_meer", base.mag_meer)), bool(own.get("mag_openen", base.mag_openen)),
        MappingProxyType({**base.blijft, **blijft}),
    )  # fmt: skip


def documents(bestand: Bestand) -> list[Document]:
    """The papers in a file as they were last read."""
    reading = bestand.lezingen.order_by("gelezen_op", "id").last()
    return [document_uit(row) for row in reading.uitkomst["documenten"]] if reading else []


def chosen(bestand: Bestand) -> tuple[list[Plek], list[Plek]]:
    """What the person covered herself, and what she uncovered."""
    kept = bestand.afdekking
    return _places(kept.get("dicht", [])), _places(kept.get("open", []))


def covered(documenten: list[Document], dicht: Iterable[Plek], los: Iterable[Plek]) -> list[Plek]:
    """Every box that is black: what Opstap covers, minus what she uncovered, plus what she covered."""
    from opstap.lezen.afdekken.kopie import dicht as boxes

    return boxes(documenten, dicht, los)


def unreadable(gemeente: Gemeente, documenten: list[Document], dicht: Iterable[Plek]) -> list[str]:
    """Which parts that have to stay readable disappear under these boxes, in the words of `DELEN`."""
    covers, found = list(dicht), []
    for document in documenten:
        keep = regels(gemeente).blijft.get(document.soort, ())
        for part in keep:
            field = document.velden.get(part)
            if field is not None and hides(covers, field.bladzijde, field.vak, GERAAKT):
                found.append(part)
        for booking in document.transacties:
            part = "bijschrijvingen" if booking.bedrag.cents >= 0 else "afschrijvingen"
            stays = _stays(document, booking) if part in keep else []
            if any(hides(covers, booking.bladzijde, box, GERAAKT) for box in stays):
                found.append(part)
    return list(dict.fromkeys(found))


def _stays(document: Document, booking: Transactie) -> list[Vak]:
    """The places in the row of a booking that stay readable: all of it for money that came in; of what was paid its
    day and its amount, which is what lies around the words that Opstap covers there."""
    row = booking.vak
    if row is None or booking.bedrag.cents >= 0:
        return [row] if row else []
    here = [box for page, box in document.afdekken if page == booking.bladzijde and _beside(box, row)]
    words = sorted((box[0], box[2]) for box in here)
    if not words:
        end = EIND * (row[2] - row[0])
        return [(row[0], row[1], row[0] + end, row[3]), (row[2] - end, row[1], row[2], row[3])]
    edges = [row[0], *(side for word in words for side in word), row[2]]
    gaps = [(edges[n], edges[n + 1]) for n in range(0, len(edges), 2)]
    return [(left, row[1], right, row[3]) for left, right in gaps if right - left >= SMALSTE]


def _beside(box: Vak, row: Vak) -> bool:
    """Whether a box stands on the same line as the row, and within it."""
    return row[1] <= (box[1] + box[3]) / 2 <= row[3] and box[0] < row[2] and box[2] > row[0]


def hides(covers: list[Plek], page: int | None, box: Vak | None, most: float) -> bool:
    """Whether the covers take away more than this share of a box."""
    if page is None or box is None:
        return False
    area = max(1e-9, (box[2] - box[0]) * (box[3] - box[1]))
    hidden = 0.0
    for number, cover in covers:
        wide, tall = min(box[2], cover[2]) - max(box[0], cover[0]), min(box[3], cover[3]) - max(box[1], cover[1])
        hidden += wide * tall if number == page and wide > 0 and tall > 0 else 0.0
    return hidden > most * area


def in_middle(box: Vak, of: Vak) -> bool:
    """Whether the middle of `box` lies in `of`."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return of[0] <= x <= of[2] and of[1] <= y <= of[3]


def _places(rows: list[Any]) -> list[Plek]:
    return [(int(page), (float(a), float(b), float(c), float(d))) for page, (a, b, c, d) in rows]
