"""Letters and statements as organisations send them: what counts among old and new, hour and month, sender and you."""

from __future__ import annotations

from datetime import date

import pytest

from opstap.lezen.model import Bladzijde, Document, Woord
from opstap.lezen.soort import kies
from opstap.lezen.velden import begrijp
from opstap.lezen.velden.namen import vind_bedrijf, vind_naam
from opstap.lezen.velden.vinders import vind_adres, vind_kenmerk
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf

BLOK = ("Mevrouw F. el Amrani", "Dorpsstraat 4 hs", "7621 AB Borne")


def _lees(inhoud: bytes) -> Document:
    (document,) = begrijp(lees_hier(inhoud, "pdf"), "papier.pdf")
    return document


def _waarden(inhoud: bytes) -> dict[str, str]:
    return {naam: veld.waarde for naam, veld in _lees(inhoud).velden.items()}


def test_the_address_a_letter_is_sent_to_is_read_from_every_kind_of_letter() -> None:
    page = brief("UWV", *BLOK, "Betaalspecificatie WW-uitkering", "Netto uitbetaald € 812,10")
    assert _waarden(page)["adres"] == "Dorpsstraat 4 hs, 7621 AB Borne"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("leverden wij stroom op Lijsterstraat 27, 3514 TA Utrecht.", "Lijsterstraat 27, 3514 TA Utrecht"),
        ("voor de levering aan Achterweg 15, 6711 PN Ede.", "Achterweg 15, 6711 PN Ede"),
        ("Laan van Meerdervoort 1189-B, 2555 BM DEN HAAG", "Laan van Meerdervoort 1189-B, 2555 BM DEN HAAG"),
        ("The studio at Kanaalweg 17-C hs, 3526 KL Utrecht", "Kanaalweg 17-C hs, 3526 KL Utrecht"),
        ("(model Ons Huis 2023, sociale huur)", None),
    ],
)
def test_an_address_in_a_sentence_begins_with_its_street(text: str, address: str | None) -> None:
    assert [value for _, _, value in vind_adres(text)] == ([address] if address else [])


def test_a_line_end_between_street_and_number_does_not_hide_the_address() -> None:
    page = brief(
        "HUUROVEREENKOMST WOONRUIMTE", "(model Ons Huis 2023)",
        "Verhuurder verhuurt aan huurder de woning met berging en tuin aan het Wagnerplein",
        "214, 5011 LR Tilburg, en huurder aanvaardt die.", "De kale huur bedraagt € 520,00 per maand.",
    )  # fmt: skip
    assert _waarden(page)["adres"] == "Wagnerplein 214, 5011 LR Tilburg"


def test_where_to_write_to_the_sender_is_not_where_you_live() -> None:
    page = brief(
        "Munthuis Hypotheken", *BLOK, "Betreft: renteherziening hypothecaire lening",
        "De openstaande hoofdsom bedraagt € 123.439,93. Leningnummer: 713159204",
        "Gaat u verhuizen? Geef dit door per post naar Europalaan 584, 5991 GH Eindhoven.",
    )  # fmt: skip
    assert _waarden(page)["adres"] == "Dorpsstraat 4 hs, 7621 AB Borne"


@pytest.mark.parametrize(
    ("above", "name", "holders"),
    [
        ("R VAN DEN BERGH EO", "A VAN DEN BERGH-SMIT", "R VAN DEN BERGH EO A VAN DEN BERGH-SMIT"),
        ("JP VAN DER VEEN-DE GROOT", "EN/OF H VAN DER VEEN", "JP VAN DER VEEN-DE GROOT EN/OF H VAN DER VEEN"),
        ("Mw Y Kaya-de Bruijn", "Hr M Kaya", "Y Kaya-de Bruijn, M Kaya"),
        ("Ons Kantoor Borne", "Mw F Z el Amrani", "F Z el Amrani"),
    ],
)
def test_both_holders_of_an_account_are_named_when_they_stand_under_each_other(
    above: str, name: str, holders: str
) -> None:
    page = brief(
        "Rekeningafschrift", above, name, "Dorpsstraat 12", "7621 AB BORNE", "IBAN NL91 ABNA 0417 1643 00",
        "Periode 01-08-2026 t/m 31-08-2026", "Beginsaldo 10,00", "Eindsaldo 10,00",
    )  # fmt: skip
    assert _waarden(page)["rekeninghouder"] == holders


def test_wages_told_per_hour_and_per_month_are_those_of_the_month() -> None:
    page = brief(
        "ARBEIDSOVEREENKOMST VOOR BEPAALDE TIJD", "De Kaap Horeca B.V., gevestigd te Borne, hierna: werkgever;",
        "Werknemer treedt op 1 april 2026 in dienst.",
        "Het brutosalaris bedraagt € 14,64 per uur, dat is € 1.268,80 bruto per maand.",
    )  # fmt: skip
    assert _waarden(page)["brutoloon"] == "1268.80"


def test_the_amount_before_a_label_with_a_colon_is_not_its_value() -> None:
    page = brief(
        "LOONSPECIFICATIE", "Olympia Nederland B.V.", "Bruto loon: 1.834,20 Loon voor loonheffing: 1.748,47"
        " Netto uitbetaald: 1.166,85", "op NL91 ABNA 0417 1643 00",
    )  # fmt: skip
    assert _waarden(page)["nettoloon"] == "1166.85"


def test_of_amounts_before_their_label_the_one_of_this_period_counts() -> None:
    page = pdf([
        (50, 50, "Salarisspecificatie periode 10-2026"), (50, 70, "Stichting Zorggroep Borne"),
        (50, 100, "Totaal jaar"), (150, 100, "Bedrag"), (230, 100, "Omschrijving"),
        (50, 120, "20.832,00"), (150, 120, "2.112,24"), (230, 120, "Maandsalaris"),
        (50, 140, "22.508,21"), (150, 140, "2.310,75"), (230, 140, "Totaal bruto"),
        (50, 160, "-1.390,40"), (150, 160, "-148,33"), (230, 160, "Loonheffing tabel"),
        (50, 200, "Uitbetaald op 23-10-2026: 1.987,88"),
    ])  # fmt: skip
    found = _waarden(page)
    assert (found["brutoloon"], found["nettoloon"]) == ("2310.75", "1987.88")


def test_of_whole_amounts_in_columns_was_and_wordt_the_new_one_counts() -> None:
    page = pdf([
        (50, 50, "Dienst Toeslagen"), (50, 80, "Uw huurtoeslag 2026 is gewijzigd"),
        (50, 120, "Maand"), (250, 120, "Was"), (350, 120, "Wordt"),
        (50, 140, "Januari t/m juli"), (250, 140, "€ 241"), (350, 140, "€ 241"),
        (50, 160, "Augustus t/m december"), (250, 160, "€ 241"), (350, 160, "€ 323"),
        (50, 180, "Totaal 2026"), (250, 180, "€ 2.892"), (350, 180, "€ 3.302"),
    ])  # fmt: skip
    assert _waarden(page)["bedrag"] == "3302.00"


def test_what_is_still_to_be_paid_goes_before_what_was_to_be_paid() -> None:
    page = pdf([
        (50, 50, "Belastingdienst"), (50, 70, "Aanslag 2024 Inkomstenbelasting"),
        (50, 120, "Te betalen"), (300, 120, "843"), (50, 140, "Verrekend met teruggaaf 2023"), (300, 140, "-230"),
        (50, 160, "Nog te betalen"), (300, 160, "613"),
    ])  # fmt: skip
    assert _waarden(page)["bedrag"] == "613.00"


@pytest.mark.parametrize(
    ("lines", "rent"),
    [
        (("De netto huurprijs bedraagt bij aanvang € 596,44 per maand.",
          "In totaal is huurder per maand verschuldigd: € 655,04."), "655.04"),
        (("Kale huurprijs € 395,00", "Voorschot gas, water, licht € 90,00", "Totaal per maand € 485,00"), "485.00"),
        (("De huurprijs bedraagt € 420,00 per maand.", "Huurder betaalt een waarborgsom van € 840,00."), "420.00"),
    ],
)  # fmt: skip
def test_rent_is_what_the_tenant_pays_per_month(lines: tuple[str, ...], rent: str) -> None:
    page = brief("HUUROVEREENKOMST WOONRUIMTE", "Verhuurder: Stichting Ons Huis", "Huurder: J. de Boer", *lines)
    assert _waarden(page)["huur"] == rent


@pytest.mark.parametrize(
    ("lines", "sums"),
    [
        (("Totaal nota 163,63", "Vergoed -81,82", "Door u te betalen 81,81"), {"totaal": "163.63", "bedrag": "81.81"}),
        (("Btw 3,71", "Totaal te betalen € 31,36"), {"totaal": "31.36", "bedrag": "31.36"}),
        (("Btw 3,71", "Factuurbedrag € 31,36"), {"totaal": "31.36", "bedrag": "31.36"}),
    ],
)
def test_of_a_bill_what_is_left_to_pay_is_told_beside_its_sum(lines: tuple[str, ...], sums: dict[str, str]) -> None:
    found = _waarden(brief("Tandarts Borne", "Nota", "Notanummer 88120", *lines))
    assert {name: value for name, value in found.items() if name in ("totaal", "bedrag")} == sums


def test_the_original_end_of_a_stay_is_not_its_end() -> None:
    page = brief(
        "Penitentiaire Inrichting Almere", "Bewijs van invrijheidstelling", "Naam Rignald Martina",
        "in deze inrichting heeft verbleven van 12 maart 2026 tot 9 september 2026.",
        "De oorspronkelijke einddatum was 19 september 2026.",
    )  # fmt: skip
    assert _waarden(page)["einddatum"] == "2026-09-09"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("F Z el Amrani", ["F Z el Amrani"]),
        ("S P 't Jong", ["S P 't Jong"]),
        ("D.-M. Popescu", ["D.-M. Popescu"]),
        ("Ms. Ana-María Fernández Ruiz", ["Ana-María Fernández Ruiz"]),
        ("H.B. Blijdensteinlaan 44 C", []),
        ("6536 HX Nijmegen", []),
        ("PN D. EDE Koster", []),
        ("ROC Nijmegen", []),
        ("St. Bonifatiuscollege", []),
        ("Voornamen/initialen", []),
    ],
)
def test_streets_towns_and_schools_are_no_people(text: str, names: list[str]) -> None:
    assert [value for _, _, value in vind_naam(text)] == names


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("V.O.F. De Pizzahoek, Oldenzaalsestraat 99", "V.O.F. De Pizzahoek"),
        ("Pensioenfonds Zorgzaam KvK 42413804 BTW NL296896628B01", "Pensioenfonds Zorgzaam"),
    ],
)
def test_the_name_of_a_firm_begins_with_its_form_and_stops_before_its_numbers(text: str, firm: str) -> None:
    assert vind_bedrijf(text)[0][2] == firm


@pytest.mark.parametrize("reference", ["B&B 144.773.10 W01", "A-4471 8820", "VF-8814472"])
def test_a_reference_is_read_to_its_last_group(reference: str) -> None:
    assert [value for _, _, value in vind_kenmerk(f"{reference}   BSN")] == [reference]


def test_a_reference_that_a_line_end_cuts_is_asked() -> None:
    page = brief(
        "Klarna.", "Tweede herinnering: wij hebben je betaling nog niet ontvangen. Herinneringskosten € 10,00",
        "Te betalen vóór 9 november 2026 € 83,94",
        "Maak het over op NL91 ABNA 0417 1643 00 met referentie 100 4471 882",
        "091.",
    )  # fmt: skip
    document = _lees(page)
    assert "kenmerk" not in document.velden
    assert [vraag.waarden for vraag in document.vragen if vraag.veld == "kenmerk"] == [("100 4471 882",)]


def test_the_number_of_a_statement_is_no_month_and_its_days_may_stand_under_each_other() -> None:
    page = pdf([
        (50, 50, "Rekeningafschrift 3/2026"), (50, 70, "Rabobank"), (50, 100, "F. el Amrani"),
        (350, 100, "IBAN NL91 ABNA 0417 1643 00"), (350, 120, "Van 01-07-2026"), (350, 140, "T/m 30-09-2026"),
        (50, 180, "Datum"), (130, 180, "Omschrijving"), (400, 180, "Bij"), (480, 180, "Af"),
        (50, 200, "13-07-2026"), (130, 200, "SVB"), (400, 200, "402,19"),
        (50, 220, "22-07-2026"), (130, 220, "pin"), (480, 220, "77,12"),
    ])  # fmt: skip
    assert _lees(page).periode == (date(2026, 7, 1), date(2026, 9, 30))


def test_rows_whose_day_stands_behind_the_amount_are_bookings() -> None:
    page = pdf([
        (50, 50, "ABN AMRO"), (50, 70, "Afschrift"), (50, 90, "Rekening NL91 ABNA 0417 1643 00"),
        (300, 90, "Periode 16-10-2026 - 15-11-2026"),
        (50, 120, "Omschrijving"), (300, 120, "Bedrag"), (380, 120, "Valutadatum"), (480, 120, "Transactiedatum"),
        (50, 140, "bakker"), (300, 140, "3,95-"), (380, 140, "19-10-2026"), (480, 140, "19-10-2026"),
        (50, 160, "oma"), (300, 160, "20,00+"), (380, 160, "22-10-2026"), (480, 160, "22-10-2026"),
        (50, 190, "Saldo begin"), (300, 190, "77,31+"), (50, 210, "Saldo eind"), (300, 210, "93,36+"),
    ])  # fmt: skip
    found = _lees(page)
    assert [(row.datum.day, row.bedrag.cents) for row in found.transacties] == [(19, -395), (22, 2000)]
    assert (found.velden["beginsaldo"].waarde, found.velden["eindsaldo"].waarde) == ("77.31", "93.36")


def _foto(*rows: tuple[float, ...] | tuple[float, list[tuple[float, str]]]) -> Bladzijde:
    words = []
    for number, (y, pieces) in enumerate(rows):
        for x, text in pieces:  # type: ignore[union-attr]
            at = x
            for word in text.split():
                words.append(Woord(word, (at, y, at + 0.009 * len(word), y + 0.012), 0.95, number))
                at += 0.009 * len(word) + 0.006
    return Bladzijde(1, words, "tesseract", 1000, 1414)


def test_amounts_read_as_a_line_of_their_own_keep_the_day_of_their_row() -> None:
    page = _foto(
        (0.05, [(0.06, "Rekeningafschrift ASN Bank")]), (0.08, [(0.06, "Rekening NL91ABNA0417164300")]),
        (0.10, [(0.06, "Periode 01-06-2026 t/m 30-06-2026")]),
        (0.14, [(0.06, "Boekdatum"), (0.2, "Omschrijving"), (0.7, "Bedrag"), (0.85, "Saldo")]),
        (0.16, [(0.06, "Beginsaldo"), (0.85, "145,33")]),
        (0.18, [(0.06, "7-6-2026"), (0.2, "winkel"), (0.7, "-25,47"), (0.85, "119,86")]),
        (0.20, [(0.7, "-45,00"), (0.85, "74,86")]), (0.203, [(0.06, "14-6-2026"), (0.2, "termijn")]),
        (0.23, [(0.06, "Eindsaldo"), (0.85, "74,86")]),
    )  # fmt: skip
    (found,) = begrijp([page], "foto.jpg")
    assert [(row.datum.day, row.bedrag.cents) for row in found.transacties] == [(7, -2547), (14, -4500)]


def test_years_that_cannot_be_make_every_eight_a_question() -> None:
    page = _foto(
        (0.05, [(0.06, "LOONSTROOK"), (0.4, "TIJDVAK 01.07.2826 - 31.07.2826")]), (0.08, [(0.06, "STICHTING MEANDER")]),
        (0.12, [(0.06, "BRUTO LOON"), (0.7, "1.567,88")]), (0.14, [(0.06, "LOONHEFFING"), (0.7, "109,60-")]),
        (0.16, [(0.06, "UIT TE BETALEN BEDRAG"), (0.7, "1.410,77")]),
    )  # fmt: skip
    (found,) = begrijp([page], "foto.jpg")
    assert "brutoloon" not in found.velden
    assert found.velden["nettoloon"].waarde == "1410.77"


@pytest.mark.parametrize(
    ("lines", "soort"),
    [
        (("Bevolkingsonderzoek Nederland", "Betreft: uitslag bevolkingsonderzoek darmkanker",
          "Vervolgonderzoek is nu niet nodig. Uw huisarts krijgt deze uitslag ook."), "medische_brief"),
        (("Menzis", "Onderwerp Achterstand van vier maandpremies (vierdemaandsbrief)",
          "U heeft uw premie niet betaald.", "Totaal open € 622,20"), "schuldbrief"),
        (("Bakkerij Oudewater V.O.F. Specificatie loon", "Periodeloon bruto 520,00", "Loonheffing wit maand 36,46",
          "Heffingsloon 497,64", "Netto te ontvangen 461,18"), "loonstrook"),
    ],
)  # fmt: skip
def test_the_kind_is_known_by_what_such_letters_say(lines: tuple[str, ...], soort: str) -> None:
    assert kies("\n".join(lines)).soort == soort
