"""The public door of the method: answers in, options out. Pure: no database, no network, no clock.

Method: docs/keuzehulp.md. Research behind it: `inhoud/onderzoek/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from opstap.keuzehulp.methode.aanbod import Aanbod, fill_rows, supply_lines
from opstap.keuzehulp.methode.argumenten import arguments, in_words, last_change
from opstap.keuzehulp.methode.gemeten import Meting, measured
from opstap.keuzehulp.methode.invoer import Antwoorden, read_antwoorden
from opstap.keuzehulp.methode.laden import catalogus as own_catalogus
from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.spoor import Spoor
from opstap.keuzehulp.methode.uitkomst import Argument, Meer, Optie, Uitkomst, Verandering
from opstap.keuzehulp.methode.volgorde import Feiten, facts, rows, sporen, without
from opstap.keuzehulp.methode.woorden import how_sure, listing, warnings, why_here, why_not_first

NOG_NIETS = "nog-niets"


def opties(
    antwoorden: Mapping[str, object],
    zaak: str,
    peildatum: date,
    weegt: Sequence[str] | None = None,
    aanbod: Mapping[str, Sequence[Aanbod]] | None = None,
    metingen: Sequence[Meting] = (),
    catalogus: Catalogus | None = None,
    taal: str = "nl",
    naast: Sequence[str] = (),
) -> Uitkomst:
    """The options for one conversation.

    `antwoorden`: question code to answer (text), answers (list, where the question allows more) or None (left open).
    `zaak`: any text that stays the same for this conversation; it only draws the lot between equals.
    `peildatum`: the day the content is read for; content past its review day warns and loses a class.
    `weegt`: at most two answers of `belangrijk` that weigh most. `aanbod`: local supply per kind of help, None when
    not known. `metingen`: local results; each is shown only when it passes the rules of `gemeten.py`. `taal`: the
    language of the texts. `naast`: help to see as a column too. Both change no order and no answer.

    Raises InvoerFout (one Dutch line) for a key or answer the aid does not take in.
    """
    known = catalogus or own_catalogus(taal)
    said = read_antwoorden(antwoorden, weegt, known)
    found = facts(said, zaak, peildatum, known)
    traces = sporen(found, said)
    build = _Builder(known, peildatum, aanbod, metingen)
    shown, beside = build.columns(traces, "opties"), build.columns(traces, "ernaast")
    nothing = build.optie(traces[NOG_NIETS])
    return Uitkomst(
        opties=tuple(shown),
        ernaast=tuple(beside),
        meer=tuple(_rest(traces, known, peildatum)),
        niets_extra=nothing,
        wat_verandert_dit=tuple(_changes(said, found, known, traces)),
        vragen=_asked_back(said, known),
        uitleg=known.zinnen["uitleg" if said.gegeven else "uitleg_alles_open"],
        waarschuwingen=tuple(dict.fromkeys(line for optie in shown + beside for line in optie.waarschuwingen)),
        bijgewerkt_op=max(optie.bijgewerkt_op for optie in [*shown, *beside, nothing]),
        spoor=traces,
        naast=tuple(build.columns({key: traces[key] for key in naast if key in traces}, "meer")),
    )


class _Builder:
    """Makes the columns of one conversation: the same rows for every option."""

    def __init__(
        self,
        catalogus: Catalogus,
        on: date,
        aanbod: Mapping[str, Sequence[Aanbod]] | None,
        metingen: Iterable[Meting],
    ) -> None:
        self.catalogus, self.on, self.aanbod = catalogus, on, aanbod
        self.measured = measured(metingen, catalogus.zinnen, on)

    def columns(self, traces: Mapping[str, Spoor], plaats: str) -> list[Optie]:
        """The columns of everything that stands in one place, in order."""
        return [self.optie(traces[key]) for key in _keys(traces, plaats)]

    def optie(self, spoor: Spoor) -> Optie:
        """One column."""
        instrument = self.catalogus.instrumenten[spoor.instrument]
        voor, tegen = arguments(spoor, self.catalogus, self.on)
        local = self.measured.get(instrument.id, {})
        supply = None if self.aanbod is None else self.aanbod.get(instrument.id, ())
        late = warnings(spoor, self.catalogus, self.on)
        lines, old = supply_lines(supply, self.catalogus.zinnen, self.on)
        return Optie(
            instrument=instrument.id,
            naam=instrument.naam,
            categorie=instrument.categorie,
            rijen=fill_rows(instrument.rijen, supply, self.catalogus.zinnen, self.on),
            voor=(*voor, *_side(local, "voor")),
            tegen=(*tegen, *_side(local, "tegen")),
            eerst_regelen=self._first(spoor),
            zekerheid=spoor.klasse,
            zekerheid_tekst=how_sure(spoor, self.catalogus.zinnen),
            waarom_hier=self._why(spoor),
            voorwaarden=instrument.voorwaarden,
            liever_niet=instrument.liever_niet,
            wie_levert=instrument.wie_levert,
            aantal_redenen=len(spoor.redenen),
            aanbod=lines,
            waarschuwingen=(*late, *old),
            bijgewerkt_op=last_change(instrument, self.catalogus),
            spoor=spoor,
        )

    def _first(self, spoor: Spoor) -> tuple[str, ...]:
        instrument = self.catalogus.instrumenten[spoor.instrument]
        texts = {thing.code: thing.tekst for thing in instrument.eerst_regelen}
        if instrument.poort:
            texts["poort"] = self.catalogus.zinnen["eerst_nagaan"].format(wet=instrument.poort.eerst_nagaan)
        return tuple(texts[code] for code in spoor.eerst)

    def _why(self, spoor: Spoor) -> str:
        if spoor.plaats == "meer":
            return why_not_first(spoor, self.catalogus, self.on)
        if spoor.instrument != NOG_NIETS:
            return why_here(spoor, self.catalogus, self.on)
        day = in_words(last_change(self.catalogus.instrumenten[NOG_NIETS], self.catalogus), self.catalogus.taal)
        return self.catalogus.zinnen["waarom_niets_extra"].format(datum=day)


def _keys(traces: Mapping[str, Spoor], plaats: str) -> list[str]:
    return [key for key, spoor in traces.items() if spoor.plaats == plaats]


def _rest(traces: Mapping[str, Spoor], catalogus: Catalogus, on: date) -> Iterable[Meer]:
    for key, spoor in traces.items():
        if spoor.plaats == "meer":
            yield Meer(key, catalogus.instrumenten[key].naam, why_not_first(spoor, catalogus, on), spoor.waarom)


def _side(local: Mapping[str, Sequence[Argument]], side: str) -> Sequence[Argument]:
    return local.get(side, ())


def _asked_back(said: Antwoorden, catalogus: Catalogus) -> tuple[str, ...]:
    given = set(said.gegeven)
    return tuple(entry.vraag for entry in catalogus.tegenspraak if given.issuperset(entry.antwoorden))


def _changes(
    said: Antwoorden, found: Mapping[str, Feiten], catalogus: Catalogus, now: Mapping[str, Spoor]
) -> Iterable[Verandering]:
    """Per answer: which options would stand there when that answer were left open."""
    steps, beside = _keys(now, "opties"), _keys(now, "ernaast")
    shown = [*steps, *beside]
    for code, answer in said.gegeven:
        other = rows(without(found, (code, answer), said, catalogus))
        others = [*other["opties"], *other["ernaast"]]
        gone = [key for key in shown if key not in others]
        come = [key for key in others if key not in shown]
        names = {"eraf": _names(gone, catalogus), "erbij": _names(come, catalogus)}
        moved = (steps != other["opties"], beside != other["ernaast"])
        change = _change(gone, come, moved)
        text = catalogus.zinnen[change].format(**names)
        sentence = catalogus.vragen[code].antwoorden[answer]
        yield Verandering(code, answer, sentence, text, tuple(come), tuple(gone), change != VOLGORDE[(False, False)])


VOLGORDE = {
    (False, False): "verandert_niets",
    (True, False): "verandert_volgorde",
    (False, True): "verandert_volgorde_ernaast",
    (True, True): "verandert_volgorde_beide",
}
"""Whether the main steps and the help beside stand in another order, and the sentence for it."""


def _change(gone: Sequence[str], come: Sequence[str], moved: tuple[bool, bool]) -> str:
    if gone and come:
        return "verandert"
    if gone or come:
        return "verandert_eraf" if gone else "verandert_erbij"
    return VOLGORDE[moved]


def _names(keys: Sequence[str], catalogus: Catalogus) -> str:
    return listing((f"“{catalogus.instrumenten[key].naam}”" for key in keys), catalogus.taal)
