"""Every sentence the reader says about a paper, under a code. The code is kept with the paper, so that another language
can say the same; `inhoud/teksten` has each of them per language, and the Dutch there is the Dutch here (a test).

The modules that say a sentence take it from here. Why a whole file was refused stands in `inname.fout` under its code;
the readers of pages say some of those more exactly, and those stand here too.
"""

from __future__ import annotations

import re
from functools import cache

from opstap.lezen.inname.fout import UITLEG

ZINNEN = {
    # questions at a field
    "lezingen_verschillen": "twee lezingen verschillen",
    "niet_zeker": "niet goed te lezen",
    "meer_bedragen": "er staat meer dan een bedrag per maand",
    "saldi_kloppen_niet": "de bedragen en de saldi samen kloppen niet",
    "af_of_bij": "bij {aantal} bedragen is niet te zien of ze af of bij zijn",
    "netto_boven_bruto": "netto is hoger dan bruto",
    # about a page or a paper
    "onscherp": "De foto is niet scherp. Houd de telefoon stil, tik op het papier om scherp te stellen en maak de "
    "foto opnieuw.",
    "donker": "De foto is erg donker. Leg het papier bij een raam of onder een lamp en maak de foto opnieuw.",
    "glans": "Er valt te veel licht op een deel van het papier. Houd de telefoon iets schuin of doe de flits uit.",
    "klein": "De letters zijn te klein om te lezen. Houd de telefoon dichter bij het papier, zodat het papier de hele "
    "foto vult.",
    "leeg_blad": "Op deze bladzijde staat niets dat te lezen is. Draai het papier om, of maak een nieuwe foto.",
    "meer_bladzijden": "Dit bestand heeft meer dan {maximum} bladzijden. De eerste {maximum} zijn gelezen; deel het "
    "bestand op voor de rest.",
    "meer_inkt": "Op bladzijde {nummer} staat misschien meer dan wij konden lezen. Kijk of alles goed op de foto "
    "staat.",
    "niets": "Op dit papier konden wij niets lezen. Maak een nieuwe foto bij goed licht, met het hele papier in beeld.",
    "optelling_klopt_niet": "Deze optelling klopt niet: beginsaldo en bedragen samen zijn niet het eindsaldo. "
    "Misschien ontbreekt er een stuk.",
    "regels_onleesbaar": "Niet elke regel van dit bankbestand was te lezen. Kijk of alles erop staat.",
    "vreemde_munt": "Dit afschrift is niet in euro's. De bedragen zijn niet omgerekend.",
    "gekapt": "Bij een bedrag stond meer dan twee cijfers achter de komma. Het is afgerond op hele centen.",
    "pdf_programma": "In deze pdf zit een programmaatje of een opdracht. Wij lezen alleen de bladzijden.",
    "pdf_bijlage": "In deze pdf zit nog een bestand. Wij lezen alleen de bladzijden. Is dat bestand nodig? Stuur het "
    "dan los.",
    "pdf_formulier": "Deze pdf is een los formulier. Zijn de antwoorden niet te zien? Kies Afdrukken en Opslaan als "
    "pdf.",
    "document_ingebed": "In dit document zit nog een bestand. Wij lezen alleen de woorden en de foto's.",
    "document_van_buiten": "Dit document haalt gegevens van buiten. Dat doen wij niet: wij lezen alleen wat erin "
    "staat.",
    # why a file was refused, said by the readers of pages
    "foto_beschadigd": "Deze foto is beschadigd en gaat niet open. Maak de foto opnieuw, of sla het bestand opnieuw "
    "op.",
    "foto_te_groot": "Deze afbeelding is te groot om te lezen. Maak een gewone foto van de bladzijde, of een scan van "
    "300 dpi.",
    "pdf_beschadigd": "Dit PDF-bestand is beschadigd en gaat niet open. Download het opnieuw, of maak een foto van "
    "het papier.",
    "pdf_op_slot": "Dit bestand zit op slot. Typ het wachtwoord erbij, of open het bestand zelf, kies Afdrukken en "
    "dan Opslaan als PDF, en lever dat nieuwe bestand in.",
    "pdf_leeg": "Dit PDF-bestand heeft geen bladzijden. Download het opnieuw, of maak een foto van het papier.",
    "lezen_te_lang": "Dit bestand kost te veel tijd om te lezen. Lever de bladzijden los in, of maak er foto's van.",
    "lezen_beschadigd": "Dit bestand is zo beschadigd dat het niet gelezen kan worden. Download het opnieuw, of maak "
    "een foto van het papier.",
    "geen_bladzijde": "Dit soort bestand kan ik niet als bladzijde lezen. Lever een PDF of een foto in.",
}
_PLACE = re.compile(r"\\\{(\w+)\\\}")
Noot = tuple[str, dict[str, int]]


def herken(zin: str) -> Noot | None:
    """The code of a sentence of the reader and the numbers it fills in; None for a sentence that is not the reader's.

    Asked when a reading is kept, never when it is shown: between the reading processes only sentences travel.
    """
    code = _whole().get(zin)
    if code is not None:
        return code, {}
    for code, pattern in _patterns():
        if found := pattern.fullmatch(zin):
            return code, {name: int(value) for name, value in found.groupdict().items()}
    return None


@cache
def _whole() -> dict[str, str]:
    return {zin: code for code, zin in (UITLEG | ZINNEN).items() if "{" not in zin}


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(code, re.compile(_as_pattern(zin))) for code, zin in ZINNEN.items() if "{" in zin]


def _as_pattern(zin: str) -> str:
    """The sentence with a number at each place; a place that stands twice holds the same number."""
    seen: set[str] = set()

    def place(found: re.Match[str]) -> str:
        name = found.group(1)
        known = name in seen
        seen.add(name)
        return f"(?P={name})" if known else rf"(?P<{name}>\d+)"

    return _PLACE.sub(place, re.escape(zin))
