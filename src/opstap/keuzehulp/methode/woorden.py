"""Why something stands where it stands, in whole sentences. The sentences themselves are content (`zinnen.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from opstap.keuzehulp.methode.argumenten import in_words
from opstap.keuzehulp.methode.klasse import klasse, klassen, outdated
from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.spoor import Spoor
from opstap.taal.weergave import opsomming

GETALLEN = {
    "nl": ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


def amount(number: int, taal: str = "nl") -> str:
    """A small number in words; in digits in a language that has no words for it here."""
    words = GETALLEN.get(taal, ())
    return words[number] if number < len(words) else str(number)


def listing(items: Iterable[str], taal: str = "nl") -> str:
    """A list as people say it: a, b en c."""
    return opsomming(items, taal)


def why_here(spoor: Spoor, catalogus: Catalogus, on: date) -> str:
    """The whole rule for one option: which answers fit, the evidence, what must come first, and the lot."""
    zinnen, vragen, taal = catalogus.zinnen, catalogus.vragen, catalogus.taal
    parts = []
    if spoor.redenen:
        quotes = [f"“{vragen[pair[0]].antwoorden[pair[1]]}”{_double(spoor, pair, zinnen)}" for pair in spoor.redenen]
        key = "waarom_een" if len(spoor.redenen) == 1 else "waarom_meer"
        parts.append(zinnen[key].format(aantal=amount(len(quotes), taal), antwoorden=listing(quotes, taal)))
    else:
        parts.append(zinnen["waarom_geen"])
    if catalogus.instrumenten[spoor.instrument].poort:
        parts.append(zinnen["waarom_poort" if spoor.achter_poort else "waarom_poort_wens"])
    parts.append(zinnen["waarom_klasse"].format(woorden=zinnen[f"klasse_{spoor.klasse}"].rstrip(".").lower()))
    first = len(spoor.eerst)
    key = ("waarom_eerst_geen", "waarom_eerst_een")[first] if first < 2 else "waarom_eerst"
    parts.append(zinnen[key].format(aantal=amount(first, taal)))
    parts += [zinnen["waarom_lot"], zinnen["waarom_regel"]]
    parts += warnings(spoor, catalogus, on)
    return " ".join(parts)


def _double(spoor: Spoor, pair: tuple[str, str], zinnen: Mapping[str, str]) -> str:
    return f" {zinnen['telt_dubbel']}" if pair in spoor.dubbel else ""


def how_sure(spoor: Spoor, zinnen: Mapping[str, str]) -> str:
    """How sure we are, in words. Doing nothing extra has a sentence of its own: it is what help is compared with."""
    return zinnen["klasse_niets_extra" if spoor.plaats == "niets_extra" else f"klasse_{spoor.klasse}"]


def warnings(spoor: Spoor, catalogus: Catalogus, on: date) -> list[str]:
    """A warning when the content behind an option is past its review day."""
    instrument = catalogus.instrumenten[spoor.instrument]
    late = outdated(instrument, catalogus.studies, on)
    if not late:
        return []
    days = [
        (instrument.herkomst if key == instrument.id else catalogus.studies[key].herkomst).herzien_voor for key in late
    ]
    lowered = klasse(instrument, catalogus.studies) != spoor.klasse
    key = "verouderd_lager" if lowered else "verouderd"
    return [catalogus.zinnen[key].format(datum=in_words(min(days), catalogus.taal))]


def why_not_first(spoor: Spoor, catalogus: Catalogus, on: date) -> str:
    """Why this kind of help stands under "meer" and not among the first: true of its trace, word for word."""
    zinnen, vragen, known = catalogus.zinnen, catalogus.vragen, catalogus.instrumenten
    instrument = known[spoor.instrument]
    values = dict.fromkeys(("anders", "wet", "zin", "klasse", "klasse_anders"), "") | {"naam": instrument.naam}
    if spoor.anders:
        classes = klassen(catalogus, on)
        values["anders"] = known[spoor.anders].naam
        values["klasse"], values["klasse_anders"] = (
            zinnen[f"klasse_{classes[key]}"].rstrip(".") for key in (spoor.instrument, spoor.anders)
        )
    if instrument.poort:
        values["wet"] = instrument.poort.eerst_nagaan
    if spoor.botst:
        quotes = [f"“{vragen[code].antwoorden[answer]}”" for code, answer in spoor.botst]
        values["zin"] = listing(quotes, catalogus.taal)
    return zinnen[f"meer_{spoor.waarom}"].format(**values)
