"""The conversation sheet and the plan, the same in both faces: the questions as a form, and what a plan page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opstap.kern import clock
from opstap.keuzehulp.actions.choose import EIGEN_IDEE
from opstap.keuzehulp.methode.model import Vraag
from opstap.keuzehulp.models import Gesprek, Jongerenplan, Keuze, Plan, Stap
from opstap.keuzehulp.queries import earlier_plans
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.keuzehulp import catalogus
from opstap.onderdelen.teksten import later, t
from opstap.onderdelen.velden import DatumVeld, KeuzeVeld, MeerkeuzeVeld, TekstVeld

# the questions as people talk: what you want, how work goes, what plays a part
DELEN: dict[str, tuple[str, ...]] = {
    "wilt": ("doel", "belangrijk"),
    "werk": ("zoeken", "baan_in_zicht", "werkervaring", "werktempo", "energie", "papieren"),
    "speelt": ("hoofd_vol", "hulp_ggz", "taalwens", "opvang", "reizen", "digitaal", "groep"),
}
# what somebody who knows the person can see otherwise; wishes and treatment are the person's own
SAMEN_BEKEKEN = (
    "baan_in_zicht",
    "werkervaring",
    "werktempo",
    "energie",
    "papieren",
    "hoofd_vol",
    "opvang",
    "reizen",
    "digitaal",
)
KIJK = "kijk_"


class GesprekFormulier(Formulier):
    """Own words first, then the questions; every one may be left open. `met_kijk` puts the worker's view beside."""

    eigen_woorden = TekstVeld(
        label=later("keuzehulp.eigen_woorden"),
        help_text=later("keuzehulp.eigen_woorden_uitleg"),
        regels=6,
        required=False,
        breed=True,
    )

    sterk = TekstVeld(
        label=later("keuzehulp.sterk"), help_text=later("keuzehulp.sterk_uitleg"), regels=3, required=False, breed=True
    )

    def __init__(self, *args: Any, met_kijk: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if met_kijk:
            self.fields["sterk_consulent"] = TekstVeld(
                label=later("keuzehulp.sterk_consulent"), help_text=later("keuzehulp.sterk_consulent_uitleg"),
                regels=3, required=False, breed=True,
            )  # fmt: skip
        vragen = catalogus().vragen
        for code in (code for codes in DELEN.values() for code in codes):
            self.fields[code] = _field(vragen[code], vragen[code].vraag)
        self.fields["weegt"] = MeerkeuzeVeld(
            keuzes=_choices(vragen["belangrijk"]), hoogstens=2, naast=True, label=later("keuzehulp.weegt"),
            help_text=later("keuzehulp.weegt_uitleg"),
        )  # fmt: skip
        self.met_kijk = SAMEN_BEKEKEN if met_kijk else ()
        for code in self.met_kijk:
            self.fields[KIJK + code] = _field(
                vragen[code], later("keuzehulp.kijk_consulent"), open_words="keuzehulp.zelfde"
            )

    def said(self) -> dict[str, Any]:
        """What goes to the action: only what was answered."""
        cleaned = self.cleaned_data
        return {
            "eigen_woorden": cleaned["eigen_woorden"],
            "sterk": cleaned["sterk"],
            "sterk_consulent": cleaned.get("sterk_consulent"),
            "antwoorden": {code: cleaned[code] for code in catalogus().vragen if cleaned.get(code)},
            "weegt": cleaned["weegt"],
            "antwoorden_consulent": {code: cleaned[KIJK + code] for code in self.met_kijk if cleaned.get(KIJK + code)},
        }

    def delen(self) -> list[dict[str, Any]]:
        """The parts of the sheet with their fields, in the order of the page."""
        return [{"naam": naam, "rijen": [self._row(code) for code in codes]} for naam, codes in DELEN.items()]

    def _row(self, code: str) -> dict[str, Any]:
        return {"code": code, "veld": self[code], "kijk": self[KIJK + code] if code in self.met_kijk else None}


def initial(gesprek: Gesprek | None) -> dict[str, Any]:
    """What the form starts with."""
    if gesprek is None:
        return {}
    beside = {KIJK + code: value for code, value in gesprek.antwoorden_consulent.items()}
    words = {name: getattr(gesprek, name) for name in ("eigen_woorden", "sterk", "sterk_consulent", "weegt")}
    return {**words, **gesprek.antwoorden, **beside}


def _field(vraag: Vraag, label: Any, open_words: str = "keuzehulp.laat_open") -> KeuzeVeld:
    if vraag.meer_antwoorden:
        return MeerkeuzeVeld(keuzes=_choices(vraag), label=label, naast=True)
    keuzes = [*_choices(vraag), ("", later(open_words))]
    return KeuzeVeld(keuzes=keuzes, label=label, naast=True, required=False)


def _choices(vraag: Vraag) -> list[tuple[str, str]]:
    rows = ((answer, vraag.in_words(answer)) for answer in vraag.antwoorden)
    return [(answer, words[:1].upper() + words[1:]) for answer, words in rows]


@dataclass(frozen=True, slots=True)
class Gezegd:
    """One question with what the person said, and what the worker sees beside it; either may be empty."""

    vraag: str
    inwoner: str
    consulent: str
    verschilt: bool


def answered(gesprek: Gesprek) -> list[Gezegd]:
    """Each question that one of the two answered, both beside each other."""
    found = []
    for code, vraag in catalogus().vragen.items():
        own, other = gesprek.antwoorden.get(code), gesprek.antwoorden_consulent.get(code)
        if own or other:
            differs = bool(own and other and _set(own) != _set(other))
            found.append(Gezegd(vraag.vraag, _words(vraag, own or []), _words(vraag, other or []), differs))
    return found


def _set(answer: Any) -> set[str]:
    return {answer} if isinstance(answer, str) else set(answer)


def _words(vraag: Vraag, answer: Any) -> str:
    return ", ".join(map(vraag.in_words, [answer] if isinstance(answer, str) else answer))


class StapFormulier(Formulier):
    """One more step: what, who, and by when."""

    wat = TekstVeld(
        label=later("keuzehulp.stap_wat"), max_length=300, error_messages={"required": later("keuzehulp.schrijf_stap")}
    )
    wie = TekstVeld(label=later("keuzehulp.stap_wie"), max_length=100, kort=True)
    uiterlijk_op = DatumVeld(label=later("keuzehulp.stap_op"), niet_voor=clock.today, required=False)


def choice_name(keuze: Keuze) -> str:
    """What was chosen, in words; empty when nothing was chosen yet."""
    if keuze.optie == EIGEN_IDEE:
        return str(keuze.eigen_idee)
    known = catalogus().instrumenten.get(keuze.optie)
    return known.naam if known else str(keuze.optie)


def names(keys: Sequence[str]) -> list[str]:
    known = catalogus().instrumenten
    return [known[key].naam for key in keys if key in known]


def plan_page(plan: Plan, done_at: Callable[[Stap], str]) -> Mapping[str, Any]:
    """What both faces show of a plan. `done_at` gives the address that marks a step."""
    keuze = plan.keuze
    return {
        "plan": plan, "keuze": keuze, "gesprek": keuze.gesprek, "inwoner": plan.inwoner, "gekozen": choice_name(keuze),
        "ernaast": names(keuze.ernaast), "wie_koos": t(f"keuzehulp.koos_{keuze.wie}", naam=plan.inwoner.voornaam),
        "rijen": [{"stap": stap, "adres": done_at(stap)} for stap in plan.stappen.all()],
        "voortgang": list(plan.voortgangsgesprekken.select_related("opgeschreven_door")),
        "jongerenplan": Jongerenplan.objects.filter(gemeente=plan.gemeente, plan=plan).first(),
        "eerder": [(row, choice_name(row.keuze)) for row in earlier_plans(plan)[:5]],
    }  # fmt: skip
