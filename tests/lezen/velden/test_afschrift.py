"""Statements: every way of writing af and bij, proven by the balances; debits keep date and amount only."""

from __future__ import annotations

import json

import pytest

from opstap.lezen.model import Document
from opstap.lezen.velden import begrijp
from opstap.lezen.velden.lezing import NIET_SLUITEND
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import BOEKINGEN, EINDSALDO, afschrift, pdf

PRIVE = ["casino", "kaartspel", "slijterij", "kurk", "contributie", "vakbond", "lidmaatschap"]


def _lees(inhoud: bytes) -> Document:
    (document,) = begrijp(lees_hier(inhoud, "pdf"), "afschrift.pdf")
    return document


@pytest.mark.parametrize("columns", ["af_bij", "teken", "woord", "saldo"])
def test_bookings_are_read_whatever_the_columns(columns: str) -> None:
    document = _lees(afschrift(columns, EINDSALDO))
    assert [booking.bedrag.cents for booking in document.transacties] == [row[3] for row in BOEKINGEN]
    assert document.vragen == []
    assert document.velden["beginsaldo"].waarde == "812.44"
    assert document.velden["iban"].waarde == "NL91ABNA0417164300"
    assert document.velden["rekeninghouder"].waarde == "F. Yilmaz"


def test_a_wage_is_named_and_a_debit_never() -> None:
    document = _lees(afschrift("af_bij", EINDSALDO))
    rows = document.as_json()["transacties"]
    assert rows[2] | {"vak": None} == {
        "datum": "2026-08-24",
        "bedrag": "1806.40",
        "soort": "loon",
        "tegenpartij": "van Mare BV",
        "bladzijde": 1,
        "vak": None,
    }
    assert [set(row) for row in rows if row["bedrag"].startswith("-")] == [{"datum", "bedrag"}] * 3


@pytest.mark.parametrize("columns", ["af_bij", "teken", "woord", "saldo"])
def test_no_private_word_leaves_the_reader(columns: str) -> None:
    document = _lees(afschrift(columns, EINDSALDO))
    everything = json.dumps(document.as_json()).lower() + repr(document).lower()
    assert [word for word in PRIVE if word in everything] == []


def test_a_statement_that_does_not_add_up_asks() -> None:
    document = _lees(afschrift("af_bij", EINDSALDO + 6000))
    assert [vraag.reden for vraag in document.vragen] == [NIET_SLUITEND]


def test_the_words_of_debits_are_covered_and_those_of_credits_not() -> None:
    document = _lees(afschrift("af_bij", EINDSALDO))
    covered = [box for page, box in document.afdekken if page == 1]

    def is_covered(x: float, y: float) -> bool:
        return any(b[0] <= x / 595 <= b[2] and b[1] <= y / 842 <= b[3] for b in covered)

    assert is_covered(115, 212)  # Casino
    assert is_covered(115, 224)  # the line under it
    assert not is_covered(115, 272)  # van Mare BV
    assert not is_covered(60, 212)  # the day
    assert not is_covered(430, 212)  # the amount


def test_amounts_without_any_sign_are_asked_about_and_covered() -> None:
    rows = [(50, 50, "Rekeningafschrift ING"), (50, 70, "IBAN NL91 ABNA 0417 1643 00"), (50, 90, "Periode 01-08-2026 t/m 31-08-2026"), (50, 130, "Datum Omschrijving Bedrag"),  # noqa: E501
            (50, 150, "03-08-2026"), (150, 150, "Casino Royal"), (450, 150, "12,50"), (50, 170, "04-08-2026"), (150, 170, "Slijterij"), (450, 170, "10,00")]  # fmt: skip  # noqa: E501
    document = _lees(pdf(rows))
    assert document.transacties == []
    assert any("niet te zien" in vraag.reden for vraag in document.vragen)
    assert any(box[1] < 148 / 842 < box[3] for _, box in document.afdekken)


def test_a_short_day_gets_the_year_of_the_period() -> None:
    rows = [(50, 50, "Rekeningafschrift ABN AMRO"), (50, 70, "IBAN NL91 ABNA 0417 1643 00"), (50, 90, "Periode 15-12-2025 t/m 14-01-2026"), (50, 110, "Vorig saldo 100,00"), (300, 110, "Nieuw saldo 80,00"),  # noqa: E501
            (50, 150, "20-12"), (150, 150, "winkel"), (450, 150, "- 15,00"), (50, 170, "03-01"), (150, 170, "winkel"), (450, 170, "- 5,00")]  # fmt: skip  # noqa: E501
    document = _lees(pdf(rows))
    assert [str(booking.datum) for booking in document.transacties] == ["2025-12-20", "2026-01-03"]
