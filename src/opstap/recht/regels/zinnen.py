"""Every sentence an answer can hold: in Dutch as the rules carry it, in another language from `inhoud/recht/<taal>`.

A language is complete or absent. Each sentence has a key: the rule's function, and where the rule has more than one
sentence the outcome it belongs to (`heeft_aow.ja`, `kostendelers.1`, `buffer.anders`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from zlib import crc32

from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.recht.regels import beleid, boek, opmerkingen, personen, vragen
from opstap.recht.regels.motor import Regel, Soort
from opstap.recht.regels.uitleg import WIE
from opstap.recht.regels.wat_als import NIET_MEER

MAP = INHOUD / "recht"
HOOFDTAAL = "nl"
ANDERS = "anders"
VAN_WIE = {"_a": "aanvrager", "_p": "partner"}
UITGESLOTEN = "{Wie} krijgt nu geen bijstand. De reden: die persoon {reden}."
"""The one sentence that a rule makes by itself (`personen.uitgesloten`), with its reason left open."""
WOORDEN = {
    "aanvrager": WIE["_a"],
    "partner": WIE["_p"],
    "ja": "ja",
    "nee": "nee",
    "niet_bekend": "niet bekend",
    "geen_maximum": "geen maximum",
    "gemeente_koos": "{vraag} De gemeente koos: {keuze}.",
    "niet_meer": NIET_MEER,
    "schatting": (
        "Schatting: {uren} uur per week voor {uurloon} bruto per uur, met de belasting van {jaar}. Pensioenpremie en "
        "vakantiegeld zijn niet meegerekend. Het echte loon kan anders zijn."
    ),
}
BLOKKEN = ("regels", "redenen", "keuzes", "opmerkingen", "vragen", "beleid", "woorden")
_KOP: dict[str, type | tuple[type, ...]] = {
    "eigenaar": str,
    "bijgewerkt_op": date,
    "herzien_voor": date,
    "vertaald_van": str,
    **dict.fromkeys(BLOKKEN, Rij),
}


@dataclass(frozen=True, eq=False)
class Zinnen:
    """All sentences of one language, in blocks, by key."""

    taal: str
    regels: Mapping[str, str]
    redenen: Mapping[str, str]
    keuzes: Mapping[str, str]
    opmerkingen: Mapping[str, str]
    vragen: Mapping[str, str]
    beleid: Mapping[str, str]
    woorden: Mapping[str, str]

    @property
    def kenmerk(self) -> str:
        """Changes with any sentence: a translation says of which Dutch text it was made."""
        return f"{crc32(repr([sorted(getattr(self, each).items()) for each in BLOKKEN]).encode()):08x}"


@lru_cache(maxsize=1)
def nederlands() -> Zinnen:
    """The Dutch sentences, gathered from where they stand: at the rules."""
    made = [each for versions in boek.boek().regels.values() for each in versions]
    told = [each for each in made if each.tekst is not None]
    return Zinnen(
        HOOFDTAAL,
        {key: text for each in told for key, text in _of_rule(each)},
        {naam: woorden for naam, _, woorden in personen.REDENEN},
        {f"{sleutel(each)}.{naam}": naam for each in told if isinstance(each.soort, tuple) for naam in each.soort},
        {each.naam: opmerkingen.OPMERKINGEN[each.naam].tekst for each in opmerkingen.REGELS},
        dict(vragen.VRAGEN.values()),
        dict(_policy()),
        WOORDEN,
    )


def zinnen(taal: str, root: Path = MAP) -> Zinnen:
    """The sentences of a language, read once. Raises InhoudFout with file, line and what."""
    return nederlands() if taal == HOOFDTAAL else _load(root / taal / "zinnen.yaml", taal)


def sleutel(each: Regel) -> str:
    """The name of a rule's sentence: one for applicant and partner, one for each period of a rule."""
    return each.functie.__name__


def bij(each: Regel, waarde: object) -> str:
    """The key of the sentence that belongs to this outcome; empty where the rule says nothing then."""
    if not isinstance(each.tekst, Mapping):
        return sleutel(each)
    which = waarde if waarde in each.tekst else None
    return f"{sleutel(each)}.{_of_outcome(each.soort, which)}" if each.tekst.get(which) else ""


def plekken(zin: str) -> set[str]:
    """What a sentence fills in; who it is about may stand at the beginning or further on."""
    return {naam.lower() for _, naam, _, _ in Formatter().parse(zin) if naam}


def _of_rule(each: Regel) -> Iterator[tuple[str, str]]:
    for waarde in each.tekst if isinstance(each.tekst, Mapping) else (None,):
        text = each.tekst[waarde] if isinstance(each.tekst, Mapping) else each.tekst
        if text:
            yield bij(each, waarde), text if isinstance(text, str) else UITGESLOTEN


def _of_outcome(soort: Soort, waarde: object) -> str:
    if waarde is None:
        return ANDERS
    if isinstance(soort, tuple):
        return soort[int(str(waarde))]
    return ("ja" if waarde else "nee") if soort == "ja_nee" else str(waarde)


def _policy() -> Iterator[tuple[str, str]]:
    for naam, schakelaar in beleid.SCHAKELAARS.items():
        yield naam, schakelaar.vraag
        yield from ((f"{naam}.{keuze}", zo) for keuze, zo in zip(schakelaar.keuzes, schakelaar.woorden, strict=True))


@lru_cache(maxsize=8)
def _load(path: Path, taal: str) -> Zinnen:
    dutch, row = nederlands(), load(path)
    require(path, row, _KOP)
    found = {block: _block(path, row[block], getattr(dutch, block)) for block in BLOKKEN}
    if row["vertaald_van"] != dutch.kenmerk:
        what = f"het Nederlands is veranderd: werk de vertaling bij en zet daarna vertaald_van op {dutch.kenmerk}"
        raise InhoudFout(path, row.lines["vertaald_van"], what)
    return Zinnen(taal, **found)


def _block(path: Path, row: Rij, dutch: Mapping[str, str]) -> dict[str, str]:
    """Exactly these texts, none empty, each with the same places as in Dutch."""
    require(path, row, dict.fromkeys(dutch, str))
    for key, text in row.items():
        if not text.strip():
            raise InhoudFout(path, row.lines[key], f"{key} is leeg; schrijf hier een zin")
        wrong = plekken(text) ^ plekken(dutch[key])
        if wrong:
            what = f"{key} vult andere plekken in dan het Nederlands: {', '.join(sorted(wrong))}"
            raise InhoudFout(path, row.lines[key], what)
    return dict(row)
