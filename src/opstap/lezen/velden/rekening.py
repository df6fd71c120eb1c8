"""Whose account is this, and what kind of benefit: things read from the top of a paper."""

from __future__ import annotations

import re
from dataclasses import replace

from opstap.lezen.model import Veld
from opstap.lezen.velden import waarden
from opstap.lezen.velden.blokken import EN_OF, adresblok, naam_erboven, zonder_titel
from opstap.lezen.velden.kolom import Vondst
from opstap.lezen.velden.labels import zoek
from opstap.lezen.velden.namen import vind_naam
from opstap.lezen.velden.personen import met_titel
from opstap.lezen.velden.tekst import Tekst, plat
from opstap.lezen.velden.vinders import vind_iban

_REKENING_LABELS = (
    "iban",
    "rekeningnummer",
    "betaalrekening",
    "rekening",
    "privérekening",
    "spaarrekening",
    "rekeningnr",
    "account",
)
_HOUDER_LABELS = (
    "rekeninghouder", "naam rekeninghouder", "rekeninghouder(s)", "ten name van", "t.n.v.", "tnv", "op naam van", "houder", "tenaamstelling", "account holder", "begunstigde", "naam",  # noqa: E501
)  # fmt: skip


def rekening(tekst: Tekst) -> Veld | None:
    """The account of the statement: by its label, else the first IBAN above the first booking. Never one of a
    booking."""
    limit = eerste_boeking(tekst)
    for label in _REKENING_LABELS:
        for hit in zoek(tekst, (label,), vind_iban, 60):
            if hit.begin < limit:
                return tekst.veld(hit.waarde, hit.begin, hit.eind, 0.99)
    for match, value in waarden.ibans(tekst.tekst):
        if match.start() < limit:
            return tekst.veld(value, match.start(), match.end(), 0.95)
    for hit in _opent_regel(tekst, zoek(tekst, _REKENING_LABELS[1:], vind_iban, 60)):
        return tekst.veld(hit.waarde, hit.begin, hit.eind, 0.9)
    return _aan_de_voet(tekst) or _zonder_proef(tekst, limit)


def _aan_de_voet(tekst: Tekst) -> Veld | None:
    """The account that stands with the name of its holder on one line, or at the foot of more than one page."""
    name = houder(tekst)
    feet: dict[str, set[int]] = {}
    for match, value in waarden.ibans(tekst.tekst):
        line = tekst.regels[tekst.regel_op(match.start())]
        pages = feet.setdefault(value, set())
        pages |= {line.bladzijde} if line.midden > VOET else set()
        if len(pages) > 1 or (name is not None and name.waarde in line.tekst):
            return tekst.veld(value, match.start(), match.end(), 0.9)
    return None


VOET = 1.2
"""From here on, in widths of an A4 page from its top, a line stands at the foot."""


def _opent_regel(tekst: Tekst, hits: list[Vondst]) -> list[Vondst]:
    """Of accounts further down only those on a line that opens with such a label ("Spaarrekening: NL…")."""
    lines = [(hit, tekst.plat[tekst.regels[tekst.regel_op(hit.begin)].begin : hit.begin]) for hit in hits]
    return [hit for hit, before in lines if before.strip(" :") in _REKENING_LABELS]


_IBAN = re.compile(r"(?<![A-Z0-9])NL\s?\d{2}\s?[A-Z]{4}\s?(?:\d\s?){9}\d(?![A-Z0-9])")


def _zonder_proef(tekst: Tekst, limit: int) -> Veld | None:
    """Where nothing can be misread (a text layer), a number that fails its check is what the bank wrote: given with
    less certainty, as for an export."""
    match = _IBAN.search(tekst.tekst, 0, limit)
    if match is None or any(page.uit_beeld for page in tekst.bladzijden):
        return None
    return tekst.veld("".join(match.group().split()), match.start(), match.end(), 0.6)


def eerste_boeking(tekst: Tekst) -> int:
    """Where the first line stands that begins with a day and holds an amount."""
    for line in tekst.regels:
        day = re.match(r"\W*\d{1,2}[-/. ](?:\d{1,2}(?![\d,])|[A-Za-z]{3,9})", line.tekst) or _dag_in_rij(line.tekst)
        if day and any(value.met_centen for _, value in line.bedragen(day.end())):
            return line.begin
    return len(tekst.tekst) + 1


def _dag_in_rij(text: str) -> re.Match[str] | None:
    """The day of a row that opens with its description: with an amount behind it, and no balance told."""
    if re.search(r"saldo|rente|totaal|balance|limiet|periode", plat(text)):
        return None
    return next((match for match, _ in waarden.datums(text)), None)


def houder(tekst: Tekst, scherm: bool = False) -> Veld | None:
    """The holder of the account: by a label at the top, else the name the statement is addressed to; on the `scherm` of
    an app also the name above the account."""
    limit = eerste_boeking(tekst)
    hits = [hit for label in _HOUDER_LABELS for hit in zoek(tekst, (label,), vind_naam, 8)]
    for hit in hits:
        if hit.begin < limit and not _in_tabel(tekst, hit.begin):
            return _met_tweede(tekst, tekst.veld(hit.waarde, hit.begin, hit.eind, 0.96))
    name = adresblok(tekst)[0] or _bij_rekening(tekst, scherm) or met_titel(tekst)
    return _met_tweede(tekst, name) if name is not None else None


_TWEEDE = re.compile(rf"(?i:\s+(?:{EN_OF}|/)\s+)")


def _met_tweede(tekst: Tekst, name: Veld) -> Veld:
    """Both holders of a joint account, when a second name stands behind the first ("N. Smit en/of P. Bakker") or the
    first on the line above it."""
    for match in re.finditer(re.escape(name.waarde) + _TWEEDE.pattern, tekst.tekst):
        line = tekst.regels[tekst.regel_op(match.end())]
        for first, last, value in vind_naam(tekst.tekst[match.end() : line.eind])[:1]:
            if not re.search(r"[a-z]", zonder_titel(tekst.plat[match.end() : match.end() + first])):
                both = f"{tekst.tekst[match.start() : match.end()]}{value}"
                return tekst.veld(" ".join(both.split()), match.start(), match.end() + last, name.zekerheid)
    above = naam_erboven(tekst, name)
    return name if above is None else replace(above[0], waarde=f"{above[0].waarde}{above[1]}{name.waarde}")


def _in_tabel(tekst: Tekst, position: int) -> bool:
    """Whether this stands under a head of the table of bookings ("Naam / omschrijving")."""
    number = tekst.regel_op(position)
    above = tekst.regels[max(0, number - 3) : number + 1]
    return any(re.search(r"\b(?:omschrijving|tegenpartij|mededelingen)\b", plat(line.tekst)) for line in above)


def _bij_rekening(tekst: Tekst, scherm: bool) -> Veld | None:
    """The name beside the account on its line, or alone on the line under it (on a `scherm` also above it)."""
    for match, _ in waarden.ibans(tekst.tekst)[:1]:
        if not scherm and match.start() > eerste_boeking(tekst):
            return None  # the account of whom money went to
        number = tekst.regel_op(match.start())
        line = tekst.regels[number]
        for start, end in ((match.end(), line.eind), (line.begin, match.start())):
            names = vind_naam(tekst.tekst[start:end])
            alone = names and not re.search(r"\w", tekst.tekst[start : start + names[0][0]])
            whole = start > line.begin or (names and names[0][2] == tekst.tekst[start:end].strip(" |·-"))
            if alone and whole and (len(names) == 1 or _TWEEDE.match(tekst.tekst[start + names[0][1] :])):
                return tekst.veld(names[0][2], start + names[0][0], start + names[0][1], 0.85)
        beside = tekst.regels[number + 1 : number + 2] + (tekst.regels[max(0, number - 1) : number] if scherm else [])
        for other in beside:
            names = vind_naam(other.tekst)
            if len(names) == 1 and names[0][2] == other.tekst.strip():
                return tekst.veld(names[0][2], other.begin + names[0][0], other.begin + names[0][1], 0.8)
    return None


_VOET = re.compile(r"\b(?:kvk|k\.v\.k|btw|b\.t\.w|handelsregister|rsin)\b")
"""What stands beside the account of the sender himself, at the foot or in the letterhead of his paper."""


def eigen_iban(tekst: Tekst, labels: tuple[str, ...], reach: int, ook_voet: bool) -> Veld | None:
    """The account a paper speaks of: behind a label, else the only one; never the sender's own among the numbers of his
    firm, unless `ook_voet` (a bill is paid to it) and there is no other."""
    for label in labels:
        hits = [hit for hit in zoek(tekst, (label,), vind_iban, reach) if not _bij_bedrijf(tekst, hit.begin)]
        if hits:
            sure = 1.0 if len({hit.waarde for hit in hits}) == 1 else 0.9
            return tekst.veld(hits[0].waarde, hits[0].begin, hits[0].eind, hits[0].zekerheid * sure)
    found = [(match, value) for match, value in waarden.ibans(tekst.tekst)]
    outside = [(match, value) for match, value in found if not _bij_bedrijf(tekst, match.start())]
    found = outside or (found if ook_voet else [])
    if len({value for _, value in found}) != 1:
        return None
    match, value = found[0]
    return tekst.veld(value, match.start(), match.end(), 0.9)


def _bij_bedrijf(tekst: Tekst, position: int) -> bool:
    """Whether this stands on a line with the numbers of a firm, or at the foot of the page next to such a line."""
    number = tekst.regel_op(position)
    line = tekst.regels[number]
    near = tekst.regels[max(0, number - 1) : number + 2] if line.midden > 0.86 else [line]
    return any(_VOET.search(tekst.plat[other.begin : other.eind]) for other in near)


_UITKERINGEN = (
    ("AIO", r"\baio\b|aanvullende inkomensvoorziening ouderen"),
    ("AOW", r"\baow\b|algemene ouderdomswet"),
    ("Anw", r"\banw\b|algemene nabestaandenwet|nabestaandenuitkering"),
    ("Kinderbijslag", r"\bkinderbijslag\b"),
    ("IOAW", r"\bioaw\b"),
    ("IOAZ", r"\bioaz\b"),
    ("Bbz", r"\bbbz\b"),
    ("Wajong", r"\bwajong\b"),
    ("IVA", r"\biva\b"),
    ("WGA", r"\bwga\b"),
    ("WIA", r"\bwia\b"),
    ("WAO", r"\bwao\b"),
    ("Ziektewet", r"\bziektewet\b|\bzw-uitkering\b|\bzw\b"),
    ("Toeslagenwet", r"\btoeslagenwet\b"),
    ("WAZO", r"\bwazo\b"),
    ("WW", r"\bww\b|werkloosheidswet|ww-uitkering"),
    ("Bijstand", r"\bparticipatiewet\b|\bbijstand\w*|\bpw-uitkering\b"),
)
_TOESLAGEN = (
    ("zorgtoeslag", r"\bzorgtoeslag\b"),
    ("huurtoeslag", r"\bhuurtoeslag\b"),
    ("kindgebonden budget", r"\bkindgebonden\s+budget\b"),
    ("kinderopvangtoeslag", r"\bkinderopvangtoeslag\b"),
)


def uitkering_soort(tekst: Tekst, vorm: str) -> Veld | None:
    """Which benefit the paper speaks of: the one named first at the top, if it is also named most; else nothing."""
    table = _UITKERINGEN if vorm == "uitkering" else _TOESLAGEN
    top = tekst.regels[min(len(tekst.regels) - 1, 16)].eind if tekst.regels else 0
    counts = []
    for name, pattern in table:
        hits = list(re.finditer(pattern, tekst.plat))
        if hits:
            counts.append((len(hits), hits[0].start() <= top, -hits[0].start(), name, hits[0]))
    if not counts:
        return None
    counts.sort(key=lambda row: (row[1], row[0], row[2]), reverse=True)
    _, _, _, name, hit = counts[0]
    sure = 0.97 if len(counts) == 1 or counts[0][0] > counts[1][0] else 0.8
    return tekst.veld(name, hit.start(), hit.end(), sure)
