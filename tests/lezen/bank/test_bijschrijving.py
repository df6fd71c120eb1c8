"""The allow-list of credits: what is named, and that all else stays without a name."""

import pytest

from opstap.kern.content import InhoudFout
from opstap.lezen.bank import bijschrijving
from opstap.lezen.bank.bijschrijving import SOORTEN, soort_bijschrijving, toonbare_naam


@pytest.mark.parametrize(
    ("naam", "woorden", "code", "expected"),
    [
        ("UWV", "WW-uitkering week 23", "", ("uitkering", "UWV")),
        ("U.W.V. Amsterdam", "", "", ("uitkering", "UWV")),
        ("Sociale Verzekeringsbank", "AOW juni", "", ("uitkering", "SVB")),
        ("BELASTINGDIENST", "Voorschot zorgtoeslag 2026", "", ("toeslag", "Dienst Toeslagen")),
        ("Belastingdienst Toeslagen", "2026-07", "", ("toeslag", "Dienst Toeslagen")),
        ("BELASTINGDIENST", "Teruggaaf IB 2025", "", (None, None)),
        ("Gemeente Voorbeeld", "Uitkering PW juni", "", ("uitkering", "Gemeente")),
        ("Gemeente Voorbeeld", "Terugbetaling leges", "", (None, None)),
        ("GEM VOORBEELD INZ SALARIS EN UITK", "UITK 04.2026", "", ("uitkering", "Gemeente")),
        ("LBIO", "termijn juni", "", ("alimentatie", "LBIO")),
        ("P. de Vries", "Kinderalimentatie juni", "", ("alimentatie", None)),
        ("van Mare BV", "Salaris juni", "", ("loon", "van Mare BV")),
        ("van Mare BV", "ref 8812", "SALA", ("loon", "van Mare BV")),
        ("Pensioenfonds Voorbeeld", "juni", "PENS", ("uitkering", None)),
        ("", "UWV uitkering WIA", "", ("uitkering", "UWV")),
        ("Spaarpot", "van spaarrekening", "", ("eigen_rekening", None)),
        ("Geldmaat Enschede", "Geldstorting 24-06", "", ("storting_contant", None)),
        ("Marktplaats koper", "tafeltje", "", (None, None)),
        ("Loonbedrijf Jansen", "factuur 12", "", (None, None)),
        ("Vakbond", "stakingsuitkering", "", (None, None)),
    ],
)
def test_a_credit_is_named_by_the_allow_list_only(naam, woorden, code, expected):
    assert soort_bijschrijving(naam, "", woorden, code) == expected


def test_the_kinds_are_those_of_the_contract():
    assert {
        "loon",
        "uitkering",
        "toeslag",
        "alimentatie",
        "eigen_rekening",
        "storting_contant",
        "overige_bijschrijving",
    } == SOORTEN


def test_no_content_file_of_the_reader_holds_a_list_of_spending():
    text = bijschrijving.INHOUD.joinpath("lezen", "bijschrijvingen.yaml").read_text().lower()
    for word in (
        "casino",
        "gok",
        "kerk",
        "moskee",
        "apotheek",
        "vakbond",
        "slijter",
        "partij",
        "coffeeshop",
        "loterij",
    ):
        assert word not in text


@pytest.mark.parametrize(
    ("naam", "shown"),
    [
        ("van Mare BV", "van Mare BV"),
        ("=HYPERLINK(1)", "HYPERLINK(1)"),
        ("+31 BV", "31 BV"),
        ("", None),
        ("123 456", None),
        ("Mare\x00\x1b[2J BV\n", "Mare 2J BV"),
        ("Mare NL44RABO0123456789", "Mare"),
        ("Payment from MARE B.V.", "MARE B.V."),
        ("MARE BV Overschrijving", "MARE BV"),
        ("ovb Mare BV,", "Mare BV"),
        ("Loonwerk Jansen", "Loonwerk Jansen"),
        ("Stichting Voorbeeld Verslavingszorg", None),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_shown_name_is_short_plain_and_without_account_number(naam, shown):
    assert toonbare_naam(naam) == shown


def test_wrong_content_names_the_file(tmp_path, monkeypatch):
    (tmp_path / "lezen").mkdir()
    good = bijschrijving.INHOUD.joinpath("lezen", "bijschrijvingen.yaml").read_text()
    (tmp_path / "lezen" / "bijschrijvingen.yaml").write_text(good.replace("SALA: loon", "SALA: gokwinst"))
    monkeypatch.setattr(bijschrijving, "INHOUD", tmp_path)
    bijschrijving.lijst.cache_clear()
    with pytest.raises(InhoudFout, match="bijschrijvingen"):
        bijschrijving.lijst()
    bijschrijving.lijst.cache_clear()
