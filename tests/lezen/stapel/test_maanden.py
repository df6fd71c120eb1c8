"""Month tiles from periods and from the chain of balances."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.kern.geld import Geld
from opstap.lezen.bank.afschrift import NIET_SLUITEND
from opstap.lezen.bank.lezer import lees_bank
from opstap.lezen.model import Document, Sporen, Transactie, Veld, Vraag
from opstap.lezen.stapel.maanden import maandtegels

IBAN = "NL91ABNA0417164300"
SAVINGS = "NL20INGB0001234567"


def month_end(year, month):
    return date.fromordinal((date(year + month // 12, month % 12 + 1, 1)).toordinal() - 1)


def afschrift(van, tot, begin="100.00", eind="100.00", iban=IBAN, **extra):
    fields = {"iban": Veld(iban, 1, None, 1.0)}
    if begin is not None:
        fields["beginsaldo"] = Veld(begin, 1, None, 1.0)
    if eind is not None:
        fields["eindsaldo"] = Veld(eind, 1, None, 1.0)
    return Document(
        "x",
        extra.pop("bladzijden", [1]),
        soort=extra.pop("soort", "bankafschrift"),
        periode=(van, tot),
        velden=fields,
        **extra,
    )


def maand(month, begin="100.00", eind="100.00", year=2026, **extra):
    return afschrift(date(year, month, 1), month_end(year, month), begin, eind, **extra)


def states(documents, *window):
    return {(tile.iban, tile.maand): tile.staat for tile in maandtegels(documents, *window)}


def short(documents, *window):
    return {tile.maand[5:]: tile.staat for tile in maandtegels(documents, *window)}


def test_whole_months_are_in():
    assert short([maand(6), maand(7)]) == {"06": "binnen", "07": "binnen"}


def test_a_month_between_that_is_not_there_is_missing():
    assert short([maand(6), maand(8)]) == {"06": "binnen", "07": "ontbreekt", "08": "binnen"}


def test_a_missing_month_does_not_put_its_neighbours_in_doubt():
    found = short([maand(6, "1.00", "2.00"), maand(8, "5.00", "6.00")])
    assert found == {"06": "binnen", "07": "ontbreekt", "08": "binnen"}


def test_half_a_month_is_partly_in():
    assert short([afschrift(date(2026, 6, 1), date(2026, 6, 14))]) == {"06": "deels"}


def test_two_halves_make_a_month():
    halves = [afschrift(date(2026, 6, 1), date(2026, 6, 14)), afschrift(date(2026, 6, 15), date(2026, 6, 30))]
    assert short(halves) == {"06": "binnen"}


def test_statements_across_months_cover_the_month_between():
    across = [afschrift(date(2026, 5, 20), date(2026, 6, 19)), afschrift(date(2026, 6, 20), date(2026, 7, 19))]
    assert short(across) == {"05": "deels", "06": "binnen", "07": "deels"}


def test_a_broken_chain_proves_a_missing_piece_though_the_dates_look_complete():
    parts = [
        afschrift(date(2026, 6, 1), date(2026, 6, 14), "1.00", "2.00"),
        afschrift(date(2026, 6, 15), date(2026, 6, 30), "5.00", "6.00"),
    ]
    assert short(parts) == {"06": "deels"}


def test_a_broken_chain_at_the_turn_of_the_month_puts_both_in_doubt():
    assert short([maand(6, "1.00", "2.00"), maand(7, "5.00", "6.00")]) == {"06": "deels", "07": "deels"}


def test_two_months_that_each_close_by_themselves_are_in_though_their_balances_do_not_meet():
    june = maand(6, "1.00", "3.00", transacties=[Transactie(date(2026, 6, 4), Geld(200))])
    july = maand(7, "8.00", "7.00", transacties=[Transactie(date(2026, 7, 4), Geld(-100))])
    assert short([june, july]) == {"06": "binnen", "07": "binnen"}
    july.transacties.pop()
    assert short([june, july]) == {"06": "deels", "07": "deels"}


def timeless(begin, eind, *days):
    document = maand(1, begin, eind, transacties=[Transactie(day, Geld(-100)) for day in days])
    document.periode = None
    return document


def test_a_statement_without_a_period_finds_its_place_between_its_neighbours():
    pile = [maand(6, "1.00", "2.00"), timeless("2.00", "3.00"), maand(8, "3.00", "4.00")]
    assert short(pile) == {"06": "binnen", "07": "binnen", "08": "binnen"}


def test_two_statements_without_a_period_help_each_other():
    pile = [
        timeless("3.00", "4.00", date(2026, 8, 3), date(2026, 8, 29)),
        timeless("2.00", "3.00"),
        maand(6, "1.00", "2.00"),
    ]
    assert short(pile) == {"06": "binnen", "07": "binnen", "08": "binnen"}


def test_bookings_alone_give_a_place_too():
    assert short([timeless(None, None, date(2026, 6, 2), date(2026, 6, 27))]) == {"06": "binnen"}
    assert short([timeless(None, None, date(2026, 6, 12))]) == {"06": "deels"}


def test_one_neighbour_and_no_bookings_put_a_statement_partly_in():
    pile = [maand(6, "1.00", "2.00"), timeless("5.00", "6.00"), maand(9, "6.00", "7.00")]
    assert short(pile) == {"06": "binnen", "07": "ontbreekt", "08": "deels", "09": "binnen"}


def test_bookings_that_do_not_fit_the_chain_win_from_it():
    pile = [
        maand(6, "1.00", "2.00"),
        timeless("2.00", "3.00", date(2026, 10, 2), date(2026, 10, 30)),
        maand(8, "3.00", "4.00"),
    ]
    assert short(pile)["10"] == "binnen"
    assert short(pile)["07"] == "ontbreekt"


def test_a_statement_with_neither_period_nor_neighbour_has_no_tile():
    assert maandtegels([timeless("7.00", "8.00")]) == []
    assert short([maand(6, "1.00", "2.00"), timeless("2.00", "2.00")]) == {"06": "binnen"}


def test_a_balance_whose_sum_is_in_doubt_is_no_proof_of_a_break():
    before = maand(6, "1.00", "2.00", vragen=[Vraag("transacties", "de bedragen en de saldi samen kloppen niet")])
    assert short([before, maand(7, "5.00", "6.00")]) == {"06": "binnen", "07": "binnen"}


def test_a_balance_in_doubt_is_no_proof():
    before = maand(6, "1.00", "2.00", vragen=[Vraag("eindsaldo", "twee lezingen verschillen", ("2.00", "5.00"))])
    assert short([before, maand(7, "5.00", "6.00")]) == {"06": "binnen", "07": "binnen"}


def test_a_sum_that_does_not_close_is_partly_in():
    assert short([maand(6, problemen=[NIET_SLUITEND])]) == {"06": "deels"}


@pytest.mark.parametrize(
    ("blad", "pages", "state"),
    [
        ((2, 3), [1], "deels"),
        ((1, 3), [1], "deels"),
        ((1, 3), [1, 2, 3], "binnen"),
        ((1, 1), [1], "binnen"),
        ((2, 3), [1, 2], "deels"),
    ],
)
def test_a_missing_page_is_partly_in(blad, pages, state):
    assert short([maand(6, sporen=Sporen(blad=blad), bladzijden=pages)]) == {"06": state}


def test_the_other_copy_makes_a_partial_month_whole():
    partial = maand(6, sporen=Sporen(blad=(2, 3)), begin=None, eind=None)
    assert short([partial, maand(6)]) == {"06": "binnen"}


def test_what_could_not_be_read_is_not_called_missing():
    assert short([maand(6), maand(7, leesbaar=False), maand(8)]) == {
        "06": "binnen",
        "07": "niet_leesbaar",
        "08": "binnen",
    }


def test_a_good_copy_wins_from_one_that_could_not_be_read():
    assert short([maand(6, leesbaar=False), maand(6)]) == {"06": "binnen"}


def test_a_screenshot_of_the_app_is_partly_in():
    assert short([maand(6, soort="bank_app_schermafdruk")]) == {"06": "deels"}


def test_a_screenshot_of_two_days_is_no_part_of_a_month():
    def screen(last):
        bookings = [Transactie(date(2026, 7, day), Geld.parse("-1.00")) for day in (5, last)]
        return Document("x", [1], soort="bank_app_schermafdruk", velden=maand(7).velden, transacties=bookings)

    assert short([maand(6), screen(6), maand(8)]) == {"06": "binnen", "07": "ontbreekt", "08": "binnen"}
    assert short([maand(6), screen(25), maand(8)]) == {"06": "binnen", "07": "deels", "08": "binnen"}


def test_each_account_has_its_own_line():
    found = states([maand(6), maand(8), maand(6, iban=SAVINGS)])
    assert found == {
        (IBAN, "2026-06"): "binnen",
        (IBAN, "2026-07"): "ontbreekt",
        (IBAN, "2026-08"): "binnen",
        (SAVINGS, "2026-06"): "binnen",
    }


def test_the_window_that_was_asked_for_is_shown_whole():
    found = short([maand(6)], date(2026, 5, 15), date(2026, 7, 1))
    assert found == {"05": "ontbreekt", "06": "binnen", "07": "ontbreekt"}


def test_an_account_without_any_statement_is_shown_in_the_window():
    window = (date(2026, 6, 1), date(2026, 6, 30))
    found = {
        (tile.iban, tile.staat) for tile in maandtegels([maand(6)], *window, rekeningen=["NL20 INGB 0001 2345 67"])
    }
    assert found == {(IBAN, "binnen"), (SAVINGS, "ontbreekt")}
    assert {tile.iban for tile in maandtegels([maand(6)], rekeningen=[SAVINGS])} == {IBAN}


def test_other_papers_have_no_months():
    assert maandtegels([maand(6, soort="spaarsaldo_overzicht"), maand(6, soort="loonstrook")]) == []


def test_a_statement_without_account_or_period_has_no_tile():
    nameless = maand(6)
    del nameless.velden["iban"]
    assert maandtegels([nameless, timeless("1.00", "2.00")]) == []


def test_an_export_without_a_printed_period_reaches_the_edges_it_comes_near():
    def export(first, last):
        return [afschrift(first, last, None, None, afgeleid=True)]

    assert short(export(date(2026, 6, 3), date(2026, 8, 28))) == {"06": "binnen", "07": "binnen", "08": "binnen"}
    assert short(export(date(2026, 6, 12), date(2026, 8, 11))) == {"06": "deels", "07": "binnen", "08": "deels"}


def test_daily_statements_of_a_bank_make_a_month_when_their_balances_chain():
    def day(opening, date_open, date_close, closing):
        return f":20:X\n:25:{IBAN}\n:60F:C{date_open}EUR{opening}\n:62F:C{date_close}EUR{closing}\n-\n"

    # Mondays to Fridays of June 2026; the last statement of May closes on Friday the 29th.
    working = [d for d in range(1, 31) if date(2026, 6, d).weekday() < 5]
    text = ""
    before = "260529"
    for number in working:
        text += day("1,00", before, f"2606{number:02d}", "1,00")
        before = f"2606{number:02d}"
    assert short(lees_bank(text.encode(), "mt940", "a.sta")) == {"06": "binnen"}


def test_a_weekend_without_a_chain_is_a_gap():
    first = afschrift(date(2026, 6, 1), date(2026, 6, 12), "1.00", "2.00")
    second = afschrift(date(2026, 6, 15), date(2026, 6, 30), "9.00", "3.00")
    assert short([first, second]) == {"06": "deels"}


def test_an_old_account_number_has_a_line_too():
    document = maand(6)
    document.rekening = document.velden.pop("iban").waarde
    assert short([document]) == {"06": "binnen"}


@given(st.sets(st.integers(min_value=0, max_value=23), min_size=1), st.randoms())
def test_exactly_the_months_left_out_between_first_and_last_are_missing(present, random):
    documents = [maand(n % 12 + 1, f"{n}.00", f"{n + 1}.00", year=2025 + n // 12) for n in sorted(present)]
    random.shuffle(documents)
    tiles = maandtegels(documents)
    found = {(int(t.maand[:4]) - 2025) * 12 + int(t.maand[5:]) - 1: t.staat for t in tiles}
    assert set(found) == set(range(min(present), max(present) + 1))
    assert {n for n, state in found.items() if state == "binnen"} == present
    assert {n for n, state in found.items() if state == "ontbreekt"} == set(found) - present


def test_bookings_do_not_matter_for_whole_months():
    booked = maand(6, transacties=[Transactie(date(2026, 6, 5), Geld(-100))])
    assert short([booked]) == {"06": "binnen"}
