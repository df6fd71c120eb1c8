"""What stands on "Mijn papieren", and on the page of one paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.http import FileResponse
from django.urls import reverse

from opstap.dossier import beelden, ontvangst
from opstap.dossier.models import Bestand, Bewijsstuk, Feit, VereisteAntwoord
from opstap.dossier.queries import Papier, papierlijst
from opstap.dossier.vereisten import load_vereisten
from opstap.kern import clock
from opstap.onderdelen.delen import Plek, Tegel
from opstap.onderdelen.teksten import plat, t, taal
from opstap.portaal.mijn import Mijn
from opstap.portaal.woorden import label, waarde
from opstap.taal.weergave import datum, opsomming, periode

NIET_TONEN = ("rekeningen", "identiteit")


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One file that was handed in, in a sentence."""

    goed: bool
    tekst: str


def take_in(me: Mijn, uploads: Iterable[UploadedFile], vereiste: str, eenmalig: UUID) -> list[Uitkomst]:
    wanted = vereiste if vereiste in known_ids() else ""
    rows = ontvangst.take_in(me.need_dossier(), uploads, me.gebruiker, vereiste=wanted, eenmalig=eenmalig)
    return [Uitkomst(row.bestand is not None, t(row.sleutel, **row.waarden)) for row in rows]


def known_ids() -> set[str]:
    return set(load_vereisten().vereisten)


def busy(me: Mijn) -> int:
    """How many files are still being read."""
    waiting = (Bestand.Lezen.WACHT, Bestand.Lezen.BEZIG)
    return Bestand.objects.filter(gemeente=me.gemeente, dossier=me.need_dossier(), lezen__in=waiting).count()


def overview(me: Mijn) -> dict[str, Any]:
    """The whole page: what is being read, what to confirm, what is still needed, done, and what we look up."""
    aanvraag, dossier = me.need_aanvraag(), me.need_dossier()
    rows = papierlijst(dossier, aanvraag.aangevraagd_op or clock.today())
    asked = [line(row) for row in rows if row.gevraagd.hoe == "vragen"]
    to_confirm = dossier.bewijsstukken.filter(staat=Bewijsstuk.Staat.GELEZEN, dubbel_van=None).select_related("bestand")
    doubles = dossier.bewijsstukken.exclude(dubbel_van=None).exclude(staat=Bewijsstuk.Staat.VERWORPEN)
    unread = Bestand.objects.filter(gemeente=me.gemeente, dossier=dossier).filter(
        Q(lezen=Bestand.Lezen.NIET_GELEZEN) | Q(scan=Bestand.Scan.VIRUS)
    )
    return {
        "ik": me, "aanvraag": aanvraag, "bezig": busy(me), "open": [row for row in asked if row["is_open"]],
        "klaar": [row for row in asked if not row["is_open"]], "aantal": len(asked),
        "zoeken_wij": [row.gevraagd.vereiste.label[taal()] for row in rows if row.gevraagd.hoe != "vragen"],
        "bevestigen": [summary(paper) for paper in to_confirm.order_by("-bestand__ontvangen_op", "id")],
        "dubbel": doubles.select_related("bestand").count(), "niet_gelezen": unread.order_by("-ontvangen_op"),
        "antwoorden": [(name, t(f"portaal.papieren.antwoord_{name}")) for name in VereisteAntwoord.Antwoord.values],
        "uiterlijk": aanvraag.uiterlijk_op if aanvraag.staat == aanvraag.Staat.WACHT_OP_AANVULLING else None,
    }  # fmt: skip


def line(row: Papier) -> dict[str, Any]:
    """One requirement for the template, in the language of the reader."""
    asked = row.gevraagd.vereiste
    return {
        "id": asked.id, "label": asked.label[taal()], "waarom": asked.waarom[taal()], "waar": asked.waar[taal()],
        "reden": row.gevraagd.reden[taal()], "artikel": asked.artikel, "stand": row.stand, "is_open": row.is_open,
        "dagen": row.gevraagd.dagen, "stukken": [summary(paper) for paper in row.stukken],
        "antwoord": row.antwoord and t(f"portaal.papieren.antwoord_{row.antwoord.antwoord}"),
        "rekeningen": _tiles(row),
    }  # fmt: skip


def summary(paper: Bewijsstuk) -> dict[str, Any]:
    """A paper in one line: what it is, which period, when it came."""
    when = periode(paper.periode_van, paper.periode_tot, taal()) if paper.periode_van and paper.periode_tot else (
        datum(paper.datum, taal(), "datum") if paper.datum else ""
    )
    return {"stuk": paper, "naam": plat(f"soort.{paper.soort}"), "wanneer": when, "adres": reverse("portaal:papier", args=[paper.pk])}


def one(me: Mijn, paper: Bewijsstuk) -> dict[str, Any]:
    """The page of one paper: its pictures with the spots that were read, or what a bank export says."""
    facts = list(paper.feiten.filter(vervangen_door=None).exclude(staat=Feit.Staat.VERWORPEN).order_by("bladzijde", "id"))
    spots = [_spot(feit) for feit in facts if feit.soort not in NIET_TONEN]
    shown = [
        {"nummer": number, "beeld": reverse("portaal:beeld", args=[paper.pk, number]),
         "plekken": [spot for spot in spots if spot.bladzijde == number]}
        for number in beelden.pages(paper)
    ]  # fmt: skip
    return {"ik": me, "papier": paper, **summary(paper), "bladzijden": shown, "plekken": spots,
            "vragen": [row["reden"] for row in paper.gegevens.get("vragen", [])],
            "is_bank": paper.soort in ("bankafschrift", "spaarsaldo_overzicht")}  # fmt: skip


def picture(paper: Bewijsstuk, bladzijde: int) -> FileResponse:
    return beelden.picture(paper, bladzijde)


def _spot(feit: Feit) -> Plek:
    what = label(feit.soort)
    if feit.periode_van and feit.periode_tot:
        what = f"{what}, {_when(feit.periode_van, feit.periode_tot)}"
    vak = tuple(feit.vak) if feit.vak else None
    return Plek(what, waarde(feit.soort, feit.waarde), vak, feit.bladzijde or 1, staat=feit.staat)  # type: ignore[arg-type]


def _when(van: date, tot: date) -> str:
    return datum(tot, taal(), "datum") if van == tot else periode(van, tot, taal())


def _tiles(row: Papier) -> list[dict[str, Any]]:
    """Month tiles per account."""
    accounts: dict[str, list[Tegel]] = {}
    for month in row.maanden:
        gaps = opsomming([periode(van, tot, taal()) for van, tot in month.gaten], taal()) if month.staat == "deels" else ""
        note = plat("portaal.papieren.mist", wat=gaps) if gaps else ""
        accounts.setdefault(month.rekening or "", []).append(Tegel(month.eerste_dag, month.staat, note))
    return [{"naam": plat("portaal.papieren.rekening", einde=name[-4:]) if name else "", "tegels": tiles} for name, tiles in accounts.items()]
