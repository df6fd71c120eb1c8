"""What must stay readable on a statement: dates, credits, balances and the account (bewijsstukken,
bankafschriftregels)."""

from __future__ import annotations

from collections.abc import Iterable

from opstap.lezen.model import Document, Vak

Plek = tuple[int, Vak]
BLIJFT = {
    "iban": "het rekeningnummer",
    "rekeninghouder": "de naam van de rekeninghouder",
    "beginsaldo": "het beginsaldo",
    "eindsaldo": "het eindsaldo",
}
ZIN = "U hebt {wat} afgedekt. Laat dat leesbaar, anders kan de gemeente het afschrift niet gebruiken."


def wat_leesbaar_moet_blijven(document: Document, extra_vakken: Iterable[Plek]) -> list[str]:
    """Sentences about what the person covered that must stay readable; empty when all is well."""
    if document.soort not in ("bankafschrift", "spaarsaldo_overzicht"):
        return []
    covers = list(extra_vakken)
    found = [
        woord
        for naam, woord in BLIJFT.items()
        if (veld := document.velden.get(naam)) and _geraakt(veld.bladzijde, veld.vak, covers)
    ]
    for booking in document.transacties:
        if booking.bedrag.cents >= 0 and _geraakt(booking.bladzijde, booking.vak, covers):
            found.append(f"de bijschrijving van {booking.bedrag.nl}")
    return [ZIN.format(wat=wat) for wat in found]


def _geraakt(page: int | None, box: Vak | None, covers: list[Plek]) -> bool:
    """Whether a cover lies over more than a fifth of the box."""
    if page is None or box is None:
        return False
    area = max(1e-9, (box[2] - box[0]) * (box[3] - box[1]))
    for number, cover in covers:
        wide = min(box[2], cover[2]) - max(box[0], cover[0])
        tall = min(box[3], cover[3]) - max(box[1], cover[1])
        if number == page and wide > 0 and tall > 0 and wide * tall > 0.2 * area:
            return True
    return False
