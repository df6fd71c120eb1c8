"""From the document of contract 2 to the facts of the rules, with one clear Dutch line for everything that is wrong.

`lees` collects the faults, so that a whole table can report each; nothing is guessed: what is not stated stays not known.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.recht.regels import controle as c
from opstap.recht.regels.ops import plus_maanden
from opstap.recht.regels.velden import ALLE, PER_MENS, REGELINGEN, RELATIES_FAMILIE, STELSELS

EERSTE_DAG = date(2018, 1, 1)
LAATSTE_DAG = date(2099, 12, 31)
ROLLEN = ("aanvrager", "partner", "kind", "medebewoner")
RELATIES = ("ouder", "kind", "broer_zus", "grootouder", "kleinkind", "overig")
SOORTEN_INKOMEN = {"loon": "loon", "uitkering": "uitkering", "alimentatie": "alimentatie", "pensioen": "pensioen",
                   "studiefinanciering": "studiefinanciering", "onderhuur": "onderhuur", "overig": "overig_inkomen",
                   "premie": "premie", "vrijwilligersvergoeding": "vrijwilliger"}
SOORTEN_BEZIT = {"banktegoed": "banktegoed", "contant": "contant", "auto": "auto", "overig": "overig_bezit",
                 "schuld": "schuld", "eigen_woning": "eigen_woning", "lijfrente": "lijfrente"}
KIND_VRIJ = frozenset({"loon", "uitkering"})
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
}
PERSOON_SLEUTELS = frozenset(PERSOON) | {"id", "rol", "geboortedatum", "heeft_recht", "relatie"}
GEZIN: dict[str, tuple[str, c.Check]] = {
    "gemeld_op": ("gemeld_op", c.dag),
    "aangevraagd_op": ("aangevraagd_op", c.dag),
    "eerder_vrijgelaten_vermogen": ("eerder_vrijgelaten", c.geld),
    "alleen_deze_maand_vanaf": ("vanaf", c.dag),
    "voorschot": ("voorschot_gevraagd", c.ja_nee),
    "giften_dit_jaar": ("giften", c.geld),
}
SLEUTELS = frozenset(GEZIN) | {"peildatum", "personen", "in_inrichting", "rechtmatig_verblijf", "inkomsten", "vermogen",
                               "keuzes", "rij", "schakelaars"}
KEUZES = frozenset({"verlaging_art27_procent", "verlaging_art28_procent", "afstemming_art18", "ingangsdatum_eerder",
                    "vrijlating", "bufferbudget", "regime_vrijlating", "afronding_kostendelers", "toelichting"})
AFRONDINGEN = ("breuk", "procent_eerst")
HOOGSTE_LEDEN = 40
BEGIN: dict[str, Any] = {naam: veld.begin for naam, veld in ALLE.items()}
_GEEN_LEDEN: dict[str, tuple[Any, ...]] = dict.fromkeys(("medebewoner_geboren", "medebewoner_student", "medebewoner_zakelijk", "medebewoner_zelfde_verhuurder", "medebewoner_familie", "medebewoner_mantelzorg"), ())
_stelsel, _afronding, _rol, _relatie = (c.een_van(("", *STELSELS[1:])), c.een_van(AFRONDINGEN), c.een_van(ROLLEN),
                                        c.een_van(("", *RELATIES)))
_regeling = c.een_van(("", *REGELINGEN[1:]))
_maanden = c.geheel(600)


class Lezing:
    """One document being read: `feiten` for the rules, `fouten` for the person, `namen` the ids of the adults."""

    __slots__ = ("feiten", "fouten", "geboren", "leden", "namen", "peildatum", "rollen")

    def __init__(self, document: Any) -> None:
        self.feiten: dict[str, Any] = dict(BEGIN)
        self.fouten: list[str] = []
        self.namen: dict[str, str] = {}
        self.rollen: dict[str, int] = {}
        self.geboren: dict[str, int] = {}
        self.leden: list[tuple[Any, ...]] = []
        self.peildatum = 0
        self._read(document)

    def _read(self, document: Any) -> None:
        fouten, feiten = self.fouten, self.feiten
        document = c.blok(document, "", fouten, SLEUTELS)
        if fouten and not document:
            return
        self.peildatum = self._read_peildatum(document.get("peildatum"))
        self._read_personen(document.get("personen"))
        for sleutel, (naam, check) in GEZIN.items():
            if sleutel in document:
                feiten[naam] = check(document[sleutel], sleutel, fouten)
        inrichting, verblijf = document.get("in_inrichting"), document.get("rechtmatig_verblijf")
        feiten["inrichting_bekend"] = inrichting is not None
        feiten["in_inrichting_a"] = c.ja_nee(inrichting, "in_inrichting", fouten)
        feiten["verblijf_bekend"] = verblijf is not None
        feiten["geen_verblijf_a"] = verblijf is not None and not c.ja_nee(verblijf, "rechtmatig_verblijf", fouten)
        self._read_inkomsten(document.get("inkomsten"))
        self._read_vermogen(document.get("vermogen"))
        if document.get("keuzes") is not None:
            self._read_keuzes(document["keuzes"])
        self._check_maand()

    def _read_peildatum(self, waarde: Any) -> int:
        if waarde is None:
            self.fouten.append("peildatum: deze sleutel ontbreekt. Voor welke dag moet ik rekenen? Schrijf een datum als 2026-07-01.")
            return 0
        dag = c.dag(waarde, "peildatum", self.fouten)
        if dag and not EERSTE_DAG.toordinal() <= dag <= LAATSTE_DAG.toordinal():
            self.fouten.append(f"peildatum: {c.toon(waarde)} kan niet. Opstap kent de bedragen vanaf 2018-01-01; kies die dag of later.")
            return 0
        return dag

    def _read_personen(self, waarde: Any) -> None:
        if waarde is None:
            self.fouten.append("personen: deze sleutel ontbreekt. Noem ten minste één persoon met rol aanvrager.")
            return
        for plaats, persoon in enumerate(c.lijst(waarde, "personen", self.fouten, HOOGSTE_LEDEN)):
            self._read_persoon(persoon, f"personen[{plaats}]")
        rollen = list(self.rollen.values())
        for rol in (0, 1):
            if rollen.count(rol) > 1:
                self.fouten.append(f"personen: er staan {rollen.count(rol)} personen met rol {ROLLEN[rol]}; dat kan er één zijn.")
        if 0 not in rollen and not self.fouten:
            self.fouten.append("personen: er is niemand met rol aanvrager. Geef één persoon de rol aanvrager.")
        if self.leden:
            columns = tuple(zip(*self.leden, strict=True))
            self.feiten.update(zip(_GEEN_LEDEN, columns, strict=True))
        else:
            self.feiten.update(_GEEN_LEDEN)

    def _read_persoon(self, persoon: Any, waar: str) -> None:
        fouten = self.fouten
        before = len(fouten)
        persoon = c.blok(persoon, waar, fouten, PERSOON_SLEUTELS)
        naam = persoon.get("id")
        if not isinstance(naam, str) or not naam or len(naam) > 100:
            if len(fouten) == before:
                fouten.append(f"{waar}.id: hier hoort een naam of letter te staan waarmee u deze persoon aanwijst.")
            return
        if naam in self.rollen:
            fouten.append(f"{waar}.id: {c.toon(naam)} staat er twee keer in. Geef elke persoon een eigen id.")
            return
        if persoon.get("rol") is None:
            fouten.append(f"{waar}.rol: deze sleutel ontbreekt. Kies uit: {', '.join(ROLLEN)}.")
            return
        rol = _rol(persoon["rol"], f"{waar}.rol", fouten)
        self.rollen[naam] = rol
        geboren = self.geboren[naam] = self._read_geboren(persoon.get("geboortedatum"), f"{waar}.geboortedatum")
        waarden = {PERSOON[k][0]: PERSOON[k][1](v, f"{waar}.{k}", fouten) for k, v in persoon.items() if k in PERSOON}
        relatie = _relatie(persoon.get("relatie"), f"{waar}.relatie", fouten)
        recht = persoon.get("heeft_recht")
        waarden["geen_recht_vastgesteld"] = recht is not None and not c.ja_nee(recht, f"{waar}.heeft_recht", fouten)
        if rol < 2:
            self._keep_adult(naam, rol, geboren, waarden)
        else:
            self._keep_member(rol, geboren, waarden, "kind" if rol == 2 else ("", *RELATIES)[relatie])

    def _read_geboren(self, waarde: Any, sleutel: str) -> int:
        dag = c.dag(waarde, sleutel, self.fouten)
        if dag and self.peildatum and not self.peildatum - 45_000 < dag <= self.peildatum:
            self.fouten.append(f"{sleutel}: {c.toon(waarde)} kan niet op de peildatum. Kijk of de dag en het jaar kloppen.")
            return 0
        return dag

    def _keep_adult(self, naam: str, rol: int, geboren: int, waarden: dict[str, Any]) -> None:
        wie = ("_a", "_p")[rol]
        self.namen[wie] = naam
        self.feiten["geboren" + wie] = geboren
        for sleutel, waarde in waarden.items():
            if sleutel in PER_MENS:
                self.feiten[sleutel + wie] = waarde
        if rol == 1:
            self.feiten["heeft_partner"] = True

    def _keep_member(self, rol: int, geboren: int, waarden: dict[str, Any], relatie: str) -> None:
        if rol == 2:
            self.feiten["jongste_kind"] = max(self.feiten["jongste_kind"], geboren)
            if not geboren:
                self.feiten["kind_leeftijd_mist"] = True
                return
        self.leden.append((geboren, waarden.get("student", False), waarden.get("zakelijk", False),
                           waarden.get("zelfde_verhuurder", False), relatie in RELATIES_FAMILIE,
                           waarden.get("mantelzorg_tijdelijk", False)))

    def _read_inkomsten(self, waarde: Any) -> None:
        self.feiten["inkomsten_bekend"] = waarde is not None
        if waarde is None:
            return
        bekend = ("persoon", "soort", "netto", "onderwijs", "woont", "eenoudertoeslag", "eerder_dit_jaar")
        for plaats, regel in enumerate(c.lijst(waarde, "inkomsten", self.fouten, 200)):
            waar = f"inkomsten[{plaats}]"
            before = len(self.fouten)
            regel = c.blok(regel, waar, self.fouten, bekend)
            if len(self.fouten) == before:
                self._read_inkomen(regel, waar)

    def _read_inkomen(self, regel: dict[str, Any], waar: str) -> None:
        persoon, soort = regel.get("persoon"), regel.get("soort")
        if not isinstance(persoon, str) or persoon not in self.rollen:
            self.fouten.append(f"{waar}.persoon: {c.toon(persoon)} staat niet bij personen. Gebruik het id van een persoon.")
            return
        if not isinstance(soort, str) or soort not in SOORTEN_INKOMEN:
            self.fouten.append(f"{waar}.soort: {c.toon(soort)} ken ik niet. Kies uit: {', '.join(SOORTEN_INKOMEN)}.")
            return
        if regel.get("netto") is None:
            self.fouten.append(f"{waar}.netto: deze sleutel ontbreekt. Schrijf het bedrag per maand, zoals 812.40.")
            return
        netto = c.geld(regel["netto"], f"{waar}.netto", self.fouten)
        rol = self.rollen[persoon]
        if rol == 2 and 0 < self.geboren[persoon] <= plus_maanden(self.peildatum, -12 * 18):
            return  # no longer a dependent child (art. 4 lid 1): a housemate, whose income does not count
        if rol < 2:
            self._keep_inkomen(SOORTEN_INKOMEN[soort], ("_a", "_p")[rol], netto, regel, waar)
        elif rol == 2:
            self.feiten["kind_inkomen_vrij" if soort in KIND_VRIJ else "kind_inkomen"] += netto

    def _keep_inkomen(self, veld: str, wie: str, netto: int, regel: dict[str, Any], waar: str) -> None:
        self.feiten[veld + wie] += netto
        if veld in ("premie", "vrijwilliger"):
            self.feiten[f"{veld}_eerder{wie}"] += c.geld(regel.get("eerder_dit_jaar"), f"{waar}.eerder_dit_jaar", self.fouten)
        if veld == "studiefinanciering" and regel.get("onderwijs") is not None:
            onderwijs = c.een_van(("", "ho", "mbo"))(regel["onderwijs"], f"{waar}.onderwijs", self.fouten)
            woont = c.een_van(("", "thuis", "uit"))(regel.get("woont"), f"{waar}.woont", self.fouten)
            if not onderwijs or not woont:
                self.fouten.append(f"{waar}.woont: schrijf bij onderwijs ook woont: thuis of uit.")
                return
            self.feiten["studie" + wie] = 2 * (onderwijs - 1) + woont
            self.feiten["studie_eenouder" + wie] = c.ja_nee(regel.get("eenoudertoeslag"), f"{waar}.eenoudertoeslag", self.fouten)

    def _read_vermogen(self, waarde: Any) -> None:
        self.feiten["vermogen_bekend"] = waarde is not None
        if waarde is None:
            return
        for plaats, regel in enumerate(c.lijst(waarde, "vermogen", self.fouten, 200)):
            waar = f"vermogen[{plaats}]"
            before = len(self.fouten)
            regel = c.blok(regel, waar, self.fouten, ("soort", "waarde"))
            if len(self.fouten) > before:
                continue
            soort = regel.get("soort")
            if not isinstance(soort, str) or soort not in SOORTEN_BEZIT:
                self.fouten.append(f"{waar}.soort: {c.toon(soort)} ken ik niet. Kies uit: {', '.join(SOORTEN_BEZIT)}.")
            elif regel.get("waarde") is None:
                self.fouten.append(f"{waar}.waarde: deze sleutel ontbreekt. Schrijf een bedrag, zoals 1200.00.")
            else:
                self.feiten[SOORTEN_BEZIT[soort]] += c.geld(regel["waarde"], f"{waar}.waarde", self.fouten)

    def _read_keuzes(self, waarde: Any) -> None:
        fouten, feiten = self.fouten, self.feiten
        keuzes = c.blok(waarde, "keuzes", fouten, KEUZES)
        feiten["verlaging_27"] = c.procent(keuzes.get("verlaging_art27_procent"), "keuzes.verlaging_art27_procent", fouten)
        feiten["verlaging_28"] = c.procent(keuzes.get("verlaging_art28_procent"), "keuzes.verlaging_art28_procent", fouten)
        feiten["stelsel"] = _stelsel(keuzes.get("regime_vrijlating"), "keuzes.regime_vrijlating", fouten)
        c.tekst(keuzes.get("toelichting"), "keuzes.toelichting", fouten)
        feiten["procent_eerst"] = _afronding(keuzes.get("afronding_kostendelers"), "keuzes.afronding_kostendelers", fouten) == 1
        if keuzes.get("afstemming_art18") is not None:
            self._read_afstemming(keuzes["afstemming_art18"])
        if keuzes.get("bufferbudget") is not None:
            blok = self._met_reden(keuzes["bufferbudget"], "keuzes.bufferbudget", "bedrag")
            feiten["bufferbudget"] = c.geld(blok.get("bedrag"), "keuzes.bufferbudget.bedrag", fouten)
        if keuzes.get("ingangsdatum_eerder") is not None:
            blok = self._met_reden(keuzes["ingangsdatum_eerder"], "keuzes.ingangsdatum_eerder", "datum")
            feiten["ingang_eerder"] = c.dag(blok.get("datum"), "keuzes.ingangsdatum_eerder.datum", fouten)
        if keuzes.get("vrijlating") is not None:
            self._read_vrijlating(keuzes["vrijlating"])

    def _met_reden(self, waarde: Any, waar: str, verplicht: str, *meer: str) -> dict[str, Any]:
        before = len(self.fouten)
        blok = c.blok(waarde, waar, self.fouten, (verplicht, "reden", *meer))
        if len(self.fouten) > before:
            return {}
        if blok.get(verplicht) is None:
            self.fouten.append(f"{waar}.{verplicht}: deze sleutel ontbreekt.")
        if not c.tekst(blok.get("reden"), f"{waar}.reden", self.fouten).strip():
            self.fouten.append(f"{waar}.reden: schrijf waarom de gemeente dit kiest.")
        return blok

    def _read_afstemming(self, waarde: Any) -> None:
        waar = "keuzes.afstemming_art18"
        blok = self._met_reden(waarde, waar, "bedrag", "richting")
        hoger = c.een_van(("verlaging", "verhoging"))(blok.get("richting"), f"{waar}.richting", self.fouten)
        bedrag = c.geld(blok.get("bedrag"), f"{waar}.bedrag", self.fouten)
        self.feiten["afstemming"] = -bedrag if hoger else bedrag

    def _read_vrijlating(self, waarde: Any) -> None:
        fouten = self.fouten
        for naam, keuze in c.blok(waarde, "keuzes.vrijlating", fouten, self.rollen).items():
            waar = f"keuzes.vrijlating.{naam}"
            if naam not in self.rollen:
                continue
            if self.rollen[naam] > 1:
                fouten.append(f"{waar}: een vrijlating kan alleen voor de aanvrager of de partner.")
                continue
            wie = ("_a", "_p")[self.rollen[naam]]
            blok = c.blok(keuze, waar, fouten, ("regeling", "maanden_gebruikt"))
            self.feiten["regeling" + wie] = _regeling(blok.get("regeling"), f"{waar}.regeling", fouten)
            self.feiten["maanden_gebruikt" + wie] = _maanden(blok.get("maanden_gebruikt"), f"{waar}.maanden_gebruikt", fouten)

    def _check_maand(self) -> None:
        vanaf = self.feiten["vanaf"]
        if not vanaf or not self.peildatum:
            return
        dag, peil = date.fromordinal(vanaf), date.fromordinal(self.peildatum)
        if (dag.year, dag.month) != (peil.year, peil.month):
            self.fouten.append(f"alleen_deze_maand_vanaf: {dag} ligt niet in de maand van de peildatum {peil}. Kies een dag in die maand.")


def validate(document: Any) -> list[str]:
    """One Dutch line for everything that is wrong with a document; empty when it can be worked out."""
    return Lezing(document).fouten
