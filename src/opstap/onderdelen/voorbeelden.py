"""Made-up content for the page that shows every part. Nobody here exists; the bank and the amounts are made up."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static

from opstap.kern.clock import AMSTERDAM
from opstap.kern.geld import Geld
from opstap.onderdelen.delen import Argument, Link, Optie, Plek, Punt, Stap, Tegel, Toets
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.velden import (
    BedragVeld,
    BestandenVeld,
    DatumVeld,
    JaNeeWeetNietVeld,
    KeuzeVeld,
    LijstVeld,
    MailVeld,
    MeerkeuzeVeld,
    TekstVeld,
)


class Voorbeeld(Formulier):
    """One of each field."""

    telefoon = TekstVeld(
        label="Hoe kunnen wij u bellen?", help_text="Bijvoorbeeld 06 12 34 56 78", soort="tel", autocomplete="tel",
        inputmode="tel", kort=True,
    )  # fmt: skip
    mail = MailVeld(label="Uw e-mailadres", required=False)
    vraag = TekstVeld(label="Uw vraag", regels=4)
    sinds = DatumVeld(label="Vanaf wanneer woont u hier?")
    gift = JaNeeWeetNietVeld(
        label="Kreeg u dit jaar geld of spullen van iemand?", onder={"ja": ["bedrag"]},
        help_text="Bijvoorbeeld geld van familie, of iemand die uw boodschappen betaalde.",
    )  # fmt: skip
    bedrag = BedragVeld(label="Hoeveel was het samen, ongeveer?")
    brengt = MeerkeuzeVeld(
        label="Wat komt u brengen?",
        keuzes=[("huur", "Huurcontract"), ("bank", "Bankafschriften", "een map of een stapel mag ook")],
    )
    antwoord = KeuzeVeld(
        label="Of geef een antwoord", naast=True, required=False,
        keuzes=[("geen", "Heb ik niet"), ("kwijt", "Kan ik niet vinden"), ("mee", "Breng ik mee"), ("al", "Hebt u al")],
    )  # fmt: skip
    contact = LijstVeld(
        label="Hoe kiest u?", keuzes=[("bericht", "Bericht"), ("bel", "Bellen")], required=False
    )
    bestand = BestandenVeld(label="Foto of bestand", required=False)

    def volgorde(self) -> list[Any]:
        """The fields as they stand on the page; what belongs under an answer is drawn there."""
        return [self[name] for name in self.fields if name != "bedrag"]


FOUT = {
    "telefoon": ["06 12"], "vraag": [""], "sinds": ["31 augstus"], "gift": ["ja"], "bedrag": ["drie hondert"],
    "mail": ["danielle@"], "brengt": ["huur"],
}  # fmt: skip
VANDAAG = date(2026, 9, 18)


def alles(request: HttpRequest) -> dict[str, Any]:
    """The context of the page `/onderdelen/`."""
    form = Voorbeeld.van(request) if request.method == "POST" else Voorbeeld(_querydict(FOUT))
    return {"form": form, "leeg_form": Voorbeeld(auto_id="leeg_%s")} | _parts()


def _parts() -> dict[str, Any]:
    return {
        "vandaag_vb": VANDAAG,
        "termijn": {"van": date(2026, 9, 1), "tot": date(2026, 11, 3), "stil": [(date(2026, 9, 11), None)]},
        "punten": _punten(),
        "stappen": _stappen(),
        "plekken": _plekken(),
        "beeld": static("opstap/voorbeeld-afschrift.svg"),
        "tegels": _tegels(),
        "opties": _opties(),
        "feiten": [("Alvast geld", Geld(100178)), ("Papieren", date(2026, 9, 24)), ("In huis", "zoon Sem (9)")],
        "toetsen": [
            Toets(("J",), "volgende"), Toets(("K",), "vorige"), Toets(("Enter",), "openen"),
            Toets(("Ctrl", "Enter"), "alles klopt, leg vast"), Toets(("/",), "zoek een naam"),
        ],
        "maand_nu": date(2026, 9, 1),
        "moment": datetime(2026, 9, 18, 8, 5, tzinfo=AMSTERDAM),
        "bedrag": Geld(128031),
        "statussen": ["ontbreekt", "deels", "binnen", "niet_leesbaar", "beantwoord", "zoeken_wij_op"],
        "feitstaten": ["gezegd", "gelezen", "bevestigd", "vastgesteld", "verworpen"],
        "verder_staten": ["wacht", "staat_open"],
    }  # fmt: skip


def _punten() -> list[Punt]:
    return [
        Punt(date(2026, 9, 1), "U vroeg bijstand aan. UWV stuurde uw aanvraag naar ons."),
        Punt(
            datetime(2026, 9, 16, 8, 5, tzinfo=AMSTERDAM), "U stuurde 3 papieren. Ze zijn goed aangekomen.",
            links=(Link("Bekijk het ontvangstbewijs", "#papieren"),),
        ),
        Punt(VANDAAG, "Stuur nog 2 papieren, t/m 24 september.", "nu", "U bent aan zet."),
        Punt(date(2026, 11, 3), "U krijgt een brief met ons besluit.", "later", uiterlijk=True),
    ]  # fmt: skip


def _stappen() -> list[Stap]:
    wet = "#redenen"
    return [
        Stap(
            "Norm", "Alleenstaande ouder, van 21 jaar tot de AOW, deelt geen kosten.", Geld(141946),
            (Link("art. 21 a", wet),),
        ),
        Stap(
            "Inkomen", "Netto loon € 412,60. Daarvan telt 25 % niet mee.", Geld(-30945),
            (Link("art. 31 lid 2 n", wet), Link("art. 32", wet)), open="UWV noemt € 398,20.",
        ),
        Stap("Bijstand per maand", "Norm min inkomen.", Geld(111001), (Link("art. 19", wet),), som=True),
    ]  # fmt: skip


def _plekken() -> list[Plek]:
    return [
        Plek("Rekening", "betaalrekening, eindigt op 4300", (0.06, 0.232, 0.6, 0.285)),
        Plek("Periode", "1 t/m 19 juli 2026", (0.06, 0.302, 0.5, 0.355), staat="bevestigd"),
        Plek(
            "Er kwam binnen", "loon € 412,60", (0.06, 0.615, 0.94, 0.735), aan=True, uitleg="Bewijst: inkomen in juli."
        ),
        Plek("Saldo op 19 juli", Geld(70910), (0.06, 0.857, 0.94, 0.91)),
    ]


def _tegels() -> list[Tegel]:
    return [
        Tegel(date(2026, 6, 1), "binnen"), Tegel(date(2026, 7, 1), "deels", "1 t/m 19"),
        Tegel(date(2026, 8, 1), "ontbreekt"), Tegel(date(2026, 9, 1), "niet_leesbaar", "te donker"),
    ]  # fmt: skip


def _opties() -> list[Optie]:
    return [
        Optie(
            "stap", "Stap voor stap meer uren",
            (Argument("uw_woorden", "“Rustig aan.”"),
             Argument("onderzoek", "Leren op een echte werkplek werkt beter dan gewone hulp.", "SBU 2022", "#opties")),
            (Argument("vakkennis", "Het lukt alleen met een werkgever die meedenkt.", "team Werk, 3-2026"),),
            {"wat": "U begint bij een werkgever met weinig uren. Daarna bouwt u op.", "tijd": "4 tot 8 uur per week",
             "waar": "in de buurt", "wie": "één werkgever", "geld": "loon voor de uren; bijstand vult aan",
             "wanneer": "over 3 weken", "eerst": "Uitrekenen wat u overhoudt", "zeker": "Redelijk zeker"},
            "Twee antwoorden passen: rustig opbouwen, en 4 tot 12 uur.", date(2026, 7, 1),
        ),
        Optie(
            "niets", "Nog niets extra",
            (Argument("uw_woorden", "“Thuis zorg ik ook voor mijn moeder.”"),),
            (Argument("uw_woorden", "“Ik wil weer onder de mensen zijn.”"),),
            {"wat": "U gaat zelf verder. Wij spreken af wanneer wij weer praten.", "tijd": "geen vaste tijd",
             "waar": "thuis", "wie": "u zelf, uw mensen", "geld": "uw bijstand blijft gelijk", "wanneer": "meteen",
             "eerst": "Dag afspreken voor het volgende gesprek", "zeker": "Redelijk zeker, klein verschil"},
            "Deze keuze staat er altijd.", date(2026, 7, 1),
        ),
    ]  # fmt: skip


def _querydict(values: dict[str, list[str]]) -> Any:
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    for name, rows in values.items():
        data.setlist(name, rows)
    return data
