"""The published samples of banks: counts, sums and balances as two other readers found them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from opstap.lezen.bank.afschrift import NIET_SLUITEND
from opstap.lezen.bank.lezer import lees_bank
from opstap.lezen.inname.formaat import herken

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "bank"
EXPECTED = sorted(SAMPLES.glob("*.expected.json")) if SAMPLES.is_dir() else []

pytestmark = pytest.mark.skipif(not EXPECTED, reason="the shared bank samples are not here")


@pytest.fixture(params=EXPECTED, ids=lambda path: path.name.removesuffix(".expected.json")[:40])
def sample(request):
    expected = json.loads(request.param.read_text())
    name = request.param.name.removesuffix(".expected.json")
    data = (SAMPLES / name).read_bytes()
    return expected, lees_bank(data, herken(data, name), name)


def cents(amount):
    return int(Decimal(amount) * 100)


def test_count_and_sums_are_as_expected(sample):
    expected, documents = sample
    bookings = [booking for document in documents for booking in document.transacties]
    assert len(bookings) == expected["transactions"]
    assert sum(b.bedrag.cents for b in bookings if b.bedrag.cents > 0) == cents(expected["sum_credit"])
    assert -sum(b.bedrag.cents for b in bookings if b.bedrag.cents < 0) == cents(expected["sum_debit"])


def test_each_statement_has_its_own_balances_and_a_neutral_remark_when_it_does_not_close(sample):
    expected, documents = sample
    statements = expected.get("statements", [])
    if not statements:
        assert [document.velden["iban"].waarde for document in documents] == expected["accounts"]
        return
    assert len(documents) == len(statements)
    for document, statement in zip(documents, statements, strict=True):
        assert cents(document.velden["beginsaldo"].waarde) == cents(statement["opening"])
        assert cents(document.velden["eindsaldo"].waarde) == cents(statement["closing"])
        assert len(document.transacties) == statement["transactions"]
        assert (NIET_SLUITEND in document.problemen) is not statement["balances_reconcile"]
        iban = document.velden.get("iban")
        assert (iban and iban.waarde) == statement["iban"]


def test_no_word_of_a_description_is_in_the_output(sample):
    _, documents = sample
    shown = json.dumps([document.as_json() for document in documents]).lower()
    for word in ("sieraden", "mc donalds", "hans anders", "quality nuts", "marokko", "digitenne", "huur kantoor"):
        assert word not in shown
