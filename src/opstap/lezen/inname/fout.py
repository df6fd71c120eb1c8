"""Why a file could not be read: a code for programs and one plain sentence that says how to go on.

The sentences stand here and nowhere else; none of them is ever built from the content of a file.
"""

from __future__ import annotations

from opstap.lezen.fouten import LeesFout

UITLEG = {
    "leeg": "Dit bestand is leeg. Probeer het nog een keer, of maak een foto van het papier.",
    "te_groot": "Dit bestand is groter dan 50 MB. Maak een foto van elke bladzijde, of sla het kleiner op.",
    "te_lang": "Dit bestand heeft meer dan 300 bladzijden. Stuur alleen de bladzijden die nodig zijn.",
    "te_groot_blad": "Een bladzijde in dit bestand is groter dan wij kunnen lezen. Maak er een foto van.",
    "wachtwoord": "Dit bestand zit op slot. Geef het wachtwoord, of open het, kies Afdrukken en dan Opslaan als pdf.",
    "wachtwoord_past_niet": "Dit wachtwoord past niet. Probeer het nog een keer, of open het bestand, kies Afdrukken "
    "en dan Opslaan als pdf.",
    "archief": "Dit is een ingepakte map (zip). Pak de map uit en stuur de bestanden los.",
    "uitpakgrens": "Dit bestand wordt bij het uitpakken veel te groot. Sla het op als pdf en stuur het dan opnieuw.",
    "macro": "In dit bestand zit een programmaatje. Sla het op als pdf en stuur het dan opnieuw.",
    "twee_soorten": "Dit bestand is twee soorten tegelijk. Open het, sla het op als pdf en stuur het dan opnieuw.",
    "beschadigd": "Dit bestand is beschadigd. Haal het opnieuw op of maak een foto van het papier.",
    "soort": "Dit soort bestand kunnen wij niet lezen. Sla het op als pdf, of maak een foto van het papier.",
    "rekenblad": "Een rekenblad kunnen wij niet lezen. Sla het op als pdf. Is het van uw bank? Kies daar CSV of pdf.",
    "oud_document": "Dit oude soort document kunnen wij niet lezen. Open het en sla het op als pdf.",
    "programma": "Dit is een programma of een webpagina. Wij lezen alleen papieren. Stuur een pdf of een foto.",
    "tekening": "Een tekening (svg) kunnen wij niet lezen. Sla haar op als pdf of maak een foto.",
    "verwijzing": "Dit bestand haalt gegevens van buiten of herhaalt zichzelf. Haal het opnieuw op bij uw bank.",
    "bank_onbekend": "Wij zien een lijst, maar niet van welke bank. Haal bij uw bank een pdf of MT940-bestand op.",
    "bank_kapot": "Dit bankbestand is niet compleet. Haal het opnieuw op bij uw bank, of kies daar pdf.",
    "te_zwaar": "Dit bestand is te zwaar om te lezen. Maak een foto van elke bladzijde, of sla het kleiner op.",
    "diep": "In dit bericht zitten te veel berichten in elkaar. Stuur de bijlagen los.",
    "weg": "Wij kunnen dit bestand niet openen. Kijk of het er nog staat en of u het mag openen.",
    "geen_bestand": "Dit is geen gewoon bestand. Stuur een pdf of een foto.",
    "fout": "Het lezen van dit bestand lukte niet. Sla het op als pdf of maak een foto, en stuur dat.",
}


def fout(code: str) -> LeesFout:
    """The error for a file that cannot be read; `code` is a key of `UITLEG`."""
    return LeesFout(code, UITLEG[code])
