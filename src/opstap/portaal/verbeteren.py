"""Correcting what was read from one paper: one field per reading."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid5

from opstap.dossier.actions.confirm_bewijsstuk import ConfirmBewijsstuk
from opstap.dossier.actions.correct_feit import CorrectFeit
from opstap.dossier.models import Bewijsstuk, Feit
from opstap.dossier.voorstellen import feitenlijst
from opstap.kern.geld import Geld
from opstap.onderdelen.feitwoorden import label
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.velden import BedragVeld, DatumVeld, TekstVeld
from opstap.portaal.mijn import Mijn


class VerbeterFormulier(Formulier):
    """The readings of a paper as fields, filled with what was read."""

    def __init__(self, *args: Any, bewijsstuk: Bewijsstuk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = bewijsstuk.feiten.filter(vervangen_door=None).exclude(staat=Feit.Staat.VERWORPEN)
        self.feiten = {f"feit_{number}": feit for number, feit in enumerate(rows.order_by("bladzijde", "id"))}
        for name, feit in self.feiten.items():
            kind = feitenlijst()[feit.soort].soort
            field = {"bedrag": BedragVeld, "datum": DatumVeld}.get(kind, TekstVeld)
            self.fields[name] = field(label=label(feit.soort), required=False)
            self.initial.setdefault(name, Geld.parse(feit.waarde) if kind == "bedrag" and feit.waarde else feit.waarde)

    def changed(self) -> dict[Feit, str]:
        """The facts whose value is now another, with the new value as a fact keeps it."""
        new: dict[Feit, str] = {}
        for name, feit in self.feiten.items():
            value = self.cleaned_data.get(name)
            text = value.isoformat() if isinstance(value, date) else str(value or "")
            if text and text != str(feit.waarde):
                new[feit] = text
        return new


def save_corrections(me: Mijn, paper: Bewijsstuk, form: VerbeterFormulier) -> None:
    """Each corrected reading is one action; what was left as it is, is confirmed with it."""
    for feit, value in form.changed().items():
        action = CorrectFeit(door=me.gebruiker, gemeente=me.gemeente, feit=feit, waarde=value)
        action.run(uuid5(form.eenmalig, str(feit.pk)))
    ConfirmBewijsstuk(door=me.gebruiker, gemeente=me.gemeente, bewijsstuk=paper).run(form.eenmalig)
