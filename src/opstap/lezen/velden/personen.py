"""Who is this paper about, and who sent it: address blocks, letterheads, roles in contracts."""

from __future__ import annotations

import re
from functools import cache

from opstap.kern.content import INHOUD, load, require
from opstap.lezen.model import Veld, Woord
from opstap.lezen.velden import vinders
from opstap.lezen.velden.labels import zoek
from opstap.lezen.velden.tekst import Regel, Tekst, is_wijd, plat

KOP_REGELS = 14


def stukken(tekst: Tekst, line: Regel) -> list[tuple[int, int, list[Woord]]]:
    """A line cut where a wide gap stands between words: (start, end in the text, words)."""
    parts: list[tuple[int, int, list[Woord]]] = []
    for begin, end, word in tekst.plaatsen(line):
        if parts and not is_wijd(parts[-1][2][-1], word):
            start, _, words = parts[-1]
            parts[-1] = (start, end, [*words, word])
        else:
            parts.append((begin, end, [word]))
    return parts


def adresblok(tekst: Tekst) -> tuple[Veld | None, Veld | None]:
    """(naam, adres) of the person a letter is addressed to: postcode line, street above it, name above that."""
    for number, line in enumerate(tekst.regels):
        for start, end, words in stukken(tekst, line):
            town = vinders.postcode(tekst.tekst[start:end])
            if town is None or number == 0:
                continue
            street = _boven(tekst, number, words)
            if street is None or not vinders.is_straat(tekst.tekst[street[0] : street[1]]):
                continue
            if not re.search(r"\d", tekst.tekst[street[0] : street[1]]):
                continue
            name = _naam_boven(tekst, street[2], street[3])
            if name is None:
                continue
            place = f"{tekst.tekst[street[0] : street[1]].strip(' ,')}, {town[1]} {town[2]} {town[3]}"
            return name, tekst.veld(place, street[0], end, 0.95)
    return None, None


def _boven(tekst: Tekst, number: int, words: list[Woord]) -> tuple[int, int, int, list[Woord]] | None:
    """The piece of the line above that starts at the same place."""
    for above in (number - 1, number - 2):
        if above < 0 or tekst.regels[above].bladzijde != tekst.regels[number].bladzijde:
            return None
        if tekst.regels[number].midden - tekst.regels[above].midden > 4 * max(0.006, tekst.regels[number].hoogte):
            return None
        for start, end, found in stukken(tekst, tekst.regels[above]):
            if abs(found[0].vak[0] - words[0].vak[0]) < 0.03:
                return start, end, above, found
    return None


def _naam_boven(tekst: Tekst, number: int, words: list[Woord]) -> Veld | None:
    above = _boven(tekst, number, words)
    if above is None:
        return None
    start, end, _, _ = above
    piece = tekst.tekst[start:end]
    for first, last, value in vinders.vind_naam(piece):
        if not re.search(r"[a-z]", plat(_zonder_titel(piece[:first]))) and last >= len(piece.rstrip(" ,.")) - 1:
            return tekst.veld(value, start + first, start + last, 0.96)
    return None


@cache
def bekende_afzenders() -> tuple[re.Pattern[str], ...]:
    """Names of offices and companies that write to everybody, from `inhoud/lezen/afzenders.yaml`."""
    path = INHOUD / "lezen" / "afzenders.yaml"
    content = load(path)
    require(path, content, {"eigenaar": str, "bijgewerkt_op": object, "herzien_voor": object, "afzenders": list})
    names = sorted((str(name) for name in content["afzenders"]), key=len, reverse=True)
    return tuple(
        re.compile(r"(?<![a-z0-9])" + re.escape(plat(name)).replace(r"\ ", r"\s+") + r"(?![a-z0-9])") for name in names
    )


def afzender(tekst: Tekst) -> Veld | None:
    """Who sent the paper: a known name or an organisation by its form at the top, else at the foot of the first
    page."""
    first = [line for line in tekst.regels if line.bladzijde == tekst.regels[0].bladzijde] if tekst.regels else []
    for lines, factor in ((first[:KOP_REGELS], 0.95), (first[-6:], 0.85)):
        found = _organisatie(tekst, lines, factor)
        if found is not None:
            return found
    return None


def _organisatie(tekst: Tekst, lines: list[Regel], factor: float) -> Veld | None:
    best: tuple[int, int, str] | None = None
    for line in lines:
        text = tekst.plat[line.begin : line.eind]
        hits = [(m.start(), m.end()) for pattern in bekende_afzenders() if (m := pattern.search(text))]
        if hits:
            start, end = min(hits, key=lambda hit: (hit[0], -hit[1]))
            best = (line.begin + start, line.begin + end, tekst.tekst[line.begin + start : line.begin + end])
        for first, last, value in vinders.vind_bedrijf(line.tekst):
            if best is None or line.begin + first <= best[0] <= line.begin + last:
                best = (line.begin + first, line.begin + last, value)
        if best is not None:
            return tekst.veld(" ".join(best[2].split()), best[0], best[1], factor)
    return None


def bij_rol(tekst: Tekst, rol: str, persoon: bool) -> Veld | None:
    """The party of a contract: "X, hierna te noemen: werkgever" or "X (huurder)"."""
    pattern = re.compile(
        rf"(?:hierna|verder|nader)[\s,]+(?:ook\s+)?(?:te\s+noemen|genoemd|aan\s+te\s+duiden\s+als|aangeduid\s+als)?[\s:,]*[\"'“„‘]?\s*(?:de\s+)?{rol}\b"
        rf"|[\"'“(„‘]\s*(?:de\s+)?{rol}\s*[\"'”)’]|,\s*(?:de\s+)?{rol}\s*(?=;|,?\n|$)"
    )
    find = vinders.vind_naam if persoon else vinders.vind_bedrijf
    for match in pattern.finditer(tekst.plat):
        begin = max(0, match.start() - 420)
        other = _andere_rol(tekst.plat, begin, match.start())
        piece = tekst.tekst[other : match.start()]
        values = ([] if persoon else _los_voor_komma(piece)) or find(piece) or find(piece.replace("\n", " "))
        if values:
            first, last, value = values[0]
            return tekst.veld(value, other + first, other + last, 0.93)
    return None


def _los_voor_komma(piece: str) -> list[tuple[int, int, str]]:
    """A company without its form that opens its part of the contract: "Ons Huis, gevestigd te Apeldoorn"."""
    match = re.search(
        r"(?m)^\W*(?:[12A-Ba-b][.)]\s*)?([A-ZÀ-Ý][\w&'’.-]*(?: [\w&'’.-]+){0,5}), (?:gevestigd|kantoorhoudend|statutair)",  # noqa: E501
        piece,
    )
    return [(match.start(1), match.end(1), match[1])] if match else []


def _andere_rol(text: str, begin: int, end: int) -> int:
    """Where the part about this party begins: after the last "hierna te noemen …" or " en " on a line of its own."""
    last = begin
    for match in re.finditer(
        r"(?:hierna|verder|nader)[^\n.;]{3,45}|,\s*(?:de\s+)?(?:ver)?(?:werkgever|werknemer|huurder|oproepkracht|verkoper|koper)\s*(?:;|,?\n)|\n\s*(?:en\b|enerzijds\b|2\.|b\.)",
        text[begin:end],
    ):
        last = begin + match.end()
    return last


def naam(tekst: Tekst, labels: tuple[str, ...], rol: str | None = None) -> Veld | None:
    """The person: by a label, by the role in a contract, or by the address block."""
    if rol:
        found = bij_rol(tekst, rol, True)
        if found is not None:
            return found
    for hit in zoek(tekst, labels, _hele_naam, 12, vooraan=rol is not None):
        return tekst.veld(hit.waarde, hit.begin, hit.eind, 0.97 * hit.zekerheid)
    return adresblok(tekst)[0] or _die_geboren_is(tekst)


def _die_geboren_is(tekst: Tekst) -> Veld | None:
    """ "… verklaren wij dat Jan Bakker, geboren op 3 april 1990": the one name in front of a day of birth."""
    found = {}
    for match in re.finditer(r",?\s+geboren\s+(?:op\b|te\b|\d)", tekst.plat):
        begin = max(0, match.start() - 60)
        names = vinders.vind_naam(tekst.tekst[begin : match.start()])
        if names and begin + names[-1][1] >= match.start() - 1:
            found[names[-1][2]] = (begin + names[-1][0], begin + names[-1][1])
    if len(found) != 1:
        return None
    ((value, place),) = found.items()
    return tekst.veld(value, *place, 0.92)


def _hele_naam(text: str) -> list[tuple[int, int, str]]:
    """A name directly after its label; what stands further off is somebody else's."""
    return [
        found for found in vinders.vind_naam(text) if not re.search(r"[a-z0-9]", plat(_zonder_titel(text[: found[0]])))
    ]


def _zonder_titel(text: str) -> str:
    return re.sub(r"(?i)\b(?:aan|de|dhr|mevr|mw|mevrouw|heer|hr|mr|drs|dr|ing|is|fam|familie|en|of)\b", "", text)


def bedrijf(tekst: Tekst, labels: tuple[str, ...], rol: str | None, kop: bool, persoon: bool) -> Veld | None:
    """An organisation (or, for a landlord, a person): by label, by role, or from the letterhead."""

    def find(text: str) -> list[tuple[int, int, str]]:
        found = vinders.vind_bedrijf(text)
        return found or (_hele_naam(text) if persoon else _los_bedrijf(text))

    if rol:
        found = bij_rol(tekst, rol, False) or (bij_rol(tekst, rol, True) if persoon else None)
        if found is not None:
            return found
    for hit in zoek(tekst, labels, find, 6, vooraan=rol is not None):
        return tekst.veld(hit.waarde, hit.begin, hit.eind, 0.96 * hit.zekerheid)
    return afzender(tekst) if kop else None


def _los_bedrijf(text: str) -> list[tuple[int, int, str]]:
    """A company without its form behind a label: one to five words with a capital, the whole rest of the line."""
    match = re.match(r"\s*:?\s*([A-ZÀ-Ý][\w&'’.-]*(?: (?:[A-ZÀ-Ý&][\w&'’.-]*|van|de|der|en)){0,4})\s*$", text)
    if match is None or any(plat(word) in vinders._GEEN_NAAM for word in match[1].split()):
        return []
    return [(match.start(1), match.end(1), match[1])]
