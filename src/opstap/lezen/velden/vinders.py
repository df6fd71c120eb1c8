"""The finders: one for each form of value. Each gives (start, end, value in the contract's notation)."""

from __future__ import annotations

import re
from datetime import date

from opstap.lezen.velden import waarden
from opstap.lezen.velden.tekst import plat

Gevonden = list[tuple[int, int, str]]

_TITEL = r"(?i:(?:de\s+)?(?:dhr|mevr|mw|mej|mevrouw|heer|hr|mr|drs|ing|ir|dr|fam|familie|weduwe|wed|aan|t\.a\.v|ter attentie van)\.?(?:/(?:mevrouw|mevr|mw)\.?)?)(?:\s+|(?<=\.)(?=[A-ZÀ-Ý]))"  # noqa: E501
_NAAM_WOORD = r"(?:[A-ZÀ-ÝĀ-ɏ][a-zJ]{0,2}\.(?:\s?[A-ZÀ-ÝĀ-ɏ][a-zJ]{0,2}\.)*|[A-ZÀ-ÝĀ-ɏ][A-Za-zÀ-ɏ'’]+(?:-[A-Za-zÀ-ɏ'’]+)*|[A-ZÀ-ÝĀ-ɏ]{2,}|van|de|den|der|het|ten|ter|te|la|le|el|al|bin|ben|dos|da|di|du|von|'t|in|op|’t|d'[A-Z][a-z]+)"  # noqa: E501
_NAAM = re.compile(
    rf"(?:{_TITEL}){{0,3}}(?!(?i:de heer|mevrouw|mevr|dhr|heer|aan)\b)({_NAAM_WOORD}(?:[ ,]{{1,2}}{_NAAM_WOORD}){{0,7}})(?![a-z])"  # noqa: E501
)
_TUSSENVOEGSELS = frozenset({"van", "de", "den", "der", "te", "in", "op", "en", "het", "'t", "’t"})
_BEDRIJFSWOORD = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|vof|v\.o\.f\.?|stichting|gemeente|cooperatie|vereniging|holding|groep|group|bank|verzekering\w*|"
    r"energie|wonen|woning\w*|ziekenhuis|thuiszorg|jeugdzorg|ouderenzorg|kinderopvang|college|school|universiteit|hogeschool|pensioenfonds|belastingdienst|uwv|svb|duo|"
    r"uitzend\w*|dienst|kantoor|administratie\w*|(?:gerechts)?deurwaarders?|advocaten|accountants?|hypotheken|pensioenen|incasso\w*|rechtbank|notaris\w*|ministerie|"
    r"inrichting|zorg\w*|schoonmaak\w*|logistiek|transport|bouw\w*|horeca|supermarkt\w*|retail|services|personeel\w*|beheer|vastgoed|c\.v\.|waterschap|"
    r"makelaar\w*|huisvesting|woonstichting|kringloop|bakkerij|restaurant|hotel|techniek|installatie\w*|post\w*|centraal|sociale|restaurants?)(?![a-z])"
)
_GEEN_NAAM = frozenset(
    [
        "arbeidsovereenkomst",
        "overeenkomst",
        "huurovereenkomst",
        "koopovereenkomst",
        "arbeidscontract",
        "verklaring",
        "beschikking",
        "bepaalde",
        "onbepaalde",
        "tijd",
        "datum",
        "periode",
        "bsn",
        "adres",
        "functie",
        "werknemer",
        "werkgever",
        "huurder",
        "verhuurder",
        "naam",
        "nummer",
        "afdeling",
        "salaris",
        "loon",
        "bedrag",
        "totaal",
        "omschrijving",
        "geboren",
        "geboortedatum",
        "partner",
        "kind",
        "straat",
        "postcode",
        "woonplaats",
        "pagina",
        "blad",
        "betreft",
        "onderwerp",
        "kenmerk",
        "telefoon",
        "rekening",
        "iban",
        "saldo",
        "uitkering",
        "polis",
        "premie",
        "bruto",
        "netto",
        "geachte",
        "per",
        "jaar",
        "maand",
        "personeelsnummer",
        "personeelsnr",
        "dienst",
        "in",
        "uit",
        "voorletters",
        "voornaam",
        "achternaam",
        "voornamen",
        "geslacht",
        "nationaliteit",
        "hierna",
        "verder",
        "wonende",
        "ondergetekende",
        "ondergetekenden",
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "nederland",
        "nederlandse",
        "handtekening",
        "plaats",
        "adresgegevens",
        "gegevens",
        "persoonsgegevens",
        "burgerservicenummer",
        "klantnummer",
        "loonheffingskorting",
        "opleiding",
        "student",
        "leerling",
        "inschrijving",
        "verzekering",
        "basisverzekering",
        "zorgverzekering",
        "tenaamstelling",
        "ingangsdatum",
        "contractnummer",
        "relatienummer",
        "rechtsvorm",
        "eenmanszaak",
        "handelsregister",
        "kamer",
        "koophandel",
    ]
)
_LABELEINDE = re.compile(
    r"(?:datum|nummer|nr|bedrag|loon|salaris|adres|naam|code|saldo|soort|kosten|periode|referentie|rekening|gegevens|uitkering|toeslag|premie|heffing|houder)$"
)


def is_labelwoord(word: str) -> bool:
    """Whether this word (small letters) stands before values on forms, and so is no part of a name."""
    bare = word.strip(".,:;")
    return bare in _GEEN_NAAM or bool(_LABELEINDE.search(bare))


def is_bedrijfswoord(word: str) -> bool:
    """Whether this word says what a firm does, as at the end of its name."""
    return bool(_BEDRIJFSWOORD.search(plat(word)))


_STRAAT = re.compile(
    r"(?<![\w-])((?:[A-ZÀ-ÝĀ-ɏ][\w'’.À-ɏ-]*|\d{1,2}(?:e|de|ste)|van|de|den|der|het|ten|ter|te|op|aan|'t|’t)(?: (?:[\w'’.À-ɏ-]+)){0,4}? (?!\d{1,2}(?:e|de|ste)\b)\d{1,5}(?:\s?[-/]?\s?(?:[a-zA-Z]{1,3}|[IVX]{1,4}|\d{1,4}(?:-\d{1,4}|[a-zA-Z]| [A-Z](?![a-zA-Z]))?|bis|hs))?)"  # noqa: E501
    r"(?=[\s,;.]|$)"
)
_PLAATS = (
    r"(?:(?:Den|Sint|St\.|Nieuw|Nieuwe|Oud|Oude|Ter|Ten|De|Het|Hoek|Groot|Klein|Noord|Zuid|Nieuwer|Heilig|'s|’s)[ -])?"
    r"[A-ZÀ-ÝĀ-ɏ'’][\w'’À-ɏ-]+"
    r"(?:[ -](?:aan|op|bij|van|en|in|ter|over|a/d|AAN|OP|BIJ|VAN)(?:[ -](?:de|den|het|DE|DEN|HET))?[ -][A-ZÀ-ÝĀ-ɏ][\w'’À-ɏ-]+)?"  # noqa: E501
)
_POSTCODE = re.compile(
    rf"(?<!\d)([1-9]\d{{3}})\s?([A-Z]{{2}})(?:(?![A-Za-z])[,\s]+(?:te\s+)?|(?=['’])|(?=[A-Z][a-z]))({_PLAATS})"
)


def vind_bedrag(text: str) -> Gevonden:
    return [
        (match.start(), match.end(), str(abs(value.geld.cents) and _plus(value)))
        for match, value in waarden.bedragen(text)
    ]


def _plus(value: waarden.Bedrag) -> str:
    return str(-value.geld if value.geld.cents < 0 else value.geld)


_HEEL = re.compile(
    r"(?<![\w.,/€-])(?<!€ )(?:\d{1,3}(?:\.\d{3})+(?:,-{1,2})?(?![\w,/-]|\.\d)"
    r"|(?!(?:19|20)\d{2}(?!\d))\d{3,6}(?:,-{1,2})?(?=\s*$| {2}|\s?\.?$))",
    re.M,
)


def vind_heelbedrag(text: str) -> Gevonden:
    """Amounts, and at the end of a piece also whole numbers without a sign: annual papers round to euros."""
    found = vind_bedrag(text)
    for match in _HEEL.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if not any(start < match.end() and match.start() < end for start, end, _ in found):
            found.append((match.start(), match.end(), f"{int(digits)}.00"))
    return sorted(found)


def vind_saldo(text: str) -> Gevonden:
    """Amounts with their sign: a balance may be below zero."""
    return [
        (match.start(), match.end(), str(value.geld)) for match, value in waarden.bedragen(text) if value.met_centen
    ]


def vind_datum(text: str) -> Gevonden:
    return [(match.start(), match.end(), day.isoformat()) for match, day in waarden.datums(text)]


def vind_geboortedatum(text: str) -> Gevonden:
    return [found for found in vind_datum(text) if date.fromisoformat(found[2]).year < 2026]


def vind_iban(text: str) -> Gevonden:
    return [(match.start(), match.end(), value) for match, value in waarden.ibans(text)]


def vind_bsn(text: str) -> Gevonden:
    return [
        (match.start(), match.end(), value)
        for match in waarden.BSN_ROUW.finditer(text)
        if (value := waarden.bsn(match.group()))
    ]


_GEEN_DEEL = r"(?!(?:BSN|IBAN|KVK|BTW|NR|TEL|FAX|BIC|PO|EUR|NL)\b)"
"""Words in capitals that stand before another number, so never open a reference."""
_DEEL = r"(?:[A-Z0-9]{1,5}(?: (?=[A-Z0-9.]*\d)[A-Z0-9.]{1,6}){1,5}(?![A-Za-z0-9])|[A-Z0-9][A-Za-z0-9./&\\-]{2,})"
_KENMERK = re.compile(
    r"(?<![A-Za-z0-9&])(?=(?:[A-Z]{1,4} ){0,2}[A-Z0-9./&\\-]*\d|[A-Z]/\d)"
    rf"(?:{_GEEN_DEEL}[A-Z]{{1,4}} (?=[A-Z]{{0,4}} ?\d)){{0,2}}{_DEEL}"
    rf"(?: / (?:[A-Z]{{1,4}} ){{0,2}}(?=[A-Z0-9./\\-]*\d){_DEEL})?"
)


def vind_kenmerk(text: str) -> Gevonden:
    """A reference: signs with at least one digit; a date or an amount is none."""
    found = []
    for match in _KENMERK.finditer(text):
        value = match.group().rstrip(".,-/ ")
        if (
            (waarden.datums(value) and not re.fullmatch(r"\d{8}", value))
            or re.fullmatch(r"[\d.]+,\d{2}", value)
            or len(re.sub(r"\W", "", value)) < 4
        ):
            continue
        found.append((match.start(), match.start() + len(value), value))
    return found


_KENTEKEN = re.compile(
    r"(?<![A-Z0-9])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])([A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,2})(?![A-Z0-9])"
)


def vind_kenteken(text: str) -> Gevonden:
    return [(match.start(), match.end(), match[1]) for match in _KENTEKEN.finditer(text) if len(match[1]) == 8]


def vind_documentnummer(text: str) -> Gevonden:
    """Nine signs as on Dutch travel documents, or ten digits as on a driving licence."""
    pattern = re.compile(r"(?<![A-Z0-9])((?=[A-Z0-9]*\d)[A-Z]{1,2}[A-Z0-9]{6}\d|\d{10})(?![A-Z0-9])")
    return [(match.start(), match.end(), match[1]) for match in pattern.finditer(text)]


def vind_naam(text: str) -> Gevonden:
    """Names of people: capitals, initials, prefixes; no company, no label."""
    found = []
    for match in _NAAM.finditer(text):
        skip = ahead.end() if (ahead := _VOOR_NAAM.match(match[1])) else 0
        whole = match[1][skip:]
        if re.match(r"\s+\d", text[match.end(1) :]):
            whole = whole.split(",")[0]  # "J. ter Haar, Spoorstraat 3"
        value, length = _korter(whole)
        if is_naam(value):
            start = match.start(1) + skip
            found.append((start, start + length, value))
    return found


_ACHTERNAAM = re.compile(r"[A-ZÀ-ÝĀ-ɏ]\. (?:[a-z' ]+ )?[A-ZÀ-ÝĀ-ɏ][A-Za-zÀ-ɏ'’-]+$")


def _korter(value: str) -> tuple[str, int]:
    """Cut a name off before a word that is a label."""
    words = value.split(" ")
    for index, word in enumerate(words):
        if word not in _TUSSENVOEGSELS and is_labelwoord(plat(word)):
            words = words[:index]
            break
        if word == "te" and _ACHTERNAAM.search(" ".join(words[:index])):
            words = words[:index]  # "J. de Boer te Almelo"
            break
    while words and words[-1].lower() in _TUSSENVOEGSELS:
        words.pop()
    short = " ".join(words)
    return short.rstrip(", "), len(short.rstrip(", "))


_GEEN_PAAR = re.compile(r"^(?:de|den|der|van|het|en) te\b")


def is_naam(value: str) -> bool:
    """Whether this can be the name of a person: at least a surname of two letters with a capital, and more than one
    word."""
    words = [word for word in re.split(r"[ ,]+", value) if word]
    if len(words) < 2 or len(words) > 8 or _BEDRIJFSWOORD.search(plat(value)) or _GEEN_PAAR.match(value):
        return False
    big = [word for word in words if re.match(r"[A-ZÀ-ÝĀ-ɏ][A-Za-zÀ-ɏ'’-]+$", word)]
    return bool(big) and not any(word not in _TUSSENVOEGSELS and is_labelwoord(plat(word)) for word in words)


_BEDRIJF = re.compile(
    r"((?:Stichting|Gemeente|Coöperatie|Vereniging|Uitzendbureau|Woonstichting|Woningstichting|Woningcorporatie|Wooncorporatie|Woningbouwvereniging|Woonvereniging|RECHTBANK|Rechtbank|Gerechtshof|ROC|Hogeschool|Universiteit|Waterschap|Hoogheemraadschap|Penitentiaire Inrichting|P\.I\.|Notariskantoor|Notariaat|Pensioenfonds|Administratiekantoor|Bewindvoering|Kredietbank|Praktijkschool|Woonbedrijf|Regiocollege|Scholengroep|College) (?:[A-ZÀ-ÝĀ-ɏ0-9][\w&'’.À-ɏ-]*|van|de|der|den|en|voor|het)(?: (?:[A-ZÀ-ÝĀ-ɏ0-9&][\w&'’.À-ɏ-]*|van|de|der|den|en|voor|het))*"  # noqa: E501
    r"|(?:[A-ZÀ-ÝĀ-ɏ0-9][\w&'’.À-ɏ-]*|van|Van)(?:[ ](?:[A-ZÀ-ÝĀ-ɏ0-9&][\w&'’.À-ɏ-]*|[&+]|en|van|de|der|den|het|in|voor))* (?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|C\.?V\.?|U\.A\.|VOF|BV|NV)(?![A-Za-z]))"  # noqa: E501
)


_NUL = re.compile(r"\bV\.0\.F\b|\bV0F\b|\b8\.V\.|\b[BN]\.v\.")
"""Legal forms with a figure or a small letter read for a capital."""
_VOOR_NAAM = re.compile(r"^(?:(?:Tussen|Door|Namens|Bij|Aan|Tegen|Met|Voor|Beste|Geachte)\s+)+")
_GEEN_BEGIN = re.compile(rf"^(?:(?:\d{{1,2}}|[a-zA-Z])[.)]\s+)?(?:{_VOOR_NAAM.pattern[1:]})?")
_KLEIN_AAN_EIND = re.compile(r"(?: (?:en|van|de|der|den|het|in|voor))+$")


def vind_bedrijf(text: str) -> Gevonden:
    """Names of organisations known by their form: B.V., N.V., Stichting, Gemeente, v.o.f."""
    found = []
    text = _NUL.sub(lambda form: form.group().upper().replace("0", "O").replace("8", "B"), text)
    for match in _BEDRIJF.finditer(text):
        start = match.start(1) + len(match[1]) - len(_GEEN_BEGIN.sub("", match[1]))
        found.append((start, match.end(1), _KLEIN_AAN_EIND.sub("", text[start : match.end(1)]).strip(" ,")))
    return found


_VOOR_STRAAT = re.compile(
    r"^.*\b(?i:[\w-]*waarde|woning|woonhuis|pand|adres|object|appartement|kamer|huis|gehuurde|perceel|woonruimte|betreft)\b"
    r"(?: (?:van|aan|op|te|voor|de|het|gelegen|is|met))*\s+"
)


def vind_adres(text: str) -> Gevonden:
    """Street with number, and postcode with town when they follow: "Dorpsstraat 12, 1234 AB Voorbeeld"."""
    found = []
    for match in _STRAAT.finditer(text):
        skip = ahead.end() if (ahead := _VOOR_STRAAT.match(match[1])) else 0
        street = match[1][skip:]
        if is_straat(street):
            value, taken = met_plaats(street, text[match.end(1) : match.end(1) + 60])
            found.append((match.start(1) + skip, match.end(1) + taken, value))
    return found


def met_plaats(value: str, rest: str) -> tuple[str, int]:
    """A street made complete with the postcode and town that follow it, also on the next line; and how much of
    `rest` that took."""
    town = _POSTCODE.match(rest.lstrip(" ,;\n"))
    if town is None or _POSTCODE.search(value):
        return value, 0
    return f"{value}, {town[1]} {town[2]} {town[3]}", len(rest) - len(rest.lstrip(" ,;\n")) + town.end()


def is_straat(value: str) -> bool:
    """Whether words and a number are likely a street: no month, no label, no amount before the number."""
    plain = plat(value)
    if any(word in _GEEN_NAAM for word in plain.split()) or "postbus" in plain or "antwoordnummer" in plain:
        return False
    return bool(re.search(r"[a-z]{3,}", plain)) and bool(re.search(r"[A-ZÀ-ÝĀ-ɏ]", value))


def postcode(text: str) -> re.Match[str] | None:
    """A Dutch postcode with its town."""
    return _POSTCODE.search(text)
