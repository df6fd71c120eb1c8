"""From the document of contract 2 to the facts of the rules, with one clear Dutch line for everything that is wrong.

`Lezing` collects the faults, so that a table can report each row. What is not stated stays not known.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.recht.regels import controle as c
from opstap.recht.regels import invoer_geld
from opstap.recht.regels.velden import ALLE, MEDEBEWONER, PER_MENS, RELATIES_FAMILIE

EERSTE_DAG = date(2018, 1, 1).toordinal()
VROEGSTE_DAG = date(1990, 1, 1).toordinal()
"""Nobody reported or applied before this day for a right that is worked out now; the clock of `termijn` says so too."""
LAATSTE_DAG = date(2099, 12, 31).toordinal()
ROLLEN = ("aanvrager", "partner", "kind", "medebewoner")
RELATIES = ("", "ouder", "kind", "broer_zus", "grootouder", "kleinkind", "overig")
PERSOON: dict[str, tuple[str, c.Check]] = {
    "gedetineerd": ("gedetineerd", c.ja_nee),
    "staakt": ("staakt", c.ja_nee),
    "onbetaald_verlof": ("onbetaald_verlof", c.ja_nee),
    "ouderschapsverlof": ("ouderschapsverlof", c.drie),
    "kan_onderwijs_volgen": ("kan_onderwijs_volgen", c.ja_nee),
    "in_inrichting": ("in_inrichting", c.ja_nee),
    "dagen_buitenland_dit_jaar": ("dagen_buitenland", c.geheel(366)),
    "medisch_urenbeperkt": ("medisch_urenbeperkt", c.ja_nee),
    "doelgroep_loonkostensubsidie": ("doelgroep_lks", c.ja_nee),
    "praktijkonderwijs_tot": ("praktijkonderwijs_tot", c.dag),
    "ouders_betalen_mee": ("ouders_betalen_mee", c.drie),
    "mantelzorg_tijdelijk": ("mantelzorg_tijdelijk", c.ja_nee),
    "student": ("student", c.ja_nee),
    "zakelijk_contract": ("zakelijk", c.ja_nee),
    "zelfde_verhuurder": ("zelfde_verhuurder", c.ja_nee),
    "relatie": ("relatie", c.een_van(RELATIES)),
    "heeft_recht": ("heeft_recht", c.drie),
}
"""Key of a person → the name of the fact and its check."""
_EIGEN = frozenset({"id", "rol", "geboortedatum"})
PERSOON_SLEUTELS = frozenset(PERSOON) | _EIGEN
GEZIN: dict[str, tuple[str, c.Check]] = {
    "gemeld_op": ("gemeld_op", c.dag),
    "aangevraagd_op": ("aangevraagd_op", c.dag),
    "eerder_vrijgelaten_vermogen": ("eerder_vrijgelaten", c.geld),
    "alleen_deze_maand_vanaf": ("vanaf", c.dag),
    "voorschot": ("voorschot_gevraagd", c.ja_nee),
    "giften_dit_jaar": ("giften", c.geld),
}
SLEUTELS = frozenset(GEZIN) | {
    "peildatum",
    "personen",
    "in_inrichting",
    "rechtmatig_verblijf",
    "inkomsten",
    "vermogen",
    "keuzes",
    "schakelaars",
}
HOOGSTE_PERSONEN = 40
BEGIN: dict[str, Any] = {
    **{naam: veld.begin for naam, veld in ALLE.items()},
    **dict.fromkeys(MEDEBEWONER, ()),
    "leden": 0,
}
STUDIE, STUDIE_OF_HUUR = ("student",), ("student", "zakelijk_contract", "zelfde_verhuurder")
"""What keeps a housemate from counting as kostendeler; family cannot rent commercially, so of them only the first."""
_rol = c.een_van(ROLLEN)
KIND, MEDEBEWONER_ROL = 2, 3


class Lezing:
    """One document being read: `feiten` for the rules, `fouten` for the person, `namen` the ids of the adults."""

    __slots__ = ("feiten", "fouten", "geboren", "leden", "namen", "peildatum", "rollen")

    def __init__(self, document: Any, meer_sleutels: frozenset[str] = frozenset()) -> None:
        self.feiten: dict[str, Any] = BEGIN.copy()
        self.fouten: list[str] = []
        self.namen: dict[str, str] = {}
        self.rollen: dict[str, int] = {}
        self.geboren: dict[str, int] = {}
        self.leden: list[tuple[Any, ...]] = []
        self.peildatum = 0
        document = c.blok(document, "", self.fouten, SLEUTELS | meer_sleutels if meer_sleutels else SLEUTELS)
        if document or not self.fouten:
            self._read(document)

    @property
    def datum(self) -> date:
        """The day worked out for."""
        return date.fromordinal(self.peildatum)

    def _read(self, document: dict[str, Any]) -> None:
        fouten, feiten = self.fouten, self.feiten
        self.peildatum = self._read_peildatum(document.get("peildatum"))
        self._read_personen(document.get("personen"))
        for sleutel, (naam, check) in GEZIN.items():
            if sleutel in document:
                feiten[naam] = check(document[sleutel], "", sleutel, fouten)
        inrichting, verblijf = document.get("in_inrichting"), document.get("rechtmatig_verblijf")
        if inrichting is not None:
            feiten["inrichting_bekend"] = True
            feiten["in_inrichting_a"] = c.ja_nee(inrichting, "", "in_inrichting", fouten)
        if verblijf is not None:
            feiten["verblijf_bekend"] = True
            feiten["geen_verblijf_a"] = not c.ja_nee(verblijf, "", "rechtmatig_verblijf", fouten)
        if document.get("inkomsten") is not None:
            invoer_geld.read_inkomsten(self, document["inkomsten"])
        if document.get("vermogen") is not None:
            invoer_geld.read_vermogen(self, document["vermogen"])
        if document.get("keuzes") is not None:
            invoer_geld.read_keuzes(self, document["keuzes"])
        if feiten["vanaf"]:
            self._check_maand(feiten["vanaf"])
        for sleutel in ("gemeld_op", "aangevraagd_op"):
            if feiten[sleutel] and not VROEGSTE_DAG <= feiten[sleutel] <= LAATSTE_DAG:
                fouten.append(f"{sleutel}: {document[sleutel]} ligt te ver weg. Kijk of het jaar klopt.")

    def _read_peildatum(self, waarde: Any) -> int:
        if waarde is None:
            self.fouten.append(
                "peildatum: deze sleutel ontbreekt. Voor welke dag moet ik rekenen? Schrijf een datum als 2026-07-01."
            )
            return 0
        dag = c.dag(waarde, "", "peildatum", self.fouten)
        if dag and not EERSTE_DAG <= dag <= LAATSTE_DAG:
            self.fouten.append(
                f"peildatum: {c.toon(waarde)} kan niet. Opstap kent de bedragen vanaf 2018-01-01; "
                "kies die dag of later."
            )
            return 0
        return dag

    def _read_personen(self, waarde: Any) -> None:
        if waarde is None:
            self.fouten.append("personen: deze sleutel ontbreekt. Noem ten minste één persoon met rol aanvrager.")
            return
        before = len(self.fouten)
        for plaats, persoon in enumerate(c.lijst(waarde, "", "personen", self.fouten, HOOGSTE_PERSONEN)):
            self._read_persoon(persoon, f"personen[{plaats}]")
        rollen = list(self.rollen.values())
        for rol in (0, 1):
            if rollen.count(rol) > 1:
                self.fouten.append(
                    f"personen: er zijn {rollen.count(rol)} personen met rol {ROLLEN[rol]}. Dat mag er één zijn."
                )
        if 0 not in rollen and len(self.fouten) == before:
            waarom = "Een partner kan niet zonder aanvrager. " if 1 in rollen else ""
            self.fouten.append(f"personen: er is niemand met rol aanvrager. {waarom}Geef één persoon de rol aanvrager.")
        if self.leden:
            self.feiten.update(zip(MEDEBEWONER, zip(*self.leden, strict=True), strict=True))

    def _read_persoon(self, persoon: Any, plek: str) -> None:
        fouten = self.fouten
        if not isinstance(persoon, dict) or not PERSOON_SLEUTELS.issuperset(persoon):
            persoon = c.blok(persoon, plek, fouten, PERSOON_SLEUTELS)
        naam, waar = persoon.get("id"), plek + "."
        if not isinstance(naam, str) or not 0 < len(naam) <= 100:
            fouten.append(f"{waar}id: hier hoort een naam of letter te staan waarmee u deze persoon aanwijst.")
            return
        if naam in self.rollen:
            fouten.append(f"{waar}id: {c.toon(naam)} staat er twee keer in. Geef elke persoon een eigen id.")
            return
        if persoon.get("rol") is None:
            fouten.append(f"{waar}rol: deze sleutel ontbreekt. Kies uit: {', '.join(ROLLEN)}.")
            return
        rol = self.rollen[naam] = _rol(persoon["rol"], waar, "rol", fouten)
        geboren = self.geboren[naam] = self._read_geboren(persoon.get("geboortedatum"), waar)
        waarden = {}
        for sleutel, waarde in persoon.items():
            if sleutel not in _EIGEN and sleutel in PERSOON:
                fact, check = PERSOON[sleutel]
                waarden[fact] = check(waarde, waar, sleutel, fouten)
        if rol < KIND:
            self._keep_adult(naam, ("_a", "_p")[rol], geboren, waarden)
        else:
            self._keep_member(rol, geboren, waarden, persoon)

    def _read_geboren(self, waarde: Any, waar: str) -> int:
        dag = c.dag(waarde, waar, "geboortedatum", self.fouten)
        if dag and self.peildatum and not self.peildatum - 45_000 < dag <= self.peildatum:
            self.fouten.append(
                f"{waar}geboortedatum: {c.toon(waarde)} kan niet op de peildatum. Kijk of de dag en het jaar kloppen."
            )
            return 0
        return dag

    def _keep_adult(self, naam: str, wie: str, geboren: int, waarden: dict[str, Any]) -> None:
        self.namen[wie] = naam
        feiten = self.feiten
        feiten["geboren" + wie] = geboren
        feiten["geen_recht_vastgesteld" + wie] = waarden.get("heeft_recht") == 2
        for sleutel, waarde in waarden.items():
            if sleutel in PER_MENS:
                feiten[sleutel + wie] = waarde
        if wie == "_p":
            feiten["heeft_partner"] = True

    def _keep_member(self, rol: int, geboren: int, waarden: dict[str, Any], persoon: dict[str, Any]) -> None:
        relatie = RELATIES[waarden.get("relatie", 0)]
        if rol == KIND:
            self.feiten["jongste_kind"] = max(self.feiten["jongste_kind"], geboren)
            relatie = "kind"
            if not geboren:
                self.feiten["kind_leeftijd_mist"] = True
                return
        familie = relatie in RELATIES_FAMILIE
        self.leden.append(
            (
                geboren,
                waarden.get("student", False),
                waarden.get("zakelijk", False),
                waarden.get("zelfde_verhuurder", False),
                familie,
                waarden.get("mantelzorg_tijdelijk", False),
                all(persoon.get(sleutel) is None for sleutel in (STUDIE if familie else STUDIE_OF_HUUR)),
            )
        )

    def _check_maand(self, vanaf: int) -> None:
        dag, peil = date.fromordinal(vanaf), date.fromordinal(max(self.peildatum, 1))
        if self.peildatum and (dag.year, dag.month) != (peil.year, peil.month):
            self.fouten.append(
                f"alleen_deze_maand_vanaf: {dag} ligt niet in de maand van de peildatum {peil}. "
                "Kies een dag in die maand."
            )


def validate(document: Any) -> list[str]:
    """One Dutch line for everything that is wrong with a document; empty when it can be worked out."""
    return Lezing(document).fouten
