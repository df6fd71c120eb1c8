"""The fixed cast: who they are never changes, so that a test reads as a story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from opstap.aanvraag.actions.start_aanvraag import StartAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.dossier.actions.open_dossier import OpenDossier
from opstap.dossier.actions.receive_bestand import ReceiveBestand
from opstap.dossier.models import Bestand, Dossier
from opstap.inwoner.actions.register_inwoner import RegisterInwoner
from opstap.inwoner.models import Inwoner, Machtiging
from opstap.kern import geheim
from opstap.kern.models import Gebruiker, Gemeente, Rol

BSN = {"danielle": "999990019", "karim": "999990020", "fenna": "999990032", "partner": "999990044", "buur": "999990056"}


@dataclass(slots=True)
class Cast:
    """`danielle` applies, `partner` is hers, `helper` has a mandate, `karim` is a stranger to her dossier."""

    gemeente: Gemeente
    buurgemeente: Gemeente
    danielle: Inwoner
    partner: Inwoner
    karim: Inwoner
    buur: Inwoner
    helper: Gebruiker
    farida: Gebruiker
    noor: Gebruiker
    koen: Gebruiker
    omar: Gebruiker
    tessa: Gebruiker
    bea: Gebruiker
    buurconsulent: Gebruiker

    def dossier(self) -> Dossier:
        """Danielle's dossier, with her partner in it."""
        dossier = OpenDossier(door=self.danielle.account, gemeente=self.gemeente, inwoner=self.danielle).run()
        dossier.partner = self.partner
        dossier.save(update_fields=["partner"])
        return dossier

    def aanvraag(self) -> Aanvraag:
        return StartAanvraag(door=self.danielle.account, gemeente=self.gemeente, dossier=self.dossier()).run()

    def everyone(self) -> dict[str, Gebruiker | None]:
        """Each role of the cast by its name in ontwerp.md section 9."""
        return {
            "niemand": None, "aanvrager": self.danielle.account, "partner": self.partner.account, "helper": self.helper,
            "vreemde": self.karim.account, "eigen consulent": self.farida, "andere consulent": self.noor,
            "baliemedewerker": self.omar, "kwaliteitsmedewerker": self.koen, "teammanager": self.tessa,
            "beheerder": self.bea, "consulent van een andere gemeente": self.buurconsulent,
        }  # fmt: skip


def make_gemeente(code: str, naam: str) -> Gemeente:
    return Gemeente.objects.create(
        code=code, naam=naam, telefoon="088 000 12 34", bereikbaar="Maandag t/m vrijdag, 9.00 tot 17.00 uur",
        bezoekadres="Stadhuis, Markt 1", bezoektijden="Maandag en woensdag, 9.00 tot 12.00 uur",
    )  # fmt: skip


def make_inwoner(gemeente: Gemeente, wie: str, voornaam: str, achternaam: str, geboren: date) -> Inwoner:
    return RegisterInwoner(
        door=None, gemeente=gemeente, bsn=BSN[wie], voornaam=voornaam, achternaam=achternaam, geboortedatum=geboren,
        adres="Wilgenlaan 12, Voorbeeld",
    ).run()  # fmt: skip


def make_cast() -> Cast:
    here, next_door = make_gemeente("voorbeeld", "Gemeente Voorbeeld"), make_gemeente("buur", "Gemeente Buurdorp")
    workers = {
        name: Gebruiker.objects.maak(here, name, rol, shown)
        for name, rol, shown in (
            ("farida", Rol.CONSULENT, "Farida Benali"), ("noor", Rol.CONSULENT, "Noor Jansma"),
            ("koen", Rol.KWALITEIT, "Koen de Wit"), ("omar", Rol.BALIE, "Omar Haddad"),
            ("tessa", Rol.TEAMMANAGER, "Tessa Vos"), ("bea", Rol.BEHEERDER, "Bea Smit"),
        )
    }  # fmt: skip
    danielle = make_inwoner(here, "danielle", "Danielle", "Verkerk", date(1985, 3, 14))
    helper = Gebruiker.objects.maak(here, "helper:anja", Rol.INWONER, "Anja Verkerk")
    Machtiging.objects.create(gemeente=here, inwoner=danielle, helper=helper)
    return Cast(
        gemeente=here, buurgemeente=next_door, danielle=danielle, helper=helper, **workers,
        partner=make_inwoner(here, "partner", "Sam", "Verkerk", date(1984, 7, 1)),
        karim=make_inwoner(here, "karim", "Karim", "Bouali", date(1976, 2, 3)),
        buur=make_inwoner(next_door, "buur", "Ilse", "Buurman", date(1990, 1, 1)),
        buurconsulent=Gebruiker.objects.maak(next_door, "farida", Rol.CONSULENT, "Femke Buur"),
    )  # fmt: skip


def hand_in(cast: Cast, dossier: Dossier, inhoud: bytes, naam: str, door: Gebruiker | None = None) -> Bestand:
    """Hand a file in as the applicant (or someone else) would, through the store and the action."""
    stored = geheim.opslag().schrijf(BytesIO(inhoud), 10_000_000)
    action = ReceiveBestand(
        door=door or cast.danielle.account, gemeente=cast.gemeente, dossier=dossier, opgeslagen=stored, naam=naam
    )
    return action.run()
