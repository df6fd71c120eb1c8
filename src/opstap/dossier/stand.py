"""Where a required paper stands: binnen, deels, ontbreekt, niet_leesbaar or beantwoord; months as tiles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from opstap.dossier.vereisten import Gevraagd

ONTBREEKT, DEELS, BINNEN = "ontbreekt", "deels", "binnen"
NIET_LEESBAAR, BEANTWOORD = "niet_leesbaar", "beantwoord"
ANTWOORDEN = ("heb_ik_niet", "breng_ik_mee", "kan_ik_niet_vinden", "hebt_u_al")
Dagen = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Bewijs:
    """A paper as it counts for a requirement. `rol` None: not known of whom; `dagen`: first and last day it is about;
    `rekening`: the account of a statement; `leesbaar` False: it came, but nobody can read it."""

    soort: str
    rol: str | None = None
    dagen: Dagen | None = None
    rekening: str | None = None
    leesbaar: bool = True


@dataclass(frozen=True, slots=True)
class Maand:
    """One month of one account: a tile. `gaten`: the days that are missing, first and last."""

    rekening: str | None
    eerste_dag: date
    staat: str
    gaten: tuple[Dagen, ...] = ()


def stand(gevraagd: Gevraagd, bewijs: Iterable[Bewijs], antwoord: str | None = None) -> str:
    """Where this requirement stands, from the papers that came in and the answer given instead of one.

    An answer (see ANTWOORDEN) counts as long as the papers do not prove it whole; children's papers are never required.
    """
    if antwoord is not None and antwoord not in ANTWOORDEN:
        raise ValueError(f"onbekend antwoord: {antwoord}")
    fits = [stuk for stuk in bewijs if stuk.soort in gevraagd.vereiste.soorten]
    readable = [stuk for stuk in fits if stuk.leesbaar]
    required = [rol for rol in gevraagd.rollen if rol != "kinderen"]
    states = [_of_role(gevraagd, [stuk for stuk in readable if stuk.rol in (rol, None)]) for rol in required]
    if states and all(state == BINNEN for state in states):
        return BINNEN
    if antwoord:
        return BEANTWOORD
    if any(state != ONTBREEKT for state in states):
        return DEELS
    return NIET_LEESBAAR if fits and not readable else ONTBREEKT


def maanden(gevraagd: Gevraagd, bewijs: Iterable[Bewijs]) -> list[Maand]:
    """The months of a requirement about months, per account; without an account yet, one row of what is missing."""
    if gevraagd.vereiste.periode.soort != "maanden" or gevraagd.dagen is None:
        return []
    fits = [stuk for stuk in bewijs if stuk.soort in gevraagd.vereiste.soorten]
    accounts = sorted({stuk.rekening for stuk in fits}, key=lambda name: name or "")
    tiles = []
    for account in accounts or [None]:
        own = [stuk for stuk in fits if stuk.rekening == account]
        tiles += [_tile(gevraagd, account, month, own) for month in _months(gevraagd.dagen)]
    return tiles


def _of_role(gevraagd: Gevraagd, papers: Sequence[Bewijs]) -> str:
    if not papers:
        return ONTBREEKT
    if gevraagd.vereiste.periode.soort != "maanden":
        return BINNEN if any(_is_of_time(gevraagd.dagen, stuk) for stuk in papers) else DEELS
    if all(stuk.soort == "spaarsaldo_overzicht" for stuk in papers):
        return DEELS
    return BINNEN if all(tile.staat == BINNEN for tile in maanden(gevraagd, papers)) else DEELS


def _is_of_time(dagen: Dagen | None, stuk: Bewijs) -> bool:
    """A paper without a known time counts: a person looks at it."""
    return dagen is None or stuk.dagen is None or _overlap(dagen, stuk.dagen) is not None


def _tile(gevraagd: Gevraagd, account: str | None, month: Dagen, papers: Sequence[Bewijs]) -> Maand:
    readable = [stuk for stuk in papers if stuk.leesbaar]
    if any(stuk.dagen is None and stuk.soort == "spaarsaldo_overzicht" for stuk in readable):
        return Maand(account, month[0], BINNEN)
    covered = [part for stuk in readable if stuk.dagen and (part := _overlap(month, stuk.dagen))]
    if covered and gevraagd.vereiste.periode.dekking == "stuk":
        return Maand(account, month[0], BINNEN)
    gaps = tuple(_gaps(month, covered))
    if not covered:
        unread = any(not stuk.leesbaar and (stuk.dagen is None or _overlap(month, stuk.dagen)) for stuk in papers)
        return Maand(account, month[0], NIET_LEESBAAR if unread else ONTBREEKT, gaps)
    return Maand(account, month[0], DEELS if gaps else BINNEN, gaps)


def _gaps(whole: Dagen, parts: list[Dagen]) -> list[Dagen]:
    gaps, day = [], whole[0]
    for first, last in sorted(parts):
        if first > day:
            gaps.append((day, first - timedelta(days=1)))
        day = max(day, last + timedelta(days=1))
    return [*gaps, (day, whole[1])] if day <= whole[1] else gaps


def _overlap(one: Dagen, other: Dagen) -> Dagen | None:
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def _months(dagen: Dagen) -> list[Dagen]:
    months, first = [], dagen[0].replace(day=1)
    while first <= dagen[1]:
        following = (first + timedelta(days=32)).replace(day=1)
        months.append((first, following - timedelta(days=1)))
        first = following
    return months
