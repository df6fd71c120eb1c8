"""What stands on the pages of research: what was written here, what it would change, who did what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from opstap.beheer import historie
from opstap.kern import clock
from opstap.kern.models import Gebruiker, Gemeente
from opstap.keuzehulp.eigen.catalogus import broken, layer, local_catalogue
from opstap.keuzehulp.eigen.stukken import StukFout, read_own_studie
from opstap.keuzehulp.eigen.voorbeelden import Voorproef, preview
from opstap.keuzehulp.inhoudlijst import history, stukken
from opstap.keuzehulp.methode.laden import catalogus as dutch
from opstap.keuzehulp.methode.model import Studie
from opstap.keuzehulp.models import Inhoudstuk
from opstap.onderdelen.keuzehulp import catalogus
from opstap.onderdelen.teksten import t


@dataclass(frozen=True, slots=True)
class Klasseverschil:
    """For one kind of help how sure we are, in words: before and after."""

    naam: str
    voor: str
    na: str


def list_page(gemeente: Gemeente) -> dict[str, Any]:
    """Own pieces with what is wrong with them; of the shared studies those to look at soonest."""
    today = clock.today()
    wrong = broken(gemeente)
    shared = sorted(catalogus().studies.values(), key=lambda one: (one.herkomst.herzien_voor, one.id))
    late = sum(one.herkomst.is_outdated(today) for one in shared)
    return {"stukken": [(row, wrong.get(row.pk, "")) for row in stukken(gemeente)], "gedeeld": shared, "laat": late,
            "vandaag": today, "niet_nagekeken": sum(not one.nagekeken for one in shared)}  # fmt: skip


def piece_page(stuk: Inhoudstuk, reader: Gebruiker) -> dict[str, Any]:
    """One piece: the study as a page shows it, what would change, and its history."""
    document = stuk.concept or stuk.gepubliceerd or {}
    studie, fault, roles = _studie(stuk, document)
    shown, fault = _preview(stuk, fault) if stuk.concept is not None else (None, fault)
    names = catalogus().zinnen
    moved = [
        Klasseverschil(catalogus().instrumenten[key].naam, names[f"klasse_{one}"], names[f"klasse_{two}"])
        for key, (one, two) in (shown.klassen.items() if shown else ())
    ]
    past = historie.lines((regel, {}) for regel in history(stuk.gemeente, stuk.pk))
    return {
        "stuk": stuk, "studie": studie, "fout": fault, "rollen": roles, "voorproef": shown, "klassen": moved,
        "historie": past, "zelf": stuk.geschreven_door_id == reader.pk, "tekst": document.get("tekst", ""),
    }  # fmt: skip


def _studie(stuk: Inhoudstuk, document: dict[str, Any]) -> tuple[Studie | None, str, list[tuple[str, str, str, str]]]:
    if stuk.soort != Inhoudstuk.Soort.ONDERZOEK or not document:
        return None, "", []
    try:
        own = read_own_studie(stuk.sleutel, document, dutch())
    except StukFout as fault:
        return None, str(fault), []
    names = catalogus().instrumenten
    roles: list[tuple[str, str, str, str]] = [
        (names[key].naam, t(f"beheer.onderzoek.strekking_{link.strekking}"), link.voor or "", link.tegen or "")
        for key, link in own.koppelingen.items()
    ]
    return own.studie, "", roles


def _preview(stuk: Inhoudstuk, fault: str) -> tuple[Voorproef | None, str]:
    if fault:
        return None, fault
    now = local_catalogue(stuk.gemeente)
    rows = Inhoudstuk.objects.filter(gemeente=stuk.gemeente).exclude(gepubliceerd=None).exclude(pk=stuk.pk)
    wrong = broken(stuk.gemeente)
    others = [(row.soort, row.sleutel, row.gepubliceerd or {}) for row in rows if row.pk not in wrong]
    try:
        after = layer(dutch(), [*others, (stuk.soort, stuk.sleutel, stuk.concept or {})])
    except StukFout as problem:
        return None, str(problem)
    return preview(now, after, clock.today()), ""
