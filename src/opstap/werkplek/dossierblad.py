"""What stands on the page of a dossier: whose turn, what differs, what is missing, what is known and from where, the
clock.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from opstap.aanvraag import klok
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.vragen import load_vragen
from opstap.besluit.models import Besluit, Brief
from opstap.dossier import stand
from opstap.dossier.actions.establish_feit import EstablishFeit
from opstap.dossier.feiten import current, differing, strongest
from opstap.dossier.models import Bewijsstuk, Feit
from opstap.dossier.queries import Papier, papierlijst, unread
from opstap.kern import clock, log
from opstap.kern.models import Gebruiker
from opstap.onderdelen.delen import Punt
from opstap.onderdelen.feitwoorden import label, waarde
from opstap.onderdelen.keuzewoorden import said
from opstap.onderdelen.leesnoten import refusals
from opstap.onderdelen.papierregels import STAAT, Address, line, summary, when
from opstap.onderdelen.teksten import plat, t, taal
from opstap.onderdelen.verzamelen import gather
from opstap.recht.queries import latest, provisional
from opstap.taal.weergave import datum, maand, opsomming, tijd
from opstap.werkplek.formulieren import AanvullingFormulier

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}")
SAMEN = ("papier.ontvangen", "feit.vastgesteld", "feit.verbeterd", "papier.beoordeeld", "papier.bevestigd")
NIET_TONEN = ("identiteit", "rekeningen")
NIET_IN_VERLOOP = ("dossier.ingezien", "papier.gelezen", "dossier.beantwoord")


def page(aanvraag: Aanvraag) -> dict[str, Any]:
    """The whole page in one go."""
    dossier = aanvraag.dossier
    facts = current(dossier)
    papers = papierlijst(dossier, aanvraag.aangevraagd_op or clock.today())
    terms = klok.of(aanvraag, taal=taal())
    return {
        "aanvraag": aanvraag, "inwoner": dossier.inwoner, "termijnen": terms,
        "besluit_termijn": terms.get("beslistermijn"),
        "stil": [(part.van,
            part.tot) for part in terms["beslistermijn"].opschortingen] if terms.get("beslistermijn") else [],
        "voorschot": terms.get("voorschot"), "hersteltermijn": terms.get("hersteltermijn"), "vandaag": clock.today(),
        "verschilt": [group(rows) for rows in differing(facts)], "feiten": [fact(row) for row in _shown(facts)],
        "open_feiten": sum(row.staat != Feit.Staat.VASTGESTELD for row in _shown(facts)),
        "ontbreekt": [line(row, address(aanvraag)) | {"mist": gaps(row)} for row in papers if row.is_open],
        "papieren": [summary(paper, address(aanvraag)) for paper in _papers(aanvraag)], "te_bekijken": fresh(aanvraag),
        "niet_gelezen": refusals(unread(dossier)),
        "berekening": provisional(aanvraag), "vastgelegd": latest(aanvraag), "verloop": course(aanvraag),
        "besluit": Besluit.objects.filter(gemeente=aanvraag.gemeente,
            aanvraag=aanvraag).order_by("-opgesteld_op").first(),
        "brieven": Brief.objects.filter(gemeente=aanvraag.gemeente, dossier=dossier).select_related(
            "besluit").order_by("-verzonden_op"),
        "zet_kop": turn(aanvraag), "verzoek": aanvraag.verzoeken.filter(afgerond_op=None).last(),
    }  # fmt: skip


def gaps(row: Papier) -> list[str]:
    """The months that are not there yet, per account."""
    accounts: dict[str, list[str]] = {}
    for month in row.maanden:
        if month.staat != stand.BINNEN:
            accounts.setdefault(month.rekening or "", []).append(maand(month.eerste_dag, taal(), jaar=False))
    words = {name: opsomming(months, taal()) for name, months in accounts.items()}
    return [
        f"{plat('onderdelen.rekening', einde=name[-4:])}: {months}" if name else months
        for name, months in words.items()
    ]


def address(aanvraag: Aanvraag) -> Address:
    """Where the papers of this aanvraag are looked at."""
    return lambda paper: reverse("werkplek:papier", args=[aanvraag.pk, paper.pk])


def fact(row: Feit) -> dict[str, Any]:
    """A fact in words: what, value, from where, state."""
    what = label(row.soort) if row.persoon == "a" else plat("onderdelen.van_partner", wat=label(row.soort))
    if _IBAN.fullmatch(row.betreft):
        what = plat("werkplek.dossier.van_rekening", wat=what, einde=row.betreft[-4:])
    shown = "" if row.periode_van is None else when(row.periode_van, row.periode_tot or row.periode_van)
    return {"feit": row, "wat": what, "wanneer": shown, "waarde": capfirst(waarde(row.soort, row.waarde)),
            "bron": source(row), "adres": _where(row), "staat": _state(row)}  # fmt: skip


def source(row: Feit) -> str:
    """Where a fact came from, in words."""
    if row.bron == Feit.Bron.REGISTER:
        return plat("werkplek.bron_register", register=row.register.upper(), dag=_day(row))
    if row.bewijsstuk is not None:
        return plat("werkplek.bron_papier", papier=plat(f"soort.{row.bewijsstuk.soort}"), bladzijde=row.bladzijde or 1)
    if row.bron == Feit.Bron.MEDEWERKER:
        return plat("werkplek.bron_medewerker", naam=row.door.weergavenaam if row.door else "", dag=_day(row))
    return plat("werkplek.bron_gezegd", dag=_day(row))


def _day(row: Feit) -> str:
    """The day on which it was learned, short."""
    return datum(row.geweten_op, taal(), "kort")


def group(rows: list[Feit]) -> dict[str, Any]:
    """Facts about one thing that differ, for a person to decide."""
    return {"wat": fact(rows[0])["wat"], "wanneer": fact(rows[0])["wanneer"], "keuzes": [fact(row) for row in rows]}


def course(aanvraag: Aanvraag) -> list[Punt]:
    """What happened, with who did it."""
    rows = [row for row in log.read(aanvraag.gemeente, [aanvraag.dossier_id]) if row.soort not in NIET_IN_VERLOOP]
    return [_point(group) for group in gather(rows, SAMEN)]


def _point(rows: list[log.Regel]) -> Punt:
    """One event, or many of one kind and day in one line."""
    first, many = rows[0], len(rows)
    words = t(f"gebeurtenis_werk.{first.woord}", **said(first.gegevens))
    if many > 1:
        words = t(f"werkplek.verloop.{first.woord}", aantal=many)
    last = rows[-1].moment
    return Punt(
        f"{datum(last, taal(), 'tabel')}, {tijd(last, taal())}",
        words,
        door=first.door.weergavenaam if first.door else "",
    )


def turn(aanvraag: Aanvraag) -> Any:
    """Whose turn it is, said to a worker."""
    if aanvraag.aan_zet == Aanvraag.AanZet.INWONER:
        return t("werkplek.dossier.inwoner_aan_zet", naam=aanvraag.dossier.inwoner.voornaam)
    ours = aanvraag.aan_zet == Aanvraag.AanZet.GEMEENTE
    return t("algemeen.wij_zijn_aan_zet" if ours else "werkplek.dossier.niemand_aan_zet")


def _shown(facts: list[Feit]) -> list[Feit]:
    """What counts, without what says the same twice: no account number beside its balance, no "€ 0" beside a "no"."""
    rows = [row for row in strongest(facts).values() if row.soort not in NIET_TONEN]
    return [
        row
        for row in rows
        if not (row.soort in amounts_of_yes() and row.bron == Feit.Bron.GEZEGD and row.waarde == "0.00")
    ]


@cache
def amounts_of_yes() -> frozenset[str]:
    """Kinds of facts that are only asked after a yes; after a no they stand at zero."""
    return frozenset(vraag.bedrag_code for page in load_vragen().paginas for vraag in page.vragen if vraag.bedrag_code)


def _papers(aanvraag: Aanvraag) -> list[Bewijsstuk]:
    rows = aanvraag.dossier.bewijsstukken.exclude(staat=Bewijsstuk.Staat.VERWORPEN).select_related("bestand")
    return list(rows.order_by("-bestand__ontvangen_op", "id"))


def fresh(aanvraag: Aanvraag) -> list[Bewijsstuk]:
    return [row for row in _papers(aanvraag) if row.staat in (Bewijsstuk.Staat.GELEZEN, Bewijsstuk.Staat.BEVESTIGD)
            and row.dubbel_van_id is None]  # fmt: skip


def _where(row: Feit) -> str:
    aanvraag = row.dossier.aanvragen.order_by("-begonnen_op").first() if row.bewijsstuk_id else None
    return reverse("werkplek:papier", args=[aanvraag.pk, row.bewijsstuk_id]) if aanvraag else ""


def _state(row: Feit) -> str:
    if row.staat == Feit.Staat.BEVESTIGD and row.bron == Feit.Bron.GEZEGD and row.bewijsstuk_id is None:
        return "gezegd"
    return STAAT[row.staat]


def missing(aanvraag: Aanvraag) -> list[tuple[str, str]]:
    """What can be asked in one request: (id, label)."""
    rows = papierlijst(aanvraag.dossier, aanvraag.aangevraagd_op or clock.today())
    return [(row.gevraagd.id, row.gevraagd.vereiste.label[taal()]) for row in rows if row.is_open]


def establish_clear(aanvraag: Aanvraag, door: Gebruiker) -> int:
    """Establish each fact that counts and differs from no other; each is an action of its own in the log."""
    facts = current(aanvraag.dossier)
    unclear = {row.pk for rows in differing(facts) for row in rows}
    done = 0
    for row in strongest(facts).values():
        if row.pk not in unclear and row.staat != Feit.Staat.VASTGESTELD and row.waarde is not None:
            EstablishFeit(door=door, gemeente=aanvraag.gemeente, feit=row).run()
            done += 1
    return done


def what_if_asked(aanvraag: Aanvraag, form: AanvullingFormulier) -> dict[str, Any]:
    """The decision date now, and when this request goes out today and is answered on its last day."""
    until = form.initial["uiterlijk_op"]
    now = klok.of(aanvraag).get("beslistermijn")
    days = (until - clock.today()).days - 1
    return {"nu": now.uiterlijk if now else None, "dagen": max(days, 0)}
