"""Supply, a list, a study, a line of craft and a bundle of Gemeente Voorbeeld, for tests that need one of each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from opstap.keuzehulp.actions.receive_lijst import ReceiveLijst
from opstap.keuzehulp.actions.save_aanbod import SaveAanbod
from opstap.keuzehulp.actions.write_inhoud import WriteInhoud
from opstap.keuzehulp.actions.write_vakkennis import WriteVakkennis
from opstap.keuzehulp.bundel import make_bundel
from opstap.keuzehulp.models import Aanbod, Inhoudstuk, Vakkennisregel
from tests.spelers import Cast

LIJST = "instrument;naam;aanbieder;eigenaar;geldig_tot\norientatie;Kijken;Werkplein;Team;2027-06-30\n;x;y;z;ooit"


def study(**changes: Any) -> dict[str, Any]:
    """A study in the shape of its content file, with its role for help with a cv."""
    bron = {"titel": "Jansen (2026). Samen zoeken", "kort": "Jansen 2026", "vindplaats": "https://voorbeeld.invalid/j",
            "jaar": 2026, "gelezen_in": "het hele stuk"}  # fmt: skip
    return {
        "id": "Jansen2026", "eigenaar": "Bea Smit", "bijgewerkt_op": "2026-09-18", "herzien_voor": "2027-09-18",
        "bron": bron, "soort": "hulp", "mensen": "mensen met bijstand", "land": "Nederland",
        "opzet": "Met een loting.", "uitkomst": "werk", "termijn": "na één jaar", "kort": "Meer mensen vonden werk.",
        "gewone_woorden": "Met deze hulp vonden meer mensen werk.", "zekerheid_omdat": "Er was een loting.",
        "betaald_door": "Niet bekend.", "richting": "positief", "beter_voor": [], "minder_voor": [],
        "zekerheid": "hoog", "directheid": "hoog", "nagekeken": True, "niet_nagekeken": "",
        "koppelingen": [{"instrument": "cv-hulp", "strekking": "voor"}], **changes,
    }  # fmt: skip


def place(**changes: Any) -> dict[str, Any]:
    """A row of the supply by column, without `gestopt`."""
    from datetime import date

    texts = dict.fromkeys(("plaats", "regio", "dagen", "uren", "taal", "kosten", "contact", "laat_vallen", "past_aan"),
        "")  # fmt: skip
    return {
        **texts, "instrument": "orientatie", "naam": "Kijken wat past", "aanbieder": "Werkplein", "soort": "hulp",
        "plekken": 4, "wachttijd_weken": 2, "start_op": None, "eigenaar": "Team Werk",
        "geldig_tot": date(2027, 6, 30), **changes,
    }  # fmt: skip


def save(cast: Cast, aanbod: Aanbod | None = None, **changes: Any) -> Aanbod:
    return SaveAanbod(door=cast.bea, gemeente=cast.gemeente, aanbod=aanbod, waarden=place(**changes)).run()


def write(cast: Cast, stuk: Inhoudstuk | None = None, **changes: Any) -> Inhoudstuk:
    document = study(**changes)
    return WriteInhoud(
        door=cast.bea, gemeente=cast.gemeente, soort="onderzoek", sleutel=document["id"], document=document, stuk=stuk
    ).run()


def craft(cast: Cast, **said: Any) -> Vakkennisregel:
    line = {"instrument": "orientatie", "kant": "voor", "team": "Team Werk",
            "tekst": "Het lukt vaker als de coach de eerste dag meegaat."}  # fmt: skip
    return WriteVakkennis(door=cast.farida, gemeente=cast.gemeente, **(line | said)).run()


def make_kennis(cast: Cast) -> dict[str, UUID]:
    """One of each, by the name of the address that shows it."""
    import json

    row, line, piece = save(cast), craft(cast), write(cast)
    on = {"door": cast.bea, "gemeente": cast.gemeente}
    parts = json.dumps(make_bundel(cast.gemeente, frozenset({"vakkennis"}))).encode()
    lijst = ReceiveLijst(**on, soort="aanbod", naam="lijst.csv", inhoud=LIJST.encode()).run()
    bundel = ReceiveLijst(**on, soort="bundel", naam="bundel.json", inhoud=parts).run()
    names = {row: ("een", "wijzigen", "stoppen")}
    found = {f"beheer:aanbod_{name}": one.pk for one, tails in names.items() for name in tails}
    found |= {f"beheer:{name}": lijst.pk for name in ("inlezing", "inlezing_toepassen", "inlezing_fouten")}
    found |= {f"beheer:{name}": piece.pk for name in ("stuk", "stuk_yaml", "onderzoek_wijzigen")}
    return found | {"beheer:vakkennis_nakijken": line.pk, "beheer:bundel_in": bundel.pk}
