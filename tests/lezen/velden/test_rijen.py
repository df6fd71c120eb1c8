"""Rows of statements as banks print them: a day once for several rows, signs in words, balances under their heads."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from opstap.lezen.model import Document
from opstap.lezen.velden import begrijp, waarden
from opstap.lezen.velden.vinders import vind_saldo
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf

Geplaatst = list[tuple[float, float, str]]
KOP: Geplaatst = [
    (50, 50, "Rabobank Rekeningafschrift"),
    (50, 70, "Rekeningnummer NL91 ABNA 0417 1643 00"),
    (50, 90, "Periode 01-08-2026 t/m 31-08-2026"),
]


def _lees(placed: Geplaatst) -> Document:
    (document,) = begrijp(lees_hier(pdf(placed), "pdf"), "afschrift.pdf")
    return document


def _boekingen(document: Document) -> list[tuple[str, int]]:
    return [(booking.datum.isoformat()[5:], booking.bedrag.cents) for booking in document.transacties]


def test_a_day_that_is_printed_once_holds_for_the_rows_under_it() -> None:
    rows = [
        ("03-08", "huur", "600,00", ""),
        ("", "water", "20,00", ""),
        ("24-08", "loon", "", "900,00"),
        ("", "x", "5,00", ""),
    ]
    placed = [
        *KOP,
        (50, 110, "Beginsaldo 100,00"),
        (300, 110, "Eindsaldo 375,00"),
        (50, 140, "Datum"),
        (150, 140, "Omschrijving"),
        (380, 140, "Bedrag af"),
        (480, 140, "Bedrag bij"),
    ]
    for number, (day, words, af, bij) in enumerate(rows):
        y = 160 + 20 * number
        placed += [(x, y, text) for x, text in ((50, day), (150, words), (400, af), (500, bij)) if text]
    assert _boekingen(_lees(placed)) == [("08-03", -60000), ("08-03", -2000), ("08-24", 90000), ("08-24", -500)]


def test_a_heading_with_the_balance_of_the_day_dates_its_rows() -> None:
    placed = [
        *KOP,
        (50, 110, "Saldo op 01-08-2026 € 100,00"),
        (300, 110, "Saldo op 31-08-2026 € 375,00"),
        (50, 140, "3 augustus 2026 dagsaldo -520,00"),
        (50, 160, "huur"),
        (430, 160, "-600,00"),
        (50, 180, "water"),
        (430, 180, "-20,00"),
        (50, 200, "24 augustus 2026 dagsaldo 375,00"),
        (50, 220, "loon"),
        (430, 220, "895,00"),
    ]
    document = _lees(placed)
    assert _boekingen(document) == [("08-03", -60000), ("08-03", -2000), ("08-24", 89500)]
    assert document.vragen == []


def test_balances_under_their_heads_count_and_days_above_them_do_not() -> None:
    placed = [
        *KOP,
        (50, 110, "Beginsaldo"),
        (400, 110, "Eindsaldo"),
        (50, 125, "01-08-2026"),
        (400, 125, "31-08-2026"),
        (50, 140, "-48,12"),
        (400, 140, "-91,50"),
        (50, 170, "03-08-2026"),
        (150, 170, "huur"),
        (420, 170, "-43,38"),
    ]
    document = _lees(placed)
    assert (document.velden["beginsaldo"].waarde, document.velden["eindsaldo"].waarde) == ("-48.12", "-91.50")
    assert _boekingen(document) == [("08-03", -4338)]


def test_a_booking_with_an_account_number_on_its_first_line_is_read() -> None:
    placed = [
        *KOP,
        (50, 110, "Beginsaldo 0,00"),
        (300, 110, "Eindsaldo 200,00"),
        (380, 140, "Af"),
        (480, 140, "Bij"),
        (50, 160, "10-08"),
        (150, 160, "SEPA Overboeking IBAN: NL39RABO0300065264"),
        (480, 160, "200,00"),
    ]
    assert _boekingen(_lees(placed)) == [("08-10", 20000)]


def test_interest_on_an_overdraft_is_a_booking_and_a_limit_is_none() -> None:
    placed = [
        *KOP,
        (50, 110, "Beginsaldo 10,00"),
        (300, 110, "Eindsaldo 9,13"),
        (430, 140, "Bedrag"),
        (50, 160, "31-08-2026"),
        (150, 160, "Rente roodstand"),
        (430, 160, "0,87 Af"),
        (50, 400, "Roodstaan kan tot 250,00"),
    ]
    assert _boekingen(_lees(placed)) == [("08-31", -87)]


def test_heads_are_believed_before_a_sum_that_closes_the_other_way_round() -> None:
    """Both balances below zero, read without their sign, would close with af and bij changed."""
    placed = [
        *KOP,
        (50, 110, "Beginsaldo 431,18"),
        (300, 110, "Eindsaldo 223,10"),
        (380, 140, "Af"),
        (480, 140, "Bij"),
        (50, 160, "04-08"),
        (150, 160, "lening"),
        (480, 160, "220,00"),
        (50, 180, "07-08"),
        (150, 180, "pin"),
        (380, 180, "11,92"),
    ]
    document = _lees(placed)
    assert _boekingen(document) == [("08-04", 22000), ("08-07", -1192)]
    assert [question.veld for question in document.vragen] == ["transacties"]


@pytest.mark.parametrize(
    "text", ["431,18 -/DEBET", "431,18 -/-", "431,18 - DEBET", "431,18 DB", "   D   431,18", "-431,18"]
)
def test_a_balance_below_zero_is_known_by_the_words_of_the_bank(text: str) -> None:
    assert [value for _, _, value in vind_saldo(text)] == ["-431.18"]


def test_an_account_of_another_country_is_read_and_a_misprint_is_not() -> None:
    good, wrong = "DE89 3704 0044 0532 0130 00", "DE88 3704 0044 0532 0130 00"
    assert [value for _, value in waarden.ibans(f"IBAN: {good} BIC COBADEFF")] == ["DE89370400440532013000"]
    assert waarden.ibans(wrong) == []


def test_the_number_of_a_page_in_a_column_keeps_two_pages_together() -> None:
    def blad(number: int, *rows: tuple[float, float, str]) -> Geplaatst:
        return [*KOP, (450, 70, "Blad"), (450, 90, f"{number} van 2"), (380, 140, "Af"), (480, 140, "Bij"), *rows]

    whole = pypdfium2.PdfDocument.new()
    for page in (
        blad(1, (50, 110, "Beginsaldo 10,00"), (50, 160, "04-08"), (150, 160, "x"), (380, 160, "4,00")),
        blad(2, (50, 110, "Eindsaldo 3,00"), (50, 160, "09-08"), (150, 160, "y"), (380, 160, "3,00")),
    ):
        whole.import_pages(pypdfium2.PdfDocument(pdf(page)))
    target = BytesIO()
    whole.save(target)
    (document,) = begrijp(lees_hier(target.getvalue(), "pdf"), "afschrift.pdf")
    assert document.bladzijden == [1, 2]
    assert _boekingen(document) == [("08-04", -400), ("08-09", -300)]


def test_on_the_screen_of_an_app_the_amount_above_the_bookings_is_the_balance() -> None:
    screen = brief(
        "09:41 5G 83%",
        "Betaalrekening",
        "NL91 ABNA 0417 1643 00",
        "€ 287,14",
        "Overmaken Betaalverzoek Inzicht",
        "Vandaag",
        "Jumbo - 18,42",
        "Gisteren",
        "UWV + 402,18",
    )
    (document,) = begrijp(lees_hier(screen, "pdf"), "scherm.pdf")
    assert document.soort == "bank_app_schermafdruk"
    assert document.velden["eindsaldo"].waarde == "287.14"


GEZEGD = [("03-08-2026", "Huur Domijn", "Af", "600,00"), ("10-08-2026", "Salaris", "Bij", "900,00")]
BOEKINGEN = [("08-03", -60000), ("08-10", 90000), ("08-12", -2500)]
RIJEN = [*GEZEGD, ("12-08-2026", "Winkel", "Af", "25,00")]


def test_a_column_af_bij_counts_however_far_it_stands_from_the_amount() -> None:
    placed = [*KOP, (50, 140, "Datum"), (120, 140, "Af/Bij"), (180, 140, "Omschrijving"), (480, 140, "Bedrag")]
    for number, row in enumerate(RIJEN):
        day, words, sign, amount = row
        y = 160 + 20 * number
        placed += [(50, y, day), (120, y, sign), (180, y, words), (480, y, amount)]
    assert _boekingen(_lees(placed)) == BOEKINGEN


def test_a_column_of_amounts_left_of_the_descriptions_is_read() -> None:
    placed = [*KOP, (50, 140, "Datum"), (130, 140, "Bedrag"), (230, 140, "Tegenpartij")]
    for number, (day, words, sign, amount) in enumerate(RIJEN):
        y = 160 + 20 * number
        placed += [(50, y, day), (130, y, ("-" if sign == "Af" else "+") + amount), (230, y, words)]
    assert _boekingen(_lees(placed)) == BOEKINGEN


@pytest.mark.parametrize("newest_first", [False, True])
def test_the_running_balance_tells_the_signs_that_are_not_printed(newest_first: bool) -> None:
    placed = [
        *KOP, (50, 110, "Beginsaldo 1.000,00"), (50, 140, "Datum"), (130, 140, "Omschrijving"), (400, 140, "Bedrag"),
        (490, 140, "Saldo"),
    ]  # fmt: skip
    rows = list(zip(RIJEN, ("400,00", "1.300,00", "1.275,00"), strict=True))
    for number, ((day, words, _, amount), balance) in enumerate(rows[::-1] if newest_first else rows):
        y = 160 + 20 * number
        placed += [(50, y, day), (130, y, words), (400, y, amount), (490, y, balance)]
    found = _boekingen(_lees(placed))
    assert found == (BOEKINGEN[::-1] if newest_first else BOEKINGEN)


def test_a_balance_with_a_sign_is_never_taken_for_the_booking() -> None:
    placed = [*KOP, (50, 140, "Datum"), (130, 140, "Omschrijving"), (400, 140, "Bedrag"), (490, 140, "Saldo")]
    for number, ((day, words, _, amount), balance) in enumerate(
        zip(RIJEN, ("-500,00", "400,00", "375,00"), strict=True)
    ):
        y = 160 + 20 * number
        placed += [(50, y, day), (130, y, words), (400, y, amount), (490, y, balance)]
    document = _lees(placed)
    assert _boekingen(document) == BOEKINGEN[1:]
    assert [question.veld for question in document.vragen] == ["transacties"]


@pytest.mark.parametrize(("text", "cents"), [("86,40 -/D", "-86.40"), ("899,11 +/C", "899.11")])
def test_the_sign_of_a_balance_is_read_with_its_letter(text: str, cents: str) -> None:
    assert [value for _, _, value in vind_saldo(text)] == [cents]


LINKS = [
    ("14-11-2026", "N. Yilmaz", "-46,03"),
    ("13-11-2026", "Huur Domijn", "-530,14"),
    ("28-10-2026", "Loon", "+877,02"),
]
UITKOMST = [("11-14", -4603), ("11-13", -53014), ("10-28", 87702)]


@pytest.mark.parametrize("saldo_eerst", [True, False])
def test_amounts_and_balances_left_of_the_descriptions_are_told_apart_by_their_heads(saldo_eerst: bool) -> None:
    balances = ("1.435,01", "1.481,04", "2.011,18")
    x_saldo, x_bedrag = (130, 210) if saldo_eerst else (210, 130)
    placed = [
        *KOP[:2], (50, 90, "Periode 01-10-2026 t/m 14-11-2026"), (50, 140, "Datum"), (x_saldo, 140, "Saldo na"),
        (x_bedrag, 140, "Bedrag"), (310, 140, "Van/naar en omschrijving"),
    ]  # fmt: skip
    for number, ((day, words, amount), balance) in enumerate(zip(LINKS, balances, strict=True)):
        y = 160 + 30 * number
        placed += [(50, y, day), (x_saldo, y, balance), (x_bedrag, y, amount), (310, y, words)]
        placed.append((310, y + 12, "NL91ABNA0417164300 kosten 5,00"))
    assert _boekingen(_lees(placed)) == UITKOMST


def test_a_row_that_opens_with_its_amount_takes_the_day_behind_it() -> None:
    placed = [
        *KOP[:2], (50, 90, "Overzicht van 1 januari 2026 t/m 30 september 2026"), (50, 110, "Beginsaldo"),
        (480, 110, "100,00"), (50, 140, "Bedrag EUR"), (150, 140, "Boekdatum"), (250, 140, "Omschrijving"),
        (480, 140, "Saldo EUR"),
    ]  # fmt: skip
    for number, (amount, day, balance) in enumerate(
        [("7,14 +", "02-01-2026", "107,14"), ("50,00 -", "14-02-2026", "57,14")]
    ):
        y = 160 + 20 * number
        placed += [(50, y, amount), (150, y, day), (250, y, "Overboeking"), (480, y, balance)]
    assert _boekingen(_lees(placed)) == [("01-02", 714), ("02-14", -5000)]


def test_a_title_with_af_and_bij_is_no_head_of_columns() -> None:
    placed = [*KOP[:2], (50, 90, "Bij- en afschrijvingen"), (50, 110, "Getoonde periode: 01-08-2026 t/m 31-08-2026")]
    for number, (day, words, amount) in enumerate([("14-08", "Winkel", "69,31 -"), ("23-08", "Loon", "655,37 +")]):
        y = 160 + 20 * number
        placed += [(50, y, day), (150, y, words), (480, y, amount)]
    assert _boekingen(_lees(placed)) == [("08-14", -6931), ("08-23", 65537)]


def test_a_balance_before_its_words_opens_the_statement() -> None:
    placed = [
        *KOP, (50, 140, "Datum"), (130, 140, "Bedrag af"), (210, 140, "Bedrag bij"), (320, 140, "Omschrijving"),
        (215, 160, "731,02"), (320, 160, "Saldo vorig afschrift"), (50, 180, "03-08-26"), (135, 180, "79,41"),
        (320, 180, "Winkel"), (50, 200, "24-08-26"), (215, 200, "100,00"), (320, 200, "Loon"),
        (215, 220, "751,61"), (320, 220, "Nieuw saldo"),
    ]  # fmt: skip
    document = _lees(placed)
    assert _boekingen(document) == [("08-03", -7941), ("08-24", 10000)]
    assert {name: document.velden[name].waarde for name in ("beginsaldo", "eindsaldo")} == {
        "beginsaldo": "731.02",
        "eindsaldo": "751.61",
    }


def test_the_balance_of_the_last_day_closes_a_list_without_other_balances() -> None:
    placed = [
        *KOP[:2],
        (50, 90, "Periode: 01-08-2026 t/m 31-08-2026 | Saldo op 31-08-2026: € 375,00 | Beschikbaar: € 875,00"),
        (50, 160, "03-08-2026"), (150, 160, "Winkel"), (480, 160, "-12,00"),
    ]  # fmt: skip
    assert _lees(placed).velden["eindsaldo"].waarde == "375.00"


SCHERM = [
    (50.0, 40.0, "20:12"), (150.0, 40.0, "5G 61%"), (50.0, 60.0, "R. Scholten"), (50.0, 80.0, "NL91ABNA0417164300"),
    (50.0, 100.0, "€ -272,75"), (50.0, 130.0, "Za 14 aug 2026"), (50.0, 150.0, "Premie zorg"),
    (450.0, 150.0, "- 134,18"),
    (50.0, 180.0, "Gisteren, vrijdag 13 augustus 2026"), (50.0, 200.0, "Loon"), (450.0, 200.0, "+ 900,00"),
    (50.0, 230.0, "Huur"), (450.0, 230.0, "- 530,00"),
]  # fmt: skip


def test_the_screen_of_an_app_is_known_by_its_clock_and_bookings_and_not_by_their_words() -> None:
    document = _lees(SCHERM)
    assert document.soort == "bank_app_schermafdruk"
    assert _boekingen(document) == [("08-14", -13418), ("08-13", 90000), ("08-13", -53000)]
    assert document.velden["rekeninghouder"].waarde == "R. Scholten"
    assert document.velden["eindsaldo"].waarde == "-272.75"


def test_a_row_of_names_is_not_the_holder_of_the_account() -> None:
    placed = [
        *KOP, (50, 140, "Naam / omschrijving"), (300, 140, "Af"), (400, 140, "Bij"), (50, 160, "J. de Boer"),
        (300, 160, "5,00"), (50, 180, "3 augustus 2026"),
    ]  # fmt: skip
    assert "rekeninghouder" not in _lees(placed).velden


def test_the_days_of_the_balances_tell_the_year_and_no_month_in_a_description_is_the_period() -> None:
    placed = [
        *KOP[:2], (50, 90, "Vorig saldo d.d. 28-09-2026"), (300, 90, "Nieuw saldo d.d. 12-10-2026"),
        (90, 104, "214,08 CREDIT"), (340, 104, "64,49 CREDIT"), (50, 140, "Boekdatum"), (120, 140, "Omschrijving"),
        (350, 140, "Debet"), (450, 140, "Credit"), (50, 160, "29-09"), (120, 160, "Verzekeraar"), (350, 160, "149,59"),
        (120, 174, "Premie september 2026"),
    ]  # fmt: skip
    document = _lees(placed)
    assert _boekingen(document) == [("09-29", -14959)]
    assert {name: document.velden[name].waarde for name in ("beginsaldo", "eindsaldo")} == {
        "beginsaldo": "214.08",
        "eindsaldo": "64.49",
    }
    assert document.periode == (date(2026, 9, 29), date(2026, 9, 29))


def test_the_period_behind_two_labels_counts_and_not_days_in_a_description() -> None:
    placed = [
        *KOP[:2], (330, 70, "Datum vanaf 01-06-2026"), (330, 90, "Datum t/m 30-06-2026"), (50, 140, "Datum"),
        (150, 140, "Omschrijving"), (380, 140, "Bedrag af"), (480, 140, "Bedrag bij"), (50, 160, "23-06"),
        (150, 160, "UWV"), (480, 160, "1.366,92"), (150, 174, "WW 01-05-2026 / 31-05-2026"),
    ]  # fmt: skip
    document = _lees(placed)
    assert document.periode == (date(2026, 6, 1), date(2026, 6, 30))
    assert _boekingen(document) == [("06-23", 136692)]


def test_what_is_free_to_spend_is_not_the_balance_of_an_app() -> None:
    placed = [
        (50.0, 40.0, "14:07"), (150.0, 40.0, "4G 52%"), (50.0, 60.0, "NL91ABNA0417164300"), (50.0, 80.0, "€ 1.688,02"),
        (50.0, 100.0, "Beschikbaar € 2.188,02"), (50.0, 130.0, "Dinsdag 20 oktober 2026"), (50.0, 150.0, "UWV"),
        (450.0, 150.0, "+1.405,11"), (50.0, 170.0, "Spar"), (450.0, 170.0, "-8,75"), (50.0, 190.0, "Fam. Bos"),
        (450.0, 190.0, "-20,00"),
    ]  # fmt: skip
    assert _lees(placed).velden["eindsaldo"].waarde == "1688.02"


def test_the_account_of_the_holder_may_stand_at_the_foot() -> None:
    placed = [
        (50, 50, "N26 Rekeningafschrift"), (50, 70, "01.08.2026 tot 31.08.2026"), (50, 110, "Nadia Wolska"),
        (50, 124, "Maasweg 7"), (50, 138, "5804 AB Venray"), (50, 170, "Omschrijving"), (250, 170, "Boekingsdatum"),
        (450, 170, "Bedrag"), (50, 190, "bol.com b.v."), (250, 190, "01.08.2026"), (450, 190, "-17,58€"),
        (50, 204, "IBAN: NL39RABO0841056283"), (50, 800, "Nadia Wolska IBAN: NL91 ABNA 0417 1643 00"),
    ]  # fmt: skip
    assert _lees(placed).velden["iban"].waarde == "NL91ABNA0417164300"
