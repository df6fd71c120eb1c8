"""Papers with a shape of their own: statements, app screens, cards with a machine-readable zone, receipts,
registration."""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable
from datetime import date, timedelta

from bench.stapel import rekeningvel
from bench.stapel.huishouden import Huishouden, iban
from bench.stapel.papier import Papier
from bench.stapel.pasjes import pas, verblijf
from bench.stapel.sjabloon import MAANDEN
from bench.stapel.vel import LETTERS, Vel, stam

PRIVE = [
    "Slijterij De Kurk", "Toto Online", "Apotheek De Linde", "Contributie FNV", "Parochie Sint Jan", "Albert Heijn 1402", "Casino Royal", "Bol.com bestelling",  # noqa: E501
    "Coffeeshop Groen", "Moskee bijdrage", "Tandarts Smit", "Netflix International", "Zeeman Textiel", "Partij van de Buurt", "Stomerij Wit",  # noqa: E501
]  # fmt: skip
STIJL = {
    "oefen": [("ING", "Vorig saldo", "Nieuw saldo", "af_bij"), ("Rabobank", "Beginsaldo", "Eindsaldo", "teken"), ("ABN AMRO", "Vorig saldo", "Nieuw saldo", "kop")],  # noqa: E501
    "ontwikkel": [("ASN Bank", "Vorig saldo", "Nieuw saldo", "letter"), ("RegioBank", "Beginsaldo", "Eindsaldo", "saldo"), ("Rabobank", "Saldo begin periode", "Saldo einde periode", "af_bij"), ("N26", "Openingssaldo", "Slotsaldo", "teken")],  # noqa: E501
    "proef": [("SNS", "Saldo vorig afschrift", "Nieuw saldo", "kop"), ("Knab", "Beginsaldo", "Eindsaldo", "teken"), ("Triodos Bank", "Oud saldo", "Nieuw saldo", "woord"), ("bunq", "Beginsaldo", "Eindsaldo", "saldo")],  # noqa: E501
}  # fmt: skip


def nl(cents: int) -> str:
    return f"{abs(cents) // 100:,}".replace(",", ".") + f",{abs(cents) % 100:02d}"


def punt(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def boekingen(mens: Huishouden, rng: random.Random, year: int, month: int) -> list[tuple[date, int, list[str]]]:
    """A month of bookings: wages or benefit, rent, and what is nobody's business."""
    last = calendar.monthrange(year, month)[1]
    rows = [
        (
            date(year, month, min(24, last)),
            rng.randint(90_000, 220_000),
            [mens.werkgever, "salaris " + MAANDEN[month - 1]],
        )
    ]
    if rng.random() < 0.5:
        rows.append((date(year, month, 20), rng.randint(9_000, 13_000), ["Belastingdienst Toeslagen", "zorgtoeslag"]))
    rows.append((date(year, month, rng.randint(1, 5)), -rng.randint(45_000, 80_000), [mens.verhuurder, "huur"]))
    for name in rng.sample(PRIVE, rng.randint(3, 9)):
        rows.append(
            (
                date(year, month, rng.randint(1, last)),
                -rng.randint(300, 9_500),
                [name, f"Pas {rng.randint(100, 999)} {iban(rng)}"],
            )
        )
    return sorted(rows, key=lambda row: row[0])


def afschrift(
    deel: str, mens: Huishouden, rng: random.Random, maand: tuple[int, int] | None = None, begin: int | None = None
) -> Papier:
    """A statement of one month; the balances add up."""
    year, month = maand or (2026, rng.randint(1, 10))
    start = begin if begin is not None else rng.randint(-20_000, 180_000)
    rows = boekingen(mens, rng, year, month)
    end = start + sum(cents for _, cents, _ in rows)
    last = date(year, month, calendar.monthrange(year, month)[1])
    sheet = Vel(rng, rng.choice(LETTERS[stam(deel)]), corps=rng.choice([8.5, 9, 9.5]))
    if deel.startswith("variatie"):
        rekeningvel.teken(sheet, mens, (date(year, month, 1), last), (start, end), rows)
    else:
        bank, label_begin, label_end, style = rng.choice(STIJL[deel])
        _kop(sheet, deel, mens, (bank, label_begin, label_end), (date(year, month, 1), last), (start, end))
        _tabel(sheet, rows, style, start)
    truth = [_waar(day, cents, words) for day, cents, words in rows]
    private = [words[0].lower() for _, cents, words in rows if words[0] in PRIVE]
    return Papier(
        "bankafschrift",
        sheet.pdf(),
        sheet.waarheid,
        sheet.bladzijde,
        (f"{year}-{month:02d}-01", last.isoformat()),
        None,
        truth,
        private,
        f"{mens.iban}-{year}-{month:02d}",
    )


def _kop(
    sheet: Vel,
    deel: str,
    mens: Huishouden,
    namen: tuple[str, str, str],
    tijd: tuple[date, date],
    saldi: tuple[int, int],
) -> None:
    """The head of a statement: bank, holder, account, period and balances."""
    bank, label_begin, label_end = namen
    (van, tot), (start, end), rng = tijd, saldi, sheet.rng
    sheet.zet(50, 50, bank, vet=True, corps=17)
    sheet.zet(
        50,
        80,
        rng.choice(
            {
                "oefen": ["Rekeningafschrift", "Afschrift betaalrekening"],
                "ontwikkel": ["Dagafschrift", "Overzicht van uw betaalrekening"],
                "proef": ["Bankafschrift", "Rekeningoverzicht"],
            }[stam(deel)]
        ),
        vet=True,
        corps=12,
    )
    sheet.zet(50, 110, [(mens.naam, "rekeninghouder", mens.naam)])
    sheet.zet(50, 123, mens.straat)
    sheet.zet(50, 136, f"{mens.postcode} {mens.plaats}")
    spaced = " ".join(mens.iban[i : i + 4] for i in range(0, 18, 4))
    sheet.zet(320, 110, [("IBAN ", None, None), (spaced, "iban", mens.iban)])
    sheet.zet(320, 123, f"Periode {van:%d-%m-%Y} t/m {tot:%d-%m-%Y}")
    sheet.zet(320, 136, f"Bladzijde 1 van 1   Volgnummer {van.month}")
    minus = lambda cents: ("-" if cents < 0 else "") + nl(cents)  # noqa: E731
    sheet.zet(50, 170, [(f"{label_begin}  ", None, None), (f"€ {minus(start)}", "beginsaldo", punt(start))])
    sheet.zet(300, 170, [(f"{label_end}  ", None, None), (f"€ {minus(end)}", "eindsaldo", punt(end))])


def _waar(day: date, cents: int, words: list[str]) -> dict[str, str]:
    return {"datum": day.isoformat(), "bedrag": punt(cents)}


def _tabel(sheet: Vel, rows: list[tuple[date, int, list[str]]], style: str, start: int) -> None:
    y, size = 200.0, sheet.corps
    heads = {
        "af_bij": ["Af", "Bij"],
        "kop": ["Bedrag af", "Bedrag bij"],
        "teken": ["Bedrag"],
        "woord": ["Bedrag"],
        "letter": ["Bedrag D/C"],
        "saldo": ["Bedrag", "Saldo"],
    }[style]
    sheet.zet(50, y, "Datum", vet=True)
    sheet.zet(110, y, "Omschrijving", vet=True)
    for index, head in enumerate(heads):
        sheet.zet(540 - (len(heads) - 1 - index) * 90, y, head, vet=True, rechts=True)
    sheet.lijn(50, 545, y + 4)
    balance = start
    for day, cents, words in rows:
        y += 1.7 * size
        balance += cents
        sheet.zet(50, y, _dag(day, style))
        sheet.zet(110, y, words[0])
        if style in ("af_bij", "kop"):
            sheet.zet(450 if cents < 0 else 540, y, nl(cents), rechts=True)
        elif style == "teken":
            sheet.zet(540, y, ("- " if cents < 0 else "+ ") + nl(cents), rechts=True)
        elif style == "letter":
            sheet.zet(540, y, nl(cents) + (" D" if cents < 0 else " C"), rechts=True)
        elif style == "woord":
            sheet.zet(540, y, nl(cents) + ("  Af" if cents < 0 else "  Bij"), rechts=True)
        else:
            sheet.zet(450, y, ("-" if cents < 0 else "") + nl(cents), rechts=True)
            sheet.zet(540, y, ("-" if balance < 0 else "") + nl(balance), rechts=True)
        y += 1.2 * size
        sheet.zet(110, y, words[1], corps=size - 1)


def _dag(day: date, style: str) -> str:
    if style == "letter":
        return f"{day:%d} {MAANDEN[day.month - 1][:3]}"
    return f"{day:%d-%m}" if style == "kop" else f"{day:%d-%m-%Y}"


def spaar(deel: str, mens: Huishouden, rng: random.Random) -> Papier:
    sheet = Vel(rng, rng.choice(LETTERS[stam(deel)]))
    cents = rng.randint(2_000, 900_000)
    sheet.zet(
        50,
        60,
        rng.choice(
            {
                "oefen": ["ING", "Rabobank"],
                "ontwikkel": ["Knab", "ABN AMRO"],
                "variatie": ["Rabobank", "Nationale-Nederlanden Bank"],
                "proef": ["ASN Bank", "SNS"],
            }[stam(deel)]
        ),
        vet=True,
        corps=16,
    )
    sheet.zet(
        50,
        95,
        {
            "oefen": "Saldo-overzicht spaarrekening",
            "ontwikkel": "Jaaroverzicht spaarrekening 2025",
            "variatie": "Overzicht sparen 2025",
            "proef": "Financieel jaaroverzicht sparen",
        }[stam(deel)],
        vet=True,
        corps=13,
    )
    sheet.zet(50, 130, [("Rekeninghouder: ", None, None), (mens.naam, "rekeninghouder", mens.naam)])
    sheet.zet(50, 150, [("Spaarrekening: ", None, None), (mens.iban, "iban", mens.iban)])
    label = {
        "oefen": "Saldo per 31 december 2025",
        "ontwikkel": "Saldo op 31-12-2025",
        "variatie": "Uw saldo op 31 dec. 2025",
        "proef": "Eindsaldo",
    }[stam(deel)]
    sheet.zet(50, 190, [(f"{label}   ", None, None), (f"€ {nl(cents)}", "eindsaldo", punt(cents))])
    sheet.zet(50, 210, f"Ontvangen rente € {nl(rng.randint(1, 2000))}   Spaarrente 1,25%")
    return Papier("spaarsaldo_overzicht", sheet.pdf(), sheet.waarheid)


KNOPPEN = {
    "oefen": "Overboeken      Betaalverzoek      Zoeken",
    "ontwikkel": "Overmaken     Betaalverzoek     Inzicht",
    "variatie": "Betalen    Verzoek    Zoek in transacties",
    "proef": "Geld overmaken   Verzoek   Meer",
}


def app(deel: str, mens: Huishouden, rng: random.Random) -> Papier:
    """A phone screen with a balance and bookings under each day."""
    sheet = Vel(rng, "Helvetica", (390, 800), 13)
    cents = rng.randint(-9_000, 300_000)
    sheet.zet(20, 24, f"{rng.randint(8, 22)}:{rng.randint(10, 59)}", corps=11)
    sheet.zet(330, 24, "5G 82%", corps=11)
    sheet.zet(20, 70, "Betaalrekening", vet=True, corps=18)
    sheet.zet(20, 92, [(mens.iban, "iban", mens.iban)], corps=11)
    sheet.zet(
        20,
        130,
        [("Saldo ", None, None), (f"€ {'-' if cents < 0 else ''}{nl(cents)}", "eindsaldo", punt(cents))],
        vet=True,
        corps=18,
    )
    sheet.zet(
        20,
        165,
        KNOPPEN[stam(deel)],
        corps=12,
    )
    y, private = 205.0, []
    day = mens.vandaag
    for index in range(rng.randint(2, 4)):
        sheet.zet(
            20,
            y,
            "Vandaag" if index == 0 else "Gisteren" if index == 1 else f"{day.day} {MAANDEN[day.month - 1]} {day.year}",
            vet=True,
        )
        for name in rng.sample(PRIVE, 2):
            y += 30
            private.append(name.lower())
            sheet.zet(20, y, name)
            sheet.zet(370, y, f"- € {nl(rng.randint(200, 9000))}", rechts=True)
        y += 40
        day -= timedelta(days=1)
    sheet.zet(30, 780, "Overzicht     Inzicht     Service     Meer", corps=11)
    return Papier("bank_app_schermafdruk", sheet.pdf(), sheet.waarheid, verboden=private)


def kenteken(deel: str, mens: Huishouden, rng: random.Random) -> Papier:
    sheet = Vel(rng, "Helvetica", (486, 306), 11)
    sheet.balk(0, 0, 486, 306, (0.88, 0.92, 0.86))
    plate = f"{rng.choice('GHJKLNPRSTXZ')}-{rng.randint(100, 999)}-{rng.choice('BDFGHJKLN')}{rng.choice('BDFGHJKLN')}"
    sheet.zet(20, 30, "Bewijs van tenaamstelling  RDW" if deel == "proef" else "KENTEKENBEWIJS", vet=True, corps=13)
    rows = [
        ("Kenteken", plate, ("kenmerk", plate)),
        ("Merk", "OPEL", None),
        ("Handelsbenaming", "CORSA", None),
        ("Datum eerste toelating", "12-04-2011", None),
        ("Voertuigcategorie", "M1 personenauto", None),
        ("Brandstof", "benzine", None),
    ]
    for index, (label, value, fact) in enumerate(rows):
        sheet.zet(20, 70 + index * 30, label)
        sheet.zet(200, 70 + index * 30, [(value, *(fact or (None, None)))], vet=True)
    return Papier("kentekenbewijs", sheet.pdf(), sheet.waarheid)


def bon(deel: str, mens: Huishouden, rng: random.Random) -> Papier:
    sheet = Vel(rng, "Helvetica", (230, 480), 9.5)
    sheet.plain, sheet.bold = "Courier", "Courier-Bold"
    total, y = 0, 90.0
    goods = rng.sample(
        ["BIER 24X", "BROOD WIT", "SIGAREN", "LUIERS MT4", "KATTENVOER", "WIJN ROOD", "SHAMPOO", "APPELS"], 4
    )
    sheet.zet(
        50,
        30,
        rng.choice(["LIDL BORNE", "PLUS DE WAAL"] if deel == "proef" else ["JUMBO HENGELO", "ALDI"]),
        vet=True,
        corps=13,
    )
    sheet.zet(20, 60, f"Filiaal 412  Kassa 3  Bon {rng.randint(100, 9999)}")
    for item in goods:
        cents = rng.randint(99, 2400)
        total += cents
        sheet.zet(20, y, item)
        sheet.zet(205, y, nl(cents), rechts=True)
        y += 15
    sheet.zet(
        20,
        y + 8,
        {"oefen": "TOTAAL", "ontwikkel": "Totaal EUR", "variatie": "TE BETALEN", "proef": "Te betalen"}[stam(deel)],
        vet=True,
        corps=12,
    )
    sheet.zet(205, y + 8, [(nl(total), "totaal", punt(total))], vet=True, corps=12, rechts=True)
    sheet.zet(20, y + 30, "PIN contactloos   btw 9%")
    sheet.zet(20, y + 48, f"{mens.vandaag:%d-%m-%Y}  14:02   Bedankt en tot ziens")
    return Papier(
        "kassabon",
        sheet.pdf(),
        sheet.waarheid,
        datum=mens.vandaag.isoformat(),
        verboden=[item.lower() for item in goods],
    )


Maker = Callable[[str, Huishouden, random.Random], Papier]
MAKERS: dict[str, Maker] = {
    "bankafschrift": afschrift, "spaarsaldo_overzicht": spaar, "bank_app_schermafdruk": app, "identiteitsbewijs": pas,
    "verblijfsdocument": verblijf, "kentekenbewijs": kenteken, "kassabon": bon,
}  # fmt: skip
