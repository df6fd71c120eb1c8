"""The forms about supply: one row, a file to read in, and what its columns mean."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from opstap.dossier.opladen import Aangekomen
from opstap.kern import clock, geheim
from opstap.keuzehulp.bundel import DELEN
from opstap.keuzehulp.lijst.bestand import HOOGSTENS_BYTES
from opstap.keuzehulp.lijst.kolommen import KOLOMMEN, NAMEN, Fout, check
from opstap.keuzehulp.lijst.koppelen import Koppelwijze
from opstap.keuzehulp.lijst.plan import difference
from opstap.keuzehulp.models import Aanbod
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.keuzehulp import catalogus
from opstap.onderdelen.teksten import later, t
from opstap.onderdelen.velden import BestandenVeld, DatumVeld, GetalVeld, KeuzeVeld, LijstVeld, MeerkeuzeVeld, TekstVeld

NIET_VERPLICHT = later("algemeen.niet_verplicht")
MAX_ONBEKEND = 40
VAST = ("eigenaar", "geldig_tot")


def help_choices() -> list[tuple[str, str]]:
    """Every kind of help by name."""
    rows = [(key, one.naam) for key, one in catalogus().instrumenten.items()]
    return sorted(rows, key=lambda row: row[1].casefold())


def fault_words(fault: Fout) -> str:
    """What is wrong in one cell, as a sentence that says how to mend it."""
    return t(f"aanbod.fout_{fault.sleutel}", **fault.waarden)


def _text(name: str, **options: Any) -> TekstVeld:
    options.setdefault("help_text", NIET_VERPLICHT)
    return TekstVeld(label=later(f"aanbod.kolom_{name}"), required=False, **options)


class Blad(Formulier):
    """A form with many boxes: above it each error names its box, so that people see which one is meant."""

    def full_clean(self) -> None:
        for field in self.fields.values():
            key = "kies_dit" if isinstance(field, KeuzeVeld) else "vul_in"
            field.error_messages["required"] = t(f"aanbod.{key}", wat=field.label)
        super().full_clean()


class AanbodFormulier(Blad):
    """One row of the supply. What is wrong is said at the field; nothing typed is lost."""

    naam = TekstVeld(label=later("aanbod.kolom_naam"))
    aanbieder = TekstVeld(label=later("aanbod.kolom_aanbieder"), help_text=later("aanbod.aanbieder_uitleg"))
    plaats = _text("plaats")
    regio = _text("regio", max_length=100, help_text=later("aanbod.regio_uitleg"))
    dagen = _text("dagen", max_length=100)
    uren = _text("uren", max_length=100)
    plekken = GetalVeld(label=later("aanbod.kolom_plekken"), required=False, maximum=10_000,
        help_text=later("aanbod.plekken_uitleg"))  # fmt: skip
    wachttijd_weken = GetalVeld(label=later("aanbod.kolom_wachttijd_weken"), required=False, maximum=520,
        help_text=later("aanbod.wacht_uitleg"))  # fmt: skip
    start_op = DatumVeld(label=later("aanbod.kolom_start_op"), required=False)
    taal = _text("taal", max_length=100, help_text=later("aanbod.taal_uitleg"))
    kosten = _text("kosten")
    contact = _text("contact", help_text=later("aanbod.contact_uitleg"))
    laat_vallen = _text("laat_vallen", max_length=500, help_text=later("aanbod.laat_vallen_uitleg"))
    past_aan = _text("past_aan", max_length=500, help_text=later("aanbod.past_aan_uitleg"))
    eigenaar = TekstVeld(label=later("aanbod.kolom_eigenaar"), help_text=later("aanbod.eigenaar_uitleg"))
    geldig_tot = DatumVeld(label=later("aanbod.kolom_geldig_tot"))

    def __init__(self, *args: Any, rij: Aanbod | None = None, **kwargs: Any) -> None:
        self.rij = rij
        if rij is not None:
            kwargs.setdefault("initial", {name: getattr(rij, name) for name in NAMEN})
        super().__init__(*args, **kwargs)
        kinds = [(value, t(f"aanbod.soort_{value}")) for value in Aanbod.Soort.values]
        self.fields["instrument"] = LijstVeld(label=later("aanbod.kolom_instrument"), keuzes=help_choices())
        self.fields["soort"] = KeuzeVeld(label=later("aanbod.kolom_soort"), keuzes=kinds, naast=True, initial="hulp")
        self.order_fields(["soort", "instrument"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors:
            values = {**said, "gestopt": bool(self.rij and self.rij.gestopt)}
            known = self.rij is not None and not difference(self.rij, values)
            for fault in check(values, clock.today(), known=known):
                name = fault.kolom if fault.kolom in self.fields else None
                self.add_error(name, ValidationError(fault_words(fault), fault.sleutel))
        return said

    def said(self) -> dict[str, Any]:
        """A value for each column; whether it stopped is another button."""
        return {name: self.cleaned_data[name] for name in NAMEN if name != "gestopt"}


class BestandFormulier(Formulier):
    """A file to read in. What it is, is judged by what stands in it. Its copy in the store goes with the request."""

    bestand = BestandenVeld(label=later("aanbod.bestand"), accept=".csv,.json,.txt,text/csv,application/json")

    def clean_bestand(self) -> tuple[str, bytes]:
        """The name and the bytes of the one file."""
        files = self.cleaned_data["bestand"]
        if len(files) != 1:
            raise ValidationError(t("aanbod.een_bestand"), "aantal")
        if files[0].size > HOOGSTENS_BYTES:
            raise ValidationError(t("aanbod.bestand_te_groot", mb=HOOGSTENS_BYTES // 1024 // 1024), "te_groot")
        if not isinstance(files[0], Aangekomen):
            raise ValidationError(t("aanbod.bestand_opnieuw"), "niet_bewaard")
        return str(files[0].name), geheim.opslag().lees_alles(files[0].opgeslagen.sleutel, HOOGSTENS_BYTES)


class KoppelFormulier(Formulier):
    """Which column of the file means what, what their names for help mean, and what holds for every row."""

    def __init__(self, *args: Any, kop: list[str], onbekend: list[str], wijze: Koppelwijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.onbekend = [*wijze.hulp, *(name for name in onbekend if name.casefold() not in wijze.hulp)][:MAX_ONBEKEND]
        columns = [(name, name) for name in kop]
        for kolom in KOLOMMEN:
            needed = {"help_text": later("aanbod.kolom_nodig")} if kolom.nodig else {}
            self.fields[f"kolom_{kolom.naam}"] = LijstVeld(
                label=later(f"aanbod.kolom_{kolom.naam}"), keuzes=columns, required=False,
                initial=wijze.kolommen.get(kolom.naam, ""), **needed,
            )  # fmt: skip
        for name in VAST:
            self.fields[f"vast_{name}"] = TekstVeld(
                label=later(f"aanbod.vast_{name}"), required=False, initial=wijze.vast.get(name, "")
            )
        for number, name in enumerate(self.onbekend):
            self.fields[f"hulp_{number}"] = LijstVeld(
                label=name, keuzes=help_choices(), required=False, initial=wijze.hulp.get(name.casefold(), "")
            )

    def said(self) -> dict[str, Any]:
        """The choices as they are kept with the file."""
        cleaned = self.cleaned_data
        return Koppelwijze(
            kolommen={kolom.naam: cleaned[f"kolom_{kolom.naam}"] for kolom in KOLOMMEN
                      if cleaned.get(f"kolom_{kolom.naam}")},
            hulp={name.casefold(): cleaned[f"hulp_{number}"] for number, name in enumerate(self.onbekend)
                  if cleaned.get(f"hulp_{number}")},
            vast={name: cleaned[f"vast_{name}"] for name in VAST if cleaned.get(f"vast_{name}")},
        ).as_json()  # fmt: skip

    def groepen(self) -> list[tuple[str, list[Any]]]:
        """The fields by part of the page; a part without fields is left out."""
        parts = {
            part: [self[name] for name in self.fields if name.startswith(f"{part}_")]
            for part in ("hulp", "kolom", "vast")
        }
        return [(part, fields) for part, fields in parts.items() if fields]


class BundelFormulier(Blad):
    """Which parts of its own content a municipality shares."""

    delen = MeerkeuzeVeld(
        label=later("beheer.bundel.delen"), required=True,
        keuzes=[(deel, later(f"beheer.bundel.deel_{deel}")) for deel in (*DELEN, "vakkennis")],
    )  # fmt: skip
