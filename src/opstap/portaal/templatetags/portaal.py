"""Small helpers for the portal's templates: questions and papers in the language of the reader."""

from __future__ import annotations

from typing import Any

from django import template

from opstap.aanvraag.vragen import Pagina, Vraag
from opstap.dossier.queries import Papier
from opstap.onderdelen.teksten import taal
from opstap.portaal.formulieren import VragenFormulier

register = template.Library()


@register.filter
def paginatitel(pagina: Pagina) -> str:
    return pagina.titel(taal())


@register.filter
def waarom(vraag: Vraag) -> str:
    return vraag.tekst("waarom", taal())


@register.simple_tag
def papiernaam(rij: Papier) -> str:
    return rij.gevraagd.vereiste.label[taal()]


@register.inclusion_tag("portaal/vraagvelden.html")
def vraagvelden(form: VragenFormulier, vraag: Vraag) -> dict[str, Any]:
    """The fields of one question: one field, or rows of people."""
    name = vraag.sleutel
    if vraag.soort != "personen":
        dont_know = f"{name}_weet_niet"
        return {"vraag": vraag, "veld": form[name], "weet_niet": form[dont_know] if dont_know in form.fields else None}
    rows: list[dict[str, Any]] = []
    number = 0
    while f"{name}_{number}_{vraag.feit.velden[0]}" in form.fields:
        fields = [form[f"{name}_{number}_{part}"] for part in vraag.feit.velden]
        rows.append({"velden": fields, "gevuld": any(field.value() for field in fields)})
        number += 1
    return {"vraag": vraag, "rijen": rows, "kop": vraag.tekst("vraag", taal()), "hint": vraag.tekst("uitleg", taal())}
