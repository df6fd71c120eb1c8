"""What was said and what is still needed, for looking back and for the receipt (Awb 2:17 lid 2)."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst

from opstap.aanvraag import klok
from opstap.aanvraag.vragen import Vraag, load_vragen
from opstap.dossier.feiten import code_of, current, known, looked_up
from opstap.dossier.models import Dossier, Feit
from opstap.dossier.queries import Papier, papierlijst
from opstap.kern import clock
from opstap.onderdelen.feitwoorden import label, waarde
from opstap.onderdelen.teksten import plat, taal
from opstap.portaal.mijn import Mijn


def said(dossier: Dossier) -> list[dict[str, Any]]:
    """Each question that was asked with its answer in words, and the page to change it."""
    feiten, own, lijst, rows = known(dossier), _of(dossier, Feit.Bron.GEZEGD), load_vragen(), []
    opgezocht = looked_up(dossier)
    for page in lijst.paginas:
        for vraag in lijst.to_ask(page, feiten, clock.today(), opgezocht):
            if vraag.is_answered(feiten, opgezocht):
                answer = _answer(vraag, feiten | own)
                rows.append({"vraag": vraag.tekst("vraag", taal()), "antwoord": answer, "pagina": page.sleutel})
    return rows


def found(dossier: Dossier) -> list[tuple[str, str]]:
    """What registers gave, in words."""
    found = _of(dossier, Feit.Bron.REGISTER)
    shown = [code for code in sorted(found) if not code.endswith("identiteit")]
    return [(label(code), capfirst(waarde(code, found[code]))) for code in shown]


def _of(dossier: Dossier, bron: str) -> dict[str, Any]:
    """What came from this one source, also where a paper has shown something else since."""
    return {code_of(row): row.waarde for row in current(dossier) if row.bron == bron and row.bewijsstuk_id is None}


def copy_of(dossier: Dossier) -> dict[str, Any]:
    """The copy kept with the receipt: as the person read it, in Dutch or in the language of the page."""
    return {
        "gezegd": [[row["vraag"], row["antwoord"]] for row in said(dossier)],
        "opgezocht": [list(row) for row in found(dossier)],
        "taal": taal(),
    }


def open_papers(me: Mijn) -> list[Papier]:
    """The papers that are still asked of this person."""
    aanvraag = me.need_aanvraag()
    day = aanvraag.aangevraagd_op or clock.today()
    return [row for row in papierlijst(me.need_dossier(), day) if row.is_open]


def before_submit(me: Mijn) -> dict[str, Any]:
    dossier = me.need_dossier()
    return {"gezegd": said(dossier), "gevonden": found(dossier), "nodig": open_papers(me),
            "open": load_vragen().open(known(dossier), clock.today(), looked_up(dossier))}  # fmt: skip


def receipt(me: Mijn) -> dict[str, Any]:
    aanvraag = me.need_aanvraag()
    terms = klok.of(aanvraag)
    return {
        "aanvraag": aanvraag, "afschrift": aanvraag.afschrift or {}, "nodig": open_papers(me),
        "besluit_op": terms.get("beslistermijn"), "voorschot_op": terms.get("voorschot"),
    }  # fmt: skip


def _answer(vraag: Vraag, feiten: dict[str, Any]) -> str:
    if feiten[vraag.code] == []:
        return plat(f"portaal.geen_{vraag.sleutel}")
    answer = capfirst(waarde(vraag.code, feiten[vraag.code]))
    amount = feiten.get(vraag.bedrag_code) if vraag.bedrag_code else None
    shows_amount = feiten[vraag.code] is True and amount is not None and vraag.bedrag_code is not None
    return f"{answer}, {waarde(vraag.bedrag_code, amount)}" if shows_amount and vraag.bedrag_code else answer
