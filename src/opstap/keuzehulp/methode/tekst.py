"""The options as readable Dutch text, for a person at the command line or on paper."""

from __future__ import annotations

from textwrap import fill

from opstap.keuzehulp.methode.uitkomst import Argument, Optie, Uitkomst

BREEDTE = 96
RIJ_NAMEN = {
    "wat_is_het": "Wat is het?",
    "dagen": "Dagen",
    "uren": "Uren",
    "duur": "Hoe lang?",
    "plaats": "Waar?",
    "samen_of_alleen": "Samen of alleen?",
    "geld": "Geld",
    "reizen": "Reizen",
    "wachttijd": "Wanneer kan het?",
    "wat_vraagt_het": "Wat vraagt het van u?",
}
SOORT_NAMEN = {
    "uw_woorden": "Uw woorden",
    "onderzoek": "Onderzoek",
    "vakkennis": "Vakkennis",
    "hier_gemeten": "Hier gemeten",
}


def as_text(uitkomst: Uitkomst) -> str:
    """The whole outcome as text. The order says nothing about what is best."""
    lines = ["Welke stap kiest u nu?", uitkomst.uitleg, ""]
    lines += [f"Let op: {line}" for line in uitkomst.waarschuwingen]
    lines += [f"Vraag: {line}" for line in uitkomst.vragen]
    for optie in uitkomst.opties:
        lines += _optie(optie)
    lines += _optie(uitkomst.niets_extra)
    lines += ["", "Dit kan ernaast", "==============="]
    for optie in uitkomst.ernaast:
        lines += ["", f"{optie.naam}: {optie.rijen['wat_is_het']}", f"  {optie.zekerheid_tekst}"]
        lines += [f"  Eerst regelen: {thing}" for thing in optie.eerst_regelen]
    lines += ["", "Wat zou dit veranderen?", "======================="]
    lines += [f"- “{row.zin}”: {row.anders_dan}" for row in uitkomst.wat_verandert_dit] or ["- U liet alles open."]
    lines += ["", "Alle andere hulp", "================"]
    lines += [f"- {row.naam}: {row.reden}" for row in uitkomst.meer]
    return "\n".join(fill(line, BREEDTE, subsequent_indent="  ") if line else "" for line in lines)


def _optie(optie: Optie) -> list[str]:
    lines = ["", optie.naam, "=" * len(optie.naam)]
    lines += [f"{RIJ_NAMEN[key]} {text}" for key, text in optie.rijen.items()]
    lines += ["Ervoor", *(_argument(argument) for argument in optie.voor)]
    lines += ["Ertegen", *(_argument(argument) for argument in optie.tegen)]
    lines += [f"Eerst regelen: {'; '.join(optie.eerst_regelen) or 'niets'}"]
    lines += [f"Hoe zeker weten wij dit? {optie.zekerheid_tekst}", f"Waarom staat dit hier? {optie.waarom_hier}"]
    return lines


def _argument(argument: Argument) -> str:
    return f"- {SOORT_NAMEN[argument.soort]}: {argument.tekst} ({argument.bron_tekst})"
