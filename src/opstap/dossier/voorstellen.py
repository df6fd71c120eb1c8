"""Proposed facts from one paper: which field or credit shows which fact is content (`inhoud/feiten/feiten.yaml`)."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cache

from opstap.dossier.feitsoorten import Feitenlijst, Feitsoort, load_feiten
from opstap.dossier.models import Bewijsstuk, Feit
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
    """Write what this paper shows as proposals. A double shows nothing new."""
    if bewijsstuk.dubbel_van_id is not None:
        return []
    rows = [
        _from_field(bewijsstuk, document, kind, veld)
        for name, veld in document.velden.items()
        for kind in feitenlijst().from_paper(document.soort, veld=name)
    ]
    return Feit.objects.bulk_create([*rows, *_from_credits(bewijsstuk, document)])


def same_thing(name: str) -> str:
    """An employer or payer as one word, so that "Bakkerij De Korenaar BV" and "BAKKERIJ KORENAAR" are one."""
    words = re.findall(r"[a-z0-9]+", _LEGAL_FORM.sub(" ", name.lower()))
    return " ".join(words)[:80]


def _from_field(bewijsstuk: Bewijsstuk, document: Document, kind: Feitsoort, veld: Veld) -> Feit:
    return _feit(
        bewijsstuk, kind, veld.waarde, _thing(document, kind), _period(document, kind),
        bladzijde=veld.bladzijde, vak=list(veld.vak) if veld.vak else None,
    )  # fmt: skip


def _from_credits(bewijsstuk: Bewijsstuk, document: Document) -> list[Feit]:
    """Credits of one kind, payer and month together are one fact."""
    groups: dict[tuple[str, str, date], list[Transactie]] = defaultdict(list)
    for credit in document.transacties:
        if credit.soort and credit.bedrag.cents > 0:
            groups[credit.soort, same_thing(credit.tegenpartij or ""), credit.datum.replace(day=1)].append(credit)
    rows = []
    for (soort, thing, month), credits in groups.items():
        total = Geld(sum(credit.bedrag.cents for credit in credits))
        spot = credits[-1]
        for kind in feitenlijst().from_paper(document.soort, transactie=soort):
            rows.append(_feit(bewijsstuk, kind, str(total), _known_thing(bewijsstuk, kind, thing), (month, _end(month)),
                              bladzijde=spot.bladzijde, vak=list(spot.vak) if spot.vak else None))  # fmt: skip
    return rows


def _feit(
    bewijsstuk: Bewijsstuk, kind: Feitsoort, waarde: str, thing: str, period: tuple[date | None, date | None],
    *, bladzijde: int | None, vak: list[float] | None,
) -> Feit:  # fmt: skip
    return Feit(
        gemeente=bewijsstuk.gemeente, dossier=bewijsstuk.dossier, soort=kind.code, betreft=thing, waarde=waarde,
        periode_van=period[0], periode_tot=period[1], bron=Feit.Bron.GELEZEN, bewijsstuk=bewijsstuk,
        bladzijde=bladzijde, vak=vak, geweten_op=clock.now(),
    )  # fmt: skip


def _thing(document: Document, kind: Feitsoort) -> str:
    """What tells two facts of one kind apart: the account, or who pays."""
    name = "iban" if kind.code in _PER_REKENING else "werkgever" if "werkgever" in document.velden else "afzender"
    value = document.velden[name].waarde if name in document.velden else ""
    return value if name == "iban" else same_thing(value)


def _known_thing(bewijsstuk: Bewijsstuk, kind: Feitsoort, thing: str) -> str:
    """The name under which this payer is known already, when the first long word is the same."""
    first = next((word for word in thing.split() if len(word) > 3), thing)
    names = Feit.objects.filter(gemeente=bewijsstuk.gemeente, dossier=bewijsstuk.dossier, soort=kind.code)
    for known in names.exclude(betreft="").values_list("betreft", flat=True).distinct():
        if first and first in known.split():
            return str(known)
    return thing


def _period(document: Document, kind: Feitsoort) -> tuple[date | None, date | None]:
    if kind.code in _PER_REKENING and document.periode:
        return document.periode[1], document.periode[1]
    if kind.periode == "maand" and document.periode:
        month = document.periode[0].replace(day=1)
        return month, _end(month)
    return None, None


def _end(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
