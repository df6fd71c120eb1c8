"""The forms of the portal. A page of questions is made from the content of the questionnaire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from opstap.aanvraag.antwoorden import WEET_NIET, AntwoordFout, parse_antwoord
from opstap.aanvraag.vragen import Vraag
from opstap.kern.geld import Geld
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.teksten import later, t, taal
from opstap.onderdelen.velden import (
    BestandenVeld,
    JaNeeWeetNietVeld,
    KeuzeVeld,
    MailVeld,
    MeerkeuzeVeld,
    TekstVeld,
)

NIEMAND = "geen"
RIJEN = 4


class VragenFormulier(Formulier):
    """One page of the questionnaire. `antwoorden` afterwards holds fact code → value."""

    def __init__(self, *args: Any, vragen: Iterable[Vraag], feiten: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vragen = list(vragen)
        self.antwoorden: dict[str, Any] = {}
        for vraag in self.vragen:
            self._add(vraag, feiten)

    def clean(self) -> dict[str, Any]:
        for vraag in self.vragen:
            try:
                self.antwoorden |= parse_antwoord(vraag, *self._raw(vraag))
            except AntwoordFout as error:
                self.add_error(self._where(vraag, error), t(error.sleutel, **error.waarden))
        return self.cleaned_data

    def _add(self, vraag: Vraag, feiten: Mapping[str, Any]) -> None:
        common: dict[str, Any] = {"label": vraag.tekst("vraag", taal()), "help_text": vraag.tekst("uitleg", taal()),
            "required": False}
        name, value = vraag.sleutel, feiten.get(vraag.code)
        if vraag.soort in ("ja_nee", "ja_nee_bedrag"):
            below = [f"{name}_bedrag"] if vraag.soort == "ja_nee_bedrag" else []
            self.fields[name] = JaNeeWeetNietVeld(weet_niet=vraag.weet_niet, onder={"ja": below}, **common)
            for field in below:
                self.fields[field] = TekstVeld(label=vraag.tekst("bedrag", taal()), required=False, kort=True,
                    inputmode="decimal")
                self.initial.setdefault(field, _amount(feiten.get(str(vraag.bedrag_code))))
            self._start(name, _ja_nee(value), feiten, vraag)
        elif vraag.soort in ("keuze", "meerkeuze"):
            self._add_choice(vraag, common, feiten)
        elif vraag.soort == "personen":
            self._add_people(vraag, value or [])
        else:
            self.fields[name] = TekstVeld(kort=vraag.soort != "tekst", **common)
            self._start(name, _amount(value) if vraag.soort == "bedrag" else value, feiten, vraag)
            if vraag.weet_niet:
                box = MeerkeuzeVeld(keuzes=[(WEET_NIET, later("algemeen.weet_niet"))], label=later("portaal.of"),
                    required=False)
                self.fields[f"{name}_weet_niet"] = box

    def _add_choice(self, vraag: Vraag, common: dict[str, Any], feiten: Mapping[str, Any]) -> None:
        choices = [(code, _capital(words[taal()])) for code, words in vraag.keuzes.items()]
        value = feiten.get(vraag.code)
        if vraag.soort == "keuze":
            if vraag.weet_niet:
                choices.append((WEET_NIET, later("algemeen.weet_niet")))
            self.fields[vraag.sleutel] = KeuzeVeld(keuzes=choices, **common)
        else:
            none = (NIEMAND, later(f"portaal.geen_{vraag.sleutel}"))
            self.fields[vraag.sleutel] = MeerkeuzeVeld(keuzes=[*choices, none], **common)
            value = [NIEMAND] if value == [] else value
        self._start(vraag.sleutel, value, feiten, vraag)

    def _add_people(self, vraag: Vraag, people: list[dict[str, Any]]) -> None:
        for number in range(max(RIJEN, len(people) + 1)):
            known = people[number] if number < len(people) else {}
            for part in vraag.feit.velden:
                name = f"{vraag.sleutel}_{number}_{part}"
                self.fields[name] = _person_field(part)
                self.initial.setdefault(name, _person_value(known.get(part)))

    def _start(self, name: str, value: Any, feiten: Mapping[str, Any], vraag: Vraag) -> None:
        if vraag.code in feiten:
            self.initial.setdefault(name, WEET_NIET if value is None and vraag.soort in ("ja_nee", "ja_nee_bedrag",
                "keuze") else value)

    def _raw(self, vraag: Vraag) -> tuple[Any, ...]:
        data = self.cleaned_data
        if vraag.soort == "personen":
            return (self.people(vraag),)
        value = data.get(vraag.sleutel)
        if vraag.soort == "meerkeuze":
            if not value:
                raise AntwoordFout("algemeen.fout_verplicht")
            return ([code for code in value if code != NIEMAND],)
        if vraag.soort == "ja_nee_bedrag":
            return (value or "", data.get(f"{vraag.sleutel}_bedrag") or "")
        unknown = data.get(f"{vraag.sleutel}_weet_niet")
        return (WEET_NIET if unknown and not value else value or "",)

    def people(self, vraag: Vraag) -> list[dict[str, str]]:
        """What stands in the rows of people, as typed; empty rows stay out."""
        rows = []
        for number in range(len([name for name in self.fields if name.startswith(f"{vraag.sleutel}_")])):
            row = {part: self.cleaned_data.get(f"{vraag.sleutel}_{number}_{part}") or "" for part in vraag.feit.velden}
            if any(value for part, value in row.items() if part in ("naam", "geboortedatum")):
                rows.append(row)
        return rows

    def _where(self, vraag: Vraag, error: AntwoordFout) -> str:
        if vraag.soort == "personen":
            return f"{vraag.sleutel}_0_{vraag.feit.velden[0]}"
        typed = self.cleaned_data.get(vraag.sleutel)
        return f"{vraag.sleutel}_bedrag" if vraag.soort == "ja_nee_bedrag" and typed == "ja" else vraag.sleutel


def _ja_nee(value: Any) -> str | None:
    return "ja" if value is True else "nee" if value is False else None


def _amount(value: Any) -> str:
    """A kept amount as a person writes it: 1.280,31."""
    return Geld.parse(value).nl.removeprefix("€\u00a0") if value else ""


def _capital(words: str) -> str:
    """An answer row begins with a capital, also where its words are written for the middle of a sentence."""
    return words[:1].upper() + words[1:]


def _person_field(part: str) -> forms.Field:
    from opstap.dossier.voorstellen import feitenlijst

    kind = feitenlijst()[part]
    words = kind.label[taal()]
    if kind.soort == "keuze":
        choices = [(code, text[taal()]) for code, text in kind.keuzes.items() if code != "partner"]
        return KeuzeVeld(keuzes=choices, label=words, required=False)
    if kind.soort == "ja_nee":
        return JaNeeWeetNietVeld(label=words, required=False, naast=True)
    return TekstVeld(label=words, required=False, kort=kind.soort == "datum")


def _person_value(value: Any) -> Any:
    return {True: "ja", False: "nee", None: ""}.get(value, value) if isinstance(value, bool | None) else value


class StuurFormulier(Formulier):
    """Files or photos. The kinds are judged by what is in them, not by their names."""

    bestanden = BestandenVeld(label=later("portaal.papieren.foto_of_bestand"),
        help_text=later("portaal.papieren.foto_uitleg"), accept="")


class BerichtFormulier(Formulier):
    onderwerp = TekstVeld(label=later("portaal.berichten.onderwerp"))
    tekst = TekstVeld(label=later("portaal.berichten.tekst"), regels=6)


class BelFormulier(Formulier):
    telefoon = TekstVeld(label=later("portaal.bel.telefoon"), soort="tel", autocomplete="tel", kort=True)
    dagdeel = KeuzeVeld(
        label=later("portaal.bel.wanneer"),
        keuzes=[(name, later(f"portaal.bel.{name}")) for name in ("ochtend", "middag", "maakt_niet_uit")],
    )
    vraag = TekstVeld(label=later("portaal.bel.vraag"), help_text=later("algemeen.niet_verplicht"), regels=3,
        required=False)


class GegevensFormulier(Formulier):
    telefoon = TekstVeld(label=later("portaal.gegevens.telefoon"), soort="tel", autocomplete="tel", kort=True,
        required=False)
    email = MailVeld(label=later("portaal.gegevens.email"), help_text=later("portaal.gegevens.email_uitleg"),
        required=False)
    voorkeur = KeuzeVeld(
        label=later("portaal.gegevens.voorkeur"),
        keuzes=[(name, later(f"portaal.gegevens.voorkeur_{name}")) for name in ("bericht", "bellen", "brief", "loket")],
    )
