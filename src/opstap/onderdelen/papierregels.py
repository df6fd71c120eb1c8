"""Requirements and papers in the language of the reader, for portal and workplace alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from opstap.dossier import beelden
from opstap.dossier.models import Bewijsstuk, Feit
from opstap.dossier.queries import Papier
from opstap.onderdelen.delen import Plek, Tegel
from opstap.onderdelen.feitwoorden import label, waarde
from opstap.onderdelen.teksten import plat, t, taal
from opstap.taal.weergave import datum, opsomming, periode

STAAT = {"voorgesteld": "gelezen", "bevestigd": "bevestigd", "vastgesteld": "vastgesteld", "verworpen": "verworpen"}
NIET_TONEN = ("rekeningen", "identiteit")
Address = Callable[[Bewijsstuk], str]


def line(row: Papier, address: Address) -> dict[str, Any]:
    """One requirement for the template, in the language of the reader."""
    asked = row.gevraagd.vereiste
    return {
        "id": asked.id, "label": asked.label[taal()], "waarom": asked.waarom[taal()], "waar": asked.waar[taal()],
        "reden": row.gevraagd.reden[taal()], "artikel": asked.artikel, "stand": row.stand, "is_open": row.is_open,
        "dagen": row.gevraagd.dagen, "stukken": [summary(paper, address) for paper in row.stukken],
        "antwoord": row.antwoord and t(f"onderdelen.antwoord_{row.antwoord.antwoord}"),
        "rekeningen": _tiles(row),
    }  # fmt: skip


def summary(paper: Bewijsstuk, address: Address) -> dict[str, Any]:
    """A paper in one line: what it is, which period, when it came."""
    shown = periode(paper.periode_van, paper.periode_tot, taal()) if paper.periode_van and paper.periode_tot else (
        datum(paper.datum, taal(), "datum") if paper.datum else ""
    )
    return {"stuk": paper, "naam": plat(f"soort.{paper.soort}"), "wanneer": shown, "adres": address(paper)}


def facts_of(paper: Bewijsstuk) -> list[Feit]:
    """What this paper shows and still stands, in the order of the page."""
    rows = paper.feiten.filter(vervangen_door=None).exclude(staat=Feit.Staat.VERWORPEN).exclude(soort__in=NIET_TONEN)
    return list(rows.select_related("door").order_by("bladzijde", "id"))


def spots(paper: Bewijsstuk) -> list[Plek]:
    """The readings of a paper with their places."""
    return [_spot(feit) for feit in facts_of(paper)]


def shown_pages(paper: Bewijsstuk, found: list[Plek], picture: Callable[[int], str]) -> list[dict[str, Any]]:
    """The pages that can be shown with their size; each draws its own of the spots, numbered as in the one list."""
    shown = []
    for number in beelden.pages(paper):
        wide, high = beelden.size(paper, number)
        shown.append({"nummer": number, "beeld": picture(number), "breedte": wide, "hoogte": high, "plekken": found,
                      "id": f"bladzijde-{number}"})  # fmt: skip
    return shown


def when(van: date, tot: date) -> str:
    """A period in words; of one day that day."""
    return datum(tot, taal(), "datum") if van == tot else periode(van, tot, taal())


def _spot(feit: Feit) -> Plek:
    what = label(feit.soort)
    if feit.periode_van and feit.periode_tot:
        what = f"{what}, {when(feit.periode_van, feit.periode_tot)}"
    vak = tuple(feit.vak) if feit.vak else None
    return Plek(what, waarde(feit.soort, feit.waarde), vak, feit.bladzijde or 1, staat=STAAT[feit.staat])


def _tiles(row: Papier) -> list[dict[str, Any]]:
    """Month tiles per account."""
    accounts: dict[str, list[Tegel]] = {}
    for month in row.maanden:
        gaps = opsomming([periode(van, tot, taal()) for van, tot in month.gaten],
            taal()) if month.staat == "deels" else ""
        note = plat("onderdelen.mist", wat=gaps) if gaps else ""
        accounts.setdefault(month.rekening or "", []).append(Tegel(month.eerste_dag, month.staat, note))
    return [{"naam": plat("onderdelen.rekening", einde=name[-4:]) if name else "", "tegels": tiles} for name,
        tiles in accounts.items()]
