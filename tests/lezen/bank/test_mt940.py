"""MT940 as the banks write it, with the package mt-940 as the reader that must agree."""

import datetime
from decimal import Decimal

import mt940
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.lezen.bank.afschrift import NIET_SLUITEND
from opstap.lezen.bank.lezer import lees_bank
from opstap.lezen.bank.mt940 import lees_mt940
from opstap.lezen.fouten import LeesFout

IBAN = "NL91ABNA0417164300"


def statement(lines, opening="C260531EUR200,00", closing="C260630EUR987,50", account=IBAN):
    return "\n".join(
        [
            "ABNANL2A",
            "940",
            "ABNANL2A",
            ":20:X",
            f":25:{account}",
            ":28C:1/1",
            f":60F:{opening}",
            *lines,
            f":62F:{closing}",
            "-",
            "",
        ]
    )


ABN = [
    ":61:2606240624C800,N654NONREF",
    ":86:/TRTP/SEPA OVERBOEKING/IBAN/NL44RABO0123456789/BIC/RABONL2U/NAME/van",
    " Mare BV/REMI/Salaris juni/EREF/NOTPROVIDED",
    ":61:2606300630D12,5N426NONREF",
    ":86:BEA   NR:X1   30.06.26/22.10 De Hoed slijterij",
]
ASN = [
    ":61:2606240624C800,00NOVBNL44RABO0123456789",
    "van Mare BV",
    ":86:NL44RABO0123456789 van Mare BV",
    "                                                                 ",
    "Salaris juni",
    ":61:2606300630D12,50NBEANONREF",
    ":86:De Hoed slijterij drank",
]
ING = [
    ":61:2606240624C800,00NTRFEREF//00000000001",
    "/TRCD/00100/",
    ":86:/EREF/S1//CNTP/NL44RABO0123456789/RABONL2U/van Mare BV///REMI/USTD//",
    "Salaris juni/",
    ":61:2606300630D12,50NBEANONREF",
    ":86:De Hoed slijterij",
]
KNAB = [
    ":61:2606240624C800,NTRFNONREF//B4E",
    ":86:SALARIS JUNI",
    "REK: NL44RABO0123456789/NAAM: van Mare BV",
    ":61:2606300630D12,5NTRFNONREF//B4F",
    ":86:DE HOED SLIJTERIJ",
]
RABO = [
    ":61:260624C000000000800,00N541NONREF",
    "NL44RABO0123456789",
    ":86:/ORDP//NAME/van Mare BV/REMI/Salaris juni/ISDT/2026-06-24/PURP/CD/SALA",
    ":61:260630D000000000012,50N426NONREF",
    ":86:/BENM//NAME/De Hoed slijterij",
]
LABELS = [
    ":61:2606240624C800,N654NONREF",
    ":86:SEPA OVERBOEKING                 IBAN: NL44RABO0123456789       ",
    "BIC: RABONL2U                    NAAM: van Mare BV               ",
    "OMSCHRIJVING: Salaris juni",
    ":61:2606300630D12,5N426NONREF",
    ":86:BEA De Hoed slijterij",
]


@pytest.mark.parametrize(
    "lines", [ABN, ASN, ING, KNAB, RABO, LABELS], ids=["ABN", "ASN", "ING", "Knab", "Rabo", "labels"]
)
def test_each_bank_gives_wages_with_the_employer_and_a_bare_debit(lines):
    (document,) = lees_bank(statement(lines).encode(), "mt940", "a.sta")
    wages, spent = document.transacties
    assert (str(wages.bedrag), wages.soort, wages.tegenpartij) == ("800.00", "loon", "van Mare BV")
    assert spent.as_json() == {"datum": "2026-06-30", "bedrag": "-12.50"}
    assert document.problemen == []
    assert document.velden["iban"].waarde == IBAN
    assert document.sporen.tegenrekeningen[0][0] == 0


@pytest.mark.parametrize("account", [IBAN, f"{IBAN}EUR", f"{IBAN} EUR", f"ABNANL2A/{IBAN}", "NL91 ABNA 0417 1643 00"])
def test_the_account_is_found_whatever_stands_around_it(account):
    (document,) = lees_bank(statement(ABN, account=account).encode(), "mt940", "a.sta")
    assert document.velden["iban"].waarde == IBAN


@pytest.mark.parametrize(
    ("account", "number"),
    [
        ("517852257", "517852257"),
        ("TRIODOSBANK/0390123456", "0390123456"),
        ("1291.99.348EUR", "1291.99.348"),
        ("?", None),
    ],
)
def test_an_account_from_before_the_iban_keeps_its_number(account, number):
    (document,) = lees_bank(statement(ABN, account=account).encode(), "mt940", "a.sta")
    assert "iban" not in document.velden
    assert document.as_json().get("rekening") == number


def test_the_opening_balance_of_the_eve_does_not_count_as_a_day_of_the_statement():
    (document,) = lees_bank(statement(ABN).encode(), "mt940", "a.sta")
    assert document.periode == (datetime.date(2026, 6, 1), datetime.date(2026, 6, 30))


def test_reversals_turn_the_sign():
    lines = [":61:2606240624RC5,00NTRFX", ":61:2606240624RD7,00NTRFX"]
    (found,) = lees_mt940(statement(lines))
    assert [str(row.bedrag) for row in found.regels] == ["-5.00", "7.00"]


def test_the_words_of_a_debit_are_not_even_kept_inside():
    (found,) = lees_mt940(statement(ABN))
    debit = found.regels[1]
    assert (debit.naam, debit.tegenrekening, debit.woorden, debit.code) == ("", "", "", "")


def test_two_statements_without_a_closing_line_stay_apart():
    text = statement(ABN).replace("\n-\n", "\n") + statement([], "C260630EUR987,50", "C260701EUR987,50")
    assert [len(found.regels) for found in lees_mt940(text)] == [2, 0]


def test_a_line_that_cannot_be_read_is_counted_as_missing_not_guessed():
    (document,) = lees_bank(statement([*ABN, ":61:garbage"]).encode(), "mt940", "a.sta")
    assert len(document.transacties) == 2
    assert any("Niet elke regel" in remark for remark in document.problemen)


def test_a_file_that_was_cut_off_says_so():
    (document,) = lees_bank(statement(ABN).split(":62F")[0].encode(), "mt940", "a.sta")
    assert len(document.transacties) == 2
    assert any("Niet elke regel" in remark for remark in document.problemen)


def test_a_debit_balance_is_negative():
    (document,) = lees_bank(statement(ABN, "D260531EUR200,00", "C260630EUR587,50").encode(), "mt940", "a.sta")
    assert document.velden["beginsaldo"].waarde == "-200.00"
    assert NIET_SLUITEND not in document.problemen


def test_text_without_a_statement_says_so():
    with pytest.raises(LeesFout) as error:
        lees_mt940(":20:X\n:25:Y\n")
    assert error.value.code == "bank_kapot"


amounts = st.integers(min_value=-99_999_99, max_value=99_999_99).filter(bool)


@given(st.lists(amounts, max_size=30))
def test_it_agrees_with_the_package_mt940(cents):
    lines = []
    for amount in cents:
        mark = "C" if amount > 0 else "D"
        lines += [f":61:2606240624{mark}{abs(amount) // 100},{abs(amount) % 100:02d}N426NONREF", ":86:woorden"]
    closing = sum(cents)
    mark = "C" if closing >= 0 else "D"
    text = statement(lines, "C260531EUR0,00", f"{mark}260630EUR{abs(closing) // 100},{abs(closing) % 100:02d}")
    (found,) = lees_mt940(text)
    other = mt940.parse(text)
    assert [row.bedrag.cents for row in found.regels] == [
        int(Decimal(row.data["amount"].amount) * 100) for row in other
    ]
    (document,) = lees_bank(text.encode(), "mt940", "a.sta")
    assert NIET_SLUITEND not in document.problemen
