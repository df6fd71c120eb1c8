"""Names of people and firms, and the addresses under them, as other people's papers print them."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from opstap.lezen.velden import begrijp
from opstap.lezen.velden.namen import vind_bedrijf, vind_naam
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf


def _waarden(inhoud: bytes) -> dict[str, str]:
    (document,) = begrijp(lees_hier(inhoud, "pdf"), "papier.pdf")
    return {naam: veld.waarde for naam, veld in document.velden.items()}


@pytest.mark.parametrize(
    "name",
    ["R. Bouwhuis", "T.W. Postma", "J. Post", "D OZDEMIR", "A C M Lentfert-Olde Bolhaar", "N. van der Meulen - Öztürk"],
)
def test_a_surname_that_looks_like_a_trade_and_initials_without_dots_are_a_name(name: str) -> None:
    assert [value for _, _, value in vind_naam(f"Mevrouw {name}")] == [name]


@pytest.mark.parametrize("firm", ["Garage Bruggink v.o.f.", "Canal Hostel Group B.V.", "Stichting Zorggroep De Eemhof"])
def test_a_firm_is_found_by_its_form(firm: str) -> None:
    assert [value for _, _, value in vind_bedrijf(f"{firm}   Periode")] == [firm]


def test_the_letters_of_a_postcode_are_no_legal_form() -> None:
    assert vind_bedrijf("Mevrouw A. Kuiper-Bos, 1092 BV Amsterdam") == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Mevrouw A.J. Wevers", "Kuipersdijk 204, 7541 VC Enschede"),
        ("Mevrouw A.J. Wevers", "Kuipersdijk 204", "7541 VC", "Enschede"),
        ("Mevrouw A.J. Wevers en/of B. Wevers", "Kuipersdijk 204", "7541 VC Enschede"),
    ],
)
def test_the_block_of_the_person_is_read_in_other_shapes(lines: tuple[str, ...]) -> None:
    found = _waarden(brief("UWV", "", *lines, "", "Loonstrook augustus 2026", "Netto loon 900,00 loonheffing"))
    assert found["naam"] == "A.J. Wevers"
    assert found["adres"] == "Kuipersdijk 204, 7541 VC Enschede"


def test_the_block_of_a_firm_is_not_the_person() -> None:
    letter = brief(
        "Tandartspraktijk De Veste", "Markt 11, 4701 PA Roosendaal", "", "Mw. D.S. Kuijpers", "Prinsensingel 90",
        "4701 HT Roosendaal", "", "Nota 2026-4418", "Totaal te betalen 98,32",
    )  # fmt: skip
    found = _waarden(letter)
    assert found["naam"] == "D.S. Kuijpers"
    assert found["kenmerk"] == "2026-4418"


def test_an_employer_is_named_in_full_where_the_page_has_it() -> None:
    slip = pdf([
        (50, 50, "OTTO Work Force"), (50, 90, "Dhr. P. Kowalczyk"), (50, 105, "Industriestraat 40"),
        (50, 120, "7482 EZ Haaksbergen"), (50, 160, "Loonstrook week 31 2026"), (50, 180, "Netto uitbetaling 438,00"),
        (50, 200, "Loonheffing 25,86"), (50, 780, "OTTO Work Force B.V., Keizersveld 51, 5803 AP Venray"),
    ])  # fmt: skip
    assert _waarden(slip)["werkgever"] == "OTTO Work Force B.V."


def test_a_full_name_in_the_salutation_counts_and_half_of_one_does_not() -> None:
    letter = ("riverty", "Laatste herinnering", "Openstaand bedrag € 71,93", "herinneringskosten incasso")
    assert _waarden(brief(*letter, "Beste Sem Abebe Tesfay,"))["naam"] == "Sem Abebe Tesfay"
    assert "naam" not in _waarden(brief(*letter, "Geachte mevrouw Tesfay,"))


def test_the_parties_of_an_english_contract_are_known() -> None:
    found = _waarden(brief(
        "Employment contract", 'Canal Hostel Group B.V. ("Employer")', "and",
        'Mr. Y. Haile, born on 6 June 1998 ("Employee")', "The Employee shall commence employment on 15 June 2026.",
        "The gross salary amounts to EUR 1,688.50 per month.",
    ))  # fmt: skip
    assert found["werkgever"] == "Canal Hostel Group B.V."
    assert (found["naam"], found["geboortedatum"], found["brutoloon"]) == ("Y. Haile", "1998-06-06", "1688.50")


def test_the_firm_of_a_settlement_is_not_taken_for_the_worker() -> None:
    found = _waarden(brief(
        "VASTSTELLINGSOVEREENKOMST", 'De ondergetekenden: (1) Mobiel Winkels Nederland B.V. ("Werkgever") en',
        '(2) de heer D.J. Koppelaar, wonende te Rotterdam ("Werknemer")',
        "De arbeidsovereenkomst eindigt met wederzijds goedvinden per 30 november 2026. transitievergoeding",
    ))  # fmt: skip
    assert (found["naam"], found["einddatum"]) == ("D.J. Koppelaar", "2026-11-30")


def test_the_letters_of_a_postcode_are_no_health_insurer() -> None:
    letter = brief(
        "Ymere", "Postbus 2961, 1000 CZ Amsterdam", "Aankondiging huurverhoging", "Totaal te betalen € 684,21 kale huur"
    )
    assert _waarden(letter)["verhuurder"] == "Ymere"


def test_a_block_set_to_the_right_is_the_person_only_with_a_title_or_initials() -> None:
    def letter(*block: str) -> bytes:
        lines = [(50.0, 60.0, "Loonstrook augustus 2026"), (50.0, 80.0, "Netto loon 900,00 loonheffing")]
        widths = [stringWidth(text, "Helvetica", 11) for text in block]
        lines += [(540 - widths[number], 120 + 16 * number, text) for number, text in enumerate(block)]
        return pdf(lines)

    assert _waarden(letter("Mevr. E. Dijkstra", "Oldenzaalsestraat 415", "7524 AA ENSCHEDE"))["naam"] == "E. Dijkstra"
    assert "naam" not in _waarden(letter("Bezorging De Vlugge Fiets", "Piet Heinstraat 2", "7511 JE Enschede"))


@pytest.mark.parametrize("name", ["R. van Loon", "A. v.d. Berg", "P.J. v/d Kolk", "M de Wit"])
def test_a_surname_behind_its_prefix_is_a_name_also_where_it_is_a_word_of_forms(name: str) -> None:
    assert [value for _, _, value in vind_naam(f"de heer {name}")] == [name]


def test_the_line_with_whom_somebody_stays_is_no_part_of_the_name() -> None:
    lines = ("De heer T. Gebrehiwot", "p/a AZC Gilze", "Rijksweg 10", "5126 PC Gilze")
    found = _waarden(brief("UWV", "", *lines, "", "Loonstrook augustus 2026", "Netto loon 900,00 loonheffing"))
    assert found["naam"] == "T. Gebrehiwot"
    assert found["adres"] == "Rijksweg 10, 5126 PC Gilze"


def test_who_is_named_with_a_title_is_the_person_and_who_signs_is_not() -> None:
    page = brief(
        "P.I. Nieuwersluis", "Rijksstraatweg 8", "3631 AC Nieuwersluis", "Bericht van invrijheidstelling",
        "Hierbij deel ik u mee dat mevrouw C. Martha, in detentie sinds 20 juli 2026, de inrichting verlaat.",
        "De directeur, de heer R. Blaauw",
    )  # fmt: skip
    found = _waarden(page)
    assert found["naam"] == "C. Martha"


def test_both_holders_of_an_account_are_named() -> None:
    page = brief(
        "Triodos Bank", "Rekeninghouder: N. Öztürk en/of P. Bakker", "Financieel jaaroverzicht 2025 spaarrekening",
        "Rekening NL91 ABNA 0417 1643 00", "Saldo 31-12-2025 19.450,12",
    )  # fmt: skip
    assert _waarden(page)["rekeninghouder"] == "N. Öztürk en/of P. Bakker"


def test_a_label_beside_it_is_not_the_employer() -> None:
    page = pdf([
        (50, 60, "Salarisspecificatie oktober 2026"), (50, 90, "Werkgever"), (300, 90, "Medewerker"),
        (420, 90, "Naam"), (50, 104, "Stichting Openbaar Onderwijs Twente"), (300, 104, "100882"),
        (420, 104, "I. ten Cate"), (50, 140, "Netto loon"), (300, 140, "2.741,09"), (50, 160, "Loonheffing 718,47"),
    ])  # fmt: skip
    found = _waarden(page)
    assert found["werkgever"] == "Stichting Openbaar Onderwijs Twente"
    assert found["naam"] == "I. ten Cate"
