"""The form for a study: the same content as its file, in the order in which people tell about research."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from opstap.beheer.formulieren_aanbod import NIET_VERPLICHT, Blad, help_choices
from opstap.kern import clock
from opstap.keuzehulp.methode.model import STREKKINGEN
from opstap.onderdelen.teksten import later, t
from opstap.onderdelen.velden import DatumVeld, GetalVeld, JaNeeWeetNietVeld, KeuzeVeld, LijstVeld, TekstVeld

KOPPELINGEN = 4
BRON = ("titel", "kort", "vindplaats", "jaar", "gelezen_in")
HONDERD = ("groep_met", "met", "groep_zonder", "zonder", "uitkomst", "termijn", "marge")
LIJSTEN = ("beter_voor", "minder_voor")
WOORDEN = (
    "mensen", "land", "opzet", "uitkomst", "termijn", "kort", "gewone_woorden", "zekerheid_omdat", "betaald_door",
)  # fmt: skip


def _keuze(name: str, values: tuple[str, ...], **options: Any) -> KeuzeVeld:
    rows = [(value, later(f"beheer.onderzoek.{name}_{number}")) for number, value in enumerate(values)]
    return KeuzeVeld(label=later(f"beheer.onderzoek.{name}"), keuzes=rows, naast=True, **options)


def _tekst(name: str, **options: Any) -> TekstVeld:
    if not options.get("required", True):
        options.setdefault("help_text", NIET_VERPLICHT)
    return TekstVeld(label=later(f"beheer.onderzoek.{name}"), **options)


class OnderzoekFormulier(Blad):
    """A study without a source does not get through; nor does a number that nobody read in the source."""

    sleutel = _tekst("sleutel", kort=True, max_length=60, help_text=later("beheer.onderzoek.sleutel_uitleg"))
    bron_titel = _tekst("bron_titel", regels=2)
    bron_kort = _tekst("bron_kort", help_text=later("beheer.onderzoek.bron_kort_uitleg"))
    bron_vindplaats = _tekst("bron_vindplaats", help_text=later("beheer.onderzoek.bron_vindplaats_uitleg"))
    bron_jaar = GetalVeld(label=later("beheer.onderzoek.bron_jaar"), minimum=1950, maximum=2100)
    bron_gelezen_in = _tekst("bron_gelezen_in", help_text=later("beheer.onderzoek.bron_gelezen_in_uitleg"))
    mensen = _tekst("mensen")
    land = _tekst("land")
    opzet = _tekst("opzet", regels=2, help_text=later("beheer.onderzoek.opzet_uitleg"))
    uitkomst = _tekst("uitkomst", help_text=later("beheer.onderzoek.uitkomst_uitleg"))
    termijn = _tekst("termijn", help_text=later("beheer.onderzoek.termijn_uitleg"))
    kort = _tekst("kort", regels=2, max_length=300, help_text=later("beheer.onderzoek.kort_uitleg"))
    gewone_woorden = _tekst("gewone_woorden", regels=4, max_length=1200)
    richting = _keuze("richting", ("positief", "nul", "gemengd", "negatief", "negatief/nul"))
    beter_voor = _tekst("beter_voor", regels=2, required=False, help_text=later("beheer.onderzoek.per_regel"))
    minder_voor = _tekst("minder_voor", regels=2, required=False, help_text=later("beheer.onderzoek.per_regel"))
    zekerheid = _keuze("zekerheid", ("hoog", "matig", "laag", "zeer laag"))
    zekerheid_omdat = _tekst("zekerheid_omdat", regels=2)
    directheid = _keuze("directheid", ("hoog", "middel", "laag"))
    betaald_door = _tekst("betaald_door", initial="Niet bekend.", help_text=later("beheer.onderzoek.betaald_uitleg"))
    nagekeken = JaNeeWeetNietVeld(label=later("beheer.onderzoek.nagekeken"), weet_niet=False, naast=True,
        help_text=later("beheer.onderzoek.nagekeken_uitleg"))  # fmt: skip
    niet_nagekeken = _tekst("niet_nagekeken", regels=2, required=False)
    cijfer = _tekst("cijfer", required=False, help_text=later("beheer.onderzoek.cijfer_uitleg"))
    honderd_groep_met = _tekst("honderd_groep_met", required=False, help_text=later("beheer.onderzoek.honderd_uitleg"))
    honderd_met = GetalVeld(label=later("beheer.onderzoek.honderd_met"), required=False, maximum=100)
    honderd_groep_zonder = _tekst("honderd_groep_zonder", required=False)
    honderd_zonder = GetalVeld(label=later("beheer.onderzoek.honderd_zonder"), required=False, maximum=100)
    honderd_uitkomst = _tekst("honderd_uitkomst", required=False)
    honderd_termijn = _tekst("honderd_termijn", required=False)
    honderd_marge = _tekst("honderd_marge", required=False)
    eigenaar = _tekst("eigenaar", help_text=later("beheer.onderzoek.eigenaar_uitleg"))
    herzien_voor = DatumVeld(label=later("beheer.onderzoek.herzien_voor"), niet_voor=clock.today)

    def __init__(self, *args: Any, vast: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if vast:
            self.fields["sleutel"].widget.attrs["readonly"] = "readonly"
        roles = [(value, t(f"beheer.onderzoek.strekking_{value}")) for value in STREKKINGEN]
        for number in range(KOPPELINGEN):
            self.fields[f"hulp_{number}"] = LijstVeld(
                label=later("beheer.onderzoek.koppel_hulp", nummer=number + 1), keuzes=help_choices(), required=False)
            self.fields[f"strekking_{number}"] = LijstVeld(
                label=later("beheer.onderzoek.koppel_strekking"), keuzes=roles, required=False)
            for side in ("voor", "tegen"):
                self.fields[f"{side}_{number}"] = TekstVeld(
                    label=later(f"beheer.onderzoek.koppel_{side}"), help_text=NIET_VERPLICHT, required=False,
                    max_length=200)  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Both halves of the hundred go together; a coupling says what it means."""
        said = super().clean() or self.cleaned_data
        given = [name for name in HONDERD if said.get(f"honderd_{name}") not in (None, "")]
        for name in set(HONDERD) - set(given) if given else ():
            self.add_error(f"honderd_{name}", t("beheer.onderzoek.fout_honderd"))
        for number in range(KOPPELINGEN):
            if bool(said.get(f"hulp_{number}")) != bool(said.get(f"strekking_{number}")):
                self.add_error(f"strekking_{number}", t("beheer.onderzoek.fout_koppeling"))
        return said

    def document(self) -> dict[str, Any]:
        """The document of the content file."""
        said = self.cleaned_data
        found: dict[str, Any] = {
            "id": said["sleutel"], "eigenaar": said["eigenaar"], "bijgewerkt_op": clock.today().isoformat(),
            "herzien_voor": said["herzien_voor"].isoformat(),
            "bron": {name: said[f"bron_{name}"] for name in BRON}, "soort": "hulp",
            **{name: said[name] for name in WOORDEN}, "richting": said["richting"],
            **{name: [line.strip() for line in said[name].splitlines() if line.strip()] for name in LIJSTEN},
            "zekerheid": said["zekerheid"], "directheid": said["directheid"], "nagekeken": said["nagekeken"] == "ja",
            "niet_nagekeken": said["niet_nagekeken"], "koppelingen": self._links(),
        }  # fmt: skip
        if said["cijfer"]:
            found["cijfer" if found["nagekeken"] else "cijfer_ongelezen"] = said["cijfer"]
        if said["honderd_groep_met"]:
            found["van_de_100"] = {name: said[f"honderd_{name}"] for name in HONDERD}
        return found

    def _links(self) -> list[dict[str, str]]:
        rows = []
        for number in range(KOPPELINGEN):
            row = {"instrument": self.cleaned_data.get(f"hulp_{number}"),
                   "strekking": self.cleaned_data.get(f"strekking_{number}")}  # fmt: skip
            row |= {side: self.cleaned_data.get(f"{side}_{number}") for side in ("voor", "tegen")}
            if row["instrument"]:
                rows.append({key: str(value) for key, value in row.items() if value})
        return rows

    def delen(self) -> list[tuple[str, list[Any]]]:
        """The fields in the parts of the page."""
        parts = {
            "bron": ["sleutel", *(f"bron_{name}" for name in BRON)],
            "wat": ["mensen", "land", "opzet", "uitkomst", "termijn", "kort", "gewone_woorden", "richting", *LIJSTEN],
            "zeker": ["zekerheid", "zekerheid_omdat", "directheid", "betaald_door"],
            "cijfers": ["nagekeken", "niet_nagekeken", "cijfer", *(f"honderd_{name}" for name in HONDERD)],
            "koppeling": [f"{name}_{number}" for number in range(KOPPELINGEN)
                          for name in ("hulp", "strekking", "voor", "tegen")],
            "wie": ["eigenaar", "herzien_voor"],
        }  # fmt: skip
        return [(part, [self[name] for name in names]) for part, names in parts.items()]


def initial(sleutel: str, document: Mapping[str, Any]) -> dict[str, Any]:
    """What the form starts with for a study that was written before."""
    found: dict[str, Any] = {"sleutel": sleutel}
    found |= {f"bron_{name}": value for name, value in document.get("bron", {}).items()}
    found |= {f"honderd_{name}": value for name, value in document.get("van_de_100", {}).items()}
    plain = (*WOORDEN, "richting", "zekerheid", "directheid", "niet_nagekeken", "eigenaar")
    found |= {name: document.get(name, "") for name in plain}
    found |= {name: "\n".join(document.get(name, ())) for name in LIJSTEN}
    found["nagekeken"] = "ja" if document.get("nagekeken") else "nee"
    found["cijfer"] = document.get("cijfer") or document.get("cijfer_ongelezen", "")
    found["herzien_voor"] = date.fromisoformat(str(document.get("herzien_voor") or clock.today()))
    for number, link in enumerate(document.get("koppelingen", ())[:KOPPELINGEN]):
        found |= {f"{'hulp' if name == 'instrument' else name}_{number}": value for name, value in link.items()}
    return found
