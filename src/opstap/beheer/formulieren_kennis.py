"""The forms of craft, of publishing, and of recording that people tried the keuzehulp."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from opstap.beheer.formulieren_aanbod import Blad, help_choices
from opstap.kern import clock
from opstap.keuzehulp.eigen.woorden import refusal
from opstap.keuzehulp.models import Beproeving
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.teksten import later, t
from opstap.onderdelen.velden import DatumVeld, GetalVeld, KeuzeVeld, LijstVeld, TekstVeld


class VakkennisFormulier(Blad):
    """What a team learned: one sentence about the help and how it is done."""

    tekst = TekstVeld(label=later("beheer.vakkennis.tekst"), help_text=later("beheer.vakkennis.tekst_uitleg"),
        regels=3, max_length=300)  # fmt: skip
    team = TekstVeld(label=later("beheer.vakkennis.team"), help_text=later("beheer.vakkennis.team_uitleg"),
        max_length=100)  # fmt: skip

    def __init__(self, *args: Any, teams: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sides = [(side, t(f"beheer.vakkennis.kant_{side}")) for side in ("voor", "tegen")]
        self.fields["instrument"] = LijstVeld(label=later("aanbod.kolom_instrument"), keuzes=help_choices())
        self.fields["kant"] = KeuzeVeld(label=later("beheer.vakkennis.kant"), keuzes=sides, naast=True)
        self.order_fields(["instrument", "kant"])
        if teams and not self.is_bound:
            self.fields["team"].initial = self.initial.get("team") or teams[0]

    def clean_tekst(self) -> str:
        """About a group of people, a threat or a word nobody wants: said at the field."""
        said = " ".join(str(self.cleaned_data["tekst"]).split())
        hit = refusal(said)
        if hit is not None:
            raise ValidationError(t(f"aanbod.vakkennis_{hit[0]}", **hit[1]), hit[0])
        return said


class RedenFormulier(Formulier):
    """Why: needed when somebody publishes alone, or takes something back."""

    reden = TekstVeld(label=later("beheer.onderzoek.reden"), help_text=later("beheer.onderzoek.reden_uitleg"),
        regels=2, max_length=500, required=False)  # fmt: skip


class BeproevingFormulier(Blad):
    """When, with whom, what they looked at, what they found, what changed."""

    gedaan_op = DatumVeld(label=later("beheer.beproeving.gedaan_op"), niet_na=clock.today)
    met_wie = TekstVeld(label=later("beheer.beproeving.met_wie"), help_text=later("beheer.beproeving.met_wie_uitleg"))
    aantal_mensen = GetalVeld(label=later("beheer.beproeving.aantal"), minimum=1, maximum=10_000)
    bekeken = TekstVeld(label=later("beheer.beproeving.bekeken"), regels=3)
    bevonden = TekstVeld(label=later("beheer.beproeving.bevonden"), regels=4,
        help_text=later("beheer.beproeving.bevonden_uitleg"))  # fmt: skip
    veranderd = TekstVeld(label=later("beheer.beproeving.veranderd"), regels=3, required=False,
        help_text=later("algemeen.niet_verplicht"))  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(soort, t(f"beheer.beproeving.soort_{soort}")) for soort in Beproeving.Soort.values]
        self.fields["soort"] = KeuzeVeld(label=later("beheer.beproeving.soort"), keuzes=kinds)
        self.order_fields(["soort"])
