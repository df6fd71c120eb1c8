"""Papers as strangers write them: other notations, no legal form, a second account or address, sums beside sums."""

from __future__ import annotations

from datetime import date

import pytest

from opstap.lezen.model import Bladzijde, Document, Woord
from opstap.lezen.soort import kies
from opstap.lezen.velden import begrijp, waarden
from opstap.lezen.velden.namen import vind_naam
from opstap.lezen.velden.vinders import met_plaats, vind_adres, vind_heelbedrag, vind_kenmerk
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf


def _lees(inhoud: bytes) -> Document:
    (document,) = begrijp(lees_hier(inhoud, "pdf"), "papier.pdf")
    return document


def _waarden(inhoud: bytes) -> dict[str, str]:
    return {naam: veld.waarde for naam, veld in _lees(inhoud).velden.items()}


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("€1,484.90", 148490),
        ("12,00€", 1200),
        ("250 euro", 25000),
        ("132.926, 70", 13292670),
        ("1 234,56", 123456),
        ("C3 987,37", 398737),
    ],
)
def test_an_amount_is_known_in_the_notations_of_others(text: str, cents: int) -> None:
    assert [value.geld.cents for _, value in waarden.bedragen(text)] == [cents]


def test_figures_glued_to_letters_are_no_amount() -> None:
    assert waarden.bedragen("CH3,26") == []


@pytest.mark.parametrize("text", ["1 sept. '26", "1/9/2026", "01-09-26", "Sep 1, 2026", "1 SEP 2026"])
def test_a_date_is_known_in_the_notations_of_others(text: str) -> None:
    assert [day for _, day in waarden.datums(text)] == [date(2026, 9, 1)]


@pytest.mark.parametrize(
    "name",
    [
        "W. Wiśniewski",
        "Th.J. Bakker",
        "L. in 't Veld",
        "P. van der Heijden-de Wit",
        "NGUYỄN THỊ HƯƠNG",
        "J.TH. 'T HART",
        "W F DE BOER EO I DE BOER-VAN ZUTPHEN",
    ],
)
def test_a_name_is_read_whole(name: str) -> None:
    assert [value for _, _, value in vind_naam(f"Aan {name}")] == [name]


def test_whole_numbers_count_only_as_whole_euros_and_never_as_a_year() -> None:
    assert [value for _, _, value in vind_heelbedrag("   18.604")] == ["18604.00"]
    assert vind_heelbedrag("   2026") == []


def test_what_stands_before_a_street_is_no_part_of_it() -> None:
    found = [value for _, _, value in vind_adres("De WOZ-waarde van De Ruyterkade 15 hs, 7340 HN Zwolle is hoog")]
    assert found == ["De Ruyterkade 15 hs, 7340 HN Zwolle"]


SLIP = [
    (60, 50, "Kapsalon Marianne"), (60, 90, "J. Bakker"), (60, 104, "Kerkweg 3"), (60, 118, "7621 AB Borne"),
    (60, 150, "Loonstrook"), (60, 165, "Periode"), (160, 165, "augustus 2026"),
    (300, 190, "Bedrag"), (420, 190, "Cumulatief"),
    (60, 210, "Loonheffing"), (300, 210, "210,10"), (420, 210, "1.680,80"),
    (60, 230, "Bruto totaal"), (300, 230, "2.100,00"), (420, 230, "16.800,00"),
    (60, 250, "Nettobetaling"), (300, 250, "1.800,50"), (420, 250, "14.404,00"),
    (60, 780, "IBAN NL91ABNA0417164300 - KvK 12345678 - Btw NL001234567B01"),
]  # fmt: skip


def test_a_letterhead_without_a_legal_form_is_the_employer() -> None:
    assert _waarden(pdf(SLIP))["werkgever"] == "Kapsalon Marianne"


def test_the_account_of_the_firm_is_never_that_of_the_person() -> None:
    assert "iban" not in _waarden(pdf(SLIP))
    paid = [*SLIP, (60, 280, "Overgemaakt op NL39 ABNA 4803 9677 32")]
    assert _waarden(pdf(paid))["iban"] == "NL39ABNA4803967732"


def test_a_bill_is_paid_to_the_account_of_the_firm() -> None:
    bill = brief(
        "Rijschool De Bocht",
        "Factuur",
        "Factuurnummer 2026-114",
        "Totaal te betalen € 90,00",
        "KvK 12345678 IBAN NL91ABNA0417164300",
    )
    assert _waarden(bill)["iban"] == "NL91ABNA0417164300"


def test_the_month_counts_and_not_the_sum_of_the_year() -> None:
    found = _waarden(pdf(SLIP))
    assert (found["brutoloon"], found["nettoloon"]) == ("2100.00", "1800.50")


def test_what_it_becomes_counts_and_not_what_it_was() -> None:
    rent = pdf([
        (60, 50, "Woonbron"), (60, 80, "Huurspecificatie"), (300, 110, "Was"), (420, 110, "Wordt"),
        (60, 130, "Servicekosten"), (300, 130, "20,10"), (420, 130, "21,00"),
        (60, 150, "Totale huur"), (300, 150, "610,00"), (420, 150, "640,20"),
    ])  # fmt: skip
    assert _waarden(rent)["huur"] == "640.20"


def test_an_amount_before_its_words_is_its_own_and_not_that_of_the_next_sentence() -> None:
    letter = brief(
        "UWV", "Beslissing over uw WW-uitkering", "Uw uitkering is € 1.200,00 bruto per maand. Uw dagloon is € 88,10."
    )
    assert _waarden(letter)["maandbedrag"] == "1200.00"


def test_two_amounts_that_fit_equally_well_give_none() -> None:
    slip = brief("Loonstrook augustus 2026", "Loonheffing € 10,00", "Netto deel € 500,00", "Netto stuk € 600,00")
    assert _waarden(slip).get("nettoloon") in (None, "500.00")
    bill = brief("Jaarnota energie", "kWh m3 stroom gas", "Bijbetalen nu € 50,00", "Bijbetalen later € 60,00")
    assert "bedrag" not in _waarden(bill)


def test_a_registration_number_is_no_sender() -> None:
    letter = brief(
        "Aanmaning", "Dossiernummer 12345", "Totaal te betalen € 90,00", "KvK 12345678", "CJIB-nummer 998877"
    )
    assert "afzender" not in _waarden(letter)


def test_the_number_behind_a_label_that_was_misread_is_not_taken_from_the_row_below() -> None:
    slip = pdf([
        (60, 50, "Jaaropgave hypotheek 2025"), (60, 80, "Restschuld per 31 december"), (300, 80, "132.92G,7O"),
        (60, 100, "Maandbedrag"), (300, 100, "555,46"), (60, 120, "betaalde rente lening hypotheek"),
    ])  # fmt: skip
    assert _waarden(slip).get("bedrag") != "555.46"


AFSCHRIFT = [
    "Account statement", "Account holder: S. Ramdin   IBAN NL39 RABO 0841 0562 83", "Period 2026-08-01 - 2026-08-31",
    "Eerste bedrag € 2,759.42 en laatste bedrag € 3,135.65", "Date Description Amount",
]  # fmt: skip


def _rijen(*rows: tuple[str, str, str]) -> list[tuple[float, float, str]]:
    placed: list[tuple[float, float, str]] = [(60, 60 + 20 * n, line) for n, line in enumerate(AFSCHRIFT)]
    for number, (day, words, amount) in enumerate(rows):
        y = 170 + 20 * number
        placed += [(60, y, day), (150, y, words), (450, y, amount)]
    return placed


def test_balances_without_known_words_are_proven_by_the_bookings() -> None:
    rows = [("2026-08-03", "huur", "-€ 614.25"), ("2026-08-24", "loon", "€ 1,075.14"), ("2026-08-30", "x", "-€ 84.66")]
    document = _lees(pdf(_rijen(*rows)))
    assert document.velden["beginsaldo"].waarde == "2759.42"
    assert document.velden["eindsaldo"].waarde == "3135.65"


def test_balances_that_the_bookings_do_not_prove_are_not_made_up() -> None:
    document = _lees(pdf(_rijen(("2026-08-03", "huur", "-€ 614.25"), ("2026-08-24", "loon", "€ 1,075.00"))))
    assert not {"beginsaldo", "eindsaldo"} & set(document.velden)


def test_a_running_balance_of_half_the_rows_does_not_replace_the_printed_closing_balance() -> None:
    rows = [("03-08-2026", "-100,00", "900,00"), ("05-08-2026", "-50,00", "850,00"), ("08-08-2026", "-25,00", "825,00")]
    head = ["ING Rekeningafschrift", "IBAN NL39 RABO 0841 0562 83", "Periode 01-08-2026 t/m 31-08-2026"]
    placed = [(60.0, 50.0 + 20 * number, line) for number, line in enumerate(head)]
    placed += [(60, 110, "Beginsaldo 1.000,00"), (300, 110, "Eindsaldo 700,00")]
    placed += [(60, 130, "Datum"), (380, 130, "Bedrag"), (480, 130, "Saldo")]
    for number, (day, amount, balance) in enumerate(rows):
        placed += [(60, 150 + 20 * number, day), (380, 150 + 20 * number, amount), (480, 150 + 20 * number, balance)]
    document = _lees(pdf(placed))
    assert document.velden["eindsaldo"].waarde == "700.00"
    assert any(question.veld == "transacties" for question in document.vragen)


def test_in_a_picture_the_first_line_read_is_not_made_a_sender() -> None:
    lines = ["Ontvangen", "Aanmaning", "Dossiernummer 20261234", "Totaal te betalen 90,00", "betaling incasso schuld"]
    words = [
        Woord(word, (0.1 + 0.12 * x, 0.05 + 0.04 * y, 0.2 + 0.12 * x, 0.07 + 0.04 * y), 0.95, y)
        for y, line in enumerate(lines)
        for x, word in enumerate(line.split())
    ]
    (document,) = begrijp([Bladzijde(1, words, "tesseract", recht=[word.vak for word in words])], "foto.jpg")
    assert "afzender" not in document.velden


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("B&B/WW/0834.11.902", ["B&B/WW/0834.11.902"]),
        ("WIA 44-1290", ["WIA 44-1290"]),
        ("C/05/412233 / FA RK 26-118", ["C/05/412233 / FA RK 26-118"]),
        ("7 0612 3344 5566 778", ["7 0612 3344 5566 778"]),
        ("VIC 2026/33 van 3 mei", ["VIC 2026/33"]),
        ("123456 BSN 999990019", ["123456", "999990019"]),
    ],
)
def test_a_reference_is_read_whole_and_never_takes_the_next_number(text: str, found: list[str]) -> None:
    assert [value for _, _, value in vind_kenmerk(text)] == found


def test_a_rent_that_changes_is_the_new_one() -> None:
    page = pdf(
        [(50, 60, "Woonstichting De Hofstede"), (50, 110, "Mevrouw A. Smit"), (50, 126, "Molenweg 5"),
         (50, 142, "7011 BC Gaanderen"), (50, 200, "Uw huur per 1 juli 2026"), (250, 240, "Nu"),
         (400, 240, "Vanaf 1 juli 2026"), (50, 260, "Kale huur"), (250, 260, "€ 561,20"), (400, 260, "€ 584,20"),
         (50, 280, "Servicekosten"), (250, 280, "€ 18,10"), (400, 280, "€ 18,10"), (50, 300, "Totale huur"),
         (250, 300, "€ 579,30"), (400, 300, "€ 602,30")]
    )  # fmt: skip
    assert _waarden(page)["huur"] == "602.30"


def test_balances_of_two_days_stand_under_their_own_day() -> None:
    page = pdf(
        [(50, 60, "ASN Bank"), (50, 100, "Financieel jaaroverzicht 2025"), (50, 160, "Spaarrekening"),
         (150, 160, "IBAN"), (300, 160, "Saldo 1-1-2025"), (390, 160, "Saldo 31-12-2025"), (490, 160, "Rente"),
         (50, 180, "Ideaalsparen"), (150, 180, "NL39 RABO 0300 0652 64"), (310, 180, "€ 1.204,11"),
         (410, 180, "€ 980,45"), (490, 180, "€ 14,02")]
    )  # fmt: skip
    found = _waarden(page)
    assert (found["beginsaldo"], found["eindsaldo"]) == ("1204.11", "980.45")


def test_what_stands_in_brackets_behind_a_label_is_not_its_value() -> None:
    page = pdf(
        [(50, 60, "Eetcafé De Sluis VOF"), (50, 120, "Salarisstrook augustus 2026"),
         (50, 160, "Brutoloon (38 uur x € 14,40)"), (400, 160, "€ 547,20"), (50, 180, "Loonheffing"),
         (400, 180, "- € 0,00"), (50, 200, "Netto te ontvangen"), (400, 200, "€ 501,48")]
    )  # fmt: skip
    found = _waarden(page)
    assert (found["brutoloon"], found["nettoloon"]) == ("547.20", "501.48")


def test_who_is_named_in_a_row_of_a_slip_is_no_employer() -> None:
    page = pdf(
        [(50, 60, "Thuiszorg De Graafschap"), (50, 76, "Dorpsweg 12"), (50, 92, "7005 BD Doetinchem"),
         (50, 140, "Loonstrook oktober 2026"), (50, 180, "Totaal bruto"), (400, 180, "1.596,87"),
         (50, 200, "OP/NP premie PFZW"), (400, 200, "58,30"), (50, 220, "Loonheffing"), (400, 220, "21,42"),
         (50, 240, "Netto uitbetaald"), (400, 240, "1.517,15")]
    )  # fmt: skip
    assert _waarden(page)["werkgever"] == "Thuiszorg De Graafschap"


def test_a_benefit_that_stops_has_an_end_and_no_beginning() -> None:
    page = brief(
        "UWV", "De heer M. Smit", "Uw Ziektewet-uitkering stopt op 1 juli 2026",
        "U kunt vanaf 1 juli 2026 weer werken. Daarom stopt uw uitkering op 1 juli 2026."
    )  # fmt: skip
    found = _waarden(page)
    assert found.get("einddatum") == "2026-07-01"
    assert "ingangsdatum" not in found


def test_on_a_statement_the_day_may_stand_before_the_amount() -> None:
    rows = [("Huur", "02.09.2026", "-626,03€"), ("Salaris", "10.09.2026", "+2.125,32€")]
    lines = [(50, 60, "N26 Bank Statement Nr. 09/2026"), (50, 90, "IBAN: NL44RABO0123456789"),
             (50, 110, "01.09.2026 until 30.09.2026"), (50, 150, "Description"), (300, 150, "Booking Date"),
             (460, 150, "Amount")]  # fmt: skip
    for number, (words, day, amount) in enumerate(rows):
        height = 180 + 30 * number
        lines += [(50, height, words), (300, height, day), (460, height, amount)]
    lines += [(50, 300, "Previous balance"), (460, 300, "100,00€")]
    lines += [(50, 320, "Your new balance"), (460, 320, "1.599,29€")]
    document = _lees(pdf(lines))
    assert [(row.datum, row.bedrag.cents) for row in document.transacties] == [
        (date(2026, 9, 2), -62603), (date(2026, 9, 10), 212532)
    ]  # fmt: skip
    assert all(row.tegenpartij is None for row in document.transacties if row.bedrag.cents < 0)


def test_name_street_and_town_may_stand_on_one_line() -> None:
    page = pdf(
        [(50, 60, "Jaaropgave 2025"), (50, 90, "Busbedrijf Oost B.V."),
         (50, 120, "P.J. Hendriks · Beatrixlaan 41 · 7031 CJ Wehl"),
         (50, 160, "BSN"), (400, 160, "999990019"), (50, 180, "Loon LB/PH"), (400, 180, "€ 28.411"),
         (50, 200, "Ingehouden LB/PH"), (400, 200, "€ 3.204")]
    )  # fmt: skip
    found = _waarden(page)
    assert (found["naam"], found["brutoloon"]) == ("P.J. Hendriks", "28411.00")


def test_of_balances_of_two_years_the_latest_is_the_closing_one() -> None:
    page = pdf(
        [(50, 60, "ING"), (50, 100, "Jaaroverzicht sparen 2025"),
         (50, 130, "Oranje Spaarrekening NL20 INGB 0001 2345 67"),
         (50, 170, "Saldo per 31 december 2024"), (400, 170, "€ 2.114,08"), (50, 190, "Saldo per 31 december 2025"),
         (400, 190, "€ 1.702,44"), (50, 210, "Ontvangen rente"), (400, 210, "€ 25,31")]
    )  # fmt: skip
    assert _waarden(page)["eindsaldo"] == "1702.44"


def test_two_days_beside_each_other_are_no_day_with_a_year() -> None:
    assert [day for _, day in waarden.datums("01-05 01-05 ei")] == []
    document = _lees(
        pdf([
            (50, 50, "Rabobank"), (50, 70, "Rekeningafschrift"), (50, 90, "IBAN NL66 RABO 0318 2209 47"),
            (50, 110, "Datum vanaf"), (200, 110, "Datum t/m"), (50, 125, "01-05-2026"), (200, 125, "31-05-2026"),
            (50, 140, "Beginsaldo 231,08"), (300, 140, "Eindsaldo 203,74"),
            (50, 160, "Datum Rente Code Omschrijving"), (420, 160, "Bedrag af"), (500, 160, "Bedrag bij"),
            (50, 180, "02-05 02-05 ba"), (150, 180, "Winkel 284"), (430, 180, "27,34"),
        ])
    )  # fmt: skip
    assert [(row.datum, str(row.bedrag)) for row in document.transacties] == [(date(2026, 5, 2), "-27.34")]


@pytest.mark.parametrize(
    ("text", "van", "tot"),
    [
        ("Afschriftperiode: 1 aug – 31 augustus 2026", date(2026, 8, 1), date(2026, 8, 31)),
        ("1 t/m 31 augustus 2026", date(2026, 8, 1), date(2026, 8, 31)),
        ("16-12 t/m 15-01-2026", date(2025, 12, 16), date(2026, 1, 15)),
    ],
)
def test_a_period_may_name_its_year_once(text: str, van: date, tot: date) -> None:
    found = waarden.periode(text)
    assert found is not None
    assert found[:2] == (van, tot)


def test_a_list_of_bookings_is_a_statement_whatever_was_paid() -> None:
    rows = [f"2026-08-{day:02d}   Abonnement factuur {day}   € {day},99" for day in range(1, 9)]
    assert _lees(brief("bunq", "Beginbalans € 64,19   Eindbalans € 20,00", *rows)).soort == "bankafschrift"


def test_the_second_page_of_a_statement_is_no_letter_about_what_came_in() -> None:
    rows = [f"{day:02d}-09-2026   Belastingdienst voorschot zorgtoeslag   +{day},00" for day in range(20, 28)]
    assert kies("\n".join(["Boekdatum   Naam / Omschrijving   Type   Bedrag (EUR)", *rows])).soort == "bankafschrift"
    bill = [f"{day:02d}-09-2026   Consult C{day}   {day},50" for day in range(11, 19)]
    assert (
        kies("\n".join(["Tandarts Smit", "Factuur", "Factuurnummer 77", "Datum Omschrijving Bedrag", *bill])).soort
        == "nota"
    )


def test_what_is_insured_is_not_who_is() -> None:
    lines = ("Polisblad Autoverzekering", "De heer W. de Boer", "Zijlweg 137", "2013 DD Haarlem", "Polisnummer 90.337")
    found = _waarden(brief(*lines, "Verzekerde auto", "Skoda Octavia Combi", "Premie per maand € 44,12"))
    assert found["naam"] == "W. de Boer"


def test_a_trade_name_keeps_its_small_words() -> None:
    page = pdf([
        (50, 50, "KVK Uittreksel Handelsregister"), (50, 70, "KVK-nummer"), (250, 70, "34198827"),
        (50, 90, "Handelsnaam"), (250, 90, "Studio Zijlweg grafisch ontwerp"), (50, 110, "Rechtsvorm"),
        (250, 110, "Eenmanszaak"), (50, 130, "Bezoekadres"), (250, 130, "Zijlweg 137 rd, 2013 DD Haarlem"),
    ])  # fmt: skip
    found = _waarden(page)
    assert (found["naam"], found["adres"]) == ("Studio Zijlweg grafisch ontwerp", "Zijlweg 137 rd, 2013 DD Haarlem")


def test_an_address_goes_on_over_a_line_end_and_in_small_letters() -> None:
    assert met_plaats("Zijlweg 137", "\nrd, 2013 DD Haarlem, kadastraal")[0] == "Zijlweg 137 rd, 2013 DD Haarlem"
    assert met_plaats("Hof 3", ", 7471 jj Zwolle")[0] == "Hof 3, 7471 JJ Zwolle"
    assert met_plaats("Hof 3", ", 2026 te Zwolle") == ("Hof 3", 0)
    assert met_plaats("Zijlweg 137", "\nrd, 2013 DD 12") == ("Zijlweg 137", 0)


def test_a_card_with_nothing_but_days_is_asked() -> None:
    words = [Woord(text, (0.1, 0.1 * row, 0.4, 0.1 * row + 0.02), 0.95, row) for row, text in enumerate(
        ("RIJBEWIJS", "KONINKRIJK DER NEDERLANDEN", "geldig tot 17.11.2032", "DRIVING LICENCE"), 1
    )]  # fmt: skip
    (document,) = begrijp([Bladzijde(1, words, "tesseract")], "foto.jpg")
    assert document.soort == "identiteitsbewijs"
    assert "geldig_tot" not in document.velden
    assert "geldig_tot" in {vraag.veld for vraag in document.vragen}


def test_the_first_booking_on_the_screen_of_an_app_is_no_balance() -> None:
    lines = (
        "20:07",
        "Rekeningen",
        "E TEN BRINKE   € 41,29",
        "NL04 ABNA 0407 7159 32",
        "Jumbo",
        "- 6,84",
        "LBIO - 120,00",
    )
    found = _lees(brief(*lines, "Overboeking + 150,00", "Vandaag"))
    assert (found.soort, found.velden["eindsaldo"].waarde) == ("bank_app_schermafdruk", "41.29")
