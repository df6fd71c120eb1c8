"""Which papers one household needs, and why: needed minus known minus what a register answers.

Content: `inhoud/vereisten/vereisten.yaml`. Nothing is asked that a register answers (Pw 53a lid 1), and an unknown fact
does not ask for a paper unless the condition says so. Whether a paper is in: see `stand`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from opstap.dossier.feitsoorten import Feitenlijst, Sleutels, Woorden, load_feiten, woorden
from opstap.dossier.voorwaarden import Feiten, Situatie, Voorwaarde, geldt, parse_voorwaarde
from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.kern.geld import Geld

BESTAND = INHOUD / "vereisten" / "vereisten.yaml"
ROLLEN = ("aanvrager", "partner", "kinderen")
PERIODES = ("maanden", "laatste", "geldig", "lopend_jaar", "vorig_jaar", "eenmalig")
VRAGEN, ZOEKEN_WIJ_OP, WETEN_WIJ_AL = "vragen", "zoeken_wij_op", "weten_wij_al"
_KOP: Sleutels = {
    "eigenaar": str,
    "geldig_vanaf": date,
    "herzien_voor": date,
    "bronnen": Rij,
    "grenzen": Rij,
    "dient_voor": Rij,
    "vereisten": list,
}
_VELDEN: Sleutels = {
    "id": str,
    "soorten": list,
    "label": Rij,
    "waarom": Rij,
    "waar": Rij,
    "omdat": Rij,
    "artikel": str,
    "van_wie": list,
    "periode": Rij,
    "standaard": bool,
    "feiten": list,
    "dient_voor": list,
    "bronnen": list,
}
_MAG = dict.fromkeys(("eerst_zelf_opzoeken_in", "als", "per_persoon"))


@dataclass(frozen=True, slots=True)
class Periode:
    """What time a paper must be about. `dekking`: dagen (every day of it) or stuk (one paper for each month)."""

    soort: str
    aantal: int = 0
    dekking: str = "stuk"

    def dates(self, peildatum: date, aantal: int | None = None) -> tuple[date, date] | None:
        """First and last day, both included; None when any time is right. Months are whole ones before `peildatum`."""
        if self.soort == "maanden":
            end = peildatum.replace(day=1) - timedelta(days=1)
            month = end.year * 12 + end.month - (aantal or self.aantal)
            return date(month // 12, month % 12 + 1, 1), end
        if self.soort in ("lopend_jaar", "vorig_jaar"):
            year = peildatum.year - (self.soort == "vorig_jaar")
            return date(year, 1, 1), date(year, 12, 31)
        return (peildatum, peildatum) if self.soort == "geldig" else None


@dataclass(frozen=True, slots=True)
class Bron:
    """Where a requirement comes from; `url` is public."""

    naam: str
    url: str


@dataclass(frozen=True, slots=True)
class Vereiste:
    """A paper that may be needed: what it is, why, where to find it, and when (`als`)."""

    id: str
    soorten: tuple[str, ...]
    label: Woorden
    waarom: Woorden
    waar: Woorden
    omdat: Woorden
    artikel: str
    van_wie: tuple[str, ...]
    periode: Periode
    standaard: bool
    feiten: tuple[str, ...]
    dient_voor: tuple[str, ...]
    bronnen: tuple[Bron, ...]
    eerst_zelf_opzoeken_in: tuple[str, ...]
    als: Voorwaarde
    per_persoon: bool


@dataclass(frozen=True, slots=True)
class Vereistenlijst:
    """All requirements by id, the limits as they stand until a municipality chooses, and what papers are for."""

    vereisten: Mapping[str, Vereiste]
    grenzen: Mapping[str, Geld]
    dient_voor: Mapping[str, Woorden]


@dataclass(frozen=True, slots=True)
class Instellingen:
    """A municipality's choices. `aan`: id → the reason in Dutch why it asks a paper that is not standard;
    `uit`: ids it does not ask; `maanden`: id → number of months; `aangesloten`: registers it looks in itself."""

    aan: Mapping[str, str] = field(default_factory=dict)
    uit: Collection[str] = ()
    maanden: Mapping[str, int] = field(default_factory=dict)
    grenzen: Mapping[str, Geld] = field(default_factory=dict)
    aangesloten: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """A requirement of one household. `hoe`: vragen, zoeken_wij_op or weten_wij_al; `rollen`: of whom;
    `registers`: where we look; `dagen`: first and last day the paper must be about."""

    vereiste: Vereiste
    hoe: str
    rollen: tuple[str, ...]
    reden: Woorden
    registers: tuple[str, ...]
    dagen: tuple[date, date] | None

    @property
    def id(self) -> str:
        return self.vereiste.id


def nodig(
    feiten: Feiten,
    peildatum: date,
    instellingen: Instellingen | None = None,
    *,
    opgezocht: Mapping[str, Mapping[str, bool]] | None = None,
    vastgesteld: Collection[str] = (),
    lijst: Vereistenlijst | None = None,
) -> list[Gevraagd]:
    """The papers of one household, in the order of the content; those we look up or know already are marked so.

    `feiten`: code → value, None when not known; a partner's own fact is `partner.<code>`. `peildatum`: the day of the
    application. `opgezocht`: register → role → whether it gave an answer. `vastgesteld`: codes of facts a consulent
    established. Raises ValueError when a fact has a value of the wrong kind.
    """
    lijst, instellingen = lijst or load_vereisten(), instellingen or Instellingen()
    grenzen = {**lijst.grenzen, **instellingen.grenzen}
    found = []
    for vereiste in lijst.vereisten.values():
        if vereiste.id in instellingen.uit or not (vereiste.standaard or vereiste.id in instellingen.aan):
            continue
        rollen = _roles(vereiste, Situatie(feiten, peildatum, grenzen))
        if rollen:
            found.append(_asked(vereiste, rollen, peildatum, instellingen, opgezocht or {}, vastgesteld))
    return found


def present_roles(feiten: Feiten) -> tuple[str, ...]:
    """Who of applicant, partner and children there are, as far as known."""
    with_whom = feiten.get("woont_met") or ()
    partner = "partner" in with_whom or any(code.startswith("partner.") for code in feiten)
    children = "kinderen" in with_whom or bool(feiten.get("kinderen"))
    return ("aanvrager", *(["partner"] if partner else []), *(["kinderen"] if children else []))


@cache
def load_vereisten(path: Path = BESTAND) -> Vereistenlijst:
    """Read and check the requirements. Raises InhoudFout."""
    document = load(path)
    require(path, document, _KOP)
    lijst = load_feiten()
    purposes = {code: woorden(path, row, None, code) for code, row in document["dient_voor"].items()}
    sources = {}
    for code, row in document["bronnen"].items():
        require(path, row, {"naam": str, "url": str})
        sources[code] = Bron(row["naam"], row["url"])
    rows: dict[str, Vereiste] = {}
    for row in document["vereisten"]:
        require(path, row, _VELDEN, _MAG)
        if row["id"] in rows:
            raise InhoudFout(path, row.line, f"vereiste {row['id']} staat er twee keer")
        _known(path, row, "feiten", lijst.soorten)
        _known(path, row, "bronnen", sources)
        _known(path, row, "dient_voor", purposes)
        _known(path, row, "van_wie", ROLLEN)
        _known(path, row, "eerst_zelf_opzoeken_in", lijst.registers)
        rows[row["id"]] = _vereiste(path, row, lijst, sources)
    grenzen = {str(code): Geld.parse(value) for code, value in document["grenzen"].items()}
    return Vereistenlijst(MappingProxyType(rows), MappingProxyType(grenzen), MappingProxyType(purposes))


def _vereiste(path: Path, row: Rij, lijst: Feitenlijst, sources: Mapping[str, Bron]) -> Vereiste:
    texts = {name: woorden(path, row[name], row.line, name) for name in ("label", "waarom", "waar", "omdat")}
    return Vereiste(
        id=row["id"],
        soorten=tuple(row["soorten"]),
        artikel=row["artikel"],
        van_wie=tuple(row["van_wie"]),
        periode=_periode(path, row["periode"]),
        standaard=row["standaard"],
        feiten=tuple(row["feiten"]),
        dient_voor=tuple(row["dient_voor"]),
        bronnen=tuple(sources[code] for code in row["bronnen"]),
        eerst_zelf_opzoeken_in=tuple(row.get("eerst_zelf_opzoeken_in", ())),
        als=parse_voorwaarde(path, row.get("als", "altijd"), lijst, row.line),
        per_persoon=bool(row.get("per_persoon")),
        **texts,
    )


def _periode(path: Path, row: Rij) -> Periode:
    require(path, row, {"soort": str}, {"aantal": 0, "dekking": 0})
    if row["soort"] not in PERIODES:
        raise InhoudFout(path, row.line, f"periode {row['soort']} ken ik niet; kies uit {', '.join(PERIODES)}")
    if (row["soort"] == "maanden") != (type(row.get("aantal")) is int and 1 <= row["aantal"] <= 24):
        raise InhoudFout(path, row.line, "bij maanden, en alleen daar, hoort een aantal van 1 tot en met 24")
    if row.get("dekking", "stuk") not in ("dagen", "stuk"):
        raise InhoudFout(path, row.line, "dekking is dagen of stuk")
    return Periode(row["soort"], row.get("aantal", 0), row.get("dekking", "stuk"))


def _known(path: Path, row: Rij, key: str, known: Collection[str]) -> None:
    for code in row.get(key, ()):
        if code not in known:
            raise InhoudFout(path, row.lines[key], f"{key}: {code!r} ken ik niet")


def _roles(vereiste: Vereiste, situatie: Situatie) -> tuple[str, ...]:
    """Of whom the paper is needed: the roles that are there, and for `per_persoon` whose own facts ask for it."""
    there = [rol for rol in vereiste.van_wie if rol in present_roles(situatie.feiten)]
    asking = {rol: _holds(vereiste.als, situatie, rol) for rol in there if rol != "kinderen"}
    if vereiste.per_persoon:
        return tuple(rol for rol in there if asking.get(rol))
    return tuple(there) if any(asking.values()) else ()


def _holds(als: Voorwaarde, situatie: Situatie, rol: str) -> bool:
    return geldt(als, Situatie(situatie.feiten, situatie.peildatum, situatie.grenzen, rol)) is True


def _asked(
    vereiste: Vereiste,
    rollen: tuple[str, ...],
    peildatum: date,
    instellingen: Instellingen,
    opgezocht: Mapping[str, Mapping[str, bool]],
    vastgesteld: Collection[str],
) -> Gevraagd:
    reden: Any = vereiste.omdat
    if not vereiste.standaard:
        reden = dict.fromkeys(vereiste.omdat, instellingen.aan[vereiste.id])
    dagen = vereiste.periode.dates(peildatum, instellingen.maanden.get(vereiste.id))
    # One established month says nothing about the months beside it.
    is_once = vereiste.periode.soort != "maanden"
    if is_once and vereiste.feiten and all(code in vastgesteld for code in vereiste.feiten):
        return Gevraagd(vereiste, WETEN_WIJ_AL, rollen, reden, (), dagen)
    registers, open_roles = _look_up(vereiste, rollen, instellingen.aangesloten, opgezocht)
    if open_roles:
        return Gevraagd(vereiste, VRAGEN, open_roles, reden, (), dagen)
    return Gevraagd(vereiste, ZOEKEN_WIJ_OP, rollen, reden, registers, dagen)


def _look_up(
    vereiste: Vereiste,
    rollen: tuple[str, ...],
    aangesloten: Collection[str],
    opgezocht: Mapping[str, Mapping[str, bool]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The registers that answer (or will be asked to), and the roles for whom they do not answer every fact."""
    lijst, used, open_roles = load_feiten(), [], []
    for rol in rollen:
        for code in vereiste.feiten:
            fits = [name for name in lijst[code].registers if name in vereiste.eerst_zelf_opzoeken_in]
            answer = [name for name in fits if opgezocht.get(name, {}).get(rol, name in aangesloten)]
            used += answer[:1]
            if not answer and rol not in open_roles:
                open_roles.append(rol)
    if not vereiste.feiten:
        open_roles = list(rollen)
    return tuple(dict.fromkeys(used)), tuple(open_roles)
