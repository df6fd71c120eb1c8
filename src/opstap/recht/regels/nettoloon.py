"""From gross to net wages: an estimate for a what-if question, and it says that it is one. Never used for a decision.

Per year: hours a week × 52 × the wage, taxed at the rate of the first bracket, less the general and the work credit of
the year (Wet IB 2001 art. 8.10 and 8.11, texts of 2025-04-25 and 2026-02-21; bracket rate with the premiums of the
volksverzekeringen 35,82 % and 35,75 %). Left out: pension premium, holiday allowance, other work, special rates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from opstap.kern.commands import InvoerFout
from opstap.kern.geld import Geld, half_up

WEKEN = 52


@dataclass(frozen=True, slots=True)
class Belastingjaar:
    """Rates (a share) and whole euros of one year."""

    jaar: int
    tarief: Decimal
    algemeen: tuple[Decimal, Decimal, Decimal]
    """General credit, start and rate of its decrease."""
    arbeid: tuple[tuple[Decimal, Decimal, Decimal], ...]
    """Steps of the work credit: above this income, this share, up to this credit in all."""


def _jaar(
    jaar: int, tarief: str, algemeen: tuple[str, str, str], arbeid: tuple[tuple[str, str, str], ...]
) -> Belastingjaar:
    d = Decimal
    credit, start, decrease = algemeen
    return Belastingjaar(
        jaar, d(tarief), (d(credit), d(start), d(decrease)), tuple((d(a), d(b), d(c)) for a, b, c in arbeid)
    )


JAREN = (
    _jaar(
        2025,
        "0.3582",
        ("3068", "28406", "0.06337"),
        (("0", "0.08053", "980"), ("12169", "0.30030", "5220"), ("26288", "0.02258", "5599")),
    ),
    _jaar(
        2026,
        "0.3575",
        ("3115", "29736", "0.06398"),
        (("0", "0.08324", "996"), ("11965", "0.31009", "5300"), ("25845", "0.01950", "5685")),
    ),
)


@dataclass(frozen=True, slots=True)
class Loonschatting:
    """Gross and net a month, the sentence that says how sure this is, and the year of the tax."""

    bruto: Geld
    netto: Geld
    toelichting: str
    jaar: int


def schat(uren: str | int, uurloon: str, on: date) -> Loonschatting:
    """Estimate the net wages a month. `uren` a week, `uurloon` gross euros an hour. Raises InvoerFout."""
    hours, wage = _number(uren, "uren", 60), _number(uurloon, "uurloon", 200)
    table = max((each for each in JAREN if each.jaar <= on.year), key=lambda each: each.jaar, default=JAREN[0])
    year = hours * wage * WEKEN
    net = year - max(year * table.tarief - _general(table, year) - _work(table, year), Decimal(0))
    woorden = (
        f"Schatting: {hours.normalize():f} uur per week voor {half_up(wage).nl} bruto per uur, met de belasting van "
        f"{table.jaar}. Pensioenpremie en vakantiegeld zijn niet meegerekend. Het echte loon kan anders zijn."
    )
    return Loonschatting(half_up(year / 12), half_up(net / 12), woorden, table.jaar)


def _general(table: Belastingjaar, year: Decimal) -> Decimal:
    credit, start, decrease = table.algemeen
    return max(credit - max(year - start, Decimal(0)) * decrease, Decimal(0))


def _work(table: Belastingjaar, year: Decimal) -> Decimal:
    credit = Decimal(0)
    for start, share, most in table.arbeid:
        credit = min(credit + max(year - start, Decimal(0)) * share, most)
    return credit


def _number(value: str | int, naam: str, most: int) -> Decimal:
    try:
        number = Decimal(str(value).replace(",", "."))
    except InvalidOperation:
        raise InvoerFout(f"{naam}: {value} is geen getal. Schrijf bijvoorbeeld 16 of 15,50.") from None
    if not number.is_finite() or not 0 <= number <= most:
        raise InvoerFout(f"{naam}: {value} kan niet. Kies een getal van 0 tot en met {most}.")
    return number
