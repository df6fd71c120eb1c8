"""Who sent a paper: a known name, a name with a legal form, or what stands largest in the letterhead."""

from __future__ import annotations

import re
from functools import cache
from statistics import median

from opstap.kern.content import INHOUD, load, require
from opstap.lezen.model import Veld, Woord
from opstap.lezen.soort.regels import gewoon, lees_regels
from opstap.lezen.velden import namen, vinders
from opstap.lezen.velden.blokken import blok, stukken
from opstap.lezen.velden.tekst import Regel, Tekst, plat

KOP_REGELS = 14
BOVENAAN = 0.2
"""Part of the height of a picture in which a letterhead is looked for: a photo may lack its top."""
GROTER = 1.12
"""How much larger than the text of the page the letters of a letterhead are."""
ZONDER_BLOK = 5
"""How many lines at the top are letterhead where no address block says where it ends."""
_NUMMER_ERACHTER = re.compile(r"\s*-?\s*(?:nr\b|nummer|no\b)?\.?\s*:?\s*\d")
_IS_LABEL = re.compile(r"\s?-\s?(?:nummer|nr|uitkering|kenmerk)")
_DERDENGELD = re.compile(r"\bderdengelde?n?\b")
"""An account that holds other people's money is named beside its number, and writes to nobody."""
_POSTCODECIJFERS = re.compile(r"(?<!\d)[1-9]\d{3}\s?$")
_VOET = re.compile(r"\b(?:kvk|k\.v\.k|btw|b\.t\.w|handelsregister|swift|bic)\b")
_NAAM = re.compile(
    r"['’]?[A-ZÀ-ÝĀ-ɏḀ-ỿ0-9][\w&'’.À-ɏḀ-ỿ/-]*(?: (?:['’]?[A-ZÀ-ÝĀ-ɏḀ-ỿ0-9&][\w&'’.À-ɏḀ-ỿ/-]*|[&+]|en|van|de|der|den|het|in|voor|'t|’t|ter|ten|op|te)){0,6}"  # noqa: E501
)
_GEEN_KOP = re.compile(
    r"\d{2}|\s\d|[@:|€%]|www\.|\.nl\b|\b(?:pagina|blad|bladzijde|page|postbus|retouradres|telefoon|tel|datum|aan|t\.a\.v|geachte|beste|betreft|onderwerp|uw|u|wij|"
    r"overzicht|specificatie|bericht|brief|besluit|beschikking|factuur|nota|bewijs|verklaring|contract|overeenkomst|ondergetekenden?|uitspraak|vertrouwelijk|"
    r"persoonlijk|toelichting|cijfers|jaarrekening|kopie|origineel|herinnering|aanmaning|sommatie|huurder|verhuurder|werknemer|koper|verkoper)\b"
)


@cache
def bekende_afzenders() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Names of offices and companies that write to everybody, from `inhoud/lezen/afzenders.yaml`."""
    path = INHOUD / "lezen" / "afzenders.yaml"
    content = load(path)
    require(path, content, {"eigenaar": str, "bijgewerkt_op": object, "herzien_voor": object, "afzenders": list})
    names = sorted((str(name) for name in content["afzenders"]), key=len, reverse=True)
    return tuple((name, re.compile(rf"(?<![a-z0-9]){_vorm(name)}(?![a-z0-9])")) for name in names)


def _vorm(name: str) -> str:
    return re.escape(plat(name)).replace(r"\ ", r"\s+")


def afzender(tekst: Tekst) -> Veld | None:
    """The sender, in full where the page has that (`voluit`)."""
    return voluit(tekst, _afzender(tekst))


def _afzender(tekst: Tekst) -> Veld | None:
    """The sender: first what is known by name or form in the letterhead, then what stands largest there, then a name
    further down the top or at the foot of the first page."""
    first = [line for line in tekst.regels if line.bladzijde == tekst.regels[0].bladzijde] if tekst.regels else []
    block = blok(tekst)
    head = first[: block.regel + 1] if block is not None and block.regel < len(first) else first[:ZONDER_BLOK]
    return (
        _mailkop(tekst, first[:4])
        or _organisatie(tekst, head, 0.95)
        or _grootste(tekst, head, first, block.woorden if block is not None else [])
        or _organisatie(tekst, first[:KOP_REGELS], 0.95)
        or _organisatie(tekst, first[-6:], 0.85)
    )


_VAN = re.compile(r"\s*Van:\s*(\S[^<]*?)\s*<[^<>]*@")


def _mailkop(tekst: Tekst, lines: list[Regel]) -> Veld | None:
    """Who sent it, as the head of an e-mail on paper says."""
    for line in lines:
        if (match := _VAN.match(line.tekst)) is not None:
            return tekst.veld(match[1], line.begin + match.start(1), line.begin + match.end(1), 0.9)
    return None


def voluit(tekst: Tekst, found: Veld | None) -> Veld | None:
    """The same name as the firm itself writes it in full elsewhere on a printed page: with its legal form, and not all
    in capitals."""
    if found is None or not _gedrukt(tekst):
        return found
    short = plat(found.waarde)
    for start, end, value in namen.vind_bedrijf(tekst.tekst):
        whole = plat(value)
        longer = whole.startswith(short + " ") or whole == f"stichting {short}"
        if "\n" not in value and value != found.waarde and (longer or (whole == short and found.waarde.isupper())):
            return tekst.veld(value, start, end, found.zekerheid)
    return found


def _organisatie(tekst: Tekst, lines: list[Regel], factor: float) -> Veld | None:
    best: tuple[int, int, str] | None = None
    for line in lines:
        text = _REKENING.sub(lambda account: " " * len(account.group()), tekst.plat[line.begin : line.eind])
        if re.search(r"\d,\d{2}(?!\d)", text):  # a row of a table: who is named there is no sender
            continue
        hits = [(m.start(), m.end(), name) for name, pattern in bekende_afzenders() if (m := _als_naam(pattern, text))]
        if hits:
            start, stop, name = min(hits, key=lambda hit: (hit[0], -hit[1]))
            follows = next((hit for hit in hits if hit[0] == stop + 1), None)
            start, stop, name = follows or (start, stop, name)
            end = _met_bedrijfswoorden(line.tekst, stop)
            shown = line.tekst[start:stop] if _gedrukt(tekst) and not line.tekst[start:stop].islower() else name
            best = (line.begin + start, line.begin + end, shown + line.tekst[stop:end])
        for first, last, value in namen.vind_bedrijf(line.tekst):
            if _DERDENGELD.search(plat(value)):
                continue
            if best is None or line.begin + first <= best[0] <= line.begin + last:
                best = (line.begin + first, line.begin + last, value)
        if best is not None:
            return tekst.veld(" ".join(best[2].split()), best[0], best[1], factor)
    return None


_REKENING = re.compile(r"\bnl\d{2} ?[a-z]{4} ?(?:\d ?){10}")
"""An account: the letters of its bank are no sender."""


def _gedrukt(tekst: Tekst) -> bool:
    """Whether the letters are those of the file itself; in a picture a known name is written as we know it."""
    return not any(page.uit_beeld for page in tekst.bladzijden)


def _als_naam(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A known name that stands there as a name: "KvK 12345678" and "CJIB-nummer" are labels."""
    for match in pattern.finditer(text):
        if _IS_LABEL.match(text[match.end() :]) or _POSTCODECIJFERS.search(text[: match.start()]):
            continue
        if not _VOET.search(match.group()) or not _NUMMER_ERACHTER.match(text[match.end() :]):
            return match
    return None


def _met_bedrijfswoorden(line: str, end: int) -> int:
    """A known name goes on over the words that say what the firm does: "Flanderijn Gerechtsdeurwaarders"."""
    while (more := re.match(r" (?:& )?([A-ZÀ-ÝĀ-ɏḀ-ỿ][\wÀ-ɏḀ-ỿ&-]+)(?![\w.])", line[end:])) and namen.is_bedrijfswoord(
        more[1]
    ):
        end += more.end()
    return end


def _grootste(tekst: Tekst, head: list[Regel], page: list[Regel], own: list[Woord]) -> Veld | None:
    """The name in the largest letters of the letterhead; where nothing is larger, the name that opens the page
    (not in a picture: there the first line read may be any)."""
    body = median([line.hoogte for line in page if line.woorden] or [0.0])
    printed = _gedrukt(tekst)
    found = []
    for number, line in enumerate(head):
        if (line.midden > BOVENAAN and not printed) or line.bedragen():
            continue
        for start, end, words in stukken(tekst, line):
            text = re.sub(r"(?<=[a-z]{4})\.$", "", tekst.tekst[start:end].strip(" ,-"))
            if own and words[0] is own[0]:
                continue
            if _kan_kop_zijn(text):
                tall = max(word.vak[3] - word.vak[1] for word in words) if line.met_vak else 0.0
                found.append((tall, -number, start, end, text))
    if not found:
        return None
    tall, _, start, end, text = max(found)
    if tall > GROTER * body:
        return tekst.veld(text, start, end, 0.9)
    _, place, start, end, text = max(found, key=lambda row: row[1])
    return tekst.veld(text, start, end, 0.75) if printed and place >= -1 and len(page) > 3 else None


def _kan_kop_zijn(text: str) -> bool:
    plain = plat(text)
    if not _NAAM.fullmatch(text) or _GEEN_KOP.search(plain) or len(re.sub(r"[^a-z]", "", plain)) < 3:
        return False
    if vinders.postcode(text) or any(namen.is_labelwoord(word) for word in plain.split()):
        return False
    return not any(pattern.staat_in(gewoon(text)) for rules in lees_regels() for pattern in rules.patronen["titel"])
