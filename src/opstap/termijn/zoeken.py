"""Before the application: the search term of Pw 41 lid 4, its exceptions since July 2023, and papers about school."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum

from opstap.termijn import inhoud, kalender
from opstap.termijn.model import GEDAAN, LOOPT, ONBEKEND, Gebeurtenis, Persoon, Termijn
from opstap.termijn.zaak import Zaak, build, describe, last_day

NIEUW = date(2023, 7, 1)
WACHTTIJD = timedelta(weeks=4)


class Zoekt(Enum):
    """Whether the search term holds for this application."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


def search_term(zaak: Zaak) -> tuple[Zoekt, date | None]:
    """Whether the term holds and the first day on which the application can be filed (None: no melding, not known)."""
    reported = zaak.first("melding")
    if reported is None:
        return Zoekt.ONBEKEND, None
    applicants = _applicants(zaak)
    birthdays = [turns(person.geboortedatum, 27) for person in applicants if person.geboortedatum]
    if any(birthday <= reported.datum for birthday in birthdays):
        return Zoekt.NEE, reported.datum
    if not applicants or len(birthdays) < len(applicants):
        return Zoekt.ONBEKEND, None
    free = [reported.datum + WACHTTIJD, *birthdays]
    applied = zaak.first("aanvraag")
    on = applied.datum if applied else reported.datum
    if any(_excepted(person, on) for person in applicants):
        free.append(max(NIEUW, reported.datum))
    earliest = min(free)
    return (Zoekt.JA if earliest > reported.datum else Zoekt.NEE), earliest


def zoektermijnen(zaak: Zaak) -> Iterator[Termijn]:
    """`zoektermijn` where it holds, `aanvraag_direct` where it does not, and the papers about school."""
    reported = zaak.first("melding")
    if reported is None:
        return
    holds, earliest = search_term(zaak)
    applied = zaak.first("aanvraag")
    if holds is Zoekt.NEE:
        yield build(
            zaak,
            describe("aanvraag_direct", reported.datum),
            reported.datum,
            reported.datum,
            done=applied,
            staat=None if applied and applied.datum <= reported.datum else GEDAAN if applied else LOOPT,
        )
    elif holds is Zoekt.JA:
        yield build(
            zaak, describe("zoektermijn", reported.datum), reported.datum, earliest, done=_on_time(applied, earliest)
        )
    else:
        yield build(zaak, describe("zoektermijn", reported.datum), reported.datum, None, staat=ONBEKEND)
    yield from _school(zaak, holds, reported, applied)


def _school(zaak: Zaak, holds: Zoekt, reported: Gebeurtenis, applied: Gebeurtenis | None) -> Iterator[Termijn]:
    young = [
        person
        for person in _applicants(zaak)
        if person.geboortedatum and turns(person.geboortedatum, 27) > reported.datum >= turns(person.geboortedatum, 18)
    ]
    if not young or holds is Zoekt.ONBEKEND:
        return
    if holds is Zoekt.NEE:
        what = describe("onderwijsdocumenten_u27_zonder", reported.datum)
        raw, end, outage = last_day(zaak, what, reported.datum)
        yield build(zaak, what, reported.datum, end, berekend=raw, storing_dagen=outage)
    elif applied:
        yield build(zaak, describe("onderwijsdocumenten_u27_met", reported.datum), applied.datum, applied.datum)


def plan_van_aanpak(zaak: Zaak) -> Iterator[Termijn]:
    """A plan goes with a decision that grants bijstand to somebody younger than 27 (Pw 44 lid 4)."""
    decided = zaak.first("besluit")
    if decided is None or decided.uitkomst not in ("toegekend", "deels"):
        return
    if any(person.geboortedatum and turns(person.geboortedatum, 27) > decided.datum for person in _applicants(zaak)):
        what = inhoud.beschrijving("plan_van_aanpak_u27", decided.datum)
        if what is not None:
            yield build(zaak, what, decided.bekend, decided.bekend)


def turns(birth: date, years: int) -> date:
    """The day on which somebody reaches an age; 29 February becomes 1 March in a year without it."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def _applicants(zaak: Zaak) -> list[Persoon]:
    return [person for person in zaak.personen or () if person.rol in ("aanvrager", "partner")]


def _excepted(person: Persoon, on: date) -> bool:
    """Pw 41 lid 4 under a and b (since July 2023): school up to a year before the application, or limited in work."""
    if person.medisch_urenbeperkt or person.doelgroep_loonkostensubsidie:
        return True
    until = person.praktijkonderwijs_tot
    return until is not None and kalender.add_months(until, 12) >= on


def _on_time(applied: Gebeurtenis | None, earliest: date | None) -> Gebeurtenis | None:
    return applied if applied and earliest and applied.datum >= earliest else None
