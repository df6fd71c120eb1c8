"""The arguments for and against one kind of help. They stand beside each other and are never added up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from opstap.keuzehulp.methode.invoer import Paar
from opstap.keuzehulp.methode.klasse import KLASSE_VAN_STUDIE, counted
from opstap.keuzehulp.methode.model import Catalogus, Instrument, Kant, Koppeling, Studie, Vakkennis, VanDeHonderd
from opstap.keuzehulp.methode.spoor import Spoor
from opstap.keuzehulp.methode.uitkomst import Argument
from opstap.taal import weergave


def arguments(spoor: Spoor, catalogus: Catalogus, on: date) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """All arguments for and all arguments against: own words, then research, then craft."""
    instrument = catalogus.instrumenten[spoor.instrument]
    known = {side: _known(catalogus, instrument.id, side, on) for side in ("voor", "tegen")}
    voor = [own_words(pair, "voor", catalogus) for pair in spoor.redenen]
    tegen = [own_words(pair, "tegen", catalogus) for pair in spoor.botst]
    return (*voor, *known["voor"]), (*tegen, *known["tegen"])


def own_words(pair: Paar, side: Kant, catalogus: Catalogus) -> Argument:
    """An answer of the person as an argument, in the person's own words."""
    vraag = catalogus.vragen[pair[0]]
    said = catalogus.zinnen[f"u_zei_{side}"].format(zin=vraag.antwoorden[pair[1]])
    return Argument("uw_woorden", said, pair[0], vraag.vraag)


@lru_cache(maxsize=1024)
def _known(catalogus: Catalogus, instrument: str, side: Kant, on: date) -> tuple[Argument, ...]:
    """Research and craft on one side: the same for everyone."""
    found = [
        argument
        for link, studie in counted(catalogus.instrumenten[instrument], catalogus.studies)
        if (argument := research(link, studie, side, catalogus, on)) is not None
    ]
    lines = (line for line in catalogus.vakkennis[instrument] if line.kant == side)
    return (*found, *(craft_argument(line, catalogus, on) for line in lines))


def research(link: Koppeling, studie: Studie, side: Kant, catalogus: Catalogus, on: date) -> Argument | None:
    """What a checked study says on this side; None when it says nothing there.

    "Van de 100 mensen" with both groups and the range only where both rates were read in the source; else the
    direction in words.
    """
    text = _side_text(link, studie, side)
    if text is None:
        return None
    parts, zinnen = [text], catalogus.zinnen
    if studie.van_de_100 is not None and link.strekking == side:
        parts.append(of_100(studie.van_de_100, zinnen))
    if studie.directheid == "laag":
        parts.append(zinnen["andere_mensen"].format(mensen=studie.mensen, land=studie.land))
    if studie.herkomst.is_outdated(on):
        parts.append(zinnen["verouderd_onderzoek"].format(datum=in_words(studie.herkomst.herzien_voor, catalogus.taal)))
    grade = KLASSE_VAN_STUDIE[studie.zekerheid]
    sure = zinnen[f"zekerheid_studie_{grade}"]
    return Argument(
        "onderzoek", " ".join(parts), studie.id, studie.bron_kort, grade, sure, studie.herkomst.bijgewerkt_op
    )


def of_100(rates: VanDeHonderd, zinnen: Mapping[str, str]) -> str:
    """Both groups out of the same hundred over the same term, with the range: never a relative risk on its own."""
    return zinnen["van_de_100"].format(
        groep_met=rates.groep_met,
        groep_zonder=rates.groep_zonder,
        met=rates.met,
        zonder=rates.zonder,
        uitkomst=rates.uitkomst,
        termijn=rates.termijn,
        marge=rates.marge,
    )


def craft_argument(line: Vakkennis, catalogus: Catalogus, on: date) -> Argument:
    """What a team learned, signed and dated."""
    text, zinnen, taal = line.tekst, catalogus.zinnen, catalogus.taal
    if line.herkomst.is_outdated(on):
        text += " " + zinnen["verouderd_vakkennis"].format(datum=in_words(line.herkomst.herzien_voor, taal))
    day = line.herkomst.bijgewerkt_op  # month and year: a column is narrow, and the day tells nothing more
    signed = zinnen["bron_vakkennis"].format(team=line.team, datum=f"{day.month}-{day.year}")
    return Argument("vakkennis", text, line.id, signed, bijgewerkt_op=line.herkomst.bijgewerkt_op)


def last_change(instrument: Instrument, catalogus: Catalogus) -> date:
    """The newest date of the content behind this option: its text, its studies and its craft."""
    days = [instrument.herkomst.bijgewerkt_op]
    days += [catalogus.studies[link.studie].herkomst.bijgewerkt_op for link in instrument.koppelingen]
    days += [line.herkomst.bijgewerkt_op for line in catalogus.vakkennis[instrument.id]]
    return max(days)


def in_words(day: date, taal: str = "nl") -> str:
    """A date as people read it: 22 november 2026."""
    return weergave.datum(day, taal, "datum")


def _side_text(link: Koppeling, studie: Studie, side: Kant) -> str | None:
    own = link.voor if side == "voor" else link.tegen
    if own:
        return own
    if link.strekking == side or (side == "tegen" and link.strekking == "tegen_voor_groep"):
        return studie.kort
    return None
