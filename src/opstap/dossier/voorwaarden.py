"""Conditions over facts, as content writes them. A tiny language that can only look and compare, never run.

    altijd                                    always
    {alle: [...]}  {een_van: [...]}  {niet: ...}
    {feit: woonvorm, is: huurt}               equal; a list means one of these
    {feit: reden, bevat: studie_gestopt}      a list fact holds it; a list means one of these
    {feit: vermogen_overig, boven: 2500}      more than (an amount in euros, a count, or the length of a list);
    {feit: ..., boven: {grens: bezit}}        or more than a limit the municipality sets
    {feit: geboortedatum, jonger_dan: 27}     an age in whole years on the day that counts
    {feit: medebewoners, iemand: {student: ja}}   one of the persons has this value
    {feit: vermogen_overig, onbekend: ja}     nobody has said or found it yet

A fact that is not known makes a condition not known (None), unless the rest decides it: three-valued logic (Kleene).
`van: partner` looks at the partner's own fact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from opstap.dossier.feitsoorten import Feitenlijst, Feitsoort
from opstap.kern.content import InhoudFout, Rij
from opstap.kern.geld import GeenBedrag, Geld

TOETSEN = {
    "is": ("ja_nee", "keuze"),
    "bevat": ("meerkeuze",),
    "boven": ("bedrag", "aantal", "personen"),
    "jonger_dan": ("datum",),
    "iemand": ("personen",),
    "onbekend": None,
}
_JA_NEE: dict[str | bool, bool] = {"ja": True, "nee": False, True: True, False: False}
Waarde = Any
Feiten = Mapping[str, Waarde | None]


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """One condition. `soort` is altijd, alle, een_van, niet or one of TOETSEN; `eigen`: only an own value counts."""

    soort: str
    delen: tuple[Voorwaarde, ...] = ()
    feit: str = ""
    van: str = ""
    waarde: Any = None
    eigen: bool = False

    def feiten(self) -> set[str]:
        """The codes of the facts this condition looks at."""
        return {self.feit} - {""} | {code for deel in self.delen for code in deel.feiten()}


@dataclass(frozen=True, slots=True)
class Situatie:
    """What is known of one household, the day that counts, the municipality's limits, and whose facts we look at."""

    feiten: Feiten
    peildatum: date
    grenzen: Mapping[str, Geld]
    rol: str = "aanvrager"

    def waarde(self, voorwaarde: Voorwaarde) -> Waarde | None:
        """The value a condition looks at; for another than the applicant the own value, else what was said for both."""
        rol = voorwaarde.van or self.rol
        own = f"{rol}.{voorwaarde.feit}"
        if rol != "aanvrager" and (own in self.feiten or voorwaarde.van or voorwaarde.eigen):
            return self.feiten.get(own)
        return self.feiten.get(voorwaarde.feit)


def geldt(voorwaarde: Voorwaarde, situatie: Situatie) -> bool | None:
    """True, False, or None when it cannot be said. Raises ValueError when a fact has a value of the wrong kind."""
    if voorwaarde.soort == "altijd":
        return True
    if voorwaarde.soort in ("alle", "een_van"):
        decides = voorwaarde.soort == "een_van"
        answers = [geldt(deel, situatie) for deel in voorwaarde.delen]
        if decides in answers:
            return decides
        return None if None in answers else not decides
    if voorwaarde.soort == "niet":
        answer = geldt(voorwaarde.delen[0], situatie)
        return None if answer is None else not answer
    value = situatie.waarde(voorwaarde)
    if voorwaarde.soort == "onbekend":
        return (value is None) == voorwaarde.waarde
    return None if value is None else _test(voorwaarde, value, situatie)


def _test(voorwaarde: Voorwaarde, value: Waarde, situatie: Situatie) -> bool | None:
    wanted = voorwaarde.waarde
    if voorwaarde.soort == "is":
        return value in wanted
    if voorwaarde.soort == "bevat":
        return any(item in wanted for item in _sequence(voorwaarde.feit, value))
    if voorwaarde.soort == "boven":
        limit = situatie.grenzen.get(wanted) if isinstance(wanted, str) else wanted
        return None if limit is None else _number(voorwaarde.feit, value) > limit
    if voorwaarde.soort == "jonger_dan":
        return leeftijd(_day(voorwaarde.feit, value), situatie.peildatum) < wanted
    (veld, expected), *_ = wanted.items()
    answers = [None if person.get(veld) is None else person[veld] in expected for person in _sequence(veld, value)]
    return True if True in answers else (None if None in answers else False)


def leeftijd(geboren: date, op: date) -> int:
    """Age in whole years. Who was born on 29 February turns a year older on 1 March in other years."""
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def parse_voorwaarde(path: Path, row: Any, lijst: Feitenlijst, line: int | None = None) -> Voorwaarde:
    """A condition from content, checked against the vocabulary. Raises InhoudFout."""
    if row == "altijd":
        return Voorwaarde("altijd")
    if not isinstance(row, Rij):
        raise InhoudFout(path, line, f"een voorwaarde is altijd, alle, een_van, niet of feit; niet {row!r}")
    if len(row) == 1 and next(iter(row)) in ("alle", "een_van", "niet"):
        ((soort, inner),) = row.items()
        rows = [inner] if soort == "niet" else inner
        if not isinstance(rows, list) or not rows:
            raise InhoudFout(path, row.line, f"onder {soort} hoort een lijst van voorwaarden")
        return Voorwaarde(soort, tuple(parse_voorwaarde(path, part, lijst, row.line) for part in rows))
    tests = [key for key in row if key not in ("feit", "van")]
    if "feit" not in row or len(tests) != 1 or tests[0] not in TOETSEN or row.get("van", "partner") != "partner":
        raise InhoudFout(path, row.line, f"een voorwaarde noemt een feit en een toets ({', '.join(TOETSEN)})")
    if row["feit"] not in lijst.soorten:
        raise InhoudFout(path, row.line, f"het feit {row['feit']} staat niet in feiten.yaml")
    feit = lijst[row["feit"]]
    waarde = _parse_waarde(path, row, tests[0], feit, lijst)
    own = feit.per == "persoon" and not feit.samen_gevraagd
    return Voorwaarde(tests[0], feit=feit.code, van=row.get("van", ""), waarde=waarde, eigen=own)


def _parse_waarde(path: Path, row: Rij, toets: str, feit: Feitsoort, lijst: Feitenlijst) -> Any:
    fits, raw = TOETSEN[toets], row[toets]
    if fits is not None and feit.soort not in fits:
        raise InhoudFout(path, row.line, f"{toets} past niet bij {feit.code}, dat is {feit.soort}")
    if toets == "onbekend":
        return _choices(path, row, raw, None)[0]
    if toets in ("is", "bevat"):
        return _choices(path, row, raw, feit)
    if toets == "iemand":
        if not isinstance(raw, Rij) or len(raw) != 1 or next(iter(raw)) not in feit.velden:
            raise InhoudFout(path, row.line, f"iemand noemt een van: {', '.join(feit.velden)}")
        ((veld, expected),) = raw.items()
        return {veld: _choices(path, row, expected, lijst[veld])}
    if toets == "boven" and isinstance(raw, Rij) and list(raw) == ["grens"]:
        return str(raw["grens"])
    if toets == "boven" and feit.soort == "bedrag":
        try:
            return Geld.parse(raw)
        except GeenBedrag as error:
            raise InhoudFout(path, row.line, str(error)) from None
    if type(raw) is not int:
        raise InhoudFout(path, row.line, f"{toets} hoort een heel getal te zijn, niet {raw!r}")
    return raw


def _choices(path: Path, row: Rij, raw: Any, feit: Feitsoort | None) -> tuple[Any, ...]:
    values = raw if isinstance(raw, list) else [raw]
    if feit is None or feit.soort == "ja_nee":
        if not all(isinstance(value, str | bool) and value in _JA_NEE for value in values):
            raise InhoudFout(path, row.line, f"hier hoort ja of nee te staan, niet {raw!r}")
        return tuple(_JA_NEE[value] for value in values)
    for value in values:
        if not isinstance(value, str) or value not in feit.keuzes:
            known = ", ".join(feit.keuzes)
            raise InhoudFout(path, row.line, f"{feit.code} kent het antwoord {value!r} niet; kies uit {known}")
    return tuple(values)


def _sequence(code: str, value: Waarde) -> Sequence[Any]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise ValueError(f"{code} hoort een lijst te zijn, niet {value!r}")
    return value


def _number(code: str, value: Waarde) -> Any:
    if isinstance(value, Geld) or type(value) is int:
        return value
    return Geld.parse(value) if isinstance(value, str) else len(_sequence(code, value))


def _day(code: str, value: Waarde) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    if not isinstance(value, date):
        raise ValueError(f"{code} hoort een datum te zijn, niet {value!r}")
    return value
