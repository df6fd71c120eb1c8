"""What stands on "Mijn papieren", and on the page of one paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse
from django.urls import reverse

from opstap.dossier import beelden, ontvangst
from opstap.dossier.afdekken import regels
from opstap.dossier.models import Bewijsstuk, VereisteAntwoord
from opstap.dossier.opladingen import RUST, unfinished
from opstap.dossier.queries import busy, papierlijst, unread
from opstap.dossier.vereisten import load_vereisten
from opstap.kern import clock
from opstap.onderdelen.leesnoten import problems, questions, refusals
from opstap.onderdelen.papierregels import line, shown_pages, spots, summary
from opstap.onderdelen.teksten import t, taal
from opstap.portaal.mijn import Mijn


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


def overview(me: Mijn) -> dict[str, Any]:
    """The whole page: what is being read, what to confirm, what is still needed, done, and what we look up."""
    aanvraag, dossier = me.need_aanvraag(), me.need_dossier()
    rows = papierlijst(dossier, aanvraag.aangevraagd_op or clock.today())
    asked = [line(row, address) for row in rows if row.gevraagd.hoe == "vragen"]
    to_confirm = dossier.bewijsstukken.filter(staat=Bewijsstuk.Staat.GELEZEN, dubbel_van=None).select_related("bestand")
    doubles = dossier.bewijsstukken.exclude(dubbel_van=None).exclude(staat=Bewijsstuk.Staat.VERWORPEN)
    return {
        "ik": me, "aanvraag": aanvraag, "bezig": busy(dossier), "waarom_kop": t("portaal.papieren.waarom_kop"),
        "antwoord_kop": t("portaal.papieren.antwoord_kop"), "open": [row for row in asked if row["is_open"]],
        "klaar": [row for row in asked if not row["is_open"]], "aantal": len(asked),
        "zoeken_wij": [row.gevraagd.vereiste.label[taal()] for row in rows if row.gevraagd.hoe != "vragen"],
        "bevestigen": [summary(paper, address) for paper in to_confirm.order_by("-bestand__ontvangen_op", "id")],
        "half": [row for row in unfinished(me.gebruiker, dossier) if row.begonnen_op < clock.now() - RUST],
        "dubbel": doubles.select_related("bestand").count(),
        "niet_gelezen": refusals(unread(dossier)),
        "antwoorden": [(name, t(f"onderdelen.antwoord_{name}")) for name in VereisteAntwoord.Antwoord.values],
        "uiterlijk": aanvraag.uiterlijk_op if aanvraag.staat == aanvraag.Staat.WACHT_OP_AANVULLING else None,
    }  # fmt: skip


def one(me: Mijn, paper: Bewijsstuk) -> dict[str, Any]:
    """The page of one paper: its pictures with the spots that were read, or what a bank export says."""
    found, rules = spots(paper), regels(me.gemeente)
    pages = shown_pages(paper, found, lambda number: reverse("portaal:beeld", args=[paper.pk, number]))
    return {"ik": me, "papier": paper, **summary(paper, address), "bladzijden": pages, "plekken": found,
            "noten": questions(paper) + problems(paper), "mag_afdekken": rules.mag_meer or rules.mag_openen,
            "is_bank": paper.soort in ("bankafschrift", "spaarsaldo_overzicht")}  # fmt: skip


def address(paper: Bewijsstuk) -> str:
    """The page of one paper."""
    return reverse("portaal:papier", args=[paper.pk])


def picture(paper: Bewijsstuk, bladzijde: int) -> FileResponse:
    return beelden.picture(paper, bladzijde)
