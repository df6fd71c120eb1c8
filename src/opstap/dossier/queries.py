"""Reading a dossier: the person's own list (needed minus known), the papers, and who looked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from opstap.dossier import stand
from opstap.dossier.actions.view_dossier import INGEZIEN
from opstap.dossier.feiten import code_of, current, known
from opstap.dossier.models import Bestand, Bewijsstuk, Dossier, Feit, VereisteAntwoord
from opstap.dossier.stand import Maand
from opstap.dossier.vereisten import Gevraagd, Instellingen, nodig
from opstap.kern import log

ROL = {"a": "aanvrager", "p": "partner"}


@dataclass(frozen=True, slots=True)
class Papier:
    """One line of the person's list: what is asked, where it stands, its months, its papers, the answer instead."""

    gevraagd: Gevraagd
    stand: str
    maanden: list[Maand]
    stukken: list[Bewijsstuk]
    antwoord: VereisteAntwoord | None

    @property
    def is_open(self) -> bool:
        """Whether something is still asked of the person."""
        return self.gevraagd.hoe == "vragen" and self.stand in (stand.ONTBREEKT, stand.DEELS, stand.NIET_LEESBAAR)


def busy(dossier: Dossier) -> int:
    """How many files are still being read."""
    waiting = (Bestand.Lezen.WACHT, Bestand.Lezen.BEZIG)
    return Bestand.objects.filter(gemeente=dossier.gemeente_id, dossier=dossier, lezen__in=waiting).count()


def unread(dossier: Dossier) -> QuerySet[Bestand]:
    """The files that were not read, or not in all their parts, the newest first."""
    partly = Q(lezen=Bestand.Lezen.KLAAR) & ~Q(uitleg="")
    rows = Bestand.objects.filter(gemeente=dossier.gemeente_id, dossier=dossier)
    return rows.filter(Q(lezen=Bestand.Lezen.NIET_GELEZEN) | partly).order_by("-ontvangen_op")


def papierlijst(dossier: Dossier, peildatum: date) -> list[Papier]:
    """The person's own list on a day, computed from the facts: needed minus known."""
    settings = dossier.gemeente.instellingen.get("vereisten", {})
    asked = nodig(
        known(dossier), peildatum, Instellingen(aangesloten=("brp", "uwv"), **settings),
        opgezocht=_looked_up(dossier), vastgesteld=_established(dossier),
    )  # fmt: skip
    papers = usable_papers(dossier)
    answers = {row.vereiste: row for row in dossier.antwoorden.all()}
    return [_line(gevraagd, papers, answers.get(gevraagd.id)) for gevraagd in asked]


def usable_papers(dossier: Dossier) -> list[Bewijsstuk]:
    """The papers that can prove something, newest first."""
    rows = dossier.bewijsstukken.filter(dubbel_van=None).exclude(staat=Bewijsstuk.Staat.VERWORPEN)
    return list(rows.select_related("bestand").order_by("-bestand__ontvangen_op", "-id"))


def who_looked(dossier: Dossier) -> list[log.Regel]:
    """Who looked in this dossier and when, newest first."""
    return log.read(dossier.gemeente, [dossier.pk], INGEZIEN)[::-1]


def _line(gevraagd: Gevraagd, papers: list[Bewijsstuk], answer: VereisteAntwoord | None) -> Papier:
    fits = [paper for paper in papers if paper.soort in gevraagd.vereiste.soorten]
    evidence = [_evidence(paper) for paper in fits]
    where = stand.stand(gevraagd, evidence, answer.antwoord if answer else None)
    return Papier(gevraagd, where, stand.maanden(gevraagd, evidence), fits, answer)


def _evidence(paper: Bewijsstuk) -> stand.Bewijs:
    days = (paper.periode_van, paper.periode_tot) if paper.periode_van and paper.periode_tot else None
    account = paper.gegevens.get("velden", {}).get("iban", {}).get("waarde")
    return stand.Bewijs(paper.soort, dagen=days, rekening=account, leesbaar=paper.gegevens.get("leesbaar", True))


def _looked_up(dossier: Dossier) -> dict[str, dict[str, bool]]:
    answered: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in current(dossier):
        if row.bron == Feit.Bron.REGISTER:
            answered[row.register][ROL.get(row.persoon, row.persoon)] = True
    return dict(answered)


def _established(dossier: Dossier) -> set[str]:
    return {code_of(row) for row in current(dossier) if row.staat == Feit.Staat.VASTGESTELD}
