"""The forms of what comes after the choice, the same in both faces."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from opstap.kern import clock
from opstap.keuzehulp.actions.answer_terugblik import MEEST_UREN
from opstap.keuzehulp.ervaring import ANTWOORDEN, VRAGEN
from opstap.keuzehulp.models import Terugblik, Voortgangsgesprek
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.teksten import later
from opstap.onderdelen.velden import DatumVeld, GetalVeld, KeuzeVeld, TekstVeld


def tomorrow() -> date:
    return clock.today() + timedelta(days=1)


class VoortgangFormulier(Formulier):
    """Looking back together: what helped, what did not, and how it goes on."""

    hielp = TekstVeld(label=later("keuzehulp.wat_hielp"), regels=3, required=False, breed=True)
    hielp_niet = TekstVeld(label=later("keuzehulp.wat_hielp_niet"), regels=3, required=False, breed=True)
    koers = KeuzeVeld(
        label=later("keuzehulp.hoe_verder"),
        keuzes=[(name, later(f"keuzehulp.koers_{name}")) for name in Voortgangsgesprek.Koers.values],
        error_messages={"required": later("keuzehulp.kies_koers")},
    )
    afspraak = TekstVeld(label=later("keuzehulp.wat_spreken_wij_af"), regels=3, required=False, breed=True)
    weer_op = DatumVeld(
        label=later("keuzehulp.weer_praten_op"), niet_voor=tomorrow,
        error_messages={"required": later("keuzehulp.dag_ligt_voor_ons")},
    )  # fmt: skip


class TerugblikFormulier(Formulier):
    """How it is going. Every question may stay open."""

    werk = KeuzeVeld(
        label=later("keuzehulp.terugblik_werk"), naast=True, required=False, onder={"ja": ["uren"]},
        keuzes=[("ja", later("algemeen.ja")), ("nee", later("algemeen.nee")), ("", later("keuzehulp.zeg_ik_niet"))],
    )  # fmt: skip
    uren = GetalVeld(label=later("keuzehulp.terugblik_uren"), maximum=MEEST_UREN, required=False)
    welbevinden = KeuzeVeld(
        label=later("keuzehulp.terugblik_welbevinden"), help_text=later("keuzehulp.terugblik_welbevinden_uitleg"),
        naast=True, required=False,
        keuzes=[*((str(n), str(n)) for n in range(1, 11)), ("", later("keuzehulp.zeg_ik_niet"))],
    )  # fmt: skip

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        cleaned = self.cleaned_data
        rating = cleaned.get("welbevinden")
        return {"werk": cleaned["werk"] or "", "uren": cleaned["uren"], "welbevinden": int(rating) if rating else None}

    @staticmethod
    def before(row: Terugblik) -> dict[str, Any]:
        """What the form starts with: the earlier answer, which may be changed."""
        rating = str(row.welbevinden) if row.welbevinden else ""
        return {"werk": row.werk, "uren": row.uren, "welbevinden": rating}


class ErvaringFormulier(Formulier):
    """Four short questions about the talk; nobody knows who answered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = [*((name, later(f"keuzehulp.ervaring_{name}")) for name in ANTWOORDEN),
                   ("", later("keuzehulp.zeg_ik_niet"))]  # fmt: skip
        for name in VRAGEN:
            self.fields[name] = KeuzeVeld(
                keuzes=answers, label=later(f"keuzehulp.ervaring_vraag_{name}"), naast=True, required=False
            )


class JongerenFormulier(Formulier):
    """The plan of art. 44a Pw: school, which help, what was agreed, and when we look back."""

    school = TekstVeld(label=later("keuzehulp.jong_school"), regels=2, required=False)
    hulp = TekstVeld(
        label=later("keuzehulp.jong_hulp"), help_text=later("keuzehulp.jong_hulp_uitleg"), regels=4,
        error_messages={"required": later("keuzehulp.jong_hulp_nodig")},
    )  # fmt: skip
    afspraken = TekstVeld(
        label=later("keuzehulp.jong_afspraken"), help_text=later("keuzehulp.jong_afspraken_uitleg"), regels=4,
        error_messages={"required": later("keuzehulp.jong_afspraken_nodig")},
    )  # fmt: skip
    terugkijken = TekstVeld(
        label=later("keuzehulp.jong_terugkijken"),
        error_messages={"required": later("keuzehulp.jong_terugkijken_nodig")},
    )
