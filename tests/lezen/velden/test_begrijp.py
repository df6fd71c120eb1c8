"""From words to documents: fields with their place, several papers in one file, questions instead of guesses."""

from __future__ import annotations

import pytest

from opstap.lezen.model import Bladzijde, Document, Veld, Woord
from opstap.lezen.velden import begrijp
from opstap.lezen.velden.begrip import NIETS
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.twee import VERSCHIL, samen
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf


def _lees(inhoud: bytes) -> list[Document]:
    return begrijp(lees_hier(inhoud, "pdf"), "papier.pdf")


def _waarden(inhoud: bytes) -> dict[str, str]:
    (document,) = _lees(inhoud)
    return {naam: veld.waarde for naam, veld in document.velden.items()}


LOONSTROOK = [
    (60, 50, "Bakkerij Ten Velde B.V."),
    (60, 80, "Salarisspecificatie"),
    (60, 110, "Periode"), (200, 110, "augustus 2026"),
    (60, 130, "Werknemer"), (200, 130, "F. Yilmaz"), (340, 130, "Ingehouden"), (450, 130, "ja"),
    (60, 150, "BSN"), (200, 150, "1234.56.782"),
    (60, 170, "Geboortedatum"), (200, 170, "3 maart 1988"),
    (60, 200, "Bruto loon"), (200, 200, "2.500,00"),
    (60, 220, "Loonheffing"), (200, 220, "310,12"),
    (60, 240, "Netto uit te betalen"), (200, 240, "€ 2.012,34"),
]  # fmt: skip


def test_a_payslip_gives_its_fields_and_where_they_stand() -> None:
    (document,) = _lees(pdf(LOONSTROOK))
    assert document.soort == "loonstrook"
    assert {naam: veld.waarde for naam, veld in document.velden.items()} == {
        "werkgever": "Bakkerij Ten Velde B.V.",
        "naam": "F. Yilmaz",
        "bsn": "123456782",
        "geboortedatum": "1988-03-03",
        "brutoloon": "2500.00",
        "nettoloon": "2012.34",
    }
    assert [str(day) for day in document.periode or ()] == ["2026-08-01", "2026-08-31"]
    x0, y0, x1, y1 = document.velden["nettoloon"].vak or (0, 0, 0, 0)
    assert 200 / 595 - 0.02 < x0 < x1 < 0.55
    assert y0 < 240 / 842 < y1 + 0.01


def test_values_in_the_column_under_their_heads_are_found() -> None:
    rows = [(60, 50, "Loonspecificatie"), (60, 80, "Loonheffing toegepast, minimumloon, uurloon"),
            (60, 110, "Periode"), (220, 110, "Bruto loon"), (380, 110, "Nettoloon"),
            (60, 126, "augustus 2026"), (220, 126, "2.500,00"), (380, 126, "2.012,34")]  # fmt: skip
    assert _waarden(pdf(rows)) == {"brutoloon": "2500.00", "nettoloon": "2012.34"}


def test_a_bsn_that_fails_its_check_is_left_out() -> None:
    rows = [(x, y, text.replace("1234.56.782", "1234.56.789")) for x, y, text in LOONSTROOK]
    assert "bsn" not in _waarden(pdf(rows))


def test_net_far_above_gross_becomes_a_question() -> None:
    rows = [(x, y, text.replace("2.012,34", "20.123,40")) for x, y, text in LOONSTROOK]
    (document,) = _lees(pdf(rows))
    assert "nettoloon" not in document.velden
    assert document.vragen[0].veld == "nettoloon"


def test_the_parties_of_a_contract_are_told_apart() -> None:
    found = _waarden(
        brief(
            "Huurovereenkomst woonruimte",
            "Ondergetekenden: Vastgoed Twente B.V., hierna te noemen: verhuurder,",
            "en J. de Boer, hierna te noemen: huurder, komen overeen:",
            "Het gehuurde is de woning gelegen aan de Lindelaan 12-B, 7551 AB Hengelo.",
            "De huur gaat in op 1 maart 2026. De huurprijs bedraagt € 640,00 per maand.",
            "De waarborgsom is € 640,00. Aldus opgemaakt in tweevoud.",
        )
    )
    assert found["verhuurder"] == "Vastgoed Twente B.V."
    assert found["naam"] == "J. de Boer"
    assert found["adres"] == "Lindelaan 12-B, 7551 AB Hengelo"
    assert found["huur"] == "640.00"
    assert found["ingangsdatum"] == "2026-03-01"


def test_a_medical_letter_gives_its_kind_and_nothing_else() -> None:
    (document,) = _lees(
        brief(
            "Polikliniek interne geneeskunde",
            "Geachte collega,",
            "De patiënt J. de Boer, BSN 123456782, kwam met klachten.",
            "Diagnose: bloedarmoede. Medicatie: ijzertabletten.",
            "Datum 12-08-2026",
        )
    )
    assert document.soort == "medische_brief"
    assert (document.velden, document.transacties, document.datum, document.periode) == ({}, [], None, None)
    assert document.afdekken == [(1, (0.0, 0.0, 1.0, 1.0))]


def test_a_receipt_gives_its_day_and_total_and_covers_the_goods() -> None:
    (document,) = _lees(
        pdf(
            [
                (20, 30, "JUMBO HENGELO"),
                (20, 50, "Filiaal 412 Kassa 3 Bon 12"),
                (20, 70, "WIJN ROOD"),
                (160, 70, "6,99"),
                (20, 100, "TOTAAL"),
                (160, 100, "6,99"),
                (20, 120, "PIN contactloos btw"),
                (20, 140, "12-08-2026 14:02 Bedankt en tot ziens"),
            ],
            (230, 400),
        )
    )
    assert document.soort == "kassabon"
    assert {naam: veld.waarde for naam, veld in document.velden.items()} == {"totaal": "6.99"}
    assert str(document.datum) == "2026-08-12"
    assert any(0.13 < box[1] < 0.18 for _, box in document.afdekken)
    assert "WIJN" not in str(document.as_json())


def test_three_statements_in_one_file_are_three_documents() -> None:
    pages = []
    for month in ("07", "08", "09"):
        page = lees_hier(
            brief(
                "ING Bank",
                "Rekeningafschrift",
                "IBAN NL91 ABNA 0417 1643 00",
                f"Periode 01-{month}-2026 t/m 30-{month}-2026",
                "Beginsaldo 10,00",
                "Eindsaldo 10,00",
            ),
            "pdf",
        )[0]
        page.nummer = len(pages) + 1
        pages.append(page)
    assert [document.bladzijden for document in begrijp(pages, "x.pdf")] == [[1], [2], [3]]


def test_a_numbered_second_page_stays_with_the_first() -> None:
    first = lees_hier(
        brief(
            "Huurovereenkomst woonruimte",
            "Verhuurder en huurder komen overeen",
            "Het gehuurde, huurprijs, waarborgsom",
            "Bladzijde 1 van 2",
        ),
        "pdf",
    )[0]
    second = lees_hier(
        brief("Pensioen en verzekering zijn niet inbegrepen", "Bladzijde 2 van 2", "Aldus opgemaakt in tweevoud"), "pdf"
    )[0]
    second.nummer = 2
    (document,) = begrijp([first, second], "x.pdf")
    assert document.bladzijden == [1, 2]


def test_two_papers_in_one_photo_are_two_documents() -> None:
    one = lees_hier(brief("Loonstrook", "Netto loon 1.200,00", "Loonheffing 100,00"), "pdf")[0]
    two = lees_hier(brief("Zorgpolis basisverzekering", "Premie per maand 140,00", "Polisnummer 12345678"), "pdf")[0]
    assert [document.soort for document in begrijp([one, two], "foto.jpg")] == ["loonstrook", "zorgpolis"]


def test_a_page_without_words_is_unknown_and_asks_for_a_new_photo() -> None:
    (document,) = begrijp([Bladzijde(1, [], "tesseract")], "x.jpg")
    assert (document.soort, document.leesbaar) == ("onbekend", False)
    assert document.problemen == [NIETS]
    assert begrijp([], "x.pdf") == []


def test_text_without_places_has_no_boxes() -> None:
    words = [
        Woord(word, (0, 0, 0, 0), 1.0, line)
        for line, text in enumerate(["Loonstrook augustus 2026", "Netto loon: 1.200,00", "Loonheffing: 100,00"])
        for word in text.split()
    ]
    (document,) = begrijp([Bladzijde(1, words, "tekst")], "x.txt")
    assert document.velden["nettoloon"].waarde == "1200.00"
    assert document.velden["nettoloon"].vak is None


def _veld(value: str, sure: float = 0.9) -> Veld:
    return Veld(value, 1, (0, 0, 1, 1), sure)


def test_two_readings_that_differ_become_a_question_with_both_values() -> None:
    both = samen(Opbrengst(velden={"nettoloon": _veld("1204.10")}), Opbrengst(velden={"nettoloon": _veld("1264.10")}))
    assert both.velden == {}
    assert [(vraag.veld, vraag.reden, vraag.waarden) for vraag in both.vragen] == [
        ("nettoloon", VERSCHIL, ("1204.10", "1264.10"))
    ]


def test_two_readings_that_agree_are_surer() -> None:
    both = samen(Opbrengst(velden={"naam": _veld("F.Yilmaz")}), Opbrengst(velden={"naam": _veld("F. Yilmaz")}))
    assert both.velden["naam"].waarde == "F. Yilmaz"
    assert both.velden["naam"].zekerheid > 0.9


@pytest.mark.parametrize("order", [False, True])
def test_the_reading_whose_sums_are_proven_wins(order: bool) -> None:
    proven = Opbrengst(velden={"eindsaldo": _veld("100.00")}, bewezen=True)
    other = Opbrengst(velden={"eindsaldo": _veld("700.00")})
    both = samen(proven, other) if order else samen(other, proven)
    assert both.velden["eindsaldo"].waarde == "100.00"
    assert both.vragen == []


def test_an_amount_before_the_words_per_month_is_found() -> None:
    found = _waarden(
        brief("Dienst Toeslagen", "Voorschot huurtoeslag 2026", "U krijgt een toeslag.", "Dat is € 322 per maand.")
    )
    assert found["maandbedrag"] == "322.00"
    assert found["uitkering_soort"] == "huurtoeslag"


def test_two_amounts_per_month_become_a_question() -> None:
    (document,) = _lees(
        brief(
            "Rechtbank Gelderland",
            "beschikking echtscheiding, alimentatie, partijen",
            "voor levensonderhoud € 415,00 per maand",
            "per kind € 230,00 per maand",
        )
    )
    assert "maandbedrag" not in document.velden
    assert document.vragen[0].waarden == ("415.00", "230.00")


def test_from_and_until_in_one_sentence_are_told_apart() -> None:
    found = _waarden(
        brief("UWV", "Uw WW-uitkering", "U krijgt een WW-uitkering van 6 april 2026 tot en met 5 oktober 2026.")
    )
    assert (found["ingangsdatum"], found["einddatum"]) == ("2026-04-06", "2026-10-05")


def test_the_word_for_a_party_inside_a_sentence_is_no_label() -> None:
    found = _waarden(
        brief(
            "Huurovereenkomst",
            "Ons Huis, gevestigd te Apeldoorn, hierna te noemen 'verhuurder',",
            "en",
            "mevrouw A. Kowalska, hierna te noemen 'huurder',",
            "Het gehuurde, waarborgsom, huurprijs bedraagt € 512,34 per maand.",
        )
    )
    assert (found["verhuurder"], found["naam"]) == ("Ons Huis", "A. Kowalska")


def test_an_employer_of_a_town_with_an_apostrophe_is_read_before_its_town() -> None:
    found = _waarden(
        brief(
            "Arbeidsovereenkomst voor onbepaalde tijd",
            "Tussen Zorggroep Oude IJssel te 's-Gravenhage, vertegenwoordigd door de",
            "directeur, (hierna: Werkgever) en M. de Boer, geboren 25-04-1979, (hierna:",
            "Werknemer) is het volgende overeengekomen.",
        )
    )
    assert (found["werkgever"], found["naam"]) == ("Zorggroep Oude IJssel", "M. de Boer")


def test_a_passport_without_a_zone_is_read_by_its_labels() -> None:
    found = _waarden(
        brief(
            "KONINKRIJK DER NEDERLANDEN PASPOORT", "paspoortnummer NXB1234F5", "naam / surname / nom", "De Bruijn", "voornamen / given names",  # noqa: E501
            "Willeke Liselotte", "geboortedatum / date of birth", "10 MAA/MAR 1965", "geldig tot / date of expiry", "15 JAN/JAN 2034",  # noqa: E501
        )
    )  # fmt: skip
    assert found == {
        "naam": "Willeke Liselotte De Bruijn",
        "geboortedatum": "1965-03-10",
        "documentnummer": "NXB1234F5",
        "geldig_tot": "2034-01-15",
    }


def test_balances_named_by_their_day_are_opening_and_closing() -> None:
    found = _waarden(
        brief("ABN AMRO Bankafschrift", "Rekening NL91ABNA0417164300", "Periode 1 juni 2026 tot en met 30 juni 2026",
        "Saldo op 1 juni 2026: 100,00", "Saldo op 30 juni 2026: 760,00")
    )  # fmt: skip
    assert (found["beginsaldo"], found["eindsaldo"]) == ("100.00", "760.00")
