"""What stands on the page of one paper at the workplace, and accepting it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.actions.correct_feit import CorrectFeit
from opstap.dossier.actions.establish_feit import EstablishFeit
from opstap.dossier.actions.judge_bewijsstuk import JudgeBewijsstuk
from opstap.dossier.feitsoorten import Feitsoort
from opstap.dossier.models import Bewijsstuk, Feit
from opstap.dossier.voorstellen import feitenlijst
from opstap.kern.actie import NietMogelijk
from opstap.kern.geld import GeenBedrag, Geld
from opstap.kern.models import Gebruiker
from opstap.onderdelen.delen import Toets
from opstap.onderdelen.leesnoten import problems, questions
from opstap.onderdelen.papierregels import facts_of, shown_pages, spots, summary
from opstap.onderdelen.teksten import t
from opstap.werkplek.dossierblad import address, fact, fresh


def page(aanvraag: Aanvraag, paper: Bewijsstuk) -> dict[str, Any]:
    """The paper with its spots, the facts beside it, and which one of how many it is."""
    found = spots(paper)
    rows = facts_of(paper)
    waiting = fresh(aanvraag)
    pages = shown_pages(paper, found, lambda number: reverse("werkplek:beeld", args=[aanvraag.pk, paper.pk, number]))
    return {
        "aanvraag": aanvraag, "inwoner": aanvraag.dossier.inwoner, "papier": paper, **summary(paper, address(aanvraag)),
        "bladzijden": pages, "plekken": found, "feiten": [fact(row) for row in rows],
        "vastgesteld": sum(row.staat == Feit.Staat.VASTGESTELD for row in rows), "aantal": len(rows),
        "papier_toetsen": [Toets(("1",), t("werkplek.papier.toets_plek")), Toets(("Ctrl", "Enter"),
            t("werkplek.papier.toets_klopt")),
                           Toets(("Esc",), t("werkplek.papier.toets_terug"))],
        "nog": len(waiting), "vragen": questions(paper), "problemen": problems(paper),
    }  # fmt: skip


def accept(aanvraag: Aanvraag, paper: Bewijsstuk, door: Gebruiker, typed: Mapping[str, Any]) -> None:
    """Establish what the paper shows; a field that was changed is corrected first, so that both stay visible."""
    for row in facts_of(paper):
        if row.staat == Feit.Staat.VASTGESTELD:
            continue
        value = _typed(row, str(typed.get(f"feit-{row.pk}", "")).strip())
        if value is not None and value != row.waarde:
            row = CorrectFeit(door=door, gemeente=aanvraag.gemeente, feit=row, waarde=value).run()
        EstablishFeit(door=door, gemeente=aanvraag.gemeente, feit=row, reden=str(typed.get("reden", ""))).run()
    JudgeBewijsstuk(door=door, gemeente=aanvraag.gemeente, bewijsstuk=paper).run()


def following(aanvraag: Aanvraag) -> Bewijsstuk | None:
    """The next paper that nobody looked at yet."""
    return next(iter(fresh(aanvraag)), None)


def _typed(row: Feit, text: str) -> Any:
    """The typed value as a fact keeps it; None when nothing was typed. Raises NietMogelijk for what is no amount."""
    kind: Feitsoort = feitenlijst()[row.soort]
    if not text:
        return None
    if kind.soort != "bedrag":
        return text
    try:
        return str(Geld.parse(text))
    except GeenBedrag:
        raise NietMogelijk("algemeen.fout_bedrag") from None
