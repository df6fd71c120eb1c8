"""Who is this paper about, and who sent it: address blocks, letterheads, roles in contracts."""

from __future__ import annotations

import re

from opstap.lezen.model import Veld
from opstap.lezen.velden import namen
from opstap.lezen.velden.blokken import adresblok, naam_erboven, zonder_titel
from opstap.lezen.velden.briefhoofd import afzender, voluit
from opstap.lezen.velden.kolom import Vinder
from opstap.lezen.velden.labels import zoek
from opstap.lezen.velden.tekst import Tekst, plat


def bij_rol(tekst: Tekst, rol: str, persoon: bool) -> Veld | None:
    """The party of a contract: "X, hierna te noemen: werkgever" or "X (huurder)"."""
    rol = rf"(?:{rol}|{_ENGELS[rol]})" if rol in _ENGELS else rol
    pattern = re.compile(
        rf"(?:hierna|verder|nader)[\s,:]+(?:ook\s+)?(?:te\s+noemen|genoemd|aan\s+te\s+duiden\s+als|aangeduid\s+als)?[\s:,]*[\"'“„‘]?\s*(?:de\s+)?{rol}\b"
        rf"|[\"'“(„‘]\s*(?:de\s+)?{rol}\s*[\"'”)’]|,\s*(?:de\s+)?{rol}\s*(?=;|,?\n|$|,\s(?:en|komen)\b)"
    )
    find = namen.vind_naam if persoon else namen.vind_bedrijf
    for match in pattern.finditer(tekst.plat):
        begin = max(0, match.start() - 420)
        other = _andere_rol(tekst.plat, begin, match.start())
        piece = tekst.tekst[other : match.start()]
        values = ([] if persoon else _los_voor_komma(piece)) or find(piece) or find(piece.replace("\n", " "))
        if values:
            first, last, value = values[0]
            return tekst.veld(value, other + first, other + last, 0.93)
    return _na_rol(tekst, rol, find)


_ENGELS = {"werkgever": "employer", "werknemer": "employee", "verhuurder": "landlord", "huurder": "tenant"}


def _na_rol(tekst: Tekst, rol: str, find: Vinder) -> Veld | None:
    """ "de huurder, Jan Bakker, …": the name between commas behind the role."""
    for match in re.finditer(rf"(?<![a-z]){rol}\s?,\s+(?=\S)", tekst.plat):
        rest = tekst.tekst[match.end() : match.end() + 80]
        closed = re.match(rf"({_NAAMDEEL})\s?,", rest)
        values = find(rest) if closed is not None else []
        if closed is not None and values and values[0][0] == 0:
            return tekst.veld(values[0][2], match.end(), match.end() + values[0][1], 0.9)
    return None


_NAAMDEEL = (
    r"['’]?[A-ZÀ-ÝĀ-ɏḀ-ỿ][\w&'’.-]*"
    r"(?: (?:['’]?[A-ZÀ-ÝĀ-ɏḀ-ỿ&0-9][\w&'’.-]*|[&]|van|de|den|der|het|en|'t|’t|ter|ten|voor|in)){0,5}"
)
_OPENT_DEEL = re.compile(
    rf"(?m)^\W*(?:(?:[12A-Ba-b]|II?)[.)]\s*)?(?:[Tt]ussen |[Dd]e )?({_NAAMDEEL})"
    r"(?:\s?,(?: (?:gevestigd|kantoorhoudend|statutair|vertegenwoordigd|handelend|ingeschreven|verder)|\s*\Z)"
    r"| te (?:['’]s-)?['’]?[A-Z])"
)


def _los_voor_komma(piece: str) -> list[tuple[int, int, str]]:
    """A company without its form that opens its part of the contract: "Ons Huis, gevestigd te Apeldoorn", or all that
    stands before "hierna te noemen"."""
    match = _OPENT_DEEL.search(piece)
    if match is None or not _kan_bedrijf(match[1]):
        return []
    return [(match.start(1), match.end(1), match[1])]


def _andere_rol(text: str, begin: int, end: int) -> int:
    """Where the part about this party begins: after the last "hierna te noemen …" or " en " on a line of its own."""
    last = begin
    for match in re.finditer(
        r"(?:hierna|verder|nader)[^.;)]{0,40}?(?:werkgever|werknemer|huurder|oproepkracht|koper)\b['\"”’)]*|(?:hierna|verder|nader)[^\n.;)]{3,45}|,\s*(?:de\s+)?(?:ver)?(?:werkgever|werknemer|huurder|oproepkracht|verkoper|koper)\s*(?:;|,?\n|,\s(?:en|komen)\b)|[(\"'“„‘](?:de\s+)?(?:(?:ver)?huurder|werkgever|werknemer|employer|employee|(?:ver)?koper)[\"'”’)]+|\n\s*(?:en\b|enerzijds\b|2\.|b\.)",
        text[begin:end],
    ):
        last = begin + match.end()
    return last


_ALLEEN_VOORAAN = frozenset({"naam", "student", "deelnemer", "verzekerde"})
"""Words that also stand inside sentences ("op naam van"): a label only where they open a line or column."""


def _eerste_in_blok(tekst: Tekst) -> Veld | None:
    """Whom the letter is sent to; of two people under each other the first."""
    name = adresblok(tekst)[0]
    above = naam_erboven(tekst, name) if name is not None else None
    return above[0] if above is not None else name


_VAN_REKENING = frozenset({"ten name van", "t.n.v."})
"""Words that stand before the name on an account; the name a letter is sent to comes first."""


def naam(tekst: Tekst, labels: tuple[str, ...], rol: str | None = None) -> Veld | None:
    """The person: by a label, by the role in a contract, or by the address block."""
    if rol:
        found = bij_rol(tekst, rol, True)
        if found is not None:
            return found
    for label in labels:
        if label in _VAN_REKENING and adresblok(tekst)[0] is not None:
            continue
        hits = zoek(tekst, (label,), _hele_naam, 22, vooraan=rol is not None or label in _ALLEEN_VOORAAN)
        hits = [hit for hit in hits if not _op_naam_van(tekst, hit.begin, hit.waarde)]
        hits = [hit for hit in hits if not _onder_kop(tekst, label, hit.begin)]
        if hits:
            return tekst.veld(hits[0].waarde, hits[0].begin, hits[0].eind, 0.97 * hits[0].zekerheid)
    return _eerste_in_blok(tekst) or _die_geboren_is(tekst) or _in_aanhef(tekst) or met_titel(tekst)


def _onder_kop(tekst: Tekst, label: str, start: int) -> bool:
    """Whether the label only opens the head above this: "Verzekerde auto" tells what is insured, not who."""
    number = tekst.regel_op(start)
    above = "\n".join(plat(line.tekst) for line in tekst.regels[max(0, number - 2) : number])
    return bool(re.search(rf"(?m)(?:^|   ){re.escape(label)} (?!en\b|of\b)[a-z]{{3,}}\s*$", above))


_MET_TITEL = re.compile(
    r"(?:mevrouw|mevr\.?|mw\.?|dhr\.?|de\s+heer|hr\.)\s+(?=[A-ZÀ-ÝĀ-ɏḀ-ỿ])(?!(?i:mr|prof|dr|drs|ir|ing)\.)", re.I
)
_AMBT = re.compile(
    r"(?:directeur|notaris|advocaat|rechter|griffier|mentor|bewindvoerder|arts|consulent|behandelaar|medewerker|namens|mediator|vertegenwoordigd\s+door)"
    r"[^.;]{0,30}$"
)


def met_titel(tekst: Tekst) -> Veld | None:
    """The one person that is named with a title and a whole name ("verklaart dat mevrouw C. Smit …"), and not as one
    who signs or acts for somebody."""
    found = {}
    for match in _MET_TITEL.finditer(tekst.tekst):
        names = namen.vind_naam(tekst.tekst[match.end() : match.end() + 60].split("\n")[0])
        if not names or names[0][0] > 0 or _AMBT.search(tekst.plat[max(0, match.start() - 60) : match.start()]):
            continue
        found[names[0][2]] = (match.end(), match.end() + names[0][1])
    if len(found) != 1:
        return None
    ((value, place),) = found.items()
    return tekst.veld(value, *place, 0.85)


_AANHEF = re.compile(r"(?m)^\s*(?:Beste|Geachte|Hoi|Hallo|Dag|Dear)\s+(?=[A-ZÀ-Ý][\w’'-]+ )([^,\n]{4,60}?)\s*,\s*$")


def _in_aanhef(tekst: Tekst) -> Veld | None:
    """The full name of a salutation ("Beste Jan Bakker,"); one with a title has only half of it."""
    for match in _AANHEF.finditer(tekst.tekst):
        names = namen.vind_naam(match[1])
        if len(names) == 1 and names[0][2] == match[1]:
            return tekst.veld(match[1], match.start(1), match.end(1), 0.85)
    return None


def _op_naam_van(tekst: Tekst, begin: int, value: str) -> bool:
    """Whether this is "naam van Jan" in a sentence, and no surname that begins with "van"."""
    return value.startswith("van ") and bool(re.search(r"[a-z] $", tekst.plat[max(0, begin - 2) : begin]))


def _die_geboren_is(tekst: Tekst) -> Veld | None:
    """ "… verklaren wij dat Jan Bakker, geboren op 3 april 1990": the one name in front of a day of birth."""
    found = {}
    for match in re.finditer(r",?\s+(?:geboren|born)\s+(?:op\b|on\b|te\b|\d)", tekst.plat):
        begin = max(0, match.start() - 60)
        names = namen.vind_naam(tekst.tekst[begin : match.start()].replace("\n", " "))
        if names and begin + names[-1][1] >= match.start() - 1:
            found[names[-1][2]] = (begin + names[-1][0], begin + names[-1][1])
    if len(found) != 1:
        return None
    ((value, place),) = found.items()
    return tekst.veld(value, *place, 0.92)


_PERSONEELSNUMMER = re.compile(r"^[\s:]*\d{1,8}\s{2,}")


def _hele_naam(text: str) -> list[tuple[int, int, str]]:
    """A name directly after its label; what stands further off is somebody else's."""
    names = namen.vind_naam(text)
    return [found for found in names if not re.search(r"[a-z0-9]", plat(_ervoor(text[: found[0]])))]


def _ervoor(text: str) -> str:
    """What stands between a label and a name, without titles and the number of the person."""
    return _PERSONEELSNUMMER.sub("", zonder_titel(text))


def bedrijf(tekst: Tekst, labels: tuple[str, ...], rol: str | None, kop: bool, persoon: bool) -> Veld | None:
    """An organisation (or, for a landlord, a person): by label, by role, or from the letterhead."""

    def find(text: str) -> list[tuple[int, int, str]]:
        found = namen.vind_bedrijf(text)
        return found or ([_hele_kolom(text, hit) for hit in _hele_naam(text)] if persoon else []) or _los_bedrijf(text)

    if rol:
        found = bij_rol(tekst, rol, False) or (bij_rol(tekst, rol, True) if persoon else None)
        if found is not None:
            return voluit(tekst, found)
    for hit in zoek(tekst, labels, find, 16 if persoon else 6, vooraan=rol is not None):
        return voluit(tekst, tekst.veld(hit.waarde, hit.begin, hit.eind, 0.96 * hit.zekerheid))
    return afzender(tekst) if kop else None


def _hele_kolom(text: str, hit: tuple[int, int, str]) -> tuple[int, int, str]:
    """A trade name with the small words that end its column: "Studio Zijlweg grafisch ontwerp"."""
    first, last, value = hit
    more = re.match(r"((?: [a-z]{3,}){1,3})\s*(?=$|   )", text[last:])
    if more is None or re.search(r"\.|[a-z] [a-z]", value) or any(map(namen.is_labelwoord, more[1].split())):
        return hit
    return first, last + len(more[1]), value + more[1]


def _kan_bedrijf(value: str) -> bool:
    """Whether words with capitals can be a firm's name: no amount, no label."""
    if re.search(r"\d{2}|^(?:EUR|Datum)\b", value):
        return False
    return not any(namen.is_labelwoord(plat(word)) for word in value.split())


def _los_bedrijf(text: str) -> list[tuple[int, int, str]]:
    """A company without its form behind a label: one to five words with a capital, the whole rest of the line."""
    match = re.match(rf"[\s:,]*({_NAAMDEEL})(?:\s*$|   |\s?,)", text)
    if match is None or not _kan_bedrijf(match[1]):
        return []
    return [(match.start(1), match.end(1), match[1])]
