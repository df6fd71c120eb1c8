"""The money and the choices of a document: `inkomsten`, `vermogen` and `keuzes`, read into the facts of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from opstap.recht.regels import controle as c
from opstap.recht.regels.ops import plus_maanden
from opstap.recht.regels.velden import A34, REGELINGEN, STELSELS

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
    "spaargeld_bijstand": "spaargeld_bijstand",
    "immateriele_schade": "immateriele_schade",
}
KIND_VRIJ = frozenset({"loon", "uitkering"})
INKOMEN_SLEUTELS = frozenset(
    {
        "persoon",
        "soort",
        "netto",
        "onderwijs",
        "woont",
        "eenoudertoeslag",
        "eerder_dit_jaar",
        "met_loonkostensubsidie",
    }
)
BEZIT_SLEUTELS = frozenset({"soort", "waarde", "inleg_per_jaar", "waardetoename"})
LIJFRENTE_SLEUTELS = ("inleg_per_jaar", "waardetoename")
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
REGELING_SLEUTELS = frozenset({"regeling", "maanden_gebruikt", "verlengd_maanden", "reden"})
HOOGSTE_REGELS = 200
_stelsel, _afronding = c.een_van(STELSELS), c.een_van(("breuk", "procent_eerst"))
_regeling, _maanden = c.een_van(REGELINGEN), c.geheel(600)
_onderwijs, _woont = c.een_van(("", "ho", "mbo")), c.een_van(("", "thuis", "uit"))
_richting = c.een_van(("verlaging", "verhoging"))


def read_inkomsten(lezing: Lezing, waarde: Any) -> None:
    """Add up the income of each adult by kind; that of dependent children apart, that of housemates not at all."""
    lezing.feiten["inkomsten_bekend"] = True
    fouten = lezing.fouten
    regels = c.lijst(waarde, "", "inkomsten", fouten, HOOGSTE_REGELS)
    for plaats, regel in enumerate(regels):
        plek = f"inkomsten[{plaats}]"
        before = len(fouten)
        regel = c.blok(regel, plek, fouten, INKOMEN_SLEUTELS)
        if len(fouten) == before:
            _read_inkomen(lezing, regel, plek + ".")
    if not fouten:
        _keep_subsidie(lezing, regels)


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
    if regel.get("met_loonkostensubsidie") is not None:
        c.ja_nee(regel["met_loonkostensubsidie"], waar, "met_loonkostensubsidie", lezing.fouten)
        if soort != "loon":
            lezing.fouten.append(f"{waar}met_loonkostensubsidie: deze sleutel hoort alleen bij soort loon.")
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


def _keep_subsidie(lezing: Lezing, regels: list[dict[str, Any]]) -> None:
    """Which wages are not from an employment with wage cost subsidy (art. 10d), and whether that is left unsaid.

    Who says so of one wage says of the others that they are not; of one single wage it need not be said.
    """
    for wie, naam in lezing.namen.items():
        lonen = [each for each in regels if each["soort"] == "loon" and each["persoon"] == naam]
        gezegd = [each.get("met_loonkostensubsidie") for each in lonen]
        wel = True in gezegd
        if wel or False in gezegd:
            lezing.feiten["loon_zonder_subsidie" + wie] = sum(
                c.geld(each["netto"], "", "netto", lezing.fouten)
                for each, ja in zip(lonen, gezegd, strict=True)
                if ja is False or (wel and ja is None)
            )
        lezing.feiten["loon_ongezegd" + wie] = not wel and gezegd.count(None) > 1


def read_vermogen(lezing: Lezing, waarde: Any) -> None:
    """Add up possessions by kind; of annuities also the growth and the most paid in within a year of the last five."""
    lezing.feiten["vermogen_bekend"] = True
    fouten = lezing.fouten
    for plaats, regel in enumerate(c.lijst(waarde, "", "vermogen", fouten, HOOGSTE_REGELS)):
        plek = f"vermogen[{plaats}]"
        before = len(fouten)
        regel = c.blok(regel, plek, fouten, BEZIT_SLEUTELS)
        if len(fouten) > before:
            continue
        _read_bezit(lezing, regel, plek)


def _read_bezit(lezing: Lezing, regel: dict[str, Any], plek: str) -> None:
    fouten, feiten, waar, soort = lezing.fouten, lezing.feiten, plek + ".", regel.get("soort")
    if not isinstance(soort, str) or soort not in SOORTEN_BEZIT:
        fouten.append(f"{waar}soort: {c.toon(soort)} ken ik niet. Kies uit: {', '.join(SOORTEN_BEZIT)}.")
        return
    if regel.get("waarde") is None:
        fouten.append(f"{waar}waarde: deze sleutel ontbreekt. Schrijf een bedrag, zoals 1200.00.")
        return
    waarde = c.geld(regel["waarde"], waar, "waarde", fouten)
    feiten[SOORTEN_BEZIT[soort]] += waarde
    if soort != "lijfrente":
        fouten.extend(
            f"{waar}{sleutel}: deze sleutel hoort alleen bij soort lijfrente."
            for sleutel in LIJFRENTE_SLEUTELS
            if regel.get(sleutel) is not None
        )
        return
    groei = c.geld(regel.get("waardetoename"), waar, "waardetoename", fouten)
    if groei > waarde:
        fouten.append(
            f"{waar}waardetoename: {c.toon(regel['waardetoename'])} is meer dan de waarde. Kijk ze allebei na."
        )
    feiten["lijfrente_groei"] += groei
    feiten["lijfrente_inleg"] += c.geld(regel.get("inleg_per_jaar"), waar, "inleg_per_jaar", fouten)


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
            _read_regeling(lezing, keuze, f"{plek}.{naam}", ("_a", "_p")[rol])


def _read_regeling(lezing: Lezing, keuze: Any, plek: str, wie: str) -> None:
    fouten, feiten, waar = lezing.fouten, lezing.feiten, plek + "."
    blok = c.blok(keuze, plek, fouten, REGELING_SLEUTELS)
    regeling = feiten["regeling" + wie] = _regeling(blok.get("regeling"), waar, "regeling", fouten)
    feiten["maanden_gebruikt" + wie] = _maanden(blok.get("maanden_gebruikt"), waar, "maanden_gebruikt", fouten)
    reden = c.tekst(blok.get("reden"), waar, "reden", fouten)
    verlengd = feiten["maanden_verlengd" + wie] = _maanden(
        blok.get("verlengd_maanden"), waar, "verlengd_maanden", fouten
    )
    if verlengd and regeling != A34:
        fouten.append(f"{waar}verlengd_maanden: verlengen kan alleen bij regeling 34a (art. 34a lid 2).")
    elif verlengd and not reden.strip():
        fouten.append(f"{waar}reden: schrijf waarom de gemeente dit kiest.")
