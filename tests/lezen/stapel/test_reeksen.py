"""Series of statements for the eye."""

from opstap.lezen.bank.lezer import lees_bank
from opstap.lezen.stapel.reeksen import reeksen


def day(number, begin, end, account="NL91ABNA0417164300", month=6):
    days = f"26{month:02d}{number:02d}"
    return f":20:X\n:25:{account}\n:60F:C{days}EUR{begin},00\n:62F:C{days}EUR{end},00\n-\n"


def series(text):
    return [
        (len(found.documenten), found.beginsaldo, found.eindsaldo)
        for found in reeksen(lees_bank(text.encode(), "mt940", "a"))
    ]


def test_days_that_chain_are_one_series():
    found = reeksen(lees_bank((day(1, 5, 6) + day(2, 6, 7) + day(5, 7, 9)).encode(), "mt940", "a"))
    assert len(found) == 1
    assert (found[0].van.day, found[0].tot.day, found[0].beginsaldo, found[0].eindsaldo) == (1, 5, "5.00", "9.00")


def test_a_break_a_gap_or_another_account_starts_a_new_series():
    assert series(day(1, 5, 6) + day(2, 9, 9)) == [(1, "5.00", "6.00"), (1, "9.00", "9.00")]
    assert series(day(1, 5, 6) + day(20, 6, 6)) == [(1, "5.00", "6.00"), (1, "6.00", "6.00")]
    assert len(series(day(1, 5, 6) + day(2, 6, 6, "NL20INGB0001234567"))) == 2


def test_other_papers_are_no_series():
    documents = lees_bank(day(1, 5, 6).encode(), "mt940", "a")
    documents[0].soort = "nota"
    assert reeksen(documents) == []
