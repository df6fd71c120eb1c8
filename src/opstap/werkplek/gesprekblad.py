"""The talk for two at one screen: who is at the table, the options as columns, and the form that keeps the choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.actions.choose import EIGEN_IDEE
from opstap.keuzehulp.actions.view_gesprek import ViewGesprek, seen_just_now
from opstap.keuzehulp.eigen.meting import local_metingen
from opstap.keuzehulp.ervaring import ANTWOORDEN, last_counts
from opstap.keuzehulp.methode.invoer import Paar
from opstap.keuzehulp.methode.opties import NOG_NIETS, opties
from opstap.keuzehulp.methode.uitkomst import Argument, Optie, Uitkomst
from opstap.keuzehulp.models import Gesprek, Keuze
from opstap.keuzehulp.plaatselijk import local_supply
from opstap.keuzehulp.queries import latest_gesprek
from opstap.keuzehulp.toegang import may_join
from opstap.onderdelen import delen
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.gesprek import answered
from opstap.onderdelen.keuzehulp import catalogus, local_catalogue
from opstap.onderdelen.teksten import later, t, taal
from opstap.onderdelen.velden import DatumVeld, KeuzeVeld, MeerkeuzeVeld, TekstVeld
from opstap.onderdelen.voortgang import tomorrow
from opstap.taal.weergave import opsomming
from opstap.werkplek.toegang import worker

EIGEN = "eigen"
STUDIES_IN_ZICHT = 1
NAAST_HOOGSTENS = 1


def open_person(request: HttpRequest, pk: UUID) -> tuple[Inwoner, Gesprek | None]:
    """The person and the newest sheet, after writing down that this worker looked. Raises Http404 for who may not."""
    user, gemeente = worker(request)
    person = Inwoner.objects.filter(gemeente=gemeente, pk=pk).first()
    if person is None:
        raise Http404
    person.gemeente = gemeente
    if not may_join(user, person):
        raise Http404
    gesprek = latest_gesprek(person)
    if gesprek is not None:
        gesprek.gemeente, gesprek.inwoner = gemeente, person
    if gesprek is not None and not seen_just_now(user, gesprek):
        ViewGesprek(door=user, gemeente=gemeente, gesprek=gesprek).run()
    return person, gesprek


class KeuzeFormulier(Formulier):
    """What was chosen and why. Nothing is chosen beforehand; choosing otherwise takes the same steps."""

    eigen_idee = TekstVeld(regels=5, required=False, max_length=2000)
    eigen_voor = TekstVeld(regels=4, required=False, max_length=2000)
    eigen_tegen = TekstVeld(regels=4, required=False, max_length=2000)
    eigen_eerst = TekstVeld(regels=3, required=False, max_length=2000)
    reden = TekstVeld(
        label=later("werkplek.gesprek.reden"),
        help_text=later("werkplek.gesprek.reden_uitleg"),
        regels=4,
        required=False,
    )
    niet_gekozen = TekstVeld(
        label=later("werkplek.gesprek.niet_gekozen"),
        help_text=later("algemeen.niet_verplicht"),
        regels=3,
        required=False,
    )
    kijk_consulent = TekstVeld(
        label=later("werkplek.gesprek.kijk"), help_text=later("werkplek.gesprek.kijk_uitleg"), regels=3, required=False
    )
    doel = TekstVeld(
        label=later("werkplek.gesprek.doel"), help_text=later("werkplek.gesprek.doel_uitleg"), regels=2, required=False
    )
    eerste_stap = TekstVeld(label=later("werkplek.gesprek.eerste_stap"), max_length=300, required=False)
    stap_wie = TekstVeld(label=later("keuzehulp.stap_wie"), max_length=100, required=False)
    stap_op = DatumVeld(label=later("keuzehulp.stap_op"), niet_voor=clock.today, required=False)
    evaluatie_op = DatumVeld(
        label=later("werkplek.gesprek.evaluatie"),
        niet_voor=tomorrow,
        error_messages={"required": later("werkplek.gesprek.dag_nodig")},
    )

    def __init__(self, *args: Any, naam: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = [(name, t(f"werkplek.gesprek.wie_{name}", naam=naam)) for name in Keuze.Wie.values]
        self.fields["wie"] = KeuzeVeld(label=later("werkplek.gesprek.wie"), keuzes=who, naast=True)
        self.fields["wie"].error_messages["required"] = t("werkplek.gesprek.wie_nodig")
        known = [(key, row.naam) for key, row in catalogus().instrumenten.items()]
        self.fields["keuze"] = KeuzeVeld(keuzes=[*known, (EIGEN, EIGEN)], required=False)
        self.fields["ernaast"] = MeerkeuzeVeld(keuzes=known)
        self.order_fields(["keuze", "eigen_idee", "wie"])

    def clean(self) -> dict[str, Any]:
        """A choice needs its reason, a goal and a first step; "not yet" needs only a day to talk again."""
        said = super().clean() or self.cleaned_data
        if said.get("wie") != Keuze.Wie.NOG_NIET:
            if not said.get("keuze") and "keuze" not in self.errors:
                self.add_error("keuze", t("keuzehulp.kies_of_nog_niets"))
            if said.get("keuze") == EIGEN and not said.get("eigen_idee"):
                self.add_error("eigen_idee", t("keuzehulp.schrijf_idee"))
            for name, key in (
                ("reden", "reden_nodig"),
                ("doel", "doel_nodig"),
                ("eerste_stap", "schrijf_stap"),
                ("stap_wie", "schrijf_wie"),
            ):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, t(f"keuzehulp.{key}"))
        return said

    def said(self, shown: list[str]) -> dict[str, Any]:
        """What the action takes. `shown`: what lay on the table."""
        cleaned = dict(self.cleaned_data)
        own = {name: cleaned.pop(f"eigen_{name}") for name in ("voor", "tegen", "eerst")}
        chosen = cleaned.pop("keuze")
        kept = {name: text for name, text in own.items() if text}
        return cleaned | {"optie": EIGEN_IDEE if chosen == EIGEN else chosen, "eigen_redenen": kept, "getoond": shown}


def outcome(gesprek: Gesprek, naast: Sequence[str] = ()) -> Uitkomst:
    """The options for this sheet, by the answers of the person only. `naast`: what people want to see beside them."""
    supply, known = local_supply(gesprek.gemeente, taal()), local_catalogue(gesprek.gemeente)
    return opties(
        gesprek.antwoorden, str(gesprek.pk), clock.today(), weegt=gesprek.weegt, aanbod=supply, catalogus=known,
        metingen=local_metingen(gesprek.gemeente, known), naast=list(naast)[:NAAST_HOOGSTENS],
    )  # fmt: skip


def on_the_table(made: Uitkomst) -> list[str]:
    return [optie.instrument for optie in columns_of(made)]


def experiences(gemeente: Gemeente) -> dict[str, Any] | None:
    """What people said about their talks in the last quarter with enough answers; None when there is none to show."""
    found = last_counts(gemeente, clock.today())
    if found is None:
        return None
    words = {name: t(f"keuzehulp.ervaring_{name}") for name in ANTWOORDEN}
    rows = [
        (t(f"keuzehulp.ervaring_vraag_{vraag}"), [(words[name], counts[name]) for name in ANTWOORDEN])
        for vraag, counts in found[1].items()
    ]
    return {"vanaf": found[0], "rijen": rows}


def columns_of(made: Uitkomst) -> tuple[Optie, ...]:
    """The columns in the order of the page: the options, what people put beside them, and nothing extra."""
    return (*made.opties, *made.naast, made.niets_extra)


def page(inwoner: Inwoner, gesprek: Gesprek, form: KeuzeFormulier, made: Uitkomst) -> dict[str, Any]:
    """Everything on the page of the talk."""
    chosen = form["keuze"].value() or ""
    ticked = form["ernaast"].value() or []
    columns = [_column(optie, chosen) for optie in columns_of(made)]
    own = {name: form[f"eigen_{name}"].value() or "" for name in ("idee", "voor", "tegen", "eerst")}
    changed = [row for row in made.wat_verandert_dit if row.verandert]
    said, rest = answered(gesprek), _rest(made, chosen)
    return {
        "inwoner": inwoner, "gesprek": gesprek, "form": form, "kolommen": columns, "hier": "werkplek:gesprekken",
        "eigen": own | {"gekozen": chosen == EIGEN}, "antwoorden": said,
        "verschillen": [row for row in said if row.verschilt], "meer_open": any(row["gekozen"] for row in rest),
        "ernaast": [_beside(optie, ticked) for optie in made.ernaast], "uitkomst": made, "verandert": changed,
        "blijft": [row.zin for row in made.wat_verandert_dit if row not in changed], "meer": rest,
        "naast": [optie.naam for optie in made.naast],
    }  # fmt: skip


def _rest(made: Uitkomst, chosen: str) -> list[dict[str, Any]]:
    known = catalogus().instrumenten
    beside = {optie.instrument for optie in made.naast}
    return [
        {
            "sleutel": row.instrument, "naam": row.naam, "wat": known[row.instrument].rijen["wat_is_het"],
            "reden": row.reden, "gekozen": row.instrument == chosen,
        }
        for row in made.meer
        if row.instrument not in beside
    ]  # fmt: skip


def _column(optie: Optie, chosen: str) -> delen.Optie:
    rijen = optie.rijen
    asks = t("werkplek.gesprek.vraagt", wat=rijen["wat_vraagt_het"])
    cells = {
        "wat": format_html('{}<span class="cel-bij">{}</span>', rijen["wat_is_het"], asks),
        "tijd": _lines(rijen["uren"], rijen["dagen"], rijen["duur"]), "waar": _lines(rijen["plaats"], rijen["reizen"]),
        "wie": rijen["samen_of_alleen"], "geld": rijen["geld"], "wanneer": rijen["wachttijd"],
        "eerst": _lines(*optie.eerst_regelen) if optie.eerst_regelen else t("werkplek.gesprek.niets_eerst"),
        "zeker": optie.zekerheid_tekst,
    }  # fmt: skip
    why = _lines(optie.waarom_hier, *optie.waarschuwingen, *optie.aanbod)
    return delen.Optie(
        optie.instrument, optie.naam, *_both_sides(optie), cells, why,
        optie.bijgewerkt_op if optie.instrument != NOG_NIETS else None, optie.instrument == chosen,
    )  # fmt: skip


def _lines(*parts: str) -> str:
    return format_html("{}" + "<br>{}" * (len(parts) - 1), *parts)


def _both_sides(optie: Optie) -> tuple[tuple[delen.Argument, ...], tuple[delen.Argument, ...]]:
    """What speaks for and what speaks against."""
    return _arguments(optie.voor, optie.spoor.redenen), _arguments(optie.tegen, optie.spoor.botst)


def _arguments(found: Iterable[Argument], said: Iterable[Paar]) -> tuple[delen.Argument, ...]:
    """Own words, one study and what craft says stand open; further studies fold away, on both sides alike."""
    seen = _own_words(said)
    rest: list[delen.Argument] = []
    studies = 0
    for argument in found:
        if argument.soort == "uw_woorden":
            continue
        studies += argument.soort == "onderzoek"
        folded = argument.soort == "onderzoek" and studies > STUDIES_IN_ZICHT
        (rest if folded else seen).append(_argument(argument))
    return (*seen, delen.Argument("", "", meer=tuple(rest))) if rest else tuple(seen)


def _own_words(said: Iterable[Paar]) -> list[delen.Argument]:
    """What the person said that fits or clashes, as one quotation."""
    vragen = catalogus().vragen
    quotes = [f"“{vragen[code].antwoorden[answer]}”" for code, answer in said]
    return [delen.Argument("uw_woorden", opsomming(quotes, taal()))] if quotes else []


def _argument(argument: Argument) -> delen.Argument:
    where = _page_of(argument.bron) if argument.soort == "onderzoek" else ""
    return delen.Argument(argument.soort, argument.tekst, argument.bron_tekst, where)


@lru_cache(maxsize=512)
def _page_of(studie: str) -> str:
    """The address of the page of a study: some thirty of them stand on one page of the talk."""
    return reverse("werkplek:onderzoek", args=[studie])


def _beside(optie: Optie, ticked: Iterable[str]) -> dict[str, Any]:
    voor, tegen = _both_sides(optie)
    return {
        "sleutel": optie.instrument, "naam": optie.naam, "wat": optie.rijen["wat_is_het"],
        "zeker": optie.zekerheid_tekst, "voor": voor, "tegen": tegen, "waarom": optie.waarom_hier,
        "aan": optie.instrument in ticked,
    }  # fmt: skip
