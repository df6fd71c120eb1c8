"""Proposed facts from one paper: which field or credit shows which fact is content (`inhoud/feiten/feiten.yaml`)."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from typing import Any

from opstap.dossier.feitsoorten import Feitenlijst, Feitsoort, load_feiten
from opstap.dossier.models import Bewijsstuk, Dossier, Feit
from opstap.kern import clock
from opstap.kern.geld import Geld
from opstap.lezen.model import Document, Transactie, Veld

_LEGAL_FORM = re.compile(r"\b(b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|stichting|holding|nederland|the|de|het)\b", re.I)
_PER_REKENING = ("vermogen_banktegoed", "rekeningen")


@cache
def feitenlijst() -> Feitenlijst:
    """The kinds of facts, read once."""
    return load_feiten()


def propose(bewijsstuk: Bewijsstuk, document: Document) -> list[Feit]:
    """Write what this paper shows as proposals. A double shows nothing new, and what is known of it stays as it is."""
    if bewijsstuk.dubbel_van_id is not None:
        return []
    known = set(bewijsstuk.feiten.values_list("soort", "betreft", "periode_van", "periode_tot"))
    rows = [
        _from_field(bewijsstuk, document, kind, veld)
        for name, veld in document.velden.items()
        for kind in feitenlijst().from_paper(document.soort, veld=name)
        if _shown(kind, veld.waarde) is not None
    ]
    rows += _from_credits(bewijsstuk, document)
    fresh = [row for row in rows if (row.soort, row.betreft, row.periode_van, row.periode_tot) not in known]
    return Feit.objects.bulk_create(fresh)


def same_thing(name: str) -> str:
    """An employer or payer as one word, so that "Bakkerij De Korenaar BV" and "BAKKERIJ KORENAAR" are one."""
    words = re.findall(r"[a-z0-9]+", _LEGAL_FORM.sub(" ", name.lower()))
    return " ".join(words)[:80]


def _from_field(bewijsstuk: Bewijsstuk, document: Document, kind: Feitsoort, veld: Veld) -> Feit:
    return _feit(
        bewijsstuk, kind, _shown(kind, veld.waarde), _thing(bewijsstuk, document, kind), _period(document, kind),
        bladzijde=veld.bladzijde, vak=list(veld.vak) if veld.vak else None,
    )  # fmt: skip


def _from_credits(bewijsstuk: Bewijsstuk, document: Document) -> list[Feit]:
    """Credits of one kind, payer and month together are one fact."""
    groups: dict[tuple[str, str, date], list[Transactie]] = defaultdict(list)
    for credit in document.transacties:
        if credit.soort and credit.bedrag.cents > 0:
            groups[credit.soort, same_thing(credit.tegenpartij or ""), credit.datum.replace(day=1)].append(credit)
    rows = []
    for (soort, thing, month), booked in groups.items():
        total = Geld(sum(credit.bedrag.cents for credit in booked))
        spot = booked[-1]
        for kind in feitenlijst().from_paper(document.soort, transactie=soort):
            rows.append(_feit(bewijsstuk, kind, str(total), known_thing(bewijsstuk.dossier, kind.code, thing), (month,
                _end(month)),
                              bladzijde=spot.bladzijde, vak=list(spot.vak) if spot.vak else None))  # fmt: skip
    return rows


def _feit(
    bewijsstuk: Bewijsstuk, kind: Feitsoort, waarde: Any, thing: str, period: tuple[date | None, date | None],
    *, bladzijde: int | None, vak: list[float] | None,
) -> Feit:  # fmt: skip
    return Feit(
        gemeente=bewijsstuk.gemeente, dossier=bewijsstuk.dossier, soort=kind.code, betreft=thing, waarde=waarde,
        periode_van=period[0], periode_tot=period[1], bron=Feit.Bron.GELEZEN, bewijsstuk=bewijsstuk,
        bladzijde=bladzijde, vak=vak, geweten_op=clock.now(),
    )  # fmt: skip


def _shown(kind: Feitsoort, text: str) -> Any:
    """What a field shows about this kind of fact: an amount, a day, a text. None: the field cannot say it.

    That someone is who they say is shown by the document being there; its number is not kept as a fact.
    """
    if kind.code == "identiteit":
        return True
    try:
        if kind.soort == "bedrag":
            return str(Geld.parse(text))
        if kind.soort == "datum":
            return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
    return text if kind.soort == "tekst" else None


def _thing(bewijsstuk: Bewijsstuk, document: Document, kind: Feitsoort) -> str:
    """What tells two facts of one kind apart: the account, or who pays. Of anything but money there is one."""
    if kind.code in _PER_REKENING:
        return document.velden["iban"].waarde if "iban" in document.velden else ""
    if kind.soort != "bedrag":
        return ""
    name = "werkgever" if "werkgever" in document.velden else "afzender"
    value = document.velden[name].waarde if name in document.velden else ""
    return known_thing(bewijsstuk.dossier, kind.code, same_thing(value))


def known_thing(dossier: Dossier, soort: str, thing: str) -> str:
    """The name under which this payer is known already: one of the two names holds all words of the other."""
    words = _telling(thing)
    names = Feit.objects.filter(gemeente=dossier.gemeente_id, dossier=dossier, soort=soort)
    for known in names.exclude(betreft="").values_list("betreft", flat=True).distinct():
        other = _telling(known)
        if words and other and (words <= other or other <= words):
            return str(known)
    return thing


def _telling(thing: str) -> set[str]:
    """The words of a name that tell it apart; initials and scraps do not."""
    return {word for word in thing.split() if len(word) > 2} or set(thing.split())


def _period(document: Document, kind: Feitsoort) -> tuple[date | None, date | None]:
    if kind.code in _PER_REKENING and document.periode:
        return document.periode[1], document.periode[1]
    if kind.periode == "maand" and document.periode:
        month = document.periode[0].replace(day=1)
        return month, _end(month)
    return None, None


def _end(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
