"""Pieces of a line, and the block with name, street and town to which a letter is addressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from opstap.lezen.model import Veld, Woord
from opstap.lezen.velden import namen, vinders
from opstap.lezen.velden.tekst import Regel, Tekst, is_wijd, plat

_AFZENDER = re.compile(r"\b(?:telefoon|tel|www|kvk|btw|iban|e-?mail|fax|postbus|internet)\b|@|www\.")


@dataclass(frozen=True, slots=True)
class Blok:
    """Name and address of a person. `regel`: number of the line with the name; `woorden`: the words of that line's
    piece; `gewicht`: how much it looks like the person written to, and not like the sender's own address."""

    regel: int
    woorden: list[Woord]
    naam: Veld
    adres: Veld
    gewicht: float


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
    """(naam, adres) of the person a letter is addressed to; (None, None) when no block is found."""
    block = blok(tekst)
    return (block.naam, block.adres) if block is not None else _op_een_regel(tekst)


_SCHEIDING = re.compile(r"\s*[·•|]\s*|\s{3,}|,\s+")


def _op_een_regel(tekst: Tekst) -> tuple[Veld | None, Veld | None]:
    """Name, street and town beside each other: "J. Smit · Dorpsstraat 3 · 7031 CJ Wehl"."""
    for line in tekst.regels:
        town = vinders.postcode(line.tekst)
        if town is None or _AFZENDER.search(tekst.plat[line.begin : line.eind]):
            continue
        ends = [0, *(place for cut in _SCHEIDING.finditer(line.tekst[: town.start()]) for place in cut.span())]
        both = zip(ends[::2], [*ends[1::2], town.start()], strict=True)
        parts = [(first, last) for first, last in both if last > first]
        if len(parts) < 2 or not vinders.is_straat(line.tekst[slice(*parts[-1])]):
            continue
        names = namen.vind_naam(line.tekst[slice(*parts[-2])])
        if names and names[-1][1] >= parts[-2][1] - parts[-2][0] - 1:
            begin = line.begin + parts[-2][0]
            street = line.tekst[slice(*parts[-1])].strip(" ,")
            place = f"{street}, {town[1]} {town[2]} {town[3]}"
            name = tekst.veld(names[-1][2], begin + names[-1][0], begin + names[-1][1], 0.9)
            return name, tekst.veld(place, line.begin + parts[-1][0], line.begin + town.end(), 0.9)
    return None, None


_VAN_AFZENDER = re.compile(
    r"(?:\bpost\b|\bnaar|retour\w*|stuur\w*|bezoekadres|gevestigd\w*|kantoor\w*)\W+(?:\w+\W+){0,2}$", re.I
)
"""What stands before an address to write to: that of who sent the letter."""
_NUMMER_ONDER = re.compile(r"\n(?=\d{1,5}(?:[ -]?\w{1,4})?, ?[1-9]\d{3} ?[A-Z]{2}\b)")
"""A line end between a street and its number, when the postcode follows: "Wagnerplein" / "214, 5011 LR Tilburg"."""


def enig_adres(tekst: Tekst, ook_blok: bool) -> Veld | None:
    """The one whole address (street, postcode, town) in the running text; with `ook_blok` else the one the letter was
    sent to."""
    block = blok(tekst)
    found: dict[str, Veld] = {}
    running = _NUMMER_ONDER.sub(" ", tekst.tekst)
    for start, end, value in vinders.vind_adres(running):
        broken = "\n" in running[start:end] and not re.search(r",\s*\n", running[start:end])
        if _VAN_AFZENDER.search(running[max(0, start - 40) : start]):
            continue
        if vinders.postcode(value) and not broken and _in_lopende_tekst(tekst, start, block):
            found.setdefault(plat(value), tekst.veld(value, start, end, 0.85))
    if len(found) == 1:
        return next(iter(found.values()))
    return replace(block.adres, zekerheid=0.8) if ook_blok and block is not None else None


def _in_lopende_tekst(tekst: Tekst, start: int, block: Blok | None) -> bool:
    """Whether this stands below the letterhead and above the foot, and not among the sender's own numbers."""
    number = tekst.regel_op(start)
    line = tekst.regels[number]
    head = block.regel + 2 if block is not None else 1
    return number > head and line.midden < 0.93 and not _AFZENDER.search(tekst.plat[line.begin : line.eind])


def blok(tekst: Tekst) -> Blok | None:
    """The address block of the person: postcode line, street above it, name above that. Of several blocks the one that
    looks most like a person's, then the first."""
    return max(_blokken(tekst), key=lambda found: found.gewicht, default=None)


_STREEP = re.compile(r"(?<=\d) ?- ?(?=\d)")


def _blokken(tekst: Tekst) -> Iterator[Blok]:
    for number, line in enumerate(tekst.regels):
        for start, end, words in stukken(tekst, line):
            town = _plaats(tekst, number, start, end, words)
            if town is None or number == 0:
                continue
            street = _straat(tekst, number, start, end, words, town)
            above = _boven(tekst, street[2], street[3]) if street is not None else None
            if above is not None and _PER_ADRES.match(tekst.tekst[above[0] : above[1]]):
                above = _boven(tekst, above[2], above[3])
            name = _naam_in(tekst, above) if above is not None else None
            if street is None or above is None or name is None:
                continue
            set_right = abs(above[3][0].vak[0] - words[0].vak[0]) >= 0.03
            if set_right and not _PERSOONLIJK.search(tekst.tekst[above[0] : above[1]]):
                continue  # at the right the sender has his own address too
            house = _STREEP.sub("-", tekst.tekst[street[0] : street[1]].strip(" ,:"))
            place = f"{house}, {town.tekst}"
            address = tekst.veld(place, street[0], town.eind, 0.95)
            yield Blok(above[2], above[3], name, address, _gewicht(tekst, above, number, words))


_PER_ADRES = re.compile(r"(?i)p/a |c/o |per adres ")
"""A line between the name and the street: with whom the person stays."""


@dataclass(frozen=True, slots=True)
class _Plaats:
    """Postcode and town: as written, and where they begin in their line's piece and end in the whole text."""

    tekst: str
    begin: int
    eind: int


_ALLEEN_CODE = re.compile(r"([1-9]\d{3})\s?([A-Z]{2})$")
_ALLEEN_PLAATS = re.compile(r"['’]?[A-ZÀ-Ý][\w'’À-ɏḀ-ỿ-]+(?: [\w'’À-ɏḀ-ỿ-]+){0,4}$")


def _plaats(tekst: Tekst, number: int, start: int, end: int, words: list[Woord]) -> _Plaats | None:
    """Postcode and town in this piece, the town perhaps straight under it."""
    piece = tekst.tekst[start:end]
    town = vinders.postcode(piece)
    if town is not None:
        return _Plaats(f"{town[1]} {town[2]} {town[3]}", town.start(), end)
    code = _ALLEEN_CODE.fullmatch(piece)
    found = _plaats_onder(tekst, number, words) if code is not None else None
    return _Plaats(f"{code[1]} {code[2]} {found[0]}", 0, found[1]) if code is not None and found is not None else None


Stuk = tuple[int, int, int, list[Woord]]
"""(start, end in the text, number of the line, words)."""


def _straat(tekst: Tekst, number: int, start: int, end: int, words: list[Woord], town: _Plaats) -> Stuk | None:
    """The street above the postcode, or before it in the same piece."""
    before = tekst.tekst[start : start + town.begin].rstrip(" ,")
    line = tekst.regels[number]
    if re.search(r"\d", before) and vinders.is_straat(before):
        if _AFZENDER.search(tekst.plat[line.begin : line.eind]):
            return None
        return start, start + len(before), number, words
    street = _boven(tekst, number, words)
    if street is None or not re.search(r"\d", piece := tekst.tekst[street[0] : street[1]]):
        return None
    return street if vinders.is_straat(piece) else None


_PERSOONLIJK = re.compile(
    r"(?i:\b(?:dhr|mevr|mw|mevrouw|heer|hr|mr|drs|fam|familie)\b)"
    r"|\b[A-ZÀ-ÝĀ-ɏḀ-ỿ][a-z]{0,2}\.|^[A-ZÀ-ÝĀ-ɏḀ-ỿ] [A-ZÀ-ÝĀ-ɏḀ-ỿ]"
)


def _gewicht(tekst: Tekst, above: Stuk, number: int, words: list[Woord]) -> float:
    """A title or initials speak for a person; a telephone number under the block speaks for the sender."""
    piece = tekst.tekst[above[0] : above[1]]
    weight = 2.0 if _PERSOONLIJK.search(piece) else 0.0
    for line in tekst.regels[number + 1 : number + 3]:
        for start, end, found in stukken(tekst, line):
            if abs(found[0].vak[0] - words[0].vak[0]) < 0.03 and _AFZENDER.search(tekst.plat[start:end]):
                weight -= 3.0
    return weight


def met_plaats_eronder(tekst: Tekst, begin: int, end: int) -> tuple[str, int] | None:
    """(postcode and town, where they end) for an address in a narrow column, the town under its postcode."""
    number = tekst.regel_op(begin)
    line = tekst.regels[number]
    code = re.match(r",? ?([1-9]\d{3}) ?([A-Z]{2})(?=\s{2}|$)", tekst.tekst[end : line.eind])
    words = [word for word, _, real in tekst.woorden(begin, end) if real]
    if code is None or not words:
        return None
    found = _plaats_onder(tekst, number, words)
    return (f"{code[1]} {code[2]} {found[0]}", end + code.end()) if found is not None else None


def _plaats_onder(tekst: Tekst, number: int, words: list[Woord]) -> tuple[str, int] | None:
    if number + 1 >= len(tekst.regels):
        return None
    for first, last, below in stukken(tekst, tekst.regels[number + 1]):
        if abs(below[0].vak[0] - words[0].vak[0]) < 0.03 and _ALLEEN_PLAATS.fullmatch(tekst.tekst[first:last]):
            return tekst.tekst[first:last], last
    return None


def _boven(tekst: Tekst, number: int, words: list[Woord]) -> Stuk | None:
    """The piece of the line above that starts (or, in a block set to the right, ends) at the same place."""
    for above in (number - 1, number - 2):
        if above < 0 or tekst.regels[above].bladzijde != tekst.regels[number].bladzijde:
            return None
        if tekst.regels[number].midden - tekst.regels[above].midden > 4 * max(0.006, tekst.regels[number].hoogte):
            return None
        for start, end, found in stukken(tekst, tekst.regels[above]):
            left, right = found[0].vak[0] - words[0].vak[0], found[-1].vak[2] - words[-1].vak[2]
            if abs(left) < 0.03 or abs(right) < 0.006:
                return start, end, above, found
    return None


def _naam_in(tekst: Tekst, above: Stuk) -> Veld | None:
    """The name in a piece that holds nothing else but a title."""
    start, end, _, _ = above
    piece = tekst.tekst[start:end]
    for first, last, value in namen.vind_naam(piece):
        alone = last >= len(piece.rstrip(" ,.")) - 1 or _MET_ANDER.match(piece[last:])
        if not re.search(r"[a-z]", plat(zonder_titel(piece[:first]))) and alone:
            return tekst.veld(value, start + first, start + last, 0.96)
    return None


EN_OF = r"(?:en/of|e/o|eo)"
_LINK_ACHTER, _LINK_VOOR = re.compile(rf"(?i)\s({EN_OF}|en)$"), re.compile(rf"(?i)({EN_OF})\b")
_AANHEF = re.compile(r"(?i)(?:de )?(?:dhr|mevr|mw|mevrouw|heer|hr)\b\.?(?: (?:drs|mr|ir|ing|dr)\b\.?)?")


def naam_erboven(tekst: Tekst, naam: Veld) -> tuple[Veld, str] | None:
    """The first of two people under each other, when `naam` is the second, and what joins them: "R SMIT EO" above "A
    SMIT-BOS", or two names that each have a title."""
    place = tekst.tekst.find(naam.waarde)
    pieces = stukken(tekst, tekst.regels[tekst.regel_op(place)]) if place >= 0 else []
    here = next((piece for piece in pieces if piece[0] <= place < piece[1]), None)
    above = _boven(tekst, tekst.regel_op(place), here[2]) if here is not None else None
    if here is None or above is None:
        return None
    first, before = tekst.tekst[above[0] : above[1]], tekst.tekst[here[0] : place].strip()
    behind = _LINK_ACHTER.search(first)
    link = behind or _LINK_VOOR.match(before)
    if link is None and not (_AANHEF.match(first) and _AANHEF.fullmatch(before)):
        return None
    found = _naam_in(tekst, (above[0], above[0] + behind.start() if behind else above[1], above[2], above[3]))
    return (found, f" {link[1]} " if link else ", ") if found is not None else None


_MET_ANDER = re.compile(r"(?i)\s+(?:e/o|en/of|eo|e/v|c\.s\.|en)\b|\s+/\s")
"""What stands between the first of two names and the second."""


def zonder_titel(text: str) -> str:
    """Without the words that stand before a name."""
    return _TITELS.sub("", text)


_TITELS = re.compile(
    r"(?i)\bt\.a\.v\.|\b(?:aan|de|dhr|mevr|mw|mevrouw|heer|hr|mr|drs|dr|ing|is|fam|familie|erven|en|of)\b"
)
