"""Statements as banks print them: heads, signs, days and balances in many ways, also in English and over two pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from bench.stapel.huishouden import Huishouden
from bench.stapel.sjabloon import MAANDEN
from bench.stapel.vel import Vel

Rijen = list[tuple[date, int, list[str]]]
ENGELS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True)
class Stijl:
    """How one bank writes. `teken`: how the sign of a booking shows (kolommen, saldokolommen, min, minsaldo, plusmin,
    achter, afbij); `dag`: the day of a booking; `geld`: the notation of amounts; `saldo`: where the balances stand."""

    bank: str
    titel: str
    begin: str
    eind: str
    koppen: tuple[str, ...]
    teken: str
    dag: str
    periode: str
    geld: str = "{p},{c}"
    saldo: str = "boven"
    houder: str = "blok"
    min_saldo: str = "{t}{b}"
    engels: bool = False


STIJLEN = [
    Stijl(
        "ABN AMRO",
        "Rekeningafschrift",
        "Vorig saldo",
        "Nieuw saldo",
        ("Bedrag af (debet)", "Bedrag bij (credit)"),
        "kolommen",
        "{d:02d}-{m:02d}",
        "Datum afschrift {tot}",
        saldo="tabel",
        min_saldo="{b} {dc}",
    ),
    Stijl(
        "ING",
        "Afschrift Betaalrekening",
        "Beginsaldo",
        "Eindsaldo",
        ("Af / Bij", "Bedrag (EUR)"),
        "afbij",
        "{d:02d}-{m:02d}-{j}",
        "Periode {van} t/m {tot}",
        saldo="tabel",
    ),
    Stijl(
        "Rabobank",
        "Rekeningafschrift",
        "Beginsaldo",
        "Eindsaldo",
        ("Bedrag af", "Bedrag bij"),
        "kolommen",
        "{d:02d}-{m:02d}",
        "Datum vanaf {van} Datum t/m {tot}",
        saldo="boven",
        min_saldo="{b} {cr}",
    ),
    Stijl(
        "SNS",
        "Dagafschrift",
        "Vorig saldo",
        "Nieuw saldo",
        ("Bedrag",),
        "achter",
        "{d} {kort}",
        "Afschrift over {maand}",
        saldo="onder",
        min_saldo="{b}{na}",
    ),
    Stijl(
        "Triodos Bank",
        "Rekeningoverzicht",
        "Saldo aan het begin",
        "Saldo aan het einde",
        ("Af", "Bij", "Saldo"),
        "saldokolommen",
        "{d}-{m}-{j}",
        "Van {van} tot en met {tot}",
    ),
    Stijl(
        "bunq",
        "Account statement",
        "Opening balance",
        "Closing balance",
        ("Amount",),
        "min",
        "{j}-{m:02d}-{d:02d}",
        "Period {jvan} - {jtot}",
        geld="€ {k}.{c}",
        engels=True,
        houder="label",
    ),
    Stijl(
        "Revolut",
        "EUR Statement",
        "Opening balance",
        "Closing balance",
        ("Money out", "Money in", "Balance"),
        "saldokolommen",
        "{d} {eng} {j}",
        "From {evan} to {etot}",
        geld="€{k}.{c}",
        engels=True,
    ),
    Stijl(
        "N26",
        "Kontoauszug / Bank statement",
        "Opening balance",
        "Closing balance",
        ("Amount",),
        "plusmin",
        "{d:02d}.{m:02d}.{j}",
        "{pvan} until {ptot}",
        geld="{p},{c}€",
        engels=True,
        saldo="onder",
    ),
    Stijl(
        "Knab",
        "Rekeningafschrift",
        "Beginsaldo",
        "Eindsaldo",
        ("Bedrag", "Saldo"),
        "minsaldo",
        "{d} {lang}",
        "{d1} t/m {d2}",
        geld="€ {p},{c}",
        houder="label",
    ),
    Stijl(
        "RegioBank",
        "Bankafschrift",
        "Saldo vorig afschrift",
        "Nieuw saldo",
        ("Debet", "Credit"),
        "kolommen",
        "{d:02d}.{m:02d}",
        "Periode: {maand}",
        saldo="boven",
        min_saldo="{t}{b}",
    ),
]


def teken(sheet: Vel, mens: Huishouden, tijd: tuple[date, date], saldi: tuple[int, int], rows: Rijen) -> None:
    """Draw a statement in one of the styles; sums add up over all pages."""
    style = sheet.rng.choice(STIJLEN)
    fill = _Schrijver(style)
    turn = len(rows) // 2 if sheet.rng.random() < 0.4 and len(rows) > 5 else None
    pages = 1 if turn is None else 2
    y = _kop(sheet, style, fill, mens, tijd, pages)
    if style.saldo == "boven":
        y = _saldi_boven(sheet, style, fill, saldi, y)
    y = _hoofd(sheet, style, y)
    if style.saldo in ("tabel", "onder"):
        y = _saldoregel(sheet, style, fill, style.begin, "beginsaldo", saldi[0], y)
    y = _boekingen(sheet, style, fill, rows, saldi[0], y, turn)
    if style.saldo in ("tabel", "onder"):
        _saldoregel(sheet, style, fill, style.eind, "eindsaldo", saldi[1], y + 6)
    sheet.zet(60, 815, "Dit product valt onder het depositogarantiestelsel. Vragen? Bel 020 123 45 67.", corps=6.5)


class _Schrijver:
    def __init__(self, style: Stijl) -> None:
        self.style = style

    def geld(self, cents: int) -> str:
        whole = f"{abs(cents) // 100:,}"
        return self.style.geld.format(p=whole.replace(",", "."), k=whole, c=f"{abs(cents) % 100:02d}")

    def saldo(self, cents: int) -> str:
        text, minus = self.geld(cents), cents < 0
        return self.style.min_saldo.format(
            b=text,
            t="-" if minus else "",
            dc="DEBET" if minus else "CREDIT",
            cr="D" if minus else "CR",
            na="-" if minus else "+",
        )

    def dag(self, day: date) -> str:
        return self.style.dag.format(
            d=day.day,
            m=day.month,
            j=day.year,
            kort=MAANDEN[day.month - 1][:3],
            lang=MAANDEN[day.month - 1],
            eng=ENGELS[day.month - 1],
        )

    def periode(self, van: date, tot: date) -> str:
        eng = lambda day: f"{day.day} {ENGELS[day.month - 1]} {day.year}"  # noqa: E731
        return self.style.periode.format(
            van=f"{van:%d-%m-%Y}", tot=f"{tot:%d-%m-%Y}", maand=f"{MAANDEN[van.month - 1]} {van.year}", jvan=van.isoformat(),  # noqa: E501
            jtot=tot.isoformat(), evan=eng(van), etot=eng(tot), pvan=f"{van:%d.%m.%Y}", ptot=f"{tot:%d.%m.%Y}",
            d1=f"{van.day} {MAANDEN[van.month - 1]}", d2=f"{tot.day} {MAANDEN[tot.month - 1]} {tot.year}",
        )  # fmt: skip


def _kop(sheet: Vel, style: Stijl, fill: _Schrijver, mens: Huishouden, tijd: tuple[date, date], pages: int) -> float:
    rng = sheet.rng
    sheet.zet(*rng.choice([(50, 48), (420, 48)]), style.bank, vet=True, corps=17)
    sheet.zet(50, 74, style.titel, vet=True, corps=12)
    if style.houder == "blok":
        sheet.zet(
            50, 102, [(rng.choice(["", "De heer ", "Mw. "]), None, None), (mens.naam, "rekeninghouder", mens.naam)]
        )
        sheet.zet(50, 114, mens.straat)
        sheet.zet(50, 126, f"{mens.postcode} {mens.plaats}")
    else:
        label = "Account holder" if style.engels else "Rekeninghouder"
        sheet.zet(50, 102, [(f"{label}: ", None, None), (mens.naam, "rekeninghouder", mens.naam)])
    spaced = " ".join(mens.iban[i : i + 4] for i in range(0, 18, 4)) if rng.random() < 0.6 else mens.iban
    label = "IBAN" if style.engels else rng.choice(["IBAN", "Rekeningnummer", "Betaalrekening"])
    sheet.zet(310, 102, [(f"{label}{rng.choice([' ', ': '])}", None, None), (spaced, "iban", mens.iban)])
    sheet.zet(310, 114, fill.periode(*tijd))
    sheet.zet(
        310, 126, (f"Page 1 of {pages}" if style.engels else f"Blad 1 van {pages}") + f"   BIC {mens.iban[4:8]}NL2A"
    )
    return 158.0


def _saldi_boven(sheet: Vel, style: Stijl, fill: _Schrijver, saldi: tuple[int, int], y: float) -> float:
    """Both balances above the table: behind their labels, or under them."""
    under = sheet.rng.random() < 0.5
    for x, label, name, cents in ((50, style.begin, "beginsaldo", saldi[0]), (300, style.eind, "eindsaldo", saldi[1])):
        text, value = fill.saldo(cents), f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
        if under:
            sheet.zet(x, y, label, corps=sheet.corps - 1)
            sheet.zet(x, y + 13, [(text, name, value)])
        else:
            sheet.zet(x, y, [(f"{label}   ", None, None), (text, name, value)])
    return y + (40 if under else 26)


def _kolommen(style: Stijl) -> list[float]:
    count = len(style.koppen)
    return [545 - (count - 1 - index) * 88 for index in range(count)]


def _hoofd(sheet: Vel, style: Stijl, y: float) -> float:
    sheet.zet(50, y, "Date" if style.engels else "Datum", vet=True)
    sheet.zet(140, y, "Description" if style.engels else "Omschrijving", vet=True)
    for x, head in zip(_kolommen(style), style.koppen, strict=True):
        sheet.zet(x, y, head, vet=True, rechts=True)
    sheet.lijn(50, 545, y + 4)
    return y


def _saldoregel(sheet: Vel, style: Stijl, fill: _Schrijver, label: str, name: str, cents: int, y: float) -> float:
    """A balance as a line of the table itself."""
    y += 1.6 * sheet.corps
    value = f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
    sheet.zet(140, y, label, vet=sheet.rng.random() < 0.5)
    text = fill.saldo(cents)
    sheet.zet(545, y, [(text, name, value)], rechts=True)
    return y


def _boekingen(
    sheet: Vel, style: Stijl, fill: _Schrijver, rows: Rijen, balance: int, y: float, turn: int | None
) -> float:
    for index, (day, cents, words) in enumerate(rows):
        if index == turn:
            sheet.nieuw_blad()
            sheet.zet(50, 48, style.bank, vet=True, corps=12)
            sheet.zet(310, 48, ("Page 2 of 2" if style.engels else "Blad 2 van 2"))
            y = _hoofd(sheet, style, 80)
        y += 1.6 * sheet.corps
        balance += cents
        sheet.zet(50, y, fill.dag(day))
        sheet.zet(140, y, words[0])
        _bedrag(sheet, style, fill, cents, balance, y)
        for extra in words[1:]:
            y += 1.15 * sheet.corps
            sheet.zet(140, y, extra, corps=sheet.corps - 1)
    return y


def _bedrag(sheet: Vel, style: Stijl, fill: _Schrijver, cents: int, balance: int, y: float) -> None:
    ends, text, minus = _kolommen(style), fill.geld(cents), cents < 0
    put: dict[str, Any] = {"rechts": True}
    if style.teken in ("kolommen", "saldokolommen"):
        sheet.zet(ends[0] if minus else ends[1], y, text, **put)
    elif style.teken == "afbij":
        sheet.zet(ends[0], y, "Af" if minus else "Bij", **put)
        sheet.zet(ends[1], y, text, **put)
    elif style.teken == "achter":
        sheet.zet(ends[0], y, text + ("-" if minus else "+"), **put)
    elif style.teken == "plusmin":
        sheet.zet(ends[0], y, ("-" if minus else "+") + text, **put)
    else:
        sheet.zet(ends[0], y, ("-" if minus else "") + text, **put)
    if style.teken in ("saldokolommen", "minsaldo"):
        sheet.zet(ends[-1], y, ("-" if balance < 0 else "") + fill.geld(balance), **put)
