"""The money and the choices of a document: `inkomsten`, `vermogen` and `keuzes`, read into the facts of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from opstap.recht.regels import controle as c
from opstap.recht.regels.ops import plus_maanden
from opstap.recht.regels.velden import REGELINGEN, STELSELS

if TYPE_CHECKING:
    from opstap.recht.regels.invoer import Lezing

SOORTEN_INKOMEN = {
    "loon": "loon",
    "uitkering": "uitkering",
    "alimentatie": "alimentatie",
    "pensioen": "pensioen",
    "studiefinanciering": "studiefinanciering",
    "onderhuur": "onderhuur",
    "overig": "overig_inkomen",
    "premie": "premie",
    "vrijwilligersvergoeding": "vrijwilliger",
}
SOORTEN_BEZIT = {
    "banktegoed": "banktegoed",
    "contant": "contant",
    "auto": "auto",
    "overig": "overig_bezit",
    "schuld": "schuld",
    "eigen_woning": "eigen_woning",
    "lijfrente": "lijfrente",
}
KIND_VRIJ = frozenset({"loon", "uitkering"})
INKOMEN_SLEUTELS = frozenset({"persoon", "soort", "netto", "onderwijs", "woont", "eenoudertoeslag", "eerder_dit_jaar"})
BEZIT_SLEUTELS = frozenset({"soort", "waarde", "inleg_per_jaar"})
KEUZES = frozenset(
    {
        "verlaging_art27_procent",
        "verlaging_art28_procent",
        "afstemming_art18",
        "ingangsdatum_eerder",
        "vrijlating",
        "bufferbudget",
        "regime_vrijlating",
        "afronding_kostendelers",
        "toelichting",
    }
)
HOOGSTE_REGELS = 200
_stelsel, _afronding = c.een_van(STELSELS), c.een_van(("breuk", "procent_eerst"))
_regeling, _maanden = c.een_van(REGELINGEN), c.geheel(600)
_onderwijs, _woont = c.een_van(("", "ho", "mbo")), c.een_van(("", "thuis", "uit"))
_richting = c.een_van(("verlaging", "verhoging"))


def read_inkomsten(lezing: Lezing, waarde: Any) -> None:
    """Add up the income of each adult by kind; that of dependent children apart, that of housemates not at all."""
    lezing.feiten["inkomsten_bekend"] = True
    fouten = lezing.fouten
    for plaats, regel in enumerate(c.lijst(waarde, "", "inkomsten", fouten, HOOGSTE_REGELS)):
        plek = f"inkomsten[{plaats}]"
        before = len(fouten)
        regel = c.blok(regel, plek, fouten, INKOMEN_SLEUTELS)
        if len(fouten) == before:
            _read_inkomen(lezing, regel, plek + ".")


def _read_inkomen(lezing: Lezing, regel: dict[str, Any], waar: str) -> None:
    persoon, soort = regel.get("persoon"), regel.get("soort")
    if not isinstance(persoon, str) or persoon not in lezing.rollen:
        lezing.fouten.append(
            f"{waar}persoon: {c.toon(persoon)} staat niet bij personen. Gebruik het id van een persoon."
        )
        return
    if not isinstance(soort, str) or soort not in SOORTEN_INKOMEN:
        lezing.fouten.append(f"{waar}soort: {c.toon(soort)} ken ik niet. Kies uit: {', '.join(SOORTEN_INKOMEN)}.")
        return
    if regel.get("netto") is None:
        lezing.fouten.append(f"{waar}netto: deze sleutel ontbreekt. Schrijf het bedrag per maand, zoals 812.40.")
        return
    netto = c.geld(regel["netto"], waar, "netto", lezing.fouten)
    rol = lezing.rollen[persoon]
    if rol < 2:
        _keep_inkomen(lezing, SOORTEN_INKOMEN[soort], ("_a", "_p")[rol], netto, regel, waar)
    elif rol == 2 and not 0 < lezing.geboren[persoon] <= plus_maanden(lezing.peildatum, -12 * 18):
        # a child of 18 is a housemate (art. 4 lid 1): that income does not count
        lezing.feiten["kind_inkomen_vrij" if soort in KIND_VRIJ else "kind_inkomen"] += netto


def _keep_inkomen(lezing: Lezing, veld: str, wie: str, netto: int, regel: dict[str, Any], waar: str) -> None:
    feiten, fouten = lezing.feiten, lezing.fouten
    feiten[veld + wie] += netto
    if veld in ("premie", "vrijwilliger"):
        feiten[f"{veld}_eerder{wie}"] += c.geld(regel.get("eerder_dit_jaar"), waar, "eerder_dit_jaar", fouten)
    if veld == "studiefinanciering" and regel.get("onderwijs") is not None:
        onderwijs = _onderwijs(regel["onderwijs"], waar, "onderwijs", fouten)
        woont = _woont(regel.get("woont"), waar, "woont", fouten)
        if onderwijs and not woont:
            fouten.append(f"{waar}woont: schrijf bij onderwijs ook woont: thuis of uit.")
        feiten["studie" + wie] = 2 * (onderwijs - 1) + woont if onderwijs and woont else 0
        feiten["studie_eenouder" + wie] = c.ja_nee(regel.get("eenoudertoeslag"), waar, "eenoudertoeslag", fouten)


def read_vermogen(lezing: Lezing, waarde: Any) -> None:
    """Add up possessions by kind; of annuities also the most paid in within one of the last five years."""
    lezing.feiten["vermogen_bekend"] = True
    fouten = lezing.fouten
    for plaats, regel in enumerate(c.lijst(waarde, "", "vermogen", fouten, HOOGSTE_REGELS)):
        plek = f"vermogen[{plaats}]"
        before = len(fouten)
        regel = c.blok(regel, plek, fouten, BEZIT_SLEUTELS)
        if len(fouten) > before:
            continue
        soort = regel.get("soort")
        if not isinstance(soort, str) or soort not in SOORTEN_BEZIT:
            fouten.append(f"{plek}.soort: {c.toon(soort)} ken ik niet. Kies uit: {', '.join(SOORTEN_BEZIT)}.")
        elif regel.get("waarde") is None:
            fouten.append(f"{plek}.waarde: deze sleutel ontbreekt. Schrijf een bedrag, zoals 1200.00.")
        elif soort != "lijfrente" and regel.get("inleg_per_jaar") is not None:
            fouten.append(f"{plek}.inleg_per_jaar: deze sleutel hoort alleen bij soort lijfrente.")
        else:
            lezing.feiten[SOORTEN_BEZIT[soort]] += c.geld(regel["waarde"], plek + ".", "waarde", fouten)
            inleg = c.geld(regel.get("inleg_per_jaar"), plek + ".", "inleg_per_jaar", fouten)
            lezing.feiten["lijfrente_inleg"] += inleg


def read_keuzes(lezing: Lezing, waarde: Any) -> None:
    """The choices of the municipality for this household; what is a judgement needs a reason."""
    fouten, feiten = lezing.fouten, lezing.feiten
    keuzes, waar = c.blok(waarde, "keuzes", fouten, KEUZES), "keuzes."
    get = keuzes.get
    feiten["verlaging_27"] = c.procent(get("verlaging_art27_procent"), waar, "verlaging_art27_procent", fouten)
    feiten["verlaging_28"] = c.procent(get("verlaging_art28_procent"), waar, "verlaging_art28_procent", fouten)
    feiten["stelsel"] = _stelsel(get("regime_vrijlating"), waar, "regime_vrijlating", fouten)
    feiten["procent_eerst"] = _afronding(get("afronding_kostendelers"), waar, "afronding_kostendelers", fouten) == 1
    c.tekst(get("toelichting"), waar, "toelichting", fouten)
    if get("afstemming_art18") is not None:
        _read_afstemming(lezing, get("afstemming_art18"))
    if get("bufferbudget") is not None:
        blok = _met_reden(lezing, get("bufferbudget"), "keuzes.bufferbudget", "bedrag")
        feiten["bufferbudget"] = c.geld(blok.get("bedrag"), "keuzes.bufferbudget.", "bedrag", fouten)
    if get("ingangsdatum_eerder") is not None:
        blok = _met_reden(lezing, get("ingangsdatum_eerder"), "keuzes.ingangsdatum_eerder", "datum")
        feiten["ingang_eerder"] = c.dag(blok.get("datum"), "keuzes.ingangsdatum_eerder.", "datum", fouten)
    if get("vrijlating") is not None:
        _read_vrijlating(lezing, get("vrijlating"))


def _met_reden(lezing: Lezing, waarde: Any, plek: str, verplicht: str, *meer: str) -> dict[str, Any]:
    before = len(lezing.fouten)
    blok = c.blok(waarde, plek, lezing.fouten, (verplicht, "reden", *meer))
    if len(lezing.fouten) > before:
        return {}
    if blok.get(verplicht) is None:
        lezing.fouten.append(f"{plek}.{verplicht}: deze sleutel ontbreekt. Vul hem in, of haal {plek} weg.")
    if not c.tekst(blok.get("reden"), plek + ".", "reden", lezing.fouten).strip():
        lezing.fouten.append(f"{plek}.reden: schrijf waarom de gemeente dit kiest.")
    return blok


def _read_afstemming(lezing: Lezing, waarde: Any) -> None:
    plek = "keuzes.afstemming_art18"
    blok = _met_reden(lezing, waarde, plek, "bedrag", "richting")
    hoger = _richting(blok.get("richting"), plek + ".", "richting", lezing.fouten)
    bedrag = c.geld(blok.get("bedrag"), plek + ".", "bedrag", lezing.fouten)
    lezing.feiten["afstemming_hoger" if hoger else "afstemming_lager"] = bedrag


def _read_vrijlating(lezing: Lezing, waarde: Any) -> None:
    fouten, plek = lezing.fouten, "keuzes.vrijlating"
    if not isinstance(waarde, dict):
        fouten.append(f"{plek}: schrijf hier per persoon een blok, met het id van de persoon ervoor.")
        return
    for naam, keuze in waarde.items():
        rol = lezing.rollen.get(naam)
        if rol is None:
            fouten.append(f"{plek}.{naam}: {c.toon(naam)} staat niet bij personen. Gebruik het id van een persoon.")
        elif rol > 1:
            fouten.append(f"{plek}.{naam}: een vrijlating kan alleen voor de aanvrager of de partner.")
        elif keuze is not None:
            wie = ("_a", "_p")[rol]
            blok, waar = c.blok(keuze, f"{plek}.{naam}", fouten, ("regeling", "maanden_gebruikt")), f"{plek}.{naam}."
            lezing.feiten["regeling" + wie] = _regeling(blok.get("regeling"), waar, "regeling", fouten)
            lezing.feiten["maanden_gebruikt" + wie] = _maanden(
                blok.get("maanden_gebruikt"), waar, "maanden_gebruikt", fouten
            )
