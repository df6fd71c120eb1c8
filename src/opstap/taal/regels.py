"""The rules of the text check. Each looks at the sentences of a text and names a spot and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from opstap.taal.leestekst import EINDE, Leestekst, parse
from opstap.taal.lijsten import dreigend, moeilijk, zinsbouw
from opstap.taal.woorden import verboden_woorden, vermijd_woorden
from opstap.taal.woordvorm import is_gewoon, lettergrepen
from opstap.taal.zinnen import Woord, Zin, split

LANGE_ZIN = 20
WORDEN = frozenset(["word", "wordt", "worden", "werd", "werden", "geworden"])
ZIJN = frozenset(["is", "zijn", "was", "waren", "ben", "bent"])
_STOP = frozenset(
    [
        "als",
        "omdat",
        "dat",
        "zodat",
        "wanneer",
        "terwijl",
        "voordat",
        "nadat",
        "totdat",
        "want",
        "maar",
        "indien",
        "tenzij",
        "hoewel",
        "of",
    ]
)
_APART = (
    "aan|achter|af|bij|binnen|buiten|dicht|door|goed|in|klaar|los|mee|mede|na|om|onder"
    "|op|open|over|samen|stil|stop|tegemoet|tegen|terug|toe|uit|vast|vol|voor|vrij|waar|weg"
)
_GE = re.compile(rf"(?:(?:{_APART})ge\w{{2,}}|ge\w{{3,}})(?:d|t|en)$")
_ONSCHEIDBAAR = re.compile(
    rf"(?:(?:{_APART}))?(?:be|ver|ont|her|er|mis|door|over|onder)\w{{3,}}(?:[^aeiou]d|[kfpsx]t|cht|id)$"
)
_ING = re.compile(r"\b(?P<het>het\s+(?:\w+\s+){0,2}?(?P<inf>\w{4,}en)|(?P<ing>\w{4,}ing(?:en)?))\s+van\b", re.I)
_ACRONYM = re.compile(r"(?<![\w.-])(?:[A-Z]{2,}(?:[&/][A-Z]+)?|[A-Z][a-z]?[A-Z]+[a-z]?|[A-Z][a-z]{1,2}[bw]?)(?![\w-])")
_DOTTED = re.compile(r"(?<![\w.])(?:[a-z]\.){2,}(?!\w)")
_CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-Ý]{4,}(?:[ ,!]+[A-ZÀ-Ý]{2,})+!*|!{2,}")


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding: which rule, the text it is about, and what to do. `van` and `tot` in what was handed in."""

    regel: str
    tekst: str
    van: int
    tot: int
    advies: str

    def as_json(self) -> dict[str, str | int]:
        return {"regel": self.regel, "tekst": self.tekst, "van": self.van, "tot": self.tot, "advies": self.advies}


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding in the text that is read, before it is taken back to the source."""

    regel: str
    van: int
    tot: int
    advies: str


Regel = Callable[[str, list[Zin]], Iterator[Spot]]


def bevindingen(bron: str, soort: str | None = None, regels: frozenset[str] | None = None) -> list[Bevinding]:
    """Every finding in a text, Markdown or HTML, in order. `regels`: only these rules. Places are exact in `bron`."""
    return find(parse(bron, soort), regels)


def find(lees: Leestekst, regels: frozenset[str] | None = None) -> list[Bevinding]:
    """Every finding in a text that was read already."""
    zinnen = split(lees.tekst)
    spots = sorted(
        {
            spot
            for name, regel in REGELS.items()
            if regels is None or name in regels
            for spot in regel(lees.tekst, zinnen)
        },
        key=lambda spot: (spot.van, -spot.tot, spot.regel),
    )
    avoided = {place for spot in spots if spot.regel == "vermijd_woord" for place in range(spot.van, spot.tot)}
    found, seen = [], set()
    for spot in spots:
        van, tot = lees.spot(spot.van, spot.tot)
        if (spot.regel == "moeilijk_woord" and spot.van in avoided) or (spot.regel, van, tot) in seen:
            continue
        seen.add((spot.regel, van, tot))
        found.append(Bevinding(spot.regel, lees.bron[van:tot], van, tot, spot.advies))
    return found


def avoid(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    for vondst in vermijd_woorden(tekst):
        if EINDE not in vondst.tekst:
            yield Spot("vermijd_woord", vondst.van, vondst.tot, vondst.advies)


def long_sentence(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    for zin in zinnen:
        if len(zin.woorden) > LANGE_ZIN:
            yield Spot("lange_zin", zin.van, zin.tot, f"{len(zin.woorden)} woorden: maak er twee of drie zinnen van")


def difficult_word(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    for zin in zinnen:
        for place, woord in enumerate(zin.woorden):
            advies = advice(woord, first=place == 0)
            if advies:
                yield Spot("moeilijk_woord", woord.van, woord.tot, advies)


def advice(woord: Woord, *, first: bool) -> str | None:
    """Why a word is difficult, and a plainer one when the list has it; None for a common word, a name or a number."""
    low = woord.klein
    whole, begins = moeilijk()
    if low in whole:
        return whole[low]
    for begin in (low[:length] for length in range(len(low), 3, -1)):
        if begin in begins:
            return begins[begin]
    if len(low) < 10 or not woord.is_taal or (woord.tekst[0].isupper() and not first):
        return None
    hard = lettergrepen(low) >= 4 or len(low) >= 13
    return "zoek een gewoner woord, of leg het uit" if hard and not is_gewoon(low) else None


def passive(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    lists = zinsbouw()
    for zin in zinnen:
        for place, woord in enumerate(zin.woorden):
            if woord.klein in WORDEN:
                other = _participle_near(zin, place)
            elif woord.klein in ZIJN:
                other = next((w for w in _clause(zin, place, tekst) if w.klein in lists.met_zijn), None)
            else:
                continue
            if other:
                van, tot = min(woord.van, other.van), max(woord.tot, other.tot)
                yield Spot("lijdende_vorm", van, tot, "zeg wie het doet: wij …, of u …")


def is_participle(word: str) -> bool:
    """Whether a word looks like a Dutch past participle."""
    lists = zinsbouw()
    if word in lists.geen_deelwoord or word.endswith("heid"):
        return False
    return word in lists.sterk_deelwoord or bool(_GE.match(word) or _ONSCHEIDBAAR.match(word))


def _participle_near(zin: Zin, place: int) -> Woord | None:
    """After a form of worden in the same clause, or just before it (“dat uw aanvraag afgewezen wordt”)."""
    words = zin.woorden
    if words[place].klein == "geworden":
        return None
    for after in words[place + 1 : place + 16]:
        if after.klein in _STOP:
            break
        if is_participle(after.klein):
            return after
    before = words[max(0, place - 2) : place]
    return next((word for word in reversed(before) if is_participle(word.klein)), None)


def _clause(zin: Zin, place: int, tekst: str) -> list[Woord]:
    """The words after (and the two before) a verb, up to a comma or the next clause."""
    words = list(reversed(zin.woorden[max(0, place - 2) : place]))
    previous = zin.woorden[place]
    for after in zin.woorden[place + 1 : place + 14]:
        if after.klein in _STOP or re.search(r"[,;:()]", tekst[previous.tot : after.van]):
            break
        words.append(after)
        previous = after
    return words


def noun_style(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    lists = zinsbouw()
    tell = "zeg het met een werkwoord: wie doet wat?"
    for zin in zinnen:
        for match in _ING.finditer(zin.tekst):
            word = (match["inf"] or match["ing"]).lower()
            if (
                word not in (lists.eten_van if match["inf"] else lists.gewone_ing)
                and word.removesuffix("en") not in lists.gewone_ing
            ):
                yield Spot("naamwoordstijl", zin.van + match.start(), zin.van + match.end(), tell)
        for verb in lists.functiewerkwoord:
            for match in verb.patroon.finditer(zin.tekst):
                yield Spot("naamwoordstijl", zin.van + match.start(), zin.van + match.end(), verb.advies)
        nouns = [
            w for w in zin.woorden if re.search(r"\w{3,}(?:ing|ingen|atie|aties)$", w.klein) and not _is_thing(w.klein)
        ]
        if len(nouns) >= 3:
            yield Spot(
                "naamwoordstijl", nouns[0].van, nouns[-1].tot, "veel zelfstandige naamwoorden: gebruik werkwoorden"
            )


def _is_thing(word: str) -> bool:
    return word in zinsbouw().gewone_ing or word.removesuffix("en") in zinsbouw().gewone_ing or is_gewoon(word)


def threat(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    for zin in zinnen:
        for patroon in dreigend():
            match = patroon.search(zin.tekst)
            if match:
                yield Spot("dreigend", zin.van + match.start(), zin.van + match.end(), patroon.advies)
                break


def shouting(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    for match in _CAPITALS.finditer(tekst):
        yield Spot("hoofdletters", match.start(), match.end(), "gebruik gewone letters; hoofdletters lijken op roepen")


def abbreviation(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    lists = zinsbouw()
    explained = {match[1].lower() for match in re.finditer(r"\(([A-Za-z&]{2,8})\)", tekst)}
    dotted = "|".join(re.escape(short) for short in sorted(lists.afkortingen, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w.])(?:{dotted})(?![\w])", tekst, re.IGNORECASE):
        short = match.group().lower()
        is_hour = short != "u." or tekst[max(0, match.start() - 3) : match.start()].rstrip()[-1:].isdigit()
        if short not in explained and is_hour:
            yield Spot("afkorting", match.start(), match.end(), f"schrijf het uit: {lists.afkortingen[short]}")
    for match in _DOTTED.finditer(tekst):
        if match.group().lower() not in lists.afkortingen:
            yield Spot("afkorting", match.start(), match.end(), "schrijf het uit")
    for match in _ACRONYM.finditer(tekst):
        name = match.group()
        if not name.isupper() or name.lower() in explained or name in lists.bekend or name.lower() in lists.afkortingen:
            continue
        if not _in_capitals(tekst, match):
            yield Spot("afkorting", match.start(), match.end(), "schrijf het uit, of leg het uit")


def _in_capitals(tekst: str, match: re.Match[str]) -> bool:
    """A word in a line of capitals, a postcode or a part of a number is no abbreviation."""
    around = tekst[max(0, match.start() - 12) : match.end() + 12]
    before = tekst[max(0, match.start() - 8) : match.start()].rstrip()[-4:]
    after = tekst[match.end() : match.end() + 3].lstrip()[:1]
    return before.isdigit() or after.isdigit() or bool(_CAPITALS.search(around))


def double_negation(tekst: str, zinnen: list[Zin]) -> Iterator[Spot]:
    lists = zinsbouw()
    for zin in zinnen:
        for pattern in (lists.ontkenning, *lists.dubbel):
            for match in pattern.finditer(zin.tekst):
                if not re.search(
                    r"[,;:]|\b(?:en|maar|want|die|dat|als|omdat)\b", match.group()[4:-4].replace(" dat ", " ", 1)
                ):
                    yield Spot(
                        "dubbele_ontkenning",
                        zin.van + match.start(),
                        zin.van + match.end(),
                        "zeg het zonder twee keer nee",
                    )


REGELS: dict[str, Regel] = {
    "vermijd_woord": avoid,
    "lange_zin": long_sentence,
    "moeilijk_woord": difficult_word,
    "lijdende_vorm": passive,
    "naamwoordstijl": noun_style,
    "dreigend": threat,
    "afkorting": abbreviation,
    "dubbele_ontkenning": double_negation,
    "hoofdletters": shouting,
}


def guard_page(bron: str, taal: str = "nl") -> list[str]:
    """What must never stand on a rendered page: words for people that hurt, and threats. Empty when the page is fine.

    `bron` is the HTML as sent; styles, scripts and addresses are not read, texts that are read out (alt, title,
    aria-label, placeholder) are. Threats are looked for in Dutch only.
    """
    lees = parse(bron, "html")
    found = [f"{vondst.tekst}: {vondst.advies}" for vondst in verboden_woorden(lees.tekst, taal)]
    if taal == "nl":
        found += [f"{row.tekst}: {row.advies}" for row in find(lees, frozenset({"dreigend"}))]
    return found
