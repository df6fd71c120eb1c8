"""Names: of people, of firms, and the words that are part of neither."""

from __future__ import annotations

import re
from itertools import pairwise

from opstap.lezen.velden.tekst import plat

Gevonden = list[tuple[int, int, str]]


_TITEL = r"(?i:(?:de\s+)?(?:dhr|mevr|mw|mej|mevrouw|heer|hr|mr|mrs|ms|miss|drs|ing|ir|dr|fam|familie|weduwe|wed|erven|erven van|aan|t\.a\.v|ter attentie van)\.?(?:/(?:mevrouw|mevr|mw|de heer)\.?)?)(?:\s+|(?<=\.)(?=[A-ZÀ-Ý]))"  # noqa: E501
_NAAM_WOORD = r"(?:(?:[A-ZÀ-Ý]\.){1,5}[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:-[A-ZÀ-Ý][a-zà-ÿ]+)*|[A-ZÀ-ÝĀ-ɏḀ-ỿ][a-zJH]{0,2}\.(?:[\s-]?[A-ZÀ-ÝĀ-ɏḀ-ỿ][a-zJH]{0,2}\.)*|[A-ZÀ-ÝĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’]+(?:-[A-Za-zÀ-ɏḀ-ỿ'’]+)*|[A-ZÀ-ÝĀ-ɏḀ-ỿ]{2,}|[A-ZÀ-Ý](?= (?:[A-ZÀ-ÝĀ-ɏḀ-ỿ]|(?:van|v\.d\.|vd|de|den|der|te|ten|ter|la|le|el|al|ben|bin|dos|da|di|du|von|'t|’t) ))|van|v\.d\.|v/d|vd|de|den|der|het|ten|ter|te|la|le|el|al|bin|ben|dos|da|di|du|von|'t|in|op|’t|['’]T(?= [A-Z])|d'[A-Z][a-z]+)"  # noqa: E501
_NAAM = re.compile(
    rf"(?:{_TITEL}){{0,3}}(?!(?i:de heer|mevrouw|mevr|dhr|heer|aan)\b)({_NAAM_WOORD}(?:(?:[ ,]{{1,2}}| - (?=(?:(?:de|den|der|van|te|ter|ten) )*[A-ZÀ-Ý])){_NAAM_WOORD}){{0,10}})(?![a-z])"  # noqa: E501
)
_TUSSENVOEGSELS = frozenset({"van", "de", "den", "der", "te", "in", "op", "en", "het", "'t", "’t"})
_BEDRIJFSWOORD = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|vof|v\.o\.f\.?|stichting|gemeente|cooperatie|vereniging|holding|groep|group|bank|verzekering\w*|finance|"
    r"energie|wonen|woning\w*|ziekenhuis|thuiszorg|jeugdzorg|ouderenzorg|kinderopvang|\w*college|school|roc|mbo|universiteit|hogeschool|pensioenfonds|belastingdienst|uwv|svb|duo|"
    r"uitzend\w*|sparen|bankieren|dienst|kantoor|administratie\w*|(?:gerechts)?deurwaarders?|advocaten|accountants?|hypotheken|pensioenen|incasso\w*|rechtbank|notaris\w*|ministerie|"
    r"inrichting|zorg(?!drag)\w*|schoonmaak\w*|logistiek|transport|bouw(?:bedrij\w*|groep|maatschappij|services?|combinatie|vereniging|fonds|onderneming|materialen|markt|centrum)?|horeca|supermarkt\w*|retail|services|personeel\w*|beheer|vastgoed|c\.v\.|waterschap|"
    r"makelaar\w*|huisvesting|woonstichting|kringloop|bakkerij|restaurant|hotel|techniek|installatie\w*|post(?:nl|bus|bank|order\w*|code)|centraal|sociale|restaurants?|tuincentrum|praktijk|tandarts\w*|garage|autobedrijf|apotheek|fysio\w*|kliniek|salon|kapsalon|eetcafe|cafe|slagerij|pizzeria)(?![a-z])"
)
GEEN_NAAM = frozenset(
    [
        "artikel",
        "forenames",
        "surname",
        "bijlage",
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
        "medewerker",
        "ondergetekende",
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
        "initialen",
        "opdrachtgever",
        "inlener",
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
        "loonspecificatie",
        "salarisspecificatie",
        "loonstrook",
        "salarisstrook",
        "payslip",
        "specificatie",
        "factuur",
        "nota",
        "getekend",
        "service",
        "center",
        "ondertekend",
        "opgemaakt",
        "aldus",
    ]
)
_LABELEINDE = re.compile(
    r"(?:datum|nummer|nr|bedrag|loon|salaris|adres|naam|code|saldo|soort|kosten|periode|referentie|rekening|gegevens|uitkering|toeslag|premie|heffing|houder)$"
)


def is_labelwoord(word: str) -> bool:
    """Whether this word (small letters) stands before values on forms, and so is no part of a name."""
    bare = word.strip(".,:;")
    return bare in GEEN_NAAM or bool(_LABELEINDE.search(bare))


def is_bedrijfswoord(word: str) -> bool:
    """Whether this word says what a firm does, as at the end of its name."""
    return bool(_BEDRIJFSWOORD.search(plat(word)))


_EN_OF = re.compile(r"(?i)\ben\s?/\s?of\b|\be/o\b")
_STRAATNAAM = re.compile(r"(?i)(?:straat|laan|weg|plein|gracht|kade|singel|dijk|dreef|plantsoen|steeg|pad)$")
_POSTCODE_ERVOOR = re.compile(r"(?<!\d)[1-9]\d{3}\s?$")
_AANEEN = re.compile(r"(?<=[A-ZÀ-Ý]\.)(?=[A-ZÀ-Ý][a-zà-ÿ]{2})")
"""Between initials and a surname that stand against each other: "W.J.Kortekaas"."""


def vind_naam(text: str) -> Gevonden:
    """Names of people: capitals, initials, prefixes; no company, no label."""
    found = []
    text = _EN_OF.sub(lambda both: " " * len(both.group()), text)
    for match in _NAAM.finditer(text):
        skip = ahead.end() if (ahead := _VOOR_NAAM.match(match[1])) else 0
        whole = match[1][skip:]
        if re.match(r"\s+\d", text[match.end(1) :]):
            if "," not in whole and _STRAATNAAM.search(whole):
                continue  # "H.B. Blijdensteinlaan 44"
            whole = whole.split(",")[0]  # "J. ter Haar, Spoorstraat 3"
        if _POSTCODE_ERVOOR.search(text[: match.start(1)]) and re.match(r"[A-Z]{2} ", whole):
            continue  # "6536 HX Nijmegen"
        value, length = _korter(whole)
        value = _AANEEN.sub(" ", value)
        if is_naam(value):
            start = match.start(1) + skip
            found.append((start, start + length, value))
    return found


_ACHTERNAAM = re.compile(r"[A-ZÀ-ÝĀ-ɏḀ-ỿ]\. (?:[a-z' ]+ )?[A-ZÀ-ÝĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’-]+$")


def _korter(value: str) -> tuple[str, int]:
    """Cut a name off before a word that is a label."""
    words = value.split(" ")
    for index, word in enumerate(words):
        if _is_label(words, index):
            words = words[:index]
            break
        if word == "te" and _ACHTERNAAM.search(" ".join(words[:index])):
            words = words[:index]  # "J. de Boer te Almelo"
            break
    while words and words[-1].lower() in _TUSSENVOEGSELS:
        words.pop()
    short = " ".join(words)
    return short.rstrip(", "), len(short.rstrip(", "))


_HOOFD, _GEMENGD = re.compile(r"(?!(?:VAN|DEN|DER|TEN|TER|DOS)$)[A-Z]{3,}"), re.compile(r"[A-Z][a-z]{2,}.*")
_GEEN_PAAR = re.compile(r"^(?:(?:de|den|der|van|het|en) )?te\b")


def is_naam(value: str) -> bool:
    """Whether this can be the name of a person: at least a surname of two letters with a capital, and more than one
    word."""
    words = [word for word in re.split(r"[ ,]+", value) if word]
    if len(words) < 2 or len(words) > 10 or _BEDRIJFSWOORD.search(plat(value)) or _GEEN_PAAR.match(value):
        return False
    big = [word for word in words if re.match(r"[A-ZÀ-ÝĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’-]+$", word)]
    if any(_HOOFD.fullmatch(one) and _GEMENGD.fullmatch(two) for one, two in pairwise(words)):
        return False  # lines read through each other: "D. EDE Koster"
    return bool(big) and not any(_is_label(words, index) for index in range(len(words)))


def _is_label(words: list[str], index: int) -> bool:
    """Whether this word of a name is none: a label, and no surname behind its prefix ("R. van Loon")."""
    word = words[index]
    if word in _TUSSENVOEGSELS or not is_labelwoord(plat(word)):
        return False
    return index < 2 or words[index - 1] not in _TUSSENVOEGSELS or not word[:1].isupper()


_BEDRIJF = re.compile(
    r"((?:Stichting|V\.O\.F\.|VOF|V\.o\.f\.|Maatschap|Gemeente|Coöperatie|Vereniging|Uitzendbureau|Woonstichting|Woningstichting|Woningcorporatie|Wooncorporatie|Woningbouwvereniging|Woonvereniging|RECHTBANK|Rechtbank|Gerechtshof|ROC|Hogeschool|Universiteit|Waterschap|Hoogheemraadschap|Penitentiaire Inrichting|P\.I\.|PI|Notariskantoor|Notariaat|Pensioenfonds|Administratiekantoor|Bewindvoering|Kredietbank|Praktijkschool|Woonbedrijf|Regiocollege|Scholengroep|College) (?:[A-ZÀ-ÝĀ-ɏḀ-ỿ0-9][\w&'’.À-ɏḀ-ỿ-]*|van|de|der|den|en|voor|het)(?: (?:[A-ZÀ-ÝĀ-ɏḀ-ỿ0-9&][\w&'’.À-ɏḀ-ỿ-]*|van|de|der|den|en|voor|het))*"  # noqa: E501
    r"|(?:[A-ZÀ-ÝĀ-ɏḀ-ỿ0-9][\w&'’.À-ɏḀ-ỿ-]*|van|Van)(?:[ ](?:[A-ZÀ-ÝĀ-ɏḀ-ỿ0-9&][\w&'’.À-ɏḀ-ỿ-]*|[&+]|en|van|de|der|den|het|in|voor))* (?<!\d{4} )(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|v\.o\.f\.|C\.?V\.?|U\.A\.|VOF|BV|NV|vof|bv|nv)(?![A-Za-z]))"  # noqa: E501
)


_NUL = re.compile(r"\bV\.0\.F\b|\bV0F\b|\b8\.V\.|\b[BN]\.v\.")
"""Legal forms with a figure or a small letter read for a capital."""
_VOOR_NAAM = re.compile(
    r"^(?:(?:Tussen|Door|Namens|Bij|Aan|Tegen|Met|Voor|Beste|Geachte|Ondergetekenden?|Partijen|EUR)[,:]?\s+)+"
)
_GEEN_BEGIN = re.compile(rf"^(?:(?:\d{{1,2}}|[a-zA-Z])[.)]\s+)?(?:{_VOOR_NAAM.pattern[1:]})?")
_KLEIN_AAN_EIND = re.compile(r"(?: (?:en|van|de|der|den|het|in|voor))+$")


_NUMMERS = re.compile(r"\s(?:KvK|KVK|K\.v\.K|BTW|Btw|IBAN|Tel|Telefoon)\b")
"""The numbers of a firm, where they stand right behind its name at the foot."""


def vind_bedrijf(text: str) -> Gevonden:
    """Names of organisations known by their form: B.V., N.V., Stichting, Gemeente, v.o.f."""
    found = []
    text = _NUL.sub(lambda form: form.group().upper().replace("0", "O").replace("8", "B"), text)
    for match in _BEDRIJF.finditer(text):
        start = match.start(1) + len(match[1]) - len(_GEEN_BEGIN.sub("", match[1]))
        value = _zonder_label(_KLEIN_AAN_EIND.sub("", text[start : match.end(1)]).strip(" ,"))
        value = _NUMMERS.split(re.sub(r" \d{4,}$", "", value))[0]
        found.append((start, start + len(value), re.sub(r"(?<= [BNCV]\.[VF])$", ".", value)))
    return found


def _zonder_label(value: str) -> str:
    """Cut off a label of the next column that was read as the end of the name ("… Periode")."""
    words = value.split(" ")
    while len(words) > 2 and (last := plat(words[-1]).strip(".,:;")) in GEEN_NAAM and last != "nederland":
        words.pop()
    return " ".join(words)
