"""The page on which a person covers lines of a paper, or shows them again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from opstap.dossier import beelden
from opstap.dossier.actions.cover_bestand import CoverBestand
from opstap.dossier.afdekken import Plek, chosen, covered, documents, in_middle
from opstap.dossier.models import Bewijsstuk
from opstap.dossier.regelvakken import lines
from opstap.kern.actie import NietMogelijk
from opstap.kern.opslag import OpslagFout
from opstap.lezen.fouten import LeesFout
from opstap.lezen.model import Vak
from opstap.portaal.mijn import Mijn

HOOG, RUIMTE = 30, 0.006
Keuze = dict[str, object]


@dataclass(frozen=True, slots=True)
class Blad:
    """One page with its lines as choices; `breedte` and `hoogte` of the picture in pixels."""

    nummer: int
    beeld: str
    breedte: int
    hoogte: int
    keuzes: list[Keuze]


def page(paper: Bewijsstuk, ticked: Iterable[str] | None = None) -> list[Blad]:
    """The pages of a paper; `ticked` is what was chosen before a refusal, else what is black now."""
    black = covered(documents(paper.bestand), *chosen(paper.bestand))
    chosen_now = None if ticked is None else set(ticked)
    return [_blad(paper, number, black, chosen_now) for number in beelden.pages(paper)]


def save(me: Mijn, paper: Bewijsstuk, ticked: list[str], was: list[str], key: UUID | None) -> None:
    """What was ticked becomes black, what is no longer ticked shows. Raises NietMogelijk with a kind sentence."""
    pages = set(beelden.pages(paper))
    now, before = _read(ticked, pages), _read(was, pages)
    erbij = [place for text, place in now.items() if text not in before]
    eraf = [place for text, place in before.items() if text not in now]
    if erbij or eraf:
        action = CoverBestand(door=me.gebruiker, gemeente=me.gemeente, bestand=paper.bestand, erbij=erbij, eraf=eraf)
        try:
            action.run(key)
        except (OpslagFout, LeesFout):
            raise NietMogelijk("afdekken.niet_gelukt") from None


def _blad(paper: Bewijsstuk, number: int, black: list[Plek], ticked: set[str] | None) -> Blad:
    wide, high = beelden.size(paper, number)
    whole = any(page == number and box == (0.0, 0.0, 1.0, 1.0) for page, box in black)
    boxes = [(0.0, 0.0, 1.0, 1.0)] if whole else lines(beelden.content(paper, number))
    rows = []
    for place, box in enumerate(boxes, 1):
        value = f"{number}:{','.join(f'{side:.4f}' for side in box)}"
        is_black = any(page == number and (in_middle(box, b) or in_middle(b, box)) for page, b in black)
        rows.append({
            "waarde": value, "regel": place, "zwart": is_black, "aan": is_black if ticked is None else value in ticked,
            **_cut(box, wide, high),
        })  # fmt: skip
    return Blad(number, reverse("portaal:beeld", args=[paper.pk, number]), wide, high, rows)


def _cut(box: Vak, wide: int, high: int) -> Keuze:
    """The stretch of the picture to show beside a choice, as tall as a line of text."""
    x, y = max(0.0, box[0] - RUIMTE) * wide, max(0.0, box[1] - RUIMTE / 2) * high
    across = min(wide - x, (box[2] - box[0] + 2 * RUIMTE) * wide)
    down = min(high - y, (box[3] - box[1] + RUIMTE) * high)
    shown = min(HOOG * across / max(1.0, down), 330.0)
    return {"x": round(x), "y": round(y), "breed": round(across), "hoog": round(down), "toon": round(shown)}


def _read(values: list[str], pages: set[int]) -> dict[str, Plek]:
    """The places in posted values; what is no place on these pages is left out."""
    found: dict[str, Plek] = {}
    for value in values[:1000]:
        number, _, sides = value.partition(":")
        try:
            a, b, c, d = (float(side) for side in sides.split(","))
            if int(number) in pages and 0 <= a < c <= 1 and 0 <= b < d <= 1:
                found[value] = (int(number), (a, b, c, d))
        except ValueError:
            continue
    return found
