"""Amounts that stand beside the one that counts: of the past, of another, asked for, or a limit."""

from __future__ import annotations

import pytest

from opstap.lezen.velden import begrijp
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf

LOONSTROOK = ("Loonstrook juni 2026", "van Mare B.V.", "Loonheffing 12,83", "Brutoloon 1.180,00")


def _waarden(inhoud: bytes) -> dict[str, str]:
    (document,) = begrijp(lees_hier(inhoud, "pdf"), "papier.pdf")
    return {naam: veld.waarde for naam, veld in document.velden.items()}


def test_the_pay_of_the_period_before_is_not_the_pay() -> None:
    lines = (*LOONSTROOK, "Netto uitbetaald 1.121,96", "Nettoloon vorige periode: 1.134,50")
    assert _waarden(brief(*lines))["nettoloon"] == "1121.96"


def test_pay_of_a_full_week_is_not_that_of_who_works_less() -> None:
    page = pdf([
        (50, 60, "Arbeidsovereenkomst"), (50, 80, "Werkgever"), (250, 80, "Stichting Pippeloentje"),
        (50, 100, "Werknemer"), (250, 100, "L. van den Broek"), (50, 120, "Datum in dienst"), (250, 120, "01-09-2025"),
        (50, 140, "Bruto maandsalaris fulltime"), (250, 140, "€ 3.142,00"),
        (50, 160, "Bruto maandsalaris naar rato"), (250, 160, "€ 1.745,56"),
    ])  # fmt: skip
    assert _waarden(page)["brutoloon"] == "1745.56"


@pytest.mark.parametrize(
    ("sentence", "monthly"),
    [
        ("De premie wordt per 1 februari 2026 € 8,12 per maand (was € 7,95).", "8.12"),
        ("De premie is € 8,12 per maand. Bij meer schade betaalt u maximaal € 25,00 per maand.", "8.12"),
    ],
)
def test_a_premium_of_the_past_or_a_limit_is_not_the_premium(sentence: str, monthly: str) -> None:
    page = brief("DELA", "Uitvaartverzekering: jaarlijkse aanpassing", "Polisnummer A-2290817.", sentence)
    assert _waarden(page)["maandbedrag"] == monthly


def test_an_amount_that_was_asked_of_the_judge_is_not_what_he_decided() -> None:
    page = brief(
        "RECHTBANK GELDERLAND", "Beschikking echtscheiding, kinderalimentatie", "in de zaak van",
        "S. Groen, verzoekster, wonende te Arnhem,", "De vrouw verzocht een bijdrage van € 475,- per maand.",
        "De rechtbank bepaalt dat de man als bijdrage € 312,- per maand zal betalen.",
    )  # fmt: skip
    found = _waarden(page)
    assert found["maandbedrag"] == "312.00"
    assert found["naam"] == "S. Groen"


def test_terms_in_which_a_debt_may_be_paid_are_no_monthly_amount() -> None:
    page = brief(
        "Belastingdienst/Toeslagen", "Definitieve berekening zorgtoeslag 2024", "U moet € 471 terugbetalen.",
        "Anders krijgt u een betalingsregeling in 24 maanden van € 20 per maand.",
    )  # fmt: skip
    assert "maandbedrag" not in _waarden(page)


def test_the_discount_on_the_rent_is_not_the_rent() -> None:
    page = pdf([
        (50, 60, "Portaal"), (50, 90, "Huurfactuur oktober 2026"), (50, 120, "Kale huur"), (300, 120, "701,05"),
        (50, 140, "Servicekosten"), (300, 140, "14,35"), (50, 160, "Korting uw huur"), (300, 160, "38,40-"),
        (50, 180, "Te voldoen"), (300, 180, "€ 677,00"),
    ])  # fmt: skip
    assert _waarden(page)["huur"] == "677.00"


def test_an_amount_before_its_word_is_read_also_over_a_line_end() -> None:
    page = brief(
        "bpfBOUW", "Uw pensioen gaat in: pensioenoverzicht", "Op 1 december 2026 gaat uw ouderdomspensioen in.",
        "U ontvangt dan € 143,17 bruto per", "maand. Bij overlijden krijgt uw partner € 1.202,62 bruto per jaar.",
    )  # fmt: skip
    assert _waarden(page)["maandbedrag"] == "143.17"


def test_a_town_that_is_called_old_does_not_make_the_value_one_of_before() -> None:
    page = brief(
        "Gemeente Losser", "WOZ-beschikking 2026", "Dagtekening 13 september 2026",
        "De WOZ-waarde van Straatweg 9-B, 7470 NP Oude Pekela is vastgesteld op € 354.081 .",
    )  # fmt: skip
    assert _waarden(page)["bedrag"] == "354081.00"


def test_words_before_a_label_at_the_end_of_a_line_are_not_its_value() -> None:
    page = brief(
        "Jaaropgaaf over 2025",
        "Bakkerij Ten Velde V.O.F.",
        "Loon voor de loonheffing 26.617,55",
        "Bijdrage Zvw werkgever",
    )
    assert _waarden(page)["werkgever"] == "Bakkerij Ten Velde V.O.F."
