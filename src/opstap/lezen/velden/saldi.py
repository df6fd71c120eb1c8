"""Which amounts on a statement can be its balances: those behind the labels, and all others that are no booking.

The sum of the bookings proves the pair."""

from __future__ import annotations

import re
from itertools import permutations

from opstap.kern.geld import Geld
from opstap.lezen.model import Veld
from opstap.lezen.velden import waarden
from opstap.lezen.velden.rijen import Rij
from opstap.lezen.velden.tekst import Tekst

_GEEN_SALDO = re.compile(r"limiet|roodstand|rente|bestedingsruimte|totaal|total|garantie|fee|kosten|tarief")
HOOGSTENS = 8


def saldoparen(loose: list[Geld], begin: Geld | None, eind: Geld | None) -> list[tuple[Geld, Geld]]:
    """(opening, closing) that may close the sum when those behind the labels do not: one of the two with another amount
    on the paper, or any two amounts when neither was read."""
    others = list(dict.fromkeys(loose))[:HOOGSTENS]
    pairs = [(begin, other) for other in others if begin is not None]
    pairs += [(other, eind) for other in others if eind is not None]
    if begin is None and eind is None:
        pairs += list(permutations(others, 2))
    return list(dict.fromkeys(pairs))


def losse_bedragen(tekst: Tekst, rows: list[Rij]) -> list[Geld]:
    """Every amount with cents that stands in no booking and can be a balance."""
    taken = {id(word) for row in rows for number in row.getallen for word in number.woorden}
    found = []
    for line in tekst.regels:
        if _GEEN_SALDO.search(tekst.plat[line.begin : line.eind]):
            continue
        for match, value in line.bedragen():
            words = tekst.woorden(line.begin + match.start(), line.begin + match.end())
            if value.met_centen and not any(id(word) in taken for word, _, _ in words):
                found.append(value.geld)
    return found


def veld_met(tekst: Tekst, value: Geld) -> Veld | None:
    """The field for a proven balance, at the first place where it is printed; None when it is not printed at all."""
    places = [
        (match.start(), match.end())
        for match, found in waarden.bedragen(tekst.tekst)
        if found.met_centen and found.geld == value
    ]
    return tekst.veld(str(value), *places[0], 0.97) if places else None
