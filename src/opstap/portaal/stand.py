"""What stands on "Waar sta ik": whose turn, the clock, the timeline and the consulent; the same that the workers
see.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from opstap.aanvraag import klok
from opstap.aanvraag.models import Aanvraag
from opstap.besluit.models import Brief
from opstap.contact.models import Bericht
from opstap.kern import clock, log
from opstap.onderdelen.delen import Punt
from opstap.onderdelen.keuzewoorden import said
from opstap.onderdelen.teksten import t, taal
from opstap.onderdelen.verzamelen import gather
from opstap.portaal.mijn import Mijn
from opstap.portaal.samenvatting import open_papers
from opstap.recht.queries import latest
from opstap.termijn import Klok

STIL = ("papier.gelezen", "recht.berekend", "feit.vastgesteld", "papier.beoordeeld", "dossier.ingezien",
    "dossier.begonnen",
        "dossier.beantwoord", "feit.verbeterd", "brief.gelezen", "papier.bevestigd")  # fmt: skip


def overview(me: Mijn) -> dict[str, Any]:
    """Everything of the page for a person with an aanvraag."""
    aanvraag = me.need_aanvraag()
    terms = klok.of(aanvraag, taal=taal())
    letters = Brief.objects.filter(gemeente=me.gemeente, dossier=me.need_dossier()).select_related("besluit")
    return {
        "ik": me, "aanvraag": aanvraag, "nodig": open_papers(me), "tijdlijn": timeline(me, terms),
        "besluit_termijn": terms.get("beslistermijn"), "voorschot_termijn": _advance(aanvraag, terms),
        "herstel_termijn": terms.get("hersteltermijn"), "stil": suspended(terms), "vandaag": clock.today(),
        "brieven": letters.order_by("-verzonden_op"), "berekend": latest(aanvraag) is not None,
        "aantal_berichten": unread(me),
        "besluit_kop": t("portaal.stand.besluit_kop"),
        "wij_kop": t("algemeen.wij_zijn_ook_aan_zet" if open_papers(me) else "algemeen.wij_zijn_aan_zet"),
        "waarom_kop": t("portaal.stand.waarom_datum"), "bel_adres": reverse("portaal:bel_of_kom"),
    }  # fmt: skip


def unread(me: Mijn) -> int:
    """Messages from us that were not opened yet."""
    rows = Bericht.objects.filter(gemeente=me.gemeente, inwoner=me.inwoner, gelezen_op=None)
    return rows.exclude(van_medewerker=None).count()


def suspended(terms: Klok) -> list[tuple[date, date | None]]:
    """The stretches in which the decision term stands still, for the bar."""
    term = terms.get("beslistermijn")
    return [(part.van, part.tot) for part in term.opschortingen] if term else []


def timeline(me: Mijn, terms: Klok) -> list[Punt]:
    """What happened in words, what is now, and what comes; papers of one day are one line."""
    aanvraag = me.need_aanvraag()
    rows = log.read(me.gemeente, [me.need_dossier().pk])
    shown = [row for row in rows if row.voor_inwoner and row.soort not in STIL]
    points = [_point(group) for group in gather(shown, ("papier.ontvangen",))]
    if aanvraag.is_open:
        turn = "portaal.stand.nu_u" if aanvraag.aan_zet == Aanvraag.AanZet.INWONER else "portaal.stand.nu_wij"
        points.append(Punt(clock.today(), t(turn), "nu"))
        points += [Punt(day, words, "later", uiterlijk=True) for day, words in _coming(aanvraag, terms)]
    return points


def _point(rows: list[log.Regel]) -> Punt:
    first, many = rows[0], len(rows)
    words = t("portaal.stand.kregen", aantal=many) if many > 1 else t(first.tekst_sleutel, **said(first.gegevens))
    return Punt(rows[-1].moment, words)


def _coming(aanvraag: Aanvraag, terms: Klok) -> list[tuple[date, Any]]:
    advance, decision = _advance(aanvraag, terms), terms.get("beslistermijn")
    rows = []
    if advance is not None and advance.uiterlijk:
        rows.append((advance.uiterlijk, t("portaal.stand.komt_voorschot")))
    if decision is not None and decision.uiterlijk:
        rows.append((decision.uiterlijk, t("portaal.stand.komt_besluit")))
    return sorted(rows, key=lambda row: row[0])


def _advance(aanvraag: Aanvraag, terms: Klok) -> Any:
    term = terms.get("voorschot")
    return term if term is not None and term.gedaan_op is None and aanvraag.is_open else None


