"""Ways of laying a paper out that offices use: the value is found, and its box lies on the value."""

from __future__ import annotations

from opstap.lezen.model import Document
from opstap.lezen.velden import begrijp
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf


def _lees(inhoud: bytes) -> Document:
    (document,) = begrijp(lees_hier(inhoud, "pdf"), "papier.pdf")
    return document


def _waarden(document: Document) -> dict[str, str]:
    return {naam: veld.waarde for naam, veld in document.velden.items()}


def test_dots_that_lead_from_a_label_to_its_value_are_no_part_of_either() -> None:
    document = _lees(
        brief(
            "Jaaropgaaf over 2025",
            "Burgerservicenummer " + "." * 60 + " 123456782",
            "Geboortedatum ....................................... 3 maart 1988",
            "Loon voor de loonheffing . . . . . . . . . . . . . . € 24.310,00",
        )
    )
    assert _waarden(document) == {"bsn": "123456782", "geboortedatum": "1988-03-03", "brutoloon": "24310.00"}


def test_a_euro_sign_in_a_column_of_its_own_is_not_in_the_box() -> None:
    rows = [(60.0, 50.0, "Loonstrook"), (60.0, 80.0, "Loonheffing 12,00"), (60.0, 100.0, "Netto uit te betalen")]
    document = _lees(pdf([*rows, (400.0, 100.0, "€"), (470.0, 100.0, "1.234,56")]))
    assert document.velden["nettoloon"].waarde == "1234.56"
    box = document.velden["nettoloon"].vak
    assert box is not None
    assert box[0] > 460 / 595.3


def test_references_beside_the_address_and_a_double_title_do_not_hide_the_name() -> None:
    document = _lees(
        pdf(
            [
                (60, 50, "UWV"),
                (60, 110, "De heer/mevrouw F. Yilmaz"),
                (60, 124, "Dorpsstraat 12"),
                (60, 138, "7621 AB Borne"),
                (390, 104, "Kenmerk"),
                (390, 117, "WW-2026-0012345"),
                (60, 200, "Beslissing over uw WW-uitkering"),
                (60, 220, "U krijgt de uitkering vanaf 1 juli 2026. Uw uitkering duurt tot en met 31 december 2026."),
            ]
        )
    )
    values = _waarden(document)
    assert (values["naam"], values["kenmerk"]) == ("F. Yilmaz", "WW-2026-0012345")
    assert (values["ingangsdatum"], values["einddatum"]) == ("2026-07-01", "2026-12-31")


def test_per_month_as_a_label_on_the_next_line_is_not_the_amount_above_it() -> None:
    document = _lees(
        brief(
            "Dienst Toeslagen",
            "Voorschotbeschikking kindgebonden budget 2026",
            "Uw voorschot voor dit jaar   € 2.892,00",
            "Per maand   € 241,00",
        )
    )
    assert document.velden["maandbedrag"].waarde == "241.00"


def test_a_day_of_birth_is_not_the_date_of_the_paper() -> None:
    document = _lees(
        brief("Loonstrook augustus 2026", "Geb. datum 22-04-1994", "Loonheffing 12,00", "Netto loon 1.234,56")
    )
    assert document.velden["geboortedatum"].waarde == "1994-04-22"
    assert document.datum is None


def test_a_card_of_somebody_born_in_this_century_keeps_its_day_of_birth() -> None:
    document = _lees(
        brief(
            "KONINKRIJK DER NEDERLANDEN",
            "IDENTITEITSKAART / IDENTITY CARD",
            "Naam / Surname Bakker",
            "Geboortedatum / Date of birth 13 01 2005",
            "Documentnummer / Document no. IX12B34C5",
            "Geldig tot / Date of expiry 01 07 2030",
        )
    )
    assert document.velden["geboortedatum"].waarde == "2005-01-13"


def test_parties_that_are_only_called_by_their_role_are_found() -> None:
    document = _lees(
        brief(
            "ARBEIDSOVEREENKOMST VOOR BEPAALDE TIJD",
            "De ondergetekenden:",
            "1. Bakkerij Jansen B.V., gevestigd te Borne, werkgever;",
            "2. De heer J. Bakker, geboren 3 april 1990, wonende te Hengelo, werknemer;",
            "De werknemer treedt op 1 februari 2026 in dienst van werkgever.",
        )
    )
    values = _waarden(document)
    assert (values["werkgever"], values["naam"]) == ("Bakkerij Jansen B.V.", "J. Bakker")


def test_a_small_word_of_a_heading_does_not_take_a_date_from_elsewhere() -> None:
    document = _lees(
        brief(
            "Penitentiaire Inrichting Zwolle",
            "BEWIJS VAN ONTSLAG",
            "Naam: J. Bakker",
            "Geboren op: 03-04-1990",
            "in detentie geweest van 01-03-2026 tot 15-07-2026.",
        )
    )
    assert document.velden["ingangsdatum"].waarde == "2026-03-01"


def test_a_heading_of_two_words_is_not_the_label_of_one_of_them() -> None:
    document = _lees(
        brief("Accountantskantoor Borne B.V.", "Winst- en verliesrekening 2025", "Omzet € 32.110", "Winst € 18.740")
    )
    assert document.velden["bedrag"].waarde == "18740.00"


def test_a_name_before_its_day_of_birth_is_the_name() -> None:
    document = _lees(
        brief(
            "ROC van Twente",
            "Bewijs van inschrijving",
            "Hierbij verklaren wij dat Jan Bakker, geboren op 3 april 1990,",
            "staat ingeschreven vanaf 1 augustus 2026 voor een opleiding.",
        )
    )
    assert document.velden["naam"].waarde == "Jan Bakker"


def test_an_account_number_that_fails_its_check_is_given_with_doubt_where_nothing_can_be_misread() -> None:
    lines = [
        "Knab",
        "Rekeningafschrift",
        "Rekening NL44 KNAB 0123 4567 89",
        "Periode 01-08-2026 t/m 31-08-2026",
        "Beginsaldo 100,00   Eindsaldo 90,00",
        "02-08-2026   Spotify                                                                - 10,00",
    ]
    document = _lees(brief(*lines))
    iban = document.velden["iban"]
    assert (iban.waarde, iban.zekerheid < 0.7) == ("NL44KNAB0123456789", True)
    pages = lees_hier(brief(*lines), "pdf")
    for page in pages:
        page.bron = "tesseract"
    assert "iban" not in begrijp(pages, "papier.jpg")[0].velden


def test_a_statement_is_not_dated_before_its_last_day() -> None:
    document = _lees(
        pdf(
            [
                (50, 50, "Rekeningafschrift"),
                (50, 70, "IBAN NL91 ABNA 0417 1643 00"),
                (50, 90, "Periode 01-08-2026 t/m 31-08-2026"),
                (50, 110, "Beginsaldo 100,00"),
                (250, 110, "Eindsaldo 150,00"),
                (50, 140, "Datum"),
                (130, 140, "Omschrijving"),
                (450, 140, "Bedrag"),
                (50, 155, "03-08-2026"),
                (130, 155, "Bakkerij Jansen BV salaris"),
                (450, 155, "+ 50,00"),
            ]
        )
    )
    assert str(document.datum) == "2026-08-31"
    assert document.transacties[0].tegenpartij == "Bakkerij Jansen BV"
