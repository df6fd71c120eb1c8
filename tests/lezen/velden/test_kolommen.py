"""Amounts beside and under each other: the heads of the columns, the row of the total, and the words of time say which
one counts."""

from __future__ import annotations

import pytest

from opstap.lezen.velden import begrijp
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf

Geplaatst = list[tuple[float, float, str]]


def _waarden(inhoud: bytes) -> dict[str, str]:
    (document,) = begrijp(lees_hier(inhoud, "pdf"), "papier.pdf")
    return {naam: veld.waarde for naam, veld in document.velden.items()}


def _huur(left: str, right: str) -> bytes:
    rows: Geplaatst = [
        (50, 60, "Woonstichting De Hofstede"), (50, 100, "Huurspecificatie"), (230, 140, left), (400, 140, right),
        (50, 160, "Servicekosten"), (230, 160, "€ 18,10"), (400, 160, "€ 18,90"),
        (50, 180, "Totaal per maand"), (230, 180, "€ 579,30"), (400, 180, "€ 602,30"),
    ]  # fmt: skip
    return pdf(rows)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Tot 1 juli 2026", "Vanaf 1 juli 2026"),
        ("t/m juni 2026", "vanaf juli 2026"),
        ("juni 2026", "juli 2026"),
        ("Huidig", "Nieuw"),
        ("Was: tot en met juni", "Wordt: vanaf juli"),
        ("01-01-2026", "01-07-2026"),
    ],
)
def test_of_two_columns_the_later_one_counts(left: str, right: str) -> None:
    assert _waarden(_huur(left, right))["huur"] == "602.30"


def test_the_later_column_counts_also_where_it_stands_first() -> None:
    assert _waarden(_huur("Vanaf 1 juli 2026", "Tot 1 juli 2026"))["huur"] == "579.30"


def test_a_column_with_the_difference_is_not_the_rent() -> None:
    page = pdf([
        (50, 60, "Woonstichting De Hofstede"), (50, 100, "Aankondiging huurverhoging"),
        (200, 140, "Huidig"), (310, 140, "Verhoging"), (420, 140, "Nieuw per 1-7-2026"),
        (50, 160, "Totaal te betalen"), (200, 160, "€ 659,10"), (310, 160, "€ 25,11"), (420, 160, "€ 684,21"),
    ])  # fmt: skip
    assert _waarden(page)["huur"] == "684.21"


def test_what_is_still_open_is_the_debt() -> None:
    page = pdf([
        (50, 60, "het CAK"), (50, 100, "Laatste aanmaning"), (50, 115, "Dossiernummer WAN-5511.208"),
        (50, 140, "Maand"), (200, 140, "Premie"), (310, 140, "Ontvangen"), (420, 140, "Open"),
        (50, 160, "Totaal te betalen"), (200, 160, "907,60"), (310, 160, "463,04"), (420, 160, "€ 444,56"),
    ])  # fmt: skip
    assert _waarden(page)["bedrag"] == "444.56"


def test_the_amount_with_tax_is_paid() -> None:
    page = pdf([
        (50, 60, "Greenchoice"), (50, 100, "Maandnota energie"), (50, 115, "stroom gas kWh"),
        (200, 140, "excl. btw"), (310, 140, "btw 21%"), (420, 140, "incl. btw"),
        (50, 160, "Termijnbedrag"), (200, 160, "€ 23,88"), (310, 160, "€ 5,02"), (420, 160, "€ 28,90"),
    ])  # fmt: skip
    assert _waarden(page)["maandbedrag"] == "28.90"


def test_under_a_head_the_total_of_the_rows_counts_and_of_the_latest_day() -> None:
    page = pdf([
        (50, 60, "Jaaroverzicht hypotheek 2025"), (50, 80, "Leningnummer 4410.882.19 onderpand betaalde rente"),
        (50, 120, "Leningdeel"), (180, 120, "Restschuld 31-12-2024"), (400, 120, "Restschuld 31-12-2025"),
        (50, 140, "1"), (210, 140, "98.410,22"), (430, 140, "94.077,90"),
        (50, 160, "2"), (210, 160, "50.000,00"), (430, 160, "50.000,00"),
        (50, 180, "Totaal"), (204, 180, "148.410,22"), (424, 180, "144.077,90"),
    ])  # fmt: skip
    assert _waarden(page)["bedrag"] == "144077.90"


def test_a_total_of_another_table_is_not_taken() -> None:
    page = pdf([
        (50, 60, "WOZ-beschikking 2026"), (50, 80, "waardepeildatum objectnummer eigenaar"),
        (50, 110, "Objectadres"), (424, 110, "Vastgestelde waarde"),
        (50, 130, "Ruurloseweg 17, 7131 MB Lichtenvoorde"), (430, 130, "€ 342.000"),
        (50, 150, "De waarde geldt voor het kalenderjaar."),
        (50, 170, "Rioolheffing"), (430, 170, "€ 211,00"), (50, 190, "Totaal"), (430, 190, "€ 529,40"),
    ])  # fmt: skip
    assert _waarden(page)["bedrag"] == "342000.00"


def test_what_was_paid_before_or_only_asked_for_is_not_this_month() -> None:
    letter = brief(
        "Dienst Toeslagen", "Voorschot 2026 kindgebonden budget", "Vanaf juli 2026 ontvangt u € 781 per maand.",
        "Tot en met juni was dit € 703 per maand.",
    )  # fmt: skip
    assert _waarden(letter)["maandbedrag"] == "781.00"
    order = brief(
        "RECHTBANK GELDERLAND", "beschikking echtscheiding en alimentatie, verzoekster, verweerder",
        "De vrouw verzoekt € 325,- per kind per maand. De behoefte is € 890,- per maand.",
        "De rechtbank bepaalt dat de man met ingang van 1 september 2026 € 412,- per maand betaalt.",
    )  # fmt: skip
    assert _waarden(order)["maandbedrag"] == "412.00"


def test_a_sign_at_the_end_of_a_line_goes_with_the_number_on_the_next() -> None:
    letter = brief(
        "Dienst Toeslagen", "Zorgtoeslag 2026", "Vanaf 1 mei 2026 krijgt u € 127 zorgtoeslag per maand.",
        "Over heel 2026 is uw voorschot nu €", "1.408. Dat is € 96 meer dan eerst.",
    )  # fmt: skip
    found = _waarden(letter)
    assert (found["maandbedrag"], found["bedrag"]) == ("127.00", "1408.00")


def test_a_day_that_a_line_end_cuts_in_two_is_read() -> None:
    letter = brief(
        "Albeda College", "Bewijs van inschrijving opleiding student schooljaar",
        "De inschrijving loopt van 1 augustus 2026 tot en met 31", "juli 2027.",
    )  # fmt: skip
    found = _waarden(letter)
    assert (found["ingangsdatum"], found["einddatum"]) == ("2026-08-01", "2027-07-31")


def test_a_label_in_the_middle_of_a_sentence_takes_nothing_from_below() -> None:
    letter = brief(
        "Flanderijn Gerechtsdeurwaarders", "Sommatie incasso vordering hoofdsom", "Totaal verschuldigd € 5.216,68",
        "Betaal onder vermelding van het dossiernummer. Blijft betaling uit, dan volgt beslag.",
        "Bel anders 0548 - 85 48 54 met de gemeente.",
    )  # fmt: skip
    assert "kenmerk" not in _waarden(letter)


def test_a_day_of_birth_after_the_paper_is_of_the_century_before() -> None:
    slip = brief("Loonstrook juni 2026", "Geb.datum : 04-11-66", "Datum 25-06-2026", "Netto loon 1.200,00 loonheffing")
    assert _waarden(slip)["geboortedatum"] == "1966-11-04"


def test_a_second_table_at_the_right_with_the_year_is_not_the_month() -> None:
    slip = pdf([
        (50, 60, "Veldhuis B.V."), (50, 90, "Loonspecificatie periode 9"), (300, 120, "Cumulatief 2026"),
        (50, 140, "Uren regulier"), (210, 140, "948,60"), (300, 140, "Bruto loon"), (430, 140, "9.049,32"),
        (50, 160, "Bruto loon"), (210, 160, "1.005,48"), (300, 160, "Netto loon"), (430, 160, "5.482,71"),
        (50, 180, "Netto loon"), (210, 180, "609,19"), (50, 200, "Loonheffing"), (210, 200, "345,50"),
    ])  # fmt: skip
    found = _waarden(slip)
    assert (found["brutoloon"], found["nettoloon"]) == ("1005.48", "609.19")


def test_a_third_column_without_a_day_does_not_hide_the_latest() -> None:
    page = pdf([
        (50, 60, "Jaaropgave hypotheek 2025"), (50, 80, "Hypotheeknummer 80 11 45 902 leningdeel"),
        (140, 120, "Schuld 31-12-2024"), (280, 120, "Schuld 31-12-2025"), (430, 120, "Betaalde rente"),
        (50, 140, "1"), (170, 140, "98.204,10"), (310, 140, "94.880,77"), (460, 140, "2.038,44"),
        (50, 160, "Totaal"), (164, 160, "158.204,10"), (304, 160, "154.880,77"), (460, 160, "3.508,44"),
    ])  # fmt: skip
    assert _waarden(page)["bedrag"] == "154880.77"


def test_an_amount_that_is_a_limit_is_not_the_benefit() -> None:
    letter = brief(
        "UWV", "Wijziging van uw Wajong-uitkering per 1 juli 2026", "Tot en met 30 juni was uw uitkering € 1.622,74",
        "bruto per maand. Met ingang van 1 juli 2026 is uw uitkering € 1.656,11 bruto per maand.",
        "Krijgt u meer of minder loon dan € 512,00 per maand? Geef dat door.",
    )  # fmt: skip
    assert _waarden(letter)["maandbedrag"] == "1656.11"
