"""The questions for what is missing (`ontbreekt`), in plain words: rules with outcome yes or no, in order."""

from __future__ import annotations

from typing import Any

from opstap.recht.regels.motor import Regel, regel
from opstap.recht.regels.ops import en, niet

VRAGEN: dict[str, tuple[str, str]] = {}
"""Rule → (what is missing, the question in plain words)."""
REGELS: list[Regel] = []


def _vraag(gegeven: str, vraag: str) -> Any:
    def make(functie: Any) -> Regel:
        each = regel("art. 53a lid 1 Pw", soort="ja_nee")(functie)
        VRAGEN[each.naam] = (gegeven, vraag)
        REGELS.append(each)
        return each

    return make


@_vraag("geboortedatum", "Wanneer bent u (en uw partner) geboren?")
def vraag_geboortedatum(leeftijd_bekend: Any, niemand_recht: Any) -> Any:
    return niet(leeftijd_bekend) & niet(niemand_recht)


@_vraag("geboortedatum_kind", "Wanneer is uw kind geboren?")
def vraag_kind(kind_leeftijd_mist: Any, niemand_recht: Any) -> Any:
    return kind_leeftijd_mist & niet(niemand_recht)


@_vraag("geboortedatum_medebewoner", "Hoe oud zijn de mensen met wie u woont?")
def vraag_medebewoner(leeftijden_missen: Any, niemand_recht: Any) -> Any:
    return en(leeftijden_missen > 0, niet(niemand_recht))


@_vraag("rechtmatig_verblijf", "Bent u Nederlander, of hebt u een verblijfsdocument waarmee u hier mag wonen?")
def vraag_verblijf(verblijf_bekend: Any, uitgesloten_a: Any) -> Any:
    return niet(verblijf_bekend) & niet(uitgesloten_a)


@_vraag("in_inrichting", "Woont u in een instelling waar u zorg of begeleiding krijgt?")
def vraag_inrichting(inrichting_bekend: Any, uitgesloten_a: Any) -> Any:
    return niet(inrichting_bekend) & niet(uitgesloten_a)


@_vraag("ouderschapsverlof", "Is uw onbetaald verlof ouderschapsverlof?")
def vraag_verlof(soort_verlof_mist: Any) -> Any:
    return soort_verlof_mist


@_vraag("inkomsten", "Welk geld krijgt u (en uw partner) elke maand, zoals loon of een uitkering?")
def vraag_inkomsten(inkomsten_bekend: Any, niemand_recht: Any) -> Any:
    return niet(inkomsten_bekend) & niet(niemand_recht)


@_vraag("vermogen", "Hoeveel geld staat er op uw rekeningen, wat is uw bezit waard en welke schulden hebt u?")
def vraag_vermogen(vermogen_bekend: Any, niemand_recht: Any) -> Any:
    return niet(vermogen_bekend) & niet(niemand_recht)


@_vraag(
    "bedrag_norm", "Het bedrag van deze norm is voor deze datum niet gevonden. Welk bedrag staat in de Staatscourant?"
)
def vraag_norm(bijstandsnorm: Any, niemand_recht: Any) -> Any:
    return (bijstandsnorm < 0) & niet(niemand_recht)


@_vraag(
    "bedrag_vrijlating",
    "Een vrij te laten bedrag is voor deze datum niet gevonden. Welk bedrag staat in de Staatscourant?",
)
def vraag_vrijlating(inkomsten_bekend: Any, inkomen_bekend: Any, niemand_recht: Any) -> Any:
    return inkomsten_bekend & niet(inkomen_bekend) & niet(niemand_recht)


@_vraag(
    "bedrag_vermogen", "Een vermogensgrens is voor deze datum niet gevonden. Welk bedrag staat in de Staatscourant?"
)
def vraag_grens(grens_bekend: Any, kind_leeftijd_mist: Any, vermogen_bekend: Any, niemand_recht: Any) -> Any:
    return vermogen_bekend & niet(grens_bekend) & niet(kind_leeftijd_mist) & niet(niemand_recht)
